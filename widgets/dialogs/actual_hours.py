"""Hours spent, from a tracker's export: which task belongs to which line, and how they stand to what was planned and signed."""

from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHeaderView, QProgressBar, QSplitter, QTableView, QWidget

from app.wording import worded
from widgets.desk import Desk
from widgets.dialogs.waiting import waiting_foot
from widgets.look.parts import column, label, push, rule, styled
from widgets.look.scale import px
from widgets.notice import of_failure
from widgets.phrases import shorten
from widgets.tables.hours_model import TITLE, HoursModel
from widgets.tables.spending import Beside, Spending, beside, homes_of, read_spending, stored
from widgets.tables.task_model import HOME, HOURS, TASK, HomeDelegate, TaskModel
from widgets.tables.views import table_view
from widgets.words import language, number, tr, tr_plural

SIZE, SMALLEST = QSize(1220, 720), QSize(900, 520)
LANE = "spent"
MOST_TOLD = 3


class HoursDialog(QDialog):
    """Shows the tasks and the comparison. `decided` brings the proposal that remembers the hours."""

    decided = Signal(object)

    def __init__(self, parent: QWidget | None, desk: Desk, file: Path) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Hours spent"))
        self._desk, self._file, self._proposal = desk, file, desk.session.proposal
        self.spending: Spending | None = None
        self.made: Beside | None = None
        self.tasks = TaskModel(desk.look, homes_of(self._proposal.estimate), self)
        self.lines = HoursModel(desk.look, self)
        self.task_view = table_view(self.tasks, tr("Tasks of the tracker"))
        self.line_view = table_view(self.lines, tr("Planned and spent"))
        self.said, self.sums = label("", "small", wrap=True), label("", "figure")
        self.take = push(tr("Keep the hours"), self._decide, "primary")
        self.busy = QProgressBar()
        self._build()
        self.tasks.homes_changed.connect(self._compare)
        self.finished.connect(lambda _: desk.jobs.drop(LANE))
        self._wait()
        proposal = self._proposal
        desk.jobs.start(lambda _: read_spending(file, proposal), self._show, self._failed, lane=LANE)

    def _build(self) -> None:
        self.setMinimumSize(SMALLEST)
        over = self.parentWidget()
        self.resize(SIZE.boundedTo(over.size() - QSize(64, 64) if over is not None else SIZE).expandedTo(SMALLEST))
        box = column(self)
        names = column(margins=(24, 16, 24, 12), gap=2)
        names.addWidget(label(tr("Hours spent"), "title"))
        names.addWidget(label(shorten(self._file.name, 80), "quiet"))
        box.addLayout(names)
        box.addWidget(rule())
        self.said.setContentsMargins(24, 8, 24, 8)
        self.said.hide()
        box.addWidget(self.said)
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setChildrenCollapsible(False)
        panes.addWidget(self._pane(tr("Tasks of the tracker, and the lines that they belong to"), self.task_view))
        panes.addWidget(self._pane(tr("Planned and spent"), self.line_view))
        panes.setSizes([640, 560])
        box.addWidget(panes, 1)
        box.addWidget(rule())
        foot = waiting_foot(self.busy, self.reject, self.take)
        foot.insertWidget(0, self.sums, 1)
        box.addLayout(foot)
        self._arrange()

    def _arrange(self) -> None:
        triggers = QAbstractItemView.EditTrigger
        self.task_view.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed)
        self.task_view.setItemDelegateForColumn(HOME, HomeDelegate(self._desk.look, self.tasks, self.task_view))
        self.task_view.clicked.connect(lambda index: self.task_view.edit(index) if index.column() == HOME else None)
        for view in (self.task_view, self.line_view):
            view.verticalHeader().hide()
        self.task_view.verticalHeader().setDefaultSectionSize(px(34))
        across = self.task_view.horizontalHeader()
        across.setSectionResizeMode(TASK, QHeaderView.ResizeMode.Stretch)
        self.task_view.setColumnWidth(HOURS, 76)
        self.task_view.setColumnWidth(HOME, 290)
        self.line_view.horizontalHeader().setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        for place in range(TITLE + 1, self.lines.columnCount()):
            self.line_view.setColumnWidth(place, 88)

    def _pane(self, title: str, view: QTableView) -> QWidget:
        pane = styled(QWidget(), "surface")
        box = column(pane)
        name = label(title, "eyebrow")
        name.setContentsMargins(16, 10, 16, 6)
        box.addWidget(name)
        box.addWidget(view, 1)
        return pane

    def _wait(self) -> None:
        self.made = None
        self.busy.show()
        self.take.setEnabled(False)

    def _show(self, spending: Spending) -> None:
        self.spending = spending
        self.tasks.show(spending)
        said = [worded(one, language()) for one in spending.problems]
        if len(said) > MOST_TOLD:
            more = len(said) - MOST_TOLD
            said[MOST_TOLD:] = [tr_plural("and {n} more problem", "and {n} more problems", more)]
        self.said.setText("\n".join(said))
        self.said.setVisible(bool(said))
        if self.tasks.rowCount():
            self.task_view.setCurrentIndex(self.tasks.index(0, HOME))
            self.task_view.setFocus()
        self._compare()

    def _compare(self) -> None:
        """Have planned and spent hours put side by side; an answer for other homes is dropped."""
        if self.spending is None:
            return
        self._wait()
        estimate, spent, homes = self._proposal.estimate, self.spending.hours, self.tasks.homes
        self._desk.jobs.start(lambda _: beside(estimate, spent, homes), self._tell, self._failed, lane=LANE)

    def _tell(self, made: Beside) -> None:
        assert self.spending is not None
        self.made = made
        self.busy.hide()
        self.lines.show(made.lines)
        homes = self.tasks.homes
        placed = sum(hours for task, hours in self.spending.hours.items() if homes[task])
        lost = sum(hours for task, hours in self.spending.hours.items() if not homes[task])
        difference = sum(
            (line.difference for line in made.lines if line.what == "item" and line.difference is not None), Decimal(0)
        )
        told = [tr("Spent: {hours} h", hours=number(placed))]
        if placed:
            told.append(_against_plan(difference))
        if lost:
            told.append(tr("to no line: {hours} h", hours=number(lost)))
        self.sums.setText("  ·  ".join(told))
        self.take.setEnabled(any(homes.values()))

    def _failed(self, error: Exception) -> None:
        self.busy.hide()
        self.said.setText(of_failure(error).text)
        self.said.show()

    def _decide(self) -> None:
        if self.made is not None and self.take.isEnabled():
            self.decided.emit(stored(self._proposal, self.made))
            self.accept()


def _against_plan(difference: Decimal) -> str:
    if not difference:
        return tr("as planned")
    if difference > 0:
        return tr("{hours} h beyond the plan", hours=number(difference))
    return tr("{hours} h less than planned", hours=number(-difference))
