"""Several pictures and works at once: moved, carried over to another work, taken out."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.edits.several import carry, move_several, remove_several
from app.model.path import get
from app.model.picture import Picture
from app.model.proposal import Proposal
from app.model.reference import Reference
from app.model.sections import References

FIRST, SECOND = "sections/works/items/a/pictures", "sections/works/items/b/pictures"


def proposal(count: int = 5) -> Proposal:
    """Two works, the first with so many pictures."""
    pictures = tuple(Picture(file=f"media/{n}.jpg") for n in range(count))
    works = (Reference(id="a", title="A", pictures=pictures), Reference(id="b", title="B"))
    return Proposal(date=datetime.date(2026, 1, 1), sections=(References(id="works", items=works),))


def numbers(of: Proposal, path: str = FIRST) -> str:
    return "".join(picture.file[6] for picture in get(of, path))


@given(st.sets(st.integers(0, 4)), st.integers(0, 6))
def test_what_is_moved_together_stays_together_and_in_order(chosen: set[int], before: int) -> None:
    moved = numbers(move_several(proposal(), FIRST, chosen, before))
    assert sorted(moved) == list("01234")
    assert "".join(str(n) for n in sorted(chosen)) in moved
    assert [n for n in moved if int(n) not in chosen] == [str(n) for n in range(5) if n not in chosen]


@pytest.mark.parametrize(("chosen", "before", "expected"), [({0, 2}, 4, "13024"), ({3, 4}, 0, "34012"), ({1}, 5, "02341")])
def test_moved_pictures_stand_where_they_were_dropped(chosen: set[int], before: int, expected: str) -> None:
    assert numbers(move_several(proposal(), FIRST, chosen, before)) == expected


def test_pictures_are_carried_over_to_another_work() -> None:
    carried = carry(proposal(), FIRST, {1, 3}, SECOND)
    assert (numbers(carried), numbers(carried, SECOND)) == ("024", "13")
    back = carry(carried, SECOND, {0}, FIRST, 1)
    assert (numbers(back), numbers(back, SECOND)) == ("0124", "3")


def test_carrying_within_a_work_is_moving() -> None:
    assert numbers(carry(proposal(), FIRST, {0}, FIRST)) == "12340"


def test_works_are_taken_out_by_their_ids() -> None:
    left = remove_several(proposal(), "sections/works/items", ["a"])
    assert [work.id for work in get(left, "sections/works/items")] == ["b"]
    with pytest.raises(KeyError):
        remove_several(left, "sections/works/items", ["a"])


def test_what_changes_nothing_is_no_edit() -> None:
    before = proposal()
    assert move_several(before, FIRST, {2}, 2) is before
    assert remove_several(before, FIRST, ()) is before
