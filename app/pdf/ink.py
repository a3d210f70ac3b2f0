"""The pen of one page: knows which colour, weight and font are set, and writes only what changes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from app.pdf.canvas import Sheet
from app.pdf.numbers import number, numbers, rgb

HAIRLINE = 0.25
"""The thinnest stroke in points that prints everywhere; PDF's own 0 is one device pixel and vanishes on a platesetter."""


@dataclass(slots=True)
class _State:
    fill: str = "#000000"
    stroke: str = "#000000"
    weight: float = 1.0
    dash: tuple[float, ...] = ()
    font: tuple[str, float] = ("", 0.0)
    opacity: float | None = None


class Ink:
    """Writes operators for a page of `height` points. Methods that take y expect it from the top, downwards."""

    def __init__(self, sheet: Sheet, height: float) -> None:
        self.sheet = sheet
        self.height = height
        self.write = sheet.write
        self._state = _State()

    def up(self, y: float) -> float:
        """Turn a distance from the top into one from the bottom."""
        return self.height - y

    def fill(self, color: str) -> None:
        """Set the colour of areas and letters."""
        if color != self._state.fill:
            self.write(f"{rgb(color)} rg")
            self._state.fill = color

    def stroke(self, color: str, weight: float, dash: tuple[float, ...] = ()) -> None:
        """Set how lines are drawn; none is thinner than a hairline that prints."""
        state, weight = self._state, max(weight, HAIRLINE)
        if color != state.stroke:
            self.write(f"{rgb(color)} RG")
            state.stroke = color
        if weight != state.weight:
            self.write(f"{number(weight, 3)} w")
            state.weight = weight
        if dash != state.dash:
            self.write(f"[{numbers(dash)}] 0 d")
            state.dash = dash

    def opacity(self, value: float) -> None:
        """Set how much areas, letters and lines cover, from 0 to 1."""
        if value != self._state.opacity:
            share = round(min(max(value, 0.0), 1.0), 3)
            self.sheet.setFillAlpha(share)
            self.sheet.setStrokeAlpha(share)
            self._state.opacity = value

    def font(self, resource: str, size: float) -> None:
        """Set font and size in points."""
        if (resource, size) != self._state.font:
            self.write(f"/{resource} {number(size, 3)} Tf")
            self._state.font = (resource, size)

    def box(self, x: float, y: float, width: float, height: float) -> str:
        """Return the path of a rectangle."""
        return f"{numbers((x, self.up(y + height), width, height))} re"

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Undo at the end of the block what was set, clipped or turned in it."""
        saved = replace(self._state)
        self.sheet.saveState()
        yield
        self.sheet.restoreState()
        self._state = saved
