"""Pages as lists of things to paint. Lengths are points from the top left corner of the trimmed page, y downwards.

Colours are `#rrggbb`. Every item may carry `origin`, the path of the part of the proposal that it shows
(see `app.model.path`), so that a click on the page leads to its field. `tag` is the item's role in the document's structure.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from app.text.glyphs import Line


class Tag(StrEnum):
    """The role of an item in the tagged structure of the PDF. ARTIFACT is decoration that is not read aloud."""

    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    P = "P"
    LI = "LI"
    TOCI = "TOCI"
    TH = "TH"
    TD = "TD"
    FIGURE = "Figure"
    CAPTION = "Caption"
    QUOTE = "BlockQuote"
    ARTIFACT = "Artifact"


class Treatment(StrEnum):
    """What is done to the colours of a photograph."""

    NONE = "none"
    DUOTONE = "duotone"
    GREY = "grey"


@dataclass(frozen=True, slots=True)
class TextItem:
    """A line of text whose column starts at `x` and whose baseline is at `y`. `group` joins the lines of one paragraph
    and the cells of one row (`t1/r3/c2`) in the structure tree. `angle` turns it counter-clockwise about (x, y), in degrees.
    """

    x: float
    y: float
    line: Line
    origin: str = ""
    tag: Tag = Tag.P
    group: str = ""
    opacity: float = 1.0
    angle: float = 0.0


@dataclass(frozen=True, slots=True)
class BoxItem:
    """A filled or stroked rectangle with rounded corners; `stroke_width` in points, 0 draws no stroke."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 0.0
    radius: float = 0.0
    opacity: float = 1.0
    origin: str = ""


@dataclass(frozen=True, slots=True)
class RuleItem:
    """A straight line of `weight` points; `dash` are lengths of dashes and gaps in points."""

    x1: float
    y1: float
    x2: float
    y2: float
    weight: float
    color: str
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class PathItem:
    """A closed or open path: commands ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y), ("Z",).

    `even_odd` is the rule by which paths that overlap leave holes, as many logos need it.
    """

    commands: tuple[tuple[str | float, ...], ...]
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 0.0
    opacity: float = 1.0
    origin: str = ""
    even_odd: bool = False


@dataclass(frozen=True, slots=True)
class GradientItem:
    """A rectangle filled with a linear gradient of one colour's opacity: `stops` are (position 0…1, opacity 0…1).

    `angle` 0 runs from left to right, 90 from top to bottom.
    """

    x: float
    y: float
    width: float
    height: float
    color: str
    stops: tuple[tuple[float, float], ...]
    angle: float = 90.0


@dataclass(frozen=True, slots=True)
class ShadowItem:
    """The soft shadow of a rectangle that stands at (x, y): `blur` is how far it fades, in points, `dy` how far it falls.

    `spread` makes it so much larger (or, negative, smaller) than the rectangle on every side.
    """

    x: float
    y: float
    width: float
    height: float
    radius: float = 0.0
    blur: float = 12.0
    dy: float = 6.0
    spread: float = 0.0
    color: str = "#000000"
    opacity: float = 0.28


@dataclass(frozen=True, slots=True)
class FieldItem:
    """A field that the reader fills in, `size` points of type on one line or several.

    `name` is unique in the document, `label` is what it is called for those who cannot see the page, `face` is what is
    typed in. Where nothing can be filled in, on paper, the value is painted as text.
    """

    x: float
    y: float
    width: float
    height: float
    name: str
    label: str
    value: str = ""
    size: float = 10.0
    color: str = "#111111"
    multiline: bool = False
    origin: str = ""
    face: str = ""


@dataclass(frozen=True, slots=True)
class PictureItem:
    """A picture that fills its rectangle: cropped around its focus, never distorted (`fit` shows all of it instead).

    `file` is Picture.file, `zoom` Picture.zoom, `shape` is "rect" or "circle", `radius` rounds a rect's corners: `corners` "all"
    or those at its "foot" alone. `duotone` are the colours for the dark and the light parts. `source` tells
    where the file is looked for:
    "proposal" or "brand".
    """

    x: float
    y: float
    width: float
    height: float
    file: str
    focus_x: float = 0.5
    focus_y: float = 0.5
    shape: str = "rect"
    radius: float = 0.0
    fit: bool = False
    treatment: Treatment = Treatment.NONE
    duotone: tuple[str, str] = ("#000000", "#ffffff")
    alt: str = ""
    origin: str = ""
    source: str = "proposal"
    corners: str = "all"
    zoom: float = 1.0


@dataclass(frozen=True, slots=True)
class LinkItem:
    """A place to click: `url` leads out, `page` (an index from 0) within the document."""

    x: float
    y: float
    width: float
    height: float
    url: str = ""
    page: int = -1


Item: TypeAlias = TextItem | BoxItem | RuleItem | PathItem | GradientItem | ShadowItem | PictureItem | LinkItem | FieldItem


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline that leads to `y` on its page; `level` 0 is the top and never jumps by more than one."""

    title: str
    level: int = 0
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its trimmed size in points, what is painted in this order, and what it is.

    `section` is the id of the proposal's section that it belongs to; `label` the page number as printed.
    """

    width: float
    height: float
    items: tuple[Item, ...]
    section: str = ""
    label: str = ""
    bookmarks: tuple[Bookmark, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What a PDF says about itself. `date` is ISO 8601; `language` a BCP 47 tag."""

    title: str
    author: str
    subject: str
    language: str
    date: str
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """All pages of a proposal."""

    pages: tuple[Page, ...]
    info: DocumentInfo
