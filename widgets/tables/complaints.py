"""What is wrong with a table, as a list that leads to the cells."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem

from app.intake.cells import spot
from app.problems import Problem, Severity
from app.wording import worded
from widgets.look.look import Look
from widgets.look.scale import px
from widgets.words import language, tr, tr_plural

MOST = 300
"""More than so many nobody reads; the last line says how many there are."""
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)
_ICONS = {Severity.ERROR: ("error", "error"), Severity.WARNING: ("problems", "warning"), Severity.INFO: ("info", "info")}
_SEPARATOR = " › "


class Complaints(QListWidget):
    """`wanted` brings row and column (from 1) of the cell that a complaint is about."""

    wanted = Signal(int, int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("plain")
        self.setWordWrap(True)
        self.setIconSize(QSize(px(16), px(16)))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("What to look at"))
        self.itemClicked.connect(self._lead)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong, the worst first."""
        self.clear()
        ranked = sorted(problems, key=lambda one: _ORDER.index(one.severity))
        for one in ranked[:MOST]:
            place = one.where.rpartition(_SEPARATOR)[2] if all(spot(one.where)) else ""
            said = worded(one, language())
            item = QListWidgetItem(self._look.icon(*_ICONS[one.severity]), f"{place}: {said}" if place else said)
            item.setData(Qt.ItemDataRole.UserRole, spot(one.where))
            self.addItem(item)
        if len(ranked) > MOST:
            more = len(ranked) - MOST
            self.addItem(tr_plural("and {n} more problem", "and {n} more problems", more))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads to the cell and confirms nothing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._lead(self.currentItem())
            return
        super().keyPressEvent(event)

    def _lead(self, item: QListWidgetItem | None) -> None:
        place = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if place and all(place):
            self.wanted.emit(*place)
