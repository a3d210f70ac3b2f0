"""Panels of the estimate in tests: shown like in the window, worked by keys and clicks."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QListView, QWidget
from pytestqt.qtbot import QtBot

from widgets.application import House
from widgets.desk import Desk
from widgets.estimate.folds import Fold, FoldPage
from widgets.places.proposals.place import ProposalsPlace

W = TypeVar("W", bound=QWidget)


def shown(qtbot: QtBot, made: W, width: int = 560, height: int = 900) -> W:
    """Show a panel."""
    qtbot.addWidget(made)
    made.resize(width, height)
    made.show()
    return made


def opened(qtbot: QtBot, page: FoldPage, name: str) -> Fold:
    """Open a part by the keyboard."""
    fold = page.folds[name]
    if not fold.is_open:
        fold.head.setFocus()
        qtbot.keyClick(fold.head, Qt.Key.Key_Space)
    return fold


def press(qtbot: QtBot, inside: QWidget, words: str) -> None:
    """Click the button with these words, or with this name for those who cannot see it."""
    found = [one for one in inside.findChildren(QAbstractButton) if words in (one.text(), one.accessibleName())]
    assert found, f"no button {words!r}: {[one.text() or one.accessibleName() for one in inside.findChildren(QAbstractButton)]}"
    qtbot.mouseClick(next((one for one in found if one.isVisible()), found[0]), Qt.MouseButton.LeftButton)


def typed(qtbot: QtBot, field: QWidget, text: str) -> None:
    """Type into a field over what is there, and press Enter."""
    target = field.focusProxy() or field
    target.setFocus()
    qtbot.keyClick(target, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(target, text)
    qtbot.keyClick(target, Qt.Key.Key_Return)


def undone(desk: Desk) -> str:
    """Undo one step and return what it was called."""
    text = desk.session.stack.undoText()
    desk.session.stack.undo()
    return text


def listed(house: House) -> QListView:
    """Return the list of all proposals."""
    assert house.window.stage is not None
    place = house.window.stage.place("proposals")
    assert isinstance(place, ProposalsPlace)
    return place.list
