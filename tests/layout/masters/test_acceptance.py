"""The page to sign: both parties on the same lines, and fields on those of the client."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from app.layout.page import Document, FieldItem, Page, RuleItem
from app.model.client import Contact
from app.model.proposal import Proposal
from app.model.sections import Acceptance
from app.pipeline import Pipeline
from tests import samples
from tests.layout.checks import lines, text_stands_apart, text_stays_on_the_page

PIPELINE = Pipeline()
LONG = "Заместитель генерального директора по внешним связям, маркетингу и развитию территорий"
CASES = [(brand, language, length) for brand in PIPELINE.brandbooks() for language in ("ru", "en") for length in (0, 2, 12)]


def proposal(brand: str, language: str, length: int) -> Proposal:
    """Return a proposal that is only to be signed, by somebody whose position takes more than its line."""
    made = samples.proposal(language, brand, length=length)
    sections = tuple(section for section in made.sections if isinstance(section, Acceptance))
    return replace(made, sections=sections, contact=Contact(name="Дарья Морозова", role=LONG))


@cache
def laid(brand: str, language: str, length: int) -> Document:
    """Lay out, once."""
    return PIPELINE.lay_out(proposal(brand, language, length), Path("/nonexistent")).document


def last(case: tuple[str, str, int]) -> Page:
    return laid(*case).pages[-1]


def fields(page: Page) -> list[FieldItem]:
    return [item for item in page.items if isinstance(item, FieldItem)]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_client_fills_in_who_signs_when_and_where(case: tuple[str, str, int]) -> None:
    found = {field.name: field for field in fields(last(case))}
    names = ["client-date", "client-name", "client-position", "client-place", "client-comment"]
    assert list(found) == names
    assert found["client-name"].value == "Дарья Морозова"
    assert found["client-position"].value == LONG
    assert found["client-position"].origin == "contact/role"
    side = "Заказчик" if case[1] == "ru" else "For the client"
    assert all(field.label.startswith(f"{side}: ") for field in found.values())
    assert [field.name for field in found.values() if field.multiline] == ["client-comment"]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_field_stands_on_a_line_and_on_nothing_else(case: tuple[str, str, int]) -> None:
    page = last(case)
    rules = [item for item in page.items if isinstance(item, RuleItem)]
    for field in fields(page):
        foot = field.y + field.height
        below = [rule for rule in rules if abs(rule.x1 - field.x) < 0.1 and abs(rule.x2 - field.x - field.width) < 0.1]
        assert any(-1 < rule.y1 - foot < 4 for rule in below), field.name
        for item in lines(page):
            across = field.x < item.x + item.line.width and item.x < field.x + field.width
            assert not (across and field.y < item.y - 2 < foot), (field.name, item.line.text)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_parties_sign_on_the_same_lines_within_the_margins(case: tuple[str, str, int]) -> None:
    page = last(case)
    rules = [item for item in page.items if isinstance(item, RuleItem) and item.x2 - item.x1 > 40 and item.y1 > page.height / 3]
    signatures = [item for item in lines(page) if item.line.text in ("Подпись", "Signature")]
    assert len(signatures) == 2
    assert signatures[0].y == signatures[1].y
    edges = {round(max(rule.x2 for rule in rules if rule.y1 == y), 1) for y in {rule.y1 for rule in rules}}
    assert len(edges) == 1


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_long_position_is_set_smaller_so_that_it_can_be_read(case: tuple[str, str, int]) -> None:
    found = {field.name: field.size for field in fields(last(case))}
    assert 5 <= found["client-position"] < found["client-name"]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_nothing_leaves_the_page_or_stands_on_anything_else(case: tuple[str, str, int]) -> None:
    text_stays_on_the_page(laid(*case))
    text_stands_apart(laid(*case))


@pytest.mark.parametrize("language", ["ru", "en"])
def test_what_a_centred_sum_is_for_stands_in_the_middle_too(language: str) -> None:
    page = laid("salon", language, 2).pages[0]
    middle = page.width / 2
    for item in lines(page):
        if item.origin in ("number", "title", "estimate") and item.y < page.height * 0.5 and item.y > page.height * 0.1:
            assert abs(item.x + item.line.x + item.line.width / 2 - middle) < 2, item.line.text


@pytest.mark.parametrize("brand", PIPELINE.brandbooks())
def test_a_long_position_of_the_studio_stays_on_its_line_and_legible(brand: str) -> None:
    made = proposal(brand, "ru", 2)
    people = tuple(replace(person, role=LONG) if person.id == made.manager else person for person in made.people)
    document = PIPELINE.lay_out(replace(made, people=people), Path("/nonexistent")).document
    text_stands_apart(document)
    page = document.pages[-1]
    role = [item for item in lines(page) if item.origin == f"people/{made.manager}/role"]
    assert role
    rules = [item for item in page.items if isinstance(item, RuleItem) and item.y1 > role[-1].y and abs(item.x1 - role[-1].x) < 1]
    line = min(rules, key=lambda item: item.y1)
    for item in role:
        assert item.x + item.line.x + item.line.width <= max(line.x1, line.x2) + 0.5
        assert max(run.size for run in item.line.runs) >= 6


def test_numbers_of_accounts_are_set_in_the_figures_of_tables() -> None:
    """Old-style noughts look like letters."""
    made = proposal("salon", "ru", 2)
    made = replace(made, client=replace(made.client, requisites="0"))
    page = PIPELINE.lay_out(made, Path("/nonexistent")).document.pages[-1]
    (line,) = [item.line for item in lines(page) if item.origin == "client/requisites"]
    sums = [item.line for found in laid("salon", "ru", 2).pages for item in lines(found) if "0" in item.line.text]
    assert sums
    face = PIPELINE._book(PIPELINE.brand("salon").brand).face(line.runs[0].face)
    height = face.font.get_glyph_extents(line.runs[0].glyphs[0].gid).y_bearing
    assert height > 0.9 * face.cap_height
