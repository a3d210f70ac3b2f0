"""Editing the people."""

from hypothesis import given
from hypothesis import strategies as st

from app.edits import people as edit
from app.model.people import Person
from app.model.proposal import Proposal
from app.model.sections import Letter, Team
from tests.edits.checks import assert_ids_unique, changed_fields
from tests.edits.proposals import few, proposals


@st.composite
def with_person(draw: st.DrawFn) -> tuple[Proposal, Person]:
    proposal = draw(proposals().filter(lambda p: p.people))
    return proposal, draw(st.sampled_from(proposal.people))


@few
@given(proposals())
def test_a_person_who_is_added_and_taken_out_leaves_no_trace(proposal: Proposal) -> None:
    person = edit.new_person(proposal, "Ирина")
    added = edit.add_person(proposal, person, 0)
    assert_ids_unique(added)
    assert changed_fields(proposal, added) == {"people"}
    assert edit.remove_person(added, person.id) == proposal


@few
@given(with_person())
def test_a_person_who_is_taken_out_is_named_nowhere(found: tuple[Proposal, Person]) -> None:
    proposal, person = found
    rest = edit.remove_person(proposal, person.id)
    assert rest.manager != person.id
    assert all(person.id not in part.people for part in rest.estimate.sections)
    for section in rest.sections:
        assert not (isinstance(section, Letter) and section.signer == person.id)
        assert not (isinstance(section, Team) and person.id in (*section.members, section.featured))
    assert set(changed_fields(proposal, rest)) <= {"people", "manager", "sections", "estimate"}


@few
@given(with_person(), st.integers(0, 4))
def test_a_person_who_is_moved_and_moved_back_leaves_no_trace(found: tuple[Proposal, Person], index: int) -> None:
    proposal, person = found
    place = proposal.people.index(person)
    assert edit.move_person(edit.move_person(proposal, person.id, index), person.id, place) == proposal


def test_a_person_with_a_taken_id_gets_a_fresh_one(plain: Proposal) -> None:
    two = edit.add_person(edit.add_person(plain, Person(id="p1", name="A")), Person(id="p1", name="B"))
    assert [(person.id, person.name) for person in two.people] == [("p1", "A"), ("p2", "B")]
