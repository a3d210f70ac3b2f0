"""The open proposal: what it is, where it lives, what was done to it, and which part of it is looked at."""

import datetime
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack
from shiboken6 import isValid

from widgets.commands import EditCommand, Naming
from widgets.subjects import FACTS, subject_of

if TYPE_CHECKING:
    from app.model.proposal import Proposal
    from app.totals import Totals

PAUSE = 2000
"""Milliseconds without typing after which the next letter begins an edit of its own."""


class Kind(StrEnum):
    """What has changed."""

    OPENED = "opened"
    EDITED = "edited"
    SAVED = "saved"
    PLACE = "place"


@dataclass(frozen=True)
class Change:
    """One change of the session. `place` is the path of what is looked at, `is_kept` tells that it is on the disk already."""

    kind: Kind
    before: "Proposal"
    after: "Proposal"
    place: str = ""
    is_kept: bool = False


class Session(QObject):
    """The one open proposal. `place` is the path of what is looked at, `subject` what is edited there (see `widgets.subjects`).

    Everything that shows it listens to `changed`; everything that edits it calls `edit`.
    `opening` says that another proposal is about to be shown, before anybody else hears of it.
    `undo_changed` tells that something else can be undone or redone now, `refused` that an edit was not made because the
    proposal is open for reading only.
    """

    changed = Signal(object)
    opening = Signal()
    undo_changed = Signal()
    refused = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._proposal: Proposal | None = None
        self._totals: Totals | None = None
        self.folder: Path | None = None
        self.read_only = False
        self.place = ""
        self.subject = FACTS
        self.stack = QUndoStack(self)
        self.stack.cleanChanged.connect(self._clean_changed)
        self.stack.indexChanged.connect(self._index_changed)
        self._sitting = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.settle)

    @property
    def proposal(self) -> "Proposal":
        """The open proposal; an empty one while there is none."""
        if self._proposal is None:
            from app.model.proposal import Proposal

            self._proposal = Proposal(date=datetime.date.today())
        return self._proposal

    @proposal.setter
    def proposal(self, proposal: "Proposal") -> None:
        self._proposal = proposal

    @property
    def totals(self) -> "Totals":
        """What its estimate comes to."""
        if self._totals is None:
            from app.totals import totals

            self._totals = totals(self.proposal.estimate, self.proposal.currency)
        return self._totals

    @property
    def is_open(self) -> bool:
        """Whether there is a proposal at all."""
        return self.folder is not None

    @property
    def modified(self) -> bool:
        """Whether something is not saved yet."""
        return not self.stack.isClean()

    def open(self, proposal: "Proposal", folder: Path) -> None:
        """Show another proposal; what could be undone before is forgotten."""
        self.opening.emit()
        before, self._proposal, self.folder, self.place = self.proposal, proposal, folder, ""
        self.subject = FACTS
        self._totals = None
        self.stack.clear()
        self.changed.emit(Change(Kind.OPENED, before, proposal))

    def close(self) -> None:
        """Show none any more."""
        before, self._proposal, self.folder, self.place = self.proposal, None, None, ""
        self.subject, self.read_only = FACTS, False
        self._totals = None
        self.stack.clear()
        self.changed.emit(Change(Kind.OPENED, before, self.proposal))

    def edit(self, after: "Proposal", naming: Naming, merge: str = "") -> None:
        """Make an edit that can be undone. Nothing happens when nothing changes.

        Edits with the same `merge` key become one until somebody calls `settle` or pauses. An edit of what was sent begins the
        next revision; undoing it leads back to the one that was sent.
        """
        if after == self.proposal:
            return
        if self.read_only:
            self.refused.emit()
            return
        from app.edits.status import touched

        after = touched(self.proposal, after)
        key = f"{self._sitting}:{merge}" if merge else ""
        self.stack.push(EditCommand(self._show, self.proposal, after, naming, key))
        self._pause.start()

    def sent(self, after: "Proposal") -> None:
        """Show the proposal as it was sent, and is on the disk by now. That cannot be undone; the edits before it can be, and
        then lead to drafts of the next revision.
        """
        from app.edits.status import reached

        before, known = self.proposal, {id(self.proposal): after}

        def to(state: "Proposal") -> "Proposal":
            if id(state) not in known:
                known[id(state)] = reached(after, state)
            return known[id(state)]

        for command in self._commands():
            command.lead(to)
        self.settle()
        self._proposal = after
        self.stack.setClean()
        self.changed.emit(Change(Kind.EDITED, before, after, self.place, is_kept=True))

    def _commands(self) -> "list[EditCommand]":
        commands = (self.stack.command(i) for i in range(self.stack.count()))
        return [command for command in commands if isinstance(command, EditCommand)]

    def settle(self) -> None:
        """Let the next edit be one of its own, whatever it continues."""
        self._sitting += 1

    def go_to(self, path: str) -> None:
        """Look at the part of the proposal that a path names."""
        self.place = path
        self.subject = subject_of(self.proposal, path, self.subject)
        self.changed.emit(Change(Kind.PLACE, self.proposal, self.proposal, path))

    def saved(self, proposal: "Proposal") -> None:
        """Note that this proposal is on the disk; if it was edited while it was being written, it stays modified."""
        if proposal is self.proposal:
            self.settle()
            self.stack.setClean()

    def retitle(self) -> None:
        """Name the edits in the language that the interface has now."""
        for command in self._commands():
            command.retitle()
        self.undo_changed.emit()

    def _show(self, proposal: "Proposal") -> None:
        from app.totals import totals

        before, self._proposal = self.proposal, proposal
        self.subject = subject_of(proposal, self.subject)
        if before.estimate is not proposal.estimate or before.currency != proposal.currency:
            self._totals = totals(proposal.estimate, proposal.currency, (before.estimate, self.totals))
        self.changed.emit(Change(Kind.EDITED, before, proposal, self.place))

    def _clean_changed(self) -> None:
        if isValid(self.stack):
            self.changed.emit(Change(Kind.SAVED, self.proposal, self.proposal, self.place))

    def _index_changed(self) -> None:
        if isValid(self.stack):  # a stack that is being destroyed says that it is empty now
            self.undo_changed.emit()
