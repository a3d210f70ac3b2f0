"""Pictures and faces of the open proposal: taken in and loaded in the worker, kept in small sizes."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage

from app.model.picture import Picture
from app.thumbnails import thumbnail
from widgets.jobs import Jobs
from widgets.pictures.intake import Intake, MediaStore
from widgets.session import Change, Kind, Session

_FORM = QImage.Format
MOST_KEPT = 300


class Media(QObject):
    """Loads pictures by their file's name beside the proposal. `loaded` tells which one is there now. `intake` takes them in."""

    loaded = Signal(str)

    def __init__(self, session: Session, jobs: Jobs, store: MediaStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._images: dict[tuple[str, int], QImage | None] = {}
        self._sizes: dict[str, QSize] = {}
        self.intake = Intake(session, jobs, store, self)
        session.changed.connect(self._changed)

    def picture(self, file: str, width: int) -> QImage | None:
        """Return a picture about so many pixels wide; None until it is loaded (`loaded` tells), or where it cannot be."""
        key = (file, width)
        folder = self._session.folder
        if key not in self._images and folder is not None:
            self._images[key] = None
            if len(self._images) > MOST_KEPT:
                del self._images[next(iter(self._images))]
            self._jobs.start(
                lambda _: _read(folder, file, width),
                lambda read: self._store_image(key, *read),
                _ignore,
            )
        return self._images.get(key)

    def size(self, file: str) -> QSize | None:
        """Return how many pixels an upright picture has of itself; None until it was loaded in any size."""
        return self._sizes.get(file)

    def take_in(self, files: Sequence[Path], done: Callable[[list[Picture]], None]) -> None:
        """Copy pictures into the proposal's folder, then hand them all over; what cannot be taken is told by `intake`."""
        self.intake.begin(files, lambda taken: done([one.picture for one in taken]), each=True)

    def _store_image(self, key: tuple[str, int], image: QImage | None, size: QSize | None) -> None:
        self._images[key] = image
        if size is not None:
            self._sizes[key[0]] = size
        if image is not None:
            self.loaded.emit(key[0])

    def _changed(self, change: Change) -> None:
        if change.kind is Kind.OPENED:
            self._images.clear()
            self._sizes.clear()


def read_picture(folder: Path, file: str, width: int) -> QImage | None:
    """Read a picture upright, about so many pixels wide; None where there is none that can be used. For the worker."""
    return _read(folder, file, width)[0]


def _read(folder: Path, file: str, width: int) -> tuple[QImage | None, QSize | None]:
    """Return a small picture and how many pixels it has of itself when it stands upright."""
    path = (folder / file).resolve()
    made = thumbnail(path, width) if path.is_relative_to(folder.resolve()) and path.is_file() else None
    if made is None:
        return None, None
    form, bytes_each = (_FORM.Format_RGBA8888, 4) if made.clear else (_FORM.Format_RGB888, 3)
    image = QImage(made.pixels, made.width, made.height, made.width * bytes_each, form)
    shown = image.convertToFormat(_FORM.Format_ARGB32_Premultiplied if made.clear else _FORM.Format_RGB32)
    return shown, QSize(*made.full)


def _ignore(error: Exception) -> None:
    """A picture that cannot be shown small is told of by the layout, which needs it too."""
