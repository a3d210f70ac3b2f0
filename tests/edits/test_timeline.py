"""Editing the phases of a timeline, and the phases that an estimate proposes."""

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.edits import estimate, timeline
from app.model.estimate import Estimate, EstimateSection, LineItem, Pricing
from app.model.path import get
from app.model.proposal import Proposal
from app.model.sections import Cover, Phase, Timeline
from app.totals import totals
from tests.edits.checks import assert_ids_unique, changed_fields
from tests.edits.proposals import few, proposals


@st.composite
def with_timeline(draw: st.DrawFn) -> tuple[Proposal, Timeline]:
    proposal = draw(proposals())
    shown = draw(st.sampled_from([s for s in proposal.sections if isinstance(s, Timeline)] or [Timeline(id="weeks")]))
    if shown not in proposal.sections:
        proposal = replace(proposal, sections=(*proposal.sections, shown))
    return proposal, shown


def hours(proposal: Proposal) -> dict[str, Decimal]:
    return {part.id: part.hours for part in totals(proposal.estimate, "EUR").sections}


def part(part_id: str, *items: LineItem) -> EstimateSection:
    return EstimateSection(id=part_id, title=part_id.title(), items=items)


def line(item_id: str, worked: int, *, optional: bool = False) -> LineItem:
    return LineItem(id=item_id, quantity=Decimal(worked), optional=optional)


def of(*parts: EstimateSection) -> Proposal:
    return Proposal(date=datetime.date(2026, 10, 5), estimate=Estimate(sections=parts), sections=(Timeline(id="weeks"),))


@few
@given(with_timeline(), st.integers(0, 4))
def test_a_phase_that_is_added_moved_and_taken_out_leaves_no_trace(found: tuple[Proposal, Timeline], index: int) -> None:
    proposal, shown = found
    phase = timeline.new_phase(proposal, shown.id, "Запуск")
    added = timeline.add_phase(proposal, shown.id, phase)
    assert_ids_unique(added)
    assert changed_fields(proposal, added) == {"sections"}
    moved = timeline.move_phase(added, shown.id, phase.id, index)
    assert timeline.remove_phase(moved, shown.id, phase.id) == proposal


@few
@given(with_timeline())
def test_a_new_phase_starts_when_all_others_have_ended(found: tuple[Proposal, Timeline]) -> None:
    proposal, shown = found
    phase = timeline.new_phase(proposal, shown.id)
    assert all(other.start + other.weeks <= phase.start for other in shown.phases)
    assert phase.weeks == 1


@few
@given(with_timeline())
def test_a_duplicated_phase_has_an_id_of_its_own_and_can_be_taken_out(found: tuple[Proposal, Timeline]) -> None:
    proposal, shown = found
    for place, phase in enumerate(shown.phases):
        doubled = timeline.duplicate_phase(proposal, shown.id, phase.id)
        assert_ids_unique(doubled)
        twin = get(doubled, timeline.phases_path(shown.id))[place + 1]
        assert replace(twin, id=phase.id) == phase
        assert timeline.remove_phase(doubled, shown.id, twin.id) == proposal


@few
@given(with_timeline())
def test_proposed_phases_follow_one_another_in_halves_and_hold_the_hours(found: tuple[Proposal, Timeline]) -> None:
    proposal, shown = found
    worked = hours(proposal)
    proposed = timeline.phases_from_estimate(proposal, worked)
    end = Decimal(0)
    for phase in proposed:
        assert phase.start == end
        assert phase.weeks % Decimal("0.5") == 0
        assert phase.weeks > 0
        if worked[phase.part]:
            assert phase.weeks * timeline.HOURS_A_WEEK >= worked[phase.part]
            assert (phase.weeks - Decimal("0.5")) * timeline.HOURS_A_WEEK < worked[phase.part]
        end += phase.weeks
    filled = timeline.fill_from_estimate(proposal, shown.id, worked)
    assert_ids_unique(filled)
    assert get(filled, timeline.phases_path(shown.id))[: len(shown.phases)] == shown.phases
    assert len(get(filled, timeline.phases_path(shown.id))) == len(shown.phases) + len(proposed)


def test_every_part_of_the_estimate_is_proposed_as_a_phase_with_its_weeks() -> None:
    """64 hours are 1.6 weeks of 40 hours: two; 20 are half a week; what is priced without hours takes one week."""
    party = LineItem(id="i3", pricing=Pricing.FIXED, rate=Decimal(500))
    proposal = of(part("design", line("i1", 64)), part("text", line("i2", 20)), part("launch", party))
    phases = timeline.phases_from_estimate(proposal, hours(proposal))
    assert [(p.title, p.part, p.start, p.weeks) for p in phases] == [
        ("Design", "design", 0, 2),
        ("Text", "text", 2, Decimal("0.5")),
        ("Launch", "launch", Decimal("2.5"), 1),
    ]


def test_parts_that_do_not_count_are_not_proposed() -> None:
    proposal = of(part("empty"), part("extra", line("i1", 40, optional=True)), part("film", line("i2", 40)))
    assert [phase.part for phase in timeline.phases_from_estimate(proposal, hours(proposal))] == ["film"]


def test_a_part_of_the_estimate_that_is_taken_out_is_named_by_no_phase() -> None:
    proposal = of(part("design", line("i1", 64)), part("text", line("i2", 20)))
    planned = timeline.fill_from_estimate(proposal, "weeks", hours(proposal))
    rest = estimate.remove_section(planned, "design")
    assert [(phase.title, phase.part) for phase in get(rest, "sections/weeks/phases")] == [("Design", ""), ("Text", "text")]


def test_a_phase_cannot_be_put_where_no_timeline_is(plain: Proposal) -> None:
    with pytest.raises(KeyError):
        timeline.add_phase(replace(plain, sections=(Cover(id="cover"),)), "cover", Phase(id="f1"))
