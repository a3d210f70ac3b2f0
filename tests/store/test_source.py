"""A folder with proposal.json and pictures is read with everything that is wrong, and written whole or not at all."""

import datetime
import json
import os
from pathlib import Path
from typing import Any

import pytest

from app.model.people import Person
from app.model.picture import Picture
from app.model.proposal import Proposal
from app.model.sections import Cover
from app.problems import Severity, stops
from app.store.migrations import PROPOSAL_SCHEMA
from app.store.relative import inside
from app.store.source import parse_source, read_source, write_proposal
from app.wording import worded

PROPOSAL = Proposal(date=datetime.date(2026, 3, 31), title="Кампания", people=(Person(id="anna", name="Анна"),))


def source(folder: Path, **keys: Any) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "proposal.json").write_text(json.dumps({"date": "2026-03-31", **keys}), "utf-8")
    return folder


def test_a_written_proposal_is_read_back(tmp_path: Path) -> None:
    folder = tmp_path / "весна"
    assert write_proposal(folder, PROPOSAL) == ()
    read = read_source(folder)
    assert (read.proposal, read.problems, read.folder) == (PROPOSAL, (), folder)
    assert read_source(folder / "proposal.json") == read
    assert [path.name for path in folder.iterdir()] == ["proposal.json"]
    text = (folder / "proposal.json").read_text("utf-8")
    assert text.startswith(f'{{\n  "schema": {PROPOSAL_SCHEMA},\n')
    assert "Кампания" in text


def test_writing_the_same_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    write_proposal(tmp_path, PROPOSAL)
    first = (tmp_path / "proposal.json").read_bytes()
    write_proposal(tmp_path, PROPOSAL)
    assert (tmp_path / "proposal.json").read_bytes() == first


def test_pictures_are_looked_for_beside_the_file(tmp_path: Path) -> None:
    picture = {"kind": "cover", "picture": {"file": "media/sea.jpg"}}
    folder = source(tmp_path / "a", sections=[picture])
    (found,) = read_source(folder).problems
    assert (found.code, found.where, found.severity) == ("picture-missing", "sections[0].picture.file", Severity.WARNING)
    assert found.fact("file") == "media/sea.jpg"
    (folder / "media").mkdir()
    (folder / "media" / "sea.jpg").write_bytes(b"x")
    read = read_source(folder)
    assert read.problems == ()
    assert read.proposal and read.proposal.sections == (Cover(id="s1", picture=Picture(file="media/sea.jpg")),)


def test_a_missing_picture_stays_in_the_proposal(tmp_path: Path) -> None:
    read = read_source(source(tmp_path / "a", people=[{"name": "А", "photo": {"file": "anna.jpg"}}]))
    assert read.proposal and read.proposal.people[0].photo == Picture(file="anna.jpg")


@pytest.mark.parametrize("link", ["sea.jpg", "media"])
def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path, link: str) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "sea.jpg").write_bytes(b"secret")
    folder = source(tmp_path / "a", sections=[{"kind": "cover", "picture": {"file": "media/sea.jpg"}}])
    if link == "media":
        (folder / "media").symlink_to(tmp_path / "secret")
    else:
        (folder / "media").mkdir()
        (folder / "media" / "sea.jpg").symlink_to(tmp_path / "secret" / "sea.jpg")
    read = read_source(folder)
    assert [found.code for found in read.problems] == ["picture-outside"]
    assert read.proposal and read.proposal.sections == (Cover(id="s1", picture=Picture(file="")),)


def test_links_are_looked_for_once_in_a_folder_of_many_pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"media/{number}.jpg" for number in range(40)]
    folder = source(tmp_path / "a", people=[{"name": name, "photo": {"file": name}} for name in names])
    (folder / "media").mkdir()
    for name in names:
        (folder / name).write_bytes(b"x")
    asked: list[str] = []

    def counted(place: Path, relative: str) -> Path | None:
        asked.append(relative)
        return inside(place, relative)

    monkeypatch.setattr("app.store.source.inside", counted)
    read = read_source(folder)
    assert read.problems == ()
    assert asked == ["media"]


def test_a_link_in_a_circle_and_an_endless_name_are_no_pictures(tmp_path: Path) -> None:
    folder = source(
        tmp_path / "a", people=[{"name": "А", "photo": {"file": "loop"}}, {"name": "Б", "photo": {"file": "x" * 5000}}]
    )
    (folder / "loop").symlink_to(folder / "loop")
    read = read_source(folder)
    assert read.proposal is not None
    assert {found.where for found in read.problems} == {"people[0].photo.file", "people[1].photo.file"}


def test_the_spreadsheet_of_the_estimate_is_returned(tmp_path: Path) -> None:
    folder = source(tmp_path / "a", estimate_file="смета.xlsx")
    (folder / "смета.xlsx").write_bytes(b"PK")
    read = read_source(folder)
    assert (read.estimate_file, read.problems) == (folder / "смета.xlsx", ())


@pytest.mark.parametrize(
    ("name", "code"),
    [("no.xlsx", "estimate-missing"), ("../a.xlsx", "estimate-outside"), (5, "value-not-text"), ("/a", "estimate-outside")],
)
def test_a_spreadsheet_that_cannot_be_used_is_an_error(tmp_path: Path, name: object, code: str) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK")
    read = read_source(source(tmp_path / "a", estimate_file=name))
    assert [(found.code, found.where, found.severity) for found in read.problems] == [(code, "estimate_file", Severity.ERROR)]
    assert read.proposal is not None
    assert read.estimate_file is None


def test_nothing_there_is_said_so(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "proposal.json", tmp_path / "nowhere"):
        read = read_source(path)
        assert read.proposal is None
        assert [found.code for found in read.problems] == ["source-missing"]


def test_what_is_no_regular_file_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "proposal.json").mkdir()
    assert read_source(tmp_path).proposal is None
    os.mkfifo(tmp_path / "pipe.json")
    read = read_source(tmp_path / "pipe.json")
    assert [found.severity for found in read.problems] == [Severity.ERROR]


@pytest.mark.parametrize("text", ["[]", "null", "5", '"x"'])
def test_a_file_that_is_no_object_is_no_proposal(tmp_path: Path, text: str) -> None:
    (tmp_path / "proposal.json").write_text(text, "utf-8")
    read = read_source(tmp_path)
    assert read.proposal is None
    assert [found.code for found in read.problems] == ["value-not-object"]


def test_a_file_with_a_key_twice_is_refused_and_no_value_is_said_to_count(tmp_path: Path) -> None:
    text = '{"schema": 2, "number": "1", "title": "A", "title": "B"}'
    found = parse_source(text.encode(), tmp_path / "proposal.json")
    assert found.proposal is None or stops(found.problems)
    (told,) = [one for one in found.problems if one.code == "json-key-twice"]
    assert worded(told) == "The key “title” is written twice, and which one counts cannot be told. Delete one of them."
    assert "в силе последний" not in worded(told, "ru")


def test_a_newer_format_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    folder = source(tmp_path / "a", schema=99, sections={"new": "shape"})
    before = (folder / "proposal.json").read_bytes()
    read = read_source(folder)
    assert read.proposal is None
    assert [found.code for found in read.problems] == ["source-newer"]
    assert [found.code for found in write_proposal(folder, PROPOSAL)] == ["source-newer"]
    assert (folder / "proposal.json").read_bytes() == before


@pytest.mark.parametrize("version", [0, -1, "1", True, 1.5, None])
def test_a_version_that_is_none_is_an_error(tmp_path: Path, version: object) -> None:
    read = read_source(source(tmp_path / "a", schema=version))
    assert [found.code for found in read.problems] == ["source-schema"]
    assert read.proposal is not None


def test_an_old_file_goes_through_every_step(tmp_path: Path) -> None:
    steps = {
        1: lambda data: {**{key: value for key, value in data.items() if key != "name"}, "headline": data["name"]},
        2: lambda data: {**{key: value for key, value in data.items() if key != "headline"}, "title": data["headline"]},
    }
    data = b'{"schema": 1, "date": "2026-03-31", "name": "\xd0\xaf"}'
    read = parse_source(data, tmp_path / "proposal.json", steps, 3)
    assert read.proposal == Proposal(date=datetime.date(2026, 3, 31), title="Я")
    assert read.problems == ()


def test_a_folder_that_cannot_be_written_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    (found,) = write_proposal(tmp_path / "file" / "inside", PROPOSAL)
    assert found.code in ("disk-gone", "disk-failed")
