"""Backups while other processes write, and backups whose process is killed."""

import multiprocessing
import os
import shutil
import signal
import time
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

from app.model.people import Person
from app.model.picture import Picture
from app.model.sections import Cover
from app.store.backup.checking import verified
from app.store.backup.making import make
from app.store.backup.restoring import finish_restore, restore, restore_over
from app.store.disk import Disk
from app.store.verify.checks import verify
from app.store.workspace import Workspace
from tests.store.backup.making import NOW, filled, state_of
from tests.store.faults.faulty import FaultyDisk

FORK = multiprocessing.get_context("fork")


class Unflushed(Disk):
    """A disk that is not made to flush, so that the processes meet more often."""

    def step(self, name, act, torn=None):  # type: ignore[no-untyped-def]
        return None if name in ("sync", "settle") else act()


def keep_writing(root: Path, pipe: Connection) -> None:
    """Give a proposal and the library new states, each with its number everywhere, and pictures that go and come."""
    place = Workspace(root, Unflushed())
    folder = sorted(path for path in place.folder.iterdir() if path.is_dir())[0]
    proposal = place.read(folder).proposal
    assert proposal
    number = 0
    while True:
        number += 1
        added = place.add_media(folder, b"%d" % number * 5000, ".jpg")
        picture = Cover(id="s1", kicker=str(number), picture=Picture(file=added.file))
        assert place.save(folder, replace(proposal, subtitle=str(number), sections=(picture,))) == ()
        assert place.library.people.put(Person(id="anna", name=str(number), about=str(number) * 500)).problems == ()
        if number == 3:
            pipe.send(number)


def test_a_backup_made_while_others_write_is_of_whole_states(tmp_path: Path) -> None:
    place = filled(tmp_path / "work")
    for path in (*place.path.rglob("journal.jsonl"), *place.path.rglob("proposal.pdf")):
        path.unlink()  # they are none
    shutil.rmtree(next(place.path.rglob("revisions")))
    receiver, sender = FORK.Pipe(duplex=False)
    child = FORK.Process(target=keep_writing, args=(place.path, sender))
    child.start()
    try:
        assert receiver.recv() == 3
        files = [make(place.path, NOW, tmp_path / f"{number}.zip", Unflushed()) for number in range(6)]
    finally:
        assert child.pid
        os.kill(child.pid, signal.SIGKILL)
        child.join()
    seen = set()
    for number, made in enumerate(files):
        assert made.file, made.problems
        back = Workspace(tmp_path / f"back{number}", FaultyDisk())
        assert restore(made.file, back.path, FaultyDisk()).problems == ()
        assert verify(back, NOW).problems == ()
        proposal = next(found for entry in back.proposals() if (found := back.read(entry.folder).proposal) and found.subtitle)
        assert proposal.sections[0].kicker == proposal.subtitle  # type: ignore[union-attr]
        anna = back.library.people.get("anna").first
        assert anna and anna.value.about == anna.value.name * 500
        seen.add(proposal.subtitle)
    assert len(seen) > 1, "the other process wrote nothing meanwhile"


def test_a_backup_that_is_killed_leaves_nothing_that_counts(tmp_path: Path) -> None:
    place = filled(tmp_path / "work")
    folder = next(path for path in place.folder.iterdir() if path.is_dir())
    (folder / "media" / "big.bin").write_bytes(os.urandom(3_000_000))
    whole = state_of(place.path)
    for attempt in range(8):
        child = FORK.Process(target=make, args=(place.path, NOW), kwargs={"disk": Unflushed()})
        child.start()
        time.sleep(0.004 * attempt)
        assert child.pid
        os.kill(child.pid, signal.SIGKILL)
        child.join()
        for path in (place.path / "backups").glob("[!.]*"):
            assert verified(path, FaultyDisk()) == ()
        assert state_of(place.path) == whole
    made = make(place.path, NOW, disk=FaultyDisk())
    assert made.file and restore(made.file, tmp_path / "back", FaultyDisk()).problems == ()
    assert state_of(tmp_path / "back") == whole
    assert not list((place.path / "backups").glob(".*"))


def test_a_restore_that_is_killed_leaves_the_old_or_the_new_state(tmp_path: Path) -> None:
    place = filled(tmp_path / "work")
    backup = make(place.path, NOW, tmp_path / "a.zip", FaultyDisk()).file
    assert backup
    old = state_of(place.path)
    for attempt in range(8):
        (place.path / "proposals" / "x.txt").write_bytes(b"%d" % attempt)
        newer = state_of(place.path)
        child = FORK.Process(target=restore_over, args=(place.path, backup, NOW), kwargs={"disk": Unflushed()})
        child.start()
        time.sleep(0.02 + 0.006 * attempt)
        assert child.pid
        os.kill(child.pid, signal.SIGKILL)
        child.join()
        finish_restore(place.path, FaultyDisk())
        assert state_of(place.path) in (old, newer)


def test_two_backups_at_once_are_both_whole(tmp_path: Path) -> None:
    place = filled(tmp_path / "work")
    children = [FORK.Process(target=make, args=(place.path, NOW), kwargs={"disk": Unflushed()}) for _ in range(3)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    files = list((place.path / "backups").iterdir())
    assert len(files) == 3
    assert all(verified(path, FaultyDisk()) == () for path in files)
