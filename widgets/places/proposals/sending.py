"""Noting that a proposal was sent: its PDF and all that it was made of are frozen."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from app.i18n import phrase
from app.model.proposal import Proposal
from app.problems import Problem, Severity, stops
from app.store.entries import ProposalEntry
from app.store.workspace import Workspace
from widgets.exports import errors
from widgets.notice import Notice, of_failure, of_problems
from widgets.phrases import say, shorten
from widgets.places.place import Host
from widgets.places.proposals.deeds import ProposalDeeds, Step
from widgets.places.proposals.telling import named
from widgets.places.proposals.writing import Written
from widgets.window.holders import said
from widgets.words import tr

if TYPE_CHECKING:
    from app.pipeline import Pipeline
    from app.sending.send import Sent

_LANE = "sending"


class _Kept(Workspace):
    """A workspace whose proposals somebody else saves: what is sent is open, and becomes an edit there."""

    def save(self, folder: Path, proposal: Proposal) -> tuple[Problem, ...]:
        """Leave it to whoever has it open."""
        return ()


class Sending(QObject):
    """Freezes drafts as sent."""

    def __init__(self, host: Host, deeds: ProposalDeeds, parent: QObject) -> None:
        super().__init__(parent)
        self._host, self._deeds = host, deeds

    def send(self, entry: ProposalEntry, step: Step) -> None:
        """Freeze a draft and mark it as sent; one that is open here is saved before."""
        session = self._host.desk.session
        if session.folder is not None and session.folder.resolve() == entry.folder.resolve() and not session.read_only:
            self._host.documents.save(lambda: self._send_open(entry, step))
            return
        host, folder = self._host, entry.folder
        socket = host.documents.socket

        def work() -> "Sent | Written":
            from app.store.work.me import myself
            from app.store.work.working import open_working

            work = open_working(host.desk.workspace, folder, myself(socket))
            if work.copy is None or work.proposal is None:
                return Written(None, work.problems, work.holder)
            try:
                return frozen(host, folder, work.proposal, step, is_open=False)
            finally:
                work.copy.close()

        host.desk.jobs.start(lambda _: work(), lambda sent: self._sent(entry, sent), self._failed, lane=_LANE)

    def _send_open(self, entry: ProposalEntry, step: Step) -> None:
        host, session = self._host, self._host.desk.session
        before = session.proposal

        def done(sent: "Sent") -> None:
            if sent.pdf is not None and session.proposal is before:
                session.edit(sent.proposal, say(phrase("Mark as sent")))
                host.documents.save(lambda: self._sent(entry, sent))
            else:
                self._sent(entry, sent)

        host.desk.jobs.start(lambda _: frozen(host, entry.folder, before, step, is_open=True), done, self._failed, lane=_LANE)

    def _sent(self, entry: ProposalEntry, sent: "Sent | Written") -> None:
        if isinstance(sent, Written):
            held = Notice(Severity.WARNING, said(sent.holder)) if sent.holder else of_problems(sent.problems)
            if held is not None:
                self._host.tell(held)
            return
        if sent.pdf is None or stops(sent.problems):
            told = of_problems(errors(sent.problems), tr("Not marked as sent."))
        else:
            text = tr("“{title}” is marked as sent; its PDF is frozen.", title=shorten(named(entry)))
            told = Notice(Severity.INFO, text, file=sent.pdf)
        self._deeds.changed.emit(entry.folder)
        if told is not None:
            self._host.tell(told)

    def _failed(self, error: Exception) -> None:
        self._host.tell(of_failure(error))


def frozen(host: Host, folder: Path, proposal: Proposal, step: Step, *, is_open: bool) -> "Sent":
    """Freeze a proposal. For the worker."""
    from app.sending.send import Order, send

    whole = host.desk.workspace
    workspace = _Kept(whole.path, whole.disk, whole.number_pattern) if is_open else whole
    order = Order(step.to, step.by, datetime.datetime.now().astimezone(), note=step.note)
    return send(workspace, cast("Pipeline", host.desk.pipeline), folder, proposal, order)
