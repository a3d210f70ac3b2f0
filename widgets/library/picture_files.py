"""Small pictures of files that are not in the library yet: looked at by the child process before anything decodes them here."""

from pathlib import Path

from PySide6.QtGui import QImage

from app.guard.pictures import picture_problem
from widgets.media import read_picture

WIDTH = 160


def thumb(file: Path) -> QImage | None:
    """Return a small picture of a file, None where it cannot be used as one. For the worker."""
    return None if picture_problem(file) is not None else read_picture(file.parent, file.name, WIDTH)
