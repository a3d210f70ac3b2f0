"""A line of text that ends in dots where it has no room: a label asks for the whole width of its words."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStyle, QStyleOption

from widgets.look.parts import plain_tip


class Elided(QLabel):
    """A label on one line that takes what room there is. What is cut can be read in its hint."""

    def __init__(self, name: str = "small", alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> None:
        super().__init__()
        self.setAlignment(alignment | Qt.AlignmentFlag.AlignVCenter)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName(name)

    def shown(self) -> str:
        """Return what there is room for."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def minimumSizeHint(self) -> QSize:
        """Give way to everything else: words that come and go must not move what is around."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what there is room for, and keep the rest for the hint."""
        shown, option = self.shown(), QStyleOption()
        option.initFrom(self)
        self.setToolTip(plain_tip(self.text()) if shown != self.text() else "")
        painter = QPainter(self)
        style = self.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        style.drawItemText(
            painter, self.contentsRect(), self.alignment(), option.palette, self.isEnabled(), shown, self.foregroundRole()
        )  # fmt: skip
