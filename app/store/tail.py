"""Side effects on files that grow at their end or are written over in place; all of them raise OSError."""

import errno
import os
from pathlib import Path
from typing import BinaryIO

from app.store.disk import Disk


def read_from(disk: Disk, path: Path, start: int) -> bytes:
    """Return what a file holds from a byte on; nothing when there is no file."""

    def act() -> bytes:
        with path.open("rb") as file:
            file.seek(start)
            return file.read()

    try:
        return disk.step("read", act)
    except FileNotFoundError:
        return b""


def extend(disk: Disk, path: Path, end: int, data: bytes) -> None:
    """Put data after byte `end` of a file, instead of whatever is there, and survive a power cut afterwards.

    When the disk refuses, the file ends at `end` again, as far as the disk allows that.
    """
    with disk.step("open-end", lambda: path.open("r+b")) as file:
        size = file.seek(0, os.SEEK_END)
        if size < end:
            raise OSError(errno.EIO, "the file has become shorter", str(path))
        if size > end:
            disk.step("cut", lambda: file.truncate(end))
        file.seek(end)
        try:
            disk.step("append", lambda: _pour(file, data), lambda: _pour(file, data[: len(data) // 2]))
            disk.step("sync", lambda: os.fsync(file.fileno()))
        except OSError:
            _cut(disk, file, end)
            raise


def write_over(disk: Disk, path: Path, data: bytes) -> None:
    """Write a small file in place, without waiting until it is on the disk. A power cut may leave an older state."""

    def act(part: bytes) -> None:
        with path.open("r+b" if path.exists() else "wb") as file:
            file.write(part)

    disk.step("write-over", lambda: act(data), lambda: act(data[: len(data) // 2]))


def _cut(disk: Disk, file: BinaryIO, end: int) -> None:
    try:
        disk.step("cut", lambda: file.truncate(end))
    except OSError:
        return  # what is left does not verify, or is the new state


def _pour(file: BinaryIO, data: bytes) -> None:
    file.write(data)
    file.flush()
