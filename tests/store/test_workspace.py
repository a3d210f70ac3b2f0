"""A workspace keeps proposals with their pictures, finds them, numbers them, and saves them without losing anything."""

import datetime
import hashlib
import io
import os
import time
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from app.model.people import Person
from app.model.picture import Picture
from app.model.proposal import Proposal
from app.model.reference import Reference
from app.model.sections import Cover, References, Story
from app.problems import Severity
from app.store.disk import Disk
from app.store.pictures import pictures_in, with_files
from app.store.source import write_proposal
from app.store.workspace import Workspace, default_workspace
from tests.store.faults.faulty import FaultyDisk

DAY = datetime.date(2026, 3, 31)


def png(color: str) -> bytes:
    """Return a small picture."""
    made = io.BytesIO()
    Image.new("RGB", (8, 8), color).save(made, "PNG")
    return made.getvalue()


SEA, ANNA = png("blue"), png("red")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    opened = Workspace.open(tmp_path / "work", FaultyDisk())
    assert opened.workspace and opened.problems == ()
    return opened.workspace


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    (folder / "pictures").mkdir(parents=True)
    (folder / "pictures" / "Море.JPG").write_bytes(SEA)
    (folder / "copy.jpg").write_bytes(SEA)
    (folder / "anna.png").write_bytes(ANNA)
    return folder


def proposal(title: str = "Весна", number: str = "", **keys: object) -> Proposal:
    return replace(Proposal(date=DAY, title=title, number=number), **keys)  # type: ignore[arg-type]


ILLUSTRATED = proposal(
    people=(Person(id="anna", name="Анна", photo=Picture(file="anna.png", alt="портрет")),),
    sections=(
        Cover(id="s1", picture=Picture(file="pictures/Море.JPG")),
        Story(id="s2", pictures=(Picture(file="copy.jpg"), Picture(file="missing.jpg"), Picture(file="../../etc/passwd"))),
        References(id="s3", items=(Reference(id="r1", title="Работа", pictures=(Picture(file="anna.png"),)),)),
    ),
)


def test_opening_makes_what_is_missing(tmp_path: Path) -> None:
    opened = Workspace.open(tmp_path / "a" / "b")
    assert opened.workspace and opened.problems == ()
    assert opened.workspace.proposals() == ()
    assert opened.workspace.state.is_dir()
    assert Workspace.open(tmp_path / "a" / "b").workspace is not None


def test_a_place_that_cannot_be_one_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    opened = Workspace.open(tmp_path / "file")
    assert opened.workspace is None
    assert [found.severity for found in opened.problems] == [Severity.ERROR]


def test_a_workspace_that_is_only_readable_opens_and_says_so(tmp_path: Path) -> None:
    class ReadOnly(Disk):
        def writable(self, folder: Path) -> bool:
            return False

    Workspace.open(tmp_path)
    opened = Workspace.open(tmp_path, ReadOnly())
    assert opened.workspace is not None
    assert [found.code for found in opened.problems] == ["workspace-read-only"]


def test_an_imported_proposal_has_its_pictures_once_by_their_content(workspace: Workspace, source: Path) -> None:
    imported = workspace.import_source(source, ILLUSTRATED)
    assert imported.folder is not None
    assert {(found.code, found.fact("file")) for found in imported.problems} == {
        ("picture-missing", "missing.jpg"),
        ("picture-outside", "../../etc/passwd"),
    }
    sea, anna = hashlib.sha256(SEA).hexdigest(), hashlib.sha256(ANNA).hexdigest()
    assert sorted(path.name for path in (imported.folder / "media").iterdir()) == sorted([f"{sea}.jpg", f"{anna}.png"])
    read = workspace.read(imported.folder)
    assert read.proposal is not None
    files = [picture.file for picture in pictures_in(read.proposal)]
    assert files == [f"media/{anna}.png", f"media/{sea}.jpg", f"media/{sea}.jpg", "missing.jpg", "", f"media/{anna}.png"]
    assert read.proposal.people[0].photo and read.proposal.people[0].photo.alt == "портрет"


def test_an_imported_proposal_gets_an_id_a_number_and_a_folder_named_after_it(workspace: Workspace, source: Path) -> None:
    first = workspace.import_source(source, proposal("Весна: «Море» / 2026"))
    second = workspace.import_source(source, proposal("Весна: «Море» / 2026"))
    assert first.folder and first.folder.name == "КП-2026-0001 Весна Море 2026"
    assert second.folder and second.folder.name == "КП-2026-0002 Весна Море 2026"
    ids = {entry.id for entry in workspace.proposals()}
    assert len(ids) == 2
    assert all(len(one) == 36 for one in ids)


def test_a_number_and_an_id_of_its_own_are_kept_but_not_twice(workspace: Workspace, source: Path) -> None:
    own = proposal(number="A/7", id="own")
    first, second = (workspace.import_source(source, own) for _ in range(2))
    assert first.folder and first.folder.name == "A 7 Весна"
    assert second.folder and second.folder.name == "КП-2026-0001 Весна"
    assert [found.code for found in second.problems] == ["number-changed"]
    entries = workspace.proposals()
    assert {entry.number for entry in entries} == {"A/7", "КП-2026-0001"}
    assert len({entry.id for entry in entries}) == 2
    assert "own" in {entry.id for entry in entries}


def test_proposals_are_listed_with_what_a_list_shows(workspace: Workspace, source: Path) -> None:
    workspace.import_source(source, proposal("Старое", number="1"))
    folder = workspace.import_source(source, proposal("Новое", number="2")).folder
    assert folder is not None
    os.utime(folder / "proposal.json", (time.time() + 60,) * 2)
    (workspace.folder / "broken").mkdir()
    (workspace.folder / "broken" / "proposal.json").write_bytes(b"{")
    os.utime(workspace.folder / "broken" / "proposal.json", (1000, 1000))
    (workspace.folder / "empty").mkdir()
    (workspace.folder / "note.txt").write_bytes(b"")
    new, old, broken = workspace.proposals()
    assert (new.title, new.number, new.date, new.folder, new.readable) == ("Новое", "2", DAY, folder, True)
    assert old.title == "Старое"
    assert (broken.title, broken.id, broken.readable) == ("broken", "", False)


def test_a_proposal_is_found_by_its_number_or_id(workspace: Workspace, source: Path) -> None:
    folder = workspace.import_source(source, proposal(number="КП-2026-0042", id="abc")).folder
    workspace.import_source(source, proposal(number="abc-2"))
    assert workspace.find("кп-2026-0042") == workspace.find(" abc ") == folder
    assert workspace.find("КП-2026") is None
    assert workspace.find("") is None


@pytest.mark.parametrize(
    ("taken", "expected"),
    [
        ([], "КП-2026-0001"),
        (["КП-2026-0007", "КП-2026-0003", "КП-2025-0099", "другой"], "КП-2026-0008"),
        (["КП-2026-9999"], "КП-2026-10000"),
        (["КП-2026-0007-а"], "КП-2026-0001"),
    ],
)
def test_the_next_number_follows_the_highest_of_the_year(
    workspace: Workspace, source: Path, taken: list[str], expected: str
) -> None:
    for number in taken:
        workspace.import_source(source, proposal(number=number))
    assert workspace.next_number(2026) == expected


def test_a_number_is_not_given_again_while_its_proposal_is_unreadable(workspace: Workspace, source: Path) -> None:
    folder = workspace.import_source(source, proposal()).folder
    assert folder is not None
    (folder / "proposal.json").write_bytes(b"broken")
    assert workspace.next_number(2026) == "КП-2026-0002"


def test_a_saved_proposal_is_read_back(workspace: Workspace, source: Path) -> None:
    folder = workspace.import_source(source, proposal()).folder
    assert folder is not None
    read = workspace.read(folder).proposal
    assert read is not None
    changed = replace(read, title="Осень")
    assert workspace.save(folder, changed) == ()
    assert workspace.read(folder).proposal == changed


def test_saving_what_is_there_already_leaves_the_file_alone(workspace: Workspace, source: Path) -> None:
    folder = workspace.import_source(source, proposal()).folder
    assert folder is not None
    read = workspace.read(folder).proposal
    os.utime(folder / "proposal.json", (1000, 1000))
    assert read and workspace.save(folder, read) == ()
    assert (folder / "proposal.json").stat().st_mtime == 1000


def test_a_file_that_somebody_else_changed_is_kept_beside(workspace: Workspace, source: Path) -> None:
    folder = workspace.import_source(source, proposal()).folder
    assert folder is not None
    mine = workspace.read(folder).proposal
    assert mine is not None
    for number, name in enumerate(("другое", "третье"), 1):
        write_proposal(folder, replace(mine, title=name))
        theirs = (folder / "proposal.json").read_bytes()
        (found,) = workspace.save(folder, replace(mine, title=f"моё {number}"))
        assert (found.code, found.severity) == ("proposal-changed-elsewhere", Severity.WARNING)
        assert found.fact("kept") == f"proposal.other-{number}.json"
        assert (folder / found.fact("kept")).read_bytes() == theirs
    assert workspace.save(folder, replace(mine, title="моё опять")) == ()
    read = workspace.read(folder).proposal
    assert read and read.title == "моё опять"


def test_a_folder_that_vanished_is_not_made_anew_without_its_pictures(workspace: Workspace, source: Path) -> None:
    folder = workspace.import_source(source, ILLUSTRATED).folder
    assert folder is not None
    read = workspace.read(folder).proposal
    assert read is not None
    folder.rename(workspace.path / "taken out")
    assert [found.code for found in workspace.save(folder, replace(read, title="x"))] == ["disk-gone"]
    assert not folder.exists()
    (workspace.path / "taken out").rename(folder)
    assert workspace.save(folder, replace(read, title="x")) == ()


def test_a_newer_proposal_is_not_overwritten(workspace: Workspace) -> None:
    folder = workspace.folder / "a"
    folder.mkdir()
    (folder / "proposal.json").write_bytes(b'{"schema": 99}')
    assert [found.code for found in workspace.save(folder, proposal())] == ["source-newer"]
    assert (folder / "proposal.json").read_bytes() == b'{"schema": 99}'


@pytest.mark.parametrize(
    ("name", "suffix", "kept"), [("a.JPG", "", ".jpg"), ("a", "", ".bin"), ("a.jpg", "png", ".png"), ("a.we/ird", ".x y", ".bin")]
)
def test_media_are_named_by_their_content(workspace: Workspace, tmp_path: Path, name: str, suffix: str, kept: str) -> None:
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(SEA)
    folder = workspace.folder / "a"
    added = workspace.add_media(folder, file, suffix)
    assert (added.file, added.problems) == (f"media/{hashlib.sha256(SEA).hexdigest()}{kept}", ())
    assert (folder / added.file).read_bytes() == SEA


def test_the_same_content_is_written_once_and_a_torn_one_again(workspace: Workspace) -> None:
    folder = workspace.folder / "a"
    file = folder / workspace.add_media(folder, SEA, ".jpg").file
    os.utime(file, (1000, 1000))
    workspace.add_media(folder, SEA, ".jpg")
    assert file.stat().st_mtime == 1000
    file.write_bytes(SEA[:5])
    workspace.add_media(folder, SEA, ".jpg")
    assert file.read_bytes() == SEA


def test_a_picture_that_cannot_be_read_is_a_problem(workspace: Workspace, tmp_path: Path) -> None:
    added = workspace.add_media(workspace.folder, tmp_path / "no.jpg")
    assert added.file == ""
    assert [found.code for found in added.problems] == ["disk-gone"]


def test_a_picture_of_an_absurd_size_is_refused(workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.store.media.LARGEST_MEDIA", 10)
    assert [found.code for found in workspace.add_media(tmp_path, SEA).problems] == ["media-too-large"]
    assert not (tmp_path / "media").exists()


def test_the_library_lies_in_the_workspace(workspace: Workspace) -> None:
    workspace.library.people.put(Person(id="", name="Анна"))
    assert (workspace.library_folder / "library.json").is_file()
    assert workspace.library is workspace.library


def test_the_usual_workspace_is_among_the_users_data(home: Path) -> None:
    assert default_workspace().name == "Blesna"
    assert default_workspace().is_relative_to(home / "data")


def test_pictures_without_a_change_leave_a_proposal_as_it_is() -> None:
    assert with_files(ILLUSTRATED, lambda file: file) == ILLUSTRATED
    plain = proposal()
    assert with_files(plain, lambda file: "x") is plain
