"""What is chosen in one window holds in all of them: the language and the style sheet are those of the whole application."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog

from widgets import words
from widgets.look.look import DARK, LIGHT, SYSTEM

if TYPE_CHECKING:
    from widgets.main_window import MainWindow

LATER = 500
"""Milliseconds until somebody looks again whether a dialog is still open."""


def renew(window: "MainWindow", deed: "Callable[[MainWindow], object]") -> None:
    """Do something with a window and then with all others; where a dialog is at work in one, once that is closed."""
    windows = window.host.windows
    others = [house.window for house in windows.houses if house.window is not window] if windows is not None else []
    deed(window)
    for other in others:
        _when_free(other, deed)


def check_choices(window: "MainWindow") -> None:
    """Tick the theme and the language of the moment in the menu of a window."""
    for choice in (SYSTEM, LIGHT, DARK):
        window.acts[f"theme-{choice}"].setChecked(window.desk.look.choice == choice)
    for language in ("ru", "en"):
        window.acts[f"language-{language}"].setChecked(words.language() == language)


def _when_free(window: "MainWindow", deed: "Callable[[MainWindow], object]") -> None:
    if any(dialog.isModal() and dialog.isVisible() for dialog in window.findChildren(QDialog)):
        QTimer.singleShot(LATER, window, partial(_when_free, window, deed))
    else:
        deed(window)
