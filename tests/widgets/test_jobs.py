"""Work in the background: in order, in one other thread, the stale dropped."""

import threading

from pytestqt.qtbot import QtBot

from widgets.jobs import IDLE, URGENT, Jobs, Ticket


def ignore(error: Exception) -> None:
    raise AssertionError(error)


def test_results_come_back_in_the_windows_thread(jobs: Jobs, qtbot: QtBot) -> None:
    seen: list[tuple[int, int]] = []
    jobs.start(lambda _: threading.get_ident(), lambda there: seen.append((there, threading.get_ident())), ignore)
    qtbot.waitUntil(lambda: bool(seen), timeout=5000)
    there, here = seen[0]
    assert here == threading.get_ident() != there


def test_of_a_lane_only_the_newest_result_is_delivered(jobs: Jobs, qtbot: QtBot) -> None:
    gate, seen = threading.Event(), []
    jobs.start(lambda _: gate.wait(5), lambda _: seen.append("first"), ignore, lane="layout")
    jobs.start(lambda _: None, lambda _: seen.append("second"), ignore, lane="layout")
    jobs.start(lambda _: None, lambda _: seen.append("third"), ignore, lane="layout")
    jobs.start(lambda _: None, lambda _: seen.append("other"), ignore)
    gate.set()
    qtbot.waitUntil(lambda: not jobs.busy, timeout=5000)
    assert seen == ["third", "other"]


def test_stale_work_can_stop_early(jobs: Jobs, qtbot: QtBot) -> None:
    begun, gate, passed = threading.Event(), threading.Event(), []

    def work(ticket: Ticket) -> None:
        begun.set()
        gate.wait(5)
        ticket.check()
        passed.append("went on")

    jobs.start(work, lambda _: passed.append("delivered"), ignore, lane="layout")
    begun.wait(5)
    jobs.drop("layout")
    gate.set()
    qtbot.waitUntil(lambda: not jobs.busy, timeout=5000)
    assert passed == []


def test_urgent_work_overtakes_idle_work(jobs: Jobs, qtbot: QtBot) -> None:
    gate, seen = threading.Event(), []
    jobs.start(lambda _: gate.wait(5), lambda _: None, ignore)
    jobs.start(lambda _: None, lambda _: seen.append("idle"), ignore, priority=IDLE)
    jobs.start(lambda _: None, lambda _: seen.append("urgent"), ignore, priority=URGENT)
    gate.set()
    qtbot.waitUntil(lambda: len(seen) == 2, timeout=5000)
    assert seen == ["urgent", "idle"]


def test_work_that_fails_is_told_and_the_worker_lives_on(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[Exception] = []
    seen: list[str] = []

    def fail(_: Ticket) -> None:
        raise ValueError("broken")

    jobs.start(fail, lambda _: seen.append("never"), told.append)
    jobs.start(lambda _: "fine", seen.append, ignore)
    qtbot.waitUntil(lambda: bool(seen), timeout=5000)
    assert [str(error) for error in told] == ["broken"]
    assert seen == ["fine"]


def test_busy_is_told_when_it_begins_and_when_all_is_done(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[bool] = []
    jobs.busy_changed.connect(told.append)
    for _ in range(3):
        jobs.start(lambda _: None, lambda _: None, ignore)
    qtbot.waitUntil(lambda: told[-1:] == [False], timeout=5000)
    assert told == [True, False]


def test_after_stopping_nothing_is_delivered_and_nothing_hangs(qtbot: QtBot) -> None:
    jobs = Jobs()
    gate, seen = threading.Event(), []
    jobs.start(lambda _: gate.wait(5), lambda _: seen.append(1), ignore)
    jobs.start(lambda _: None, lambda _: seen.append(2), ignore)
    gate.set()
    jobs.stop()
    jobs.start(lambda _: None, lambda _: seen.append(3), ignore)
    qtbot.wait(20)
    assert seen == []


def test_a_worker_begins_with_the_first_thing_to_do(qtbot: QtBot) -> None:
    idle, never = Jobs(), Jobs()
    assert not idle._worker.isRunning()
    found: list[int] = []
    idle.start(lambda _: 1, found.append, lambda _: None)
    qtbot.waitUntil(lambda: found == [1])
    idle.stop()
    never.finish()
    assert not never._worker.isRunning()
