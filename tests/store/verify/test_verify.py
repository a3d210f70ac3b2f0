"""Everything that was kept is looked at, what can be mended is mended, and what was done is said."""

import hashlib
import random
from dataclasses import replace
from pathlib import Path

import pytest

from app.model.people import Person
from app.problems import Problem
from app.store.backup.making import make
from app.store.manifest import Manifest
from app.store.revisions import Frozen, freeze
from app.store.source import read_source
from app.store.verify.checks import CHECKS, Verified, verify
from app.store.work.versions import Versions, Why
from app.store.work.working import open_working
from app.store.workspace import Workspace
from app.wordings import archives
from tests.store.backup.making import NOW, filled, state_of
from tests.store.faults.faulty import KINDS, Crash, FaultyDisk, steps_of


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    """A workspace with one of everything; its backup is of the same state."""
    place = filled(tmp_path / "work")
    (place.path / "proposals" / "x.txt").unlink()
    for path in place.path.rglob("revisions/1/proposal.pdf"):
        path.unlink()
        path.parent.rmdir()
    for folder in sorted(one for one in place.folder.iterdir()):
        (folder / "journal.jsonl").unlink(missing_ok=True)
        proposal = read_source(folder).proposal
        assert proposal
        assert Versions(FaultyDisk(), lambda: NOW).keep(folder, "до звонка", "anna").version
        frozen = Frozen(proposal, b"%PDF-1.7" * 9, place.path / "brandbooks" / "kurs")
        assert freeze(folder, frozen, Manifest(revision=1, number=proposal.number), FaultyDisk()).folder
    assert look(place).problems == ()
    return place


def look(place: Workspace, repair: bool = False) -> Verified:
    return verify(Workspace(place.path, FaultyDisk()), NOW, repair)


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [one.code for one in problems]


def backed_up(place: Workspace) -> dict[str, bytes]:
    assert make(place.path, NOW, disk=FaultyDisk()).file
    return state_of(place.path)


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 4
    path.chmod(0o644)
    path.write_bytes(content)


def one(place: Workspace, pattern: str) -> Path:
    return sorted(place.path.glob(pattern))[0]


def test_a_sound_workspace_is_told_so_with_what_was_looked_at(place: Workspace) -> None:
    backed_up(place)
    found = look(place)
    assert (found.problems, found.mended) == ((), ())
    assert {"library", "proposal", "version", "picture", "revision", "backup"} <= set(found.looked)
    assert found.looked["proposal"] == 2


def test_checking_changes_nothing(place: Workspace) -> None:
    backed_up(place)
    for pattern in ("library/library.json", "proposals/*/media/*", "proposals/*/proposal.json", "backups/*.zip"):
        flip(one(place, pattern))
    before = state_of(place.path), sorted(path.name for path in (place.path / "backups").iterdir())
    assert len(look(place).problems) >= 4
    assert (state_of(place.path), sorted(path.name for path in (place.path / "backups").iterdir())) == before


def test_a_damaged_library_is_restored(place: Workspace) -> None:
    flip(place.library_folder / "library.json")
    assert codes(look(place).problems) == ["verify-library-damaged"]
    found = look(place, repair=True)
    assert (codes(found.mended)[0].startswith("library-"), found.problems) == (True, ())
    assert look(place).problems == ()
    assert {stored.value.name for stored in Workspace(place.path).library.people.all().records} == {"Анна", "Борис"}


def test_a_damaged_snapshot_is_removed(place: Workspace) -> None:
    snapshots = place.library_folder / "library.json.snapshots"
    snapshots.mkdir(exist_ok=True)
    (snapshots / "2026-01-01-000000000001.json").write_bytes(b"{}")
    assert codes(look(place).problems) == ["verify-snapshot-damaged"]
    assert codes(look(place, repair=True).mended) == ["verify-snapshot-removed"]
    assert look(place).problems == ()


def test_a_damaged_picture_is_put_back_from_another_proposal(place: Workspace) -> None:
    picture = one(place, "proposals/*/media/*")
    good = picture.read_bytes()
    picture.unlink()  # its content is that of other files, which are second names of it
    picture.write_bytes(good[:-1] + b"?")
    assert codes(look(place).problems) == ["verify-picture-damaged"]
    found = look(place, repair=True)
    assert codes(found.mended) == ["verify-restored"]
    assert found.problems == ()
    assert picture.read_bytes() == good


def test_a_missing_picture_is_put_back(place: Workspace) -> None:
    picture = one(place, "proposals/*/media/*")
    good = picture.read_bytes()
    picture.unlink()
    assert codes(look(place).problems) == ["verify-picture-missing"]
    assert look(place, repair=True).problems == ()
    assert picture.read_bytes() == good


def test_a_damaged_proposal_is_restored_from_its_version(place: Workspace) -> None:
    file = one(place, "proposals/*/proposal.json")
    good = file.read_bytes()
    file.write_bytes(good[:40])
    assert codes(look(place).problems) == ["verify-proposal-damaged"]
    assert codes(look(place, repair=True).mended) == ["work-restored-version"]
    assert file.read_bytes() == good
    assert look(place).problems == ()


def test_what_is_damaged_everywhere_comes_back_from_the_backup(place: Workspace) -> None:
    """Media, versions, proposals, revisions: all of one kind are harmed, so that only the backup has a good one."""
    good = backed_up(place)
    for pattern in ("library/media/*", "proposals/*/media/*", "proposals/*/versions/*", "proposals/*/revisions/*/*.*"):
        for path in place.path.glob(pattern):
            if path.name != "a.jpg":
                flip(path)
    for path in place.folder.glob("*/proposal.json"):
        path.write_bytes(b"{")
    found = look(place, repair=True)
    assert found.problems == ()
    assert found.mended
    after = state_of(place.path)
    assert {name: content for name, content in after.items() if ".damaged-" not in name} == good
    assert look(place).problems == ()


def test_what_cannot_be_mended_remains_and_is_told(place: Workspace) -> None:
    for path in place.path.glob("proposals/*/media/*"):
        flip(path)  # the revisions have second names of the same files
    file = one(place, "proposals/*/versions/*")
    flip(file)
    found = look(place, repair=True)
    assert {"verify-picture-damaged", "revision-damaged", "version-damaged"} <= set(codes(found.problems))
    assert look(place).problems == found.problems


def test_a_damaged_backup_counts_no_longer(place: Workspace) -> None:
    backed_up(place)
    flip(one(place, "backups/*.zip"))
    assert codes(look(place).problems) == ["zip-broken"]
    assert codes(look(place, repair=True).mended) == ["verify-backup-aside"]
    assert look(place).problems == ()
    assert one(place, "backups/damaged-*.zip").is_file()


def test_a_proposal_that_is_open_elsewhere_is_left_alone(place: Workspace) -> None:
    from app.store.disk import Disk
    from app.store.work.me import myself
    from app.store.work.presence import ask

    file = one(place, "proposals/*/proposal.json")
    asked = ask(place.state, file.parent, myself(), Disk())
    assert asked.presence
    file.write_bytes(b"{")
    assert codes(look(place, repair=True).problems) == ["verify-proposal-damaged"]
    assert file.read_bytes() == b"{"
    asked.presence.leave()


def test_every_flip_in_anything_with_a_hash_is_found(place: Workspace) -> None:
    random_ = random.Random(2)
    files = [
        path
        for pattern in ("library/library.json", "proposals/*/media/*", "proposals/*/versions/*", "proposals/*/revisions/1/**/*")
        for path in place.path.glob(pattern)
        if path.is_file()
    ]
    for path in files:
        good = path.read_bytes()
        path.chmod(0o644)
        for _ in range(8):
            changed = bytearray(good)
            changed[random_.randrange(len(good))] ^= 1 << random_.randrange(8)
            path.write_bytes(changed)
            assert look(place).problems, path
        path.write_bytes(good)
    assert look(place).problems == ()


def test_what_the_disk_refuses_is_told_and_stops_no_other_check(place: Workspace) -> None:
    names = steps_of(lambda disk: verify(Workspace(place.path, disk), NOW))
    for at in range(0, len(names), 3):
        found = verify(Workspace(place.path, FaultyDisk(at, "EIO")), NOW)
        assert found.looked, names[at]


def test_a_repair_that_is_interrupted_can_be_done_again(place: Workspace, tmp_path: Path) -> None:
    picture, file = one(place, "proposals/*/media/*"), one(place, "proposals/*/proposal.json")
    digest, good = hashlib.sha256(picture.read_bytes()).hexdigest(), file.read_bytes()

    def harm() -> None:
        picture.unlink()
        picture.write_bytes(b"?")
        file.write_bytes(b"{")

    harm()
    names = steps_of(lambda disk: verify(Workspace(place.path, disk), NOW, repair=True))
    for at, name in enumerate(names):
        if name in ("read", "list"):
            continue
        harm()
        try:
            verify(Workspace(place.path, FaultyDisk(at, KINDS[at % len(KINDS)])), NOW, repair=True)
        except Crash:
            assert KINDS[at % len(KINDS)] in KINDS[:3]
        assert look(place, repair=True).problems == ()
        assert (hashlib.sha256(picture.read_bytes()).hexdigest(), file.read_bytes()) == (digest, good)


def test_it_can_be_stopped_after_any_check(place: Workspace) -> None:
    told: list[tuple[int, int]] = []
    found = verify(Workspace(place.path, FaultyDisk()), NOW, watch=lambda done, total: bool(told.append((done, total))))
    assert told == [(1, len(CHECKS))]
    assert "proposal" not in found.looked


def test_a_record_that_cannot_be_read_is_told_by_its_place(place: Workspace) -> None:
    storage = place.library.people._storage
    with storage.transaction():
        storage.write({**storage.read(), "people": {"x": {"rev": 1, "value": {"id": "x", "name": 5}}}})
    assert look(place).problems[0].where.startswith("people/x")
    assert Workspace(place.path).library.people.put(Person(id="x", name="Икс")).problems == ()
    assert replace(look(place), looked={}) == Verified()


def test_every_problem_has_its_sentence_in_both_languages() -> None:
    assert set(archives.WORDINGS) == set(archives.WORDINGS_RU)


def test_a_proposal_that_something_else_changed_is_told_and_left_as_it_is(place: Workspace) -> None:
    """What is still valid JSON cannot be told from an edit but by what was saved last."""
    folder = one(place, "proposals/*/proposal.json").parent
    opened = open_working(place, folder)
    assert opened.copy and opened.proposal
    assert opened.copy.save(replace(opened.proposal, title="Наше"), ("a",)) == ()
    assert look(place).problems == ()
    opened.copy.close()
    assert look(place).problems == ()
    file = folder / "proposal.json"
    changed = file.read_bytes().replace("Наше".encode(), "Нагле".encode())
    file.write_bytes(changed)
    found = look(place, repair=True)
    assert [(one.code, one.severity.value) for one in found.problems] == [("verify-changed-since", "warning")]
    assert file.read_bytes() == changed
    again = open_working(place, folder)
    assert again.copy
    version = next(one for one in Versions(FaultyDisk()).all(folder) if one.why is Why.KEPT)
    read = Versions(FaultyDisk()).read(folder, version.id).proposal
    assert read and read.title == "Наше"
    again.copy.close()
