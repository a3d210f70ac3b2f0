"""Sending the open proposal: it is frozen as its client gets it, and cannot be unsent."""

import datetime
import shutil
import threading
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QMimeData, QObject, QUrl, Signal
from PySide6.QtWidgets import QApplication

from app.model.designation import reference
from app.model.proposal import Proposal
from app.problems import Problem, Severity
from app.sources.drafts import today
from widgets.exporting import plain_name
from widgets.exports import errors
from widgets.jobs import CalledOffError, Ticket
from widgets.life.home import Home
from widgets.life.send_dialog import SendDialog
from widgets.notice import Deed, Notice, of_failure, of_problems
from widgets.words import tr

if TYPE_CHECKING:
    from app.pipeline import Pipeline
    from app.sending.send import Order, Sent
    from app.store.work.working import WorkingCopy

OUTGOING = "outgoing"
"""Where in the state folder the copies lie that a mail program is handed: under a name that a client understands."""


class Sending(QObject):
    """Asks, freezes, and tells. `dialog` is what is asked in at the moment."""

    progressed = Signal(float)

    def __init__(self, home: Home) -> None:
        super().__init__(home.owner)
        self._home = home
        self.dialog: SendDialog | None = None
        self._off = threading.Event()

    def choose(self) -> None:
        """Ask to whom it goes, once everything is on the disk."""
        self._home.when_kept(self._choose)

    def _choose(self) -> None:
        if self.dialog is not None or not self._home.desk.session.is_open:
            return
        dialog = SendDialog(self._home.owner, self._home.desk, self._send, self._home.desk.session.go_to)
        self.dialog = dialog
        self.progressed.connect(dialog.show_part)
        dialog.finished.connect(self._close)
        dialog.open()

    def _close(self) -> None:
        if self.dialog is not None:
            self.progressed.disconnect(self.dialog.show_part)
            self.dialog.deleteLater()
        self.dialog = None

    # freezing --------------------------------------------------------------------------------------------------------

    def _send(self) -> None:
        """Freeze it. The dialog keeps everybody from editing meanwhile: what is sent is what was seen."""
        dialog, desk, copy = self.dialog, self._home.desk, self._home.keeping.copy
        folder = desk.session.folder
        if dialog is None or folder is None or copy is None:
            return
        from app.sending.send import Order

        preset = dialog.preset.value
        now = datetime.datetime.now(datetime.UTC)
        order = Order(dialog.to.text().strip(), dialog.by.name(), now, preset, dialog.note.text().strip(), today())  # type: ignore[arg-type]
        proposal = desk.session.proposal
        self._off.clear()
        dialog.working(self._off.set)
        desk.jobs.start(lambda ticket: self._work(ticket, copy, folder, proposal, order), self._done, self._failed)

    def _work(self, ticket: Ticket, copy: "WorkingCopy", folder: Path, proposal: Proposal, order: "Order") -> "Sent":
        from app.sending.send import send

        def watch(part: float) -> None:
            if self._off.is_set() or ticket.stale:
                raise CalledOffError
            self.progressed.emit(part)

        def keep(changed: Proposal) -> tuple[Problem, ...]:
            return copy.save(changed, (tr("Mark as sent"),))

        workspace, pipeline = self._home.desk.workspace, cast("Pipeline", self._home.desk.pipeline)
        return send(workspace, pipeline, folder, proposal, order, watch, keep)

    def _done(self, sent: "Sent") -> None:
        dialog, session = self.dialog, self._home.desk.session
        folder = session.folder
        if dialog is None or folder is None:
            return
        if sent.pdf is None:
            dialog.rest()
            dialog.show_against(sent.problems)
            return
        dialog.call_off = None
        dialog.accept()
        session.sent(sent.proposal)
        self._tell(sent)

    def _failed(self, error: Exception) -> None:
        if self.dialog is None:
            self._home.tell(of_failure(error))
        elif isinstance(error, CalledOffError):
            self.dialog.rest(tr("It was called off; nothing has happened."))
        else:
            self.dialog.rest(of_failure(error).text)

    # afterwards ------------------------------------------------------------------------------------------------------

    def _tell(self, sent: "Sent") -> None:
        pdf = sent.pdf
        assert pdf is not None
        text = tr("The PDF is frozen as revision {n}. Now it can be attached to your letter.", n=sent.revision)
        wrong = of_problems(errors(sent.problems), text)
        copy = Deed(tr("Copy the file"), lambda: self.hand_over(pdf, sent.proposal))
        self._home.tell(
            Notice(wrong.severity if wrong else Severity.INFO, wrong.text if wrong else text, file=pdf, deeds=(copy,))
        )

    def hand_over(self, pdf: Path, proposal: Proposal) -> None:
        """Put a sent PDF into the clipboard, as a file that mail programs take, under a name that its reader understands."""
        folder = self._home.desk.workspace.state / OUTGOING
        name = plain_name(" ".join(filter(None, (reference(tr, proposal), proposal.title))))

        def work(_: Ticket) -> Path:
            folder.mkdir(parents=True, exist_ok=True)
            return Path(shutil.copyfile(pdf, folder / f"{name}.pdf"))

        def done(file: Path) -> None:
            data = QMimeData()
            data.setUrls([QUrl.fromLocalFile(str(file))])
            data.setText(str(file))
            QApplication.clipboard().setMimeData(data)
            self._home.tell(Notice(Severity.INFO, tr("“{file}” is in the clipboard: paste it into your letter.", file=file.name)))

        self._home.desk.jobs.start(work, done, lambda error: self._home.tell(of_failure(error)))
