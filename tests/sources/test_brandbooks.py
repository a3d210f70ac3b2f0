"""Brandbooks of strangers are taken in file by file; new proposals begin with what the studio has set."""

import zipfile
from pathlib import Path

from app.brand.making import SHIPPED
from app.model.client import Studio
from app.sources.brandbooks import take_in
from app.sources.from_template import draft_from_template
from app.store.house import House, read_house, write_house
from app.store.workspace import Workspace


def stranger(tmp_path: Path) -> Path:
    """A brandbook with what does not belong there beside it."""
    folder = tmp_path / "theirs"
    folder.mkdir()
    for file in (SHIPPED / "salon").iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / "virus.exe").write_bytes(b"MZ")
    (folder / "font.ttf").write_bytes(b"no font")
    (folder / "face.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    (folder / "notes.txt").symlink_to("/etc/passwd")
    return folder


def zipped(folder: Path, target: Path, inside: str = "") -> Path:
    with zipfile.ZipFile(target, "w") as made:
        for file in folder.iterdir():
            if not file.is_symlink():
                made.write(file, inside + file.name)
    return target


def test_a_folder_is_taken_without_what_is_not_what_it_says(tmp_path: Path) -> None:
    made = take_in(stranger(tmp_path), tmp_path / "own")
    assert made.folder is not None and made.name == "salon-2"
    assert sorted(file.name for file in made.folder.iterdir()) == ["brandbook.toml", "mark.svg"]
    assert sorted(str(one.fact("file")) for one in made.problems) == ["face.png", "font.ttf"]


def test_a_zip_is_taken_from_the_folder_in_it(tmp_path: Path) -> None:
    made = take_in(zipped(stranger(tmp_path), tmp_path / "theirs.zip", "Salon of ours/"), tmp_path / "own")
    assert made.folder is not None and (made.folder / "brandbook.toml").is_file()


def test_what_is_no_brandbook_leaves_nothing(tmp_path: Path) -> None:
    empty, broken, climbing = tmp_path / "empty", tmp_path / "broken.zip", tmp_path / "climbing.zip"
    empty.mkdir()
    broken.write_bytes(b"PK\x03\x04 no zip")
    with zipfile.ZipFile(climbing, "w") as made:
        made.writestr("../brandbook.toml", "schema = 1")
    told = [take_in(source, tmp_path / "own").problems[0].code for source in (empty, broken, climbing, tmp_path / "nothing")]
    assert told == ["brand-folder-no", "zip-broken", "zip-name", "brand-not-written"]
    bad = tmp_path / "bad"
    bad.mkdir()
    (bad / "brandbook.toml").write_text("= no")
    assert take_in(bad, tmp_path / "own").folder is None
    assert not (tmp_path / "own").exists()


def test_new_proposals_begin_with_the_studios_brandbook_and_facts(tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path / "workspace").workspace
    assert workspace is not None
    house = House("salon", Studio(name="Осень", site="osen.example"), "ru")
    assert not write_house(workspace.path, house, workspace.disk)
    assert read_house(workspace.path, workspace.disk) == house
    drafted = draft_from_template("", "ru", workspace).proposal
    assert drafted is not None and (drafted.brandbook, drafted.studio) == ("salon", house.studio)
    assert not write_house(workspace.path, House("gone", house.studio), workspace.disk)
    drafted = draft_from_template("", "ru", workspace).proposal
    assert drafted is not None and drafted.brandbook == "kurs", "one that is not there any more is not missed"


def test_other_settings_of_the_workspace_stay(tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path / "workspace").workspace
    assert workspace is not None
    assert not workspace.set_number_pattern("N-{seq:03}")
    assert not write_house(workspace.path, House("salon"), workspace.disk)
    again = Workspace.open(workspace.path).workspace
    assert again is not None and again.number_pattern == "N-{seq:03}"
    (workspace.path / "workspace.json").write_text("broken")
    assert read_house(workspace.path, workspace.disk) == House()
