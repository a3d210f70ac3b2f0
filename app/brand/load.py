"""Loads `brandbooks/<name>/brandbook.toml` into a frozen Brand."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.brand.drawings import drawing
from app.brand.paper import on_paper, scaled, shrinkage
from app.brand.pngmark import read_png
from app.brand.reading import Reader
from app.brand.styles import read_styles
from app.brand.tokens import Brand, Drawing, FontFile, GridTokens, Master, PageFormat, PictureTokens, Rules
from app.brand.units import FORMATS_MM, MM, contrast, is_color
from app.problems import Problem, error, problem

SCHEMA = 1
LARGEST = 1_000_000
"""A brandbook.toml of more bytes than this is refused unread."""

BASE_PALETTE = {
    "paper": "#FFFFFF", "ink": "#111111", "accent": "#C8102E", "muted": "#666666", "line": "#111111", "soft": "#CCCCCC",
    "wash": "#F3F3F3", "on-picture": "#FFFFFF", "cover-line": "#FFFFFF", "on-accent": "#FFFFFF",
    "plate": "#111111", "on-plate": "#FFFFFF", "plate-accent": "#C8102E",
}  # fmt: skip
KINDS = (
    "cover", "contents", "opener", "letter", "story", "estimate", "summary", "total", "timeline", "team", "references", "terms",
    "acceptance", "back-cover", "chrome",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class BrandLoaded:
    """A brand, or None where the brandbook could not be read at all, and what is wrong with it."""

    brand: Brand | None
    problems: tuple[Problem, ...]


def load_brand(folder: Path, assets: Path, cache: Path | None = None) -> BrandLoaded:
    """Load a brandbook. `assets` is the folder behind font paths that begin with `assets:` (its `fonts`); what takes long to read
    is kept in `cache`.
    """
    problems: list[Problem] = []
    table = _read_toml(folder / "brandbook.toml", problems)
    if table is None:
        return BrandLoaded(None, tuple(problems))
    top = Reader(table, "", problems)
    schema = top.number("schema", SCHEMA)
    if schema > SCHEMA:
        return BrandLoaded(None, (error("brand-newer-schema", folder.name, schema=int(schema)),))
    palette = _palette(top.table_at("palette"))
    faces = _faces(top.table_at("faces"), folder, assets / "fonts")
    page, scale = _page(top.table_at("page"))
    grid_table = top.table_at("grid")
    brand = Brand(
        name=folder.name,
        title=_title(top, folder.name),
        folder=folder,
        key=_key(folder, faces),
        page=page,
        grid=_grid(grid_table),
        palette=palette,
        faces=faces,
        styles=scaled(read_styles(top.table_at("styles").table, faces, palette, problems), scale),
        masters=_masters(top.table_at("masters"), problems),
        pictures=_pictures(top.table_at("pictures"), palette),
        drawings=_drawings(top.table_at("logos"), folder, problems, cache),
        hairline=(rules := top.table_at("rules")).number("hairline", 0.4, 0.1, 5.0),
        rules=_rules(rules),
    )
    top.finish()
    _check_contrast(brand, problems)
    return BrandLoaded(brand, tuple(problems))


def _read_toml(path: Path, problems: list[Problem]) -> dict[str, Any] | None:
    try:
        data = path.read_bytes() if path.stat().st_size <= LARGEST else None
    except OSError:
        problems.append(error("brand-unreadable", path.parent.name, path=path.name))
        return None
    if data is None:
        problems.append(error("brand-too-large", path.parent.name, path=path.name, limit=LARGEST))
        return None
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as failure:
        reason = "nested too deeply" if isinstance(failure, RecursionError) else str(failure)[:120]
        problems.append(error("brand-not-toml", path.parent.name, path=path.name, reason=reason))
        return None


def _key(folder: Path, faces: Mapping[str, FontFile]) -> str:
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.iterdir() if path.is_file()):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    for name, face in faces.items():
        digest.update(f"{name}{face.path.name}{face.variations}".encode())
    return digest.hexdigest()[:32]


def _title(top: Reader, default: str) -> dict[str, str]:
    read = top.table_at("title")
    return {language: read.text(language, default) for language in ("ru", "en")}


def _palette(read: Reader) -> dict[str, str]:
    palette = {role: read.color(role, color) for role, color in BASE_PALETTE.items()}
    palette["accent-text"] = read.color("accent-text", palette["accent"])
    for role, color in read.table.items():
        if role not in palette:
            read.known.add(role)
            palette[role] = read.color(role, palette["ink"]) if is_color(color) else palette["ink"]
    return palette


def _faces(read: Reader, folder: Path, fonts: Path) -> dict[str, FontFile]:
    faces: dict[str, FontFile] = {}
    for name, value in read.table.items():
        table = value if isinstance(value, dict) else {"file": value}
        one = Reader(table, f"faces.{name}", read.problems)
        file = one.text("file", "")
        axes = one.table_at("axes")
        variations = tuple((axis, axes.number(axis, 0.0, -2000.0, 2000.0)) for axis in axes.table)
        path = _inside(fonts, file.removeprefix("assets:")) if file.startswith("assets:") else _inside(folder, file)
        if path is None or not path.is_file():
            read.problems.append(error("brand-font-missing", f"faces.{name}", path=file))
            continue
        faces[name] = FontFile(path, variations)
    if not faces:
        read.problems.append(error("brand-no-faces", "faces"))
        faces["text"] = FontFile(fonts / "inter" / "Inter_400Regular.ttf")
    return faces


def _inside(folder: Path, name: str) -> Path | None:
    """Return a path below a folder, or None where the name leads out of it."""
    if not name or ":" in name or "\\" in name:
        return None
    path = (folder / name).resolve()
    return path if path.is_relative_to(folder.resolve()) else None


def _page(read: Reader) -> tuple[PageFormat, float]:
    """Return the page, and how much smaller it is than the one that the brandbook was drawn for."""
    name = read.text("format", "A4", (*FORMATS_MM, "custom"))
    width, height = FORMATS_MM.get(name, FORMATS_MM["A4"])
    size = read.numbers("size")
    if name == "custom" and len(size) == 2:
        width, height = (min(max(side, 50.0), 2000.0) for side in size)
    if read.text("orientation", "upright", ("upright", "lying")) == "lying":
        width, height = height, width
    margins = read.table_at("margins")
    sides = {
        side: margins.number(side, 20.0, 0.0, min(width, height) / 2 - 10) * MM for side in ("top", "bottom", "left", "right")
    }
    drawn = read.text("drawn_for", "", ("", *FORMATS_MM))
    scale = shrinkage(width, height, FORMATS_MM[drawn]) if drawn else 1.0
    page = PageFormat(width=width * MM, height=height * MM, bleed=read.number("bleed", 3.0, 0.0, 20.0) * MM, **sides)
    return on_paper(page, scale), scale


def _grid(read: Reader) -> GridTokens:
    return GridTokens(
        columns=int(read.number("columns", 12, 1, 24)),
        gutter=read.number("gutter", 4.0, 0.0, 30.0) * MM,
        baseline=read.number("baseline", 4.0, 1.5, 20.0) * MM,
    )


def _rules(read: Reader) -> Rules:
    usual = Rules()
    return Rules(
        discount_limit=read.number("discount_limit", usual.discount_limit, 0.0, 100.0),
        margin_floor=read.number("margin_floor", 0.0, -100.0, 100.0) if "margin_floor" in read.table else None,
        sign_off=read.text("sign_off", usual.sign_off, ("optional", "required")),
    )


def _masters(read: Reader, problems: list[Problem]) -> dict[str, Master]:
    masters = {}
    for kind in KINDS:
        table = read.table_at(kind).table
        settings = {key: value for key, value in table.items() if key != "variant"}
        masters[kind] = Master(str(table.get("variant", "")), settings)
    for kind in read.table.keys() - set(KINDS):
        problems.append(problem("brand-unknown-key", f"masters.{kind}"))
    return masters


def _pictures(read: Reader, palette: Mapping[str, str]) -> PictureTokens:
    treatments = ("none", "duotone", "grey")
    return PictureTokens(
        treatment=read.text("treatment", "none", treatments),
        cover_treatment=read.text("cover_treatment", "none", treatments),
        duotone_dark=read.color("duotone_dark", "ink", palette),
        duotone_light=read.color("duotone_light", "accent", palette),
        dpi=int(read.number("dpi", 220, 72, 600)),
        least_dpi=int(read.number("least_dpi", 150, 36, 600)),
        radius=read.number("radius", 0.0, 0.0, 100.0),
        ring=read.text("ring", ""),
        ring_weight=read.number("ring_weight", 0.0, 0.0, 10.0),
    )


def _drawings(read: Reader, folder: Path, problems: list[Problem], cache: Path | None) -> dict[str, Drawing]:
    drawings: dict[str, Drawing] = {}
    for name in read.table:
        file = read.text(name, "")
        path = _inside(folder, file)
        if path is None or not path.is_file():
            problems.append(problem("brand-logo-missing", f"logos.{name}", path=file))
            continue
        found, ignored = read_png(path) if path.suffix.lower() == ".png" else drawing(path, cache)
        problems.extend(ignored)
        if found:
            drawings[name] = found
    return drawings


def _check_contrast(brand: Brand, problems: list[Problem]) -> None:
    """Small text needs 4.5:1 against what it stands on (WCAG 2.2, success criterion 1.4.3)."""
    for text, ground in (("ink", "paper"), ("muted", "paper"), ("on-accent", "accent"), ("ink", "wash")):
        ratio = contrast(brand.color(text), brand.color(ground))
        if ratio < 4.5:
            problems.append(problem("brand-low-contrast", f"palette.{text}", text=text, ground=ground, ratio=f"{ratio:.1f}"))
