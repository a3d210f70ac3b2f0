"""Numbers are set as HarfBuzz would shape them, in every face, though most of them are never shown to it."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.text.figures import ENOUGH, SIGNS, Figures, Glyphs, around
from app.text.fonts import FontBook
from app.text.shaping import Shaper, shaper
from app.text.style import CharStyle, FaceSource
from tests.text.conftest import FONTS
from tests.text.fontmaking import truetype

FACES = {
    "literata": "literata/Literata_400Regular.ttf",
    "inter": "inter/Inter_400Regular.ttf",
    "tight": "inter-tight/InterTight_800ExtraBold.ttf",
    "cormorant": "cormorant/Cormorant_400Regular.ttf",
}
BOOK = FontBook({name: FaceSource(str(FONTS / path)) for name, path in FACES.items()})
WAYS = [(), ("tnum",), ("onum", "-kern"), ("lnum",)]


def experienced(book: FontBook, style: CharStyle) -> Shaper:
    """Return a shaper that was asked for many numbers."""
    found = shaper(book, style, "ru")
    for number in range(ENOUGH):
        found.shape(str(1000 + number))
    return found


def shaped(by: Shaper, text: str) -> Glyphs:
    """Return what HarfBuzz makes of a text."""
    piece = by._piece(by.faces[0], text, text, 1.0)
    return piece.gids, piece.advances


@pytest.mark.parametrize("features", WAYS)
@pytest.mark.parametrize("face", FACES)
@settings(max_examples=60)
@given(text=st.text(sorted(SIGNS), min_size=1, max_size=14))
def test_any_number_is_set_as_harfbuzz_shapes_it(face: str, features: tuple[str, ...], text: str) -> None:
    by = experienced(BOOK, CharStyle((face,), 10, features=features, tracking=len(features)))
    found = by.shape(text)
    if len(found.pieces) == 1:
        assert found.pieces[0] == by._piece(by.faces[0], text, text, 1.0)


@pytest.mark.parametrize("face", FACES)
def test_amounts_in_the_faces_that_ship_are_told_from_their_signs(face: str) -> None:
    by = experienced(BOOK, CharStyle((face,), 10, features=("tnum",)))
    assert by._figures.shaped("1\u00a0234\u00a0567,89") == shaped(by, "1\u00a0234\u00a0567,89")


@pytest.mark.parametrize(
    ("rules", "text"),
    [
        ("feature liga { sub u0031 u0030 u0030 by u0039; } liga;", "4100"),
        ("feature calt { sub u0037' u0037 u0037 by u0038; } calt;", "1777"),
        ("feature calt { sub u0033 u0034 u0035' by u0036; } calt;", "2345"),
        ("feature kern { pos u0031 <0 40 0 0>; } kern;", "211"),
    ],
)
def test_a_face_whose_figures_depend_on_others_is_shaped_each_time(rules: str, text: str, tmp_path: Path) -> None:
    path = truetype(tmp_path / "odd.ttf", "0123456789 ", rules)
    by = experienced(FontBook({"odd": FaceSource(str(path))}), CharStyle(("odd",), 10))
    assert by._figures.shaped(text) is None
    assert by.shape(text).pieces[0] == by._piece(by.faces[0], text, text, 1.0)


def test_kerned_figures_stand_as_near_each_other_as_the_face_has_it(tmp_path: Path) -> None:
    path = truetype(tmp_path / "k.ttf", "0123456789,. ", "feature kern { pos u0031 u0031 -80; pos u0037 u002C -120; } kern;")
    by = experienced(FontBook({"k": FaceSource(str(path))}), CharStyle(("k",), 10))
    assert by._figures.shaped("117,5") == shaped(by, "117,5")
    assert by.shape("117,5").width == pytest.approx(2.5 - 0.2)


def test_a_sign_that_looks_different_beside_others_is_no_number(tmp_path: Path) -> None:
    path = truetype(tmp_path / "c.ttf", "0123456789,. ", "feature calt { sub u0031 u002C' by u002E; } calt;")
    by = experienced(FontBook({"c": FaceSource(str(path))}), CharStyle(("c",), 10))
    assert by._figures.shaped("1,5") is None
    assert by._figures.shaped("1.5") == shaped(by, "1.5")


def test_words_are_no_numbers() -> None:
    figures = Figures(lambda text: (tuple(map(ord, text)), tuple([1.0] * len(text))))
    assert [figures.shaped("слово") for _ in range(2 * ENOUGH)] == [None] * 2 * ENOUGH


@pytest.mark.parametrize("count", [1, 2, 3])
def test_every_sequence_of_signs_is_looked_at(count: int) -> None:
    text, signs = around("01234", count), "01234"
    assert len(text) == 5**count + count - 1
    assert len({text[start : start + count] for start in range(len(text) - count + 1)}) == len(signs) ** count
