"""A person's photo in its circle: dragged until the face sits right, looked at from nearer, replaced, taken out."""

from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.edits.fields import set_value
from app.edits.gallery import set_crop
from app.i18n import phrase
from app.model.path import exists, get
from app.model.people import Person
from app.model.picture import Picture
from widgets.desk import Desk
from widgets.dialogs.fitted import open_once
from widgets.look.avatar import initials
from widgets.look.look import Look, face
from widgets.look.parts import column, label, push, row, tool
from widgets.phrases import Phrase, say, shorten
from widgets.pictures.crop_view import steered, turned
from widgets.pictures.intake import Taken
from widgets.pictures.offer import Source, first_only
from widgets.pictures.receiver import Receiver
from widgets.pictures.replacing import put_picture
from widgets.pictures.uses import Use, aimed, cropped
from widgets.session import Change, Kind
from widgets.words import tr

DIAMETER = 112
LOADED_WIDTH = 480
ROUND = Use(1.0, is_round=True)
PHOTO = phrase("Photo of {name}")
POSITION = phrase("Position of the face of {name}")


class PortraitView(QWidget):
    """The circle. `changed` brings the photo with another focus or zoom, `wanted` asks for a photo where there is none."""

    changed = Signal(object)
    wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._photo: Picture | None = None
        self._image: QImage | None = None
        self._name = ""
        self._grip: QPointF | None = None
        self.setFixedSize(DIAMETER + 8, DIAMETER + 8)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_person(self, name: str, photo: Picture | None, image: QImage | None) -> None:
        """Show a person's photo, or the first letters of the name."""
        self._name, self._photo, self._image = name, photo, image
        shape = Qt.CursorShape.OpenHandCursor if photo else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)
        self.setAccessibleName(tr("Photo of {name}", name=name) if photo else tr("No photo of {name} yet", name=name))
        self.update()

    def circle(self) -> QRectF:
        """Return where the circle is."""
        return QRectF(4, 4, DIAMETER, DIAMETER)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the photo."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._photo is None:
            self.wanted.emit()
        else:
            self._grip = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the photo under the circle: the face follows the hand."""
        if self._grip is None or self._photo is None or self._image is None:
            return
        by, self._grip = event.position() - self._grip, event.position()
        part = cropped(self._image.size(), self._photo, ROUND)
        scale = part.width() / DIAMETER
        center = part.center() - by * scale
        kept = self._held(center, part.width())
        self.changed.emit(aimed(self._photo, kept.x() / self._image.width(), kept.y() / self._image.height()))

    def _held(self, center: QPointF, side: float) -> QPointF:
        """Return a middle whose circle lies within the photo: beyond it a drag would have to be dragged back."""
        assert self._image is not None
        width, height = self._image.width(), self._image.height()
        return QPointF(min(max(center.x(), side / 2), width - side / 2), min(max(center.y(), side / 2), height - side / 2))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._grip = None
        if self._photo is not None:
            self.setCursor(Qt.CursorShape.OpenHandCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Look nearer, once the keyboard is here; before, let the form scroll."""
        if self._photo is not None and self.hasFocus():
            self.changed.emit(turned(event, self._photo))
            event.accept()
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the face, look nearer; Enter asks for a photo where there is none."""
        if self._photo is None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.wanted.emit()
            return
        changed = steered(event, self._photo) if self._photo is not None else None
        if changed is None:
            super().keyPressEvent(event)
        else:
            self.changed.emit(changed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the circle."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        circle = QPainterPath()
        circle.addEllipse(self.circle())
        if self._photo is not None and self._image is not None:
            painter.save()
            painter.setClipPath(circle)
            painter.drawImage(self.circle(), self._image, cropped(self._image.size(), self._photo, ROUND))
            painter.restore()
        else:
            painter.fillPath(circle, self._look.color("pressed"))
            painter.setPen(self._look.color("secondary"))
            painter.setFont(face(44, QFont.Weight.DemiBold))
            painter.drawText(self.circle(), Qt.AlignmentFlag.AlignCenter, initials(self._name))
        if self.hasFocus():
            painter.setPen(QPen(self._look.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self.circle().adjusted(-3, -3, 3, 3))


class PortraitField(QWidget):
    """The photo at `path`, which ends with `/photo`, of the person before that."""

    def __init__(self, desk: Desk, path: str) -> None:
        super().__init__()
        self._desk, self._path, self._person = desk, path, path.rpartition("/")[0]
        self.setObjectName("receiver")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.view = PortraitView(desk.look)
        self.view.changed.connect(self._crop)
        self.view.wanted.connect(self._choose)
        self._choose_button = push("", self._choose)
        self._crop_button = push(tr("Crop…"), self._open)
        self._remove_button = tool(desk.look, "remove", tr("Remove the photo"), self._clear)
        self._hint = label("", "small", wrap=True)
        self._build()
        Receiver(self, self.take)
        self.setFocusProxy(self.view)
        desk.session.changed.connect(self._changed)
        desk.media.loaded.connect(self._refresh)
        self._refresh()

    def _build(self) -> None:
        across = row(self, gap=16)
        across.addWidget(self.view)
        words = column(gap=8)
        words.addStretch(1)
        words.addWidget(self._hint)
        buttons = row(gap=8)
        for button in (self._choose_button, self._crop_button, self._remove_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        words.addLayout(buttons)
        words.addStretch(1)
        across.addLayout(words, 1)

    def focus_path(self, path: str) -> bool:
        """Put the focus onto the photo."""
        if not f"{path}/".startswith(f"{self._path}/"):
            return False
        self.view.setFocus()
        return True

    def take(self, sources: tuple[Source, ...]) -> None:
        """Take the first picture as the photo."""
        take_photo(self._desk, self._person, sources)

    def _who(self) -> Person | None:
        proposal = self._desk.session.proposal
        found = get(proposal, self._person) if exists(proposal, self._person) else None
        return found if isinstance(found, Person) else None

    def _refresh(self) -> None:
        person = self._who()
        if person is None:
            return
        photo = person.photo
        self.view.show_person(person.name, photo, self._desk.media.picture(photo.file, LOADED_WIDTH) if photo else None)
        self._choose_button.setText(tr("Replace…") if photo else tr("Choose a photo…"))
        for button in (self._crop_button, self._remove_button):
            button.setVisible(photo is not None)
        self._hint.setText(
            tr("Drag the face into the middle. The wheel, + and − look nearer; the arrow keys move it.")
            if photo
            else tr("Drop a photo here, paste it, or choose a file. Until then the initials stand on the pages.")
        )

    def _crop(self, photo: Picture) -> None:
        person, session = self._who(), self._desk.session
        if person is not None and person.photo is not None:
            edited = set_crop(session.proposal, self._path, photo.focus_x, photo.focus_y, photo.zoom)
            session.edit(edited, _named(POSITION, person), merge=f"{self._path}/crop")

    def _choose(self) -> None:
        from widgets.fields.picture import ask_pictures

        files = ask_pictures(self, many=False)
        if files:
            self.take(tuple(files))

    def _open(self) -> None:
        from widgets.pictures.crop_dialog import CropDialog

        open_once(CropDialog(self, self._desk, self._path))

    def _clear(self) -> None:
        person, session = self._who(), self._desk.session
        if person is not None:
            session.edit(set_value(session.proposal, self._path, None), _named(phrase("Remove the photo of {name}"), person))

    def _changed(self, change: Change) -> None:
        if change.kind is Kind.EDITED:
            self._refresh()


def take_photo(desk: Desk, person_path: str, sources: tuple[Source, ...]) -> None:
    """Take the first of these pictures in as the photo of the person at a path."""
    desk.media.intake.begin(first_only(sources), partial(_put, desk, person_path))


def _put(desk: Desk, person_path: str, taken: list[Taken]) -> None:
    session = desk.session
    if not exists(session.proposal, person_path):
        return
    person: Person = get(session.proposal, person_path)
    put_picture(desk, f"{person_path}/photo", taken[0], _named(PHOTO, person))


def _named(msgid: str, person: Person) -> Phrase:
    return say(msgid, name=shorten(person.name))
