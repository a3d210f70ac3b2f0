"""Remembers how light pictures are: in memory, and on the disk between runs."""

import hashlib
import os
import stat
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from app.layout.tones import Plane, Tones

VERSION = 1
"""Counts up when the same picture is measured differently."""
WORKERS = 2

Stamp = tuple[int, int]
"""When a file was written, in nanoseconds, and its length: other stamps, other contents."""


def stamp(path: Path) -> Stamp | None:
    """Return the stamp of a file, None where there is none."""
    try:
        state = path.stat()
    except (OSError, ValueError):
        return None
    return (state.st_mtime_ns, state.st_size) if stat.S_ISREG(state.st_mode) else None


class ToneShelf:
    """The tones of pictures, measured once. `folder` is the cache on the disk; without it only the memory remembers."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._known: dict[Path, tuple[Stamp, Future[Tones | None]]] = {}
        self._lock = threading.Lock()
        self._pool: ThreadPoolExecutor | None = None

    def expect(self, path: Path) -> None:
        """Begin to measure a picture that is likely to be asked for. Decoding leaves the interpreter to others."""
        self._future(path)

    def of(self, path: Path) -> Tones | None:
        """Return the tones of the upright picture, None where it cannot be read."""
        future = self._future(path)
        return future.result() if future else None

    def rest(self) -> None:
        """Let the threads go as soon as they have nothing left to do."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=False)

    def _future(self, path: Path) -> "Future[Tones | None] | None":
        now = stamp(path)
        if now is None:
            return None
        with self._lock:
            known = self._known.get(path)
            if known is None or known[0] != now:
                if self._pool is None:
                    self._pool = ThreadPoolExecutor(WORKERS, "tones")
                known = self._known[path] = (now, self._pool.submit(self._find, path, now))
        return known[1]

    def _find(self, path: Path, now: Stamp) -> Tones | None:
        name = hashlib.sha256(repr((VERSION, str(path), now)).encode()).hexdigest()
        if self._folder is not None:
            with suppress(OSError, ValueError):
                return thaw((self._folder / f"{name}.tones").read_bytes())
        from app.pdf.tones import measure

        found = measure(path)
        if found is not None and self._folder is not None:
            with suppress(OSError):
                self._folder.mkdir(parents=True, exist_ok=True)
                draft = self._folder / f"{name}.{os.getpid()}.{threading.get_ident()}.tmp"
                draft.write_bytes(freeze(found))
                draft.replace(self._folder / f"{name}.tones")
        return found


@lru_cache(maxsize=4)
def shelf(folder: Path | None) -> ToneShelf:
    """Return the shelf of a cache folder: one for all documents of this process."""
    return ToneShelf(folder)


def freeze(tones: Tones) -> bytes:
    """Return tones as bytes for the disk."""
    planes = (tones.light, tones.grey)
    head = tones.columns.to_bytes(2, "big") + tones.rows.to_bytes(2, "big")
    return head + b"".join(part for plane in planes for part in (plane.darkest, plane.middle, plane.lightest))


def thaw(data: bytes) -> Tones:
    """Return tones from their bytes. Raises ValueError if they are not whole."""
    columns, rows = int.from_bytes(data[:2], "big"), int.from_bytes(data[2:4], "big")
    cells = columns * rows
    if not cells or len(data) != 4 + 6 * cells:
        raise ValueError(len(data))
    parts = [data[4 + cells * i : 4 + cells * (i + 1)] for i in range(6)]
    return Tones(columns, rows, Plane(*parts[:3]), Plane(*parts[3:]))
