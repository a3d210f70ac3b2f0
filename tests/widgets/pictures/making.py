"""Pictures for tests, and the ways in which they come."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from widgets.desk import Desk

COPY, LEFT, PLAIN = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def picture(folder: Path, name: str, color: str = "#336699", size: tuple[int, int] = (60, 40)) -> Path:
    """Make a picture of one colour."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, color).save(file)
    return file


def files(*paths: Path) -> QMimeData:
    """Return what a file manager copies or drags."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    data.setText("\n".join(str(path) for path in paths))
    return data


def screenshot(color: Qt.GlobalColor = Qt.GlobalColor.red, width: int = 30, height: int = 20) -> QMimeData:
    """Return what a program for screenshots copies."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(color)
    data = QMimeData()
    data.setImageData(image)
    return data


def let_go(widget: QWidget, data: QMimeData, at: QPointF | None = None) -> bool:
    """Drag something onto a widget and let it go there. Return whether it was welcome."""
    point = at or QPointF(5, 5)
    entered = QDragEnterEvent(point.toPoint(), COPY, data, LEFT, PLAIN)
    QApplication.sendEvent(widget, entered)
    moved = QDragMoveEvent(point.toPoint(), COPY, data, LEFT, PLAIN)
    moved.setAccepted(entered.isAccepted())  # as the system does
    QApplication.sendEvent(widget, moved)
    if not moved.isAccepted():
        return False
    QApplication.sendEvent(widget, QDropEvent(point, COPY, data, LEFT, PLAIN))
    return True


def paste(qtbot: QtBot, data: QMimeData, widget: QWidget) -> None:
    """Copy something, and paste it where the keyboard is."""
    QApplication.clipboard().setMimeData(data)
    qtbot.keyClick(widget, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def settled(qtbot: QtBot, desk: Desk) -> None:
    """Wait until all pictures are in."""
    qtbot.waitUntil(lambda: not desk.media.intake.is_busy and not desk.jobs.busy, timeout=15000)


def middle(widget: QWidget) -> QPoint:
    """Return the middle of a widget."""
    return widget.rect().center()


def names(found: Sequence[object]) -> list[str]:
    """Return the titles of works."""
    return [str(getattr(one, "title", "")) for one in found]
