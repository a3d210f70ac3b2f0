"""A theme or a language that is chosen in one window, in all that are open; what was looked at stays in sight."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app.store.workspace import Workspace
from tests.widgets.press import TestPress
from widgets.application import House, build
from widgets.windows import Windows


@pytest.fixture
def two(qapp: QApplication, qtbot: QtBot, workspace: Workspace, press: TestPress) -> Iterator[tuple[House, House]]:
    """Two windows of one process."""
    windows = Windows(workspace, lambda all_of_them: build(qapp, workspace, press, "en", all_of_them))
    first, second = windows.open(), windows.open()
    yield first, second
    windows.stop()
    for house in list(windows.houses):
        house.keeping.give_up()
        house.window.close()


def test_another_theme_is_taken_in_every_window(two: tuple[House, House]) -> None:
    """The style sheet is that of the application: a window that kept its own colours would write dark on dark."""
    first, second = two
    first.window.act("theme-dark")
    assert first.desk.look.theme is second.desk.look.theme
    assert second.window.acts["theme-dark"].isChecked()
    assert not second.window.acts["theme-light"].isChecked()


def test_another_language_is_spoken_in_every_window(two: tuple[House, House]) -> None:
    first, second = two
    first.window.act("language-ru")
    assert [house.window.menuBar().actions()[0].text() for house in two] == ["&Файл", "&Файл"]
    assert second.window.acts["language-ru"].isChecked()


def test_a_window_with_a_dialog_at_work_follows_once_that_is_closed(two: tuple[House, House], qtbot: QtBot) -> None:
    first, second = two
    dialog = QDialog(second.window)
    dialog.open()
    first.window.act("language-ru")
    assert second.window.menuBar().actions()[0].text() == "&File"
    dialog.reject()
    qtbot.waitUntil(lambda: second.window.menuBar().actions()[0].text() == "&Файл", timeout=2000)


@pytest.mark.parametrize("choice", ["theme-dark", "language-ru"])
def test_the_page_that_is_looked_at_stays_in_sight(opened: House, qtbot: QtBot, choice: str) -> None:
    bench = opened.window.workbench
    assert bench is not None
    bench.preview.view.zoom_in()
    bench.preview.view.show_page(2)
    page, scale = bench.preview.view.current, bench.preview.view.scale
    assert page > 0
    opened.window.act(choice)
    made = opened.window.workbench
    assert made is not None and made is not bench
    qtbot.waitUntil(lambda: made.preview.view.current == page, timeout=2000)
    assert made.preview.view.scale == scale
