"""A process that saves without pause and is killed, over and over."""

import datetime
import multiprocessing
import os
import random
import signal
import time
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path

from app.model.proposal import Proposal
from app.store import durable
from app.store.durable import DurableStorage
from app.store.workspace import Workspace

FORK = multiprocessing.get_context("fork")
FOLD_AT = 30_000
"""Bytes of the log: it is folded every few commits, so that the folding is killed too."""


@dataclass
class Killed:
    """What was found after the kills. `told` are problems that were told though nothing was damaged."""

    kills: int = 0
    saves: int = 0
    unreadable: int = 0
    lost: int = 0
    half: int = 0
    told: int = 0

    @property
    def bad(self) -> int:
        return self.unreadable + self.lost + self.half + self.told


def kill(root: Path, times: int, seed: int = 1) -> Killed:
    """Kill a saving process so many times, at random moments, and look at what is there."""
    (root / "proposals" / "a").mkdir(parents=True)
    found, chance, number = Killed(), random.Random(seed), 0
    for _ in range(times):
        acknowledged = _killed_once(root, number, chance)
        found.kills += 1
        found.saves += acknowledged - number
        number = max(acknowledged, _look(root, acknowledged, found))
    return found


def _killed_once(root: Path, start: int, chance: random.Random) -> int:
    receiver, sender = FORK.Pipe(duplex=False)
    child = FORK.Process(target=_save, args=(root, start, sender))
    child.start()
    sender.close()
    for _ in range(chance.randrange(1, 5)):
        start = receiver.recv()
    time.sleep(chance.random() * 0.004)
    assert child.pid is not None
    os.kill(child.pid, signal.SIGKILL)
    child.join()
    while receiver.poll():
        try:
            start = receiver.recv()
        except EOFError:
            break
    receiver.close()
    return start


def _save(root: Path, number: int, pipe: Connection) -> None:
    """Save growing numbers, two records at once and a proposal, and acknowledge each."""
    durable.LOG_SIZE = FOLD_AT  # type: ignore[misc]
    workspace, storage = Workspace(root), DurableStorage(root / "library" / "library.json")
    proposal = Proposal(title="", date=datetime.date(2026, 3, 31))
    while True:
        number += 1
        record = {"rev": number, "value": {"id": "anna", "name": str(number), "about": "я" * 3000}}
        with storage.transaction():
            for name in ("people", "clients"):
                storage.change(name, _setter(record))
        problems = workspace.save(root / "proposals" / "a", replace(proposal, title=str(number), subtitle="я" * 3000))
        assert not problems and not storage.take_problems()
        pipe.send(number)


def _setter(record: dict[str, object]) -> Callable[[MutableMapping[str, object]], None]:
    return lambda table: table.update(anna=record)


def _look(root: Path, acknowledged: int, found: Killed) -> int:
    storage = DurableStorage(root / "library" / "library.json")
    try:
        tables = storage.read()
        people, clients = (int(tables[name]["anna"]["rev"]) for name in ("people", "clients"))
    except (OSError, KeyError, ValueError):
        found.unreadable += 1
        return 0
    read = Workspace(root).read(root / "proposals" / "a")
    found.unreadable += read.proposal is None
    found.half += people != clients
    title = int(read.proposal.title) if read.proposal else acknowledged
    found.lost += (people < acknowledged) + (title < acknowledged)
    found.told += bool(storage.take_problems() or read.problems)
    return max(people, title)
