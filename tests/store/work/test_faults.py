"""Whatever step fails, and however: the old or the new state is there after a restart, and the next save works."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from app.problems import Problem, stops
from app.store.disk import Disk
from app.store.source import FILE_NAME, read_source, write_proposal
from app.store.work import sessions
from app.store.work.journal import read_journal
from app.store.work.me import Me
from app.store.work.recovery import recover
from app.store.work.working import open_working
from app.store.workspace import Workspace
from tests.store.faults.faulty import KINDS, Crash, FaultyDisk
from tests.store.work.conftest import FOLDER, START, Hands, titled

ME = Me("anna", "studio", 100, "", Hands())
OTHER = Me("boris", "studio", 200, "", Hands())


@pytest.fixture
def root() -> Iterator[Path]:
    """A place in memory where there is one: hundreds of folders are made and removed here."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder) / "work"


def fresh(root: Path) -> Path:
    shutil.rmtree(root, ignore_errors=True)
    for name in ("proposals", "state", "library"):
        (root / name).mkdir(parents=True)
    folder = root / "proposals" / FOLDER
    assert write_proposal(folder, START, FaultyDisk()) == ()
    return folder


def crashed(root: Path, saved: bool) -> Path:
    """A proposal whose session was killed between the journal and the file; with `saved` after it."""
    folder = fresh(root)
    copy = open_working(Workspace(root, FaultyDisk()), folder, ME).copy
    assert copy and copy.save(titled("старое"), ["first"]) == ()
    before = (folder / FILE_NAME).read_bytes()
    assert copy.save(titled("новое"), ["second"]) == ()
    if not saved:
        (folder / FILE_NAME).write_bytes(before)
    assert copy._presence and copy._presence._held
    copy._presence._held.release()
    return folder


def every_fault(
    root: Path, prepare: Callable[[Path], Path], work: Callable[[Path, Disk], object], check: Callable[[Path, object], None]
) -> int:
    count = FaultyDisk()
    work(prepare(root), count)
    names = count.names
    for at in range(len(names)):
        for kind in KINDS:
            folder = prepare(root)
            answer: object = None
            with suppress(Crash):
                answer = work(folder, FaultyDisk(at, kind))
            try:
                check(folder, answer)
            except AssertionError as wrong:
                raise AssertionError(f"{kind} at step {at} ({names[at]}): {wrong}") from wrong
    return len(names) * len(KINDS)


def title_in(folder: Path) -> str:
    read = read_source(folder)
    assert read.problems == () and read.proposal
    return read.proposal.title


def goes_on(folder: Path, titles: set[str], edits: set[tuple[str, ...]] | None = None) -> None:
    """After a restart one of the states is there, nothing needs anybody's attention, and the next save works."""
    workspace = Workspace(folder.parent.parent, FaultyDisk())
    for found in recover(workspace, OTHER):
        assert found.restored_from == ""
        assert {one.code for one in found.problems} <= {"work-replayed", "work-journal-damaged", "work-changed-since"}
        assert edits is None or found.edits in edits
    opened = open_working(workspace, folder, OTHER)
    assert opened.copy and opened.proposal and opened.proposal.title in titles
    assert opened.copy.save(titled("следующее"), ["next"]) == ()
    assert opened.copy.close() == ()
    assert title_in(folder) == "следующее"
    journal = read_journal(folder, FaultyDisk())
    assert journal.newest() and journal.opening is None
    assert not [path for path in folder.rglob("*") if path.name.endswith(".tmp")]


def test_opening_saving_and_closing(root: Path) -> None:
    def work(folder: Path, disk: Disk) -> tuple[tuple[Problem, ...], ...]:
        opened = open_working(Workspace(root, disk), folder, ME)
        if opened.copy is None:
            return (opened.problems,)
        saves = (opened.copy.save(titled("старое"), ["first"]), opened.copy.save(titled("новое"), ["second"]))
        opened.copy.close()
        return saves

    def check(folder: Path, answer: object) -> None:
        titles = {START.title, "старое", "новое"}
        if isinstance(answer, tuple) and len(answer) == 2:
            first, second = answer
            titles = {"новое"} if not stops(second) else {"старое", "новое"} if not stops(first) else titles
            assert title_in(folder) in titles
        goes_on(folder, titles, {(), ("first",), ("second",), ("first", "second")})

    assert every_fault(root, fresh, work, check) > 200


def test_saving_again_after_the_disk_refused(root: Path) -> None:
    """The same window goes on: the next save works, and only what was really done stands in the journal."""
    count = FaultyDisk()
    copy = open_working(Workspace(root, count), fresh(root), ME).copy
    start = len(count.names)
    assert copy and copy.save(titled("новое"), ["first"]) == ()
    copy.close()
    for at in range(start, len(count.names)):
        for kind in ("ENOSPC", "EIO", "EACCES", "EACCES from then on"):
            folder, disk = fresh(root), FaultyDisk(at, kind)
            copy = open_working(Workspace(root, disk), folder, ME).copy
            assert copy
            refused = stops(copy.save(titled("новое"), ["first"]))
            disk.at = -1
            assert copy.save(titled("дальше"), ["first", "then"] if refused else ["then"]) == (), (at, count.names[at], kind)
            assert title_in(folder) == "дальше"
            edits = read_journal(folder, FaultyDisk()).edits
            assert edits in (("first", "then"), ("then",), ("first", "first", "then"))
            assert copy.close() == ()
            assert recover(Workspace(root, FaultyDisk()), OTHER) == ()


def test_recovering(root: Path) -> None:
    """A crash, a full disk or an error while a crash is recovered from: the next start recovers it."""

    def work(folder: Path, disk: Disk) -> object:
        return recover(Workspace(root, disk), ME)

    def check(folder: Path, answer: object) -> None:
        goes_on(folder, {"новое"})

    assert every_fault(root, lambda place: crashed(place, saved=False), work, check) > 100


def test_restoring_a_damaged_file(root: Path) -> None:
    def prepare(place: Path) -> Path:
        folder = crashed(place, saved=True)
        (folder / FILE_NAME).write_bytes(b"{ damaged")
        return folder

    def work(folder: Path, disk: Disk) -> object:
        return open_working(Workspace(root, disk), folder, ME).problems

    def check(folder: Path, answer: object) -> None:
        opened = open_working(Workspace(root, FaultyDisk()), folder, ME)
        assert opened.proposal == titled("новое") and opened.copy
        assert [path.read_bytes() for path in folder.glob("*.damaged-*")]
        assert opened.copy.save(titled("следующее"), ["next"]) == ()
        assert title_in(folder) == "следующее"

    every_fault(root, prepare, work, check)


def test_shortening_the_journal(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "LARGEST_JOURNAL", 10)

    def work(folder: Path, disk: Disk) -> object:
        copy = open_working(Workspace(root, disk), folder, ME).copy
        return copy and copy.save(titled("новое"), ["first"])

    def check(folder: Path, answer: object) -> None:
        goes_on(folder, {START.title, "новое"})

    every_fault(root, fresh, work, check)
