"""The list that hangs below a cell while it is typed into: suggestions, roles, people with their faces."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.model.people import Person
from widgets.look.avatar import paint_avatar
from widgets.look.icons import pixmap
from widgets.look.look import Look, face
from widgets.look.scale import magnifies, px
from widgets.media import Media

Index = QModelIndex | QPersistentModelIndex
OFFER = Qt.ItemDataRole.UserRole
LOW, HIGH, LEAST_WIDTH, FRAME = 30, 44, 200, 10
MOST_SHOWN, LEAST_SHOWN = 8, 3
_FACE = 26


@dataclass(frozen=True)
class Offer:
    """One line of the list: what is put into the cell, what stands at its right and small below, and what it means.

    `ticked` is None where there is nothing to tick.
    """

    text: str
    value: object = None
    aside: str = ""
    below: str = ""
    person: Person | None = None
    ticked: bool | None = None


class Popup(QListView):
    """The list. It never has the focus: who types moves through it with `step`. `picked` brings an Offer."""

    picked = Signal(object)

    def __init__(self, look: Look, media: Media, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self._offers = QStandardItemModel(self)
        self.setModel(self._offers)
        self.setItemDelegate(_OfferDelegate(look, media, self))
        media.loaded.connect(self.viewport().update)
        self.hide()

    def offer(self, offers: Sequence[Offer], below: QWidget, *, width: int = 0) -> None:
        """Show a list below (or above) a cell's editor; an empty one hides it."""
        current = self.current()
        self._offers.clear()
        for one in offers:
            item = QStandardItem(one.text)
            item.setData(one, OFFER)
            self._offers.appendRow(item)
        if not offers:
            self.hide()
            return
        self._place(below, max(width, LEAST_WIDTH))
        self.show()
        self.raise_()
        again = next((place for place, one in enumerate(offers) if current and one.value == current.value), -1)
        if again >= 0 and current is not None and current.value is not None:
            self.setCurrentIndex(self._offers.index(again, 0))

    def current(self) -> Offer | None:
        """Return the line that is marked, None where none is."""
        found: Offer | None = self.currentIndex().data(OFFER) if self.isVisible() and self.currentIndex().isValid() else None
        return found

    def step(self, by: int) -> None:
        """Mark the next or an earlier line; before the first one stands nothing."""
        target = min(max(self.currentIndex().row() + by, -1), self._offers.rowCount() - 1)
        self.setCurrentIndex(self._offers.index(target, 0) if target >= 0 else QModelIndex())

    def count(self) -> int:
        """Return how many lines there are."""
        return self._offers.rowCount()

    def mousePressEvent(self, event: object) -> None:
        """Pick the line under the pointer, and leave the focus where it is."""
        index = self.indexAt(event.position().toPoint())  # type: ignore[attr-defined]
        if index.isValid():
            self.setCurrentIndex(index)
            self.picked.emit(index.data(OFFER))

    def _place(self, below: QWidget, width: int) -> None:
        """Hang the list below a cell, where there is room for a few lines; else stand it above."""
        window = below.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        heights = [self._height_of(row) for row in range(min(self._offers.rowCount(), MOST_SHOWN))]
        corner = below.mapTo(window, QPoint(0, below.height() + 1))
        room = window.height() - corner.y() - FRAME
        hangs = sum(heights) <= room or sum(heights[:LEAST_SHOWN]) <= room
        if not hangs:
            room = corner.y() - below.height() - FRAME
        while len(heights) > 1 and sum(heights) > room:
            heights.pop()
        height = sum(heights) + FRAME
        top = corner.y() if hangs else corner.y() - below.height() - 2 - height
        left = max(0, min(corner.x(), window.width() - width - 4))
        self.setGeometry(QRect(left, max(0, top), width, height))

    def _height_of(self, row: int) -> int:
        return self.itemDelegate().sizeHint(QStyleOptionViewItem(), self._offers.index(row, 0)).height()


class _OfferDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, media: Media, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._media = look, media

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        offer: Offer = index.data(OFFER)
        return QSize(LEAST_WIDTH, px(HIGH if offer.below or offer.person else LOW))

    @magnifies
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        offer: Offer = index.data(OFFER)
        box = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, self._look.color("accent-wash"))
        inner = box.adjusted(12, 0, -12, 0)
        if offer.person is not None:
            circle = QRectF(inner.left(), inner.center().y() - _FACE / 2 + 0.5, _FACE, _FACE)
            paint_avatar(painter, circle, offer.person, self._media, self._look)
            inner.setLeft(inner.left() + _FACE + 10)
        if offer.ticked:
            tick = pixmap("check", self._look.theme.colors["accent"], 16, painter.device().devicePixelRatioF())
            painter.drawPixmap(inner.right() - 16, inner.center().y() - 7, tick)
        if offer.ticked is not None:
            inner.setRight(inner.right() - 24)
        self._write(painter, inner, offer)
        painter.restore()

    def _write(self, painter: QPainter, inner: QRect, offer: Offer) -> None:
        middle, left, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        upper = QRect(inner.left(), inner.top() + 5, inner.width(), 18) if offer.below else inner
        painter.setPen(QPen(self._look.color("secondary")))
        painter.setFont(face(12, tabular=True))
        room = upper.width()
        if offer.aside:
            painter.drawText(upper, middle | right, offer.aside)
            room -= painter.fontMetrics().horizontalAdvance(offer.aside) + 16
        if offer.below:
            lower = QRect(inner.left(), inner.top() + 22, inner.width(), 16)
            painter.setFont(face(11))
            small = painter.fontMetrics().elidedText(offer.below, Qt.TextElideMode.ElideRight, lower.width())
            painter.drawText(lower, middle | left, small)
        painter.setPen(self._look.color("text"))
        painter.setFont(face(weight=QFont.Weight.Medium if offer.ticked else QFont.Weight.Normal))
        text = painter.fontMetrics().elidedText(offer.text, Qt.TextElideMode.ElideRight, max(40, room))
        painter.drawText(upper, middle | left, text)
