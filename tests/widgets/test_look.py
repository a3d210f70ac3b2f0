"""Themes, icons, settings."""

import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QFontDatabase, QPainter, QPixmap, QStyleHints
from PySide6.QtWidgets import QApplication

from widgets.application import House
from widgets.look import theme as themes
from widgets.look.icons import pixels_a_point, pixmap
from widgets.look.look import Look
from widgets.look.parts import plain_tip
from widgets.look.theme import ASSETS, theme
from widgets.settings import Settings

ICONS = sorted((ASSETS / "icons").glob("*.svg"))


def luminance(color: QColor) -> float:
    """WCAG 2.2: relative luminance."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, two: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground", "least"),
    [
        ("text", "surface", 12), ("text", "window", 12), ("text", "accent-wash", 9), ("secondary", "surface", 4.5),
        ("secondary", "window", 4.5), ("tertiary", "surface", 3), ("on-accent", "accent", 4.5), ("accent", "surface", 4.5),
        ("error", "surface", 4.5), ("error", "error-wash", 4.5), ("text", "error-wash", 9), ("text", "warning-wash", 9),
    ],
)  # fmt: skip
def test_words_can_be_read_on_their_ground(name: str, text: str, ground: str, least: float) -> None:
    colors = theme(name)
    assert contrast(colors.color(text), colors.color(ground)) >= least


def test_both_themes_have_the_same_colours_and_the_style_sheet_uses_no_others() -> None:
    light, dark = theme("light"), theme("dark")
    assert light.colors.keys() == dark.colors.keys()
    assert (light.dark, dark.dark) == (False, True)
    assert not re.search(r"\{[a-z-]+\}", light.style_sheet())
    assert all(re.fullmatch(r"#[0-9A-F]{6}", color) for color in (*light.colors.values(), *dark.colors.values()))


def test_a_theme_is_read_once_and_anew_when_its_file_is_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(themes.bytecode, "place", lambda _module, name: tmp_path / f"{name}.kept")
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr(themes, "THEMES", tmp_path)
    file = tmp_path / "dusk.toml"
    file.write_text('dark = true\n[colors]\ntext = "#AAAAAA"', "utf-8")
    assert theme.__wrapped__("dusk") == themes.Theme("dusk", True, {"text": "#AAAAAA"})
    with monkeypatch.context() as without:
        without.setitem(sys.modules, "tomllib", None)
        assert theme.__wrapped__("dusk").colors == {"text": "#AAAAAA"}
    file.write_text('dark = false\n[colors]\ntext = "#123"', "utf-8")
    assert theme.__wrapped__("dusk") == themes.Theme("dusk", False, {"text": "#123"})


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_a_painter_tells_how_fine_the_screen_is(ratio: float, qapp: QApplication) -> None:
    screen = QPixmap(40, 40)
    screen.setDevicePixelRatio(ratio)
    painter = QPainter(screen)
    painter.translate(3, 4)
    assert pixels_a_point(painter) == pytest.approx(ratio)
    painter.rotate(90)
    assert pixels_a_point(painter) == pytest.approx(ratio)
    painter.end()


def test_a_theme_reaches_the_whole_application(qapp: QApplication) -> None:
    look = Look(qapp, "dark")
    assert look.theme.name == "dark"
    assert qapp.palette().window().color().name().upper() == look.theme.colors["window"]
    assert "Inter" in QFontDatabase.families()
    Look(qapp, "light")


@pytest.mark.parametrize("file", ICONS, ids=lambda file: file.stem)
def test_icons_are_drawn_on_one_grid_and_show_something(file: Path, qapp: QApplication) -> None:
    root = ET.parse(file).getroot()
    assert root.get("viewBox") == "0 0 20 20"
    image = pixmap(file.stem, "#102030", 20).toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(20) for y in range(20))


def test_settings_are_remembered_and_nonsense_is_ignored(tmp_path: Path, qapp: QApplication) -> None:
    file = tmp_path / "window.ini"
    settings = Settings(file)
    assert (settings.language, settings.theme) == ("", "system")
    settings.language, settings.theme = "ru", "dark"
    settings.keep("geometry", QByteArray(b"abc"))
    settings._store.sync()
    again = Settings(file)
    assert (again.language, again.theme, again.bytes("geometry")) == ("ru", "dark", QByteArray(b"abc"))
    again.language, again.theme = "tlh", "pink"
    assert (again.language, again.theme) == ("", "system")
    file.write_bytes(b"\x00\xff broken")
    assert Settings(file).theme == "system"


def test_a_tooltip_is_never_markup() -> None:
    assert "<img" not in plain_tip("<img src='file:///etc/passwd'>")
    assert plain_tip("") == ""


def test_the_window_goes_dark_with_the_system_and_light_again_unless_a_theme_was_chosen(
    house: House, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A platform without a theme of its own tells no scheme, so the test tells it in the platform's place."""
    hints, look = qapp.styleHints(), house.desk.look

    def tell(scheme: Qt.ColorScheme) -> str:
        monkeypatch.setattr(QStyleHints, "colorScheme", lambda _: scheme)
        hints.colorSchemeChanged.emit(scheme)
        return look.theme.name

    house.window.choose_theme("system")
    assert tell(Qt.ColorScheme.Dark) == "dark"
    assert house.window.palette().window().color().lightnessF() < 0.3
    assert tell(Qt.ColorScheme.Light) == "light"
    assert house.window.palette().window().color().lightnessF() > 0.9
    house.window.choose_theme("light")
    assert tell(Qt.ColorScheme.Dark) == "light"
