"""Writing a large file piece by piece: it appears whole, checked and flushed, or not at all."""

import io
import os
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from app.store.disk import Disk

PIECE = 1 << 20
"""Bytes that are read or written at once."""


@contextmanager
def poured(disk: Disk, target: Path, check: Callable[[Path], None] | None = None) -> Iterator[IO[bytes]]:
    """Open a file for writing that takes the place of `target` when the block ends well.

    `check` reads what was written, under its temporary name, and raises to give it up. Raises OSError.
    """
    temporary = target.with_name(f".{target.name}.{uuid.uuid4().hex[:8]}.tmp")
    try:
        raw = _Poured(disk, disk.step("create", lambda: temporary.open("x+b", buffering=0)))
        with cast(IO[bytes], io.BufferedRandom(raw, PIECE)) as file:
            try:
                yield file
                file.flush()
                disk.step("sync", lambda: os.fsync(raw.fileno()))
            except BaseException:
                raw.given_up = True
                raise
        if check:
            check(temporary)
        disk.move(temporary, target)
    except BaseException:
        _discard(disk, temporary)
        raise


def pieces(disk: Disk, path: Path) -> Iterator[bytes]:
    """Yield the content of a file. Raises OSError."""
    with disk.step("read", lambda: path.open("rb", buffering=0)) as file:
        while piece := disk.step("read", lambda: file.read(PIECE)):
            yield piece


class _Poured(io.RawIOBase):
    """A file whose every write is a step of the disk. Once one has failed, what comes after it goes nowhere."""

    def __init__(self, disk: Disk, file: io.FileIO) -> None:
        self.given_up = False
        self._disk = disk
        self._file = file

    def readable(self) -> bool:
        return True

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._file.fileno()

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        return self._file.readinto(buffer) or 0

    def write(self, data: "bytes | memoryview") -> int:  # type: ignore[override]
        whole = bytes(data)
        if self.given_up:
            return len(whole)
        try:
            self._disk.step("fill", lambda: self._pour(whole), lambda: self._pour(whole[: len(whole) // 2]))
        except BaseException:
            self.given_up = True
            raise
        return len(whole)

    def close(self) -> None:
        try:
            super().close()
        finally:
            self._file.close()

    def _pour(self, data: bytes) -> None:
        left = memoryview(data)
        while left:
            left = left[self._file.write(left) or 0 :]


def _discard(disk: Disk, path: Path) -> None:
    try:
        disk.remove(path)
    except OSError:
        return  # it stays under its temporary name, and the next sweep takes it away
