"""The choice of a frame, each shown with the picture in it."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.model.picture import Frame, Picture
from widgets.choices import called
from widgets.fields.flow import Flow
from widgets.look.look import Look, face
from widgets.look.scale import px
from widgets.pictures.framing import paint_picture

ROOM = QSize(76, 52)
WORDS = 20


class FrameButton(QAbstractButton):
    """One frame with the picture in it."""

    def __init__(self, look: Look, frame: Frame) -> None:
        super().__init__()
        self._look, self.frame = look, frame
        self._image: QImage | None = None
        self._picture = Picture(file="", frame=frame)
        self.setText(called(frame))
        self.setAccessibleName(called(frame))
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Ask for room for the picture and the words below it."""
        return QSize(max(ROOM.width(), QFontMetrics(face(12)).horizontalAdvance(self.text())) + 8, ROOM.height() + px(WORDS) + 10)

    def show_picture(self, picture: Picture, image: QImage | None) -> None:
        """Show a picture in this frame."""
        self._picture, self._image = replace(picture, frame=self.frame), image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture in its frame, and what that is called."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF((self.width() - ROOM.width()) / 2, 5, ROOM.width(), ROOM.height())
        paint_picture(painter, box, self._image, self._picture, self._look)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked() or self.hasFocus():
            painter.setPen(QPen(self._look.color("accent"), 2 if self.isChecked() else 1))
            painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), 6, 6)
        words = QRectF(0, ROOM.height() + 11, self.width(), px(WORDS) - 2)
        painter.setFont(face(12))
        painter.setPen(self._look.color("text" if self.isChecked() else "secondary"))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            painter.setPen(QPen(self._look.color("accent"), 2))
            wide = min(painter.fontMetrics().horizontalAdvance(self.text()), self.width())
            left = (self.width() - wide) / 2
            painter.drawLine(QPointF(left, words.bottom()), QPointF(left + wide, words.bottom()))


class FrameField(QWidget):
    """One of the frames. `edited` brings it."""

    edited = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        flow = Flow(self, gap=4)
        self.buttons = {frame: FrameButton(look, frame) for frame in Frame}
        for frame, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, chosen=frame: self.edited.emit(chosen))
            flow.addWidget(button)
        self.setFocusProxy(self.buttons[Frame.NONE])

    @property
    def value(self) -> Frame | None:
        """The frame that is shown as chosen, None where several pictures differ."""
        return next((frame for frame, button in self.buttons.items() if button.isChecked()), None)

    def show_value(self, value: Frame | None) -> None:
        """Show which frame it is; None for pictures with different ones."""
        self.setFocusProxy(self.buttons[value or Frame.NONE])
        for frame, button in self.buttons.items():
            button.setAutoExclusive(False)
            button.setChecked(frame is value)
            button.setAutoExclusive(True)

    def show_picture(self, picture: Picture, image: QImage | None) -> None:
        """Show a picture in all frames."""
        for button in self.buttons.values():
            button.show_picture(picture, image)
