"""Files that earlier programs wrote open with everything in them. Each in `golden/` was written by the program of its version."""

import hashlib
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import orjson
import pytest

from app.model.people import Person
from app.model.proposal import Proposal
from app.store.codec import encode
from app.store.durable import DurableStorage
from app.store.envelope import seal, unseal
from app.store.library import Library
from app.store.migrations import LIBRARY_SCHEMA, PROPOSAL_SCHEMA
from app.store.source import read_source, write_proposal
from tests.store.faults.faulty import FaultyDisk

GOLDEN = Path(__file__).with_name("golden")
LIBRARIES = range(1, LIBRARY_SCHEMA + 1)
PROPOSALS = range(1, PROPOSAL_SCHEMA + 1)


def library(version: int, folder: Path) -> Library:
    for suffix in ("", ".log"):
        source = GOLDEN / f"library-{version}.json{suffix}"
        if source.exists():
            shutil.copy(source, folder / f"library.json{suffix}")
    return Library(folder / "library.json", FaultyDisk())


def leaves(value: Any) -> Iterator[str]:
    """Every text and number inside a JSON value."""
    if isinstance(value, dict):
        for one in value.values():
            yield from leaves(one)
    elif isinstance(value, list):
        for one in value:
            yield from leaves(one)
    else:
        yield str(value)


def stored(folder: Path, version: int) -> dict[str, Any]:
    """The records as they are in the files, the commits of a log put onto the file by hand."""
    tables = orjson.loads((GOLDEN / f"library-{version}.json").read_bytes())["data"]
    log = GOLDEN / f"library-{version}.json.log"
    for line in log.read_bytes().splitlines()[1:] if log.exists() else ():
        for name, records in orjson.loads(line.split(b" ", 3)[3])["put"].items():
            tables.setdefault(name, {}).update(records)
    assert isinstance(tables, dict)
    return tables


@pytest.mark.parametrize("version", LIBRARIES)
def test_every_record_of_an_earlier_library_is_there_with_everything_in_it(tmp_path: Path, version: int) -> None:
    opened = library(version, tmp_path)
    tables = stored(tmp_path, version)
    assert len(tables) == 9
    for name, records in tables.items():
        found = getattr(opened, name).all()
        assert found.problems == ()
        assert {one.value.id: one.rev for one in found.records} == {key: one["rev"] for key, one in records.items()}
        for one in found.records:
            missing = Counter(leaves(records[one.value.id]["value"])) - Counter(leaves(encode(one.value)))
            assert not missing, f"{name}/{one.value.id}"


@pytest.mark.parametrize("version", LIBRARIES)
def test_what_an_earlier_library_says_is_understood(tmp_path: Path, version: int) -> None:
    opened = library(version, tmp_path)
    block, client = opened.blocks.get("b1").first, opened.clients.get("c1").first
    anna, item = opened.people.get("anna").first, opened.items.get("i1").first
    assert block and client and anna and item
    russian = block.value.variant("ru")
    assert russian and russian.story.title == "О студии «Берег»"
    assert russian.story.text.paragraphs[0].runs[1].strong
    assert client.value.client.requisites == "ИНН 7701234567\nКПП 770101001"
    assert (anna.value.about, anna.rev) == ("Рисует знаки и шрифты.", 2)
    assert item.value.quantity == Decimal("12.5")
    english = opened.blocks.get("b2" if version == 1 else "b1").first
    assert english and english.value.variant("en")


@pytest.mark.parametrize("version", [version for version in LIBRARIES if version < LIBRARY_SCHEMA])
def test_an_earlier_library_is_kept_as_it_was_before_it_is_written_in_the_new_form(tmp_path: Path, version: int) -> None:
    opened = library(version, tmp_path)
    old = (tmp_path / "library.json").read_bytes()
    assert opened.people.all().problems == ()
    assert (tmp_path / "library.json").read_bytes() == old
    assert opened.people.put(Person(id="new", name="Новая")).problems == ()
    (kept,) = (tmp_path / "library.json.snapshots").glob(f"schema{version}-*.json")
    before, after = unseal(old), unseal(kept.read_bytes())
    assert before and after
    assert after.data == before.data
    assert (after.stamp.schema, after.stamp.revision) == (before.stamp.schema, before.stamp.revision)
    assert (tmp_path / "library.json").read_bytes().startswith(b'{"schema":%d,' % LIBRARY_SCHEMA)
    again = Library(tmp_path / "library.json", FaultyDisk())
    assert len(again.people.all().records) == 2
    assert again.blocks.all().records == opened.blocks.all().records


def digests(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".lock")
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_a_newer_library_and_its_log_are_read_and_stay_as_they_are(tmp_path: Path) -> None:
    steps = dict.fromkeys(range(1, LIBRARY_SCHEMA + 1), dict)
    newer = DurableStorage(tmp_path / "library.json", FaultyDisk(), schema=LIBRARY_SCHEMA + 1, steps=steps)
    for name in ("Анна", "Анна Б."):
        with newer.transaction():
            newer.write({"people": {"anna": {"rev": 1, "value": {"id": "anna", "name": name}}}})
    (tmp_path / "library.json.log").write_bytes((tmp_path / "library.json.log").read_bytes() + b"something new\n")
    before = digests(tmp_path)
    opened = Library(tmp_path / "library.json", FaultyDisk())
    found = opened.people.all()
    assert [one.value.name for one in found.records] == ["Анна Б."]
    assert [problem.code for problem in found.problems] == ["library-newer"]
    assert [problem.code for problem in opened.people.put(Person(id="b", name="Б")).problems] == ["library-read-only"]
    assert digests(tmp_path) == before


def test_a_newer_library_of_a_form_that_is_not_known_stays_as_it_is(tmp_path: Path) -> None:
    content, _ = seal(LIBRARY_SCHEMA + 5, 7, {"people": {"anna": {"something": ["else"]}}})
    (tmp_path / "library.json").write_bytes(content)
    opened = Library(tmp_path / "library.json", FaultyDisk())
    assert "library-newer" in [problem.code for problem in opened.people.all().problems]
    assert [problem.code for problem in opened.people.put(Person(id="b", name="Б")).problems] == ["library-read-only"]
    assert (tmp_path / "library.json").read_bytes() == content


def proposal(version: int, folder: Path) -> Proposal:
    shutil.copy(GOLDEN / f"proposal-{version}.json", folder / "proposal.json")
    read = read_source(folder)
    assert {problem.code for problem in read.problems} <= {"picture-missing"}
    assert read.proposal
    return read.proposal


@pytest.mark.parametrize("version", PROPOSALS)
def test_an_earlier_proposal_opens_with_everything_in_it(tmp_path: Path, version: int) -> None:
    opened = proposal(version, tmp_path)
    raw = orjson.loads((GOLDEN / f"proposal-{version}.json").read_bytes())
    assert raw.pop("schema") == version
    assert not Counter(leaves(raw)) - Counter(leaves(encode(opened)))
    assert opened.title == "Золотая выставка"
    assert (opened.revision, opened.archived) == ((1, False) if version == 1 else (2, True))


@pytest.mark.parametrize("version", PROPOSALS)
def test_an_earlier_proposal_is_written_in_the_present_form_and_stays_the_same(tmp_path: Path, version: int) -> None:
    opened = proposal(version, tmp_path)
    assert write_proposal(tmp_path, opened) == ()
    assert orjson.loads((tmp_path / "proposal.json").read_bytes())["schema"] == PROPOSAL_SCHEMA
    assert read_source(tmp_path).proposal == opened


def test_a_newer_proposal_stays_as_it_is(tmp_path: Path) -> None:
    opened = proposal(PROPOSAL_SCHEMA, tmp_path)
    file = tmp_path / "proposal.json"
    newer = file.read_bytes().replace(b'"schema": %d' % PROPOSAL_SCHEMA, b'"schema": %d' % (PROPOSAL_SCHEMA + 1), 1)
    file.write_bytes(newer)
    read = read_source(tmp_path)
    assert (read.proposal, [problem.code for problem in read.problems]) == (None, ["source-newer"])
    assert [problem.code for problem in write_proposal(tmp_path, replace(opened, title="x"))] == ["source-newer"]
    assert file.read_bytes() == newer
