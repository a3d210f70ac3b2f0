"""What is seen while no proposal is open: the proposals there are, and how to begin one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.store.entries import ProposalEntry
from widgets.look.look import Look, face
from widgets.look.parts import column, label, push, row, styled
from widgets.words import date, tr

ENTRY_ROLE = Qt.ItemDataRole.UserRole
WIDTH, ENTRY_HEIGHT = 640, 60


class EntryDelegate(QStyledItemDelegate):
    """Draws a proposal of the list: title, client, number and date."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        """Two lines with air."""
        return QSize(100, ENTRY_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        """Draw one proposal."""
        entry: ProposalEntry = index.data(ENTRY_ROLE)
        box: QRect = option.rect
        painter.save()
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.fillRect(box, self._look.color("accent-wash" if chosen else "hover"))
        if index.row() < index.model().rowCount() - 1:
            painter.fillRect(box.left() + 16, box.bottom(), box.width() - 32, 1, self._look.color("hairline"))
        inner = box.adjusted(16, 10, -16, -10)
        day = date(entry.date, "short") if entry.date else ""
        painter.setFont(face(12))
        painter.setPen(self._look.color("tertiary"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, day)
        side = inner.adjusted(0, 0, -100, 0)
        below = " · ".join(filter(None, (entry.number, entry.client))) if entry.readable else tr("This file cannot be read")
        painter.drawText(side.adjusted(0, 22, 0, 0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, below)
        painter.setFont(face(14, QFont.Weight.Medium))
        painter.setPen(self._look.color("text"))
        title = painter.fontMetrics().elidedText(entry.title or tr("Without a name"), Qt.TextElideMode.ElideRight, side.width())
        painter.drawText(side, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, title)
        painter.restore()


class StartPage(QWidget):
    """The first thing one sees."""

    def __init__(
        self,
        look: Look,
        open_entry: Callable[[str], None],
        new: Callable[[], None],
        browse: Callable[[], None],
    ) -> None:
        super().__init__()
        styled(self, "frame")
        self._open_entry = open_entry
        self._model = QStandardItemModel(self)
        self.list = QListView()
        self.list.setObjectName("plain")
        self.list.setModel(self._model)
        self.list.setItemDelegate(EntryDelegate(look, self.list))
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(tr("Proposals"))
        self.list.clicked.connect(self._open)
        self.list.activated.connect(self._open)
        self._none = label(tr("No proposals yet. The first one begins with an estimate."), "quiet", wrap=True)
        middle = QWidget()
        middle.setMaximumWidth(WIDTH)
        box = column(middle, (0, 64, 0, 32), gap=8)
        box.addWidget(label(tr("Proposals"), "display"))
        box.addWidget(
            label(
                tr("Drop an estimate here to begin: XLSX, ODS, CSV. Or paste its cells, or open a proposal."), "quiet", wrap=True
            )
        )
        box.addSpacing(8)
        buttons = row(gap=8)
        buttons.addWidget(push(tr("New from an estimate…"), new, "primary"))
        buttons.addWidget(push(tr("Open…"), browse))
        buttons.addStretch(1)
        box.addLayout(buttons)
        box.addSpacing(16)
        card = QFrame()
        card.setObjectName("card")
        inside = column(card, (1, 4, 1, 4))
        inside.addWidget(self.list)
        self._card = card
        box.addWidget(card, 1000)
        box.addWidget(self._none)
        box.addStretch(1)
        across = row(self, (32, 0, 32, 0))
        across.addStretch(1)
        across.addWidget(middle, 100)
        across.addStretch(1)

    def show_entries(self, entries: Sequence[ProposalEntry]) -> None:
        """Show the proposals there are."""
        self._model.clear()
        for entry in entries:
            item = QStandardItem(entry.title)
            item.setEditable(False)
            item.setEnabled(entry.readable)
            item.setData(entry, ENTRY_ROLE)
            self._model.appendRow(item)
        self._card.setVisible(bool(entries))
        self._card.setMaximumHeight(len(entries) * ENTRY_HEIGHT + 10)
        self._none.setVisible(not entries)
        if entries and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._model.index(0, 0))

    def _open(self, index: QModelIndex) -> None:
        entry: ProposalEntry = index.data(ENTRY_ROLE)
        if entry.readable:
            self._open_entry(str(entry.folder))
