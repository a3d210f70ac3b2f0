"""Sections of the estimate in two levels move, go and are copied with what belongs to them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.edits import estimate as edit
from app.edits.levels import block, moved, set_level
from app.model.estimate import Estimate, EstimateSection, LineItem
from app.model.internal import Internal
from app.model.proposal import Proposal
from app.model.signoff import SignOff
from app.totals.sections import parents_of
from tests.edits.proposals import few

OUTLINE = "A a1 a2 B C c1"


def proposal(outline: str = OUTLINE) -> Proposal:
    """Capitals are sections of level 1."""
    sections = tuple(
        EstimateSection(id=name, level=1 if name.isupper() else 2, items=(LineItem(id=f"i{place}"),))
        for place, name in enumerate(outline.split())
    )
    return Proposal(date=datetime.date(2026, 1, 1), estimate=Estimate(sections=sections))


def outline(found: Proposal) -> str:
    return " ".join(section.id for section in found.estimate.sections)


@pytest.mark.parametrize(
    ("section", "index", "expected"),
    [
        ("A", 1, "B A a1 a2 C c1"),
        ("A", 9, "B C c1 A a1 a2"),
        ("C", 2, "C c1 A a1 a2 B"),
        ("B", 1, "B A a1 a2 C c1"),
        ("B", 4, "A a1 a2 C c1 B"),
        ("a2", 1, "A a2 a1 B C c1"),
        ("a1", 4, "A a2 B C a1 c1"),
    ],
)
def test_a_section_moves_with_those_below_it_and_never_takes_those_of_another(section: str, index: int, expected: str) -> None:
    assert outline(edit.move_section(proposal(), section, index)) == expected


def test_a_section_goes_with_those_below_it() -> None:
    assert outline(edit.remove_section(proposal(), "A")) == "B C c1"
    assert outline(edit.remove_section(proposal(), "a1")) == "A a2 B C c1"


def test_a_copy_has_its_own_ids_and_nobody_has_signed_it() -> None:
    before = proposal()
    signed = edit.set_value(before, "estimate/sections/A/signed", Internal(SignOff(by="Ира", at="2026-01-01T00:00:00Z")))
    after = edit.duplicate_section(signed, "A").estimate.sections
    assert [section.level for section in after] == [1, 2, 2, 1, 2, 2, 1, 1, 2]
    assert after[0].signed.value is not None
    assert after[3].signed.value is None
    ids = [item.id for section in after for item in section.items]
    assert len(ids) == len(set(ids))


def test_the_first_section_stands_by_itself_whatever_is_asked() -> None:
    assert set_level(proposal(), "A", 2).estimate.sections[0].level == 1
    assert set_level(proposal(), "B", 2).estimate.sections[3].level == 2
    assert set_level(proposal(), "B", 7).estimate.sections[3].level == 2


@given(st.lists(st.sampled_from([1, 2]), min_size=1, max_size=7), st.integers(0, 6), st.integers(-2, 9))
@few
def test_moving_a_section_of_level_one_takes_no_other_section_from_where_it_belongs(
    levels: list[int], which: int, index: int
) -> None:
    levels[0] = 1
    sections = tuple(EstimateSection(id=f"s{place}", level=level) for place, level in enumerate(levels))
    chosen = sections[which % len(sections)]
    after = moved(sections, chosen.id, index)
    assert sorted(section.id for section in after) == sorted(section.id for section in sections)
    if chosen.level == 1:
        before = dict(zip((section.id for section in sections), parents_of(sections), strict=True))
        assert dict(zip((section.id for section in after), parents_of(after), strict=True)) == before
        assert len(block(after, chosen.id)) == len(block(sections, chosen.id))
