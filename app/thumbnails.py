"""Small pictures for the window, by the readers that make the prints of the pages: what can be printed can be seen."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """Pixels of an upright picture, row by row: three bytes each in sRGB, or four where something shows through (`clear`).

    `full` is the size in pixels that the picture itself has.
    """

    width: int
    height: int
    pixels: bytes
    clear: bool
    full: tuple[int, int]


def thumbnail(path: Path, width: int) -> Thumbnail | None:
    """Return a picture at most so many pixels wide and twice as high, never larger than it is; None where it cannot be used.

    It may take a second: not for the thread of a window. What is risky to decode has been tried by a child process before.
    """
    from app.pdf.crop import Crop, Wanted
    from app.pdf.develop import develop
    from app.pdf.openpicture import opened, upright_size
    from app.pdf.risk import bearable
    from app.pdf.unusable import PictureError

    try:
        with opened(path) as image:
            bearable(path, image)
            full = upright_size(image)
            by = min(1.0, width / full[0], 2 * width / full[1])
            size = max(round(full[0] * by), 1), max(round(full[1] * by), 1)
            whole = Crop(0.0, 0.0, float(full[0]), float(full[1]), size)
            made = develop(image, path, [(whole, Wanted(float(size[0]), float(size[1])))])[0]
            clear = made.mode in {"LA", "RGBA"}
            return Thumbnail(*made.size, made.convert("RGBA" if clear else "RGB").tobytes(), clear, full)
    except PictureError:
        return None
