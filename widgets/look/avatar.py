"""A person's face in a circle; initials where there is no photo."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QIcon, QImage, QPainter, QPainterPath, QPixmap

from app.layout.crop import seen
from app.model.people import Person
from app.model.picture import Picture
from widgets.look.look import Look, face
from widgets.look.scale import px
from widgets.media import Media

LOADED_WIDTH = 96


def paint_avatar(painter: QPainter, box: QRectF, person: Person, media: Media, look: Look) -> None:
    """Draw a person into a box."""
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    circle = QPainterPath()
    circle.addEllipse(box)
    image = media.picture(person.photo.file, LOADED_WIDTH) if person.photo else None
    if image is not None and person.photo is not None:
        painter.setClipPath(circle)
        painter.drawImage(box, image, crop(image, person.photo))
    else:
        painter.fillPath(circle, look.color("pressed"))
        painter.setPen(look.color("secondary"))
        letters = face(weight=QFont.Weight.DemiBold)
        letters.setPixelSize(max(8, round(box.height() * 0.4)))  # the box has grown already
        painter.setFont(letters)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, initials(person.name))
    painter.restore()


def avatar_icon(person: Person, media: Media, look: Look, size: int = 20) -> QIcon:
    """Return a person as an icon."""
    side = px(size) * 2
    drawn = QPixmap(QSize(side, side))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    paint_avatar(painter, QRectF(0, 0, side, side), person, media, look)
    painter.end()
    drawn.setDevicePixelRatio(2)
    return QIcon(drawn)


def initials(name: str) -> str:
    """Return the first letters of the first and the last name."""
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()


def crop(image: QImage, photo: Picture) -> QRectF:
    """Return the square of a photo that a circle shows, as the pages crop it."""
    focus = photo.focus_x, photo.focus_y
    return QRectF(*seen((image.width(), image.height()), (1, 1), focus, zoom=photo.zoom))
