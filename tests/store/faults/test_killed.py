"""Processes that are killed while they save, and processes that save at the same time."""

import datetime
import multiprocessing
import os
import signal
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

from app.model.people import Person
from app.model.proposal import Proposal
from app.store.disk import Disk
from app.store.library import Library
from app.store.workspace import Workspace

FORK = multiprocessing.get_context("fork")
EDITS = 40


def save_until_killed(root: Path, start: int, pipe: Connection) -> None:
    """Save growing numbers in the library and in a proposal, and acknowledge each."""
    workspace = Workspace(root)
    folder = root / "proposals" / "a"
    proposal = Proposal(title="", date=datetime.date(2026, 3, 31))
    number = start
    while True:
        number += 1
        stored = workspace.library.people.put(Person(id="anna", name=str(number), about="я" * 3000))
        problems = workspace.save(folder, replace(proposal, title=str(number), subtitle="я" * 3000))
        pipe.send((number, stored.problems, problems))


def test_no_acknowledged_save_is_lost_when_the_process_is_killed(tmp_path: Path) -> None:
    (tmp_path / "proposals" / "a").mkdir(parents=True)
    acknowledged = 0
    for attempt in range(10):
        receiver, sender = FORK.Pipe(duplex=False)
        child = FORK.Process(target=save_until_killed, args=(tmp_path, acknowledged, sender))
        child.start()
        sender.close()
        for _ in range(attempt % 3 + 1):
            number, *problems = receiver.recv()
            assert problems == [(), ()]
            acknowledged = number
        assert child.pid is not None
        os.kill(child.pid, signal.SIGKILL)
        child.join()
        while receiver.poll():
            try:
                acknowledged = receiver.recv()[0]
            except EOFError:
                break
        workspace = Workspace(tmp_path)
        stored = workspace.library.people.get("anna")
        read = workspace.read(tmp_path / "proposals" / "a")
        assert stored.problems == read.problems == ()
        assert stored.first and read.proposal
        assert acknowledged <= int(stored.first.value.name) <= acknowledged + 1
        assert acknowledged <= int(read.proposal.title) <= acknowledged + 1
        acknowledged = max(int(stored.first.value.name), int(read.proposal.title))


class Unflushed(Disk):
    """A disk that is not made to flush, so that two processes meet more often."""

    def step(self, name, act, torn=None):  # type: ignore[no-untyped-def]
        return None if name in ("sync", "settle") else act()


def edit(file: Path, who: str, pipe: Connection) -> None:
    """Add people and count a shared one up, trying again after every conflict."""
    library = Library(file, Unflushed())
    conflicts = 0
    for number in range(EDITS):
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


def test_two_processes_lose_none_of_their_edits(tmp_path: Path) -> None:
    file = tmp_path / "library.json"
    assert Library(file).people.put(Person(id="shared", name="", role="0")).problems == ()
    children = []
    for who in "ab":
        receiver, sender = FORK.Pipe(duplex=False)
        child = FORK.Process(target=edit, args=(file, who, sender))
        child.start()
        children.append((child, receiver))
    for child, receiver in children:
        assert receiver.poll(60)
        receiver.recv()
        child.join()
        assert child.exitcode == 0
    library = Library(file)
    shared = library.people.get("shared").first
    assert shared and (shared.value.role, shared.rev) == (str(2 * EDITS), 2 * EDITS + 1)
    names = {one.value.name for one in library.people.all().records}
    assert names == {"", *(f"{who}{number}" for who in "ab" for number in range(EDITS))}
