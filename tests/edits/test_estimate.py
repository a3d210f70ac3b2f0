"""Editing the estimate."""

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.edits import estimate as edit
from app.edits.fields import set_value
from app.model.estimate import Discount, Estimate, EstimateSection, LineItem, Pricing, Vat, VatMode
from app.model.proposal import Proposal
from app.model.sections import Phase, Timeline
from app.totals import totals
from tests.edits.checks import assert_ids_unique, changed_fields
from tests.edits.proposals import few, proposals


@st.composite
def with_section(draw: st.DrawFn) -> tuple[Proposal, EstimateSection]:
    proposal = draw(proposals().filter(lambda p: p.estimate.sections))
    return proposal, draw(st.sampled_from(proposal.estimate.sections))


@st.composite
def with_item(draw: st.DrawFn) -> tuple[Proposal, EstimateSection, LineItem]:
    proposal, section = draw(with_section().filter(lambda found: found[1].items))
    return proposal, section, draw(st.sampled_from(section.items))


@few
@given(with_section(), st.integers(-2, 9))
def test_a_line_that_is_added_and_taken_out_leaves_no_trace(found: tuple[Proposal, EstimateSection], index: int) -> None:
    proposal, section = found
    item = edit.new_item(proposal)
    added = edit.add_item(proposal, section.id, item, index)
    assert_ids_unique(added)
    assert changed_fields(proposal, added) == {"estimate"}
    assert edit.remove_item(added, section.id, item.id) == proposal


@few
@given(with_item(), st.integers(0, 5))
def test_a_line_that_is_moved_and_moved_back_leaves_no_trace(
    found: tuple[Proposal, EstimateSection, LineItem], index: int
) -> None:
    proposal, section, item = found
    place = section.items.index(item)
    moved = edit.move_item(proposal, section.id, item.id, section.id, index)
    assert sorted(i.id for i in moved.estimate.sections[0].items) == sorted(i.id for i in proposal.estimate.sections[0].items)
    assert edit.move_item(moved, section.id, item.id, section.id, place) == proposal


@few
@given(with_item(), st.data())
def test_a_line_moved_to_another_section_keeps_what_it_says(
    found: tuple[Proposal, EstimateSection, LineItem], data: st.DataObject
) -> None:
    proposal, section, item = found
    target = data.draw(st.sampled_from(proposal.estimate.sections))
    assume(target.id != section.id)
    moved = edit.move_item(proposal, section.id, item.id, target.id, 0)
    assert_ids_unique(moved)
    arrived = next(part for part in moved.estimate.sections if part.id == target.id).items[0]
    assert replace(arrived, id=item.id) == item
    assert totals(moved.estimate, "RUB").total == totals(proposal.estimate, "RUB").total


@few
@given(with_item())
def test_a_duplicated_line_stands_right_after_its_twin(found: tuple[Proposal, EstimateSection, LineItem]) -> None:
    proposal, section, item = found
    doubled = edit.duplicate_item(proposal, section.id, item.id)
    assert_ids_unique(doubled)
    items = next(part for part in doubled.estimate.sections if part.id == section.id).items
    place = [i.id for i in items].index(item.id)
    twin = items[place + 1]
    assert twin.id != item.id
    assert replace(twin, id=item.id) == item
    assert edit.remove_item(doubled, section.id, twin.id) == proposal


@few
@given(with_section())
def test_a_duplicated_section_doubles_its_amount_and_can_be_taken_out(found: tuple[Proposal, EstimateSection]) -> None:
    proposal, section = found
    doubled = edit.duplicate_section(proposal, section.id)
    assert_ids_unique(doubled)
    before = totals(proposal.estimate, "RUB").section(section.id).amount
    assert totals(doubled.estimate, "RUB").subtotal == totals(proposal.estimate, "RUB").subtotal + before
    copy = next(part.id for part in doubled.estimate.sections if part not in proposal.estimate.sections)
    assert edit.remove_section(doubled, copy) == proposal


@few
@given(with_section(), st.integers(0, 4))
def test_a_section_that_is_moved_and_moved_back_leaves_no_trace(found: tuple[Proposal, EstimateSection], index: int) -> None:
    proposal, section = found
    place = proposal.estimate.sections.index(section)
    moved = edit.move_section(proposal, section.id, index)
    assert edit.move_section(moved, section.id, place) == proposal


@few
@given(with_section())
def test_a_new_section_gets_an_id_of_its_own(found: tuple[Proposal, EstimateSection]) -> None:
    proposal, section = found
    added = edit.add_section(proposal, replace(section, items=()))
    assert_ids_unique(added)
    assert added.estimate.sections[:-1] == proposal.estimate.sections


@few
@given(with_section(), st.lists(st.sampled_from(["a", "b", "c", "stranger"])))
def test_only_people_of_the_proposal_can_do_a_section(found: tuple[Proposal, EstimateSection], people: list[str]) -> None:
    proposal, section = found
    changed = edit.set_people(proposal, section.id, people)
    chosen = next(part for part in changed.estimate.sections if part.id == section.id).people
    assert set(chosen) == set(people) & {person.id for person in proposal.people}
    assert len(chosen) == len(set(chosen))
    assert edit.set_people(changed, section.id, section.people) == proposal


@few
@given(with_item())
def test_changing_hours_changes_nothing_else(found: tuple[Proposal, EstimateSection, LineItem]) -> None:
    proposal, section, item = found
    path = f"{edit.item_path(section.id, item.id)}/quantity"
    changed = set_value(proposal, path, item.quantity + 1)
    assert changed != proposal
    assert set_value(changed, path, item.quantity) == proposal


@pytest.mark.parametrize(("pricing", "hours"), [(Pricing.HOURS, 10), (Pricing.DAYS, 80)])
def test_a_line_that_gets_a_fixed_price_keeps_what_it_costs_and_its_hours(plain: Proposal, pricing: Pricing, hours: int) -> None:
    by_time = edit.set_pricing(plain, "s1", "i1", pricing)
    fixed = edit.set_pricing(by_time, "s1", "i1", Pricing.FIXED)
    assert totals(fixed.estimate, "RUB").total == totals(by_time.estimate, "RUB").total
    assert totals(fixed.estimate, "RUB").hours == totals(by_time.estimate, "RUB").hours == hours


def test_a_unit_is_kept_for_lines_that_are_counted(plain: Proposal) -> None:
    counted = edit.set_pricing(plain, "s1", "i1", Pricing.QUANTITY, "page")
    assert counted.estimate.sections[0].items[0].unit == "page"
    assert edit.set_pricing(counted, "s1", "i1", Pricing.HOURS) == plain


def test_roles_nobody_fills_are_trimmed_and_listed_once(plain: Proposal) -> None:
    changed = edit.set_roles(plain, "s1", [" Designer ", "", "Designer", "Editor"])
    assert changed.estimate.sections[0].roles == ("Designer", "Editor")


def test_a_rate_is_set_changed_and_taken_out(plain: Proposal) -> None:
    one = edit.set_rate(plain, "Designer", Decimal(4000))
    two = edit.set_rate(one, "Designer", Decimal(4500), "Senior designer")
    assert [(rate.id, rate.amount, rate.title) for rate in two.estimate.rates] == [("Designer", 4500, "Senior designer")]
    assert edit.remove_rate(two, "Designer") == plain


def test_discount_and_vat_change_the_total_only(plain: Proposal) -> None:
    reduced = edit.set_discount(plain, Discount(percent=Decimal(10)))
    taxed = edit.set_vat(reduced, Vat(mode=VatMode.ADDED, rate=Decimal(20)))
    assert totals(plain.estimate, "RUB").total == Decimal("1000.00")
    assert totals(taxed.estimate, "RUB").total == Decimal("1080.00")
    assert taxed.estimate.sections == plain.estimate.sections


def test_another_estimate_brings_its_currency(plain: Proposal) -> None:
    changed = edit.replace_estimate(plain, Estimate(), "EUR")
    assert (changed.currency, changed.estimate) == ("EUR", Estimate())
    assert edit.replace_estimate(plain, Estimate()).currency == plain.currency


def test_a_section_that_does_not_exist_is_an_error_and_not_a_guess(plain: Proposal) -> None:
    with pytest.raises(KeyError):
        edit.add_item(plain, "nowhere", edit.new_item(plain))
    with pytest.raises(KeyError):
        edit.remove_item(plain, "s1", "nothing")
    with pytest.raises(KeyError):
        edit.move_section(plain, "nowhere", 0)


def test_a_new_section_is_not_taken_for_one_that_a_phase_still_names() -> None:
    phases = (Phase(id="f1", title="Launch", part="s2"),)
    proposal = Proposal(
        date=datetime.date(2026, 11, 22),
        sections=(Timeline(id="plan", phases=phases),),
        estimate=Estimate(sections=(EstimateSection(id="s1"),)),
    )
    doubled = edit.duplicate_section(proposal, "s1")
    assert doubled.estimate.sections[1].id != "s2"
    assert edit.new_section(proposal).id != "s2"
