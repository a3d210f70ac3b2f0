"""What cannot be seen, or would garble a page, never reaches it."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from app.text.clean import clean


def test_controls_and_bidi_marks_are_dropped() -> None:
    assert clean("Ром\x00аш\u202eка\u2066 \ufeffООО\x07") == "Ромашка ООО"


def test_every_kind_of_line_end_is_a_newline() -> None:
    assert clean("а\r\nб\rв\u2028г\u2029д\x0bе\x0cж\x85з") == "а\nб\nв\nг\nд\nе\nж\nз"


def test_tabs_and_wide_spaces_become_one_space() -> None:
    assert clean("а\t \u2003 б\u3000в  г") == "а б в г"


def test_spaces_with_a_meaning_stay() -> None:
    assert clean("а\u00a0б\u202fв\u2009г\u00adд\u200bе\u2060ж") == "а\u00a0б\u202fв\u2009г\u00adд\u200bе\u2060ж"


def test_a_lone_surrogate_is_shown_as_a_replacement() -> None:
    assert clean("a\ud800b") == "a\ufffdb"


@given(st.text(st.characters(codec=None)))
def test_clean_text_is_clean(text: str) -> None:
    done = clean(text)
    assert clean(done) == done
    assert "  " not in done
    assert all(char == "\n" or unicodedata.category(char) not in ("Cc", "Cs") for char in done)
    done.encode("utf-8")
