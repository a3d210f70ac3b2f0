"""Garbage is looked through where nobody sees it."""

import gc
from collections.abc import Iterator

import pytest

from widgets import collector
from widgets.collector import LATEST, OLDEST, QUIET, Collector


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def collected(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    found: list[int] = []
    monkeypatch.setattr(collector.gc, "collect", found.append)
    monkeypatch.setattr(collector.gc, "get_count", lambda: (10_000, 1_000, 1_000))
    yield found
    gc.disable()


def test_everything_is_looked_through_only_when_nobody_has_worked_for_a_while(collected: list[int]) -> None:
    clock = Clock()
    made = Collector(now=clock)
    clock.now += QUIET
    made.collect()
    assert collected == [OLDEST]
    for _ in range(20):
        clock.now += 1
        made.hold_off()
        made.collect()
    assert collected == [OLDEST, *([1] * 20)]
    clock.now += QUIET
    made.collect()
    assert collected[-1] == OLDEST
    made.stop()


def test_who_never_rests_has_it_done_once_a_minute(collected: list[int]) -> None:
    clock = Clock()
    made = Collector(now=clock)
    for _ in range(round(2 * LATEST)):
        clock.now += 1
        made.hold_off()
        made.collect()
    assert collected.count(OLDEST) == 2
    made.stop()
