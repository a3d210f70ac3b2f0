"""Typing as at a keyboard: every key goes to the widget that has the focus when it is pressed."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from widgets.estimate.cell_editor import CellEditor


def type_keys(qtbot: QtBot, widget: QWidget, *keys: str | Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    """Type texts and keys into a widget; into the line of a cell while one is open in it."""
    held = modifier or Qt.KeyboardModifier.NoModifier
    for key in keys:
        for sign in key if isinstance(key, str) else [key]:
            target = next((cell for cell in widget.findChildren(CellEditor) if cell.hasFocus()), widget)
            if isinstance(sign, str) and not sign.isascii():
                QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, 0, held, sign))
            elif isinstance(sign, str):
                qtbot.keyClicks(target, sign, held)
            else:
                qtbot.keyClick(target, sign, held)
