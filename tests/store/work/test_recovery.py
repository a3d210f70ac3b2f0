"""After a crash everything acknowledged is there, and the user is told what was recovered."""

import os
import shutil
from pathlib import Path

from app.store.source import FILE_NAME, read_source, source_bytes
from app.store.work.journal import JOURNAL
from app.store.work.me import Me
from app.store.work.recovery import recover
from app.store.work.versions import Versions
from app.store.work.working import open_working
from app.store.workspace import Workspace
from tests.store.faults.faulty import Crash, FaultyDisk
from tests.store.work.conftest import START, Hands, die, opened, titled


def test_nothing_is_told_when_everything_was_closed(workspace: Workspace, folder: Path, anna: Me) -> None:
    copy = opened(workspace, folder, anna)
    copy.save(titled("a"), ["edit"])
    copy.close()
    assert recover(workspace, anna) == ()


def test_what_was_done_before_a_crash_is_told_once_and_can_be_undone(
    workspace: Workspace, folder: Path, anna: Me, boris: Me, clock: Hands
) -> None:
    copy = opened(workspace, folder, anna)
    copy.save(titled("a"), ["hours of 'Design' 40 → 48"])
    clock.later(minutes=5)
    copy.save(titled("b"), ["title"])
    die(copy)
    saved = clock.now
    clock.later(hours=1)
    (found,) = recover(workspace, boris)
    assert (found.folder, found.number, found.title, found.who, found.saved) == (
        folder, "КП-2026-0001", "b", "anna@studio", saved,
    )  # fmt: skip
    assert found.edits == ("hours of 'Design' 40 → 48", "title")
    assert (found.replayed, found.restored_from, found.aside, found.problems) == (False, "", "", ())
    assert Versions().read(folder, found.opening).proposal == START
    assert recover(workspace, boris) == ()
    again = open_working(workspace, folder, boris)
    assert again.problems == () and again.proposal == titled("b")


def test_what_is_open_in_another_window_is_left_alone(workspace: Workspace, folder: Path, anna: Me, boris: Me) -> None:
    copy = opened(workspace, folder, anna)
    copy.save(titled("a"), ["edit"])
    assert recover(workspace, boris) == ()
    assert copy.save(titled("b"), ["edit"]) == ()


def crash_between(workspace: Workspace, folder: Path, me: Me, title: str) -> None:
    """Die after the journal is written and before the file is replaced."""

    class Dying(FaultyDisk):
        armed = False

        def step(self, name, act, torn=None):  # type: ignore[no-untyped-def]
            self.dead = self.dead or (self.armed and name == "replace")
            return super().step(name, act, torn)

    disk = Dying()
    copy = opened(Workspace(workspace.path, disk), folder, me)
    disk.armed = True
    try:
        copy.save(titled(title), ["last"])
    except Crash:
        die(copy)
        return
    raise AssertionError("it should have died")


def test_a_save_that_was_interrupted_is_finished(workspace: Workspace, folder: Path, anna: Me) -> None:
    copy = opened(workspace, folder, anna)
    copy.save(titled("a"), ["first"])
    copy.close()
    crash_between(workspace, folder, anna, "b")
    assert list(folder.glob(".*.tmp"))
    assert read_source(folder).proposal == titled("a")
    (found,) = recover(workspace, anna)
    assert (found.replayed, found.title, found.edits, found.swept) == (True, "b", ("last",), 1)
    assert [one.code for one in found.problems] == ["work-replayed"]
    assert read_source(folder).proposal == titled("b")
    assert Versions().read(folder, found.opening).proposal == titled("a")
    assert not list(folder.glob(".*.tmp"))


def test_opening_finishes_an_interrupted_save_too(workspace: Workspace, folder: Path, anna: Me) -> None:
    copy = opened(workspace, folder, anna)
    copy.save(titled("a"), ["first"])
    copy.close()
    crash_between(workspace, folder, anna, "b")
    found = open_working(workspace, folder, anna)
    assert found.proposal == titled("b") and [one.code for one in found.problems] == ["work-replayed"]


def test_a_file_that_the_crash_damaged_is_restored(workspace: Workspace, folder: Path, anna: Me) -> None:
    copy = opened(workspace, folder, anna)
    copy.save(titled("a"), ["first"])
    copy.save(titled("b"), ["second"])
    die(copy)
    (folder / FILE_NAME).write_bytes(b"\0" * 100)
    (found,) = recover(workspace, anna)
    assert (found.restored_from, found.title, found.edits) == ("journal", "b", ("first", "second"))
    assert (folder / found.aside).read_bytes() == b"\0" * 100
    assert read_source(folder).proposal == titled("b")


def test_what_something_else_wrote_after_a_crash_stays_and_mine_is_kept(workspace: Workspace, folder: Path, anna: Me) -> None:
    copy = opened(workspace, folder, anna)
    copy.save(titled("a"), ["first"])
    die(copy)
    (folder / FILE_NAME).write_bytes(source_bytes(titled("чужое")))
    (found,) = recover(workspace, anna)
    assert found.title == "чужое"
    (told,) = found.problems
    assert told.code == "work-changed-since"
    assert Versions().read(folder, told.fact("version")).proposal == titled("a")
    assert read_source(folder).proposal == titled("чужое")


def test_a_torn_end_of_the_journal_costs_nothing_that_was_acknowledged(workspace: Workspace, folder: Path, anna: Me) -> None:
    copy = opened(workspace, folder, anna)
    copy.save(titled("a"), ["first"])
    die(copy)
    with (folder / JOURNAL).open("ab") as file:
        file.write(b'{"check":"0123')
    (found,) = recover(workspace, anna)
    assert (found.title, found.edits) == ("a", ("first",))
    assert [one.code for one in found.problems] == ["work-journal-damaged"]
    assert recover(workspace, anna) == ()


def test_the_state_folder_may_be_deleted_without_losing_what_is_to_be_recovered(
    workspace: Workspace, folder: Path, anna: Me
) -> None:
    copy = opened(workspace, folder, anna)
    copy.save(titled("a"), ["first"])
    die(copy)
    shutil.rmtree(workspace.state)
    assert [found.edits for found in recover(workspace, anna)] == [("first",)]


def test_one_that_cannot_be_read_is_listed_until_it_can(workspace: Workspace, folder: Path, anna: Me) -> None:
    copy = opened(workspace, folder, anna)
    copy.save(titled("a"), ["first"])
    die(copy)
    for path in (folder / "versions").iterdir():
        path.unlink()
    os.truncate(folder / JOURNAL, 100)
    (folder / FILE_NAME).write_bytes(b"{")
    for _ in range(2):
        (found,) = recover(workspace, anna)
        assert "work-lost" in {one.code for one in found.problems}
    assert (folder / FILE_NAME).read_bytes() == b"{"
