"""A tick box whose words take more lines where they have to; Qt's own would push everything beside it out of sight."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

GAP = 8
"""Pixels between the box and its words."""
LEAST = 120
"""Pixels of width that it is content with."""
FLAGS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextHideMnemonic


class Tick(QCheckBox):
    """A tick box for words of any length, which nobody has written for it: an ampersand in them is one."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """Be content with little width."""
        return QSize(LEAST, self.heightForWidth(LEAST) if not self.width() else self.heightForWidth(max(self.width(), LEAST)))

    def hasHeightForWidth(self) -> bool:
        """Say that it is higher where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high its words are in a width."""
        words = self.fontMetrics().boundingRect(QRect(0, 0, width - self._indent(), 10000), FLAGS, self.text())
        return max(words.height(), self._box().height()) + 2

    def hitButton(self, at: QPoint) -> bool:
        """Let a click on any of its words count."""
        return self.rect().contains(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box beside the first line."""
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        box, line = self._box(), self.fontMetrics().height()
        option.rect = QRect(0, max(0, (line - box.height()) // 2) + 1, box.width(), box.height())
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, option)
        words = self.rect().adjusted(self._indent(), 1, 0, 0)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(words, FLAGS, self.text())

    def _box(self) -> QRect:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        return self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)

    def _indent(self) -> int:
        return self._box().width() + GAP
