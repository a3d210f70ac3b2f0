"""Who does not see well has larger letters, in the system or here; what holds them is larger too."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontDatabase, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.widgets.typing_keys import type_keys
from widgets.application import House
from widgets.look import scale
from widgets.look.icons import pixels_a_point, pixmap
from widgets.look.look import Look, face
from widgets.look.theme import theme
from widgets.outline.rename import RenameField
from widgets.settings import Settings


@pytest.fixture(autouse=True)
def usual(qapp: QApplication) -> Iterator[None]:
    yield
    scale.choose(1.0)
    Look(qapp, "light").deleteLater()


@pytest.mark.parametrize(
    ("points", "platform", "factor"),
    [
        (9.0, "linux", 1.0), (10.0, "linux", 1.0), (11.0, "linux", 1.0), (16.5, "linux", 1.5), (7.2, "linux", 0.8),
        (9.0, "win32", 1.0), (13.5, "win32", 1.5), (13.0, "darwin", 1.0), (19.5, "darwin", 1.5), (-1.0, "linux", 1.0),
    ],
)  # fmt: skip
def test_letters_of_the_system_that_nobody_changed_are_the_usual_size(points: float, platform: str, factor: float) -> None:
    assert scale.of_points(points, platform) == pytest.approx(factor)


def test_nothing_becomes_absurdly_large_or_small() -> None:
    for own, factor in ((0.01, 0.8), (50.0, 2.0), (1.25, 1.25)):
        scale.choose(own)
        assert scale.factor() == factor


def test_letters_that_become_larger_in_the_system_do_so_here(
    opened: House, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = face().pixelSize()
    monkeypatch.setattr(QFontDatabase, "systemFont", lambda _: QFont("Sans", 22))
    with qtbot.waitSignal(opened.window.built, timeout=5000):
        QApplication.sendEvent(opened.window, QEvent(QEvent.Type.ThemeChange))
    assert face().pixelSize() == 2 * before == opened.window.font().pixelSize()
    built = []
    opened.window.built.connect(lambda: built.append(True))
    opened.window._follow_letters()
    assert not built, "what is as large already is left alone"
    monkeypatch.undo()
    with qtbot.waitSignal(opened.window.built, timeout=5000):
        opened.window._follow_letters()
    assert face().pixelSize() == before


def test_letters_are_made_larger_and_smaller_by_keys_and_stay_so(opened: House, qtbot: QtBot) -> None:
    window = opened.window
    assert window.workbench is not None
    row = window.workbench.outline.list.sizeHintForRow(0)
    for _ in range(3):
        window.acts["letters-larger"].trigger()
    assert window.acts["letters-larger"].shortcut().toString() == "Ctrl+Alt+="
    assert opened.desk.settings.letters == scale.factor() == 1.5
    assert window.workbench is not None
    assert window.workbench.outline.list.sizeHintForRow(0) == round(row * 1.5)
    title = next(one for one in window.workbench.editor.findChildren(QLabel, "title"))
    title.ensurePolished()
    assert title.font().pixelSize() == 30
    window.acts["letters-smaller"].trigger()
    assert scale.factor() == 1.25
    window.acts["letters-usual"].trigger()
    assert scale.factor() == 1.0 and window.font().pixelSize() == 13


def test_settings_of_strangers_make_nothing_absurd(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "x.ini")
    for wrong in ("x", "99", "-1", "nan"):
        settings._store.setValue("letters", wrong)
        assert settings.letters == 1.0


def test_what_holds_letters_grows_with_them_and_lines_do_not() -> None:
    plain, large = theme("light").style_sheet(), theme("light").style_sheet(2.0)
    sizes = [[int(one) for one in re.findall(r"font-size: (\d+)px", sheet)] for sheet in (plain, large)]
    assert sizes[1] == [2 * one for one in sizes[0]]
    assert "max-height: 2px" in large and "padding: 5px 8px" in large and "min-height: 36px" in large


def test_a_row_is_drawn_larger_as_a_whole(qapp: QApplication) -> None:
    scale.choose(2.0)
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    with scale.magnified(painter, QRect(10, 10, 20, 20)) as box:
        assert box == QRect(0, 0, 10, 10)
        assert face(12).pixelSize() == 12, "it is the painter that enlarges"
        painter.fillRect(box, Qt.GlobalColor.black)
    painter.end()
    assert face(12).pixelSize() == 24
    black = [(x, y) for x in range(40) for y in range(40) if image.pixelColor(x, y).name() == "#000000"]
    assert (min(black), max(black), len(black)) == ((10, 10), (29, 29), 400)


def test_what_is_clicked_in_a_larger_row_is_what_is_seen_there(opened: House, qtbot: QtBot) -> None:
    opened.window.acts["letters-larger"].trigger()
    opened.window.acts["letters-larger"].trigger()
    assert opened.window.workbench is not None
    outline = opened.window.workbench.outline.list
    opened.desk.session.go_to("sections/letter")
    QApplication.processEvents()
    row = outline.visualRect(outline.currentIndex())
    assert row.height() == round(92 * 1.25)
    type_keys(qtbot, outline, Qt.Key.Key_F2)
    field = outline.findChild(RenameField)
    assert field is not None and row.contains(field.geometry().center())
    assert field.geometry().left() >= round(88 * 1.25) - 8
    assert field.geometry().topLeft() != QPoint()


def test_icons_of_rows_in_larger_letters_are_just_as_sharp_as_they_are_seen(qapp: QApplication) -> None:
    scale.choose(1.5)
    image = QImage(40, 40, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    with scale.magnified(painter, QRect(0, 0, 40, 40)):
        drawn = pixmap("search", "#000000", 16, pixels_a_point(painter))
        assert (drawn.width(), drawn.devicePixelRatio()) == (24, 1.5)
    painter.end()
