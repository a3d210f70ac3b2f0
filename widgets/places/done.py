"""What was done in a place at once, and can be undone and done again there."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand, QUndoStack

from widgets.phrases import Phrase


class DoneCommand(QUndoCommand):
    """Something that is done already when this is told of. `back` takes it back, `again` does it once more; both run in the
    worker, after everything that was asked for before.
    """

    def __init__(self, words: Phrase, back: Callable[[], object], again: Callable[[], object]) -> None:
        super().__init__(str(words))
        self._back, self._again, self._fresh = back, again, True

    def redo(self) -> None:
        """Do it again; the first time it is done already."""
        if not self._fresh:
            self._again()
        self._fresh = False

    def undo(self) -> None:
        """Take it back."""
        self._back()


def take_back(stack: QUndoStack, command: DoneCommand) -> None:
    """Undo something unless more was done after it, or it is undone already."""
    if stack.canUndo() and stack.command(stack.index() - 1) is command:
        stack.undo()
