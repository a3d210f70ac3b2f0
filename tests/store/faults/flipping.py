"""Bits that flip and files that are cut, anywhere in a library."""

import random
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from app.store import durable
from app.store.durable import DurableStorage
from app.store.raw import data_of, raw_of
from tests.store.faults.faulty import FaultyDisk

FILES = ("library.json", "library.json.log")


@dataclass
class Damaged:
    """What was found. `silent` were not told; `wrong` gave records that nobody wrote, or cost more than what was hit; seconds
    of the slowest restoring."""

    damages: int = 0
    told: int = 0
    silent: int = 0
    wrong: int = 0
    whole: int = 0
    lost: int = 0
    slowest: float = 0.0


def prepare(folder: Path, records: int, commits: int) -> None:
    """Make a library of so many records, with an earlier file, a log that has been folded once, and commits in the log."""
    rest = durable.LOG_SIZE
    storage = DurableStorage(folder / "library.json", FaultyDisk())
    with storage.transaction():
        storage.write({"people": {f"r{number:05}": _record(number, 1) for number in range(records)}})
    durable.LOG_SIZE = 0  # type: ignore[misc]
    size = (folder / "library.json").stat().st_size // 5
    while not list(folder.rglob("last-*.json")):
        with storage.transaction():
            storage.change("people", lambda table: table.update(big={"rev": 1, "value": {"id": "big", "about": "я" * size}}))
    durable.LOG_SIZE = rest  # type: ignore[misc]
    for number in range(commits):
        with storage.transaction():
            storage.change("people", lambda table, number=number: table.update({f"r{number:05}": _record(number, 2)}))
    assert not storage.take_problems()


def damage(folder: Path, work: Path, times: int, seed: int = 1) -> Damaged:
    """Damage a copy of a library so many times, each time in one place, and open it."""
    good = data_of(raw_of(DurableStorage(folder / "library.json").read()))["people"]
    ever = {key: [one, _record(int(key[1:]), 1) if key != "big" else one] for key, one in good.items()}
    found, chance = Damaged(), random.Random(seed)
    for number in range(times):
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(folder, work)
        hit = _hurt(work / FILES[number % 2], chance, cut=number % 4 > 1)
        started = time.perf_counter()
        storage = DurableStorage(work / "library.json", FaultyDisk())
        records = dict(storage.read()["people"])
        found.slowest = max(found.slowest, time.perf_counter() - started)
        told = {problem.code for problem in storage.take_problems()}
        found.damages += 1
        found.told += bool(told)
        found.silent += not told
        found.wrong += any(one not in ever.get(key, []) for key, one in records.items())
        found.whole += records == good
        lost = sum(records.get(key) != one for key, one in good.items())
        found.lost += lost
        found.wrong += lost > hit
        if records != good and told == {"library-mended"}:
            found.wrong += 1  # it said that nothing is lost
    return found


def _hurt(file: Path, chance: random.Random, *, cut: bool) -> int:
    """Damage a file in one place, and return how many commits of one record each that hits: none in the file itself."""
    content = bytearray(file.read_bytes())
    place = chance.randrange(len(content))
    hit = 0 if file.suffix == ".json" else content[place:].count(b"\n") if cut else 1
    if cut:
        del content[place:]
    else:
        content[place] ^= 1 << chance.randrange(8)
    file.unlink()  # its other names in the snapshots stay as they are
    file.write_bytes(content)
    return hit


def _record(number: int, rev: int) -> dict[str, object]:
    value = {"id": f"r{number:05}", "name": f"{number} {rev}", "about": f"о себе {number * rev} " * 20}
    return {"rev": rev, "value": value}
