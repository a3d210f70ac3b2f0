"""Dragging the PDF out of the window, by the button that exports it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.pipeline import Preset
from app.problems import error
from tests.widgets.press import TestPress
from widgets.application import House
from widgets.panels.export_button import ExportButton
from widgets.purposes import Choice

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def carried(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return the files that are dragged out; the system, which would carry them on, is not here."""
    taken: list[Path] = []

    def exec_(drag: QDrag, *_: object) -> Qt.DropAction:
        taken.extend(Path(url.toLocalFile()) for url in drag.mimeData().urls())
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", exec_)
    return taken


def pull(house: House) -> QPoint:
    """Press the button and move away from it; return where the pointer is."""
    window = house.window.windowHandle()
    button = house.window.findChildren(ExportButton)[0]
    start = button.mapTo(house.window, button.rect().center())
    end = start + QPoint(-40, 40)
    assert window is not None
    QTest.mousePress(window, LEFT, NO_KEYS, start)
    for point in (start + QPoint(-4, 4), end):
        where = point.toPointF()
        moved = QMouseEvent(
            QMouseEvent.Type.MouseMove, where, window.mapToGlobal(where), Qt.MouseButton.NoButton, LEFT, NO_KEYS
        )  # fmt: skip
        QApplication.sendEvent(window, moved)
    return end


def let_go(house: House, where: QPoint) -> None:
    window = house.window.windowHandle()
    assert window is not None
    QTest.mouseRelease(window, LEFT, NO_KEYS, where)


def test_who_pulls_at_the_button_takes_the_pdf_along(opened: House, qtbot: QtBot, carried: list[Path]) -> None:
    """Nothing is asked, nothing opens: the file goes where it is let go."""
    where = pull(opened)
    qtbot.waitUntil(lambda: bool(carried), timeout=8000)
    let_go(opened, where)
    assert carried[0].read_bytes().startswith(b"%PDF")
    assert "Quiet Harbour" in carried[0].name
    assert QApplication.activeModalWidget() is None


def test_a_drag_that_is_given_up_before_the_pdf_is_there_carries_nothing(
    opened: House, qtbot: QtBot, press: TestPress, carried: list[Path]
) -> None:
    press.ink.clear()
    where = pull(opened)
    let_go(opened, where)
    press.ink.set()
    qtbot.waitUntil(lambda: "Exported to" in opened.window.banner.text, timeout=8000)
    assert not carried


def test_where_something_forbids_the_final_pdf_a_draft_is_dragged(
    opened: House, qtbot: QtBot, press: TestPress, carried: list[Path]
) -> None:
    press.checked = (error("estimate-no-rate", "estimate", title="Layout"),)
    opened.window.acts["add-terms"].trigger()
    qtbot.waitUntil(lambda: bool(opened.desk.pages.forbidding), timeout=8000)
    where = pull(opened)
    qtbot.waitUntil(lambda: bool(carried), timeout=8000)
    let_go(opened, where)
    assert "(draft)" in carried[0].name


def test_a_pdf_that_was_protected_last_is_not_dragged_out_without_its_password(
    opened: House, qtbot: QtBot, carried: list[Path]
) -> None:
    opened.desk.settings.export = Choice(Preset.STANDARD, password="secret")
    let_go(opened, pull(opened))
    assert "protected with a password" in opened.window.banner.text
    assert not carried
