"""How large pictures are: read from their headers once, not at every start."""

from pathlib import Path
from typing import Any

from app.pdf.filefacts import FileFacts

FILE = "sizes.json"

Size = tuple[int, int]


class PictureSizes(FileFacts[Size]):
    """Width and height of upright pictures in pixels. `folder` keeps them between runs; without it only the memory does."""

    def __init__(self, folder: Path | None) -> None:
        super().__init__(folder / FILE if folder else None, _accepted)

    def of(self, path: Path) -> Size | None:
        """Return the size of a picture, None where it cannot be used."""
        try:
            return self.get(path, _measured)
        except (OSError, ValueError):
            return None


def _accepted(told: Any) -> Size:
    width, height = int(told[0]), int(told[1])
    if min(width, height) < 1:
        raise ValueError(told)
    return width, height


def _measured(path: Path) -> Size:
    from app.pdf.openpicture import opened, upright_size
    from app.pdf.unusable import PictureError

    try:
        with opened(path) as image:
            return upright_size(image)
    except PictureError as reason:
        raise ValueError(path.name) from reason
