"""Editing the list of sections."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.edits import sections as edit
from app.model.proposal import Proposal
from app.model.sections import SECTION_KINDS, Section, kind_of
from tests.edits.checks import assert_ids_unique, changed_fields
from tests.edits.proposals import few, proposals


@st.composite
def with_section(draw: st.DrawFn) -> tuple[Proposal, Section]:
    proposal = draw(proposals().filter(lambda p: p.sections))
    return proposal, draw(st.sampled_from(proposal.sections))


@few
@given(proposals(), st.sampled_from(sorted(SECTION_KINDS)), st.integers(-1, 9))
def test_a_section_of_any_kind_is_added_and_taken_out(proposal: Proposal, kind: str, index: int) -> None:
    section = edit.new_section(proposal, kind)
    added = edit.add_section(proposal, section, index)
    assert kind_of(section) == kind
    assert_ids_unique(added)
    assert changed_fields(proposal, added) == {"sections"}
    assert edit.remove_section(added, section.id) == proposal


@few
@given(with_section(), st.integers(-1, 9))
def test_a_section_that_is_moved_and_moved_back_leaves_no_trace(found: tuple[Proposal, Section], index: int) -> None:
    proposal, section = found
    place = proposal.sections.index(section)
    moved = edit.move_section(proposal, section.id, index)
    assert moved.sections.index(section) == min(max(index, 0), len(proposal.sections) - 1)
    assert edit.move_section(moved, section.id, place) == proposal


@few
@given(with_section())
def test_a_hidden_section_is_shown_again_as_it_was(found: tuple[Proposal, Section]) -> None:
    proposal, section = found
    hidden = edit.hide_section(proposal, section.id)
    assert [s.id for s in hidden.sections if s.hidden] == [section.id]
    assert edit.hide_section(hidden, section.id, hidden=False) == proposal


@few
@given(with_section())
def test_a_duplicate_stands_right_after_its_twin_with_an_id_of_its_own(found: tuple[Proposal, Section]) -> None:
    proposal, section = found
    doubled = edit.duplicate_section(proposal, section.id)
    assert_ids_unique(doubled)
    twin = doubled.sections[proposal.sections.index(section) + 1]
    assert replace(twin, id=section.id) == section
    assert edit.remove_section(doubled, twin.id) == proposal


def test_the_second_story_is_called_story_2(plain: Proposal) -> None:
    one = edit.add_section(plain, edit.new_section(plain, "story"))
    two = edit.add_section(one, edit.new_section(one, "story"))
    assert [section.id for section in two.sections] == ["story", "story-2"]


def test_an_unknown_kind_is_refused(plain: Proposal) -> None:
    with pytest.raises(KeyError):
        edit.new_section(plain, "poem")
