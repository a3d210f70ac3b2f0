"""What somebody types finds what was meant: whatever the form of a word, however little of it, in spite of a slip."""

import pytest

from app.store.search.index import Index
from app.store.search.page import Kind
from tests.store.search.world import ids

FOLDER = "КП-2026-0017 Стиль"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("миссия", "mission"),
        ("держать слово", "mission"),
        ("чай", "mission"),
        ("128 проектов", "mission"),
        ("читатель", "mission"),
        ("громов", "mission"),
        ("брендинг", "mission"),
        ("зимина", "mission"),
        ("ценности", "mission"),
        ("packaging", "mission"),
        ("аванс", "terms"),
        ("анна", "anna"),
        ("арт-директор", "anna"),
        ("журналы", "anna"),
        ("anna@studio.example", "anna"),
        ("84951234567"[1:], "anna"),
        ("+7 495", "anna"),
        ("bureau nord", "spring"),
        ("2024", "spring"),
        ("7701234567", "romashka"),
        ("орлов", "romashka"),
        ("тверь", "romashka"),
        ("полосы", "layout"),
        ("кп-2026-0017", FOLDER),
        ("0017", FOLDER),
        ("пекарня", FOLDER),
        ("вывеску", FOLDER),
        ("паттерн", FOLDER),
        ("айдентика", FOLDER),
    ],
)
def test_everything_written_in_a_record_finds_it(index: Index, text: str, found: str) -> None:
    assert ids(index, text)[0] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("договоров", "terms"),
        ("договором", "mission"),
        ("исследования", "mission"),
        ("эскизами", "mission"),
        ("журналов", "anna"),
        ("каталогом", "layout"),
        ("designs", "spring"),
        ("design", "spring"),
        ("designing", "mission"),
        ("campaigns", "spring"),
        ("traveling", "mission"),
    ],
)
def test_every_form_of_a_word_finds_every_other(index: Index, text: str, found: str) -> None:
    assert found in ids(index, text)


@pytest.mark.parametrize("word", ["исследование", "берёзова", "campaign", "логотип", "0017"])
def test_a_word_is_found_from_its_first_letters_on(index: Index, word: str) -> None:
    whole = ids(index, word)[0]
    for length in range(1, len(word) + 1):
        assert whole in ids(index, word[:length]), word[:length]


def test_only_the_last_word_is_still_being_typed(index: Index) -> None:
    assert ids(index, "вёрстка ката") == ["layout"]
    assert "layout" not in ids(index, "вёр каталога")
    assert ids(index, "ката ") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("догвор", "terms"),
        ("исследвание", "mission"),
        ("исследоавние", "mission"),
        ("ислледавание", "mission"),
        ("арт-дирктор", "anna"),
        ("пикарня", FOLDER),
        ("desing", "spring"),
        ("campain", "spring"),
        ("pakaging", "mission"),
        ("packagging", "mission"),
        ("исслетов", "mission"),
        ("камапния", None),
    ],
)
def test_a_slip_of_the_finger_is_forgiven(index: Index, text: str, found: str | None) -> None:
    assert (found in ids(index, text)) if found else ids(index, text) == []


def test_short_words_and_numbers_are_meant_as_typed(index: Index) -> None:
    assert ids(index, "чой ") == []
    assert ids(index, "7701234568") == []


def test_a_slip_is_not_looked_for_where_the_word_itself_is_found(index: Index) -> None:
    assert ids(index, "договор")[0] == "terms"
    assert {hit.id for hit in index.search("договор")} == {"terms", "mission", "spring"}


@pytest.mark.parametrize(
    ("one", "other"), [("вёрстка", "ВЕРСТКА"), ("зелёный", "зеленый"), ("пётр", "Петр"), ("SPRING", "spring")]
)
def test_capitals_and_yo_make_no_difference(index: Index, one: str, other: str) -> None:
    assert ids(index, one) == ids(index, other) != []


def test_accents_and_soft_hyphens_within_a_word_are_not_seen(index: Index) -> None:
    assert ids(index, "катало\u0301га") == ids(index, "ката\u00adлога") == ["layout"]


def test_all_words_must_be_there(index: Index) -> None:
    assert ids(index, "договор слово") == ["mission"]
    assert ids(index, "договор пекарня") == []


def test_a_name_counts_more_than_a_tag_and_a_tag_more_than_a_text(index: Index) -> None:
    assert ids(index, "ромашка")[:2] == ["romashka", "spring"]
    found = ids(index, "договор")
    assert found[-1] == "mission"


def test_the_word_itself_comes_before_its_forms_and_those_before_longer_words(index: Index) -> None:
    assert [hit.score for hit in index.search("договор")] == sorted((hit.score for hit in index.search("договор")), reverse=True)
    assert ids(index, "вёрстка")[0] == "layout"


def test_what_has_no_words_finds_nothing_and_nothing_typed_shows_everything_by_name(index: Index) -> None:
    assert ids(index, "???") == []
    titles = [hit.title for hit in index.search("  ")]
    assert titles == sorted(titles, key=lambda title: title.lower().replace("ё", "е"))
    assert len(titles) == 7


def test_no_more_is_returned_than_asked_for(index: Index) -> None:
    assert len(index.search("", limit=3)) == 3
    assert len(index.search("договор", limit=1)) == 1
    assert index.search("договор", limit=0) == ()


@pytest.mark.parametrize(
    "text", ['"', "AND", "договор OR", "NEAR(", "title:договор*", "'; DROP TABLE docs", "^договор", "\x00", "\ud800"]
)
def test_nothing_typed_is_a_command(index: Index, text: str) -> None:
    assert isinstance(index.search(text), tuple)
    assert len(index.search("")) == 7


def test_every_hit_tells_its_kind_and_id(index: Index) -> None:
    kinds = {hit.id: hit.kind for hit in index.search("")}
    assert kinds == {
        "mission": Kind.BLOCK,
        "terms": Kind.BLOCK,
        "anna": Kind.PERSON,
        "spring": Kind.REFERENCE,
        "romashka": Kind.CLIENT,
        "layout": Kind.ITEM,
        FOLDER: Kind.PROPOSAL,
    }
