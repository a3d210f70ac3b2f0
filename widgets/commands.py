"""Undoable edits: a command holds the proposal before and after, both frozen."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtGui import QUndoCommand

from widgets.phrases import Phrase

if TYPE_CHECKING:
    from app.model.proposal import Proposal

Naming: TypeAlias = "Phrase | Callable[[Proposal, Proposal], Phrase]"
"""What an edit is called: a phrase, or what makes it of the proposals before and after."""


class EditCommand(QUndoCommand):
    """One edit. Edits with the same `merge` key that follow each other become one, as typing does."""

    def __init__(
        self, show: "Callable[[Proposal], None]", before: "Proposal", after: "Proposal", naming: Naming, merge: str = ""
    ) -> None:
        super().__init__()
        self._show, self._naming, self._merge = show, naming, merge
        self.before, self.after = before, after
        self.retitle()

    def redo(self) -> None:
        """Show the proposal as it is after the edit."""
        self._show(self.after)

    def undo(self) -> None:
        """Show the proposal as it was before the edit."""
        self._show(self.before)

    def id(self) -> int:
        """Return a number that mergeable edits share; Qt asks `mergeWith` only for these."""
        return 1 if self._merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take in an edit that continues this one; typing that leads back to the start leaves nothing to undo."""
        if not isinstance(other, EditCommand) or other._merge != self._merge:
            return False
        self.after = other.after
        self.setObsolete(self.after == self.before)
        self.retitle()
        return True

    def lead(self, to: "Callable[[Proposal], Proposal]") -> None:
        """Lead from now on to what becomes of the proposals before and after the edit. Its name stays that of the edit."""
        self.before, self.after = to(self.before), to(self.after)
        self._merge = ""

    def retitle(self) -> None:
        """Say the name in the language that the interface has now."""
        naming = self._naming if isinstance(self._naming, Phrase) else self._naming(self.before, self.after)
        self.setText(str(naming))
