"""An open proposal is saved over and over; nothing of anybody's is lost, and whatever happens is told."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from app.problems import Severity, stops
from app.store.disk import Disk
from app.store.source import FILE_NAME, digest_of, read_source, source_bytes
from app.store.work import sessions
from app.store.work.encoding import Encoder
from app.store.work.journal import JOURNAL, read_journal
from app.store.work.me import Me, myself
from app.store.work.versions import Versions
from app.store.work.working import OnDisk, open_working
from app.store.workspace import Workspace
from tests.store.faults.faulty import FaultyDisk
from tests.store.strategies import proposals
from tests.store.work.conftest import START, Hands, die, opened, titled


def title_in(folder: Path) -> str:
    read = read_source(folder)
    assert read.proposal
    return read.proposal.title


def codes(problems: object) -> list[str]:
    return [found.code for found in problems]  # type: ignore[attr-defined]


def test_looking_at_a_proposal_leaves_no_trace(workspace: Workspace, folder: Path, anna: Me) -> None:
    before = (folder / FILE_NAME).read_bytes()
    copy = opened(workspace, folder, anna)
    assert copy.save(START) == ()
    assert copy.close() == ()
    assert [path.name for path in folder.iterdir()] == [FILE_NAME]
    assert (folder / FILE_NAME).read_bytes() == before


def test_every_save_is_in_the_file_and_in_the_journal(workspace: Workspace, folder: Path, anna: Me) -> None:
    copy = opened(workspace, folder, anna)
    for number in range(5):
        assert copy.save(titled(str(number)), [f"title → {number}"]) == ()
        assert title_in(folder) == str(number)
    journal = read_journal(folder, FaultyDisk())
    assert journal.edits == tuple(f"title → {number}" for number in range(5))
    assert journal.entries[1].who == "anna@studio"
    assert journal.state(0) == source_bytes(START)
    assert journal.newest() == (5, source_bytes(titled("4")))
    assert copy.close() == ()
    assert read_journal(folder, FaultyDisk()).opening is None
    opened(workspace, folder, anna)


def test_a_proposal_that_is_open_is_not_opened_twice_except_for_reading(
    workspace: Workspace, folder: Path, anna: Me, boris: Me
) -> None:
    copy = opened(workspace, folder, anna)
    assert copy.save(titled("Лето"), ["a"]) == ()
    met = open_working(workspace, folder, boris)
    assert met.copy is None and met.proposal is None
    assert met.holder and met.holder.socket == "window-100"
    looked = open_working(workspace, folder, boris, read_only=True)
    assert looked.copy and looked.copy.read_only and looked.proposal == titled("Лето")
    assert codes(looked.copy.save(START)) == ["work-read-only"]
    assert looked.copy.look() is OnDisk.SAME
    assert copy.save(titled("Осень"), ["b"]) == ()
    assert looked.copy.look() is OnDisk.CHANGED
    assert looked.copy.theirs().proposal == titled("Осень")
    assert looked.copy.look() is OnDisk.SAME
    looked.copy.close()
    copy.close()
    opened(workspace, folder, boris)


def test_what_something_else_wrote_is_noticed_and_kept_beside(workspace: Workspace, folder: Path, anna: Me) -> None:
    copy = opened(workspace, folder, anna)
    assert copy.look() is OnDisk.SAME
    theirs = source_bytes(titled("чужое"))
    (folder / FILE_NAME).write_bytes(theirs)
    assert copy.look() is OnDisk.CHANGED
    assert codes(copy.save(titled("моё"), ["mine"])) == ["proposal-changed-elsewhere"]
    assert title_in(folder) == "моё"
    assert (folder / "proposal.other-1.json").read_bytes() == theirs
    assert copy.look() is OnDisk.SAME


def test_a_file_that_was_only_touched_is_the_same(workspace: Workspace, folder: Path, anna: Me) -> None:
    copy = opened(workspace, folder, anna)
    os.utime(folder / FILE_NAME, (1, 1))
    assert copy.look() is OnDisk.SAME


def test_going_on_from_what_something_else_wrote_keeps_mine_as_a_version(workspace: Workspace, folder: Path, anna: Me) -> None:
    copy = opened(workspace, folder, anna)
    assert copy.save(titled("моё"), ["mine"]) == ()
    (folder / FILE_NAME).write_bytes(source_bytes(titled("чужое")))
    assert copy.theirs().proposal == titled("чужое")
    assert copy.save(titled("дальше"), ["more"]) == ()
    assert not list(folder.glob("proposal.other*"))
    versions = Versions()
    assert titled("моё") in [versions.read(folder, one.id).proposal for one in versions.all(folder)]
    journal = read_journal(folder, FaultyDisk())
    assert journal.newest() == (len(journal.entries) - 1, source_bytes(titled("дальше")))


def test_a_change_made_while_nobody_had_it_open_is_told_and_the_earlier_state_is_kept(
    workspace: Workspace, folder: Path, anna: Me
) -> None:
    copy = opened(workspace, folder, anna)
    copy.save(titled("моё"), ["mine"])
    copy.close()
    (folder / FILE_NAME).write_bytes(source_bytes(titled("чужое")))
    again = open_working(workspace, folder, anna)
    assert again.proposal == titled("чужое")
    (told,) = again.problems
    assert (told.code, told.severity) == ("work-changed-since", Severity.INFO)
    assert Versions().read(folder, told.fact("version")).proposal == titled("моё")
    assert again.copy and again.copy.save(titled("дальше"), ["x"]) == ()
    again.copy.close()
    copy = opened(workspace, folder, anna)
    copy.close()
    journal = read_journal(folder, FaultyDisk())
    assert journal.newest() and journal.last == digest_of(source_bytes(titled("дальше")))


def test_a_folder_that_vanishes_is_told_and_saved_into_when_it_is_back(
    workspace: Workspace, folder: Path, anna: Me, tmp_path: Path
) -> None:
    copy = opened(workspace, folder, anna)
    copy.save(titled("до"), ["a"])
    folder.rename(tmp_path / "away")
    assert copy.look() is OnDisk.GONE
    assert not copy.there()
    assert codes(copy.save(titled("без папки"), ["b"])) == ["disk-gone"]
    (tmp_path / "away").rename(folder)
    assert copy.there()
    assert copy.save(titled("снова"), ["b", "c"]) == ()
    assert title_in(folder) == "снова"
    assert read_journal(folder, FaultyDisk()).edits == ("a", "b", "c")


def test_a_folder_that_can_only_be_read_opens_and_says_so(workspace: Workspace, folder: Path, anna: Me) -> None:
    class ReadOnly(FaultyDisk):
        def writable(self, path: Path) -> bool:
            return False

    found = open_working(Workspace(workspace.path, ReadOnly()), folder, anna)
    assert found.proposal == START and found.copy and found.copy.read_only
    assert codes(found.problems) == ["work-folder-read-only"]
    assert stops(found.copy.save(titled("x")))
    assert [path.name for path in folder.iterdir()] == [FILE_NAME]


def test_a_state_folder_that_can_only_be_read_prevents_nobody(workspace: Workspace, folder: Path, anna: Me) -> None:
    class NoState(FaultyDisk):
        def step(self, name, act, torn=None):  # type: ignore[no-untyped-def]
            if name == "open-lock":
                raise PermissionError(13, "Permission denied")
            return super().step(name, act, torn)

    found = open_working(Workspace(workspace.path, NoState()), folder, anna)
    assert found.proposal == START and found.copy
    assert "work-no-lock" in codes(found.problems)
    assert not stops(found.problems)


def test_names_of_a_save_that_failed_are_not_written_twice(workspace: Workspace, folder: Path, anna: Me) -> None:
    disk = FaultyDisk()
    copy = opened(Workspace(workspace.path, disk), folder, anna)
    copy.save(titled("a"), ["one"])
    disk.at, disk.kind = len(disk.names) + 6, "ENOSPC"
    while not stops(copy.save(titled("b"), ["two"])):
        copy.save(titled("a"), ["undo"])
        disk.at = len(disk.names) + 8
    disk.at = -1
    before = read_journal(folder, FaultyDisk()).edits
    assert copy.save(titled("c"), ["two", "three"]) == ()
    assert read_journal(folder, FaultyDisk()).edits[-2:] == ("two", "three")
    assert len(read_journal(folder, FaultyDisk()).edits) <= len(before) + 2


def test_an_undo_after_a_save_that_failed_is_what_a_crash_leaves(workspace: Workspace, folder: Path, anna: Me) -> None:
    """The journal was ahead of the file; when the file is right again, the journal says so too."""

    class Stuck(FaultyDisk):
        stuck = False

        def step(self, name, act, torn=None):  # type: ignore[no-untyped-def]
            if name == "replace" and self.stuck:
                raise OSError(28, "No space left on device")
            return super().step(name, act, torn)

    disk = Stuck()
    copy = opened(Workspace(workspace.path, disk), folder, anna)
    assert copy.save(titled("a"), ["one"]) == ()
    disk.stuck = True
    assert codes(copy.save(titled("b"), ["two"])) == ["disk-full"]
    disk.stuck = False
    assert copy.save(titled("a"), ["two", "undo two"]) == ()
    die(copy)
    again = open_working(workspace, folder, anna)
    assert again.problems == () and again.proposal == titled("a")


def test_a_journal_does_not_grow_for_ever(workspace: Workspace, folder: Path, anna: Me, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "LARGEST_JOURNAL", 20_000)
    copy = opened(workspace, folder, anna)
    largest = 0
    for number in range(200):
        assert copy.save(titled(str(number)), [f"edit {number}"]) == ()
        largest = max(largest, (folder / JOURNAL).stat().st_size)
    assert 10_000 < largest < 30_000
    journal = read_journal(folder, FaultyDisk())
    assert journal.edits == tuple(f"edit {number}" for number in range(200))
    assert journal.state(journal.opening or 0) == source_bytes(START)
    assert journal.newest() == (len(journal.entries) - 1, source_bytes(titled("199")))


def test_a_damaged_line_is_told_and_the_next_session_begins_a_new_chain(workspace: Workspace, folder: Path, anna: Me) -> None:
    copy = opened(workspace, folder, anna)
    for number in range(4):
        copy.save(titled(str(number)), ["edit"])
    copy.close()
    file = folder / JOURNAL
    lines = file.read_bytes().split(b"\n")
    lines[2] = lines[2][:-9] + b"x" + lines[2][-8:]
    file.write_bytes(b"\n".join(lines))
    again = open_working(workspace, folder, anna)
    assert codes(again.problems) == ["work-journal-damaged"]
    assert again.copy and again.copy.save(titled("после"), ["edit"]) == ()
    journal = read_journal(folder, FaultyDisk())
    assert journal.newest() == (len(journal.entries) - 1, source_bytes(titled("после")))


@pytest.mark.parametrize("damage", [b"", b"\0" * 900, b'{"schema": 2, "title": "Ve', b"\xff\xfe\x00", b"[]", None])
def test_a_damaged_file_is_set_aside_and_restored_from_the_journal(
    workspace: Workspace, folder: Path, anna: Me, damage: bytes | None
) -> None:
    copy = opened(workspace, folder, anna)
    copy.save(titled("последнее"), ["edit"])
    copy.close()
    file = folder / FILE_NAME
    if damage is None:
        file.unlink()
    else:
        file.write_bytes(damage)
    looked = open_working(workspace, folder, anna, read_only=True)
    assert looked.proposal == titled("последнее") and codes(looked.problems) == ["work-restored"]
    again = open_working(workspace, folder, anna)
    assert again.proposal == titled("последнее") and codes(again.problems) == ["work-restored"]
    assert file.read_bytes() == source_bytes(titled("последнее"))
    assert [path.read_bytes() for path in folder.glob("*.damaged-*")] == ([] if damage is None else [damage])
    assert again.copy and again.copy.save(titled("дальше"), ["x"]) == ()


def test_without_a_journal_a_damaged_file_is_restored_from_the_newest_version_that_verifies(
    workspace: Workspace, folder: Path, anna: Me, clock: Hands
) -> None:
    versions = Versions(now=clock)
    for title in ("первая", "вторая", "третья"):
        clock.later(hours=1)
        (folder / FILE_NAME).write_bytes(source_bytes(titled(title)))
        assert versions.keep(folder, title, "anna").problems == ()
    newest = folder / "versions" / f"{versions.all(folder)[0].id}.json"
    newest.write_bytes(newest.read_bytes().replace("третья".encode(), "третьЯ".encode()))
    (folder / FILE_NAME).write_bytes(b"{")
    again = open_working(workspace, folder, anna)
    assert again.proposal == titled("вторая") and codes(again.problems) == ["work-restored-version"]


def test_what_cannot_be_restored_is_left_as_it_is(workspace: Workspace, folder: Path, anna: Me) -> None:
    (folder / FILE_NAME).write_bytes(b"{ hours of work")
    found = open_working(workspace, folder, anna)
    assert found.copy is None and "work-lost" in codes(found.problems)
    assert [(path.name, path.read_bytes()) for path in folder.iterdir()] == [(FILE_NAME, b"{ hours of work")]


def test_a_newer_file_is_neither_opened_nor_taken_for_damaged(workspace: Workspace, folder: Path, anna: Me) -> None:
    copy = opened(workspace, folder, anna)
    copy.save(titled("x"), ["edit"])
    copy.close()
    newer = (folder / FILE_NAME).read_bytes().replace(b'"schema": 2', b'"schema": 99')
    (folder / FILE_NAME).write_bytes(newer)
    found = open_working(workspace, folder, anna)
    assert found.copy is None and codes(found.problems) == ["source-newer"]
    assert (folder / FILE_NAME).read_bytes() == newer


def test_a_folder_without_a_proposal_is_told(workspace: Workspace, anna: Me) -> None:
    found = open_working(workspace, workspace.folder / "none", anna)
    assert found.copy is None and codes(found.problems) == ["source-missing"]


def test_a_state_is_kept_before_the_first_save_of_each_day(workspace: Workspace, folder: Path, anna: Me, clock: Hands) -> None:
    copy = opened(workspace, folder, anna)
    for day in range(4):
        for number in range(3):
            copy.save(titled(f"{day}.{number}"), ["edit"])
        clock.later(days=1)
    versions = Versions()
    kept = [versions.read(folder, one.id).proposal for one in versions.all(folder)]
    assert kept == [titled("2.2"), titled("1.2"), titled("0.2"), START]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(proposals, proposals)
def test_what_is_remembered_of_a_proposal_changes_nothing_of_its_bytes(first, second) -> None:  # type: ignore[no-untyped-def]
    encoder = Encoder()
    mixed = replace(first, sections=(*second.sections, *first.sections), estimate=second.estimate)
    for proposal in (first, second, mixed, first):
        assert encoder.content(proposal) == source_bytes(proposal)


def test_with_the_real_disk_and_the_real_process(workspace: Workspace, folder: Path) -> None:
    workspace = Workspace(workspace.path, Disk())
    copy = opened(workspace, folder, myself("socket"))
    assert copy.save(titled("Лето"), ["a"]) == ()
    assert copy.pulse() == ()
    met = open_working(workspace, folder, myself())
    assert met.holder and met.holder.pid == os.getpid()
    assert copy.close() == ()
    shutil.rmtree(workspace.state)
    opened(workspace, folder, myself()).close()
