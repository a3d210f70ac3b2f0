"""Check boxes of lists in the theme's colours: those of the system's style cannot be seen on dark ground."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from widgets.look.icons import pixmap
from widgets.look.look import Look

SIZE, TICK = 14, 12


class TickDelegate(QStyledItemDelegate):
    """Paints over the style's box: empty, filled with a tick, or with a dash where only some of a group are chosen."""

    def __init__(self, look: Look, view: QWidget) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw the row, then the box."""
        super().paint(painter, option, index)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return
        self.initStyleOption(option, index)
        box = self._view.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, self._view)
        frame = QRectF(0, 0, SIZE, SIZE)
        frame.moveCenter(QRectF(box).center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        empty = Qt.CheckState(state) is Qt.CheckState.Unchecked
        painter.setPen(QPen(self._look.color("tertiary" if empty else "accent"), 1))
        painter.setBrush(self._look.color("surface" if empty else "accent"))
        painter.drawRoundedRect(frame, 3, 3)
        if Qt.CheckState(state) is Qt.CheckState.Checked:
            tick = pixmap("check", self._look.theme.colors["on-accent"], TICK, self._view.devicePixelRatioF())
            painter.drawPixmap(frame.center() - QRectF(0, 0, TICK, TICK).center(), tick)
        elif not empty:
            painter.fillRect(frame.adjusted(3, 6, -3, -6), self._look.color("on-accent"))
        painter.restore()
