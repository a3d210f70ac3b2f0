"""Fields for pictures: a place where one can be put, and one picture with its words."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QVBoxLayout, QWidget

from app.edits.fields import set_value
from app.edits.gallery import set_focus
from app.i18n import phrase
from app.model.path import exists, get
from app.model.picture import Picture
from widgets.desk import Desk
from widgets.dialogs.fitted import open_once
from widgets.fields.binding import Binding
from widgets.fields.choice import HEIGHT
from widgets.fields.focal import FocalView
from widgets.fields.linewriting import help_line
from widgets.fields.text import LineField
from widgets.look.parts import column, empty, label, push, row, tool
from widgets.look.scale import factor, px
from widgets.phrases import say
from widgets.pictures import calling
from widgets.pictures.frame_field import FrameField
from widgets.pictures.intake import Taken
from widgets.pictures.offer import PICTURE_SUFFIXES, Source, first_only
from widgets.pictures.receiver import Receiver
from widgets.pictures.replacing import put_picture
from widgets.pictures.uses import softness
from widgets.session import Change, Kind
from widgets.words import tr

VIEW = QSize(136, 136)
"""Pixels: the words beside have room in an inspector as narrow as it opens."""
LOADED_WIDTH = 480
BESIDE = 1.25
"""From letters so many times as large on, what can be done with a picture stands below the words."""
WORDS = (
    ("caption", phrase("Caption"), phrase("Words under the picture")),
    ("credit", phrase("Credit"), phrase("Who made it")),
    ("alt", phrase("Description"), phrase("What is seen, for those who cannot see it")),
)
FRAME = phrase("Frame")


class PictureWell(QFrame):
    """An empty place for pictures: drop or paste them here, or choose files. `taken` gets what came."""

    def __init__(self, desk: Desk, taken: Callable[[tuple[Source, ...]], None], *, many: bool = False) -> None:
        super().__init__()
        self._taken, self._many = taken, many
        self.setObjectName("card")
        box = row(self, (16, 12, 16, 12), gap=12)
        icon = label("")
        icon.setPixmap(desk.look.icon("picture", "tertiary").pixmap(QSize(px(20), px(20)), self.devicePixelRatioF()))
        box.addWidget(icon)
        words = tr("Drop or paste pictures here, or") if many else tr("Drop or paste a picture here, or")
        inner = row(gap=12) if factor() < BESIDE else column(gap=0)
        inner.addWidget(label(words, "quiet", wrap=True), 1)
        chooses = push(tr("choose a file…"), self.choose, "link")
        inner.addWidget(chooses, 0, Qt.AlignmentFlag.AlignLeft)
        box.addLayout(inner, 1)
        self.setFocusProxy(chooses)
        Receiver(self, taken)

    def choose(self) -> None:
        """Ask for files."""
        files = ask_pictures(self, many=self._many)
        if files:
            self._taken(tuple(files))


class PictureField(QFrame):
    """The picture at a path, or a well where there is none. A picture that is dropped or pasted here takes its place.

    `framed` offers a frame too: for pictures in lists, which need not fill their place. `gone` takes the picture away where
    that is more than leaving the place empty.
    """

    def __init__(self, desk: Desk, path: str, *, framed: bool = False, gone: Callable[[], None] | None = None) -> None:
        super().__init__()
        self._desk, self._path, self._framed, self._gone = desk, path, framed, gone or self._clear
        self.setObjectName("receiver")
        self._fields: dict[str, QWidget] = {}
        self._view: FocalView | None = None
        self.soft = label("", "warned", wrap=True)
        self._box = column(self)
        desk.session.changed.connect(self._changed)
        desk.media.loaded.connect(self._loaded)
        desk.pages.laid_out.connect(self._warn)
        Receiver(self, self._take, pastes=not framed)
        self._rebuild()

    def focus_path(self, path: str) -> bool:
        """Put the focus into the field of a path, or onto the picture. Return whether there is one."""
        if self._view is None or not f"{path}/".startswith(f"{self._path}/"):
            return False
        self._fields.get(path.removeprefix(f"{self._path}/"), self._view).setFocus()
        return True

    def focused(self) -> str:
        """Return the name of the field that has the cursor, nothing where none of them has it."""
        return next((name for name, field in self._fields.items() if field.hasFocus()), "")

    def _picture(self) -> Picture | None:
        proposal = self._desk.session.proposal
        found = get(proposal, self._path) if exists(proposal, self._path) else None
        return found if isinstance(found, Picture) else None

    def _rebuild(self) -> None:
        empty(self._box)
        self.soft = label("", "warned", wrap=True)
        self.soft.setParent(self)  # where there is no picture it stands nowhere
        self.soft.hide()
        self._view = None
        self._fields = {}
        if self._picture() is None:
            well = PictureWell(self._desk, self._take)
            self._box.addWidget(well)
            return
        card = QWidget()
        across = row(card, gap=12)
        across.addLayout(self._left())
        across.addLayout(self._words(), 1)
        self._box.addWidget(card)
        if self._framed:
            self._box.addSpacing(12)
            self._box.addLayout(self._frames())
        self._refresh()

    def _left(self) -> QVBoxLayout:
        left = column(gap=4)
        self._view = FocalView(self._desk.look, VIEW)
        self._view.setAccessibleName(tr("The picture and its point of interest"))
        self._view.setToolTip(tr("Click what must stay visible in every crop; double click for the large view"))
        self._view.focused.connect(self._focus)
        self._view.opened.connect(self.open_crop)
        left.addWidget(self._view)
        left.addStretch(1)
        return left

    def _words(self) -> QVBoxLayout:
        words = column(gap=8)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for field, what, hint in WORDS:
            self._add(grid, field, what, LineField(tr(hint)))
        words.addLayout(grid)
        words.addWidget(self.soft)
        buttons = row(gap=8)
        buttons.addWidget(push(tr("Crop…"), self.open_crop))
        buttons.addWidget(push(tr("Replace…"), self._choose))
        buttons.addStretch(1)
        buttons.addWidget(tool(self._desk.look, "remove", tr("Remove the picture"), self._gone))
        words.addLayout(buttons)
        words.addStretch(1)
        return words

    def _frames(self) -> QVBoxLayout:
        below = column(gap=4)
        frames = FrameField(self._desk.look)
        self._bind("frame", FRAME, frames)
        below.addWidget(label(tr(FRAME), "field"))
        below.addWidget(frames)
        return below

    def _add(self, grid: QGridLayout, field: str, what: str, made: LineField) -> None:
        line = len(self._fields)
        self._bind(field, what, made)
        words = label(tr(what), "field")
        words.setMinimumHeight(px(HEIGHT))
        grid.addWidget(words, line, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(made, line, 1)

    def _bind(self, field: str, what: str, made: LineField | FrameField) -> None:
        made.setAccessibleName(tr(what))
        Binding(self._desk.session, f"{self._path}/{field}", made, what)
        help_line(self._desk, made, f"{self._path}/{field}")
        self._fields[field] = made

    def _refresh(self) -> None:
        picture = self._picture()
        if self._view is None or picture is None:
            return
        image = self._desk.media.picture(picture.file, LOADED_WIDTH)
        self._view.show_picture(image, picture.focus_x, picture.focus_y)
        frames = self._fields.get("frame")
        if isinstance(frames, FrameField):
            frames.show_picture(picture, image)
        self._warn()

    def _warn(self) -> None:
        """Say where the picture will look soft."""
        picture = self._picture()
        found = softness(self._desk.pages, self._path, picture, self._desk.media.size(picture.file)) if picture else None
        self.soft.setText(str(found or ""))
        self.soft.setVisible(found is not None)

    def _changed(self, change: Change) -> None:
        if change.kind is not Kind.EDITED:
            return
        if (self._picture() is None) != (self._view is None):
            self._rebuild()
        else:
            self._refresh()

    def _loaded(self, file: str) -> None:
        picture = self._picture()
        if picture is not None and picture.file == file:
            self._refresh()

    def open_crop(self) -> None:
        """Open the large editor of the crop."""
        from widgets.pictures.crop_dialog import CropDialog

        if self._picture() is not None and not self._desk.session.read_only:
            open_once(CropDialog(self, self._desk, self._path))

    def _choose(self) -> None:
        if files := ask_pictures(self, many=False):
            self._take(tuple(files))

    def _take(self, sources: tuple[Source, ...]) -> None:
        self._desk.media.intake.begin(first_only(sources), self._put)

    def _put(self, taken: list[Taken]) -> None:
        put_picture(self._desk, self._path, taken[0])

    def _clear(self) -> None:
        session = self._desk.session
        session.edit(set_value(session.proposal, self._path, None), calling.removed(session.proposal, self._path))

    def _focus(self, x: float, y: float) -> None:
        session = self._desk.session
        edited = set_focus(session.proposal, self._path, x, y)
        session.edit(edited, say(phrase("Point of interest of the picture")), merge=f"{self._path}/focus")


def ask_pictures(parent: QWidget, *, many: bool) -> list[Path]:
    """Ask for picture files."""
    patterns = " ".join(f"*{suffix}" for suffix in PICTURE_SUFFIXES)
    files, _ = QFileDialog.getOpenFileNames(parent, tr("Choose a picture"), "", f"{tr('Pictures')} ({patterns})")
    return [Path(file) for file in files][: None if many else 1]
