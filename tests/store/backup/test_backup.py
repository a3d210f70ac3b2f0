"""A backup holds the whole workspace, is read back before it counts, and brings everything back."""

import contextlib
import datetime
import os
import random
import shutil
import tempfile
import tracemalloc
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.problems import Severity
from app.store.backup.checking import verified
from app.store.backup.daily import daily, due, surplus
from app.store.backup.form import Kept
from app.store.backup.making import make
from app.store.backup.restoring import finish_restore, restore, restore_over
from app.store.workspace import Workspace
from tests.store.backup.making import NOW, PROPOSAL, filled, state_of
from tests.store.faults.faulty import CRASHES, KINDS, Crash, FaultyDisk, steps_of

DAY = datetime.timedelta(days=1)


def turns(at: int, name: str) -> tuple[str, ...]:
    """Return how a step is to fail: in every way where names change, in turn where one step is like hundreds of others."""
    if name in ("replace", "remove", "remove-tree", "lock"):
        return KINDS[: 3 if at % 2 else 7]
    return (KINDS[at // 4 % 7],) if at % 4 == 0 else ()


@pytest.fixture
def memory() -> Iterator[Path]:
    """A place in memory where there is one: hundreds of workspaces are made and removed here."""
    shared = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=shared if shared.is_dir() else None) as folder:
        yield Path(folder)


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    return filled(tmp_path / "work")


@pytest.fixture
def backup(place: Workspace) -> Path:
    made = make(place.path, NOW, disk=FaultyDisk())
    assert made.problems == () and made.file
    return made.file


def codes(problems: object) -> list[str]:
    return [one.code for one in problems]  # type: ignore[attr-defined]


def test_a_backup_is_a_zip_that_any_program_opens(place: Workspace, backup: Path) -> None:
    assert backup == place.path / "backups" / "made-2026-11-22T073000Z.zip"
    with zipfile.ZipFile(backup) as file:
        assert file.testzip() is None
        inside = {name.removeprefix("files/"): file.read(name) for name in file.namelist() if name.startswith("files/")}
    assert inside == state_of(place.path)
    assert verified(backup, FaultyDisk()) == ()


def test_a_restored_workspace_is_the_same_and_its_backup_too(place: Workspace, backup: Path, tmp_path: Path) -> None:
    restored = restore(backup, tmp_path / "back", FaultyDisk())
    assert (restored.problems, restored.proposals, restored.at) == ((), 2, NOW)
    assert restored.files == len(state_of(place.path))
    assert state_of(tmp_path / "back") == state_of(place.path)
    again = make(tmp_path / "back", NOW, disk=FaultyDisk())
    assert again.file and again.file.read_bytes() == backup.read_bytes()
    assert not due(tmp_path / "back", NOW + DAY, FaultyDisk())


def test_a_folder_with_anything_in_it_is_not_restored_into(backup: Path, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a").write_bytes(b"a")
    assert codes(restore(backup, tmp_path / "full", FaultyDisk()).problems) == ["restore-not-empty"]
    assert codes(restore(backup, tmp_path / "full" / "a", FaultyDisk()).problems) == ["restore-not-empty"]
    (tmp_path / "empty").mkdir()
    assert restore(backup, tmp_path / "empty", FaultyDisk()).folder == tmp_path / "empty"


def test_every_flipped_bit_and_every_cut_is_found(backup: Path, tmp_path: Path) -> None:
    content = backup.read_bytes()
    random_ = random.Random(1)
    other = tmp_path / "other.zip"
    for _ in range(1000):
        changed = bytearray(content)
        changed[random_.randrange(len(content))] ^= 1 << random_.randrange(8)
        other.write_bytes(changed)
        assert verified(other, FaultyDisk())
    for _ in range(200):
        other.write_bytes(content[: random_.randrange(len(content))])
        assert verified(other, FaultyDisk())
    other.write_bytes(content + b"\0")
    assert verified(other, FaultyDisk())
    assert codes(restore(other, tmp_path / "back", FaultyDisk()).problems) == ["zip-broken"]
    assert not (tmp_path / "back").exists()


def test_a_changed_backup_with_a_new_seal_is_found_by_its_list(backup: Path, tmp_path: Path) -> None:
    """Somebody who knows the form can seal anything; what is inside must still be what the list says."""
    from app.store.archive.writing import ArchiveWriter

    other = tmp_path / "other.zip"
    with zipfile.ZipFile(backup) as file, other.open("w+b") as out, ArchiveWriter(out) as writer:
        for name in file.namelist():
            data = file.read(name).replace("Анна".encode(), "Инна".encode())
            writer.add(name, iter((data,)), len(data))
        writer.close(sealed=True)
    assert codes(verified(other, FaultyDisk())) == ["zip-broken"]
    assert codes(restore(other, tmp_path / "back", FaultyDisk()).problems) == ["zip-broken"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["other.zip", "work", "work-source"]


def test_other_files_are_no_backups_and_are_not_replaced(place: Workspace, tmp_path: Path) -> None:
    for data in (b"", b"PK", b"%PDF-1.7" * 9):
        (tmp_path / "x.zip").write_bytes(data)
        assert codes(verified(tmp_path / "x.zip", FaultyDisk())) == ["backup-not-one"]
        assert codes(make(place.path, NOW, tmp_path / "x.zip", FaultyDisk()).problems) == ["backup-not-ours"]
        assert (tmp_path / "x.zip").read_bytes() == data
    assert codes(verified(tmp_path / "none", FaultyDisk())) == ["disk-gone"]
    assert codes(make(place.path, NOW, tmp_path, FaultyDisk()).problems) == ["target-folder"]


def test_links_and_impossible_names_stay_out_and_are_told(place: Workspace, tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    (place.path / "brandbooks" / "link").symlink_to(tmp_path / "secret")
    (place.path / "brandbooks" / "a\nb").write_bytes(b"x")
    (place.path / "brandbooks" / "KURS").write_bytes(b"x")
    (place.path / "brandbooks" / "kurs2").mkdir()
    (place.path / "brandbooks" / "kurs2" / "A").write_bytes(b"x")
    (place.path / "brandbooks" / "kurs2" / "a").write_bytes(b"x")
    os.mkfifo(place.path / "brandbooks" / "pipe")
    made = make(place.path, NOW, disk=FaultyDisk())
    assert made.file
    assert codes(made.problems) == ["backup-odd-file"] * 4
    assert all(one.severity is Severity.WARNING for one in made.problems)
    assert restore(made.file, tmp_path / "back", FaultyDisk()).problems == ()
    assert "brandbooks/link" not in state_of(tmp_path / "back")


def test_it_can_be_given_up_at_any_moment(place: Workspace, backup: Path, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []

    def watch(done: int, total: int) -> bool:
        seen.append((done, total))
        return True

    assert make(place.path, NOW + DAY, disk=FaultyDisk(), progress=watch).file
    assert seen == sorted(seen) and seen[-1][0] == seen[-1][1]
    for stop in range(len(seen)):
        left = iter(range(stop))
        made = make(
            place.path, NOW + 2 * DAY, disk=FaultyDisk(), progress=lambda done, total, left=left: next(left, None) is not None
        )
        assert (made.file, codes(made.problems)) == (None, ["backup-cancelled"])
    assert len(list((place.path / "backups").iterdir())) == 2
    assert codes(restore(backup, tmp_path / "back", FaultyDisk(), lambda done, total: False).problems) == ["restore-cancelled"]
    assert not (tmp_path / "back").exists()
    before = state_of(place.path)
    assert codes(restore_over(place.path, backup, NOW, FaultyDisk(), lambda done, total: False).problems)
    assert state_of(place.path) == before


def test_large_files_need_little_memory(place: Workspace, tmp_path: Path) -> None:
    folder = next(path for path in place.folder.iterdir() if path.is_dir())
    (folder / "media" / "big.bin").write_bytes(random.Random(1).randbytes(40_000_000))
    tracemalloc.start()
    made = make(place.path, NOW, disk=FaultyDisk())
    assert made.file and restore(made.file, tmp_path / "back", FaultyDisk()).folder
    assert tracemalloc.get_traced_memory()[1] < 12_000_000
    tracemalloc.stop()


def test_whatever_step_of_a_backup_fails_nothing_half_is_left(memory: Path) -> None:
    place = filled(memory / "work")
    whole = state_of(place.path)
    names = steps_of(lambda disk: make(place.path, NOW, disk=disk))
    folder = place.path / "backups"
    for at, name in enumerate(names):
        for kind in turns(at, name):
            shutil.rmtree(folder)
            told = f"{kind} at {at} ({name})"
            try:
                made = make(place.path, NOW, disk=FaultyDisk(at, kind))
                assert made.file or made.problems, told
                assert not made.file or verified(made.file, FaultyDisk()) == (), told
            except Crash:
                assert kind in CRASHES
            for path in folder.glob("[!.]*"):
                assert verified(path, FaultyDisk()) == (), told
            assert state_of(place.path) == whole, told
            assert make(place.path, NOW + DAY, disk=FaultyDisk()).file, told
            assert not list(folder.glob(".*")), told


def test_the_present_state_is_kept_before_another_takes_its_place(place: Workspace, backup: Path, tmp_path: Path) -> None:
    old = state_of(place.path)
    gone = next(path for path in place.folder.iterdir() if path.is_dir())
    shutil.rmtree(gone)
    assert place.import_source(tmp_path, place.read(next(place.folder.glob("*/"))).proposal).folder  # type: ignore[arg-type]
    (place.path / "new.txt").write_bytes(b"new")
    newer = state_of(place.path)
    restored = restore_over(place.path, backup, NOW + DAY, FaultyDisk())
    assert (restored.folder, restored.problems, restored.proposals) == (place.path, (), 2)
    assert state_of(place.path) == old
    assert restored.before and restored.before.name == "before-restore-2026-11-23T073000Z.zip"
    assert restore(restored.before, tmp_path / "back", FaultyDisk()).problems == ()
    assert state_of(tmp_path / "back") == newer
    assert not list((place.path / "backups").glob(".*"))


def test_a_restore_that_is_interrupted_is_finished_or_has_not_begun(memory: Path) -> None:
    place = filled(memory / "work")
    backup = make(place.path, NOW, memory / "backup.zip", FaultyDisk()).file
    assert backup
    old = state_of(place.path)
    shutil.rmtree(next(path for path in place.folder.iterdir() if path.is_dir()))
    (place.path / "new.txt").write_bytes(b"new")
    newer = state_of(place.path)
    kept = memory / "kept"
    shutil.copytree(place.path, kept)

    def fresh() -> Path:
        shutil.rmtree(place.path)
        shutil.copytree(kept, place.path)
        return place.path

    names = steps_of(lambda disk: restore_over(fresh(), backup, NOW + DAY, disk))
    for at, name in enumerate(names):
        for kind in turns(at, name):
            root, told = fresh(), f"{kind} at {at} ({name})"
            acknowledged = False
            with contextlib.suppress(Crash):
                acknowledged = restore_over(root, backup, NOW + DAY, FaultyDisk(at, kind)).folder is not None
            problems = finish_restore(root, FaultyDisk())
            assert set(codes(problems)) <= {"restore-finished"}, told
            assert state_of(root) in ((old,) if acknowledged or problems else (old, newer)), told
            assert make(root, NOW + 2 * DAY, disk=FaultyDisk()).file, told
            assert not list((root / "backups").glob(".*")), told


def test_a_backup_is_due_once_a_day_and_only_when_something_changed(place: Workspace) -> None:
    assert due(place.path, NOW, FaultyDisk())
    first = daily(place.path, NOW, FaultyDisk())
    assert first.file and first.file.name == "daily-2026-11-22T073000Z.zip"
    assert not due(place.path, NOW + datetime.timedelta(hours=9), FaultyDisk())
    assert not due(place.path, NOW + DAY, FaultyDisk())
    assert daily(place.path, NOW + DAY, FaultyDisk()).file is None
    (place.path / "new.txt").write_bytes(b"new")
    assert not due(place.path, NOW, FaultyDisk())
    assert due(place.path, NOW + DAY, FaultyDisk())
    assert daily(place.path, NOW + DAY, FaultyDisk()).file


def test_an_empty_workspace_needs_no_backup(tmp_path: Path) -> None:
    Workspace.open(tmp_path / "w", FaultyDisk())
    assert not due(tmp_path / "w", NOW, FaultyDisk())


def test_a_damaged_backup_does_not_count_as_the_last_one(place: Workspace) -> None:
    first = daily(place.path, NOW, FaultyDisk()).file
    assert first
    first.write_bytes(first.read_bytes()[:100])
    assert due(place.path, NOW + DAY, FaultyDisk())


def test_of_many_days_twelve_ten_weeks_and_nine_months_are_kept() -> None:
    kept = [Kept(Path(f"{day}"), "daily", NOW - day * DAY) for day in range(400)]
    kept += [Kept(Path("mine"), "made", NOW - 300 * DAY)]
    gone = surplus(kept)
    assert Path("mine") not in gone
    assert 12 < 400 - len(gone) <= 12 + 10 + 9
    assert not {str(path) for path in gone} & {str(day) for day in range(12)}


def test_older_backups_go_only_after_the_new_one_is_there(place: Workspace) -> None:
    for day in range(14, 0, -1):
        (place.path / "new.txt").write_bytes(b"%d" % day)
        assert daily(place.path, NOW - day * DAY, FaultyDisk()).file
    folder = place.path / "backups"
    there = {path.name for path in folder.iterdir()}
    (place.path / "new.txt").write_bytes(b"now")
    for at in range(len(steps_of(lambda disk: daily(place.path, NOW + 100 * DAY, disk)))):
        for path in folder.glob("daily-2027*"):
            path.unlink()
        if daily(place.path, NOW + 100 * DAY, FaultyDisk(at, "ENOSPC")).file is None:
            assert not [path for path in folder.glob("daily-2027*") if verified(path, FaultyDisk())]
    assert {path.name for path in folder.iterdir()} <= there | {path.name for path in folder.glob("daily-2027*")}


def test_opening_a_workspace_carries_an_interrupted_restore_to_its_end(place: Workspace, backup: Path) -> None:
    old = state_of(place.path)
    (place.path / "new.txt").write_bytes(b"new")
    plan = place.path / "backups" / ".restoring" / "plan.json"
    names = steps_of(lambda disk: restore_over(place.path, backup, NOW + DAY, disk))
    (place.path / "new.txt").write_bytes(b"new")
    for at in range(len(names) - 1, 0, -1):
        with contextlib.suppress(Crash):
            restore_over(place.path, backup, NOW + DAY, FaultyDisk(at, "crash before"))
        if plan.is_file():
            break
    opened = Workspace.open(place.path, FaultyDisk())
    assert codes(opened.problems) == ["restore-finished"]
    assert state_of(place.path) == old
    assert Workspace.open(place.path, FaultyDisk()).problems == ()


def test_numbers_that_clients_have_seen_since_are_never_given_again(place: Workspace, backup: Path, tmp_path: Path) -> None:
    """A number that was sent after the backup belongs to its proposal for ever, whatever state comes back."""
    source = tmp_path / "late"
    source.mkdir()
    late = place.import_source(source, replace(PROPOSAL, title="Осень"))
    assert late.folder
    proposal = place.read(late.folder).proposal
    assert proposal is not None
    assert not place.use_up_number(proposal).problems
    assert restore_over(place.path, backup, NOW).folder
    assert not late.folder.exists()
    following = place.next_number(PROPOSAL.date.year)
    assert following and following != proposal.number
    assert restore_over(place.path, backup, NOW).folder  # nothing is forgotten the second time either
    assert place.next_number(PROPOSAL.date.year) == following


def test_a_backup_without_a_list_of_numbers_forgets_none(place: Workspace, tmp_path: Path) -> None:
    (place.path / "numbers.json").unlink()
    backup = make(place.path, NOW, tmp_path / "early.zip").file
    assert backup
    proposal = place.read(place.proposals()[0].folder).proposal
    assert proposal is not None
    assert not place.use_up_number(proposal).problems
    assert restore_over(place.path, backup, NOW).folder
    assert proposal.number in (place.path / "numbers.json").read_text("utf-8")
