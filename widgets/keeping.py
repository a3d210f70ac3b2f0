"""Keeps the open proposal on the disk while it is edited: nobody has to save, and nothing waits for it."""

import time
from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.i18n import phrase
from app.problems import Problem, Severity, stops
from app.store.work.autosave import AutosaveClock
from widgets.jobs import URGENT, Jobs
from widgets.notice import Deed, Notice, of_failure, of_problems
from widgets.phrases import say
from widgets.session import Change, Kind, Session
from widgets.words import tr

if TYPE_CHECKING:
    from app.store.work.working import WorkingCopy

Call = Callable[[], object]
PULSE = 30_000
LOOK = 2_000
"""Milliseconds between signs of life, and between looks whether something else changed the file."""


class Kept(StrEnum):
    """Whether what is seen is on the disk."""

    SAVED = "saved"
    UNSAVED = "unsaved"
    SAVING = "saving"
    FAILED = "failed"
    READ_ONLY = "read-only"


class Keeping(QObject):
    """Saves by itself, one second after a pause and at the latest two after the first edit; has a worker of its own, because
    a PDF that is being made must not hold it up. `told` brings a Notice, `changed` says that `state` did.
    """

    told = Signal(object)
    changed = Signal()

    def __init__(self, session: Session, parent: QObject, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._session, self._now = session, now
        self.jobs = Jobs(self)
        self._copy: WorkingCopy | None = None
        self._clock = AutosaveClock()
        self._names: list[tuple[int, str]] = []
        self._index = 0
        self._waiting: list[Call] = []
        self._told_failure = ""
        self._asked = self._unnamed = False
        self._due = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._due.timeout.connect(self.save)
        self._pulse = QTimer(self, interval=PULSE)
        self._pulse.timeout.connect(self._give_sign)
        self._watch = QTimer(self, interval=LOOK)
        self._watch.timeout.connect(self.look)
        session.changed.connect(self._session_changed)
        session.undo_changed.connect(self._note)

    @property
    def state(self) -> Kept:
        """Whether what is seen is on the disk."""
        if self._copy is not None and self._copy.read_only:
            return Kept.READ_ONLY
        if self._clock.began is not None:
            return Kept.SAVING
        if not self._clock.unsaved:
            return Kept.SAVED
        return Kept.FAILED if self._clock.failures else Kept.UNSAVED

    # opening and closing --------------------------------------------------------------------------------------------

    def take(self, copy: "WorkingCopy") -> None:
        """Keep this proposal from now on; the one before is closed. Called just before the session opens it."""
        self._close()
        self._copy, self._clock, self._names, self._index = copy, AutosaveClock(), [], 0
        self._told_failure, self._asked, self._unnamed = "", False, False
        self._session.read_only = copy.read_only
        self._pulse.start()
        self._watch.start()
        self.changed.emit()

    @property
    def copy(self) -> "WorkingCopy | None":
        """What is kept, for who saves it on the way of something larger; only while nothing is unsaved."""
        return self._copy

    def leave(self, then: Call) -> None:
        """Close what is open; afterwards, when nobody holds it any more, do what is asked. Save before."""
        copy, self._copy, self._clock = self._copy, None, AutosaveClock()
        self._due.stop()
        self.changed.emit()

        def closed(_problems: tuple[Problem, ...]) -> None:
            then()

        if copy is None:
            then()
        else:
            self.jobs.start(lambda _: copy.close(), closed, self._unforeseen)

    def stop(self) -> None:
        """Close what is open and end the worker; what has been handed to it is still written."""
        self._due.stop()
        self._pulse.stop()
        self._watch.stop()
        copy, self._copy = self._copy, None
        self.jobs.finish()
        if copy is not None:
            copy.close()

    def _close(self) -> None:
        copy, self._copy = self._copy, None
        if copy is not None:
            self.jobs.start(lambda _: copy.close(), lambda _: None, self._unforeseen)

    # saving ---------------------------------------------------------------------------------------------------------

    def save(self, then: Call | None = None) -> None:
        """Save now what is not saved yet; afterwards, when it is on the disk, do what is asked."""
        if then is not None:
            self._waiting.append(then)
        copy = self._copy
        if copy is None or not self._clock.unsaved:
            self._go_on()
            return
        if self._clock.began is not None:
            return
        proposal, taken = self._session.proposal, [name for _, name in self._names]
        self._clock, self._names = self._clock.started(self._now()), []
        self._due.stop()
        self.changed.emit()

        def done(problems: tuple[Problem, ...]) -> None:
            if copy is not self._copy:
                return
            if stops(problems):
                self._names = [*((-1, name) for name in taken), *self._names]
                self._failed(problems)
                return
            self._clock = self._clock.saved()
            self._told_failure = ""
            self._session.saved(proposal)
            if notice := of_problems(problems):
                self.told.emit(notice)
            self._arm()
            self.changed.emit()
            self._go_on()

        def broken(error: Exception) -> None:
            self._unforeseen(error)
            self._names = [*((-1, name) for name in taken), *self._names]
            self._failed(())

        self.jobs.start(lambda _: copy.save(proposal, taken), done, broken, priority=URGENT)

    def give_up(self) -> None:
        """Somebody was asked: what could not be saved is left."""
        self._clock, self._names, self._waiting = AutosaveClock(), [], []
        self._due.stop()
        self.changed.emit()

    def _go_on(self) -> None:
        if self._copy is not None and self._clock.unsaved and self._waiting:
            self.save()
            return
        waiting, self._waiting = self._waiting, []
        for call in waiting:
            call()

    def _failed(self, problems: tuple[Problem, ...]) -> None:
        self._clock, self._waiting = self._clock.failed(self._now()), []
        notice = of_problems(problems, tr("Not saved yet; it is tried again and again."))
        if notice is not None and notice.text != self._told_failure:
            self._told_failure = notice.text
            self.told.emit(notice)
        self._arm()
        self.changed.emit()

    def _arm(self) -> None:
        due = self._clock.due
        if due is not None:
            self._due.start(max(0, round((due - self._now()) * 1000)))

    def _session_changed(self, change: Change) -> None:
        if change.kind is Kind.OPENED:
            self._index = self._session.stack.index()
        if change.kind is not Kind.EDITED or change.is_kept or self._copy is None or self._copy.read_only:
            return
        self._unnamed = True
        self._clock = self._clock.edited(self._now())
        self._arm()
        self.changed.emit()

    def _note(self) -> None:
        """Note what was done, for the journal; typing that goes on is one deed. The stack has taken the edit by now."""
        stack, before = self._session.stack, self._index
        self._index = stack.index()
        if not self._unnamed:
            return
        self._unnamed = False
        if self._index < before:
            self._names.append((-1, tr("Undo: {what}", what=stack.text(self._index))))
            return
        if self._names and self._names[-1][0] == self._index:
            self._names.pop()
        self._names.append((self._index, stack.text(self._index - 1) if self._index else ""))

    # others ---------------------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Look whether something else changed the file, or whether a folder that had vanished is back."""
        copy = self._copy
        if copy is None or self._clock.began is not None:
            return
        if self._clock.failures:
            self.jobs.start(lambda _: copy.there(), self._maybe_back, self._unforeseen, lane="look")
        else:
            self.jobs.start(lambda _: copy.look().value, lambda found: self._seen(copy, found), self._unforeseen, lane="look")

    def _maybe_back(self, there: bool) -> None:
        if there and self._clock.failures and self._told_failure:
            self._told_failure = ""
            self._clock = self._clock.back(self._now())
            self._arm()

    def _seen(self, copy: "WorkingCopy", found: str) -> None:
        if copy is not self._copy or found != "changed":
            self._asked = self._asked and found == "changed"
            return
        if self._asked:
            return
        self._asked = True
        text = tr("Something else has changed this proposal on the disk.")
        take = Deed(tr("Take what is there"), lambda: self._take_theirs(copy))
        keep = Deed(tr("Keep mine"), self._keep_mine)
        self.told.emit(Notice(Severity.WARNING, text, deeds=(take, keep)))

    def _take_theirs(self, copy: "WorkingCopy") -> None:
        def done(read: object) -> None:
            proposal = getattr(read, "proposal", None)
            problems: tuple[Problem, ...] = getattr(read, "problems", ())
            self._asked = False
            if copy is self._copy and proposal is not None:
                self._session.edit(proposal, say(phrase("Take what is on the disk")))
            if notice := of_problems(problems):
                self.told.emit(notice)

        self.jobs.start(lambda _: copy.theirs(), done, self._unforeseen)

    def _keep_mine(self) -> None:
        """Write ours; the other one is kept beside it under another name."""
        self._asked = False
        self._clock = self._clock.edited(self._now())
        self.save()

    def _give_sign(self) -> None:
        copy = self._copy
        if copy is not None:
            self.jobs.start(lambda _: copy.pulse(), self._answered, self._unforeseen)

    def _answered(self, problems: tuple[Problem, ...]) -> None:
        if notice := of_problems(problems):
            self.told.emit(notice)

    def _unforeseen(self, error: Exception) -> None:
        self.told.emit(of_failure(error))
