"""Work away from the window: one worker thread, lanes with generations, results that came too late are dropped.

A lane is a kind of work of which only the newest piece matters ("layout"), or a queue of its own where every piece does
(`Jobs.start` with an empty lane).
"""

import itertools
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from queue import PriorityQueue
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QThread, Signal, Slot
from shiboken6 import isValid

from app.log import journal

T = TypeVar("T")
log = logging.getLogger(__name__)

URGENT, NORMAL, IDLE = 0, 1, 2


class Superseded(Exception):  # noqa: N818 it is no error
    """Newer work of the same lane has been asked for; the worker drops what it is at."""


class CalledOffError(Exception):
    """Somebody does not want what is under way after all; who asked for it is told, and nothing is wrong."""


class Ticket:
    """Tells work that is under way whether anybody still waits for it."""

    def __init__(self) -> None:
        self.stale = False

    def check(self) -> None:
        """Raise Superseded when nobody waits any more."""
        if self.stale:
            raise Superseded


@dataclass
class Job(Generic[T]):
    """A piece of work, what is done with its result in the window's thread, and what came of it."""

    work: Callable[[Ticket], T]
    done: Callable[[T], None]
    failed: Callable[[Exception], None]
    ticket: Ticket = field(default_factory=Ticket)
    results: list[T] = field(default_factory=list)
    error: Exception | None = None

    def run(self) -> None:
        """Do the work, in the worker's thread."""
        try:
            self.ticket.check()
            self.results.append(self.work(self.ticket))
        except Superseded:
            self.ticket.stale = True
        except CalledOffError as error:
            journal.note("called-off")
            self.error = error
        except Exception as error:
            log.exception("work in the background failed")
            self.error = error

    def deliver(self) -> None:
        """Hand over the result, in the window's thread; nobody gets it where who asked has been destroyed."""
        if self.error is not None:
            if is_there(self.failed):
                self.failed(self.error)
        elif is_there(self.done):
            self.done(self.results[0])


def is_there(call: Callable[..., object]) -> bool:
    """Tell whether the owner of a method, or of a function that was made in one of its methods, still exists."""
    called = call.func if isinstance(call, partial) else call
    owner = getattr(called, "__self__", None)
    code, cells = getattr(called, "__code__", None), getattr(called, "__closure__", None)
    if owner is None and code is not None and cells and "self" in code.co_freevars:
        owner = cells[code.co_freevars.index("self")].cell_contents
    return not isinstance(owner, QObject) or isValid(owner)


class _Worker(QThread):
    finished_one = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.queue: PriorityQueue[tuple[int, int, Job[object] | None]] = PriorityQueue()

    def run(self) -> None:
        while (job := self.queue.get()[2]) is not None:
            job.run()
            self.finished_one.emit(job)


class Jobs(QObject):
    """The worker. `busy_changed` tells when it starts to have something to do, and when it has done everything."""

    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = _Worker(self)
        self._worker.finished_one.connect(self._finished)
        self._order = itertools.count()
        self._newest: dict[str, Ticket] = {}
        self._open: list[Job[object]] = []
        self._stopped = self._begun = False

    @property
    def busy(self) -> bool:
        """Whether anything is being done or waits to be."""
        return bool(self._open)

    def start(
        self,
        work: Callable[[Ticket], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        *,
        lane: str = "",
        priority: int = NORMAL,
    ) -> None:
        """Have something done; in a lane, it makes all earlier work of that lane stale."""
        if self._stopped:
            return
        job = Job(work, done, failed)
        if lane:
            self.drop(lane)
            self._newest[lane] = job.ticket
        if not self._begun:
            self._begun = True
            self._worker.start()
        self._open.append(job)  # type: ignore[arg-type]
        self._worker.queue.put((priority, next(self._order), job))  # type: ignore[arg-type]
        if len(self._open) == 1:
            self.busy_changed.emit(True)

    def drop(self, lane: str) -> None:
        """Make all work of a lane stale."""
        if lane in self._newest:
            self._newest.pop(lane).stale = True

    def stop(self) -> None:
        """Drop everything that waits, let the worker finish what it is at, and wait for it."""
        self._stopped = True
        for job in self._open:
            job.ticket.stale = True
        self._worker.queue.put((-1, next(self._order), None))
        self._worker.wait()

    def finish(self) -> None:
        """Let the worker do everything that waits, and wait for it; nothing is delivered any more."""
        self._stopped = True
        self._worker.queue.put((IDLE + 1, next(self._order), None))
        self._worker.wait()

    @Slot(object)
    def _finished(self, job: Job[object]) -> None:
        self._open.remove(job)
        if not job.ticket.stale and not self._stopped:
            job.deliver()
        if not self._open:
            self.busy_changed.emit(False)
