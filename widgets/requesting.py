"""From a request to a draft: asking what was understood, remembering the form, opening the draft."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from app.model.form import FormMapping
from widgets.desk import Desk
from widgets.dialogs.request import RequestDialog
from widgets.dialogs.request_preview import unclear
from widgets.documents import Documents


class Requesting(QObject):
    """Begins proposals with requests. `dialog` is the one that is asked in at the moment."""

    def __init__(
        self, owner: QWidget, desk: Desk, documents: Documents, when_kept: Callable[[Callable[[], object]], None]
    ) -> None:
        super().__init__(owner)
        self._owner, self._desk, self._documents, self._when_kept = owner, desk, documents, when_kept
        self.dialog: RequestDialog | None = None

    def choose(self) -> None:
        """Ask for a request, and open the draft that is made of it."""
        self._when_kept(self._ask)

    def _ask(self) -> None:
        dialog = self.dialog = RequestDialog(self._owner, self._desk)
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        if agreed and dialog.drafted is not None and dialog.drafted.proposal is not None:
            self._remember(dialog.to_remember())
            self._documents.begin_draft(dialog.drafted.proposal, unclear(dialog.drafted))
        self.dialog = None
        dialog.deleteLater()

    def _remember(self, mapping: FormMapping | None) -> None:
        if mapping is not None:
            forms = self._desk.workspace.library.forms
            self._desk.jobs.start(lambda _: forms.put(mapping), lambda _: None, lambda _: None)
