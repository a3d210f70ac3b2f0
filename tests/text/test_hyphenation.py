"""Words are hyphenated by the rules of their own script, and what is no word is not."""

import sys
from pathlib import Path

import pyphen
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text import hyphenation
from app.text.breakplaces import places
from app.text.hyphenation import LONGEST, hyphenate

CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў"


def shown(text: str, *, words: bool = True, capitals: bool = False) -> str:
    """The text with - where a hyphen may be added and | where the line may end without one."""
    for place in reversed(places(text, words=words, capitals=capitals)):
        text = f"{text[: place.offset]}{'-' if place.hyphen else '|'}{text[place.offset :]}"
    return text


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("исследование", "ис-сле-до-ва-ние"),
        ("ёлочный", "ёлоч-ный"),
        ("щёточный", "щё-точ-ный"),
        ("подъезд", "подъ-езд"),
        ("приём", "приём"),
        ("сайта", "сайта"),
        ("дизайн", "ди-зайн"),
        ("продакшн", "про-дакшн"),
        ("фронтенда", "фронт-енда"),
        ("дослідження", "до-с-лі-дже-ння"),
        ("їжачок", "їжа-чок"),
        ("website", "web-site"),
        ("development", "de-vel-op-ment"),
        ("rate", "rate"),
    ],
)
def test_words_are_broken_where_a_reader_expects(word: str, expected: str) -> None:
    assert shown(word) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«исследование»,", "«ис-сле-до-ва-ние»,"),
        ("дизайн-системы", "дизайн-|си-стемы"),
        ("по-русски", "по-|русски"),
        ("кто-то", "кто-то"),
        ("слово—слово", "слово—|слово"),
        ("разработка/поддержка", "раз-ра-ботка/|под-держка"),
        ("и/или", "и/или"),
    ],
)
def test_a_compound_is_broken_after_its_own_hyphen(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    ["COVID19", "НДС", "ГОСТ", "JavaScript", "8-800-555-35-35", "10–12", "−15", "v2beta", "foo_bar_baz"],
)
def test_codes_numbers_and_abbreviations_are_never_broken(text: str) -> None:
    assert shown(text) == text


def test_a_web_address_is_broken_at_its_own_signs_without_a_hyphen() -> None:
    assert shown("https://example.com/catalogue/item?id=12") == "https://|example|.com/|catalogue/|item?|id=12"
    assert shown("manager@example.com") == "manager@|example|.com"


def test_a_short_web_address_is_broken_only_if_nothing_else_helps() -> None:
    def dearest(text: str) -> float:
        return min(place.penalty for place in places(text, words=True, capitals=False))

    assert dearest("longdays.example") > 10 * dearest("noon.example/a/very/long/way/to/a/page")


def test_hyphenation_can_be_turned_off() -> None:
    assert shown("исследование", words=False) == "исследование"
    assert shown("бизнес-процессов", words=False) == "бизнес-|процессов"


def test_soft_hyphens_decide_where_they_stand() -> None:
    assert shown("иссле\u00adдование") == "иссле\u00ad-дование"
    assert shown("иссле\u00adдование", words=False) == "иссле\u00ad-дование"


def test_a_zero_width_space_is_a_place_to_break_and_a_joiner_is_not() -> None:
    assert shown("раз\u200bдва") == "раз\u200b|два"
    assert shown("мало-\u2060помалу") == "мало-\u2060помалу"


def test_words_in_capitals_are_broken_only_when_capitals_are_the_style() -> None:
    assert shown("СТУДИЯ") == "СТУДИЯ"
    assert shown("СТУДИЯ", capitals=True) == "СТУ-ДИЯ"


def test_a_word_of_a_hundred_thousand_letters_is_left_to_emergency_breaks() -> None:
    assert hyphenate("ы" * 100_000) == ()
    assert hyphenate("исследование" * 5) != ()
    assert len("исследование" * 5) <= LONGEST


@given(st.text(CYRILLIC, min_size=1, max_size=30))
def test_two_letters_stay_before_a_hyphen_and_three_after(word: str) -> None:
    for place in hyphenate(word):
        before, after = word[:place], word[place:]
        assert len(word) >= 5
        assert len(before) >= 2
        assert len(after) >= 3
        assert after[0] not in "ьъй"
        assert any(letter in "аеёиоуыэюяіїє" for letter in before)
        assert any(letter in "аеёиоуыэюяіїє" for letter in after)


@given(st.text(CYRILLIC + CYRILLIC.upper(), max_size=20))
def test_yo_is_broken_like_ye(word: str) -> None:
    assert hyphenate(word) == hyphenate(word.replace("ё", "е").replace("Ё", "Е"))


@given(st.text(max_size=40))
def test_places_are_inside_the_text_and_in_order(text: str) -> None:
    offsets = [place.offset for place in places(text, words=True, capitals=False)]
    assert offsets == sorted(set(offsets))
    assert all(0 < offset < len(text) for offset in offsets)


@pytest.fixture
def bytecode(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let Python leave bytecode in a folder of the test."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(pyphen, "hdcache", {})
    return tmp_path


@pytest.mark.parametrize(("name", "word"), [("ru_RU", "исследование"), ("en_US", "investigation")])
def test_patterns_that_were_read_before_are_not_read_again(
    name: str, word: str, bytecode: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load = hyphenation._dictionary.__wrapped__
    first = load(name)
    with monkeypatch.context() as closed:
        closed.setattr(pyphen.HyphDict, "__init__", None)
        again = load(name)
    assert vars(again.hd) == vars(pyphen.HyphDict(pyphen.LANGUAGES[name]))
    assert again.positions(word) == first.positions(word) == pyphen.Pyphen(lang=name).positions(word)


def test_patterns_of_another_file_are_read_anew(bytecode: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load = hyphenation._dictionary.__wrapped__
    load("en_US")
    other = tmp_path / "hyph_en_US.dic"
    other.write_text("UTF-8\nx1y\n", "utf-8")
    monkeypatch.setitem(pyphen.LANGUAGES, "en_US", other)
    assert load("en_US").positions("aaxyaa") == [3]
