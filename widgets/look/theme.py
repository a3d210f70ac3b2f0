"""Themes as data: colours by name from `assets/themes`, the palette and the style sheet made of them."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtGui import QColor, QPalette

from app import bytecode
from widgets.look.scale import mark

ASSETS = Path(__file__).resolve().parents[2] / "assets"
THEMES = ASSETS / "themes"

_PALETTE = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "tertiary",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on-accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Mid: "hairline",
    QPalette.ColorRole.Dark: "outline",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Shadow: "page-shadow",
    QPalette.ColorRole.Accent: "accent",
}
_SIZES = re.compile(r"((?:font-size|min-height|(?<!-)height): )((?:1[1-9]|[2-9]\d))px")
"""What grows with the letters; smaller heights are those of lines and knobs."""
_DISABLED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


@dataclass(frozen=True)
class Theme:
    """Colours of the window by name, as `#RRGGBB`."""

    name: str
    dark: bool
    colors: dict[str, str]

    def color(self, name: str, opacity: float = 1.0) -> QColor:
        """Return a colour of the theme. Raises KeyError for a name that no theme has."""
        color = QColor(self.colors[name])
        color.setAlphaF(opacity)
        return color

    def palette(self) -> QPalette:
        """Return the palette for everything that the style sheet does not reach."""
        palette = QPalette()
        for role, name in _PALETTE.items():
            palette.setColor(role, self.color(name))
        for role in _DISABLED:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("disabled"))
        return palette

    def style_sheet(self, scale: float = 1.0) -> str:
        """Return the window's style sheet in these colours, its letters and what holds them larger by a factor."""
        sheet = _template()
        if scale != 1.0:
            sheet = _SIZES.sub(lambda found: f"{found[1]}{round(int(found[2]) * scale)}px", sheet)
        return sheet.format_map({**self.colors, **_marks(scale), "signs": THEMES.as_posix(), "kind": self.name})


def _marks(scale: float) -> dict[str, int]:
    """Return the sizes of ticks and knobs: with each of their edges they are as large as with the others."""
    whole, ring = mark(scale), round(5 * scale)
    half = whole // 2
    return {"mark": whole - 2, "knob": whole - 4, "round": half, "over": half - 2, "ring": ring, "dot": whole - 2 * ring}


@cache
def theme(name: str) -> Theme:
    """Read a theme. Raises OSError or KeyError where the installation is damaged."""
    told = _told(name)
    return Theme(name, bool(told["dark"]), dict(told["colors"]))


def _told(name: str) -> dict[str, Any]:
    """Read the file of a theme; what was read of it last time while it is the same: what reads it takes long to load."""
    file, place = THEMES / f"{name}.toml", bytecode.place(__file__, name)
    state = file.stat()
    stamp = [state.st_mtime_ns, state.st_size]
    kept = bytecode.kept(place)
    if isinstance(kept, dict) and kept.get("stamp") == stamp:
        return dict(kept["told"])
    import tomllib

    told = tomllib.loads(file.read_text(encoding="utf-8"))
    bytecode.keep(place, {"stamp": stamp, "told": told})
    return told


@cache
def _template() -> str:
    return (THEMES / "window.qss").read_text(encoding="utf-8")
