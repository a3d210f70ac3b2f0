"""Shows what is about to come into the library: tick, name, take. Taking can be called off between two things."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHeaderView, QProgressBar, QTableView, QWidget
from shiboken6 import isValid

from app.problems import Problem
from app.wording import worded
from widgets.desk import Desk
from widgets.dialogs.fitted import spread
from widgets.library.picture_files import thumb
from widgets.look.parts import column, label, push, row
from widgets.look.scale import px
from widgets.places.library.gather_model import NAME, THUMB, GatherModel, Line
from widgets.tables.tick_delegate import TickDelegate
from widgets.words import language, tr, tr_plural

SIZE = QSize(1040, 620)
ROW = 40
MOST_TOLD = 3

Take = Callable[[Line], tuple[str, tuple[Problem, ...]]]
"""Puts a thing into the library, in the worker; returns its id, empty where it was not taken, and what is wrong."""


class GatherDialog(QDialog):
    """A list to tick. `gathered` brings the ids of what was taken and the problems."""

    gathered = Signal(object, object)

    def __init__(self, parent: QWidget | None, desk: Desk, title: str, headings: Sequence[str], take: Take) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        spread(self, SIZE)
        self._desk, self._take = desk, take
        self._waiting: list[Line] = []
        self._taken: list[str] = []
        self._total = 0
        self._problems: list[Problem] = []
        self.model = GatherModel(desk.look, headings, self)
        self.model.changed.connect(self._count)
        self.model.wanted.connect(self._load)
        self.table = self._table()
        self.told = label("", "quiet", wrap=True)
        self.wrong = label("", "complaint", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(title)
        self.bar.hide()
        self.progress = label("", "small")
        self.cancel = push(tr("Cancel"), self.reject)
        self.go = push(tr("Take"), self._begin, "primary")
        self.go.setDefault(True)
        self.all = push(tr("Tick all"), lambda: self.model.tick_all(True), "link")
        self.none = push(tr("Tick none"), lambda: self.model.tick_all(False), "link")
        self._box = column(self, (20, 20, 20, 16), gap=12)
        self._box.addWidget(label(title, "title"))
        self._box.addWidget(self.told)
        self._box.addWidget(self.wrong)
        self._box.addWidget(self.table, 1)
        self._box.addWidget(self.bar)
        foot = row(gap=8)
        for part in (self.all, self.none):
            foot.addWidget(part)
        foot.addWidget(self.progress, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.go)
        self._box.addLayout(foot)
        self.wrong.hide()
        self._count()

    def add_choice(self, caption: str, field: QWidget) -> None:
        """Ask for something that holds for all of them."""
        across = row(gap=12)
        words = label(caption, "field")
        words.setBuddy(field)
        across.addWidget(words)
        across.addWidget(field)
        across.addStretch(1)
        self._box.insertLayout(3, across)

    def offer(self, lines: Sequence[Line], told: str, problems: Sequence[Problem]) -> None:
        """Show what there is to take, and what is wrong with it as a whole."""
        self.model.show(lines)
        self.told.setText(told)
        self.told.setVisible(bool(told))
        said = [worded(one, language()) for one in problems]
        more = len(said) - MOST_TOLD
        text = " ".join(said[:MOST_TOLD]) + (" " + tr("And {n} more.", n=more) if more > 0 else "")
        self.wrong.setText(text)
        self.wrong.setVisible(bool(said))

    def _table(self) -> QTableView:
        made = QTableView()
        made.setObjectName("reading")
        made.setModel(self.model)
        made.setItemDelegateForColumn(NAME, TickDelegate(self._desk.look, made))
        made.setShowGrid(False)
        made.setIconSize(THUMB)
        made.setWordWrap(False)
        made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        made.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        made.setAccessibleName(tr("What is to be taken"))
        made.verticalHeader().hide()
        made.verticalHeader().setDefaultSectionSize(px(ROW))
        head = made.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setStretchLastSection(True)
        head.resizeSection(NAME, 260)
        for i in range(1, self.model.columnCount() - 1):
            head.resizeSection(i, 140)
        made.setTabKeyNavigation(False)
        return made

    def _count(self) -> None:
        chosen = len(self.model.chosen())
        self.go.setEnabled(bool(chosen) and not self._total)
        self.go.setText(tr("Take {n}", n=chosen) if chosen else tr("Take"))

    def _load(self, picture: Path) -> None:
        def done(image: QImage | None) -> None:
            if isValid(self):
                self.model.take_thumb(picture, image)

        self._desk.jobs.start(lambda _: thumb(picture), done, lambda _: None)

    # taking -----------------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        self._waiting = self.model.chosen()
        self._total = len(self._waiting)
        self.bar.setRange(0, self._total)
        self.bar.show()
        self.table.setEnabled(False)
        for button in (self.go, self.all, self.none):
            button.setEnabled(False)
        self._next()

    def _next(self) -> None:
        done = self._total - len(self._waiting)
        self.bar.setValue(done)
        self.progress.setText(tr("{n} of {total}", n=done, total=self._total))
        if not self._waiting:
            self._end()
            return
        line = self._waiting.pop(0)
        self._desk.jobs.start(lambda _: self._take(line), self._took, self._broke)

    def _took(self, found: tuple[str, tuple[Problem, ...]]) -> None:
        record_id, problems = found
        self._taken += [record_id] if record_id else []
        self._problems += problems
        self._next()

    def _broke(self, error: Exception) -> None:
        """One that cannot be taken keeps none of the others out."""
        self._problems += getattr(error, "problems", ())
        self._next()

    def _end(self) -> None:
        self.gathered.emit(tuple(self._taken), tuple(self._problems))
        super().accept()

    def reject(self) -> None:
        """Call off what was not taken yet, or close."""
        if self._total and self._waiting:
            self._waiting = []
            return
        if not self._total:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the table names a row; it does not take everything."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not self.table.hasFocus():
            super().keyPressEvent(event)


def words_taken(count: int) -> str:
    """Say how many were taken."""
    return tr_plural("{n} thing was taken into the library.", "{n} things were taken into the library.", count)
