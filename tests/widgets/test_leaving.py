"""What goes for good takes along what is open over it; whoever presses a key next is not in for a surprise."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from widgets.application import House
from widgets.estimate.editor import EstimateEditor
from widgets.fields.rich import RichField
from widgets.look.leaving import exchange
from widgets.look.parts import column, empty


def with_menu(around: QWidget) -> QMenu:
    menu = QMenu(around)
    menu.addAction("One")
    menu.popup(around.mapToGlobal(around.rect().center()))
    assert QApplication.activePopupWidget() is menu
    return menu


@pytest.mark.parametrize("way", ["out of a layout", "out of a scroll area"])
def test_an_open_menu_goes_with_what_it_belongs_to(qtbot: QtBot, way: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box, area, page = column(window), QScrollArea(), QWidget()
    box.addWidget(area)
    area.setWidget(page)
    window.show()
    menu = with_menu(page)
    if way == "out of a layout":
        empty(box)
    else:
        exchange(area, QWidget())
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(menu) and QApplication.activePopupWidget() is None
    qtbot.keyClick(window, Qt.Key.Key_Home)


def test_a_menu_of_somebody_else_stays_open(qtbot: QtBot) -> None:
    window, other = QWidget(), QWidget()
    qtbot.addWidget(window)
    box = column(window)
    box.addWidget(QWidget())
    box.addWidget(other)
    window.show()
    menu = with_menu(window)
    box.removeWidget(other)
    empty(box)
    assert QApplication.activePopupWidget() is menu
    menu.close()


def test_another_line_may_be_shown_while_the_fields_are_offered(editor: EstimateEditor, qtbot: QtBot, opened: House) -> None:
    editor.grid.go_to(editor.model.rows()[1], None)
    rows = [row for row in editor.model.rows() if row.path]
    editor.details.show_row(rows[1])
    field = editor.details.findChild(RichField)
    if field is not None:
        field._offer_fields()
        assert QApplication.activePopupWidget() is not None
    editor.details.show_row(rows[2])
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert QApplication.activePopupWidget() is None
    qtbot.keyClick(editor, Qt.Key.Key_Home)
