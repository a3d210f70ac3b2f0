"""The grid of a page: columns across, baselines down."""

from dataclasses import dataclass

from app.brand.tokens import Brand

TWELFTHS = 12
LYING = 1.1
"""A page so many times as wide as high is lying; a square one, or nearly, is built like an upright one."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Places in points on a brand's page. Masters speak in twelfths of the type area, whatever the brand's columns."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    gutter: float
    step: float

    @classmethod
    def of(cls, brand: Brand) -> "Grid":
        """Return the grid of a brand's page."""
        page = brand.page
        rows = int((page.height - page.top - page.bottom) / brand.grid.baseline + 1e-6)
        return cls(
            width=page.width,
            height=page.height,
            top=page.top,
            bottom=page.top + rows * brand.grid.baseline,
            left=page.left,
            right=page.width - page.right,
            gutter=brand.grid.gutter,
            step=brand.grid.baseline,
        )

    @property
    def lying(self) -> bool:
        """Tell whether the page is so much wider than high that heads stand at its side."""
        return self.width > self.height * LYING

    @property
    def measure(self) -> float:
        """Return the width of the type area."""
        return self.right - self.left

    @property
    def rows(self) -> int:
        """Return how many baseline steps the type area has."""
        return round((self.bottom - self.top) / self.step)

    def x(self, column: int) -> float:
        """Return the left edge of a twelfth, counted from 0."""
        return self.left + column * (self.column + self.gutter)

    def span(self, columns: int) -> float:
        """Return the width of so many twelfths with the gutters between them."""
        return columns * self.column + (columns - 1) * self.gutter

    @property
    def column(self) -> float:
        """Return the width of one twelfth."""
        return (self.measure - (TWELFTHS - 1) * self.gutter) / TWELFTHS

    def y(self, row: float) -> float:
        """Return the top of a baseline row, counted from 0 at the top of the type area."""
        return self.top + row * self.step

    def down(self, y: float) -> float:
        """Return the first baseline at or below a place."""
        rows = (y - self.top) / self.step
        whole = round(rows)
        if abs(rows - whole) > 1e-4:
            whole = int(rows) + (1 if rows > 0 else 0)
        return self.top + whole * self.step

    def steps(self, length: float) -> float:
        """Return a length rounded up to whole baseline steps."""
        return -int(-(length - 1e-4) // self.step) * self.step
