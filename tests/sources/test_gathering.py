"""Many people and works come into the library at once, with their pictures."""

from pathlib import Path

from PIL import Image

from app.intake.staff import Staffer
from app.model.people import Person
from app.sources.gathering import candidates, gather_person, gather_work
from app.sources.works import works_in
from app.store.workspace import Workspace


def space(root: Path) -> Workspace:
    opened = Workspace.open(root / "workspace")
    assert opened.workspace is not None
    return opened.workspace


def picture(file: Path) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (40, 30), "#336699").save(file)
    return file


def test_photos_are_found_by_file_or_name_and_people_who_are_there_are_told(tmp_path: Path) -> None:
    picture(tmp_path / "photos" / "ANNA.jpg")
    picture(tmp_path / "Gleb Ivanov.png")
    staff = [
        Staffer(Person(id="", name="Anna"), "1", "anna.jpg"),
        Staffer(Person(id="", name="Gleb Ivanov"), "2"),
        Staffer(Person(id="", name="Vera", email="V@x.ru"), "3", "vera.jpg"),
    ]
    found = candidates(staff, tmp_path, [Person(id="v", name="Vera Petrova", email="v@x.ru")])
    assert [one.photo.name if one.photo else "" for one in found] == ["ANNA.jpg", "Gleb Ivanov.png", ""]
    assert [one.there for one in found] == [False, False, True]
    assert [wrong.code for wrong in found[2].staffer.problems] == ["staff-photo-missing", "staff-there-already"]


def test_a_person_comes_with_the_photo(tmp_path: Path) -> None:
    workspace = space(tmp_path)
    photo = picture(tmp_path / "anna.jpg")
    (one,) = candidates([Staffer(Person(id="", name="Anna"), "1", photo.name)], tmp_path, ())
    gathered = gather_person(workspace, one, "Anna Orlova")
    stored = workspace.library.people.get(gathered.id).first
    assert stored is not None
    assert stored.value.name == "Anna Orlova"
    assert stored.value.photo is not None
    assert (workspace.library_folder / stored.value.photo.file).is_file()


def test_a_work_whose_pictures_cannot_be_used_is_not_made(tmp_path: Path) -> None:
    workspace = space(tmp_path)
    good, bad = picture(tmp_path / "a.jpg"), tmp_path / "b.jpg"
    bad.write_bytes(b"no picture at all")
    works = works_in([good, bad]).works
    assert gather_work(workspace, works[0], "A").id
    refused = gather_work(workspace, works[1], "B")
    assert not refused.id
    assert refused.problems
    assert len(workspace.library.references.all().records) == 1
