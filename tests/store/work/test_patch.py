"""What is written down of a save leads from the state before it to the state after it, byte by byte."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.store.source import source_bytes
from app.store.work.patch import PatchError, apply, diff
from tests.store.strategies import proposals

lines = st.lists(st.sampled_from(["{", "}", '"title": "Весна"', "", "a", "b", "c", "d", "\r"]), max_size=30)
texts = st.one_of(st.text().map(str.encode), lines.map(lambda found: "\n".join(found).encode()))


@given(texts, texts)
def test_a_patch_leads_exactly_from_one_text_to_the_other(old: bytes, new: bytes) -> None:
    assert apply(diff(old, new), old) == new


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(proposals, proposals)
def test_a_patch_leads_exactly_from_one_proposal_to_the_other(old, new) -> None:  # type: ignore[no-untyped-def]
    assert apply(diff(source_bytes(old), source_bytes(new)), source_bytes(old)) == source_bytes(new)


@given(texts)
def test_nothing_is_written_down_of_nothing(text: bytes) -> None:
    assert diff(text, text) == ()


@given(st.binary(), texts)
def test_a_foreign_file_that_is_no_text_can_be_what_was_before(old: bytes, new: bytes) -> None:
    assert apply(diff(old, new), old) == new


def test_two_small_edits_far_apart_stay_small() -> None:
    old = [f'"line {number}": 1,' if number % 3 else "}," for number in range(9000)]
    new = [*old[:10], "changed", *old[11:8000], "inserted", *old[8000:]]
    patch = diff("\n".join(old).encode(), "\n".join(new).encode())
    assert patch == ((10, 1, ("changed",)), (8000, 0, ("inserted",)))


def test_a_patch_of_a_longer_state_is_refused() -> None:
    patch = diff(b"a\nb\nc\nd", b"a\nb\nc\ne")
    with pytest.raises(PatchError):
        apply(patch, b"a")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(proposals, st.text(max_size=20))
def test_a_changed_title_takes_little_room(proposal, title: str) -> None:  # type: ignore[no-untyped-def]
    patch = diff(source_bytes(proposal), source_bytes(replace(proposal, title=title)))
    assert sum(len(come) for _, _, come in patch) <= 1


@given(texts, st.integers(0, 40), st.integers(0, 40), texts)
def test_a_piece_that_is_replaced_anywhere_leads_exactly_to_the_new_text(old: bytes, at: int, size: int, piece: bytes) -> None:
    """Beginnings and ends that overlap, break a character or repeat themselves are where such things go wrong."""
    start = len(old[:at].decode(errors="ignore").encode())
    stop = len(old[: start + size].decode(errors="ignore").encode())
    new = old[:start] + piece + old[max(start, stop) :]
    assert apply(diff(old, new), old) == new
