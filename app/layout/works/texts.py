"""The words of a work that has a page of its own: a large title, whose work it is, why it is here, where to see it."""

from collections.abc import Sequence
from typing import Any

from app.layout.blocks import TextBlock
from app.layout.page import Tag
from app.layout.reference_text import facts, why_runs
from app.layout.scene import Scene
from app.layout.works.legend import Note, legend_blocks
from app.layout.works.shots import Work
from app.text.style import Align

TITLE_STYLES = ("title", "section-title", "reference-title")
SHORT = 240
"""So many letters at most are set large."""


def title(scene: Scene, work: Work, width: float, room: float, *, lines: int = 2, color: str = "") -> TextBlock:
    """Set the title as large as it may be without taking more than `room` points of height."""
    text, origin = work.reference.title, f"{work.origin}/title"
    for style in TITLE_STYLES:
        block = scene.setter.headline(style, text, width, lines, origin=origin, tag=Tag.H2, color=color, align=centring(scene))
        if block.height <= room:
            return block
    return scene.setter.text("reference-text", text, width, origin=origin, tag=Tag.H2, color=color, keep=True)


def is_long(work: Work) -> bool:
    """Tell whether a work has so much to say that it is not set large."""
    return len(work.reference.why) > SHORT


def about(
    scene: Scene, work: Work, width: float, *, color: str = "", large: bool = True, centred: bool = False
) -> list[TextBlock]:
    """Set why the work is here and where to see it, large where it is short."""
    reference, origin = work.reference, f"{work.origin}/why"
    changes: dict[str, Any] = {"align": Align.CENTER} if centred and not is_long(work) else {}
    if not reference.why or not large or is_long(work):
        runs = why_runs(reference)
        if not runs:
            return []
        return [scene.setter.runs("reference-text", runs, width, origin=origin, tag=Tag.P, color=color, **changes)]
    return [scene.setter.text("lead", reference.why, width, origin=origin, tag=Tag.P, color=color)]


def where(
    scene: Scene, work: Work, width: float, *, color: str = "", large: bool = True, centred: bool = False
) -> list[TextBlock]:
    """Set the link of a work whose reason is set large, without it."""
    reference = work.reference
    if not reference.link or not large or not reference.why or is_long(work):
        return []
    runs = why_runs(reference)[-1:]
    changes: dict[str, Any] = {"align": Align.CENTER} if centred else {}
    return [scene.setter.runs("caption", runs, width, origin=f"{work.origin}/link", tag=Tag.P, color=color, **changes)]


def whose(scene: Scene, work: Work, width: float, *, color: str = "", style: str = "caption") -> list[TextBlock]:
    """Set client, year and authors."""
    text = facts(scene, work.reference)
    if not text:
        return []
    return [scene.setter.text(style, text, width, origin=f"{work.origin}/credit", tag=Tag.P, color=color)]


def seen(scene: Scene, notes: Sequence[Note], width: float, *, color: str = "", centred: bool = False) -> list[TextBlock]:
    """Set the captions of the pictures."""
    return legend_blocks(scene, notes, width, color=color, centred=centred)


def centring(scene: Scene) -> str:
    """Return how a headline is aligned: in the middle where the brand centres its titles, else as the style says."""
    return "center" if scene.brand.styles["title"].align == "center" else ""
