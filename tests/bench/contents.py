"""What a PDF's bytes are."""

from collections.abc import Iterator
from pathlib import Path

import pikepdf


def jpegs(pdf: Path) -> Iterator[bytes]:
    """Yield the photographs of a PDF as the JPEG files they are."""
    with pikepdf.open(pdf) as document:
        for found in document.objects:
            if isinstance(found, pikepdf.Stream) and found.get("/Filter") in ("/DCTDecode", ["/DCTDecode"]):
                yield bytes(found.read_raw_bytes())


def other_bytes(pdf: Path) -> int:
    """Return how many bytes of a PDF are not photographs."""
    return pdf.stat().st_size - sum(len(data) for data in jpegs(pdf))


def pages(pdf: Path) -> int:
    """Return the number of pages."""
    with pikepdf.open(pdf) as document:
        return len(document.pages)
