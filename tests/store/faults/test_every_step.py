"""Whatever step of a save fails, and however: the old or the new state is there, and the next save works."""

import datetime
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from app.model.people import Person
from app.model.picture import Picture
from app.model.proposal import Proposal
from app.model.sections import Cover
from app.problems import Problem, stops
from app.store import durable
from app.store.disk import Disk
from app.store.envelope import seal, unseal
from app.store.library import Library
from app.store.source import read_source
from app.store.workspace import Workspace
from tests.store.faults.faulty import KINDS, Crash, FaultyDisk, steps_of

OLD = Proposal(id="a", number="КП-2026-0001", title="старое", date=datetime.date(2026, 3, 31))
NEW = replace(OLD, title="новое")
FOLDER = "proposals/КП-2026-0001 старое"
ANNA = Person(id="anna", name="старое")


def now() -> datetime.datetime:
    return datetime.datetime(2026, 11, 21, 12, tzinfo=datetime.UTC)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with a proposal, a library with a record and snapshots, and a source to import."""
    root = tmp_path_factory.mktemp("prepared")
    workspace = Workspace(root, FaultyDisk())
    (root / FOLDER).mkdir(parents=True)
    assert workspace.save(root / FOLDER, OLD) == ()
    library = Library(root / "library.json", FaultyDisk(), now)
    for name in ("первое", "второе", "старое"):
        assert library.people.put(replace(ANNA, name=name)).problems == ()
    (root / "source").mkdir()
    Image.new("RGB", (40, 30), "navy").save(root / "source" / "sea.jpg")
    return root


class World:
    """A fresh copy of what was prepared, for every fault. `faults` counts them."""

    faults = 0

    def __init__(self, prepared: Path, where: Path) -> None:
        self.files = {path.relative_to(prepared): path.read_bytes() for path in prepared.rglob("*") if path.is_file()}
        self.root = where / "work"

    def fresh(self) -> Path:
        shutil.rmtree(self.root, ignore_errors=True)
        for path, content in self.files.items():
            (self.root / path).parent.mkdir(parents=True, exist_ok=True)
            (self.root / path).write_bytes(content)
        return self.root

    def every_fault(self, work: Callable[[Path, Disk], tuple[Problem, ...]], check: Callable[[Path, bool], None]) -> None:
        names = steps_of(lambda disk: work(self.fresh(), disk))
        assert len(names) > 5
        for at in range(len(names)):
            for kind in KINDS:
                root = self.fresh()
                World.faults += 1
                try:
                    acknowledged = not stops(work(root, FaultyDisk(at, kind)))
                except Crash:
                    acknowledged = False
                try:
                    check(root, acknowledged)
                except AssertionError as wrong:
                    raise AssertionError(f"{kind} at step {at} ({names[at]}): {wrong}") from wrong


@pytest.fixture
def world(prepared: Path) -> Iterator[World]:
    """A place in memory where there is one: a thousand folders are made and removed here."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield World(prepared, Path(folder))


def leftovers(root: Path) -> list[Path]:
    return [path for path in root.rglob("*") if path.name.endswith(".tmp")]


def test_saving_a_proposal(world: World) -> None:
    def work(root: Path, disk: Disk) -> tuple[Problem, ...]:
        workspace = Workspace(root, disk)
        read = workspace.read(root / FOLDER)
        return workspace.save(root / FOLDER, NEW) if read.proposal else read.problems

    def check(root: Path, acknowledged: bool) -> None:
        folder = root / FOLDER
        read = read_source(folder)
        assert read.problems == ()
        assert read.proposal in ((NEW,) if acknowledged else (OLD, NEW))
        workspace = Workspace(root, FaultyDisk())
        workspace.read(folder)
        assert workspace.save(folder, replace(OLD, title="следующее")) == ()
        assert [path.name for path in folder.iterdir()] == ["proposal.json"]
        after = read_source(folder).proposal
        assert after and after.title == "следующее"

    world.every_fault(work, check)


def test_saving_again_with_the_same_program_after_the_disk_refused(world: World) -> None:
    """The window keeps working after a full disk: its own half-done save is not taken for somebody else's."""
    root = world.fresh()
    names = steps_of(lambda disk: Workspace(world.fresh(), disk).save(root / FOLDER, NEW))
    for at in range(len(names)):
        for kind in ("ENOSPC", "EIO", "EACCES"):
            folder = world.fresh() / FOLDER
            disk = FaultyDisk(at, kind)
            workspace = Workspace(root, disk)
            workspace.save(folder, NEW)
            disk.at = -1
            assert workspace.save(folder, replace(OLD, title="следующее")) == (), f"{kind} at {at} ({names[at]})"
            assert [path.name for path in folder.iterdir()] == ["proposal.json"]


def name_in(root: Path) -> str:
    found = Library(root / "library.json", FaultyDisk(), now).people.get("anna")
    assert found.problems == ()
    assert found.first is not None
    return found.first.value.name


def test_storing_in_the_library(world: World) -> None:
    def work(root: Path, disk: Disk) -> tuple[Problem, ...]:
        return Library(root / "library.json", disk, now).people.put(replace(ANNA, name="новое")).problems

    def check(root: Path, acknowledged: bool) -> None:
        assert name_in(root) in (("новое",) if acknowledged else ("старое", "новое"))
        library = Library(root / "library.json", FaultyDisk(), now)
        assert library.people.put(replace(ANNA, name="следующее")).problems == ()
        assert name_in(root) == "следующее"
        assert not [path for path in leftovers(root) if path.parent == root]

    world.every_fault(work, check)


def stored_as(clock: Callable[[], datetime.datetime]) -> Callable[[Path, Disk], tuple[Problem, ...]]:
    return lambda root, disk: Library(root / "library.json", disk, clock).people.put(replace(ANNA, name="новое")).problems


def check_stored(root: Path, acknowledged: bool) -> None:
    assert name_in(root) in (("новое",) if acknowledged else ("старое", "новое"))
    library = Library(root / "library.json", FaultyDisk(), now)
    assert library.people.put(replace(ANNA, name="следующее")).problems == ()
    assert name_in(root) == "следующее"


def test_folding_the_log(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(durable, "LOG_SIZE", 0)
    world.every_fault(stored_as(now), check_stored)


def test_the_first_save_of_a_day(world: World) -> None:
    world.every_fault(stored_as(lambda: now() + datetime.timedelta(days=1)), check_stored)


def test_the_first_save_after_a_migration(world: World) -> None:
    old, _ = seal(2, 5, {"people": {"anna": {"rev": 1, "value": {"id": "anna", "name": "старое"}}}})

    def work(root: Path, disk: Disk) -> tuple[Problem, ...]:
        for left in root.glob("library.json*"):
            shutil.rmtree(left) if left.is_dir() else left.unlink()
        (root / "library.json").write_bytes(old)
        return stored_as(now)(root, disk)

    def check(root: Path, acknowledged: bool) -> None:
        check_stored(root, acknowledged)
        (kept,) = root.rglob("schema2-*.json")
        sealed, before = unseal(kept.read_bytes()), unseal(old)
        assert sealed and before and sealed.data == before.data

    world.every_fault(work, check)


def test_storing_again_with_the_same_program_after_the_disk_refused(world: World) -> None:
    names = steps_of(lambda disk: Library(world.fresh() / "library.json", disk, now).people.put(ANNA))
    for at in range(len(names)):
        for kind in ("ENOSPC", "EIO", "EACCES"):
            disk = FaultyDisk(at, kind)
            library = Library(world.fresh() / "library.json", disk, now)
            library.people.put(replace(ANNA, name="новое"))
            disk.at = -1
            stored = library.people.put(Person(id="boris", name="Борис"))
            assert not stops(stored.problems), f"{kind} at {at} ({names[at]})"
            assert {one.value.name for one in library.people.all().records} <= {"старое", "новое", "Борис"}
            assert len(library.people.all().records) == 2


def test_restoring_a_damaged_library(world: World) -> None:
    """Everything is restored, told, and neither lost nor told wrongly when that is interrupted too."""

    def work(root: Path, disk: Disk) -> tuple[Problem, ...]:
        file = root / "library.json"
        file.write_bytes(file.read_bytes()[:-40])
        found = Library(file, disk, now).people.get("anna")
        return () if found.first else found.problems

    def check(root: Path, acknowledged: bool) -> None:
        library = Library(root / "library.json", FaultyDisk(), now)
        found = library.people.get("anna")
        assert found.first and found.first.value.name == "старое"
        assert {problem.code for problem in found.problems} <= {"library-mended"}
        assert list(root.glob("library.damaged-*"))
        assert library.people.put(replace(ANNA, name="следующее")).problems == ()
        assert name_in(root) == "следующее"

    world.every_fault(work, check)


def test_importing_a_proposal(world: World) -> None:
    """The folder appears whole, with its picture, or not at all; the next import takes the leftovers away."""
    source = Proposal(title="новое", date=datetime.date(2026, 5, 1), sections=(Cover(id="s1", picture=Picture(file="sea.jpg")),))

    def work(root: Path, disk: Disk) -> tuple[Problem, ...]:
        return Workspace(root, disk).import_source(root / "source", source).problems

    def check(root: Path, acknowledged: bool) -> None:
        workspace = Workspace(root, FaultyDisk())
        entries = [entry for entry in workspace.proposals() if entry.title == "новое"]
        assert len(entries) == 1 or not acknowledged
        for entry in entries:
            assert workspace.read(entry.folder).problems == ()
        imported = workspace.import_source(root / "source", source)
        assert imported.problems == ()
        assert imported.folder and workspace.read(imported.folder).problems == ()
        numbers = [entry.number for entry in workspace.proposals()]
        assert len(numbers) == len(set(numbers))
        assert not list((root / "proposals").glob(".import-*"))
        assert leftovers(root) == []

    world.every_fault(work, check)


def test_a_file_is_flushed_before_it_gets_its_name_and_its_folder_afterwards(tmp_path: Path) -> None:
    """The order that a power cut needs: content first, then the name, then the folder that holds the name."""
    assert steps_of(lambda disk: disk.write(tmp_path / "a", b"x")) == ["create", "fill", "sync", "replace", "settle"]
