"""A folder of pictures becomes works."""

from pathlib import Path

from app.sources.works import title_of, works_in


def folder(root: Path, *names: str) -> Path:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"x")
    return root


def test_each_picture_is_a_work_and_each_folder_inside_is_one(tmp_path: Path) -> None:
    found = works_in(
        [folder(tmp_path, "10_market.jpg", "2_harbour-gate.png", "notes.txt", "Bakery 2024/b.jpg", "Bakery 2024/a.jpg")]
    )
    assert [(work.title, work.year, [file.name for file in work.files]) for work in found.works] == [
        ("Harbour gate", "", ["2_harbour-gate.png"]),
        ("Market", "", ["10_market.jpg"]),
        ("Bakery", "2024", ["a.jpg", "b.jpg"]),
    ]
    assert not found.problems


def test_single_files_are_works(tmp_path: Path) -> None:
    root = folder(tmp_path, "музей.jpeg", "read.me")
    assert [work.title for work in works_in(sorted(root.iterdir())).works] == ["Музей"]


def test_a_folder_without_pictures_says_so(tmp_path: Path) -> None:
    assert [one.code for one in works_in([folder(tmp_path, "a.txt")]).problems] == ["works-none"]
    assert [one.code for one in works_in([tmp_path / "gone"]).problems] == ["works-none"]


def test_titles_are_as_people_write_them() -> None:
    assert title_of("03-quiet_harbour-2025") == "Quiet harbour"
    assert title_of("2024") == "2024"
    assert title_of("DSC") == "DSC"
