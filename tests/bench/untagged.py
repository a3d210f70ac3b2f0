"""`SOURCE OUT CACHE` exports without tags, which no command of Blesna does, to know what the rest of a file takes."""

import sys
from pathlib import Path

from app.pdf.document import Options, write
from app.pdf.pictures import FolderPictures
from app.pipeline import PRINT_DPI
from tests.bench.exporting import opened, pipeline


def export(source: Path, out: Path, cache: Path) -> None:
    """Write the file."""
    proposal, folder = opened(source)
    chain = pipeline(cache)
    laid = chain.lay_out(proposal, folder)
    pictures = FolderPictures({"proposal": folder, "brand": laid.brand.folder})
    options = Options(PRINT_DPI, tagged=False, cache=cache, bleed=laid.brand.page.bleed, crop_marks=True)
    out.write_bytes(write(laid.document, chain._book(laid.brand), pictures, options=options).pdf)


if __name__ == "__main__":
    export(*map(Path, sys.argv[1:4]))
