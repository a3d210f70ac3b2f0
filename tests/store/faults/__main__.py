"""`python -m tests.store.faults --full` kills, tears, fills the disk and flips bits, and prints what became of the work."""

import argparse
import contextlib
import io
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.store.faults.crowd import meet
from tests.store.faults.faulty import KINDS
from tests.store.faults.flipping import damage, prepare
from tests.store.faults.killing import kill

RESTORED_WITHIN = 3.0
"""Seconds in which a damaged library is open again."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much is done."""

    kills: int
    damages: int
    processes: int
    edits: int
    records: int


SMALL = Size(12, 60, 2, 40, 500)
FULL = Size(200, 600, 4, 150, 5_000)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table; `good` tells whether the promise was kept."""

    what: str
    found: str
    good: bool

    def __str__(self) -> str:
        return f"| {self.what} | {self.found} | {'✓' if self.good else '✗'} |"


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.store.faults", description=__doc__)
    parser.add_argument("--full", action="store_true", help="as much as the README tells of; takes some minutes")
    size = FULL if parser.parse_args(arguments).full else SMALL
    print("| What was done | What became of it | |\n|---|---|---|", flush=True)
    good = True
    with tempfile.TemporaryDirectory() as folder:
        for row in _rows(Path(folder), size):
            print(row, flush=True)
            good = good and row.good
    return 0 if good else 1


def _rows(folder: Path, size: Size) -> Iterator[Row]:
    yield _killed(folder / "killed", size)
    yield _steps()
    yield from _damaged(folder, size)
    yield _crowd(folder / "crowd", size)


def _killed(folder: Path, size: Size) -> Row:
    found = kill(folder, size.kills)
    told = f"{found.unreadable} unreadable, {found.lost} of {found.saves:,} acknowledged saves lost, {found.half} half-applied"
    return Row(f"{found.kills} × kill -9 during saves of library and proposals", told, not found.bad)


def _steps() -> Row:
    """Run the tests that let every side effect fail; they count what they did."""
    from tests.store.faults.test_every_step import World

    started = time.perf_counter()
    file = Path(__file__).with_name("test_every_step.py")
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        code = pytest.main(["-n0", "-p", "no:cacheprovider", str(file)])
    if code:
        print(said.getvalue(), file=sys.stderr)
    seconds = time.perf_counter() - started
    what = f"every side effect × {len(KINDS)} ways to fail (crash before, after, torn; ENOSPC, EIO, EACCES once and for good)"
    told = f"{World.faults:,} faults in {seconds:.1f} s: {'old or new state, next save works' if code == 0 else 'FAILED'}"
    return Row(what, told, code == 0 and World.faults > 0)


def _damaged(folder: Path, size: Size) -> Iterator[Row]:
    for records, times in ((200, size.damages), (size.records, size.damages // 10)):
        good = folder / f"good{records}"
        good.mkdir()
        prepare(good, records, 100)
        found = damage(good, folder / "work", times)
        what = f"{found.damages} bit flips and truncations, {records:,} records"
        told = f"{found.told} told, {found.silent} silent, {found.wrong} wrong; {found.whole} lost nothing, "
        told += f"{found.damages - found.whole} only commits of the log that were hit or cut off; "
        told += f"restored in {found.slowest:.2f} s at most"
        yield Row(what, told, not found.silent and not found.wrong and found.slowest < RESTORED_WITHIN)


def _crowd(folder: Path, size: Size) -> Row:
    folder.mkdir()
    found = meet(folder / "library.json", size.processes, size.edits)
    told = f"{found.lost} lost, {found.conflicts} conflicts shown"
    what = f"{found.processes} processes × {found.edits // 2} new records and {found.edits // 2} changes of a shared one"
    return Row(what, told, not found.lost and found.conflicts > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
