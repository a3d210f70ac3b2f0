"""What comes of work in the background, for something that may be gone by then: windows are built anew, dialogs are closed."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

T = TypeVar("T")


def alive(owner: QObject, call: Callable[[T], object]) -> Callable[[T], None]:
    """Return a call that does nothing once its owner has been destroyed."""

    def called(result: T) -> None:
        if isValid(owner):
            call(result)

    return called
