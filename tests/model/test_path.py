"""Paths name any value inside a proposal."""

import datetime
from decimal import Decimal

import pytest

from app.model.estimate import Estimate, EstimateSection, LineItem
from app.model.path import exists, get, put
from app.model.picture import Picture
from app.model.proposal import Proposal
from app.model.sections import Cover, Story

ITEMS = (LineItem(id="i1", title="Бриф"), LineItem(id="i2", title="Дизайн"))
PROPOSAL = Proposal(
    date=datetime.date(2026, 11, 21),
    sections=(Cover(id="cover"), Story(id="s", pictures=(Picture(file="a.jpg"), Picture(file="b.jpg")))),
    estimate=Estimate(
        sections=(EstimateSection(id="7", items=(LineItem(id="i1", title="Бриф"), LineItem(id="i2", title="Дизайн"))),)
    ),
)


def test_a_path_leads_through_ids_indexes_and_fields() -> None:
    assert get(PROPOSAL, "estimate/sections/7/items/i2/title") == "Дизайн"
    assert get(PROPOSAL, "sections/s/pictures/1/file") == "b.jpg"
    assert get(PROPOSAL, "estimate/sections/0") is PROPOSAL.estimate.sections[0]
    assert get(PROPOSAL, "") is PROPOSAL


def test_an_id_that_looks_like_a_number_wins_over_the_index() -> None:
    items = (LineItem(id="1", title="раз"), LineItem(id="0", title="два"))
    assert get(items, "0").title == "два"


def test_putting_a_value_changes_that_place_only() -> None:
    changed = put(PROPOSAL, "estimate/sections/7/items/i1/quantity", Decimal(5))
    assert get(changed, "estimate/sections/7/items/i1/quantity") == 5
    assert changed.sections is PROPOSAL.sections
    assert get(changed, "estimate/sections/7/items/i2") is get(PROPOSAL, "estimate/sections/7/items/i2")
    assert get(PROPOSAL, "estimate/sections/7/items/i1/quantity") == 1


def test_slashes_too_many_change_nothing_about_the_place() -> None:
    assert put(PROPOSAL, "/estimate//hours_a_day/", Decimal(6)).estimate.hours_a_day == 6
    assert get(PROPOSAL, "/estimate//hours_a_day/") == 8


def test_the_empty_path_is_the_whole() -> None:
    other = Proposal(date=datetime.date(2026, 1, 1))
    assert put(PROPOSAL, "", other) is other


@pytest.mark.parametrize(
    "path",
    [
        "nothing",
        "estimate/sections/8",
        "estimate/sections/7/items/2",
        "title/x",
        "estimate/sections/-1",
        "__class__",
        "number/real",
    ],
)
def test_a_path_that_leads_nowhere_is_a_key_error(path: str) -> None:
    assert not exists(PROPOSAL, path)
    with pytest.raises(KeyError):
        put(PROPOSAL, path, 1)


def test_an_index_of_ten_thousand_digits_leads_nowhere() -> None:
    assert not exists(PROPOSAL, "sections/" + "9" * 10_000)
