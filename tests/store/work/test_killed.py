"""A real process that is killed while it saves by itself: what was acknowledged is there, and is told."""

import multiprocessing
import os
import signal
from multiprocessing.connection import Connection
from pathlib import Path

from app.store.source import write_proposal
from app.store.work.me import myself
from app.store.work.recovery import recover
from app.store.work.working import open_working
from app.store.workspace import Workspace
from tests.store.work.conftest import FOLDER, START, titled

FORK = multiprocessing.get_context("fork")
KILLS = 12


def save_until_killed(root: Path, start: int, pipe: Connection) -> None:
    opened = open_working(Workspace(root), root / "proposals" / FOLDER, myself())
    assert opened.copy and opened.problems == ()
    number = start
    while True:
        number += 1
        pipe.send((number, opened.copy.save(titled(f"{number} {'я' * 3000}"), [f"edit {number}"])))


def test_no_acknowledged_save_is_lost_and_every_edit_is_named(tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path).workspace
    assert workspace
    folder = workspace.folder / FOLDER
    assert write_proposal(folder, titled("0 "), workspace.disk) == ()
    assert START.number
    number = 0
    for attempt in range(KILLS):
        receiver, sender = FORK.Pipe(duplex=False)
        child = FORK.Process(target=save_until_killed, args=(tmp_path, number, sender))
        child.start()
        sender.close()
        acknowledged = number
        for _ in range(attempt % 5 + 1):
            acknowledged, problems = receiver.recv()
            assert problems == ()
        assert child.pid
        os.kill(child.pid, signal.SIGKILL)
        child.join()
        while receiver.poll():
            try:
                acknowledged = receiver.recv()[0]
            except EOFError:
                break
        (found,) = recover(workspace)
        assert {one.code for one in found.problems} <= {"work-replayed", "work-journal-damaged"}
        last = int(found.title.split()[0])
        assert acknowledged <= last <= acknowledged + 1
        assert found.edits == tuple(f"edit {at}" for at in range(number + 1, last + 1))
        number = last
    opened = open_working(workspace, folder)
    assert opened.copy and opened.proposal and opened.proposal.title.startswith(f"{number} ")
    opened.copy.close()
