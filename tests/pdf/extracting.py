"""What readers of a PDF get as text: what they copy, what programs extract, what is read aloud."""

import re
import shutil
import subprocess
from pathlib import Path

import pypdfium2

POPPLER = tuple(name for name in ("pdftotext", "pdfinfo") if shutil.which(name))
"""Poppler's programs on this machine."""
_BROKEN = "\ufffe"
"""What pdfium gives for a hyphen at a line's end that goes when the word is put together."""
_TYPED_HYPHEN = re.compile("-\u200b\\s*")
_SOFT_HYPHEN = re.compile("(?<=\\w)-\n\\s*")
_CONTENT = re.compile(r'^ *"(.*?)"$', re.MULTILINE | re.DOTALL)


def plain(text: str) -> str:
    """Return a text with single spaces for all white space."""
    return " ".join(text.split())


def copied(pdf: bytes, page: int = 0) -> str:
    """Return what somebody copies from a page in a viewer that uses pdfium, spaces as they are, line ends as spaces."""
    return re.sub(r"\s*\r\n", " ", _TYPED_HYPHEN.sub("-", _range(pdf, page).replace(_BROKEN, "")))


def copied_lines(pdf: bytes, page: int = 0) -> str:
    """Return the same with broken words left in pieces, as they stand in their lines."""
    return _range(pdf, page).replace(_BROKEN, "-\n").replace("\u200b", "")


def _range(pdf: bytes, page: int) -> str:
    with pypdfium2.PdfDocument(pdf) as opened:
        return opened[page].get_textpage().get_text_range()


def laid_out(pdf: bytes, folder: Path) -> str:
    """Return what `pdftotext -layout` gives for a page in one column, broken words put together."""
    return plain(_SOFT_HYPHEN.sub("", _TYPED_HYPHEN.sub("-", _run("pdftotext", pdf, folder, "-layout"))))


def laid_out_lines(pdf: bytes, folder: Path, page: int) -> str:
    """Return what `pdftotext -layout` gives for a page, broken words left in pieces, as they stand in their lines."""
    return _run("pdftotext", pdf, folder, "-layout", "-f", str(page + 1), "-l", str(page + 1)).replace("\u200b", "")


def read_aloud(pdf: bytes, folder: Path) -> list[str]:
    """Return the blocks of the structure as `pdfinfo -struct-text` tells them, broken words put together."""
    told = _run("pdfinfo", pdf, folder, "-struct-text")
    told = re.sub(r'^ *Span \(inline\)\n *"-"\n', "", told, flags=re.MULTILINE)
    told = re.sub(r"^ *\w+ \(inline\)\n", "", told, flags=re.MULTILINE)
    blocks = re.split(r"^ *[A-Z]\w*(?: \(block\))?\n", told, flags=re.MULTILINE)
    pieces = [plain(_TYPED_HYPHEN.sub("-", "".join(_CONTENT.findall(block)))) for block in blocks]
    return [piece for piece in pieces if piece]


def _run(program: str, pdf: bytes, folder: Path, *options: str) -> str:
    path = folder / "extracted.pdf"
    path.write_bytes(pdf)
    tail = ["-"] if program == "pdftotext" else []
    done = subprocess.run([program, *options, str(path), *tail], capture_output=True, check=True)
    assert done.stderr == b""
    return done.stdout.decode()
