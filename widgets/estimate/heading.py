"""The names above the columns: those of insiders in another colour; the first stays in sight."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from widgets.look.look import Look, face
from widgets.look.scale import px
from widgets.models.estimate_columns import INSIDE, NUMBERS, Column

HEIGHT, PADDING = 32, 10


class Heading(QHeaderView):
    """The names, drawn by the theme's colours."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._font = face(11, QFont.Weight.DemiBold)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(40)
        self.setFixedHeight(px(HEIGHT))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the names; the first one over the others where they are scrolled."""
        painter = QPainter(self.viewport())
        painter.setFont(self._font)
        painter.fillRect(self.viewport().rect(), self._look.color("surface"))
        for number in range(1, self.count()):
            if not self.isSectionHidden(number):
                box = QRect(self.sectionViewportPosition(number), 0, self.sectionSize(number), self.height())
                self._draw(painter, box, Column(number))
        self._draw(painter, QRect(0, 0, self.sectionSize(0), self.height()), Column.TITLE)
        if self.offset():
            painter.fillRect(self.sectionSize(0) - 1, 0, 1, self.height(), self._look.color("outline"))
        painter.fillRect(0, self.height() - 1, self.viewport().width(), 1, self._look.color("outline"))

    def _draw(self, painter: QPainter, box: QRect, column: Column) -> None:
        inside = column in INSIDE
        painter.fillRect(box, self._look.color("warning-wash" if inside else "surface"))
        painter.setPen(self._look.color("warning" if inside else "secondary"))
        inner = box.adjusted(PADDING, 0, -PADDING, 0)
        text = str(self.model().headerData(int(column), Qt.Orientation.Horizontal))
        side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
        short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, short)
