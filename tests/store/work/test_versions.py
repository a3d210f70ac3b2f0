"""Earlier states can be gone back to; they verify, and the automatic ones become fewer with time."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from app.store.snapshots import DAILY, MONTHLY, WEEKLY
from app.store.source import FILE_NAME, source_bytes
from app.store.work.versions import MOST_KEPT, VERSIONS, Versions, Why
from app.store.workspace import Workspace
from tests.store.faults.faulty import KINDS, Crash, FaultyDisk
from tests.store.work.conftest import START, Hands, titled


@pytest.fixture
def versions(clock: Hands) -> Versions:
    return Versions(FaultyDisk(), clock)


def test_a_version_is_kept_under_the_name_that_somebody_gave_it(folder: Path, versions: Versions, clock: Hands) -> None:
    kept = versions.keep(folder, "  перед\nзвонком ", "anna")
    assert kept.problems == () and kept.version
    assert (kept.version.name, kept.version.by, kept.version.at) == ("перед звонком", "anna", clock.now)
    assert versions.all(folder) == (kept.version,)
    read = versions.read(folder, kept.version.id)
    assert read.proposal == START and read.problems == ()


def test_the_newest_one_comes_first_and_deleting_takes_one(folder: Path, versions: Versions, clock: Hands) -> None:
    for title in ("a", "b", "c"):
        clock.later(seconds=1)
        (folder / FILE_NAME).write_bytes(source_bytes(titled(title)))
        versions.keep(folder, title, "anna")
    assert [one.name for one in versions.all(folder)] == ["c", "b", "a"]
    assert versions.remove(folder, versions.all(folder)[1].id) == ()
    assert [versions.read(folder, one.id).proposal for one in versions.all(folder)] == [titled("c"), titled("a")]


def test_another_name_changes_neither_the_moment_nor_the_state(folder: Path, versions: Versions, clock: Hands) -> None:
    kept = versions.keep(folder, "x", "anna").version
    assert kept
    clock.later(seconds=90)
    renamed = versions.rename(folder, kept.id, " перед\nзвонком ").version
    assert renamed
    assert (renamed.name, renamed.at, renamed.by, renamed.digest) == ("перед звонком", kept.at, kept.by, kept.digest)
    assert versions.all(folder) == (renamed,)
    assert versions.read(folder, renamed.id).proposal == START
    assert versions.rename(folder, renamed.id, "перед звонком").version == renamed
    assert versions.all(folder) == (renamed,)
    assert [one.code for one in versions.rename(folder, kept.id, "y").problems] == ["version-damaged"]


def test_every_damage_is_noticed(folder: Path, versions: Versions) -> None:
    kept = versions.keep(folder, "x", "anna").version
    assert kept
    file = folder / VERSIONS / f"{kept.id}.json"
    whole = file.read_bytes()
    for at in range(0, len(whole), 3):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :])
        assert [found.code for found in versions.read(folder, kept.id).problems] == ["version-damaged"]
        assert versions.newest_good(folder) is None
    for length in range(0, len(whole), 7):
        file.write_bytes(whole[:length])
        assert versions.read(folder, kept.id).proposal is None


@pytest.mark.parametrize(
    "wrong", ["", "../../proposal", "/etc/passwd", "20261121T120000000000-named-0123456789abcdeg", "x" * 9000]
)
def test_what_is_no_version_reads_nothing(folder: Path, versions: Versions, wrong: str) -> None:
    read = versions.read(folder, wrong)
    assert read.proposal is None
    assert [found.code for found in read.problems] == ["version-damaged"]
    assert versions.remove(folder, wrong) == ()
    assert (folder / FILE_NAME).exists()


def test_one_that_is_gone_is_told(folder: Path, versions: Versions) -> None:
    assert [found.code for found in versions.read(folder, "20261121T120000000000-named-0123456789abcdef").problems] == [
        "disk-gone"
    ]


def test_automatic_ones_thin_out_and_named_ones_stay(folder: Path, versions: Versions, clock: Hands) -> None:
    versions.keep(folder, "первая", "anna")
    for day in range(400):
        clock.later(days=1)
        versions.snapshot(folder, f"{day}".encode(), clock.now, "anna")
    there = versions.all(folder)
    daily = [one for one in there if one.why is Why.DAY]
    assert [one.name for one in there if one.why is Why.NAMED] == ["первая"]
    assert DAILY < len(daily) <= DAILY + WEEKLY + MONTHLY
    assert daily[0].at == clock.now
    assert {one.at.date() for one in daily[:DAILY]} == {clock.now.date() - datetime.timedelta(days=back) for back in range(DAILY)}


def test_what_was_rescued_stays_on_the_same_day_and_is_kept_once(folder: Path, versions: Versions, clock: Hands) -> None:
    for number in range(MOST_KEPT + 5):
        clock.later(seconds=1)
        first = versions.rescue(folder, str(number).encode(), clock.now, "anna")
        assert versions.rescue(folder, str(number).encode(), clock.now, "anna") == first
        versions.snapshot(folder, b"day", clock.now, "anna")
    kept = [versions.content(folder, one.id) for one in versions.all(folder) if one.why is Why.KEPT]
    assert kept == [str(number).encode() for number in reversed(range(5, MOST_KEPT + 5))]


def test_a_failure_leaves_no_half_version(folder: Path, versions: Versions) -> None:
    versions.keep(folder, "первая", "anna")
    disk = FaultyDisk()
    Versions(disk).keep(folder, "вторая", "anna")
    for at in range(len(disk.names)):
        for kind in KINDS:
            try:
                kept = Versions(FaultyDisk(at, kind)).keep(folder, "ещё", "anna")
                assert kept.version or kept.problems
            except Crash:
                pass
            for one in versions.all(folder):
                assert versions.read(folder, one.id).proposal == START


def test_a_file_of_an_earlier_format_is_kept_before_it_is_written_in_the_present_one(tmp_path: Path) -> None:
    """Also where a version of the same day is there already, and where no session writes: it is asked for by the command line."""
    place = Workspace.open(tmp_path / "work").workspace
    assert place
    folder = place.folder / "old"
    folder.mkdir()
    old = (Path(__file__).parents[1] / "golden" / "proposal-1.json").read_bytes()
    (folder / FILE_NAME).write_bytes(old)
    read = place.read(folder)
    assert read.proposal
    assert place.save(folder, replace(read.proposal, title="Новое")) == ()
    assert place.save(folder, replace(read.proposal, title="Ещё новее")) == ()
    kept = Versions().all(folder)
    assert [one.why for one in kept] == [Why.KEPT]
    assert Versions().content(folder, kept[0].id) == old
