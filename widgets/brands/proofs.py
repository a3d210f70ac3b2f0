"""Small real pages of brandbooks: of those that there are, and of one that is being thought of."""

import itertools
import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from shiboken6 import isValid

from app.brand.making import BrandWish, make_brandbook
from widgets.brands.kept import KeptPages, state_of
from widgets.brands.samples import Sample, Sheet, demo, pictures, under_name
from widgets.jobs import IDLE, NORMAL, Jobs, Ticket
from widgets.services import Pipeline

Images = dict[Sheet, QImage]


@dataclass(frozen=True)
class Wanted:
    """What is to be shown: pages so many pixels wide; of the demonstration in a language where there is no `sample`, with the
    studio's name on it where that is told.
    """

    sheets: tuple[Sheet, ...]
    width: int
    language: str
    sample: Sample | None = None
    studio: str = ""

    def taken(self) -> Sample:
        """Return the proposal. For the worker."""
        return under_name(self.sample or demo(self.language), self.studio)


class Proofs(QObject):
    """`painted` brings a name and its pictures by their pages; a name that is asked for again is painted anew, once."""

    painted = Signal(str, object)
    _numbers = itertools.count()

    def __init__(self, jobs: Jobs, pipeline: Pipeline, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self._pipeline = jobs, pipeline
        self._lane = f"proof-{next(self._numbers)}"

    def think(self, tag: str, wish: BrandWish, wanted: Wanted, *, first: bool = False) -> None:
        """Show what a brandbook would look like; nothing of it stays on the disk."""
        self._start(tag, partial(_thought, self._pipeline, wish, wanted), first=first)

    def show_one(self, tag: str, brandbook: str, wanted: Wanted, *, first: bool = False) -> None:
        """Show a brandbook that there is."""
        self._start(tag, partial(_shown, self._pipeline, brandbook, wanted), first=first)

    def drop(self, tag: str) -> None:
        """Want nothing of this name any more."""
        self._jobs.drop(f"{self._lane}-{tag}")

    def _tell(self, tag: str, images: Images) -> None:
        if isValid(self):  # whoever asked may be gone by now
            self.painted.emit(tag, images)

    def _start(self, tag: str, work: "partial[Images]", *, first: bool) -> None:
        self._jobs.start(
            work,
            partial(self._tell, tag),
            lambda _: self._tell(tag, {}),
            lane=f"{self._lane}-{tag}",
            priority=NORMAL if first else IDLE,
        )


def _thought(pipeline: Pipeline, wish: BrandWish, wanted: Wanted, ticket: Ticket) -> Images:
    with tempfile.TemporaryDirectory(prefix="blesna-") as folder:
        made = make_brandbook(Path(folder), wish)
        ticket.check()
        if made.folder is None:
            return {}
        return _shown(pipeline.beside(Path(folder)), made.name, wanted, ticket)


def _shown(pipeline: Pipeline, brandbook: str, wanted: Wanted, ticket: Ticket) -> Images:
    """Return what was drawn of the same before, and draw what is missing."""
    ticket.check()
    kept = KeptPages(pipeline.cache)
    state = state_of(pipeline, brandbook, wanted.sample, wanted.language, wanted.studio)
    names = {sheet: kept.name(state, sheet, wanted.width) for sheet in wanted.sheets}
    found = {sheet: image for sheet, name in names.items() if (image := kept.find(name)) is not None}
    missing = tuple(sheet for sheet in wanted.sheets if sheet not in found)
    if missing:
        made = pictures(pipeline, wanted.taken(), brandbook, missing, wanted.width, ticket)
        for sheet, image in made.items():
            kept.keep(names[sheet], image)
        found |= made
    return found
