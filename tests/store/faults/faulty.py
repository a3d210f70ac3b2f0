"""A disk that fails where it is told to."""

import errno
import io
import os
from collections.abc import Callable
from typing import TypeVar

from app.store.disk import Disk

T = TypeVar("T")

CRASHES = ("crash before", "crash after", "torn")
REFUSALS = {"ENOSPC": errno.ENOSPC, "EIO": errno.EIO, "EACCES": errno.EACCES}
KINDS = (*CRASHES, *REFUSALS, "EACCES from then on")
EFFECTLESS = ("read", "list")


class Crash(BaseException):
    """The process is gone."""


class FaultyDisk(Disk):
    """Does as `Disk` does up to one step. A crash stays: nothing happens afterwards.

    `names` are the steps that were done. Nothing is really flushed, which makes hundreds of runs quick.
    """

    def __init__(self, at: int = -1, kind: str = "") -> None:
        self.at = at
        self.kind = kind
        self.names: list[str] = []
        self.dead = False

    def pause(self, seconds: float) -> None:
        """Wait for nobody."""

    def step(self, name: str, act: Callable[[], T], torn: Callable[[], object] | None = None) -> T:
        if self.dead:
            raise Crash
        position = len(self.names)
        self.names.append(name)
        done: Callable[[], T] = (lambda: None) if name in ("sync", "settle") else act  # type: ignore[assignment, return-value]
        if position == self.at or (position > self.at >= 0 and self.kind.endswith("from then on")):
            self._fail(done, torn)
        return done()

    def _fail(self, act: Callable[[], object], torn: Callable[[], object] | None) -> None:
        if self.kind in CRASHES:
            self.dead = True
            if self.kind == "crash after":
                left = act()
                if isinstance(left, io.IOBase):
                    left.close()  # as the system does for a process that is gone
            elif self.kind == "torn" and torn:
                torn()
            raise Crash
        if self.kind == "ENOSPC" and torn:
            torn()
        code = REFUSALS.get(self.kind, errno.EACCES)
        raise OSError(code, os.strerror(code))


def steps_of(work: Callable[[Disk], object]) -> list[str]:
    """Return the names of the steps that some work takes when nothing fails."""
    disk = FaultyDisk()
    work(disk)
    return disk.names
