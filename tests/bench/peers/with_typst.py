"""Typst through its Python binding. `export FOLDER OUT`, `warm FOLDER OUT N`, `preview FOLDER N [text]`."""

import json
import sys
import time
from pathlib import Path

import typst

from tests.bench.peers.reading import FONTS, Content
from tests.bench.peers.typst_source import rewrite, write


def compiler(content: Content) -> typst.Compiler:
    """Return a compiler of the content: it keeps what did not change."""
    return typst.Compiler(str(write(content)), root="/", font_paths=[str(FONTS)], ignore_system_fonts=True)


def export(folder: Path, out: Path, *, scaled: bool = True) -> None:
    """Write the PDF."""
    out.write_bytes(compiler(Content(folder, scaled=scaled)).compile(format="pdf"))


def warm(folder: Path, out: Path, times: int) -> dict[str, list[float]]:
    """Write the PDF again after each edit of the first line item."""
    content = Content(folder, scaled=True)
    made = compiler(content)
    out.write_bytes(made.compile(format="pdf"))
    seconds = []
    for count in range(1, times + 1):
        started = time.perf_counter()
        content.edited(count)
        rewrite(content, "estimate")
        out.write_bytes(made.compile(format="pdf"))
        seconds.append(time.perf_counter() - started)
    return {"warm_s": seconds}


def preview(folder: Path, times: int, *, text: bool) -> dict[str, object]:
    """Time from an edit to the pixels of its page at 96 dpi."""
    import pypdfium2

    content = Content(folder, scaled=True)
    made = compiler(content)

    def show(page: int) -> bytes:
        with pypdfium2.PdfDocument(made.compile(format="pdf")) as document:
            return bytes(document[page].render(scale=96 / 72).buffer)

    edit = content.typed if text else content.edited
    edit(0)
    started = time.perf_counter()
    write(content)
    pdf = made.compile(format="pdf")
    page = _page(pdf, "Ещё слово" if text else "Правка")
    last = show(page)
    first = time.perf_counter() - started
    edits = []
    for count in range(1, times + 1):
        started = time.perf_counter()
        edit(count)
        rewrite(content, "story" if text else "estimate")
        pixels = show(page)
        edits.append(time.perf_counter() - started)
        assert pixels != last
        last = pixels
    return {"first": first, "edits": edits}


def _page(pdf: bytes, words: str) -> int:
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return next(n for n in range(len(document)) if words in document[n].get_textpage().get_text_range())


if __name__ == "__main__":
    command, folder, *rest = sys.argv[1:]
    if command == "preview":
        print(json.dumps(preview(Path(folder), int(rest[0]), text="text" in rest)))
    elif command == "warm":
        print(json.dumps(warm(Path(folder), Path(rest[0]), int(rest[1]))))
    else:
        export(Path(folder), Path(rest[0]), scaled=command == "export")
