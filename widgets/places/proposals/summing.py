"""What proposals come to, looked up in the worker a few at a time, so that nothing else has to wait."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from widgets.jobs import IDLE
from widgets.places.alive import alive

if TYPE_CHECKING:
    from app.sources.sums import Sum, Sums
    from widgets.desk import Desk

AT_ONCE = 24
SOON = 80
"""Milliseconds: the list is painted first."""
_LANE = "sums"
FOLDER = "glance"
"""The folder of the workspace's state with what the list remembers: covers and sums."""


class Summing(QObject):
    """Keeps the sums of proposals by their folders. `changed` tells that more of them are known."""

    changed = Signal()

    def __init__(self, desk: "Desk", parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self._workspace = desk.jobs, desk.workspace
        self._folders: list[Path] = []
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(lambda: self._next(self._folders))
        self.known: dict[Path, Sum] = {}

    def ask(self, folders: Sequence[Path]) -> None:
        """Find out what these come to, as their files are now; an earlier question is dropped."""
        self._folders = list(folders)
        self._soon.start()

    @cached_property
    def _sums(self) -> "Sums":
        """What the disk remembers; made in the worker."""
        from app.sources.sums import Sums

        return Sums(self._workspace.state / FOLDER, self._workspace.disk)

    def _next(self, folders: list[Path]) -> None:
        batch, rest = folders[:AT_ONCE], folders[AT_ONCE:]

        def work(_: object) -> "dict[Path, Sum | None]":
            found = {folder: self._sums.of(folder) for folder in batch}
            if not rest:
                self._sums.keep()
            return found

        def done(found: "dict[Path, Sum | None]") -> None:
            before = dict(self.known)
            for folder, one in found.items():
                if one is None:
                    self.known.pop(folder, None)
                else:
                    self.known[folder] = one
            if self.known != before:
                self.changed.emit()
            if rest:
                self._next(rest)

        self._jobs.start(work, alive(self, done), lambda _: None, lane=_LANE, priority=IDLE)
