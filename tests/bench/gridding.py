"""The estimate's grid in the window: from an edit of one of 1,000 items to the sums, and to the pixels."""

import datetime
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from app.edits.fields import set_value
from app.model.proposal import Proposal
from app.model.rounding import RoundingScope
from tests.bench.summing import ITEMS, SECTIONS, estimate
from tests.bench.table import Row

SIZE = (900, 760)
MOST_EDIT, MOST_PAINT = 10.0, 16.0
"""Milliseconds at the median: for everything that an edit does to the grid's model, and for drawing the grid anew."""


def rows(times: int) -> list[Row]:
    """Return the rows of the table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        measured = _Measured(app, Path(folder))
        size = f"{SECTIONS * ITEMS:,} items"
        found = [
            Row(size, "grid: an edit, sums and rows", measured.edits(times), "ms", MOST_EDIT, "fixed"),
            Row(size, "grid: a line is put in", measured.inserts(times), "ms", MOST_EDIT, "fixed"),
            Row(size, "grid: drawn anew", measured.paints(times), "ms", MOST_PAINT, "fixed"),
            Row(size, "grid: drawn after an edit", measured.paints_after_edits(times), "ms", MOST_PAINT, "fixed"),
            Row(size, "grid: drawn while it is scrolled", measured.scrolls(times), "ms", MOST_PAINT, "fixed"),
        ]
        measured.show_all()
        found.append(Row(size, "grid: drawn with every column", measured.paints(times), "ms", MOST_PAINT, "fixed"))
        measured.end()
    return found


class _Measured:
    """A grid on a desk of its own, offscreen."""

    def __init__(self, app: object, folder: Path) -> None:
        from PySide6.QtWidgets import QApplication

        from app.store.workspace import Workspace
        from tests.widgets.press import TestPress
        from widgets.desk import Desk
        from widgets.estimate.grid import EstimateGrid
        from widgets.jobs import Jobs
        from widgets.look.look import Look
        from widgets.models.estimate import EstimateModel
        from widgets.session import Session
        from widgets.settings import Settings

        assert isinstance(app, QApplication)
        workspace = Workspace.open(folder / "workspace").workspace
        assert workspace is not None
        self.session, self.jobs, press = Session(), Jobs(), TestPress()
        self.desk = Desk(self.session, self.jobs, press, Look(app, "light"), workspace, Settings(folder / "window.ini"))
        assert self.desk.pages and self.desk.media  # which hear of a proposal that is opened
        whole = Proposal(date=datetime.date(2026, 11, 21), estimate=estimate(RoundingScope.LINE))
        self.session.open(whole, folder)
        self.model = EstimateModel(self.session)
        self.grid = EstimateGrid(self.desk, self.model)
        self.grid.resize(*SIZE)
        self.grid.show()
        self._count = 0
        self._wait()

    def edits(self, times: int) -> float:
        """Return the milliseconds that typing another quantity takes at the median, all but drawing it."""
        return _median(times, self._edit)

    def inserts(self, times: int) -> float:
        """Return those of a line that is put in."""
        from widgets.estimate import rowdeeds

        lines = self.model.rows()
        return _median(times, lambda: rowdeeds.insert(self.session, lines[self._next() * 7 % 900]))

    def paints(self, times: int) -> float:
        """Return those of drawing everything that is on view."""
        return _median(times, self._paint)

    def paints_after_edits(self, times: int) -> float:
        """Return those of drawing it after an edit."""
        return _median(times, self._paint, self._edit)

    def scrolls(self, times: int) -> float:
        """Return those of drawing other rows each time."""
        bar = self.grid.verticalScrollBar()
        return _median(times, self._paint, lambda: bar.setValue(self._next() * 331 % max(1, bar.maximum())))

    def show_all(self) -> None:
        """Show all columns, in a window that is wide enough."""
        from widgets.models.estimate_columns import INSIDE, MORE

        for column in (*MORE, *INSIDE):
            self.desk.columns.show(column, True)
        self.grid.resize(1800, SIZE[1])
        self._wait()

    def end(self) -> None:
        """Stop the worker."""
        self.jobs.stop()
        self.grid.close()

    def _next(self) -> int:
        self._count += 1
        return self._count

    def _edit(self) -> None:
        count = self._next()
        section, place = count * 7 % SECTIONS, count * 11 % ITEMS
        path = f"estimate/sections/s{section}/items/i{section * ITEMS + place}/quantity"
        from app.i18n import phrase
        from app.model.path import get
        from widgets.phrases import say

        self.session.edit(set_value(self.session.proposal, path, get(self.session.proposal, path) + 1), say(phrase("Quantity")))

    def _paint(self) -> None:
        self.grid.viewport().repaint()

    def _wait(self) -> None:
        from PySide6.QtWidgets import QApplication

        until = perf_counter() + 20
        while self.jobs.busy and perf_counter() < until:
            QApplication.processEvents()
        QApplication.processEvents()


def _median(times: int, once: Callable[[], object], before: Callable[[], object] | None = None) -> float:
    taken = []
    for _ in range(times):
        if before is not None:
            before()
        started = perf_counter()
        once()
        taken.append(perf_counter() - started)
    return median(taken) * 1000
