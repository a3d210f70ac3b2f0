"""Pictures that somebody offers by dragging or copying: files, folders, or the picture itself. Nothing is ever fetched."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

PICTURE_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".heic", ".tif", ".tiff", ".gif", ".bmp")
RAW = {"image/png": ".png", "image/jpeg": ".jpg", "image/webp": ".webp", "image/tiff": ".tif", "image/gif": ".gif"}
"""Formats in which programs hand a picture over as it is, the best first."""
PROPOSAL = "proposal.json"


@dataclass(frozen=True)
class Clip:
    """A picture that is no file: what some program put on the clipboard, or a browser under the mouse."""

    content: bytes | QImage
    suffix: str = ".png"


Source = Path | Clip
"""A file, a folder of files, or a picture that is no file."""


@dataclass(frozen=True)
class Offer:
    """What is offered. `is_far` tells that it is nothing but an address on the web, which Blesna never visits."""

    sources: tuple[Source, ...] = ()
    is_far: bool = False

    @property
    def has_any(self) -> bool:
        """Whether there may be a picture."""
        return bool(self.sources)


def offered(data: QMimeData) -> Offer:
    """Return what is being dragged, or was copied, of pictures."""
    local = tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    files = tuple(file for file in local if is_picture(file) or is_folder_of_pictures(file))
    if files:
        others = tuple(file for file in local if file not in files)
        return Offer((*files, *others))  # what is no picture is refused by its name
    clip = _clip(data) if not local else None
    if clip is not None:
        return Offer((clip,))
    return Offer(is_far=any(not url.isLocalFile() for url in data.urls()))


def may_be_picture(data: QMimeData) -> bool:
    """Tell whether there may be a picture, without looking at it: asked again and again while something is dragged."""
    if data.hasUrls() and any(url.isLocalFile() for url in data.urls()):
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        return any(is_picture(file) or is_folder_of_pictures(file) for file in files)
    return data.hasImage() or any(name in RAW for name in data.formats())


def is_picture(file: Path) -> bool:
    """Tell whether a file calls itself a picture."""
    return file.suffix.lower() in PICTURE_SUFFIXES


def is_folder_of_pictures(file: Path) -> bool:
    """Tell whether this is a folder that is no proposal; whether pictures are in it is found out when it is taken in."""
    return file.is_dir() and not (file / PROPOSAL).is_file()


def pictures_in(folder: Path) -> list[Path]:
    """Return the pictures of a folder by their names. Raises OSError where it cannot be read."""
    return sorted((file for file in folder.iterdir() if is_picture(file) and file.is_file()), key=lambda file: file.name.lower())


def copied() -> Offer:
    """Return the pictures on the clipboard; none where words were copied as well, as spreadsheets do with their cells."""
    data = QApplication.clipboard().mimeData()
    if data is None:
        return Offer()
    found = offered(data)
    is_file = any(isinstance(source, Path) for source in found.sources)
    return found if is_file or not data.text().strip() else Offer()


def is_picture_pasted(event: QEvent) -> bool:
    """Tell whether this key pastes a picture: fields for text leave that to whoever takes pictures."""
    return (
        isinstance(event, QKeyEvent)
        and event.type() is QEvent.Type.KeyPress
        and event.matches(QKeySequence.StandardKey.Paste)
        and copied().has_any
    )


def title_of(source: Source) -> str:
    """Return a title for a work that is shown by a picture: the name of its file in words, nothing for a copied picture."""
    if isinstance(source, Clip):
        return ""
    words = " ".join(source.stem.replace("_", " ").replace("-", " ").split())
    return words[:1].upper() + words[1:]


def _clip(data: QMimeData) -> Clip | None:
    for name, suffix in RAW.items():
        if name in data.formats():
            content = bytes(data.data(name).data())
            if content:
                return Clip(content, suffix)
    image = data.imageData() if data.hasImage() else None
    if isinstance(image, QImage) and not image.isNull():
        return Clip(image)
    return None


def first_only(sources: Sequence[Source]) -> tuple[Source, ...]:
    """Return the first source that is a picture and no folder, for a place that has room for one."""
    return tuple(source for source in sources if isinstance(source, Clip) or not source.is_dir())[:1]
