"""Opens what was painted for its last pass."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from pikepdf import Pdf

LARGE = 100_000
"""From so many bytes on a file on the disk is worth its while: qpdf reads its objects there in a third of the time that it takes
through a Python stream."""


@contextmanager
def opened(pdf: bytes, *, secret: bool = False) -> Iterator[Pdf]:
    """Open a PDF. A `secret` one is never put on the disk as it is, nor is any where the disk does not take it."""
    with ExitStack() as stack:
        path = None if secret or len(pdf) < LARGE else _on_disk(pdf, stack)
        yield stack.enter_context(Pdf.open(path or BytesIO(pdf)))


def _on_disk(pdf: bytes, stack: ExitStack) -> Path | None:
    """Write the file into a folder that nobody else can look into, and that is gone at the end."""
    try:
        path = Path(stack.enter_context(TemporaryDirectory(prefix="blesna-", ignore_cleanup_errors=True))) / "painted.pdf"
        path.write_bytes(pdf)
    except OSError:
        return None
    return path
