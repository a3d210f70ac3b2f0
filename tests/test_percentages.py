"""Percentages are written by the language: "33%", «33 %» with a space that no line break parts."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from app.problems import problem
from app.wording import sentences, worded

TRANSLATIONS = Path(__file__).resolve().parent.parent / "assets" / "translations" / "ru" / "LC_MESSAGES"
ENGLISH, RUSSIAN = re.compile(r"[\d}][ \u00a0]%"), re.compile(r"[\d}] ?%")
"""How each language does not write them."""


def test_sentences_of_problems_write_them_so() -> None:
    assert [code for code, said in sentences("en").items() if ENGLISH.search(said)] == []
    assert [code for code, said in sentences("ru").items() if RUSSIAN.search(said)] == []


@pytest.mark.parametrize("domain", ["interface", "document"])
def test_phrases_of_the_window_and_of_the_pages_write_them_so(domain: str) -> None:
    with (TRANSLATIONS / f"{domain}.po").open("rb") as file:
        found = [one for one in read_po(file, locale="ru") if one.id and isinstance(one.id, str)]
    assert [one.id for one in found if ENGLISH.search(one.id)] == []
    assert [one.string for one in found if RUSSIAN.search(str(one.string))] == []


@pytest.mark.parametrize(("language", "told"), [("en", "12.5%; the brandbook's rules allow 10%"), ("ru", "12,5\u00a0%")])
def test_a_problem_tells_its_percentages_as_its_language_writes_figures(language: str, told: str) -> None:
    found = problem("discount-beyond-limit", "estimate", value="12.5", bound="10")
    assert told in worded(found, language)


def test_what_is_no_figure_is_told_as_it_was_found() -> None:
    assert "VAT of twenty% is" in worded(problem("estimate-vat-assumed-added", "estimate", rate="twenty"), "en")
