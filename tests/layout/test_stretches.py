"""Sections are looked up a few at a time; none is lost, and their order stays."""

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from app.layout.stretches import LENGTH, stretches


@given(st.lists(st.integers(), max_size=5 * LENGTH))
def test_stretches_are_all_things_in_their_order_and_only_the_last_is_shorter(things: list[int]) -> None:
    found = stretches(things)
    assert list(chain(*found)) == things
    assert all(len(one) == LENGTH for one in found[:-1])
    assert all(0 < len(one) <= LENGTH for one in found)
