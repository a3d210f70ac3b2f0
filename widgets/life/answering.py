"""What became of a proposal that was sent, and the quiet word when another revision begins."""

import datetime
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.edits.status import ALLOWED, marked
from app.i18n import phrase
from app.model.status import Status
from app.problems import Severity
from widgets.desk import Desk
from widgets.estimate.signer import SignerField
from widgets.fields.text import PlainLine
from widgets.life.asking import Asking
from widgets.life.home import Home
from widgets.look.parts import label
from widgets.notice import Notice
from widgets.phrases import say
from widgets.session import Change, Kind
from widgets.words import tr

TITLES = {
    Status.ACCEPTED: phrase("Mark as accepted"),
    Status.DECLINED: phrase("Mark as declined"),
    Status.WITHDRAWN: phrase("Mark as withdrawn"),
    Status.SENT: phrase("Wait for an answer again"),
}
_HINTS = {
    Status.ACCEPTED: phrase("Signed on the 3rd; begins in May"),
    Status.DECLINED: phrase("Too dear; another studio"),
    Status.WITHDRAWN: phrase("The rates have changed"),
    Status.SENT: phrase("They are thinking again"),
}


class AnswerDialog(Asking):
    """Asks who says so and why."""

    def __init__(self, parent: QWidget | None, desk: Desk, status: Status) -> None:
        super().__init__(parent, tr(TITLES[status]), tr(TITLES[status]))
        self.by, self.note = SignerField(desk), PlainLine(tr(_HINTS[status]))
        self.field(tr("Note, for the history"), self.note)
        self.field(tr("Your name"), self.by)
        self.said = label("", "complaint", wrap=True)
        self.said.hide()
        self.box.addWidget(self.said)
        self.by.wanted.connect(self._say)
        self.foot()
        self.note.setFocus()

    def agreed(self) -> None:
        """Agree where somebody is named."""
        if self.by.name():
            self.accept()

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))
        self.fit()


class Answering(QObject):
    """Marks what became of the open proposal, as an edit that can be undone. `dialog` is what is asked in at the moment."""

    def __init__(self, home: Home) -> None:
        super().__init__(home.owner)
        self._home = home
        self._begun: set[tuple[Path, int]] = set()
        self.dialog: AnswerDialog | None = None
        home.desk.session.changed.connect(self._changed)

    def ask(self, status: Status) -> None:
        """Ask who says so and why, and mark it."""
        session = self._home.desk.session
        if status not in ALLOWED[session.proposal.status] or self.dialog is not None:
            return
        dialog = AnswerDialog(self._home.owner, self._home.desk, status)
        self.dialog = dialog
        dialog.accepted.connect(lambda: self._mark(status, dialog.by.text(), dialog.note.text()))
        dialog.finished.connect(self._close)
        dialog.open()

    def _close(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None

    def _mark(self, status: Status, by: str, note: str) -> None:
        session = self._home.desk.session
        if status in ALLOWED[session.proposal.status]:
            now = datetime.datetime.now(datetime.UTC)
            session.edit(marked(session.proposal, status, by, now, note), say(TITLES[status]))

    def _changed(self, change: Change) -> None:
        """Say once for each revision that it begins; undo and redo say nothing more."""
        before, after, folder = change.before, change.after, self._home.desk.session.folder
        begins = after.revision > before.revision and after.status is Status.DRAFT and before.status is not Status.DRAFT
        if change.kind is not Kind.EDITED or not begins or folder is None or (folder, after.revision) in self._begun:
            return
        self._begun.add((folder, after.revision))
        text = tr("Revision {n} begins; revision {sent} stays as it was sent.", n=after.revision, sent=before.revision)
        self._home.tell(Notice(Severity.INFO, text))
