"""Small pictures of covers: made by the pipeline in the worker for the rows in sight, and kept on the disk."""

from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from app.store.entries import ProposalEntry
from widgets.jobs import IDLE
from widgets.places.alive import alive
from widgets.places.proposals.summing import FOLDER

if TYPE_CHECKING:
    from widgets.desk import Desk

MOST_KEPT = 240
_Key = tuple[Path, object]


class Covers(QObject):
    """Pictures by proposal. `changed` tells that there is another one."""

    changed = Signal()

    def __init__(self, desk: "Desk", parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shelf = desk.workspace.state / FOLDER
        self._made: OrderedDict[_Key, QPixmap] = OrderedDict()
        self._latest: dict[Path, QPixmap] = {}
        self._failed: set[_Key] = set()
        self._wanted: list[ProposalEntry] = []
        self._busy = False

    def picture(self, entry: ProposalEntry) -> QPixmap | None:
        """Return the picture of a cover; that of its former state until there is a new one, None where there is none yet."""
        return self._made.get(_key(entry)) or self._latest.get(entry.folder)

    def want(self, entries: Sequence[ProposalEntry]) -> None:
        """Make pictures for these, which are in sight now, and for no others."""
        self._wanted = [entry for entry in entries if entry.readable]
        self._next()

    def _next(self) -> None:
        if self._busy:
            return
        entry = next((one for one in self._wanted if _key(one) not in self._made and _key(one) not in self._failed), None)
        if entry is None:
            return
        self._busy = True
        self._desk.jobs.start(
            lambda _: self._made_now(entry),
            alive(self, lambda image: self._take(entry, image)),
            alive(self, lambda _: self._take(entry, None)),
            priority=IDLE,
        )

    def _made_now(self, entry: ProposalEntry) -> QImage | None:
        """Make the picture, in the worker."""
        from widgets.places.proposals.covering import cover

        return cover(self._desk.pipeline, entry.folder, self._shelf, self._desk.workspace.disk)

    def _take(self, entry: ProposalEntry, image: QImage | None) -> None:
        self._busy = False
        if image is None or image.isNull():
            self._failed.add(_key(entry))
        else:
            drawn = QPixmap.fromImage(image)
            self._made[_key(entry)] = self._latest[entry.folder] = drawn
            while len(self._made) > MOST_KEPT:
                old, _ = self._made.popitem(last=False)
                self._latest.pop(old[0], None)
            self.changed.emit()
        self._next()


def _key(entry: ProposalEntry) -> _Key:
    return entry.folder, entry.modified
