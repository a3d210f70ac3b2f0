"""How text is set: values only."""

from dataclasses import dataclass, field
from enum import StrEnum


class Align(StrEnum):
    """How lines stand in their column."""

    LEFT = "left"
    RIGHT = "right"
    CENTER = "center"
    JUSTIFY = "justify"


class Caps(StrEnum):
    """How letters are turned into capitals. What is extracted from the page stays as typed, except for UPPER."""

    NONE = "none"
    UPPER = "upper"
    SMALL = "small"
    """Real small capitals (smcp), and small capitals for capitals too (c2sc)."""


@dataclass(frozen=True, slots=True)
class FaceSource:
    """A font file. `variations` are axis values of a variable font, such as (("wght", 620.0),)."""

    path: str
    variations: tuple[tuple[str, float], ...] = ()
    index: int = 0


@dataclass(frozen=True, slots=True)
class CharStyle:
    """How characters look.

    `faces` are names in the FontBook: the face, then the fallbacks for letters it lacks. `size` is in points,
    `tracking` in thousandths of an em, `rise` in points upwards. `features` are OpenType features in HarfBuzz notation
    (`tnum`, `-liga`, `ss01=1`). `color` is `#rrggbb`.
    """

    faces: tuple[str, ...]
    size: float
    color: str = "#000000"
    features: tuple[str, ...] = ()
    tracking: float = 0.0
    caps: Caps = Caps.NONE
    rise: float = 0.0
    underline: bool = False


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """How a paragraph is broken into lines.

    `leading` is the distance of baselines in points. `balance` makes the lines of a headline about equally long.
    `hang` lets punctuation hang into the margin. `typograph` runs the typographer over the text first.
    `first_indent` and `indent` are in points. `max_lines` 0 means as many as it takes; else the rest is cut with an
    ellipsis. `tie` keeps little words, such as articles, with what follows where that needs no more than `tie_lines`
    further lines.
    """

    leading: float
    language: str = "en"
    align: Align = Align.LEFT
    hyphenate: bool = True
    balance: bool = False
    hang: bool = False
    typograph: bool = True
    first_indent: float = 0.0
    indent: float = 0.0
    max_lines: int = 0
    tie: bool = False
    tie_lines: int = 0


@dataclass(frozen=True, slots=True)
class Span:
    """Text in one style. `link` is a URL. A newline in `text` is a line break, U+00AD a place to hyphenate."""

    text: str
    style: CharStyle
    link: str = ""


@dataclass(frozen=True, slots=True)
class TextSettings:
    """Settings of the text engine as a whole. `faces` maps face names to font files."""

    faces: dict[str, FaceSource] = field(default_factory=dict)
