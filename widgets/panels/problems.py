"""What is wrong with the proposal: a list whose lines lead to where it is."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.problems import Problem, Severity
from app.wording import worded
from widgets.desk import Desk
from widgets.look.icons import pixmap
from widgets.look.look import Look, face
from widgets.look.parts import column, label, plain_tip, row, rule, styled, tool
from widgets.look.scale import magnifies, px
from widgets.models.picture_names import named
from widgets.models.places import path_of, place_words
from widgets.session import Change, Kind
from widgets.words import language, tr, tr_plural

WHERE_ROLE = Qt.ItemDataRole.UserRole
SEVERITY_ROLE = Qt.ItemDataRole.UserRole + 1
PATH_ROLE = Qt.ItemDataRole.UserRole + 2
HEIGHT = 176
_LOOKS = {Severity.ERROR: ("error", "error"), Severity.WARNING: ("problems", "warning"), Severity.INFO: ("info", "tertiary")}
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)


class ProblemDelegate(QStyledItemDelegate):
    """Draws a problem: how bad, what, where."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        """Two lines."""
        return QSize(100, px(48))

    @magnifies
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw one problem."""
        box: QRect = option.rect
        painter.save()
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.fillRect(box, self._look.color("accent-wash" if chosen else "hover"))
        icon, color = _LOOKS[Severity(index.data(SEVERITY_ROLE))]
        painter.drawPixmap(box.left() + 16, box.top() + 7, pixmap(icon, self._look.theme.colors[color], 18, 2))
        text = box.adjusted(44, 5, -16, -5)
        self._line(painter, QRect(text.left(), text.top(), text.width(), 19), index.data(), 13, "text")
        self._line(painter, QRect(text.left(), text.top() + 20, text.width(), 17), index.data(WHERE_ROLE), 12, "tertiary")
        painter.restore()

    def _line(self, painter: QPainter, box: QRect, text: str, size: int, color: str) -> None:
        painter.setFont(face(size))
        painter.setPen(self._look.color(color))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)


class ProblemsPanel(QWidget):
    """The list: what the pages have, and what was `told` elsewhere.

    `counted` tells how many errors and other problems there are.
    """

    counted = Signal(int, int)
    closed = Signal()

    def __init__(self, desk: Desk, told: Callable[[], Sequence[Problem]]) -> None:
        super().__init__()
        styled(self, "surface")
        self._desk, self._told = desk, told
        self.setFixedHeight(px(HEIGHT))
        self._model = QStandardItemModel(self)
        self._heading = label("", "strong")
        self.list = QListView()
        self.list.setObjectName("plain")
        self.list.setModel(self._model)
        self.list.setItemDelegate(ProblemDelegate(desk.look, self.list))
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(tr("Problems"))
        self.list.doubleClicked.connect(self._go)
        self.list.activated.connect(self._go)
        box = column(self)
        box.addWidget(rule())
        head = row(margins=(16, 4, 8, 4))
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(tool(desk.look, "close", tr("Close the list"), self.closed.emit, 14))
        box.addLayout(head)
        box.addWidget(self.list, 1)
        desk.pages.laid_out.connect(self.refresh)
        desk.session.changed.connect(self._changed)
        self.refresh()

    def problems(self) -> list[Problem]:
        """Return all problems, the worst first."""
        found = list(dict.fromkeys((*self._desk.pages.problems, *self._told())))
        return sorted(found, key=lambda problem: _ORDER.index(problem.severity))

    def refresh(self) -> None:
        """Look again what is wrong."""
        found = self.problems()
        self._model.clear()
        for problem in found:
            text = worded(named(self._desk.session.proposal, problem), language())
            item = QStandardItem(text)
            item.setEditable(False)
            item.setToolTip(plain_tip(text))
            item.setData(place_words(self._desk.session.proposal, problem.where), WHERE_ROLE)
            item.setData(problem.severity.value, SEVERITY_ROLE)
            item.setData(path_of(self._desk.session.proposal, problem.where), PATH_ROLE)
            self._model.appendRow(item)
        errors = sum(problem.severity is Severity.ERROR for problem in found)
        words = tr_plural("{n} problem", "{n} problems", len(found)) if found else tr("Nothing is wrong.")
        self._heading.setText(words)
        self.list.setVisible(bool(found))
        layout = self.layout()
        self.setFixedHeight(px(HEIGHT) if found or layout is None else layout.sizeHint().height())  # nothing needs no room
        self.counted.emit(errors, len(found))

    def _go(self, index: QModelIndex) -> None:
        where = str(index.data(PATH_ROLE))
        if where:
            self._desk.session.go_to(where)

    def _changed(self, change: Change) -> None:
        if change.kind is Kind.OPENED:
            self.refresh()
