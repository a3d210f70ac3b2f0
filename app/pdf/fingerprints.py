"""Remembers the hashes of picture files, so that originals of many megabytes are read for them once and not at every start."""

import errno
import hashlib
import json
import os
import stat
import threading
import time
from contextlib import suppress
from pathlib import Path

VERSION = 1
FILE = "originals.json"
MOST = 20_000
"""So many files are remembered; the longest known are forgotten first."""
SETTLED_NS = 2_000_000_000
"""A file that was written less than two seconds ago may be written again without its time changing: some file systems count
in steps of two seconds."""

State = tuple[int, int]
"""Size and time of a file: another state, another content."""


class Fingerprints:
    """Hashes of files by path, size and time. `folder` keeps them between runs; without it only the memory does."""

    def __init__(self, folder: Path | None) -> None:
        self._file = folder / FILE if folder else None
        self._known: dict[str, tuple[State, str]] | None = None
        self._new: dict[str, tuple[State, str]] = {}
        self._lock = threading.Lock()

    def of(self, path: Path) -> str:
        """Return the hash of a file. Raises OSError if it cannot be read."""
        state, known = self._look(path)
        if known is not None:
            return known
        name = str(path)
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        with self._lock:
            self._new[name] = (state, digest)
        return digest

    def known(self, path: Path) -> str | None:
        """Return the hash of a file if that takes no reading of it."""
        with suppress(OSError, ValueError):
            return self._look(path)[1]
        return None

    def _look(self, path: Path) -> tuple[State, str | None]:
        """Return the state of a file, and its hash where it is known. Raises OSError where there is no file."""
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise OSError(errno.EINVAL, "not a file")
        state = (found.st_size, found.st_mtime_ns)
        known = self._find(str(path))
        return state, known[1] if known is not None and known[0] == state else None

    def save(self) -> None:
        """Keep what is new. What another process wrote meanwhile is kept as well, unless both write at the same moment:
        then one's news are lost, and found again at its next start.
        """
        if self._file is None:
            return
        now = time.time_ns()
        with self._lock:
            new = {name: entry for name, entry in self._new.items() if _has_settled(entry[0], now)}
            if not new or all((self._known or {}).get(name) == entry for name, entry in new.items()):
                return
            kept = {name: entry for name, entry in _read(self._file).items() if name not in new} | new
            self._known = dict(list(kept.items())[-MOST:])
            _write(self._file, self._known)

    def _find(self, name: str) -> tuple[State, str] | None:
        with self._lock:
            if name in self._new:
                return self._new[name]
            if self._known is None:
                self._known = _read(self._file) if self._file else {}
            return self._known.get(name)


def _has_settled(state: State, now: int) -> bool:
    return now - state[1] > SETTLED_NS


def _read(file: Path) -> dict[str, tuple[State, str]]:
    """Return what a file has; nothing if it cannot be understood."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        told = json.loads(file.read_bytes())
        if told["version"] == VERSION:
            return {str(name): ((int(size), int(time)), str(digest)) for name, size, time, digest in told["files"]}
    return {}


def _write(file: Path, known: dict[str, tuple[State, str]]) -> None:
    """Replace the file at once, so that nobody ever reads half of it; where that is impossible there is none."""
    told = {"version": VERSION, "files": [(name, *state, digest) for name, (state, digest) in known.items()]}
    draft = file.with_name(f"{file.name}.{os.getpid()}.{threading.get_ident()}.tmp")
    with suppress(OSError, UnicodeError):
        file.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(json.dumps(told).encode("utf-8"))
        draft.replace(file)
