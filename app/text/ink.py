"""The style of a span made ready: its shaper, and its lengths in points."""

from dataclasses import dataclass

from app.text.fonts import FontBook
from app.text.shaping import Shaped, Shaper, shaper
from app.text.style import CharStyle, Span


@dataclass(frozen=True, slots=True)
class Ink:
    """How the glyphs of a span are made and painted. `tracking` is in points; `space` is the width of a word space.

    Two spans of one look and one link share an Ink, so that their glyphs make one run.
    """

    shaper: Shaper
    size: float
    color: str
    tracking: float
    rise: float
    underline: bool
    link: str
    space: Shaped

    def width(self, shaped: Shaped) -> float:
        """Width of shaped text in points, with the tracking after every cluster."""
        return shaped.width * self.size + shaped.clusters * self.tracking

    @property
    def space_width(self) -> float:
        """Width of a word space in points, with its tracking."""
        return self.width(self.space)


def inks(spans: tuple[Span, ...], book: FontBook, language: str) -> list[Ink]:
    """Return the Ink of each span; equal looks give the same object."""
    known: dict[tuple[CharStyle, str], Ink] = {}
    found: list[Ink] = []
    for span in spans:
        key = (span.style, span.link)
        ink = known.get(key)
        if ink is None:
            ink = known[key] = _ink(span, book, language)
        found.append(ink)
    return found


def _ink(span: Span, book: FontBook, language: str) -> Ink:
    style = span.style
    source = shaper(book, style, language)
    tracking = style.tracking * style.size / 1000
    return Ink(source, style.size, style.color, tracking, style.rise, style.underline, span.link, source.shape(" "))
