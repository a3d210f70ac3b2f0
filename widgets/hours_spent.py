"""From a tracker's export to the estimate: which file, what it tells, and keeping the hours as one edit."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.i18n import phrase
from app.model.proposal import Proposal
from widgets.desk import Desk
from widgets.dialogs.files import ask_tracker
from widgets.phrases import say, shorten

if TYPE_CHECKING:
    from widgets.dialogs.actual_hours import HoursDialog


class HoursSpent(QObject):
    """Asks for hours that were spent. `dialog` is the one that is asked in at the moment."""

    def __init__(self, owner: QWidget, desk: Desk) -> None:
        super().__init__(owner)
        self._owner, self._desk = owner, desk
        self.dialog: HoursDialog | None = None

    def choose(self) -> None:
        """Ask for the export of a tracker, and show what it tells."""
        file = self.ask_file()
        if file is not None:
            self.begin(file)

    def ask_file(self) -> Path | None:
        """Ask which file it is."""
        return ask_tracker(self._owner)

    def begin(self, file: Path) -> None:
        """Show what the export of a tracker tells."""
        from widgets.dialogs.actual_hours import HoursDialog

        if self.dialog is not None or not self._desk.session.is_open:
            return
        dialog = HoursDialog(self._owner, self._desk, file)
        before = self._desk.session.proposal

        def take(after: Proposal) -> None:
            if self._desk.session.proposal is before:
                self._desk.session.edit(after, say(phrase("Hours spent from “{file}”"), file=shorten(file.name)))

        dialog.decided.connect(take)
        dialog.finished.connect(self._close)
        self.dialog = dialog
        dialog.open()

    def _close(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
