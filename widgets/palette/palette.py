"""The command palette: everything that can be done or opened, by a few letters."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QFont, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from shiboken6 import isValid

from widgets.finding import Question
from widgets.look.icons import pixmap
from widgets.look.look import Look, face
from widgets.look.parts import column, label, rule
from widgets.look.scale import magnifies, px
from widgets.palette.offers import KINDS, Offer, actions, records
from widgets.places.place import Host
from widgets.words import tr

if TYPE_CHECKING:
    from app.store.search.index import Hit

OFFER = Qt.ItemDataRole.UserRole
WIDTH, MOST_HEIGHT, LINE, TALL = 620, 440, 36, 52
FROM_TOP, PADDING = 96, 6
LEAST_LETTERS = 2
"""So many letters are typed before records are looked for."""
MOST_RECORDS = 20
Index = QModelIndex | QPersistentModelIndex


class Palette(QDialog):
    """A line to type in, and below it what is meant. Enter does it, arrows move, Escape leaves."""

    def __init__(self, host: Host, acts: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._host, self._acts, self._window = host, acts, parent
        self._hits: Sequence[Hit] = ()
        self.setObjectName("palette")
        self.setAccessibleName(tr("Commands"))
        self.setWindowTitle(tr("Commands"))
        self.line = QLineEdit()
        self.line.setObjectName("palette")
        self.line.setPlaceholderText(tr("What do you want to do or to open?"))
        self.line.setAccessibleName(tr("What do you want to do or to open?"))
        self.line.textChanged.connect(self._typed)
        self.line.installEventFilter(self)
        self._model = QStandardItemModel(self)
        self.list = QListView()
        self.list.setObjectName("plain")
        self.list.setAccessibleName(tr("What was found"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(OfferDelegate(host.desk.look, self.list))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setProperty("by-key", True)  # the arrows of the line above move in it
        self.list.setMouseTracking(True)
        self.list.clicked.connect(self._choose)
        self._none = label(tr("Nothing like that. Try another word."), "quiet")
        self._none.setContentsMargins(16, 12, 16, 12)
        box = column(self, (1, 1, 1, 6))
        box.addWidget(self.line)
        box.addWidget(rule())
        box.addWidget(self.list)
        box.addWidget(self._none)
        self.setFixedWidth(px(WIDTH))
        host.desk.finding.updated.connect(self._ask)
        for act in acts[:1]:
            act.destroyed.connect(self.reject)  # the window is made anew, in another language: so are its actions
        self._show()

    def show_over(self, window: QWidget) -> None:
        """Show it in the upper middle of a window, ready to be typed into."""
        corner = window.mapToGlobal(QPoint((window.width() - WIDTH) // 2, min(FROM_TOP, window.height() // 6)))
        self.move(corner)
        self.show()
        self.line.setFocus()

    def offers(self) -> list[Offer]:
        """Return the lines that are shown."""
        return [self._model.index(row, 0).data(OFFER) for row in range(self._model.rowCount())]

    def _typed(self, _text: str) -> None:
        self._ask()
        self._show()

    def _ask(self) -> None:
        """Look for records; again when the index has grown."""
        text = self.line.text()
        if len(text.strip()) >= LEAST_LETTERS:
            question = Question(text, kinds=tuple(KINDS), limit=MOST_RECORDS)
            self._host.desk.finding.ask(question, self._found, lane="palette")
        else:
            self._hits = ()

    def _found(self, hits: "Sequence[Hit]") -> None:
        if isValid(self) and self.isVisible():  # an answer may come when nobody waits for it any more
            self._hits = hits
            self._show()

    def _show(self) -> None:
        typed = self.line.text()
        known = actions([act for act in self._acts if isValid(act)], typed)
        found = list(records(self._host, self._hits, self._host.desk.workspace.folder)) if typed.strip() else []
        self._model.clear()
        for offer in (*known, *found):
            item = QStandardItem(offer.text)
            item.setData(offer, OFFER)
            item.setAccessibleText(", ".join(filter(None, (offer.text, offer.aside, offer.below))))
            self._model.appendRow(item)
        if self._model.rowCount():
            self.list.setCurrentIndex(self._model.index(0, 0))
        self._none.setVisible(not self._model.rowCount())
        self.list.setVisible(bool(self._model.rowCount()))
        wanted = sum(height_of(offer) for offer in (*known, *found))
        self.list.setFixedHeight(min(wanted + 2 * PADDING, px(MOST_HEIGHT)))
        self.adjustSize()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move through the list while one types."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        key = Qt.Key(event.key())
        if key in steps:
            self._step(steps[key])
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentIndex())
            return True
        return False

    def _step(self, by: int) -> None:
        count = self._model.rowCount()
        if count:
            row = self.list.currentIndex().row() + by
            row = row % count if abs(by) == 1 else min(max(row, 0), count - 1)
            self.list.setCurrentIndex(self._model.index(row, 0))

    def _choose(self, index: QModelIndex) -> None:
        offer: Offer | None = index.data(OFFER) if index.isValid() else None
        if offer is not None:
            self.accept()
            QTimer.singleShot(0, self._window, _calling(offer.call))


def _calling(call: Callable[[], object]) -> Callable[[], None]:
    def called() -> None:
        call()

    return called


def height_of(offer: Offer) -> int:
    """Return how tall a line is."""
    return px(TALL if offer.below else LINE)


class OfferDelegate(QStyledItemDelegate):
    """Draws a line: icon, words with what was typed of them in bold, and what it is."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line, or two."""
        return QSize(100, height_of(index.data(OFFER)))

    @magnifies
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        offer: Offer = index.data(OFFER)
        box: QRect = option.rect
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.color("accent-wash" if chosen else "hover"))
            painter.drawRoundedRect(box.adjusted(6, 1, -6, -1), 6, 6)
        if offer.icon:
            color = self._look.theme.colors["accent" if chosen else "secondary"]
            drawn = pixmap(offer.icon, color, 18, painter.device().devicePixelRatioF())
            painter.drawPixmap(box.left() + 18, box.top() + (LINE - 18) // 2, drawn)
        aside = self._paint_aside(painter, box, offer)
        words = QRect(box.left() + 48, box.top(), box.width() - 48 - aside - 32, LINE)
        self._paint_words(painter, words, offer)
        if offer.below:
            painter.setFont(face(12))
            painter.setPen(self._look.color("secondary"))
            below = painter.fontMetrics().elidedText(
                offer.below.replace("\n", " "), Qt.TextElideMode.ElideRight, box.width() - 72
            )
            painter.drawText(words.left(), box.top() + LINE + 4, below)
        painter.restore()

    def _paint_aside(self, painter: QPainter, box: QRect, offer: Offer) -> int:
        """Draw what it is, or its keys; return how much room that takes."""
        if not offer.aside:
            return 0
        painter.setFont(face(12, tabular=offer.keys))
        painter.setPen(self._look.color("secondary"))
        where = QRect(box.left(), box.top(), box.width() - 18, LINE)
        painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, offer.aside)
        return painter.fontMetrics().horizontalAdvance(offer.aside)

    def _paint_words(self, painter: QPainter, box: QRect, offer: Offer) -> None:
        painter.setPen(self._look.color("text"))
        painter.setFont(face())
        text = painter.fontMetrics().elidedText(offer.text, Qt.TextElideMode.ElideRight, box.width())
        left, last = box.left(), 0
        for start, end in (*offer.marks, (len(text), len(text))):
            for part, weight in ((text[last:start], QFont.Weight.Normal), (text[start:end], QFont.Weight.Bold)):
                painter.setFont(face(weight=weight))
                at = QRect(left, box.top(), box.right() - left + 40, box.height())
                painter.drawText(at, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, part)
                left += painter.fontMetrics().horizontalAdvance(part)
            last = end
