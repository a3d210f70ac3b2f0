"""A first look at a picture of a stranger's: is it one, and can it be decoded to its end?"""

from pathlib import Path

from app.pdf.develop import JPEG
from app.pdf.large import decoded
from app.pdf.openpicture import opened
from app.pdf.unusable import PictureError

SMALL = 256
"""Pixels; a JPEG is decoded about that small, which still reads all of it."""


def glance(path: str) -> tuple[str, dict[str, str]] | None:
    """Return the code and the facts of what is wrong with a picture; None when it can be used.

    Only its first frame is looked at: no more of it is ever used. Runs in a child process, for it may take any time.
    """
    try:
        with opened(Path(path)) as image:
            if image.format in JPEG:
                image.draft("L", (SMALL, SMALL))
            decoded(image, Path(path), SMALL / max(image.size))
    except PictureError as wrong:
        return wrong.problem.code, dict(wrong.problem.facts)
    return None
