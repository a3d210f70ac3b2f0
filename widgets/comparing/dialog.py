"""The window that compares two states of the open proposal: pages side by side, and the numbers that changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QSplitter, QStackedWidget, QWidget

from app.comparing import Comparison, Figure, compare
from app.model.proposal import Proposal
from app.pipeline import Pipeline as Frozen
from app.problems import Problem
from app.wording import worded
from widgets.comparing.figures_model import FIGURE_ROLE, FiguresModel
from widgets.comparing.marks import Mark, Sign, marks_of
from widgets.comparing.pair_view import STEP, PairView
from widgets.comparing.sides import Kind, Pipelines, Side, Stated, sides_of, stated
from widgets.desk import Desk
from widgets.dialogs.fitted import spread
from widgets.fields.choice import ChoiceField
from widgets.jobs import Ticket
from widgets.look.parts import column, label, push, row, rule, tool
from widgets.look.scale import px
from widgets.preview.geometry import boxes_of
from widgets.preview.sheets import Sheets
from widgets.services import Pipeline
from widgets.tables.views import table_view
from widgets.words import language, moment, tr, tr_plural

SIZE = QSize(1240, 820)
KEPT = 24
BOUNDLESS = 16777215
"""What Qt takes for any height."""
TABLE = 236


@dataclass(frozen=True)
class Compared:
    """Two states, what they differ in, and where on the pages of each; `problems` where one cannot be read."""

    old: Stated
    new: Stated
    found: Comparison = Comparison()
    marks: tuple[Sequence[Mark], Sequence[Mark]] = ((), ())
    problems: tuple[Problem, ...] = ()


class CompareDialog(QDialog):
    """Two choices above, pages below them, numbers below the pages."""

    def __init__(self, desk: Desk, pipelines: Pipelines, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Compare revisions"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        spread(self, SIZE)
        self._desk, self._pipelines = desk, pipelines
        self._sides: list[Side] = []
        self._shown: Compared | None = None
        self.old, self.new = ChoiceField(desk.look, ()), ChoiceField(desk.look, ())
        self.view = PairView(desk.look)
        self.figures = FiguresModel(self)
        self._said, self._count, self._none = label("", "quiet", wrap=True), label("", "small"), label("", "quiet", wrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        box = column(self)
        self.above = QWidget()
        above = column(self.above)
        above.addLayout(self._head())
        above.addWidget(rule())
        box.addWidget(self.above)
        self._stack.addWidget(self._body())
        self._stack.addWidget(self._none)
        box.addWidget(self._stack, 1)
        self._keys()
        self._say(tr("Looking for earlier states…"))
        self._find()

    # building ------------------------------------------------------------------------------------------------------

    def _head(self) -> QHBoxLayout:
        across = row(margins=(24, 12, 16, 12), gap=8)
        for words, box in ((tr("Before"), self.old), (tr("After"), self.new)):
            across.addWidget(label(words, "field"))
            box.setAccessibleName(words)
            box.setMinimumWidth(px(260))
            box.edited.connect(lambda _: self._compare())
            across.addWidget(box)
            across.addSpacing(8)
        across.addStretch(1)
        across.addWidget(self._count)
        look = self._desk.look
        across.addWidget(tool(look, "up", tr("Previous change (Shift+F7)"), lambda: self.view.step(-1)))
        across.addWidget(tool(look, "down", tr("Next change (F7)"), lambda: self.view.step(1)))
        across.addWidget(tool(look, "zoom-out", tr("Smaller"), lambda: self.view.zoom(1 / STEP)))
        across.addWidget(tool(look, "zoom-in", tr("Larger"), lambda: self.view.zoom(STEP)))
        return across

    def _body(self) -> QWidget:
        table = table_view(self.figures, tr("Numbers that changed"))
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().hide()
        table.clicked.connect(lambda index: self._show_figure(index.data(FIGURE_ROLE)))
        table.activated.connect(lambda index: self._show_figure(index.data(FIGURE_ROLE)))
        below = QWidget()
        down = column(below, (24, 12, 16, 12), gap=8)
        heading = row(gap=12)
        heading.addWidget(label(tr("Numbers that changed"), "strong"))
        heading.addWidget(self._said, 1)
        heading.addWidget(push(tr("Close"), self.close))
        down.addLayout(heading)
        down.addWidget(table, 1)
        self.table, self._below = table, below
        self._parts = parts = QSplitter(Qt.Orientation.Vertical)
        parts.setHandleWidth(1)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.view)
        parts.addWidget(below)
        parts.setSizes([self.height() - px(TABLE), px(TABLE)])
        parts.setStretchFactor(0, 1)
        self.view.turned.connect(self._turned)
        return parts

    def _keys(self) -> None:
        deeds: dict[str, Callable[[], object]] = {
            "F7": lambda: self.view.step(1),
            "Shift+F7": lambda: self.view.step(-1),
            "Ctrl++": lambda: self.view.zoom(STEP),
            "Ctrl+-": lambda: self.view.zoom(1 / STEP),
        }
        for keys, call in deeds.items():
            QShortcut(QKeySequence(keys), self).activated.connect(call)

    # finding and choosing ------------------------------------------------------------------------------------------

    def _find(self) -> None:
        folder, workspace = self._desk.session.folder, self._desk.workspace
        if folder is None:
            return
        self._desk.jobs.start(lambda _: sides_of(folder, workspace), self._offer, self._failed, lane="compare")

    def _offer(self, found: list[Side]) -> None:
        self._sides = [Side(Kind.NOW), *found]
        if not found:
            self.above.hide()
            self._say(
                tr(
                    "There is nothing to compare with yet. Send the proposal, or keep a version of it: "
                    "from then on you see here what has changed."
                )
            )
            return
        for box in (self.old, self.new):
            box.set_options([(place, _named(side)) for place, side in enumerate(self._sides)])
        self.choose(next((i for i, side in enumerate(self._sides) if side.kind is Kind.SENT), 1), 0)

    def choose(self, old: int, new: int) -> None:
        """Compare two of the states that are offered: their places in the list."""
        self.old.show_value(old)
        self.new.show_value(new)
        self._compare()

    def _compare(self) -> None:
        session, folder = self._desk.session, self._desk.session.folder
        if folder is None or not self._sides:
            return
        chosen = (self._sides[self.old.currentIndex()], self._sides[self.new.currentIndex()])
        now, place = session.proposal, folder
        self._count.setText("")
        self._said.setText(tr("Comparing…"))
        self._desk.jobs.start(lambda ticket: self._compared(chosen, now, place, ticket), self._show, self._failed, lane="compare")

    def _compared(self, chosen: tuple[Side, Side], now: Proposal, folder: Path, ticket: Ticket) -> Compared:
        """Read, lay out and compare, in the worker's thread."""
        workspace, pipeline = self._desk.workspace, self._desk.pipeline
        old, new = (stated(side, now, folder, workspace, pipeline, self._pipelines, ticket) for side in chosen)
        if old.proposal is None or new.proposal is None or old.layout is None or new.layout is None:
            return Compared(old, new, problems=(*old.problems, *new.problems))
        ticket.check()
        found = compare(old.proposal, new.proposal)
        left, right = old.layout.pages, new.layout.pages
        marks = marks_of(left, found, old=True, others=right), marks_of(right, found, old=False, others=left)
        return Compared(old, new, found, marks)

    # showing -------------------------------------------------------------------------------------------------------

    def _show(self, done: Compared) -> None:
        old, new = done.old.proposal, done.new.proposal
        if old is None or new is None:
            self._say("\n".join(worded(found, language()) for found in done.problems))
            return
        self._stack.setCurrentIndex(0)
        self._shown, found = done, done.found
        self.view.show_pair(self._sheets(done.old, "compare-old"), self._sheets(done.new, "compare-new"), done.marks)
        self.figures.show(found.figures, old.currency, new.currency)
        self.table.setCurrentIndex(self.figures.index(0, 0))
        count = len(found.figures)
        self._make_room(bool(count))
        self._said.setText(tr_plural("{n} number", "{n} numbers", count) if count else tr("No number has changed."))

    def _make_room(self, for_numbers: bool) -> None:
        """Leave the room to the pages where there is no number to be shown."""
        if for_numbers == self.table.isVisibleTo(self):
            return
        self.table.setVisible(for_numbers)
        line = self._below.minimumSizeHint().height()
        self._below.setMaximumHeight(BOUNDLESS if for_numbers else line)
        if for_numbers:
            self._parts.setSizes([self._parts.height() - TABLE, TABLE])

    def _sheets(self, one: Stated, lane: str) -> Sheets:
        assert one.layout is not None and one.press is not None
        return Sheets(self._desk.jobs, one.press, one.layout, lane, KEPT, self.view)

    def _turned(self, place: int, count: int) -> None:
        if not count:
            self._count.setText(tr("Nothing differs on the pages."))
        elif place:
            self._count.setText(tr("Change {place} of {count}", place=place, count=count))
        else:
            self._count.setText(tr_plural("{n} change", "{n} changes", count))

    def _show_figure(self, figure: Figure) -> None:
        """Bring the place on the newer pages into view that shows a number."""
        layout = self._shown.new.layout if self._shown is not None else None
        for index, page in enumerate(layout.pages if layout is not None else ()):
            boxes = boxes_of(page, figure.path)
            if boxes:
                self.view.show_mark(Mark(index, boxes[0], Sign.CHANGED))
                return

    def _say(self, words: str) -> None:
        self._none.setText(words)
        self._stack.setCurrentIndex(1)

    def _failed(self, error: Exception) -> None:
        problems: Sequence[Problem] = getattr(error, "problems", ())
        self._say("\n".join(worded(found, language()) for found in problems) or tr("This cannot be compared."))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what is being made."""
        self._desk.jobs.drop("compare")
        self.view.clear()
        super().closeEvent(event)


def _named(side: Side) -> str:
    if side.kind is Kind.NOW:
        return tr("As it is now")
    at = moment(side.at.astimezone()) if side.at is not None else ""
    what = tr("Revision {n}, sent", n=side.key) if side.kind is Kind.SENT else side.name or tr("Version")
    return " · ".join(filter(None, (what, at)))


def compare_revisions(desk: Desk, parent: QWidget) -> CompareDialog:
    """Open the window."""
    cache = getattr(desk.pipeline, "cache", None)
    made = CompareDialog(desk, lambda folder: cast("Pipeline", Frozen((folder,), cache)), parent)
    made.show()
    return made
