"""The estimate in the two halves of a lying page: which sections share a page, and what stands beside what."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from app.layout.page import Document, Page, PictureItem
from app.model.estimate import Discount, EstimateSection, Vat
from app.model.people import Person
from app.model.proposal import Proposal
from app.pipeline import Pipeline
from tests.brandbooks import changed
from tests.layout.checks import text_stands_apart, text_stays_on_the_page
from tests.layout.masters.estimates import estimate_alone, item, lay_out, lines, with_parts

SCOPE = "Двенадцать разговоров по часу: лист ожидания и те, кто отказался от покупки"


def part(name: str, count: int, **changes: object) -> EstimateSection:
    """Return a section of so many items."""
    items = tuple(replace(item(i), description=SCOPE) for i in range(count))
    return replace(EstimateSection(id=name, title=f"Раздел {name}", items=items), **changes)


def estimate(*parts: EstimateSection, **changes: object) -> Document:
    """Lay out an estimate of these sections."""
    return lay_out(with_parts(estimate_alone("ekran", people=3, **changes), *parts))


def titled(page: Page, name: str) -> bool:
    """Tell whether a section begins on a page."""
    return any(line.origin == f"estimate/sections/{name}/title" and line.tag == "H2" for line in lines(page))


def told(page: Page, name: str) -> set[int]:
    """Return which items of a section stand on a page, by their halves: 0 left, 1 right."""
    return {
        int(line.x + line.line.x > page.width / 2)
        for line in lines(page)
        if line.group.startswith(f"estimate/sections/{name}/items/") and line.group.endswith("#0")
    }


def test_two_short_sections_stand_beside_each_other_undivided() -> None:
    document = estimate(*(part(f"s{i}", 3) for i in range(3)))
    assert [told(document.pages[1], f"s{i}") for i in (1, 2)] == [{0}, {1}]


@pytest.mark.parametrize("count", [6, 7, 8])
def test_a_section_too_long_for_one_half_fills_both_of_one_page(count: int) -> None:
    document = estimate(*(part(f"s{i}", count, people=("p0", "p1")) for i in range(4)))
    text_stays_on_the_page(document)
    text_stands_apart(document)
    for i in range(4):
        (page,) = [page for page in document.pages if told(page, f"s{i}")]
        assert told(page, f"s{i}") == {0, 1}
        assert titled(page, f"s{i}")
        assert any(line.group == f"estimate/sections/s{i}#sum#3" for line in lines(page))


def test_the_head_lists_the_sections_where_the_first_has_no_room_beside_it() -> None:
    first, *others = estimate(*(part(f"s{i}", 7) for i in range(4))).pages
    origins = {line.origin for line in lines(first)}
    assert {f"estimate/sections/s{i}/title" for i in range(4)} <= origins
    assert not any(titled(first, f"s{i}") for i in range(4))
    assert titled(others[0], "s0")


def test_a_short_first_section_stands_beside_the_head() -> None:
    document = estimate(*(part(f"s{i}", 2) for i in range(4)))
    assert titled(document.pages[0], "s0")


def test_the_total_stands_beside_the_end_of_the_last_section_where_that_leaves_half_a_page() -> None:
    """Not on a page of its own after one that is half empty."""
    document = estimate(*(part(f"s{i}", 3) for i in range(4)))
    last = document.pages[-1]
    text_stays_on_the_page(document)
    text_stands_apart(document)
    assert titled(last, "s3")
    total = [line for line in lines(last) if line.group == "sum#t#2"]
    assert len(total) == 1
    assert total[0].x > last.width / 2


def test_hours_of_a_total_stand_below_each_other() -> None:
    """However wide the amounts beside them are."""
    prices = (Decimal(7), Decimal(7000), Decimal(700000))
    parts = [part(f"s{i}", 0, items=(item(0, rate=price), item(1, rate=price))) for i, price in enumerate(prices)]
    proposal = with_parts(estimate_alone("ekran", people=0), *parts)
    proposal = replace(proposal, estimate=replace(proposal.estimate, discount=Discount(), vat=Vat()))
    edges = {
        round(line.x + line.line.x + line.line.width, 2)
        for page in lay_out(proposal).pages
        for line in lines(page)
        if line.group.startswith("total#") and line.group.endswith("#1")
    }
    assert len(edges) == 1


def with_person(proposal: Proposal, **changes: str) -> Proposal:
    """Return a proposal whose people have these facts."""
    return replace(proposal, people=tuple(replace(person, **changes) for person in proposal.people))


def test_a_role_is_divided_between_words_where_these_have_room() -> None:
    proposal = with_person(estimate_alone("ekran", people=1), name="Марта Юрьева", role="Руководитель проекта")
    document = lay_out(with_parts(proposal, part("s", 2, people=("p0",))))
    role = [line.line for line in lines(document.pages[0]) if line.origin == "people/p0/role"]
    assert [line.text.strip() for line in role] == ["Руководитель", "проекта"]


def test_a_name_stands_nearer_to_its_photograph_than_to_the_next_one() -> None:
    people = tuple(Person(id=f"p{i}", name="Марта Юрьева", role="Стратег") for i in range(3))
    proposal = replace(estimate_alone("ekran", people=3), people=people)
    page = lay_out(with_parts(proposal, part("s", 4, people=("p0", "p1", "p2")))).pages[0]
    discs = sorted(line.y for line in lines(page) if line.origin.endswith("/name") and line.line.text == "МЮ")
    names = sorted(line.y for line in lines(page) if line.origin.endswith("/name") and line.line.text != "МЮ")
    assert not [shown for shown in page.items if isinstance(shown, PictureItem)]
    pitch = discs[1] - discs[0]
    assert names[0] - discs[0] < pitch / 2 < discs[1] - names[0] + pitch / 2


@pytest.mark.parametrize("title", ["Запуск и поддержка", "Исследование и стратегия продвижения", "Сайт"])
def test_the_name_of_a_sum_keeps_away_from_its_hours(title: str, tmp_path: Path) -> None:
    """Also on square paper, where the sums stand beside the total in half the width."""
    own = Pipeline(brandbooks=(changed(tmp_path, "ekran", {"page": {"format": "square", "orientation": "upright"}}),))
    parts = [part(f"s{i}", 1, title=title, items=(item(0, rate=Decimal(99000)), item(1))) for i in range(6)]
    document = own.lay_out(with_parts(estimate_alone("ekran", people=0), *parts), tmp_path).document
    rows = [line for page in document.pages for line in lines(page) if line.group.startswith("total#s")]
    names = {line.group: max(one.x + one.line.width for one in rows if one.group == line.group) for line in rows}
    hours = {line.group: line.x for line in rows if line.group.endswith("#1")}
    assert len(hours) == 6
    for group, left in hours.items():
        assert left - names[group.removesuffix("1") + "0"] >= 10
