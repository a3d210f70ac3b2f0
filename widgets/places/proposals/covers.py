"""Small pictures of covers: made by the pipeline in the worker for the rows in sight, and kept on the disk."""

import datetime
import hashlib
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import orjson
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from app.model.proposal import Proposal
from app.store.disk import Disk
from app.store.entries import ProposalEntry
from app.store.jsonfile import LARGEST_FILE
from app.store.source import FILE_NAME, digest_of, parse_source
from widgets.desk import Desk
from widgets.jobs import IDLE
from widgets.places.alive import alive
from widgets.places.proposals.summing import FOLDER
from widgets.preview.press import raster
from widgets.services import Pipeline

WIDTH = 192
"""Pixels: twice the widest that is drawn, so that it is sharp on any screen."""
MOST_KEPT = 240
_USUAL = Proposal(date=datetime.date.min).brandbook
_Key = tuple[Path, object]


class Covers(QObject):
    """Pictures by proposal. `changed` tells that there is another one."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
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
        pipeline, shelf, disk = self._desk.pipeline, self._shelf, self._desk.workspace.disk
        self._desk.jobs.start(
            lambda _: cover(pipeline, entry.folder, shelf, disk),
            alive(self, lambda image: self._take(entry, image)),
            alive(self, lambda _: self._take(entry, None)),
            priority=IDLE,
        )

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


def cover(pipeline: Pipeline, folder: Path, shelf: Path, disk: Disk) -> QImage | None:
    """Return the first page of a proposal, from the disk where it was made of the same file and the same brandbook.

    None where the proposal cannot be read or has no pages. Raises what the pipeline and the disk do.
    """
    content = disk.read(folder / FILE_NAME, LARGEST_FILE)
    body = orjson.loads(content)
    brandbook = str(body.get("brandbook") or _USUAL) if isinstance(body, dict) else _USUAL
    owner = hashlib.sha256(folder.name.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    look = digest_of(f"{digest_of(content)} {pipeline.look_key(brandbook)}".encode())[:32]
    file = shelf / f"{owner}-{look}.png"
    known = QImage(str(file)) if file.is_file() else QImage()
    if not known.isNull():
        return known
    proposal = parse_source(content, folder / FILE_NAME).proposal
    first = next((section for section in proposal.sections if not section.hidden), None) if proposal else None
    if proposal is None or first is None:
        return None
    laid = pipeline.lay_out(replace(proposal, sections=(first,)), folder)
    if not laid.document.pages:
        return None
    image = raster(pipeline.paint(laid, folder, [0]), [(0, WIDTH)])[0]
    _keep(image, file, owner, disk)
    return image


def _keep(image: QImage, file: Path, owner: str, disk: Disk) -> None:
    """Write a picture in the place of those that were made of earlier states. What the disk refuses is made again."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    try:
        disk.mkdir(file.parent)
        for old in file.parent.glob(f"{owner}-*.png"):
            disk.remove(old)
        disk.write(file, bytes(data.data()))
    except OSError:
        return
