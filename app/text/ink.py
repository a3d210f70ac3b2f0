"""The style of a span made ready: its shaper, and its lengths in points."""

from dataclasses import dataclass, field
from typing import TypeAlias

from app.text.breakitems import NO_BREAK
from app.text.cache import Recent
from app.text.fonts import FontBook
from app.text.shaping import Shaped, Shaper, shaper
from app.text.style import Caps, Span

NBSP = "\u00a0"

_SMALLEST = 0.01
"""Type of no size is set invisibly small, so that lengths can be divided by it."""
_WORDS = 3000
_LONGEST_CACHED = 60


@dataclass(slots=True, eq=False)
class Ink:
    """How the glyphs of a span are made and painted. `size`, `tracking` and `rise` are in points.

    Two spans of one look and one link share an Ink, so that their glyphs make one run. `space` is a word space as it is
    shaped, `gap` and `fixed_gap` what stands between words: one where a line may end, one where it must not.
    """

    shaper: Shaper
    size: float
    color: str
    tracking: float
    rise: float
    underline: bool
    link: str
    upper: bool
    space: Shaped
    gap: "Gap" = field(init=False)
    fixed_gap: "Gap" = field(init=False)
    words: "Recent[str, tuple[Fragment, float]]" = field(init=False)

    def __post_init__(self) -> None:
        width = self.width(self.space)
        self.gap = Gap(self, " ", 0.0, width)
        self.fixed_gap = Gap(self, NBSP, NO_BREAK, width)
        self.words = Recent(_WORDS)

    def width(self, shaped: Shaped) -> float:
        """Width of shaped text in points, with the tracking after every cluster."""
        return shaped.width * self.size + shaped.clusters * self.tracking

    def word(self, text: str) -> "tuple[Fragment, float]":
        """Shape a word; return it as a fragment, and its width in points."""
        found = self.words.get(text)
        if found is None:
            shaped = self.shaper.shape(text)
            found = ((self, text, shaped), self.width(shaped))
            if len(text) <= _LONGEST_CACHED:
                self.words.put(text, found)
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Gap:
    """A word space in an ink, `width` points wide. `penalty` is what it costs to end a line there."""

    ink: Ink
    text: str
    penalty: float
    width: float


Fragment: TypeAlias = tuple[Ink, str, Shaped]
"""Text of one ink, without spaces, and its shape."""


def inks(spans: tuple[Span, ...], book: FontBook, language: str) -> list[Ink]:
    """Return the Ink of each span; equal looks give the same object."""
    found: list[Ink] = []
    for span in spans:
        key = (span.style, span.link, language)
        found.append(book.inks.get(key) or book.inks.put(key, _ink(span, book, language)))
    return found


def _ink(span: Span, book: FontBook, language: str) -> Ink:
    style = span.style
    source = shaper(book, style, language)
    size = max(style.size, _SMALLEST)
    tracking = style.tracking * size / 1000
    upper = style.caps is Caps.UPPER
    space = source.shape(" ")
    return Ink(source, size, style.color, tracking, style.rise, style.underline, span.link, upper, space)
