"""Processes that edit the same library at the same time."""

import multiprocessing
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path

from app.model.people import Person
from app.store.disk import Disk
from app.store.library import Library

FORK = multiprocessing.get_context("fork")


class Unflushed(Disk):
    """A disk that is not made to flush, so that processes meet more often."""

    def step(self, name, act, torn=None):  # type: ignore[no-untyped-def]
        return None if name in ("sync", "settle") else act()


@dataclass
class Crowd:
    """What became of the edits: those that are missing, and the conflicts that were shown and then resolved."""

    processes: int
    edits: int
    lost: int
    conflicts: int


def meet(file: Path, processes: int, edits: int) -> Crowd:
    """Let processes add so many records each, and count a shared one up as often. Raises AssertionError for one that fails."""
    assert Library(file).people.put(Person(id="shared", name="", role="0")).problems == ()
    children = []
    for who in range(processes):
        receiver, sender = FORK.Pipe(duplex=False)
        child = FORK.Process(target=_edit, args=(file, f"p{who}-", edits, sender))
        child.start()
        sender.close()
        children.append((child, receiver))
    conflicts = 0
    for child, receiver in children:
        assert receiver.poll(120)
        conflicts += receiver.recv()
        child.join()
        assert child.exitcode == 0
    library = Library(file)
    shared = library.people.get("shared").first
    assert shared
    names = {one.value.name for one in library.people.all().records}
    wanted = {f"p{who}-{number}" for who in range(processes) for number in range(edits)}
    assert shared.rev == int(shared.value.role) + 1
    return Crowd(processes, 2 * edits, len(wanted - names) + processes * edits - int(shared.value.role), conflicts)


def _edit(file: Path, who: str, edits: int, pipe: Connection) -> None:
    """Add people and count a shared one up, trying again after every conflict."""
    library = Library(file, Unflushed())
    conflicts = 0
    for number in range(edits):
        assert library.people.put(Person(id="", name=f"{who}{number}")).problems == ()
        while True:
            shared = library.people.get("shared").first
            assert shared is not None
            counted = replace(shared.value, role=str(int(shared.value.role) + 1))
            codes = {problem.code for problem in library.people.put(counted, shared.rev).problems}
            if not codes:
                break
            assert codes == {"record-conflict"}
            conflicts += 1
    pipe.send(conflicts)
