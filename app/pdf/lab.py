"""Makes prints in two threads while pages are still laid out and painted."""

import sys
import threading
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.layout.page import Item, PictureItem
from app.pdf.crop import Wanted
from app.pdf.heap import keep_small
from app.pdf.pictures import Darkroom, PictureSource
from app.problems import problem

if TYPE_CHECKING:
    from app.pdf.print import Print

WORKERS = 2
"""Pictures are scaled without the interpreter; more threads gain nothing on the machines this runs on."""
SMALL = 600_000
"""Prints of up to so many pixels are faces and the like: they come in several sizes, and one decoding does for all."""
AT_ONCE = 12_000_000
"""So many pixels of prints may be in the making, for each takes eight bytes meanwhile. A larger print is made alone."""
TURN = 0.0001
"""Seconds after which a thread that comes back from scaling gets the interpreter. With the usual 5 ms, threads that scale
would idle most of the time in which pages are laid out."""


@dataclass(slots=True)
class _Job:
    """What is to be made from one file in one go. A `large` print is made by itself."""

    file: str
    source: str
    large: bool
    wanted: dict[Wanted, "Future[Print]"] = field(default_factory=dict)

    @property
    def pixels(self) -> int:
        """Return about how many pixels the prints have."""
        return sum(_pixels(wanted) for wanted in self.wanted)


class Lab:
    """The prints of a document. Use as a context: its threads end with it."""

    def __init__(self, darkroom: Darkroom, source: PictureSource, dpi: int) -> None:
        """Make prints of `dpi` dots an inch."""
        keep_small()
        self._darkroom = darkroom
        self._source = source
        self._dpi = dpi
        self._pool = ThreadPoolExecutor(WORKERS, "pictures")
        self._made: dict[tuple[str, str, Wanted], Future[Print]] = {}
        self._waiting: dict[tuple[object, ...], _Job] = {}
        self._busy = 0
        self._complete = False
        self._changed = threading.Condition()

    def __enter__(self) -> "Lab":
        if sys.getswitchinterval() > TURN:
            sys.setswitchinterval(TURN)
        return self

    def __exit__(self, *_: object) -> None:
        with self._changed:
            self._waiting.clear()
            self._changed.notify_all()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._darkroom.close()

    def expect(self, items: Iterable[Item]) -> None:
        """Begin with the pictures among these. Small ones wait until all are known: they may be wanted in other sizes as well."""
        for item in items:
            if isinstance(item, PictureItem) and is_seen(item):
                self._order(item)

    def complete(self, items: Iterable[Item] = ()) -> None:
        """Say that no more pictures are to be expected, and name them in the order in which they are needed."""
        names = [self._order(item) for item in items if isinstance(item, PictureItem) and is_seen(item)]
        with self._changed:
            first = {name: self._waiting[name] for name in names if name in self._waiting}
            self._waiting = first | self._waiting
            if not self._complete:
                self._complete = True
                for _ in self._waiting:
                    self._pool.submit(self._work)

    def print(self, item: PictureItem) -> "Print":
        """Return the print of a picture as soon as it is made. Raises PictureError if it cannot be."""
        self._order(item)
        if not self._complete:
            self.complete()
        return self._made[item.file, item.source, self.wanted(item)].result()

    def wanted(self, item: PictureItem) -> Wanted:
        """Return the print that a picture needs."""
        size = round(item.width, 2), round(item.height, 2)
        return Wanted(*size, item.focus_x, item.focus_y, item.fit, item.treatment, item.duotone, self._dpi, item.zoom)

    def _order(self, item: PictureItem) -> tuple[object, ...]:
        """Order a picture if that was not done, and return the name of its job."""
        wanted = self.wanted(item)
        key = (item.file, item.source, wanted)
        large = _pixels(wanted) > SMALL
        name = key if large else (item.file, item.source)
        with self._changed:
            if key not in self._made:
                made = self._made[key] = Future()
                path = self._source.path(item.file, item.source) if self._darkroom.has_any else None
                kept = self._darkroom.at_hand(path, wanted) if path else None
                if kept is not None:
                    made.set_result(kept)
                    return name
                job = self._waiting.setdefault(name, _Job(item.file, item.source, large))
                job.wanted[wanted] = made
                self._pool.submit(self._work)
        return name

    def _work(self) -> None:
        """Do the first job that may be done now, if there is one."""
        job = self._take()
        if job is None:
            return
        try:
            for future, made in zip(job.wanted.values(), self._prints(job), strict=True):
                future.set_result(made)
        except BaseException as wrong:
            for future in job.wanted.values():
                if not future.done():
                    future.set_exception(wrong)
        finally:
            with self._changed:
                self._busy -= job.pixels
                self._changed.notify_all()

    def _take(self) -> _Job | None:
        with self._changed:
            while True:
                # Small ones wait, however many they are: what is made in one go must not depend on how quick the layout is.
                due = [(name, job) for name, job in self._waiting.items() if self._complete or job.large]
                for name, job in due:
                    if not self._busy or self._busy + job.pixels <= AT_ONCE:
                        self._busy += job.pixels
                        return self._waiting.pop(name)
                if not due:
                    return None
                self._changed.wait()

    def _prints(self, job: _Job) -> "list[Print]":
        from app.pdf.unusable import PictureError

        path = self._source.path(job.file, job.source)
        if path is None:
            raise PictureError(problem("picture-outside", file=job.file))
        return self._darkroom.prints(path, tuple(job.wanted))


def is_seen(item: PictureItem) -> bool:
    """Tell whether a picture takes any room, at the hundredth of a point that lengths are written to."""
    return round(item.width, 2) > 0 and round(item.height, 2) > 0


def _pixels(wanted: Wanted) -> int:
    return int(wanted.width * wanted.height * (wanted.dpi / 72) ** 2)
