"""Spelling: wrong words are found in both languages, right ones are let be, and what may be meant comes first."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.guard.child import Child
from app.spelling.speller import Speller
from app.spelling.tasks import DICTIONARIES
from app.spelling.trade import trade_words
from app.spelling.words import words_in


@pytest.fixture(scope="module")
def speller() -> Iterator[Speller]:
    made = Speller()
    yield made
    made.stop()


def wrong(speller: Speller, text: str) -> list[str]:
    words = [word.plain for word in words_in(text)]
    verdicts = {word: right for found in speller.verdicts(words) for word, right in found.items()}
    return [word for word in words if not verdicts[word]]


def test_wrong_words_of_both_languages_are_found(speller: Speller) -> None:
    assert wrong(speller, "Превет! Мы зделали the propossal для клиента.") == ["Превет", "зделали", "propossal"]


def test_both_ways_to_write_yo_and_both_kinds_of_english_are_right(speller: Speller) -> None:
    assert not wrong(speller, "Ёлка и елка, зелёный и зеленый, всё и все; colour, color, organise, organize, don't, don’t.")


def test_words_of_the_trade_are_known_in_all_their_forms(speller: Speller) -> None:
    assert not wrong(speller, "Брифы, айдентики, лендингами, брендбуку, дедлайнов; wireframes, moodboards, rebranding")


def test_the_likeliest_meaning_comes_first(speller: Speller) -> None:
    first = {word: speller.suggestions(word)[0] for word in ("превет", "зделать", "агенство", "teh", "recieve", "клиентв")}
    assert first == {
        "превет": "привет",
        "зделать": "сделать",
        "агенство": "агентство",
        "teh": "the",
        "recieve": "receive",
        "клиентв": "клиентов",
    }
    assert speller.suggestions("Превет")[0] == "Привет"


def test_many_words_come_in_several_answers(speller: Speller) -> None:
    answers = list(speller.verdicts(f"слово{chr(1072 + i % 32)}{chr(1072 + i // 32)}" for i in range(1000)))
    assert [len(answer) for answer in answers] == [400, 400, 200]


def test_where_the_dictionaries_cannot_be_asked_nothing_is_said() -> None:
    dead = Speller(Child(0.0))
    assert list(dead.verdicts(["превет"])) == []
    assert dead.suggestions("превет") == ()
    dead.stop()


def plain(text: str) -> list[str]:
    return [word.plain for word in words_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "{client.name}", "{{client.name}}", "https://exampel.com/wrnog", "www.exampel.com", "anna@exampel.com", "blesna.ru",
        "НДС и КПД", "iPhone", "2к", "h1", "B2B", "смeшанноe", "я", "漢字", "a b",
    ],
)  # fmt: skip
def test_what_no_dictionary_can_know_is_passed_over(text: str) -> None:
    assert [word for word in plain(text) if word != "и"] == []


def test_the_words_of_a_link_are_looked_up_and_its_address_is_not() -> None:
    assert plain("см. [наш сайт](https://exampel.com/wrnog)") == ["см", "наш", "сайт"]


def test_a_word_is_found_where_it_stands() -> None:
    text = "Для {client.name}: при\u00adчал, «гавань»"
    assert [(text[word.start : word.end], word.plain, word.language) for word in words_in(text)] == [
        ("Для", "Для", "ru"),
        ("при\u00adчал", "причал", "ru"),
        ("гавань", "гавань", "ru"),
    ]


@given(st.text(max_size=80))
def test_words_stand_in_order_and_hold_only_letters(text: str) -> None:
    found = list(words_in(text))
    assert all(one.end <= two.start for one, two in zip(found, found[1:], strict=False))  # noqa: RUF007
    assert all(text[word.start : word.end] for word in found)


def test_every_word_of_the_trade_leans_on_one_that_is_known(speller: Speller) -> None:
    models = [like for language in ("ru", "en") for _, like in trade_words(DICTIONARIES / "trade.txt", language) if like]
    assert not wrong(speller, " ".join(models))
