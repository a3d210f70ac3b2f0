"""The estimate by section: everything but the items, on as many pages as it takes."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from app.layout.page import Document, PictureItem
from app.model.estimate import Detail
from app.model.proposal import Proposal
from app.totals import totals
from tests import samples
from tests.layout.checks import text_stands_apart, text_stays_on_the_page
from tests.layout.masters.estimates import BRANDS, estimate_alone, item, lay_out, lines, number, text, with_parts

LONG = samples.TEXTS["ru"]["sentence"]


def by_section(brand: str, language: str = "ru", **counts: int) -> Proposal:
    """Return a proposal whose client sees sections but no items."""
    return estimate_alone(brand, language, detail=Detail.SECTIONS, **counts)


def checked(proposal: Proposal) -> Document:
    """Lay out, and check that all text has its own place on a page."""
    document = lay_out(proposal)
    text_stays_on_the_page(document)
    text_stands_apart(document)
    return document


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("count", [1, 4, 8, 9, 30])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_section_says_what_it_is_who_does_it_and_what_it_takes(brand: str, count: int, language: str) -> None:
    proposal = by_section(brand, language, sections=count, items=4, people=5)
    document = checked(proposal)
    sums = totals(proposal.estimate, proposal.currency)
    found = [(line.origin, line.group, line.line.text) for page in document.pages for line in lines(page)]
    for part, total in zip(proposal.estimate.sections, sums.sections, strict=True):
        root = f"estimate/sections/{part.id}"
        origins = [origin for origin, _, _ in found]
        assert f"{root}/title" in origins
        assert f"{root}/description" in origins
        assert [number(said) for _, group, said in found if group == f"{root}#sum#3"] == [total.amount]
        assert len([said for _, group, said in found if group == f"{root}#sum#1"]) == 1
    faces = [one for page in document.pages for one in page.items if isinstance(one, PictureItem) and one.shape == "circle"]
    assert len(faces) >= count
    said = "\n".join(text(page) for page in document.pages)
    assert proposal.people[0].name.split()[0] in said


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("count", [6, 30])
def test_further_pages_carry_the_sum_of_what_stood_before(brand: str, count: int) -> None:
    document = checked(by_section(brand, sections=count, items=3))
    printed, carried = Decimal(0), 0
    for page in document.pages:
        if not any(re.fullmatch(r"estimate/sections/\w+#sum#3", line.group) for line in lines(page)):
            break
        for line in lines(page):
            if line.group == "total#carried#2":
                assert number(line.line.text) == printed
                carried += 1
        printed += sum(number(line.line.text) for line in lines(page) if re.fullmatch(r"estimate/sections/\w+#sum#3", line.group))
    assert carried >= 1


@pytest.mark.parametrize("brand", BRANDS)
def test_a_section_is_never_parted_from_its_people(brand: str) -> None:
    proposal = by_section(brand, sections=8, items=2, people=6)
    everybody = tuple(person.id for person in proposal.people)
    proposal = with_parts(proposal, *(replace(part, people=everybody) for part in proposal.estimate.sections))
    for page in checked(proposal).pages:
        titles = {
            line.origin for line in lines(page) if re.fullmatch(r"estimate/sections/\w+/title", line.origin) and line.tag == "H2"
        }
        names = [line for line in lines(page) if re.fullmatch(r"people/\w+/name", line.origin) and line.tag == "P"]
        assert len(names) >= 6 * len(titles)


@pytest.mark.parametrize("brand", BRANDS)
def test_hidden_hours_leave_no_trace(brand: str) -> None:
    proposal = estimate_alone(brand, detail=Detail.SECTIONS, show_hours=False, lead="")
    said = "\n".join(text(page) for page in checked(proposal).pages)
    assert not re.search(r"\d ч\b", said)


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("count", [1, 12])
def test_what_may_be_added_is_told_with_its_price_even_where_no_items_are(brand: str, count: int) -> None:
    proposal = by_section(brand, sections=1)
    offers = tuple(item(i, title=f"Добавка {i}", optional=True, rate=Decimal(70 + i)) for i in range(count * 3))
    part = replace(proposal.estimate.sections[0], items=(item(99), *offers))
    said = "\n".join(text(page) for page in checked(with_parts(proposal, part)).pages)
    assert all(f"Добавка {i}\n" in said for i in range(count * 3))


@pytest.mark.parametrize("brand", BRANDS)
def test_very_long_words_keep_to_their_places(brand: str) -> None:
    proposal = by_section(brand, sections=10)
    parts = [
        replace(part, title=LONG * (2 - i % 2), description=LONG * 6, roles=("переводчик художественных текстов",))
        for i, part in enumerate(proposal.estimate.sections)
    ]
    for some in (parts[:3], parts):
        checked(with_parts(proposal, *some))


@pytest.mark.parametrize("brand", BRANDS)
def test_the_total_alone_keeps_the_title(brand: str) -> None:
    document = checked(estimate_alone(brand, detail=Detail.TOTALS))
    origins = {line.origin for line in lines(document.pages[0])}
    assert {"sections/estimate/title", "sections/estimate/lead"} <= origins
