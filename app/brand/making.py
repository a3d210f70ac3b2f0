"""A brandbook of a studio's own, made of its name, its logo and a colour or two upon one of those that ship."""

import os
import shutil
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from app.brand.changing import Value, changed
from app.brand.load import load_brand
from app.brand.logos import Logo, read_logo
from app.brand.naming import slug
from app.brand.palettes import Colors, duotone_of, palette_of
from app.brand.tokens import Brand
from app.brand.units import is_color
from app.problems import Problem, error

ROOT = Path(__file__).resolve().parents[2]
SHIPPED, ASSETS = ROOT / "brandbooks", ROOT / "assets"
FILE = "brandbook.toml"
BASES = ("kurs", "salon", "ekran")


@dataclass(frozen=True)
class BrandWish:
    """What a studio wants: how it is called, in each language where that differs, its logo (a file or its bytes, or what was
    read of one), colours as `#rrggbb`, and the brandbook whose character it takes.
    """

    title: str
    accent: str
    name: str = ""
    """Of the folder; made of the title where it is empty."""
    titles: tuple[tuple[str, str], ...] = ()
    logo: "Path | bytes | Logo | None" = None
    second: str = ""
    ink: str = ""
    paper: str = ""
    base: str = BASES[0]

    @property
    def colors(self) -> Colors:
        """The colours alone."""
        return Colors(self.accent, self.second, self.ink, self.paper)


@dataclass(frozen=True)
class Made:
    """A new brandbook: its name and its folder, None where there is none; and what is wrong with it."""

    name: str
    folder: Path | None
    problems: tuple[Problem, ...] = ()


def make_brandbook(folder: Path, wish: BrandWish) -> Made:
    """Make a brandbook in a folder of brandbooks. Nothing that is there is written over; half a brandbook is never left."""
    wrong = _wrong(wish)
    if wrong:
        return Made("", None, wrong)
    logo = wish.logo if isinstance(wish.logo, Logo) else read_logo(wish.logo) if wish.logo is not None else Logo()
    base = SHIPPED / wish.base
    brand = load_brand(base, ASSETS).brand
    assert brand is not None, "a brandbook that ships is whole"
    try:
        files = _files(base, brand, wish, logo)
        name = slug(wish.name or wish.title, taken(folder))
        with new_folder(folder, name) as place:
            for file, content in files.items():
                (place / file).write_bytes(content)
    except OSError as refused:
        return Made("", None, (*logo.problems, not_written(folder, refused)))
    loaded = load_brand(folder / name, ASSETS)
    return Made(name, folder / name, (*logo.problems, *loaded.problems))


def palette_for(wish: BrandWish) -> dict[str, str]:
    """Return the palette that a wish leads to. Raises KeyError or ValueError for a base or colours that are none."""
    brand = load_brand(SHIPPED / wish.base, ASSETS).brand
    assert brand is not None, "a brandbook that ships is whole"
    return palette_of(wish.colors, brand.palette)


def taken(folder: Path) -> frozenset[str]:
    """Return the names that a new brandbook cannot have: those that there are, and those that ship."""
    found = [entry.name for place in (folder, SHIPPED) if place.is_dir() for entry in place.iterdir()]
    return frozenset(found)


@contextmanager
def new_folder(folder: Path, name: str) -> Iterator[Path]:
    """Let a folder be filled that appears under its name when everything is in it. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / f".{name}.{uuid.uuid4().hex[:8]}"
    place.mkdir()
    try:
        yield place
        for file in place.rglob("*"):
            if file.is_file():
                _flush(file)
        place.rename(folder / name)
    except BaseException:
        shutil.rmtree(place, ignore_errors=True)
        raise


def not_written(folder: Path, refused: OSError) -> Problem:
    """Tell that the disk refused."""
    return error("brand-not-written", str(folder), reason=refused.strerror or type(refused).__name__)


def _flush(file: Path) -> None:
    with suppress(OSError):
        handle = os.open(file, os.O_RDWR)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _wrong(wish: BrandWish) -> tuple[Problem, ...]:
    if not wish.title.strip():
        return (error("brand-name-empty", "title"),)
    if wish.base not in BASES:
        return (error("brand-not-found", "base", name=wish.base, known=", ".join(BASES)),)
    chosen = {"accent": wish.accent, "second": wish.second, "ink": wish.ink, "paper": wish.paper}
    return tuple(
        error("brand-color-wrong", role, value=color[:40])
        for role, color in chosen.items()
        if (color or role == "accent") and not is_color(color)
    )


def _files(base: Path, brand: Brand, wish: BrandWish, logo: Logo) -> dict[str, bytes]:
    palette = palette_of(wish.colors, brand.palette)
    marks = logo.files(palette)
    titles = {"ru": wish.title, "en": wish.title, **dict(wish.titles)}
    changes: dict[tuple[str, ...], Value] = {("title", language): title.strip() for language, title in titles.items()}
    changes |= color_changes(wish.colors, brand)
    changes[("logos", "mark")] = None
    changes |= {("logos", name): file for name, (file, _) in marks.items()}
    text = changed((base / FILE).read_text("utf-8"), changes)
    text = _headed(text, wish.title)
    return {FILE: text.encode(), **dict(marks.values())}


def color_changes(colors: Colors, brand: Brand) -> dict[tuple[str, ...], Value]:
    """Return what is to be changed in the text of a brandbook so that it has other colours."""
    palette: Mapping[str, str] = palette_of(colors, brand.palette)
    roles = set(brand.palette) | {"accent-text"}
    changes: dict[tuple[str, ...], Value] = {
        ("palette", role): color for role, color in palette.items() if role in roles and role != "cover-line"
    }
    if brand.masters["cover"].variant == "framed":
        changes[("palette", "cover-line")] = palette["cover-line"]
    if "duotone" in (brand.pictures.treatment, brand.pictures.cover_treatment):
        changes[("pictures", "duotone_dark")], changes[("pictures", "duotone_light")] = duotone_of(colors.accent)
    changes |= {("styles", name, "color"): "accent-text" for name, style in brand.styles.items() if style.color == "accent"}
    return changes


def _headed(text: str, title: str) -> str:
    """Put the studio's name into the first line, before what the brandbook was made upon says of itself."""
    plain = " ".join("".join(sign for sign in title if sign.isprintable() or sign.isspace()).split())
    told = "made of its colours upon the brandbook below. Change any value; what is wrong is told with its path."
    return f"# {plain}: {told}\n{text}"
