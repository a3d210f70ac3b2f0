"""Type so large that it is placed by its ink: the number of an opener."""

from dataclasses import dataclass

from app.layout.page import Tag, TextItem
from app.layout.setter import Setter
from app.text.glyphs import Line


@dataclass(frozen=True, slots=True)
class Giant:
    """A line of type with the box of its ink, in points: `left` is how far the ink begins after the line's start, `above` how
    high it reaches over the baseline and `below` how deep under it, as the bowls of round figures do.
    """

    line: Line
    left: float
    width: float
    above: float
    below: float

    @property
    def height(self) -> float:
        """Return the height of the ink."""
        return self.above + self.below

    def item(self, x: float, foot: float, origin: str = "", tag: Tag = Tag.P) -> TextItem:
        """Return the line with the left edge of its ink at `x` and the lowest ink at `foot`."""
        return TextItem(x - self.left, foot - self.below, self.line, origin, tag)


def giant(setter: Setter, style: str, text: str, height: float, width: float, *, color: str = "") -> Giant:
    """Set a line so that its ink is `height` points high, or as much smaller as `width` asks for."""
    nominal = setter.token(style).size
    known = _measured(setter, style, text, nominal, color)
    scale = min(height / (known.height or nominal), width / (known.width or 1.0))
    return _measured(setter, style, text, nominal * scale, color)


def _measured(setter: Setter, style: str, text: str, size: float, color: str) -> Giant:
    line = setter.line(style, text, color=color, size=size)
    left, right, above, below = line.width, 0.0, 0.0, 0.0
    for run in line.runs:
        face = setter.book.face(run.face)
        scale = run.size / face.upem
        for glyph in run.glyphs:
            ink = face.font.get_glyph_extents(glyph.gid)
            if ink is None or not ink.width:
                continue
            start = run.x + glyph.x + glyph.dx + ink.x_bearing * scale
            left, right = min(left, start), max(right, start + ink.width * scale)
            above = max(above, ink.y_bearing * scale + glyph.dy)
            below = max(below, -(ink.y_bearing + ink.height) * scale - glyph.dy)
    return Giant(line, min(left, right), max(right - left, 0.0), above, below)
