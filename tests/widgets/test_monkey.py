"""Whatever somebody presses, in whatever order: nothing breaks, nothing leaks, nothing is lost."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.store.source import read_source
from tests.widgets.monkey import Monkey, close_everything, indoors, windows
from widgets.application import House
from widgets.keeping import Kept

EVENTS = int(os.environ.get("BLESNA_MONKEY_EVENTS", "400"))
SEEDS = [int(seed) for seed in os.environ.get("BLESNA_MONKEY_SEEDS", "1 2").split()]
LONGEST = 3000
"""Seconds; for many events."""


@pytest.fixture(autouse=True)
def locked_up() -> Iterator[None]:
    with indoors():
        yield


@pytest.mark.timeout(LONGEST)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_monkey_breaks_nothing(opened: House, qtbot: QtBot, seed: int) -> None:
    before = windows()
    monkey = Monkey(opened, seed, EVENTS)
    monkey.begin()
    qtbot.waitUntil(lambda: monkey.finished, timeout=LONGEST * 1000)
    print(f"seed {seed}: {dict(monkey.done)}")
    monkey.check()
    assert monkey.faults == [], f"seed {seed}"
    close_everything(opened)
    qtbot.waitUntil(lambda: opened.keeping.state in (Kept.SAVED, Kept.READ_ONLY) and not opened.jobs.busy, timeout=20_000)
    close_everything(opened)  # what was asked for last has come by now
    folder = opened.desk.session.folder
    if folder is not None and Path(folder).is_dir():
        assert read_source(folder).proposal == opened.desk.session.proposal
    gc.collect()
    assert windows() - before == set(), f"seed {seed}"


def test_a_monkey_sees_what_breaks(opened: House, qtbot: QtBot, capfd: pytest.CaptureFixture[str]) -> None:
    """A deed that raises is told with its trace; the others go on."""

    def broken() -> str:
        raise ValueError

    monkey = Monkey(opened, 1, 20)
    monkey._deeds = {"break": (1, broken)}
    with qtbot.captureExceptions() as caught:
        monkey.begin()
        qtbot.waitUntil(lambda: monkey.finished)
    assert len(caught) == 20
    assert monkey.done.total() == 0


def test_a_window_that_is_left_is_seen(opened: House) -> None:
    from widgets.dialogs.shortcuts import ShortcutsDialog

    before = windows()
    dialog = ShortcutsDialog(opened.window)
    dialog.open()
    dialog.reject()
    QApplication.processEvents()
    assert windows() - before == {dialog}
    dialog.deleteLater()
