"""Which proposals use a record of the library, and what a client was offered before."""

import datetime
import os
from dataclasses import replace
from pathlib import Path

import pytest

from app.model.client import Client
from app.model.clientcard import ClientCard
from app.model.people import Person
from app.model.proposal import Proposal
from app.model.reference import Reference
from app.model.sections import References, Story, Terms
from app.model.status import Status
from app.store.source import FILE_NAME, write_proposal
from app.store.uses import Uses, UsesFound
from tests.store.faults.faulty import FaultyDisk

ANNA = Person(id="anna", name="Анна Орлова")
CARD = ClientCard(id="c1", client=Client(id="harbour", name="ООО «Гавань»"))


def proposal(number: str, day: int = 1, **keys: object) -> Proposal:
    return replace(Proposal(id=number, number=number, date=datetime.date(2026, 10, day)), **keys)  # type: ignore[arg-type]


FIRST = proposal(
    "1",
    day=1,
    title="Старое",
    client=Client(id="c1", name="Гавань (ЗАО)"),
    people=(ANNA,),
    sections=(
        Story(id="s1", block="b1", block_version=2),
        Story(id="s2", block="b1", block_version=3, hidden=True),
        Terms(id="t", block="b2", block_version=1),
        References(id="works", items=(Reference(id="sea", title="Море"), Reference(id="rye", title="Рожь"))),
    ),
)
SECOND = proposal(
    "2",
    day=5,
    title="Новое",
    revision=3,
    status=Status.SENT,
    archived=True,
    client=Client(name=" ооо «гавань»"),
    people=(replace(ANNA, id="p1"),),
    sections=(Story(id="s1", block="b1", block_version=1),),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for one in (FIRST, SECOND, proposal("3", day=9)):
        assert write_proposal(tmp_path / f"{one.number} x", one, FaultyDisk()) == ()
    return tmp_path


def told(found: UsesFound) -> list[tuple[str, str, int, bool]]:
    assert found.problems == ()
    return [(use.proposal.number, use.section, use.version, use.hidden) for use in found.uses]


def test_every_section_of_a_block_is_found_the_latest_proposal_first(folder: Path) -> None:
    uses = Uses(folder)
    assert told(uses.of_block("b1")) == [("2", "s1", 1, False), ("1", "s1", 2, False), ("1", "s2", 3, True)]
    assert told(uses.of_block("b2")) == [("1", "t", 1, False)]
    assert told(uses.of_block("b9")) == told(uses.of_block("")) == []


def test_a_reference_is_found_in_its_gallery(folder: Path) -> None:
    assert told(Uses(folder).of_reference("rye")) == [("1", "works", 0, False)]
    assert told(Uses(folder).of_reference("anna")) == []


def test_a_person_is_found_by_id_or_name(folder: Path) -> None:
    uses = Uses(folder)
    assert told(uses.of_person(ANNA)) == [("2", "", 0, False), ("1", "", 0, False)]
    assert told(uses.of_person(Person(id="p9", name=""))) == []


def test_what_a_client_was_offered_is_told_with_how_it_went(folder: Path) -> None:
    found = Uses(folder).of_client(CARD)
    assert told(found) == [("2", "", 0, False), ("1", "", 0, False)]
    latest = found.uses[0].proposal
    assert (latest.title, latest.date, latest.revision, latest.status, latest.archived, latest.folder) == (
        "Новое", datetime.date(2026, 10, 5), 3, Status.SENT, True, folder / "2 x",
    )  # fmt: skip
    assert told(Uses(folder).of_client(ClientCard(id="c9"))) == [], "a card without a name is nobody's"


def test_what_changes_on_the_disk_is_seen(folder: Path) -> None:
    uses = Uses(folder)
    assert len(uses.of_block("b2").uses) == 1
    write_proposal(folder / "3 x", proposal("3", sections=(Terms(id="t", block="b2"),)), FaultyDisk())
    assert [use.proposal.number for use in uses.of_block("b2").uses] == ["3", "1"]
    (folder / "1 x" / FILE_NAME).unlink()
    assert [use.proposal.number for use in uses.of_block("b2").uses] == ["3"]


def test_what_did_not_change_is_not_read_again(folder: Path) -> None:
    disk = FaultyDisk()
    uses = Uses(folder, disk)
    uses.of_block("b1")
    assert disk.names.count("read") == 3
    uses.of_client(CARD)
    assert disk.names.count("read") == 3


def test_a_proposal_that_cannot_be_read_is_told(folder: Path) -> None:
    """Whoever deletes a block must know that somebody may still use it."""
    (folder / "2 x" / FILE_NAME).write_bytes(b"{")
    (folder / "3 x" / FILE_NAME).write_bytes(b"[]")
    (folder / "note.txt").write_bytes(b"")
    (folder / ".import-1").mkdir()
    found = Uses(folder).of_block("b1")
    assert [use.proposal.number for use in found.uses] == ["1", "1"]
    assert [(one.code, one.fact("folder")) for one in found.problems] == [("uses-unreadable", "2 x"), ("uses-unreadable", "3 x")]


@pytest.mark.parametrize(
    "content", [b'{"sections": 3, "people": [1, {"id": 2}], "client": []}', b'{"revision": "x", "status": []}']
)
def test_strange_values_do_no_harm(folder: Path, content: bytes) -> None:
    (folder / "2 x" / FILE_NAME).write_bytes(content)
    assert told(Uses(folder).of_block("b2")) == [("1", "t", 1, False)]


def test_a_disk_that_refuses_is_told(folder: Path) -> None:
    found = Uses(folder, FaultyDisk(0, "EIO")).of_block("b1")
    assert (found.uses, [one.code for one in found.problems]) == ((), ["disk-failed"])
    found = Uses(folder, FaultyDisk(1, "EACCES")).of_block("b1")
    assert [one.code for one in found.problems] == ["disk-denied"]
    assert Uses(folder / "none").of_block("b1") == UsesFound()


def test_five_hundred_proposals_are_read_once(tmp_path: Path) -> None:
    body = (FIRST, SECOND)
    for number in range(500):
        one = replace(body[number % 2], number=f"{number:04}")
        write_proposal(tmp_path / f"{number:04}", one, FaultyDisk())
    disk = FaultyDisk()
    uses = Uses(tmp_path, disk)
    assert len(uses.of_block("b1").uses) == 750
    assert len(uses.of_client(CARD).uses) == 500
    assert disk.names.count("read") == 500
    os.utime(tmp_path / "0007" / FILE_NAME, ns=(1, 1))
    uses.of_block("b1")
    assert disk.names.count("read") == 501
