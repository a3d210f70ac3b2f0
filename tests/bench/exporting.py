"""Blesna in this process: the same proposal again and again, as a window or a server would have it."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from app.commands.quickstart import begin, leave
from app.layout.uncollected import uncollected

begin()

from app.commands import export as command  # noqa: E402, as `main.py` does
from app.commands.places import pipeline as pipeline_of_user  # noqa: E402
from app.layout.page import Page  # noqa: E402
from app.model.proposal import Proposal  # noqa: E402
from app.pipeline import BRANDBOOKS, Pipeline, Preset  # noqa: E402
from app.sources import open_proposal  # noqa: E402
from tests.bench.brandbook import brandbooks  # noqa: E402
from tests.bench.editing import Edit, item_edit, text_edit  # noqa: E402

DAY = "1795219200"
"""21 November 2026, the day of the proposals that are measured: they never expire."""


class UnusableSourceError(Exception):
    """The source cannot be read, or makes no pages."""


def pipeline(cache: Path | None = None) -> Pipeline:
    """Return the pipeline of the command line; with a `cache` of its own, one that prints photographs in their own colours."""
    return Pipeline((brandbooks(), BRANDBOOKS), cache) if cache else pipeline_of_user()


def export(source: str, out: str, preset: str, cache: Path) -> int:
    """Do what `main.py export` does, with another cache."""
    from app.cli import main

    os.environ.setdefault("SOURCE_DATE_EPOCH", DAY)
    command.pipeline = lambda *_: pipeline(cache)
    return main(["export", source, "-o", out, "--preset", preset], lambda *_: 1)


def opened(source: Path) -> tuple[Proposal, Path]:
    """Return a proposal and the folder of its pictures."""
    found = open_proposal(str(source))
    if found.proposal is None:
        raise UnusableSourceError(", ".join(problem.code for problem in found.problems))
    return found.proposal, found.folder


def warm(source: Path, out: Path, times: int, preset: str = Preset.STANDARD, cache: Path | None = None) -> list[float]:
    """Export once, then time further exports, each after another edit. Returns seconds from the edit to the written file."""
    proposal, folder = opened(source)
    chain = pipeline(cache)
    out.write_bytes(chain.build(proposal, folder, Preset(preset)).pdf)
    seconds = []
    for count in range(1, times + 1):
        started = time.perf_counter()
        built = chain.build(item_edit(proposal, count).proposal, folder, Preset(preset))
        out.write_bytes(built.pdf)
        seconds.append(time.perf_counter() - started)
    return seconds


class Eye:
    """What somebody sees who types: the page of the edit as pixels."""

    def __init__(self, source: Path, *, text: bool = False, cache: Path | None = None) -> None:
        self._proposal, self._folder = opened(source)
        self._chain = pipeline(cache)
        self._edit: Callable[[Proposal, int], Edit] = text_edit if text else item_edit
        self.pages: list[bytes] = []
        self._seen = 0

    def show(self, count: int) -> tuple[float, bytes]:
        """Make an edit and return the seconds until its page was pixels, and these.

        The window looks for garbage between edits, not while a page is made (`widgets.collector`), and so does this.
        """
        with uncollected():
            started = time.perf_counter()
            pdf = self._shown(count)
            pixels = raster(pdf)
            seconds = time.perf_counter() - started
        self.pages.append(pdf)
        return seconds, pixels

    def _shown(self, count: int) -> bytes:
        edit = self._edit(self._proposal, count)
        laid = self._chain.lay_out(edit.proposal, self._folder)
        pages = laid.document.pages
        # As in the window, one looks where one has been looking, and elsewhere only if the place has moved.
        numbers = (min(self._seen, len(pages) - 1), *range(len(pages)))
        page = self._seen = next(number for number in numbers if _shows(pages[number], edit.origin))
        return self._chain.paint(laid, self._folder, [page])


def _shows(page: Page, origin: str) -> bool:
    return any(getattr(item, "origin", "").startswith(origin) for item in page.items)


def raster(pdf: bytes, page: int = 0, dpi: int = 96) -> bytes:
    """Return the pixels of a page as pdfium draws it."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        bitmap = document[page].render(scale=dpi / 72)
        return bytes(bitmap.buffer)


def alone(pdf: bytes) -> float:
    """Return the seconds that pdfium takes to load a page and draw it."""
    started = time.perf_counter()
    raster(pdf)
    return time.perf_counter() - started


if __name__ == "__main__":
    leave(export(*sys.argv[1:4], Path(sys.argv[4])))
