"""Text styles of a brandbook, with `like` inheritance."""

from collections.abc import Iterable, Mapping
from typing import Any

from app.brand.reading import Reader
from app.brand.tokens import StyleToken
from app.problems import Problem, error

REQUIRED = (
    "body", "letter", "greeting", "lead", "kicker", "title", "heading", "list", "pull-quote", "pull-quote-by", "figure-value",
    "figure-label", "caption", "running", "folio", "cover-title", "cover-subtitle", "cover-kicker", "cover-meta",
    "section-number", "section-title", "section-text", "section-sum", "table-head", "item-title", "item-text", "cell",
    "cell-strong", "total-label", "total-value", "person-name", "person-role", "portrait-name", "portrait-role",
    "portrait-text", "reference-title", "reference-text", "terms-heading", "terms",
    "total-row", "total-row-strong", "sum", "quote-page", "drop-cap", "note",
    "opener-number", "opener-title", "closing",
    "contents-entry", "contents-part", "contents-page", "axis", "phase-title", "phase-when", "phase-text", "phase-figure",
    "share-title", "share-row", "share-number", "share-percent", "share-amount", "share-hours", "share-label", "share-total",
    "share-note",
)  # fmt: skip
"""Every style that the masters set text in. A brandbook that lacks one gets its `body` there, and a problem."""


def read_styles(
    table: Mapping[str, Any], faces: Iterable[str], palette: Mapping[str, str], problems: list[Problem]
) -> dict[str, StyleToken]:
    """Read all styles; `faces` and `palette` tell which names exist."""
    known_faces = tuple(faces)
    styles: dict[str, StyleToken] = {}
    for name in table:
        flat = _inherit(table, name, problems)
        styles[name] = _style(name, Reader(flat, f"styles.{name}", problems), table[name], known_faces, palette)
    for name in REQUIRED:
        if name not in styles:
            problems.append(error("brand-style-missing", f"styles.{name}", style=name))
            styles[name] = styles.get("body") or StyleToken(name=name, face=next(iter(known_faces), ""), size=10.0, leading=1.0)
    return styles


def _inherit(table: Mapping[str, Any], name: str, problems: list[Problem]) -> dict[str, Any]:
    """Merge a style over the ones it is like. A circle is a problem and ends the chain."""
    chain: list[dict[str, Any]] = []
    seen: set[str] = set()
    current: str | None = name
    while current is not None:
        own = table.get(current)
        if current in seen or not isinstance(own, dict):
            problems.append(error("brand-style-like", f"styles.{name}.like", style=current))
            break
        seen.add(current)
        chain.append(own)
        current = own.get("like")
    merged: dict[str, Any] = {}
    for own in reversed(chain):
        merged.update(own)
    merged.pop("like", None)
    return merged


def _style(name: str, read: Reader, own: Any, faces: tuple[str, ...], palette: Mapping[str, str]) -> StyleToken:
    default_face = faces[0] if faces else ""
    face = read.text("face", default_face, faces)
    token = StyleToken(
        name=name,
        face=face,
        size=read.number("size", 10.0, 3.0, 400.0),
        leading=read.number("leading", 1.0, 0.25, 60.0),
        strong=read.text("strong", face, faces),
        italic=read.text("italic", face, faces),
        strong_italic=read.text("strong_italic", read.table.get("strong", face), faces),
        fallback=tuple(item for item in read.texts("fallback") if item in faces),
        color=read.color("color", "ink", palette),
        tracking=read.number("tracking", 0.0, -200.0, 1000.0),
        features=read.texts("features"),
        caps=read.text("caps", "none", ("none", "upper", "small")),
        align=read.text("align", "left", ("left", "right", "center", "justify")),
        hyphenate=read.flag("hyphenate", False),
        balance=read.flag("balance", False),
        hang=read.flag("hang", False),
        typograph=read.flag("typograph", True),
        indent=read.number("indent", 0.0, 0.0, 200.0),
        before=read.number("before", 0.0, 0.0, 20.0),
        after=read.number("after", 0.0, 0.0, 20.0),
        sizes=read.numbers("sizes"),
    )
    read.finish(own if isinstance(own, dict) else ())
    return token
