"""How a client is drawn in the list: the company, and below it the city and the first of its people."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.model.clientcard import ClientCard
from widgets.look.look import Look, face
from widgets.look.scale import magnifies, px
from widgets.words import tr

ID = Qt.ItemDataRole.UserRole
BELOW = Qt.ItemDataRole.UserRole + 1
HEIGHT = 56


def name_row(item: QListWidgetItem, card: ClientCard) -> None:
    """Put the words of a card into a row."""
    contact = next(iter(card.contacts), None)
    name = card.client.name or tr("Without a name")
    below = " · ".join(filter(None, (card.client.city, contact.name if contact else "")))
    item.setText(name)
    item.setData(BELOW, below)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (name, below))))


class ClientDelegate(QStyledItemDelegate):
    """Draws the rows."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines with air."""
        return QSize(120, px(HEIGHT))

    @magnifies
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw one client."""
        box: QRect = option.rect.adjusted(0, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.color("accent-wash" if chosen else "hover"))
            painter.drawRoundedRect(box, 8, 8)
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._look.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7)
        name, below = str(index.data() or ""), str(index.data(BELOW) or "")
        lines = [(face(13, QFont.Weight.DemiBold), "text", name)]
        if below:
            lines.append((face(12), "secondary", below))
        top = box.top() + (box.height() - 20 * len(lines)) // 2
        for font, color, text in lines:
            painter.setFont(font)
            painter.setPen(self._look.color(color))
            room = QRect(box.left() + 12, top, box.width() - 24, 20)
            cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, cut)
            top += 20
        painter.restore()
