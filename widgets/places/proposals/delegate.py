"""How a proposal is drawn in the list: its cover, what it is called, how far it is, what it comes to, when it was touched."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from widgets.look.icons import pixels_a_point, pixmap
from widgets.look.look import Look, face
from widgets.look.scale import magnifies, px
from widgets.places.proposals.arranging import Shown
from widgets.places.proposals.covers import Covers
from widgets.places.proposals.model import SHOWN, Index, ProposalModel, total_of
from widgets.places.proposals.telling import below, named, status_icon, status_words, touched, validity

HEIGHT = 84
EDGE, COVER, GAP = 24, QSize(96, 64), 16
STATUS, TOTAL, TOUCHED = 176, 148, 128
NARROW = 820
"""Pixels: in a narrower list there is no column that says when something was touched."""
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class ProposalDelegate(QStyledItemDelegate):
    """Draws the rows."""

    def __init__(self, look: Look, covers: Covers, model: ProposalModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._covers, self._model = look, covers, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A cover with air above and below."""
        return QSize(480, px(HEIGHT))

    @magnifies
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one proposal."""
        row: Shown = index.data(SHOWN)
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._ground(painter, option)
        self._cover(painter, QRect(QPoint(box.left() + EDGE, box.top() + (HEIGHT - COVER.height()) // 2), COVER), row)
        right = box.right() - EDGE
        if box.width() >= NARROW:
            self._touched(painter, QRect(right - TOUCHED, box.top(), TOUCHED, HEIGHT), row)
            right -= TOUCHED + GAP
        self._total(painter, QRect(right - TOTAL, box.top(), TOTAL, HEIGHT), row)
        right -= TOTAL + GAP
        self._status(painter, QRect(right - STATUS, box.top(), STATUS, HEIGHT), row)
        left = box.left() + EDGE + COVER.width() + GAP
        self._words(painter, QRect(left, box.top(), right - STATUS - GAP - left, HEIGHT), row)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        box: QRect = option.rect
        painter.fillRect(box.left() + EDGE, box.bottom(), box.width() - 2 * EDGE, 1, self._look.color("hairline"))
        inner = box.adjusted(8, 2, -8, -3)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.color("accent-wash" if chosen else "hover"))
            painter.drawRoundedRect(inner, 8, 8)
        if option.state & QStyle.StateFlag.State_HasFocus and chosen:
            painter.setPen(QPen(self._look.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), 7, 7)

    def _cover(self, painter: QPainter, room: QRect, row: Shown) -> None:
        """Draw the page in the middle of a well, so that upright and lying ones make one column."""
        made = self._covers.picture(row.entry)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("sunken"))
        painter.drawRoundedRect(room, 4, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        if made is None:
            icon = "story" if row.entry.readable else "problems"
            drawn = pixmap(icon, self._look.theme.colors["tertiary"], 20, pixels_a_point(painter))
            painter.drawPixmap(room.center() - QPoint(9, 9), drawn)
            return
        page = _fitting(made, room)
        painter.drawPixmap(page, made)
        painter.setPen(QPen(self._look.color("outline"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(page.adjusted(0, 0, -1, -1))

    def _words(self, painter: QPainter, room: QRect, row: Shown) -> None:
        found = " ".join(row.found.split())
        lines = [
            (face(14, QFont.Weight.DemiBold), "text", named(row.entry)),
            (face(13), "secondary", below(row.entry)),
            *([(face(12), "tertiary", found)] if found else []),
        ]
        self._lines(painter, room, lines, _LEFT)

    def _status(self, painter: QPainter, room: QRect, row: Shown) -> None:
        entry = row.entry
        if not entry.readable:
            return
        icon, color = status_icon(entry)
        told, tone = validity(entry, self._model.now().astimezone().date())
        lines = [(face(13, QFont.Weight.Medium), "text", status_words(entry))]
        if told:
            lines.append((face(12), tone, told))
        top = self._lines(painter, room.adjusted(24, 0, 0, 0), lines, _LEFT)
        drawn = pixmap(icon, self._look.theme.colors[color], 16, pixels_a_point(painter))
        painter.drawPixmap(room.left(), top + 2, drawn)

    def _total(self, painter: QPainter, room: QRect, row: Shown) -> None:
        if row.entry.readable:
            line = (face(14, QFont.Weight.Medium, tabular=True), "text", total_of(row) or "…")
            self._lines(painter, room, [line], _RIGHT)

    def _touched(self, painter: QPainter, room: QRect, row: Shown) -> None:
        told = touched(row.entry.modified, self._model.now())
        self._lines(painter, room, [(face(12, tabular=True), "secondary", told)], _RIGHT)

    def _lines(self, painter: QPainter, room: QRect, lines: list[tuple[QFont, str, str]], side: Qt.AlignmentFlag) -> int:
        """Write lines in the middle of a room, each cut where it is too long; return where the first one begins."""
        heights = [round(font.pixelSize() * 1.5) for font, _, _ in lines]
        top = first = room.top() + (room.height() - sum(heights)) // 2
        for (font, color, text), height in zip(lines, heights, strict=True):
            painter.setFont(font)
            painter.setPen(self._look.color(color))
            cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(QRect(room.left(), top, room.width(), height), side | _MIDDLE, cut)
            top += height
        return first


def _fitting(made: QPixmap, room: QRect) -> QRect:
    """Return the place of a page in the middle of its room."""
    size = made.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    corner = QPoint(room.left() + (room.width() - size.width()) // 2, room.top() + (room.height() - size.height()) // 2)
    return QRect(corner, size)
