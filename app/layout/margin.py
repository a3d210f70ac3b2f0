"""The margin column at the left of running text: it is there on pages that leave the text wide enough."""

from app.layout.scene import Scene

MARGIN = 3
"""Twelfths of the margin column."""
NARROWEST = 26.0
"""A letter's lines are so many ems wide at least, if the page is."""


def has_margin(scene: Scene) -> bool:
    """Tell whether a letter beside a margin column has lines that read well."""
    return scene.grid.span(12 - MARGIN - 1) >= NARROWEST * scene.setter.token("letter").size


def letter_column(scene: Scene) -> tuple[int, int]:
    """Return the twelfth at which a letter begins, and how many it takes."""
    return (MARGIN, 12 - MARGIN - 1) if has_margin(scene) else (0, 12)
