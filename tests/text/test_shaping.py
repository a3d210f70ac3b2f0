"""Shaped text keeps what it stands for, to the letter."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.clean import clean
from app.text.fonts import FontBook
from app.text.glyphs import Line
from app.text.paragraph import line, measure
from app.text.shaping import SMALL_CAPS_SCALE, shaper
from app.text.style import Caps, CharStyle, FaceSource, Span
from tests.text.conftest import FONTS
from tests.text.fontmaking import truetype

BOOK = FontBook(
    {
        "serif": FaceSource(str(FONTS / "literata" / "Literata_400Regular.ttf")),
        "sans": FaceSource(str(FONTS / "inter" / "Inter_400Regular.ttf")),
    }
)
LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўAZaz€₽№«»—–…’“”„§°×−½"


def glyph_texts(made: Line) -> str:
    return "".join(glyph.text for run in made.runs for glyph in run.glyphs)


def test_every_letter_of_the_alphabets_is_in_the_fonts_that_ship(book: FontBook) -> None:
    for face in book.sources:
        for letter in LETTERS + LETTERS.upper():
            made = line([Span(letter, CharStyle((face,), 10))], book)
            assert made.text == letter
            assert all(glyph.gid for run in made.runs for glyph in run.glyphs), (face, letter)


def test_a_ligature_carries_all_its_letters_on_its_first_glyph(book: FontBook) -> None:
    made = line([Span("office", CharStyle(("serif",), 10))], book)
    assert [glyph.text for glyph in made.runs[0].glyphs] == ["o", "ffi", "c", "e"]


def test_tracking_takes_ligatures_apart(book: FontBook) -> None:
    made = line([Span("office", CharStyle(("serif",), 10, tracking=20))], book)
    assert [glyph.text for glyph in made.runs[0].glyphs] == list("office")


def test_ligatures_that_are_asked_for_stay_with_tracking(book: FontBook) -> None:
    made = line([Span("office", CharStyle(("serif",), 10, tracking=20, features=("liga",)))], book)
    assert "ffi" in [glyph.text for glyph in made.runs[0].glyphs]


def test_tracking_widens_every_letter_but_the_last(book: FontBook) -> None:
    plain = measure("Смета", CharStyle(("sans",), 10), book)
    assert measure("Смета", CharStyle(("sans",), 10, tracking=100), book) == pytest.approx(plain + 4)
    made = line([Span("Смета", CharStyle(("sans",), 10, tracking=100))], book)
    assert made.width == pytest.approx(plain + 4)


def test_letters_are_kerned(tmp_path: Path) -> None:
    path = truetype(tmp_path / "k.ttf", "AV ", "feature kern { pos u0041 u0056 -80; } kern;")
    book = FontBook({"k": FaceSource(str(path))})
    assert measure("AV", CharStyle(("k",), 100), book) == pytest.approx(92)
    assert measure("AV", CharStyle(("k",), 100, features=("-kern",)), book) == pytest.approx(100)


def test_features_are_read_in_harfbuzz_notation(tmp_path: Path) -> None:
    rules = "feature ss01 { sub u0061 by u0062; } ss01; feature tnum { sub u0061 by u0063; } tnum;"
    book = FontBook({"f": FaceSource(str(truetype(tmp_path / "f.ttf", "abc ", rules)))})
    face = book.face("f")

    def gid(*features: str) -> int:
        return line([Span("a", CharStyle(("f",), 10, features=features))], book).runs[0].glyphs[0].gid

    a, b, c = (face.font.get_nominal_glyph(ord(letter)) for letter in "abc")
    assert [gid(), gid("ss01=1"), gid("+ss01"), gid("ss01=0"), gid("tnum"), gid("ss01=on"), gid("ss01", "-ss01")] == [
        a,
        b,
        b,
        a,
        c,
        b,
        a,
    ]


def test_a_feature_that_cannot_be_read_is_reported_once(book: FontBook) -> None:
    for size in (10, 11):
        measure("a", CharStyle(("sans",), size, features=("numerals please",)), book)
    assert [(found.code, found.fact("feature")) for found in book.problems] == [("font-feature-unreadable", "numerals please")]


def test_a_letter_that_the_face_lacks_comes_from_the_next(tmp_path: Path) -> None:
    book = FontBook(
        {
            "latin": FaceSource(str(truetype(tmp_path / "l.ttf", "abc "))),
            "cyrillic": FaceSource(str(truetype(tmp_path / "c.ttf", "абв "))),
        }
    )
    made = line([Span("aбc", CharStyle(("latin", "cyrillic"), 10))], book)
    assert [(run.face, run.text, run.x) for run in made.runs] == [("latin", "a", 0), ("cyrillic", "б", 5), ("latin", "c", 10)]


def test_an_accent_stays_with_its_letter(book: FontBook) -> None:
    made = line([Span("за́мок", CharStyle(("serif", "sans"), 10))], book)
    assert len(made.runs) == 1
    assert made.runs[0].glyphs[1].text == "а́"
    assert made.runs[0].glyphs[2].text == ""


def test_a_letter_typed_in_two_parts_is_the_letter(book: FontBook) -> None:
    assert measure("и\u0306", CharStyle(("serif",), 10), book) == measure("й", CharStyle(("serif",), 10), book)


def test_a_letter_that_nobody_has_is_shown_as_a_square_and_stays_in_the_text(book: FontBook) -> None:
    shaped = shaper(book, CharStyle(("serif", "sans"), 10), "ru").shape("да😀漢")
    assert shaped.missing == "😀漢"
    made = line([Span("да😀漢", CharStyle(("serif", "sans"), 10))], book)
    assert made.text == "да😀漢"
    square = book.face("serif").font.get_nominal_glyph(0x25A1)
    assert [glyph.gid for run in made.runs for glyph in run.glyphs][2:] == [square, square]


def test_spaces_and_hyphens_that_a_face_lacks_are_made_from_its_own(tmp_path: Path) -> None:
    """A fallback face for a thin space would tear the run apart and change its metrics."""
    book = FontBook({"bare": FaceSource(str(truetype(tmp_path / "b.ttf", "ab -"))), "serif": FaceSource(str(FONTS / "none"))})
    style = CharStyle(("bare", "serif"), 10)
    for char in "\u00a0\u202f\u2009\u200a\u2007\u2011\u2010":
        made = line([Span(f"a{char}b", style)], book)
        assert [run.face for run in made.runs] == ["bare"], hex(ord(char))
        assert made.text == f"a{char}b"
        assert 10 < made.width <= 15.01, hex(ord(char))
    assert measure("a\u202fb", style, book) < measure("a b", style, book)


def test_a_font_without_a_space_borrows_one(tmp_path: Path) -> None:
    bare = FaceSource(str(truetype(tmp_path / "b.ttf", "ab")))
    book = FontBook({"bare": bare, "sans": FaceSource(str(FONTS / "inter" / "Inter_400Regular.ttf"))})
    made = line([Span("a b", CharStyle(("bare",), 10))], book)
    assert [(run.face, run.text) for run in made.runs] == [("bare", "a"), ("sans", " "), ("bare", "b")]
    alone = FontBook({"bare": bare})
    assert line([Span("a b", CharStyle(("bare",), 10))], alone).text == "a b"


def test_capitals_are_set_as_capitals_and_read_so(book: FontBook) -> None:
    made = line([Span("Straße, ёлка", CharStyle(("sans",), 10, caps=Caps.UPPER))], book)
    assert made.text == "STRASSE, ЁЛКА"


def test_real_small_capitals_are_used_where_the_font_has_them(book: FontBook) -> None:
    made = line([Span("Ёлка", CharStyle(("antiqua",), 10, caps=Caps.SMALL))], book)
    assert made.text == "Ёлка"
    assert [run.size for run in made.runs] == [10]
    face = book.face("antiqua")
    assert not {glyph.gid for glyph in made.runs[0].glyphs} & {face.font.get_nominal_glyph(ord(letter)) for letter in "ЁлкаЛКА"}


def test_a_font_without_small_capitals_gets_smaller_capitals(book: FontBook) -> None:
    made = line([Span("Straße", CharStyle(("sans",), 10, caps=Caps.SMALL))], book)
    assert made.text == "Straße"
    assert [run.size for run in made.runs] == [10 * SMALL_CAPS_SCALE]
    upper = measure("STRASSE", CharStyle(("sans",), 10), book)
    assert made.width == pytest.approx(upper * SMALL_CAPS_SCALE, rel=0.02)


def test_a_shaped_word_serves_all_sizes_and_colours(book: FontBook) -> None:
    first = shaper(book, CharStyle(("sans",), 10), "ru")
    assert shaper(book, CharStyle(("sans",), 32, color="#ff0000", rise=3), "ru") is first
    assert first.shape("смета") is first.shape("смета")
    assert measure("смета", CharStyle(("sans",), 32), book) == pytest.approx(
        3.2 * measure("смета", CharStyle(("sans",), 10), book)
    )


@given(st.text(st.one_of(st.characters(), st.sampled_from(LETTERS + " \u00a0\u202fffi\u0301😀\u00ad\u200b")), max_size=30))
def test_glyph_texts_joined_are_the_text(text: str) -> None:
    for caps in (Caps.NONE, Caps.SMALL):
        made = line([Span(text, CharStyle(("serif", "sans"), 10, caps=caps))], BOOK)
        assert glyph_texts(made) == made.text == "".join(run.text for run in made.runs)
        shown = clean(text).replace("\n", " ")
        for invisible in "\u00ad\u200b\u2060":
            shown = shown.replace(invisible, "")
        assert made.text.split() == shown.split()


@given(st.text(max_size=20))
def test_glyphs_stand_one_after_the_other(text: str) -> None:
    made = line([Span(text, CharStyle(("serif", "sans"), 10, tracking=30))], BOOK)
    x = 0.0
    for run in made.runs:
        assert run.x == pytest.approx(x)
        inside = 0.0
        for glyph in run.glyphs:
            assert glyph.x == pytest.approx(inside)
            inside += glyph.advance
        assert run.width == pytest.approx(inside)
        x += run.width
    assert made.width == pytest.approx(x)
