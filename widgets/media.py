"""Pictures and faces of the open proposal: taken in and loaded in the worker, kept in small sizes."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader

from app.model.picture import Picture
from app.problems import Problem
from widgets.jobs import Jobs
from widgets.session import Change, Kind, Session

PICTURE_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".heic", ".tif", ".tiff", ".gif", ".bmp")
FORMATS = frozenset({b"jpeg", b"jpg", b"png", b"webp", b"gif", b"bmp", b"tiff", b"tif"})
"""What Qt may decode. It would take an SVG of any name too, and open the files that it names."""
MOST_KEPT = 300


class Added(Protocol):
    """What came of taking a file in."""

    @property
    def file(self) -> str:
        """Its path in the proposal's folder; empty where it was not taken."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Why it was not taken."""


class MediaStore(Protocol):
    """Where pictures are kept beside a proposal."""

    def add_media(self, folder: Path, content: Path | bytes, suffix: str = "") -> Added:
        """Copy a picture into the proposal's folder."""


class Media(QObject):
    """Loads pictures by their file's name beside the proposal. `loaded` tells which one is there now,
    `refused` brings problems of pictures that were not taken."""

    loaded = Signal(str)
    refused = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, store: MediaStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs, self._store = session, jobs, store
        self._images: dict[tuple[str, int], QImage | None] = {}
        session.changed.connect(self._changed)

    def picture(self, file: str, width: int) -> QImage | None:
        """Return a picture about so many pixels wide; None until it is loaded (`loaded` tells), or where it cannot be."""
        key = (file, width)
        folder = self._session.folder
        if key not in self._images and folder is not None:
            self._images[key] = None
            if len(self._images) > MOST_KEPT:
                del self._images[next(iter(self._images))]
            self._jobs.start(lambda _: read_picture(folder, file, width), lambda image: self._store_image(key, image), _ignore)
        return self._images.get(key)

    def take_in(self, files: Sequence[Path], done: Callable[[list[Picture]], None]) -> None:
        """Copy pictures into the proposal's folder, then hand them over; what cannot be taken is told by `refused`."""
        folder = self._session.folder
        if folder is None:
            return

        def work(_: object) -> list[Added]:
            return [self._store.add_media(folder, file) for file in files]

        def finish(taken: list[Added]) -> None:
            problems = [problem for added in taken for problem in added.problems]
            if problems:
                self.refused.emit(problems)
            pictures = [Picture(file=added.file) for added in taken if added.file]
            if pictures and self._session.folder == folder:
                done(pictures)

        self._jobs.start(work, finish, self.failed.emit)

    def _store_image(self, key: tuple[str, int], image: QImage | None) -> None:
        self._images[key] = image
        if image is not None:
            self.loaded.emit(key[0])

    def _changed(self, change: Change) -> None:
        if change.kind is Kind.OPENED:
            self._images.clear()


def read_picture(folder: Path, file: str, width: int) -> QImage | None:
    """Read a picture upright, about so many pixels wide; None where there is none, or none that Qt reads."""
    path = (folder / file).resolve()
    if not path.is_relative_to(folder.resolve()) or not path.is_file():
        return None
    reader = QImageReader(str(path))
    if bytes(reader.format().data()) not in FORMATS:
        return None
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and size.width() > width:
        reader.setScaledSize(size.scaled(QSize(width, width * 2), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image


def _ignore(error: Exception) -> None:
    """A picture that cannot be shown small is told of by the layout, which needs it too."""
