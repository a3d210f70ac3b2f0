"""Rectangles on a page, in points, y downwards."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its top left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Return the lower edge."""
        return self.y + self.height

    @property
    def aspect(self) -> float:
        """Return width divided by height."""
        return self.width / max(self.height, 1e-6)

    def inset(self, left: float, top: float, right: float, bottom: float) -> "Box":
        """Return what is left inside so much of an edge; never less than nothing."""
        return Box(self.x + left, self.y + top, max(self.width - left - right, 0.0), max(self.height - top - bottom, 0.0))

    def fitted(self, aspect: float, *, across: float = 0.5, down: float = 0.5) -> "Box":
        """Return the largest rectangle of an aspect that fits inside; `across` and `down` say where it stands, 0…1."""
        width = min(self.width, self.height * aspect)
        height = width / aspect
        return Box(self.x + (self.width - width) * across, self.y + (self.height - height) * down, width, height)
