"""A part of a page that content flows into."""

from dataclasses import dataclass

from app.layout.grid import TWELFTHS, Grid


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on the baseline grid, divided into twelfths of its own. Lengths in points."""

    x: float
    y: float
    width: float
    bottom: float
    gutter: float
    step: float

    @classmethod
    def of(cls, grid: Grid, column: int = 0, columns: int = TWELFTHS, top: float | None = None) -> "Area":
        """Return an area that spans so many of the page's twelfths, from `top` (the type area's) to its bottom."""
        y = grid.top if top is None else top
        return cls(grid.x(column), y, grid.span(columns), grid.bottom, grid.gutter, grid.step)

    @property
    def height(self) -> float:
        """Return the height in points."""
        return self.bottom - self.y

    @property
    def right(self) -> float:
        """Return the right edge."""
        return self.x + self.width

    def span(self, columns: int) -> float:
        """Return the width of so many of the area's twelfths with the gutters between them."""
        column = (self.width - (TWELFTHS - 1) * self.gutter) / TWELFTHS
        return columns * column + (columns - 1) * self.gutter

    def col(self, column: int) -> float:
        """Return the left edge of one of the area's twelfths, counted from 0."""
        return self.x + column * (self.span(1) + self.gutter)
