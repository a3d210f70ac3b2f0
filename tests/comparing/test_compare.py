"""Two revisions side by side: nothing that differs is missed, and nothing is told that does not."""

import dataclasses
import datetime
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.comparing import Change, Comparison, How, Measure, compare
from app.comparing.changes import in_order
from app.edits.fields import set_value
from app.edits.sections import move_section
from app.model.estimate import Discount, Estimate, EstimateSection, LineItem, Period
from app.model.internal import Internal
from app.model.notation import parse
from app.model.path import exists, get
from app.model.proposal import Proposal
from app.model.richtext import RichText
from app.model.sections import Cover, Figure, Letter, Section, Story, Terms
from app.model.status import Status, StatusChange
from tests.edits.proposals import few, proposals

OLD = Proposal(
    title="Сайт",
    date=datetime.date(2026, 11, 21),
    sections=(
        Cover(id="cover", kicker="Предложение"),
        Letter(id="letter", text=parse("Добрый день")),
        Story(id="story", figures=(Figure(value="1"), Figure(value="2"))),
        Terms(id="terms"),
    ),
    estimate=Estimate(
        sections=(
            EstimateSection(
                id="s1",
                title="Дизайн",
                items=(
                    LineItem(id="i1", title="Макеты", quantity=Decimal(10), rate=Decimal(1000)),
                    LineItem(id="i2", title="Иллюстрации", quantity=Decimal(2), rate=Decimal(500)),
                ),
            ),
        ),
    ),
)


def told(found: Comparison) -> list[tuple[How, str]]:
    return [(change.how, change.path) for change in found.changes]


def test_a_changed_text_is_told_with_what_it_was() -> None:
    new = set_value(OLD, "sections/letter/text", parse("Добрый вечер"))
    found = compare(OLD, new)
    assert found.changes == (Change(How.CHANGED, "sections/letter/text", parse("Добрый день"), parse("Добрый вечер")),)
    assert found.texts == found.changes
    assert found.changed_sections == ("letter",)
    assert (found.sections, found.figures) == ((), ())


def test_sections_are_added_removed_and_moved() -> None:
    moved = move_section(OLD, "terms", 0)
    found = compare(OLD, moved)
    assert found.sections == (Change(How.MOVED, "sections/terms", 3, 0),)
    new = replace(moved, sections=(*moved.sections[:2], Story(id="new", title="Новое")))
    assert told(compare(OLD, new)) == [
        (How.REMOVED, "sections/letter"),
        (How.REMOVED, "sections/story"),
        (How.MOVED, "sections/terms"),
        (How.ADDED, "sections/new"),
    ]


def test_a_section_that_is_of_another_kind_now_is_another_one() -> None:
    new = replace(OLD, sections=(*OLD.sections[:3], Story(id="terms")))
    assert told(compare(OLD, new)) == [(How.REMOVED, "sections/terms"), (How.ADDED, "sections/terms")]


def test_a_section_that_moved_and_changed_is_told_both() -> None:
    new = set_value(move_section(OLD, "terms", 0), "sections/terms/title", "Условия")
    assert told(compare(OLD, new)) == [(How.MOVED, "sections/terms"), (How.CHANGED, "sections/terms/title")]


def test_what_has_no_id_is_compared_place_by_place() -> None:
    new = set_value(OLD, "sections/story/figures", (Figure(value="1"), Figure(value="3"), Figure(value="4")))
    assert told(compare(OLD, new)) == [
        (How.CHANGED, "sections/story/figures/1/value"),
        (How.ADDED, "sections/story/figures/2"),
    ]
    assert told(compare(new, OLD))[-1] == (How.REMOVED, "sections/story/figures/2")


def test_hours_and_rates_show_in_every_sum_that_they_are_in() -> None:
    new = set_value(OLD, "estimate/sections/s1/items/i1/quantity", Decimal(12))
    found = compare(OLD, new)
    shown: list[tuple[str, Measure, object, object]] = [(one.path, one.measure, one.old, one.new) for one in found.figures]
    assert shown == [
        ("estimate/sections/s1/items/i1", Measure.HOURS, 10, 12),
        ("estimate/sections/s1/items/i1", Measure.AMOUNT, 10000, 12000),
        ("estimate/sections/s1", Measure.HOURS, 12, 14),
        ("estimate/sections/s1", Measure.AMOUNT, 11000, 13000),
        ("estimate", Measure.HOURS, 12, 14),
        ("estimate", Measure.SUBTOTAL, 11000, 13000),
        ("estimate", Measure.NET, 11000, 13000),
        ("estimate", Measure.TOTAL, 11000, 13000),
    ]
    assert [one.title for one in found.figures[:3]] == ["Макеты", "Макеты", "Дизайн"]
    assert found.figures[-1].difference == 2000


def test_an_item_that_came_or_went_has_no_number_on_the_other_side() -> None:
    new = set_value(OLD, "estimate/sections/s1/items", OLD.estimate.sections[0].items[:1])
    gone = next(one for one in compare(OLD, new).figures if one.path.endswith("i2") and one.measure is Measure.AMOUNT)
    assert (gone.title, gone.old, gone.new, gone.difference) == ("Иллюстрации", Decimal(1000), None, Decimal(-1000))
    come = next(one for one in compare(new, OLD).figures if one.path.endswith("i2") and one.measure is Measure.HOURS)
    assert (come.old, come.new) == (None, Decimal(2))


def test_discounts_and_what_is_due_every_month_are_told() -> None:
    discounted = set_value(OLD, "estimate/discount", Discount(percent=Decimal(10)))
    measures = {(one.measure, one.new) for one in compare(OLD, discounted).figures}
    assert {(Measure.DISCOUNT, Decimal(1100)), (Measure.TOTAL, Decimal(9900))} <= measures
    monthly = set_value(OLD, "estimate/sections/s1/items/i2/period", Period.MONTH)
    found = compare(OLD, monthly).figures
    total = [(one.period, one.old, one.new) for one in found if one.path == "estimate" and one.measure is Measure.TOTAL]
    assert total == [(Period.ONCE, Decimal(11000), Decimal(10000)), (Period.MONTH, None, Decimal(1000))]


def test_in_another_currency_every_amount_differs_but_no_hour() -> None:
    found = compare(OLD, replace(OLD, currency="EUR"))
    assert {one.measure for one in found.figures} == {*Measure} - {Measure.HOURS}


def test_what_became_of_a_proposal_is_no_difference() -> None:
    history: Internal[tuple[StatusChange, ...]] = Internal((StatusChange(status=Status.SENT),))
    assert not compare(OLD, replace(OLD, revision=2, status=Status.SENT, history=history, archived=True))


def test_what_insiders_note_stays_wrapped_and_is_not_for_clients() -> None:
    new = set_value(OLD, "estimate/sections/s1/note", Internal("дорого"))
    found = compare(OLD, new)
    assert found.changes == (Change(How.CHANGED, "estimate/sections/s1/note", Internal(""), Internal("дорого")),)
    assert found.for_clients == found.texts == ()


@few
@given(proposals())
def test_a_proposal_does_not_differ_from_itself(proposal: Proposal) -> None:
    assert compare(proposal, replace(proposal)) == Comparison()


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every value inside that has no parts of its own, with its path."""
    if isinstance(value, tuple) and value:
        for place, item in enumerate(value):
            step = getattr(item, "id", str(place))
            yield from leaves(item, f"{path}/{step}".lstrip("/"))
    elif dataclasses.is_dataclass(value) and not isinstance(value, RichText | Internal):
        for field in dataclasses.fields(value):
            yield from leaves(getattr(value, field.name), f"{path}/{field.name}".lstrip("/"))
    else:
        yield path, value


@few
@given(proposals(), proposals())
def test_every_path_that_differs_is_told(old: Proposal, new: Proposal) -> None:
    paths = [change.path for change in compare(old, new).changes]
    for path, value in leaves(new):
        if not exists(old, path) or get(old, path) != value:
            assert any(path == told or path.startswith(f"{told}/") or _emptied(value, path, told) for told in paths), path
    for path, _ in leaves(old):
        if not exists(new, path):
            assert any(path == told or path.startswith(f"{told}/") for told in paths), path


def _emptied(value: Any, path: str, told: str) -> bool:
    """Tell whether a list is empty now because its elements, each told by itself, are gone."""
    return value == () and told.startswith(f"{path}/")


@few
@given(proposals(), proposals())
def test_there_and_back_the_same_places_differ_and_the_numbers_are_exchanged(old: Proposal, new: Proposal) -> None:
    there, back = compare(old, new), compare(new, old)
    assert bool(there) == bool(back)
    exchanged = {(one.path, one.measure, one.period, one.new, one.old) for one in back.figures}
    assert {(one.path, one.measure, one.period, one.old, one.new) for one in there.figures} == exchanged


@few
@given(proposals(), st.data())
def test_what_was_put_elsewhere_is_all_that_moved(proposal: Proposal, data: st.DataObject) -> None:
    order: list[Section] = data.draw(st.permutations(proposal.sections))
    found = compare(proposal, replace(proposal, sections=tuple(order)))
    assert all(change.how is How.MOVED for change in found.changes)
    moved = {change.path.removeprefix("sections/") for change in found.changes}
    assert [one for one in proposal.sections if one.id not in moved] == [one for one in order if one.id not in moved]


@given(st.lists(st.integers(0, 30), unique=True, max_size=9))
def test_no_longer_part_of_a_list_is_in_order(places: list[int]) -> None:
    found = sorted(in_order(places))
    assert [places[one] for one in found] == sorted(places[one] for one in found)
    longest = max((len(one) for one in rising(places)), default=0)
    assert len(found) == longest


def rising(places: list[int]) -> Iterator[list[int]]:
    """Yield every rising subsequence."""
    chosen: list[list[int]] = [[]]
    for place in places:
        chosen += [[*one, place] for one in chosen if not one or one[-1] < place]
    yield from chosen
