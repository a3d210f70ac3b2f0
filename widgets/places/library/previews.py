"""Records as pages in the brandbook of the moment, small or large: laid out and painted by the worker, kept by their content."""

from collections import OrderedDict
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.model.block import Block
from widgets.jobs import IDLE, Jobs, Ticket
from widgets.library.records import Record
from widgets.places.library.bench import Bench, Setting, page_of
from widgets.preview.raster import raster
from widgets.services import Pipeline

MOST_KEPT = 600
"""Pictures of pages; those that were not looked at for longest go."""
_Key: TypeAlias = tuple[int, str, int]


class Previews(QObject):
    """`painted` tells that there are new ones. What is asked for last is painted first: it is what is looked at."""

    painted = Signal()

    def __init__(self, jobs: Jobs, pipeline: Pipeline, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._pipeline, self._folder = jobs, pipeline, folder
        self._made: OrderedDict[_Key, QImage | None] = OrderedDict()
        self._wanted: OrderedDict[_Key, Bench] = OrderedDict()
        self._at_work = False

    def picture(self, record: Record, setting: Setting, width: int) -> QImage | None:
        """Return the first page of a record so many pixels wide; None until it is painted, or where there is no page."""
        key = _key(record, setting, width)
        if key in self._made:
            self._made.move_to_end(key)
            return self._made[key]
        page = page_of(record, setting) if key not in self._wanted else self._wanted.pop(key)
        if page is None:
            self._store(key, None)
        else:
            self._wanted[key] = page
            while len(self._wanted) > MOST_KEPT // 4:
                self._wanted.popitem(last=False)
            self._next()
        return None

    def is_blank(self, record: Record, setting: Setting, width: int) -> bool:
        """Tell whether there is nothing to be painted of a record."""
        key = _key(record, setting, width)
        return key in self._made and self._made[key] is None

    def _next(self) -> None:
        if self._at_work or not self._wanted:
            return
        self._at_work = True
        key, page = self._wanted.popitem()
        pipeline, folder = self._pipeline, self._folder

        def work(ticket: Ticket) -> QImage | None:
            laid = pipeline.lay_out(page, folder)
            ticket.check()
            if not laid.document.pages:
                return None
            return raster(pipeline.paint(laid, folder, [0]), [(0, key[2])])[0]

        self._jobs.start(work, lambda image: self._painted(key, image), lambda _: self._painted(key, None), priority=IDLE)

    def _painted(self, key: _Key, image: QImage | None) -> None:
        self._at_work = False
        self._store(key, image)
        self.painted.emit()
        self._next()

    def _store(self, key: _Key, image: QImage | None) -> None:
        self._made[key] = image
        while len(self._made) > MOST_KEPT:
            self._made.popitem(last=False)


def _key(record: Record, setting: Setting, width: int) -> _Key:
    """Return what is equal where the pages look the same: names, tags and versions of a block do not show."""
    if isinstance(record, Block):
        variant = record.variant(setting.language) or next(iter(record.variants), None)
        shown: object = (variant, record.kind.value == "terms")
    else:
        shown = record
    return hash((shown, setting)), setting.brandbook, width
