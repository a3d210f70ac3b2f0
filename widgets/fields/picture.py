"""Fields for pictures: one picture with its words, or a list of them."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QVBoxLayout, QWidget

from app.edits.fields import set_value
from app.edits.gallery import add_picture, move_picture, remove_picture, set_focus
from app.i18n import phrase
from app.model.path import exists, get
from app.model.picture import Frame, Picture
from widgets.choices import options
from widgets.desk import Desk
from widgets.fields.binding import Binding
from widgets.fields.choice import ChoiceField
from widgets.fields.focal import FocalView
from widgets.fields.text import LineField
from widgets.look.parts import column, empty, label, push, row, tool
from widgets.media import PICTURE_SUFFIXES
from widgets.phrases import say
from widgets.session import Change, Kind
from widgets.words import tr

VIEW = QSize(200, 148)
LOADED_WIDTH = 480
WORDS = (
    ("caption", phrase("Caption"), phrase("Words under the picture")),
    ("credit", phrase("Credit"), phrase("Who made it")),
    ("alt", phrase("Description"), phrase("What is seen, for those who cannot see it")),
)
FRAME = phrase("Frame")


class PictureWell(QFrame):
    """An empty place for pictures: drop files here, or choose them. `taken` gets the files."""

    def __init__(self, desk: Desk, taken: Callable[[list[Path]], None], *, many: bool = False) -> None:
        super().__init__()
        self._taken, self._many = taken, many
        self.setObjectName("card")
        self.setAcceptDrops(True)
        box = row(self, (16, 12, 16, 12), gap=12)
        icon = label("")
        icon.setPixmap(desk.look.icon("picture", "tertiary").pixmap(20, 20))
        box.addWidget(icon)
        words = tr("Drop pictures here, or") if many else tr("Drop a picture here, or")
        box.addWidget(label(words, "quiet"))
        box.addWidget(push(tr("choose a file…"), self.choose, "link"))
        box.addStretch(1)

    def choose(self) -> None:
        """Ask for files."""
        files = ask_pictures(self, many=self._many)
        if files:
            self._taken(files)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome pictures."""
        if dropped_pictures(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take pictures."""
        files = dropped_pictures(event)
        event.acceptProposedAction()
        self._taken(files if self._many else files[:1])


class PictureField(QWidget):
    """The picture at a path, or a well where there is none.

    `remove` and `move` are offered where they are told: in a list, and there a frame can be chosen too.
    """

    def __init__(
        self, desk: Desk, path: str, remove: Callable[[], None] | None = None, move: Callable[[int], None] | None = None
    ) -> None:
        super().__init__()
        self._desk, self._path = desk, path
        self._fields: dict[str, QWidget] = {}
        self._remove, self._move = remove or self._clear, move
        self._view: FocalView | None = None
        self._box = column(self)
        desk.session.changed.connect(self._changed)
        desk.media.loaded.connect(self._loaded)
        self._rebuild()

    def focus_path(self, path: str) -> bool:
        """Put the focus into the field of a path, or onto the picture. Return whether there is one."""
        if self._view is None or not f"{path}/".startswith(f"{self._path}/"):
            return False
        self._fields.get(path.removeprefix(f"{self._path}/"), self._view).setFocus()
        return True

    def _picture(self) -> Picture | None:
        proposal = self._desk.session.proposal
        found = get(proposal, self._path) if exists(proposal, self._path) else None
        return found if isinstance(found, Picture) else None

    def _rebuild(self) -> None:
        empty(self._box)
        self._view = None
        self._fields = {}
        if self._picture() is None:
            well = PictureWell(self._desk, self._take)
            self._box.addWidget(well)
            return
        card = QWidget()
        across = row(card, gap=16)
        across.addLayout(self._left())
        across.addLayout(self._words(), 1)
        self._box.addWidget(card)
        self._refresh()

    def _left(self) -> QVBoxLayout:
        left = column(gap=4)
        self._view = FocalView(self._desk.look, VIEW)
        self._view.setToolTip(tr("Click what must stay visible in every crop"))
        self._view.focused.connect(self._focus)
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
        if self._move is not None:
            self._add(grid, "frame", FRAME, ChoiceField(self._desk.look, options(Frame)))
        words.addLayout(grid)
        buttons = row(gap=4)
        buttons.addWidget(push(tr("Replace…"), self._choose))
        buttons.addStretch(1)
        if self._move is not None:
            move = self._move
            buttons.addWidget(tool(self._desk.look, "up", tr("Move up"), lambda: move(-1)))
            buttons.addWidget(tool(self._desk.look, "down", tr("Move down"), lambda: move(1)))
        buttons.addWidget(tool(self._desk.look, "remove", tr("Remove the picture"), self._remove))
        words.addLayout(buttons)
        words.addStretch(1)
        return words

    def _add(self, grid: QGridLayout, field: str, what: str, made: LineField | ChoiceField) -> None:
        line = len(self._fields)
        made.setAccessibleName(tr(what))
        Binding(self._desk.session, f"{self._path}/{field}", made, what)
        grid.addWidget(label(tr(what), "field"), line, 0)
        grid.addWidget(made, line, 1)
        self._fields[field] = made

    def _refresh(self) -> None:
        picture = self._picture()
        if self._view is not None and picture is not None:
            image = self._desk.media.picture(picture.file, LOADED_WIDTH)
            self._view.show_picture(image, picture.focus_x, picture.focus_y)

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

    def _choose(self) -> None:
        if files := ask_pictures(self, many=False):
            self._take(files)

    def _take(self, files: list[Path]) -> None:
        self._desk.media.take_in(files[:1], lambda pictures: self._put(pictures[0]))

    def _put(self, picture: Picture) -> None:
        session, old = self._desk.session, self._picture()
        if not exists(session.proposal, self._path):
            return
        if old is not None:
            picture = replace(old, file=picture.file, focus_x=0.5, focus_y=0.5)
        session.edit(set_value(session.proposal, self._path, picture), say(phrase("Picture")))

    def _clear(self) -> None:
        session = self._desk.session
        session.edit(set_value(session.proposal, self._path, None), say(phrase("Remove the picture")))

    def _focus(self, x: float, y: float) -> None:
        session = self._desk.session
        edited = set_focus(session.proposal, self._path, x, y)
        session.edit(edited, say(phrase("Point of interest of the picture")), merge=f"{self._path}/focus")


class PicturesField(QWidget):
    """The list of pictures at a path."""

    def __init__(self, desk: Desk, path: str) -> None:
        super().__init__()
        self._desk, self._path = desk, path
        self._count = -1
        self._shown: list[PictureField] = []
        self._box = column(self, gap=12)
        desk.session.changed.connect(self._changed)
        self._rebuild()

    def _rebuild(self) -> None:
        pictures = get(self._desk.session.proposal, self._path)
        self._count = len(pictures)
        empty(self._box)
        self._shown = [
            PictureField(self._desk, f"{self._path}/{i}", partial(self._remove, i), partial(self._move, i))
            for i in range(self._count)
        ]
        for field in self._shown:
            self._box.addWidget(field)
        self._box.addWidget(PictureWell(self._desk, self.take, many=True))

    def focus_path(self, path: str) -> bool:
        """Put the focus into the field of a path. Return whether there is one."""
        return any(field.focus_path(path) for field in self._shown)

    def take(self, files: list[Path]) -> None:
        """Put pictures at the end of the list."""
        self._desk.media.take_in(files, self._add)

    def _add(self, pictures: list[Picture]) -> None:
        session = self._desk.session
        proposal = session.proposal
        if exists(proposal, self._path):
            for picture in pictures:
                proposal = add_picture(proposal, self._path, picture)
            session.edit(proposal, say(phrase("Add pictures")))

    def _remove(self, index: int) -> None:
        session = self._desk.session
        session.edit(remove_picture(session.proposal, self._path, index), say(phrase("Remove the picture")))

    def _move(self, index: int, step: int) -> None:
        session = self._desk.session
        session.edit(move_picture(session.proposal, self._path, index, index + step), say(phrase("Move the picture")))

    def _changed(self, change: Change) -> None:
        if change.kind is Kind.EDITED and exists(change.after, self._path) and len(get(change.after, self._path)) != self._count:
            self._rebuild()


def ask_pictures(parent: QWidget, *, many: bool) -> list[Path]:
    """Ask for picture files."""
    patterns = " ".join(f"*{suffix}" for suffix in PICTURE_SUFFIXES)
    files, _ = QFileDialog.getOpenFileNames(parent, tr("Choose a picture"), "", f"{tr('Pictures')} ({patterns})")
    return [Path(file) for file in files][: None if many else 1]


def dropped_pictures(event: QDropEvent) -> list[Path]:
    """Return the picture files that are being dropped."""
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [file for file in files if file.suffix.lower() in PICTURE_SUFFIXES]
