"""Saved one second after a pause, within two seconds after the first unsaved edit, whatever goes wrong."""

from hypothesis import given
from hypothesis import strategies as st

from app.store.work.autosave import LATEST, PAUSE, RETRIES, AutosaveClock


def test_nothing_is_due_without_an_edit() -> None:
    assert AutosaveClock().due is None
    assert not AutosaveClock().unsaved


def test_a_pause_of_a_second_saves() -> None:
    clock = AutosaveClock().edited(10.0)
    assert (clock.due, clock.unsaved) == (11.0, True)
    assert clock.edited(10.5).due == 11.5


def test_before_two_seconds_have_passed_it_is_saved_though_somebody_keeps_typing() -> None:
    clock = AutosaveClock()
    for tenth in range(20):
        clock = clock.edited(10 + tenth / 10)
    assert clock.due == 10.0 + LATEST
    assert LATEST + 0.5 <= 2.0  # what a save itself may take


@given(st.lists(st.floats(0, 3), min_size=1, max_size=50))
def test_no_edit_waits_longer_than_two_seconds(pauses: list[float]) -> None:
    clock, now = AutosaveClock(), 0.0
    waiting: list[float] = []
    for pause in pauses:
        now += pause
        if clock.due is not None and clock.due <= now:
            assert all(clock.due - edit <= LATEST + 1e-9 for edit in waiting)
            clock, waiting = clock.started(clock.due).saved(), []
        clock = clock.edited(now)
        waiting.append(now)
    assert clock.due is not None and clock.due <= min(waiting) + LATEST and clock.due <= now + PAUSE


def test_what_is_edited_while_a_save_is_under_way_is_saved_by_the_next() -> None:
    clock = AutosaveClock().edited(10.0).started(11.0)
    assert (clock.due, clock.unsaved) == (None, True)
    clock = clock.edited(11.5)
    assert clock.due is None
    clock = clock.saved()
    assert (clock.due, clock.unsaved) == (12.5, True)
    assert not clock.started(12.5).saved().unsaved


def test_after_failures_the_pauses_grow_up_to_a_minute_and_end_with_a_success() -> None:
    clock, now, pauses = AutosaveClock().edited(0.0), 1.0, []
    for _ in range(8):
        clock = clock.started(now).failed(now)
        clock = clock.edited(now + 0.1)
        assert clock.due is not None
        pauses.append(clock.due - now)
        now = clock.due
    assert pauses == [*RETRIES, 60.0, 60.0]
    clock = clock.started(now).saved()
    assert (clock.due, clock.unsaved) == (None, False)
    assert clock.edited(now).due == now + 1.0


def test_a_folder_that_is_back_is_saved_into_at_once() -> None:
    clock = AutosaveClock().edited(0.0).started(1.0).failed(1.0).back(1.5)
    assert clock.due == 1.5


def test_a_save_that_somebody_asked_for_counts_too() -> None:
    clock = AutosaveClock().started(5.0)
    assert clock.unsaved and clock.started(6.0) == clock
    assert clock.failed(7.0).due == 9.0
    assert not clock.saved().unsaved
