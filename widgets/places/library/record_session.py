"""The session of the library: one record after the other, and one stack on which everything that was done can be undone."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.model.proposal import Proposal
from widgets.commands import Naming
from widgets.places.library.bench import Bench, tended
from widgets.places.library.shelf_commands import BroughtCommand, ShelfCommand
from widgets.session import Change, Kind, Session


class RecordSession(Session):
    """`altered` brings the Bench after every edit, undone and redone ones included; `turned` tells that undo led to another
    record.
    """

    altered = Signal(object)
    turned = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder

    @property
    def bench(self) -> Bench | None:
        """What lies on the bench, None where nothing does."""
        return self.proposal if isinstance(self.proposal, Bench) else None

    def look_at(self, bench: Bench) -> None:
        """Lay another record on the bench; what was done before can still be undone."""
        self.settle()
        before, self.proposal, self.place = self.proposal, bench, ""
        self.changed.emit(Change(Kind.OPENED, before, bench))

    def edit(self, after: Proposal, naming: Naming, merge: str = "") -> None:
        """Make an edit of the record that lies here."""
        if isinstance(after, Bench) and isinstance(self.proposal, Bench):
            after = tended(self.proposal, after)
        super().edit(after, naming, merge)

    def retitle(self) -> None:
        """Name what was done in the language that the interface has now."""
        super().retitle()
        for i in range(self.stack.count()):
            command = self.stack.command(i)
            if isinstance(command, ShelfCommand | BroughtCommand):
                command.retitle()

    def _show(self, proposal: Proposal) -> None:
        before = self.proposal
        if not isinstance(proposal, Bench):
            return
        if isinstance(before, Bench) and before.mark == proposal.mark:
            super()._show(proposal)
        else:
            self.look_at(proposal)
            self.turned.emit(proposal)
        self.altered.emit(proposal)
