"""Fonts are loaded when needed, once, and a bad one never stops the work."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.text import fontfile
from app.text.fonts import FontBook, NoFontError
from app.text.paragraph import measure
from app.text.style import CharStyle, FaceSource
from tests.text.conftest import FONTS
from tests.text.fontmaking import opentype, truetype, variable

LITERATA = str(FONTS / "literata" / "Literata_400Regular.ttf")


def test_a_face_tells_its_metrics_in_font_units(book: FontBook) -> None:
    face = book.face("serif")
    assert (face.upem, face.ascender, face.descender, face.cap_height, face.x_height) == (1000, 1177, -308, 701, 507)
    assert (face.underline_position, face.underline_thickness) == (-100, 50)
    assert face.ps_name == "Literata-Regular"
    assert not face.is_cff
    assert face.has(ord("Ж"))
    assert not face.has(0x1F600)


def test_no_file_is_read_before_it_is_needed(tmp_path: Path) -> None:
    book = FontBook({"a": FaceSource(str(tmp_path / "gone.ttf")), "b": FaceSource(LITERATA)})
    book.face("b")
    assert book.problems == []


def test_faces_of_one_file_share_its_bytes() -> None:
    book = FontBook({"a": FaceSource(LITERATA), "b": FaceSource(LITERATA)})
    assert book.face("a").data is book.face("b").data
    assert book.face("a").key == book.face("b").key
    assert book.face("a") is book.face("a")


@pytest.mark.parametrize(
    ("content", "code"),
    [(None, "font-missing"), (b"", "font-broken"), (b"<html>not a font</html>" * 99, "font-broken"), ("folder", "font-missing")],
)
def test_a_bad_file_is_reported_and_another_face_stands_in(tmp_path: Path, content: bytes | str | None, code: str) -> None:
    path = tmp_path / "bad.ttf"
    if content == "folder":
        path.mkdir()
    elif isinstance(content, bytes):
        path.write_bytes(content)
    book = FontBook({"bad": FaceSource(str(path)), "good": FaceSource(LITERATA)})
    assert book.face("bad") is book.face("good")
    assert [found.code for found in book.problems] == [code]
    assert book.problems[0].where == "fonts/bad"
    assert book.problems[0].fact("file") == "bad.ttf"


def test_a_damaged_font_never_raises(tmp_path: Path) -> None:
    data = Path(LITERATA).read_bytes()
    for cut in (4, 12, 200, 5000, 100_000):
        path = tmp_path / f"cut{cut}.ttf"
        path.write_bytes(data[:cut])
        book = FontBook({"cut": FaceSource(str(path)), "good": FaceSource(LITERATA)})
        assert measure("Смета", CharStyle(("cut",), 10), book) > 0


def test_a_huge_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "huge.ttf"
    with path.open("wb") as file:
        file.truncate(fontfile.LARGEST + 1)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("the file was read"))
    assert fontfile.read_font("huge", FaceSource(str(path))).code == "font-too-large"


def test_a_stand_in_comes_from_the_same_family(tmp_path: Path) -> None:
    book = FontBook(
        {
            "sans": FaceSource(str(FONTS / "inter" / "Inter_400Regular.ttf")),
            "light": FaceSource(str(FONTS / "literata" / "Literata_100Thin.ttf")),
            "serif": FaceSource(LITERATA),
        }
    )
    assert book.face("light").ps_name == "Literata-Regular"


def test_an_unknown_name_is_reported(book: FontBook) -> None:
    assert book.face("nobody").ps_name
    assert [found.code for found in book.problems] == ["font-unknown"]


def test_a_book_without_any_font_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoFontError):
        FontBook({}).face("body")
    book = FontBook({"a": FaceSource(str(tmp_path / "x.ttf")), "b": FaceSource("\0bad")})
    with pytest.raises(NoFontError):
        book.face("a")
    assert {found.code for found in book.check()} == {"font-missing"}


def test_a_book_whose_fonts_are_all_broken_is_set_in_the_last_resort(tmp_path: Path) -> None:
    (tmp_path / "a.ttf").write_bytes(b"")
    book = FontBook({name: FaceSource(str(tmp_path / "a.ttf")) for name in "ab"}, FaceSource(LITERATA))
    assert book.face("a") is book.face("b") is book.face("nobody")
    assert book.face("a").has(ord("Я"))
    assert {found.code for found in book.problems} == {"font-broken", "font-unknown"}


def test_check_loads_every_face(tmp_path: Path) -> None:
    book = FontBook({"good": FaceSource(LITERATA), "gone": FaceSource(str(tmp_path / "x.ttf"))})
    assert [found.where for found in book.check()] == ["fonts/gone"]


def test_postscript_outlines_are_told_apart(tmp_path: Path) -> None:
    book = FontBook({"curves": FaceSource(str(opentype(tmp_path / "c.otf", "ab ")))})
    face = book.face("curves")
    assert face.is_cff
    assert face.ps_name == "Curves-Regular"
    assert measure("ab", CharStyle(("curves",), 10), book) == pytest.approx(10)


def test_a_variable_font_gives_the_instance_asked_for(tmp_path: Path) -> None:
    path = str(variable(tmp_path / "v.ttf", "ab "))
    book = FontBook({"thin": FaceSource(path), "bold": FaceSource(path, (("wght", 900.0),))})
    assert measure("ab", CharStyle(("thin",), 10), book) == pytest.approx(10)
    assert measure("ab", CharStyle(("bold",), 10), book) == pytest.approx(14)
    assert book.face("thin").key != book.face("bold").key
    assert book.face("thin").data is book.face("bold").data
    assert book.problems == []


def test_an_axis_that_the_font_lacks_is_reported(tmp_path: Path) -> None:
    path = str(variable(tmp_path / "v.ttf", "ab "))
    book = FontBook({"odd": FaceSource(path, (("opsz", 12.0),))})
    book.face("odd")
    assert [(found.code, found.fact("axis")) for found in book.problems] == [("font-axis-unknown", "opsz")]


def test_the_key_follows_the_content_not_the_name(tmp_path: Path) -> None:
    first, second = truetype(tmp_path / "a.ttf", "ab "), tmp_path / "b.ttf"
    second.write_bytes(first.read_bytes())
    third = truetype(tmp_path / "c.ttf", "abc ")
    book = FontBook({name: FaceSource(str(path)) for name, path in zip("abc", (first, second, third), strict=True)})
    assert book.face("a").key == book.face("b").key != book.face("c").key


def test_setting_text_does_not_load_fonttools_or_a_pdf_library() -> None:
    """They would double the time that the program takes to start."""
    code = (
        "import sys; from app.text.paragraph import compose; from app.text.fonts import FontBook; "
        "from app.text.style import *; book = FontBook({'a': FaceSource(sys.argv[1])}); "
        "compose([Span('Предложение', CharStyle(('a',), 10))], 200, ParagraphStyle(12), book); "
        "print(sorted({'fontTools', 'reportlab', 'pyphen'} & set(sys.modules)))"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", code, LITERATA], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.strip() == "[]"
