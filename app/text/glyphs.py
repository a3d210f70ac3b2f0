"""What the text engine makes: positioned glyphs that keep the text they stand for."""

from dataclasses import dataclass
from typing import NamedTuple


class Glyph(NamedTuple):
    """One glyph. `x` is its origin in points from the start of the run, `dx`/`dy` shift it (dy upwards), `advance` is its
    width in points with kerning and tracking. `text` is what it stands for: empty for all but the first glyph of a cluster.
    """

    gid: int
    x: float
    advance: float
    text: str
    dx: float = 0.0
    dy: float = 0.0


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Glyphs of one face, size and colour, standing at `x` points from the start of the line.

    `face` is the name of a face in the FontBook. `text` is the true text of the run.
    """

    face: str
    size: float
    color: str
    x: float
    width: float
    glyphs: tuple[Glyph, ...]
    text: str
    rise: float = 0.0
    link: str = ""
    underline: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of runs. `x` is where it starts in its column, in points (alignment, indents and hanging punctuation are in it).

    `text` is what a reader copies: the soft hyphen at its end left out. `joined` tells that the next line continues
    the same word, so that no space stands between them; otherwise a space or, after `hard_break`, a newline does.
    """

    x: float
    width: float
    runs: tuple[GlyphRun, ...]
    text: str
    joined: bool = False
    hard_break: bool = False


@dataclass(frozen=True, slots=True)
class Composed:
    """A paragraph broken into lines; `missing` are the characters that no face had, `width` that of the longest line.

    `overfull` tells that a line is wider than its column because nothing could be broken.
    """

    lines: tuple[Line, ...]
    leading: float
    width: float
    missing: str = ""
    overfull: bool = False
    truncated: bool = False

    @property
    def height(self) -> float:
        """Number of lines times leading, in points."""
        return len(self.lines) * self.leading
