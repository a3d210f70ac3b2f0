"""After the start: what the first proposal will need is loaded while nobody waits, so that it opens as quickly as the next."""

from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from widgets import quickenums
from widgets.jobs import IDLE, Jobs

if TYPE_CHECKING:
    from app.store.entries import ProposalEntry
    from widgets.main_window import MainWindow
    from widgets.services import Pipeline

PAUSE = 300
"""Milliseconds after the list is there: it is painted first."""
STEPS = (
    "app.model.proposal", "app.totals", "app.layout.page", "app.sources", "app.store.work.working", "app.pipeline",
    "widgets.preview.pages", "widgets.media", "widgets.exports", "widgets.table_exports", "widgets.library.librarian",
    "widgets.panels.frame", "widgets.life.badge", "widgets.window.receiving", "widgets.drops", "widgets.window.furnishing",
    "widgets.forms.form", "widgets.estimate.grid", "widgets.estimate.editor", "widgets.panels.outline",
    "widgets.panels.preview", "widgets.panels.workbench", "widgets.life.life", "widgets.recovering", "widgets.window.calls",
    "widgets.palette.palette", "widgets.window.typing", "widgets.forms.brief", "widgets.fields.client", "widgets.forms.lists",
    "widgets.mergevalues", "widgets.pictures.gallery", "widgets.pictures.works", "widgets.pictures.portrait",
    "widgets.estimate.columns", "widgets.estimate.recall", "widgets.estimate.rates", "widgets.estimate.surcharges",
    "widgets.forms.phases", "widgets.library.person_rates", "widgets.places.proposals.covering",
)  # fmt: skip
"""What is loaded, a little at a time: the worker lets the window have its turn between them."""


class Warming(QObject):
    """Loads in the worker, then lets the window make its late parts. `done` is sent when all that is there."""

    done = Signal()

    def __init__(self, window: "MainWindow", jobs: Jobs, pipeline: "Pipeline") -> None:
        super().__init__(window)
        self._window, self._jobs, self._pipeline = window, jobs, pipeline
        self._steps = iter(STEPS)
        self._begun = False
        self._likely: Path | None = None

    def begin(self, listed: "Sequence[ProposalEntry]") -> None:
        """Begin soon, with an eye to the proposal that was touched last; only the first call counts."""
        if not self._begun:
            self._begun = True
            self._likely = next((entry.folder for entry in listed if entry.readable), None)
            QTimer.singleShot(PAUSE, self, self._next)

    def _next(self) -> None:
        step = next(self._steps, "")
        if not quickenums.is_over():
            self._jobs.start(lambda _: quickenums.finish(), lambda _: self._load(step), lambda _: self._load(step), priority=IDLE)
        else:
            self._load(step)

    def _load(self, step: str) -> None:
        if step:
            self._jobs.start(lambda _: import_module(step), lambda _: self._next(), lambda _: self._next(), priority=IDLE)
        else:
            self._jobs.start(lambda _: self._try_out(), self._end, self._end, priority=IDLE)

    def _try_out(self) -> None:
        """Do once what shows a first page, in the worker: the first time takes three times as long."""
        self._pipeline.brandbooks()
        if self._likely is None or self._window.desk.session.folder is not None:
            return
        from app.pipeline import BrandMissingError
        from widgets.places.proposals.covering import try_out

        with suppress(OSError, BrandMissingError):  # whoever opens it is told
            try_out(self._pipeline, self._likely, self._window.desk.workspace.disk)

    def _end(self, _result: object) -> None:
        self._window.furnish()
        self.done.emit()
