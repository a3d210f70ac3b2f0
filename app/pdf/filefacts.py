"""Remembers what was found out about files, so that it is found out once and not at every start."""

import errno
import json
import os
import stat
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Generic, TypeVar

T = TypeVar("T")

VERSION = 1
MOST = 20_000
"""So many files are remembered; the longest known are forgotten first."""
SETTLED_NS = 2_000_000_000
"""A file that was written less than two seconds ago may be written again without its time changing: some file systems count
in steps of two seconds."""

State = tuple[int, int]
"""Size and time of a file: another state, another content."""


class FileFacts(Generic[T]):
    """A fact of each file, by path, size and time. `file` keeps them between runs; without it only the memory does.

    `accept` turns a fact as it was read from JSON into what it is, and raises ValueError, TypeError, KeyError or IndexError for
    what it cannot be.
    """

    def __init__(self, file: Path | None, accept: Callable[[Any], T]) -> None:
        self._file = file
        self._accept = accept
        self._known: dict[str, tuple[State, T]] | None = None
        self._new: dict[str, tuple[State, T]] = {}
        self._lock = threading.Lock()

    def get(self, path: Path, find: Callable[[Path], T]) -> T:
        """Return the fact of a file, or find it out. Raises OSError if there is no such file, and what `find` raises."""
        state, known = self._look(path)
        if known is not None:
            return known
        found = find(path)
        with self._lock:
            self._new[str(path)] = (state, found)
        return found

    def known(self, path: Path) -> T | None:
        """Return the fact of a file if that takes no reading of it."""
        with suppress(OSError, ValueError):
            return self._look(path)[1]
        return None

    def save(self) -> None:
        """Keep what is new. What another process wrote meanwhile is kept as well, unless both write at the same moment:
        then one's news are lost, and found again at its next start.
        """
        if self._file is None or not self._new:
            return
        now = time.time_ns()
        with self._lock:
            new = {name: entry for name, entry in self._new.items() if _has_settled(entry[0], now)}
            if not new:
                return
            kept = {name: entry for name, entry in self._read().items() if name not in new} | new
            self._known = dict(list(kept.items())[-MOST:])
            self._new = {name: entry for name, entry in self._new.items() if name not in new}
            _write(self._file, self._known)

    def _look(self, path: Path) -> tuple[State, T | None]:
        """Return the state of a file, and its fact where it is known. Raises OSError where there is no file."""
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise OSError(errno.EINVAL, "not a file")
        state = (found.st_size, found.st_mtime_ns)
        known = self._find(str(path))
        return state, known[1] if known is not None and known[0] == state else None

    def _find(self, name: str) -> tuple[State, T] | None:
        with self._lock:
            if name in self._new:
                return self._new[name]
            if self._known is None:
                self._known = self._read()
            return self._known.get(name)

    def _read(self) -> dict[str, tuple[State, T]]:
        """Return what the file has; nothing if it cannot be understood."""
        if self._file is None:
            return {}
        with suppress(OSError, ValueError, TypeError, KeyError, IndexError):
            told = json.loads(self._file.read_bytes())
            if told["version"] == VERSION:
                return {str(name): ((int(size), int(at)), self._accept(fact)) for name, size, at, fact in told["files"]}
        return {}


def _has_settled(state: State, now: int) -> bool:
    return now - state[1] > SETTLED_NS


def _write(file: Path, known: dict[str, tuple[State, T]]) -> None:
    """Replace the file at once, so that nobody ever reads half of it; where that is impossible there is none."""
    told = {"version": VERSION, "files": [(name, *state, fact) for name, (state, fact) in known.items()]}
    draft = file.with_name(f"{file.name}.{os.getpid()}.{threading.get_ident()}.tmp")
    with suppress(OSError, UnicodeError):
        file.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(json.dumps(told).encode("utf-8"))
        draft.replace(file)
