"""On which stack undo and redo work: that of the place that is looked at, else that of the open proposal."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack
from shiboken6 import isValid

from widgets.session import Session


class Undoing(QObject):
    """`changed` tells that something else can be undone or redone now."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._own: QUndoStack | None = None
        session.undo_changed.connect(self.changed)

    @property
    def stack(self) -> QUndoStack:
        """The stack on which they work now."""
        return self._own if self._own is not None and isValid(self._own) else self._session.stack

    def follow(self, stack: QUndoStack | None) -> None:
        """Work on the stack of a place, or on that of the open proposal where it has none."""
        if stack is self._own:
            return
        if self._own is not None and isValid(self._own):
            self._own.indexChanged.disconnect(self._moved)
        self._own = stack
        if stack is not None:
            stack.indexChanged.connect(self._moved)

    def undo(self) -> None:
        """Undo what was done last."""
        self.stack.undo()

    def redo(self) -> None:
        """Do again what was undone last."""
        self.stack.redo()

    def _moved(self, _index: int) -> None:
        if isValid(self.stack):  # a stack that is being destroyed says that it is empty now
            self.changed.emit()
