"""Lets a monkey loose outside of the tests, on a throw-away workspace, and says what it did and what broke."""

import argparse
import faulthandler
import gc
import os
import sys
import tempfile
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType

IGNORED = "This plugin does not support"
"""The platform without a screen says at every window what it cannot tell a window manager."""
LONGEST_WAIT = 30.0
LATELY = 12
"""So many pieces of the trail are told with what broke."""


def main() -> int:
    """Return 0 where nothing broke."""
    faulthandler.enable()
    asked = _asked()
    with tempfile.TemporaryDirectory(prefix="blesna-monkey-") as folder:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            os.environ[name] = folder
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        faults: list[str] = []
        for seed in asked.seed:
            before = len(faults)
            began = time.monotonic()
            done = _let_loose(Path(folder) / str(seed), seed, asked.events, asked.trail, faults)
            took = f"{time.monotonic() - began:.0f} s"
            sys.stdout.write(f"seed {seed}: {sum(done.values())} events in {took}, {dict(sorted(done.items()))}\n")
            sys.stdout.write("".join(f"  {fault}\n" for fault in faults[before:]) or "  nothing broke\n")
            sys.stdout.flush()
    return 1 if faults else 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.widgets.monkey", description=__doc__)
    parser.add_argument("--events", type=int, default=10000)
    parser.add_argument("--seed", type=int, nargs="+", default=[1])
    parser.add_argument("--trail", type=Path, help="write every deed down here before it is done")
    return parser.parse_args()


def _let_loose(folder: Path, seed: int, events: int, trail: Path | None, faults: list[str]) -> dict[str, int]:
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    from tests.widgets.monkey import indoors

    lately: deque[str] = deque(maxlen=LATELY)

    def heard(kind: QtMsgType, _context: object, words: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and IGNORED not in words:
            faults.append(f"Qt: {words}\n{''.join(traceback.format_stack(limit=6))}{_before(lately)}")

    def raised(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        faults.append("".join(traceback.format_exception(kind, error, trace)) + _before(lately))

    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    folder.mkdir(parents=True)
    qInstallMessageHandler(heard)
    sys.excepthook = raised
    try:
        with indoors():
            return _play(app, folder, seed, events, trail, faults, lately)
    finally:
        qInstallMessageHandler(None)
        sys.excepthook = sys.__excepthook__


def _play(
    app: object, folder: Path, seed: int, events: int, trail: Path | None, faults: list[str], lately: deque[str]
) -> dict[str, int]:
    from PySide6.QtWidgets import QApplication

    from app.store.source import read_source, write_proposal
    from app.store.workspace import Workspace
    from tests.widgets.monkey import Monkey, close_everything, windows
    from tests.widgets.press import TestPress
    from tests.widgets.proposals import small
    from widgets.application import build
    from widgets.collector import Collector
    from widgets.keeping import Kept

    assert isinstance(app, QApplication)
    source = folder / "source"
    source.mkdir()
    write_proposal(source, small())
    opened = Workspace.open(folder / "workspace")
    assert opened.workspace is not None
    collector = Collector()
    house = build(app, opened.workspace, TestPress(), "en")  # type: ignore[arg-type]
    house.window.show()
    house.documents.open(str(source))
    _until(lambda: house.desk.pages.layout is not None and not house.jobs.busy, app)
    before = windows()
    with (trail or Path(os.devnull)).open("w", encoding="utf-8", buffering=1) as written:
        monkey = Monkey(house, seed, events, lambda words: (written.write(words), written.flush(), lately.append(words)))
        monkey.begin()
        _until(lambda: monkey.finished, app, for_ever=True)
    monkey.check()
    faults.extend(monkey.faults)
    close_everything(house)
    _until(lambda: house.keeping.state in (Kept.SAVED, Kept.READ_ONLY) and not house.jobs.busy, app)
    close_everything(house)  # what was asked for last has come by now
    there = house.desk.session.folder
    if there is not None and read_source(there).proposal != house.desk.session.proposal:
        faults.append(f"what is on the disk is not what is open: {house.keeping.state}")
    gc.collect()
    faults.extend(f"a window was left: {one}" for one in windows() - before)
    house.stop()
    house.keeping.give_up()
    house.window.close()
    house.window.deleteLater()
    collector.stop()
    app.processEvents()
    return monkey.done


def _before(lately: Iterable[str]) -> str:
    return f"  after: {''.join(lately)}\n"


def _until(come: Callable[[], bool], app: object, *, for_ever: bool = False) -> None:
    from PySide6.QtTest import QTest

    ends = time.monotonic() + LONGEST_WAIT
    while not come() and (for_ever or time.monotonic() < ends):
        QTest.qWait(5)
