"""Changing one value by its path, and ids."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.edits.fields import set_value
from app.edits.ids import fresh, unused
from app.edits.lists import insert
from app.model.proposal import Proposal
from tests.edits.checks import changed_fields
from tests.edits.proposals import few, proposals, words


@few
@given(proposals(), words)
def test_changing_a_value_back_leaves_no_trace(proposal: Proposal, title: str) -> None:
    changed = set_value(proposal, "title", title)
    assert changed.title == title
    assert changed_fields(proposal, changed) <= {"title"}
    assert set_value(changed, "title", proposal.title) == proposal


def test_the_same_value_is_no_edit(plain: Proposal) -> None:
    assert set_value(plain, "estimate/sections/s1/items/i1/title", "Design") is plain


def test_a_path_that_leads_nowhere_is_an_error(plain: Proposal) -> None:
    for path in ("", "colour", "estimate/sections/s9/title", "estimate/sections/s1/items/i1/title/deeper"):
        with pytest.raises(KeyError):
            set_value(plain, path, "x")
    with pytest.raises(KeyError):
        insert(plain, "title", "x")


@few
@given(st.sets(st.sampled_from([f"i{n}" for n in range(9)])))
def test_a_fresh_id_is_free(taken: set[str]) -> None:
    assert fresh("i", taken) not in taken
    assert unused("", "i", taken) not in taken
    assert unused("wanted", "i", taken) == "wanted"
