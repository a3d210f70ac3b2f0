"""Processes that are killed while they save, and processes that save at the same time."""

from pathlib import Path

from tests.store.faults.crowd import meet
from tests.store.faults.killing import kill


def test_no_acknowledged_save_is_lost_when_the_process_is_killed(tmp_path: Path) -> None:
    found = kill(tmp_path, 12)
    assert (found.kills, found.bad) == (12, 0), found


def test_two_processes_lose_none_of_their_edits(tmp_path: Path) -> None:
    found = meet(tmp_path / "library.json", 2, 40)
    assert found.lost == 0
