"""What a brandbook decides, as frozen values. Lengths are points unless said otherwise, colours `#rrggbb`."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class PageFormat:
    """The trimmed page, its margins and the bleed around it."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    bleed: float


@dataclass(frozen=True, slots=True)
class GridTokens:
    """Columns across the type area, the gutter between them, and the distance of the baselines."""

    columns: int
    gutter: float
    baseline: float


@dataclass(frozen=True, slots=True)
class FontFile:
    """A face: its file and the axis values of a variable font."""

    path: Path
    variations: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class StyleToken:
    """A text style. `face` and its relatives are names in Brand.faces; `leading` counts baseline steps.

    `color` is a role of the palette; `before` and `after` are baseline steps of space; `indent` is points of first-line
    indent; `fallback` lists faces for letters that `face` lacks; without `typograph` a text is set as it was typed.
    """

    name: str
    face: str
    size: float
    leading: float
    strong: str = ""
    italic: str = ""
    strong_italic: str = ""
    fallback: tuple[str, ...] = ()
    color: str = "ink"
    tracking: float = 0.0
    features: tuple[str, ...] = ()
    caps: str = "none"
    align: str = "left"
    hyphenate: bool = False
    balance: bool = False
    hang: bool = False
    typograph: bool = True
    indent: float = 0.0
    before: float = 0.0
    after: float = 0.0
    sizes: tuple[float, ...] = ()
    """Smaller sizes to fall back to when a headline does not fit, largest first."""


@dataclass(frozen=True, slots=True)
class PictureTokens:
    """How photographs look: `treatment` is none, duotone or grey; duotone colours are palette roles; `dpi` at printed size,
    and `least_dpi` below which a picture is reported as soft."""

    treatment: str = "none"
    duotone_dark: str = "ink"
    duotone_light: str = "accent"
    cover_treatment: str = "none"
    dpi: int = 220
    least_dpi: int = 150
    radius: float = 0.0
    ring: str = ""
    ring_weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Master:
    """The variant that a brand chose for a kind of page, and the settings of that variant."""

    variant: str
    settings: Mapping[str, object]

    def flag(self, name: str, default: bool = False) -> bool:
        """Return a yes-or-no setting."""
        return bool(self.settings.get(name, default))

    def text(self, name: str, default: str = "") -> str:
        """Return a textual setting."""
        return str(self.settings.get(name, default))

    def number(self, name: str, default: float) -> float:
        """Return a numeric setting."""
        value = self.settings.get(name, default)
        return float(value) if isinstance(value, int | float) else default


@dataclass(frozen=True, slots=True)
class Rules:
    """What the house wants of an estimate before it leaves.

    `discount_limit` is how much all discounts together may take off, `margin_floor` the least margin, both in percent; beyond
    them the lead must agree. None is no floor. `sign_off` is "required" where somebody must sign the hours of every section,
    else "optional".
    """

    discount_limit: float = 15.0
    margin_floor: float | None = None
    sign_off: str = "optional"


@dataclass(frozen=True, slots=True)
class Shape:
    """A path: commands ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y), ("Z",).

    An empty `fill` or `stroke` is the colour of the text around, "none" paints nothing. `even_odd` is the rule by which
    paths that overlap leave holes.
    """

    commands: tuple[tuple[str | float, ...], ...]
    fill: str = ""
    stroke: str = "none"
    stroke_width: float = 0.0
    even_odd: bool = False
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing, such as a logo, from (0, 0) to (width, height): shapes, or the file of a picture in the brandbook's folder."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Brand:
    """A brandbook. `key` is a hash of everything in it: equal keys mean equal pages."""

    name: str
    title: Mapping[str, str]
    folder: Path
    key: str
    page: PageFormat
    grid: GridTokens
    palette: Mapping[str, str]
    faces: Mapping[str, FontFile]
    styles: Mapping[str, StyleToken]
    masters: Mapping[str, Master]
    pictures: PictureTokens
    drawings: Mapping[str, Drawing]
    """The logo variants by name."""
    hairline: float
    rules: Rules

    @property
    def typeset(self) -> str:
        """What is equal where the faces are: their files, which of their states, and their axes."""
        return repr([(name, str(face.path), _state(face.path), face.variations) for name, face in self.faces.items()])

    def color(self, role: str) -> str:
        """Return the colour of a palette role; a `#rrggbb` stands for itself. Unknown roles are ink."""
        return role if role.startswith("#") else self.palette.get(role, self.palette["ink"])


def _state(path: Path) -> tuple[int, int]:
    try:
        at = path.stat()
    except OSError:
        return 0, 0
    return at.st_mtime_ns, at.st_size
