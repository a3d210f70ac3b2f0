"""Fields for choosing: one of several, yes or no, one of a few side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStyledItemDelegate,
    QWidget,
)

from widgets.look.icons import pixmap
from widgets.look.look import Look
from widgets.look.scale import factor, px

MOST_VISIBLE = 12
HEIGHT = 30
"""Pixels: that of a line of text with its frame."""
EDGES = 14
"""Pixels that a line of text has above and below its letters; they do not grow with these."""
ARROW = 14
WORDS_AT = 38
"""Pixels from the left edge of a switch to its words."""


class ChoiceField(QComboBox):
    """One of several values. `edited` brings the value that was chosen."""

    edited = Signal(object)

    def __init__(self, look: Look, options: Sequence[tuple[object, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._values: list[object] = []
        self._shown: object = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setItemDelegate(QStyledItemDelegate(self))  # the only one that the style sheet reaches
        self.setMaxVisibleItems(MOST_VISIBLE)
        self.set_options(options)
        self.activated.connect(self._chosen)

    @property
    def value(self) -> object:
        """The value that is shown."""
        return self._shown

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        """Offer these (value, words); the value that is shown stays."""
        self.clear()
        self._values = [value for value, _ in options]
        self.addItems([words for _, words in options])
        self.show_value(self._shown)

    def show_value(self, value: object) -> None:
        """Show a value; one that is not offered is shown as it is."""
        self._shown = value
        if value not in self._values and value not in (None, ""):
            self._values.append(value)
            self.addItem(str(value))
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def _chosen(self, index: int) -> None:
        self._shown = self._values[index]
        self.edited.emit(self._shown)

    def sizeHint(self) -> QSize:
        """Stand as tall as a line of text does."""
        return QSize(max(120, super().sizeHint().width()), self._height())

    def minimumSizeHint(self) -> QSize:
        """Give way to neighbours."""
        return QSize(80, self._height())

    def _height(self) -> int:
        return self.fontMetrics().height() + EDGES

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the form scroll."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field like a line of text with an arrow."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge, width = ("accent", 2.0) if self.hasFocus() else ("tertiary" if self.underMouse() else "outline", 1.0)
        painter.setPen(QPen(self._look.color(edge), width))
        painter.setBrush(self._look.color("surface"))
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(self._look.color("text" if self.isEnabled() else "disabled"))
        room = self.rect().adjusted(10, 0, -px(ARROW) - 14, 0)
        sign = self.itemIcon(self.currentIndex())
        if not sign.isNull():
            size = self.iconSize()
            painter.drawPixmap(room.left(), (self.height() - size.height()) // 2, sign.pixmap(size, self.devicePixelRatioF()))
            room.adjust(size.width() + 8, 0, 0, 0)
        text = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        arrow = pixmap("chevron-down", self._look.theme.colors["secondary"], px(ARROW), self.devicePixelRatioF())
        painter.drawPixmap(self.width() - px(ARROW) - 9, (self.height() - px(ARROW)) // 2, arrow)

    def event(self, event: QEvent) -> bool:
        """Redraw where the mouse comes and goes."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)


class SwitchField(QAbstractButton):
    """Yes or no, with words beside it. `edited` brings the bool."""

    edited = Signal(object)

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._clicked)

    def show_value(self, value: bool) -> None:
        """Show yes or no."""
        self.setChecked(value)

    def _clicked(self) -> None:
        self.edited.emit(self.isChecked())

    def sizeHint(self) -> QSize:
        """Ask for room for the switch and the words."""
        return QSize(px(WORDS_AT) + self.fontMetrics().horizontalAdvance(self.text()) + 6, px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a small switch and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.translate(0, self.height() / 2)
        painter.scale(factor(), factor())
        self._paint_switch(painter, QRectF(2, -8, 28, 16))
        painter.restore()
        painter.setPen(self._look.color("text" if self.isEnabled() else "disabled"))
        painter.drawText(self.rect().adjusted(px(WORDS_AT), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())

    def _paint_switch(self, painter: QPainter, track: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("accent" if self.isChecked() else "outline"))
        painter.drawRoundedRect(track, 8, 8)
        knob = QRectF(track.right() - 14 if self.isChecked() else track.left() + 2, track.top() + 2, 12, 12)
        painter.setBrush(self._look.color("on-accent" if self.isChecked() else "surface"))
        painter.drawEllipse(knob)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.color("accent"), 1.5))
            painter.drawRoundedRect(track.adjusted(-1.25, -1.25, 1.25, 1.25), 9.25, 9.25)


class SegmentsField(QWidget):
    """One of a few values side by side. `edited` brings the value."""

    edited = Signal(object)

    def __init__(self, options: Sequence[tuple[object, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("segments")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._values = [value for value, _ in options]
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for i, (_, words) in enumerate(options):
            button = QPushButton(words)
            button.setObjectName("segment")
            button.setCheckable(True)
            self._group.addButton(button, i)
            row.addWidget(button)
        self._group.idClicked.connect(self._clicked)
        self.setFocusProxy(self._group.button(0))

    def _clicked(self, index: int) -> None:
        self.edited.emit(self._values[index])

    def rename(self, value: object, words: str) -> None:
        """Call a value something else."""
        self._group.button(self._values.index(value)).setText(words)

    def show_value(self, value: object) -> None:
        """Show the value."""
        if value in self._values:
            self._group.button(self._values.index(value)).setChecked(True)
