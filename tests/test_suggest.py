"""Earlier line items are found by the beginnings of words of their titles."""

import datetime
from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.model.estimate import Estimate, EstimateSection, LineItem, Pricing
from app.model.internal import Internal
from app.model.people import Person
from app.model.proposal import Proposal
from app.model.rate import Rate
from app.suggest import Index


def proposal(*items: LineItem, day: int = 1, title: str = "Port") -> Proposal:
    numbered = tuple(replace(item, id=f"i{place}") for place, item in enumerate(items))
    return Proposal(
        date=datetime.date(2026, 1, day),
        title=title,
        people=(Person(id="anna", name="Anna Levina"),),
        estimate=Estimate(
            sections=(EstimateSection(id="s", items=numbered),), rates=(Rate(id="d", amount=Decimal(1), title="Designer"),)
        ),
    )


def line(title: str, hours: int = 8, **fields: object) -> LineItem:
    return LineItem(id="", title=title, quantity=Decimal(hours), **fields)  # type: ignore[arg-type]


def found(index: Index, text: str) -> list[str]:
    return [one.title for one in index.find(text)]


def test_every_typed_word_begins_one_of_the_title() -> None:
    index = Index()
    index.add(proposal(line("Карта пути покупателя"), line("Карта сайта"), line("Ёлка для «Карты»")))
    assert found(index, "карт пок") == ["Карта пути покупателя"]
    assert found(index, "КАРТ") == ["Карта пути покупателя", "Карта сайта", "Ёлка для «Карты»"]
    assert found(index, "елка") == ["Ёлка для «Карты»"]
    assert found(index, "арта") == []
    assert found(index, " ") == []


def test_of_the_same_title_the_newest_stands_for_all_and_the_uses_are_counted() -> None:
    index = Index()
    index.add(proposal(line("Logo", 20), day=3, title="New"))
    index.add(proposal(line("logo ", 10), day=1, title="Old"))
    (logo,) = index.find("logo")
    assert (logo.title, logo.quantity, logo.source, logo.times) == ("Logo", 20, "New", 2)


def test_hours_that_were_spent_are_remembered_although_a_newer_proposal_knows_none() -> None:
    """Two days of eight hours were sold, 21 hours were spent."""
    index = Index()
    index.add(proposal(line("Shooting", 2, pricing=Pricing.DAYS, actual=Internal(Decimal(21))), day=1))
    index.add(proposal(line("Shooting", 3, pricing=Pricing.DAYS), day=2))
    (shooting,) = index.find("shoot")
    assert (shooting.quantity, shooting.spent, shooting.sold) == (3, 21, 16)


def test_roles_are_told_by_name() -> None:
    index = Index()
    index.add(proposal(line("Logo", role="d"), line("Letter", role="anna"), line("Film", role="Editor")))
    assert [index.find(title)[0].role for title in ("logo", "letter", "film")] == ["Designer", "Anna Levina", "Editor"]


def test_titles_that_begin_with_the_text_come_first_then_those_used_most() -> None:
    index = Index()
    index.add(proposal(line("The map"), line("Map of the site"), line("Map of tasks")))
    index.add(proposal(line("Map of tasks"), day=2))
    assert found(index, "map") == ["Map of tasks", "Map of the site", "The map"]


def test_kept_items_have_no_source() -> None:
    index = Index()
    index.add_kept([line("Domain", pricing=Pricing.FIXED)])
    assert index.find("dom")[0].source == ""
    assert len(index) == 1


@given(st.lists(st.text(max_size=20), max_size=12), st.text(max_size=12))
def test_whatever_is_typed_finds_only_titles_with_its_words(titles: list[str], typed: str) -> None:
    index = Index()
    index.add(proposal(*(line(title) for title in titles)))
    for one in index.find(typed):
        assert " ".join(one.title.split()) in {" ".join(title.split()) for title in titles}
