"""A log file of bounded size that several processes write at once."""

import os
from contextlib import suppress
from pathlib import Path

LARGEST = 1_000_000
"""Bytes of one file."""
KEPT = 5
"""Files that are kept, the one that is written among them."""


class RotatingFile:
    """Lines at the end of a file. It is open only while a line is written, so that others may move it on any system.

    Nothing raises: a program must not fail because its log cannot be written.
    """

    def __init__(self, path: Path, largest: int = LARGEST, kept: int = KEPT) -> None:
        self.path = path
        self._largest, self._kept = largest, kept

    def write(self, line: str) -> bool:
        """Add a line; tell whether it could be written."""
        data = (line.replace("\n", " ") + "\n").encode("utf-8", "replace")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._make_room(len(data))
            handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
            try:
                os.write(handle, data)  # one call, so that lines of several processes never mix
            finally:
                os.close(handle)
        except OSError:
            return False
        return True

    def _is_full(self, more: int) -> bool:
        try:
            return self.path.stat().st_size + more > self._largest
        except OSError:
            return False

    def _make_room(self, more: int) -> None:
        if not self._is_full(more):
            return
        import portalocker

        with suppress(OSError, portalocker.LockException), self.path.with_name(f"{self.path.name}.lock").open("ab") as file:
            portalocker.lock(file, portalocker.LockFlags.EXCLUSIVE | portalocker.LockFlags.NON_BLOCKING)
            try:
                if self._is_full(more):  # another process may have been first
                    self._turn()
            finally:
                portalocker.unlock(file)

    def _turn(self) -> None:
        for number in range(self._kept - 1, 0, -1):
            older = self.path if number == 1 else self._numbered(number - 1)
            if older.exists():
                older.replace(self._numbered(number))

    def _numbered(self, number: int) -> Path:
        return self.path.with_name(f"{self.path.name}.{number}")
