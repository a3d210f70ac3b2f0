"""People, clients, references and blocks are kept, found, changed and removed, and nobody overwrites anybody."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from app.model.block import Block, BlockStatus, Variant
from app.model.client import Client
from app.model.clientcard import ClientCard
from app.model.internal import Internal
from app.model.people import Person
from app.model.picture import Picture
from app.model.reference import Reference
from app.model.sections import Story
from app.problems import Severity
from app.store.durable import DurableStorage
from app.store.library import Library
from app.store.shelf import Stored
from tests.store import strategies
from tests.store.faults.faulty import FaultyDisk

ANNA = Person(id="", name="Анна Берёзова", role="арт-директор", photo=Picture(file="media/a.jpg"), note=Internal("дорого"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "library" / "library.json"


@pytest.fixture
def library(file: Path) -> Library:
    return Library(file, FaultyDisk())


def test_a_new_record_gets_an_id_and_comes_back_from_the_disk(library: Library, file: Path) -> None:
    stored = library.people.put(ANNA).first
    assert stored and len(stored.value.id) == 36
    assert stored == Stored(replace(ANNA, id=stored.value.id), 1)
    assert Library(file, FaultyDisk()).people.get(stored.value.id).first == stored
    assert Library(file, FaultyDisk()).people.all().records == (stored,)


def test_every_kind_has_its_own_shelf(library: Library) -> None:
    library.people.put(Person(id="x", name="Анна"))
    library.clients.put(ClientCard(id="x", client=Client(name="Ромашка")))
    library.references.put(Reference(id="x", title="Весна"))
    block = Block(id="x", name="О нас", status=BlockStatus.APPROVED, variants=(Variant(story=Story(id="s1", title="О нас")),))
    library.blocks.put(block)
    assert [len(shelf.all().records) for shelf in (library.people, library.clients, library.references, library.blocks)] == [
        1
    ] * 4
    assert library.blocks.get("x").first == Stored(block, 1)


def test_a_change_counts_the_revision_up_and_replaces_the_whole_record(library: Library) -> None:
    first = library.people.put(ANNA).first
    assert first
    second = library.people.put(replace(first.value, role=""), first.rev).first
    assert second == Stored(replace(first.value, role=""), 2)
    assert library.people.get(first.value.id).first == second


def test_a_stale_change_is_refused_and_shows_what_is_there_now(library: Library, file: Path) -> None:
    first = library.people.put(ANNA).first
    assert first
    other = Library(file, FaultyDisk()).people.put(replace(first.value, role="продюсер"), first.rev).first
    refused = library.people.put(replace(first.value, role="дизайнер"), first.rev)
    assert [(found.code, found.severity) for found in refused.problems] == [("record-conflict", Severity.ERROR)]
    assert refused.first == other == library.people.get(first.value.id).first
    assert [found.code for found in library.people.remove(first.value.id, first.rev)] == ["record-conflict"]
    assert library.people.get(first.value.id).first == other


def test_a_change_of_a_removed_record_is_refused(library: Library) -> None:
    first = library.people.put(ANNA).first
    assert first
    assert library.people.remove(first.value.id, 1) == ()
    refused = library.people.put(first.value, 1)
    assert ([found.code for found in refused.problems], refused.first) == (["record-conflict"], None)
    assert library.people.all().records == ()


def test_removing_twice_is_no_problem(library: Library) -> None:
    library.people.put(replace(ANNA, id="anna"))
    assert library.people.remove("anna") == ()
    assert library.people.remove("anna", 1) == ()
    assert library.people.get("anna").first is None


def test_a_record_that_was_removed_and_made_anew_elsewhere_is_read_anew(library: Library, file: Path) -> None:
    library.people.put(Person(id="anna", name="Анна"))
    other = Library(file, FaultyDisk())
    other.people.remove("anna")
    other.people.put(Person(id="anna", name="Другая Анна"))
    found = library.people.get("anna").first
    assert found == Stored(Person(id="anna", name="Другая Анна"), 1)


def test_a_record_that_cannot_be_read_is_named_and_stays_in_the_file(library: Library, file: Path) -> None:
    storage = DurableStorage(file, FaultyDisk())
    with storage.transaction():
        storage.write(
            {"people": {"bad": {"rev": 4, "value": ["?"]}, "good": {"rev": 1, "value": {"id": "good", "name": "Анна"}}}}
        )
    found = library.people.all()
    assert [one.value.id for one in found.records] == ["good"]
    assert [(problem.code, problem.where) for problem in found.problems] == [("value-not-object", "people/bad")]
    library.people.put(Person(id="new", name="Новая"))
    assert DurableStorage(file).read()["people"]["bad"] == {"rev": 4, "value": ["?"]}


def test_a_damaged_library_tells_so_once(library: Library, file: Path) -> None:
    library.people.put(Person(id="a", name="первая"))
    library.people.put(Person(id="a", name="вторая"))
    file.write_bytes(b"")
    other = Library(file, FaultyDisk())
    found = other.people.get("a")
    assert found.first and found.first.value.name == "вторая"
    assert [problem.code for problem in found.problems] == ["library-mended"]
    assert other.clients.all().problems == ()


def test_a_newer_library_is_only_read(library: Library, file: Path) -> None:
    library.people.put(Person(id="a", name="Анна"))
    newer = DurableStorage(file, FaultyDisk(), schema=99, steps=dict.fromkeys(range(1, 99), dict))
    with newer.transaction():
        newer.write(newer.read())
    before = file.read_bytes()
    other = Library(file, FaultyDisk())
    assert [found.code for found in other.people.all().problems] == ["library-newer"]
    refused = other.people.put(Person(id="b", name="Борис"))
    assert ([found.code for found in refused.problems], refused.first) == (["library-read-only"], None)
    assert [found.code for found in other.people.remove("a")] == ["library-read-only"]
    assert file.read_bytes() == before


def test_a_disk_that_refuses_is_a_problem_and_no_exception(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    library = Library(tmp_path / "file" / "library.json")
    assert library.people.put(ANNA).problems[0].severity is Severity.ERROR
    assert library.people.all().problems[0].severity is Severity.ERROR


@given(strategies.blocks)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_block_comes_back_as_it_was_stored(library: Library, file: Path, block: Block) -> None:
    rev = library.blocks.put(block).records[0].rev
    assert Library(file, FaultyDisk()).blocks.get(block.id).first == Stored(block, rev)


def test_the_clock_of_the_snapshots_is_given(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.json", FaultyDisk(), lambda: datetime.datetime(2026, 11, 21, tzinfo=datetime.UTC))
    library.people.put(ANNA)
    library.people.put(ANNA)
    assert (tmp_path / "library.json.snapshots" / "2026-11-21-000000000001.json").is_file()
