"""A brandbook whose own fonts cannot be used is told, and the document comes out in another face."""

import re
import shutil
from pathlib import Path

import pypdfium2
import pytest

from app.pipeline import BRANDBOOKS
from tests.end2end.conftest import write_source
from tests.end2end.running import inside
from tests.guarding.test_fonts import GOOD, nested_subroutines

HARMS = ("cut", "empty", "no font", "bomb")


def broken(folder: Path, harm: str, *, every: bool = False) -> Path:
    """Write a brandbook "own" with a font that cannot be used for its texts, or for everything. Return its folder."""
    own = folder / "own"
    shutil.copytree(BRANDBOOKS / "kurs", own)
    font = own / "own.ttf"
    if harm == "bomb":
        nested_subroutines(font)
    else:
        good = Path(GOOD).read_bytes()
        font.write_bytes({"cut": good[: len(good) // 2], "empty": b"", "no font": b"<!DOCTYPE html>" * 99}[harm])
    toml = own / "brandbook.toml"
    text = toml.read_text("utf-8")
    named = r'"assets:[^"]*"' if every else r'"assets:inter/[^"]*"'
    start, end = text.index("[faces]"), text.index("[logos]")
    toml.write_text(text[:start] + re.sub(named, '"own.ttf"', text[start:end]) + text[end:], "utf-8")
    return own


def text_of(file: Path) -> str:
    reader = pypdfium2.PdfDocument(file)
    try:
        return " ".join(page.get_textpage().get_text_bounded() for page in reader)
    finally:
        reader.close()


@pytest.mark.parametrize("every", [False, True], ids=["texts", "everything"])
@pytest.mark.parametrize("harm", HARMS)
def test_the_document_comes_out_in_another_face_and_the_font_is_named(tmp_path: Path, harm: str, every: bool) -> None:
    place, out = tmp_path / "w", tmp_path / "a.pdf"
    broken(place / "brandbooks", harm, every=every)
    source = write_source(tmp_path / "source", brandbook="own")
    done = inside("export", source, "-o", out, "--draft", "--workspace", place, "--lang", "en")
    assert done.code == 0, done.err
    assert "The file own.ttf is not a usable TrueType or OpenType font. Another face stands in for it" in done.err
    printed = text_of(out)
    assert "Стратегия" in printed
    assert "Интервью" in printed


@pytest.mark.parametrize("harm", HARMS)
def test_checking_names_it_too(tmp_path: Path, harm: str) -> None:
    broken(tmp_path / "w" / "brandbooks", harm, every=True)
    source = write_source(tmp_path / "source", brandbook="own")
    done = inside("check", source, "--workspace", tmp_path / "w", "--lang", "ru")
    assert "own.ttf" in done.err + done.out
