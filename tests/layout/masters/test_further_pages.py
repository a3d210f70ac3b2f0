"""Texts on lying pages that go on over several of them."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.layout.page import Page
from app.model.notation import parse
from app.model.proposal import Proposal
from app.model.sections import Letter, Section, Terms
from app.pipeline import Pipeline
from tests import samples
from tests.layout.checks import lines, size

PIPELINE = Pipeline()
SENTENCE = samples.TEXTS["ru"]["sentence"]


def pages(section: Section) -> tuple[Page, ...]:
    """Lay out one section on slides."""
    proposal: Proposal = replace(samples.proposal("ru", "ekran"), sections=(section,))
    return PIPELINE.lay_out(proposal, Path("/nonexistent")).document.pages


def words(page: Page, origin: str) -> list[float]:
    """Return the type sizes of the lines that come from a part of the proposal."""
    return [size(item) for item in lines(page) if item.origin == origin]


def test_a_long_letter_is_signed_where_it_ends_and_repeats_its_greeting_small() -> None:
    letter = Letter(id="s", greeting="Дарья, добрый день!", text=parse("\n\n".join([SENTENCE * 4] * 12)))
    found = pages(letter)
    assert len(found) > 1
    signed = [bool(words(page, "people/p0/name")) for page in found]
    assert signed == [False] * (len(found) - 1) + [True]
    greetings = [max(words(page, "sections/s/greeting") or words(page, "sections/s/title")) for page in found]
    assert all(later < greetings[0] for later in greetings[1:])


@pytest.mark.parametrize("clauses", range(10, 24, 3))
def test_no_last_page_of_clauses_is_nearly_empty(clauses: int) -> None:
    text = parse("\n\n".join(["# Оплата", SENTENCE * 3] * clauses))
    found = pages(Terms(id="s", title="Условия", text=text))
    last = [item.y for item in lines(found[-1]) if item.origin.startswith("sections/s/text")]
    assert len(found) == 1 or max(last) - min(last) > found[-1].height * 0.35
