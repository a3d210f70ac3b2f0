"""Pictures drawn small: cropped around their focus, or in the device that frames them, much as the pages show them."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPen

from app.layout.devices import BEZEL, CORNER, phone_aspect
from app.model.picture import Frame, Picture
from widgets.look.look import Look
from widgets.pictures.uses import Use, cropped

AIR = 0.1
BAR = 0.11
"""The bar of a window in so small a drawing, as a share of its height."""
NEAREST, WIDEST = 1.2, 2.1
SLIMMEST, BROADEST = 0.45, 0.75


def paint_picture(painter: QPainter, box: QRectF, image: QImage | None, picture: Picture, look: Look, radius: float = 4) -> None:
    """Draw a picture into a box, in its frame where it has one; an empty place while it is not there."""
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    if image is None or picture.frame is Frame.NONE:
        _fill(painter, box, image, picture, look, radius)
    else:
        _fill(painter, box, None, picture, look, radius)
        draw = _paint_window if picture.frame is Frame.BROWSER else _paint_phone
        draw(painter, box.adjusted(*_air(box)), image, picture, look)
    painter.restore()


def _air(box: QRectF) -> tuple[float, float, float, float]:
    air = AIR * min(box.width(), box.height())
    return air, air, -air, -air


def _fill(painter: QPainter, box: QRectF, image: QImage | None, picture: Picture, look: Look, radius: float) -> None:
    """Fill a box with a picture that has round corners."""
    shape = QPainterPath()
    shape.addRoundedRect(box, radius, radius)
    painter.save()
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    if image is None:
        painter.fillRect(box, look.color("pressed"))
    else:
        painter.drawImage(box, image, cropped(image.size(), picture, Use(box.width() / box.height())))
    painter.restore()


def _fitted(room: QRectF, aspect: float) -> QRectF:
    width = min(room.width(), room.height() * aspect)
    height = width / aspect
    return QRectF(room.center().x() - width / 2, room.center().y() - height / 2, width, height)


def _paint_window(painter: QPainter, room: QRectF, image: QImage, picture: Picture, look: Look) -> None:
    screen = min(max(image.width() / image.height(), NEAREST), WIDEST)
    window = _fitted(room, 1 / (1 / screen + BAR))
    bar = window.height() - window.width() / screen
    painter.setPen(QPen(look.color("outline"), 1))
    painter.setBrush(look.color("surface"))
    painter.drawRoundedRect(window, 3, 3)
    painter.setPen(Qt.PenStyle.NoPen)
    for i in range(3):
        painter.setBrush(look.color("accent" if i == 0 else "outline"))
        painter.drawEllipse(QPointF(window.left() + bar * (0.6 + 0.55 * i), window.top() + bar / 2), bar * 0.16, bar * 0.16)
    _fill(painter, window.adjusted(0.5, bar, -0.5, -0.5), image, picture, look, 2)


def _paint_phone(painter: QPainter, room: QRectF, image: QImage, picture: Picture, look: Look) -> None:
    lies = image.width() > image.height()
    aspect = image.height() / image.width() if lies else image.width() / image.height()
    upright = min(max(aspect, SLIMMEST), BROADEST)
    screen = 1 / upright if lies else upright
    body = _fitted(room, phone_aspect(screen))
    edge = max(BEZEL * min(body.width(), body.height()), 2.0)
    radius = CORNER * min(body.width(), body.height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color("text"))
    painter.drawRoundedRect(body, radius + edge, radius + edge)
    _fill(painter, body.adjusted(edge, edge, -edge, -edge), image, picture, look, radius)
