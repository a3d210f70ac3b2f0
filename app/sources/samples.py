"""What comes with the program to try the library with: sample blocks, and the people, works and client of the demo proposal."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from app.blocks.versions import with_present
from app.model.block import Block
from app.model.clientcard import ClientCard
from app.model.people import Person
from app.model.proposal import Proposal
from app.model.reference import Reference
from app.model.sections import References
from app.problems import Problem, error, stops
from app.store.inserting import carried

if TYPE_CHECKING:
    from app.store.shelf import Shelf
    from app.store.workspace import Workspace

R = TypeVar("R")
Record: TypeAlias = Block | Person | Reference | ClientCard

DEMO = Path(__file__).resolve().parents[2] / "assets" / "demo"
FILE = "library/blocks.json"


@dataclass(frozen=True, slots=True)
class Filled:
    """What has come into the library, as it is there now, and what is wrong."""

    records: tuple["Record", ...] = ()
    problems: tuple[Problem, ...] = ()


def take_samples(workspace: "Workspace", language: str) -> Filled:
    """Put the samples into the library, people and works as a language writes them."""
    from app.store.source import read_source

    folder = DEMO / language
    read = read_source(folder, workspace.disk)
    filled = fill(workspace, DEMO, read.proposal, folder) if read.proposal else Filled()
    return replace(filled, problems=(*read.problems, *filled.problems))


def fill(workspace: "Workspace", demo: Path, proposal: Proposal, folder: Path) -> Filled:
    """Put into the library what it does not have yet; whatever it has stays as it is.

    `demo` is the folder of the demonstration, `proposal` one of its proposals, whose pictures are in `folder`.
    """
    library = workspace.library
    blocks, problems = read_blocks(demo / FILE)
    works = [one for section in proposal.sections if isinstance(section, References) for one in section.items]
    client = ClientCard(id=proposal.client.id, client=proposal.client, contacts=(proposal.contact,))
    parts = (
        _kept(workspace, library.blocks, blocks, demo),
        _kept(workspace, library.people, proposal.people, folder),
        _kept(workspace, library.references, works, folder),
        _kept(workspace, library.clients, (client,), folder),
    )
    told = (*problems, *(problem for part in parts for problem in part.problems))
    return Filled(tuple(record for part in parts for record in part.records), tuple(dict.fromkeys(told)))


def read_blocks(file: Path) -> tuple[list[Block], tuple[Problem, ...]]:
    """Return the blocks of a file, and what is wrong with it."""
    from app.store.codec import decode
    from app.store.disk import Disk
    from app.store.jsonfile import LARGEST_FILE, parse
    from app.store.trouble import trouble

    try:
        parsed = parse(Disk().read(file, LARGEST_FILE), file.name)
    except OSError as wrong:
        return [], (trouble(wrong, file),)
    found = parsed.value.get("blocks") if isinstance(parsed.value, dict) else None
    if not isinstance(found, list):
        return [], parsed.problems or (error("value-not-list", file.name, found="…"),)
    read = [decode(Block, one, f"blocks[{i}]") for i, one in enumerate(found)]
    problems = (*parsed.problems, *(problem for one in read for problem in one.problems))
    return [with_present(one.value) for one in read if one.value is not None], problems


def _kept(workspace: "Workspace", shelf: "Shelf[R]", records: "list[R] | tuple[R, ...]", folder: Path) -> Filled:
    found = shelf.all()
    if stops(found.problems):
        return Filled(problems=tuple(found.problems))
    there = {_id(one.value) for one in found.records}
    problems: list[Problem] = []
    taken: list[Record] = []
    for record in records:
        if _id(record) in there or not _id(record):
            continue
        copy = carried(record, folder, workspace.library_folder, workspace.disk)
        problems += copy.problems
        if not stops(copy.problems):
            put = shelf.put(copy.value, rev=0)
            problems += put.problems
            taken += [one.value for one in put.records if not stops(put.problems)]  # type: ignore[misc]
    return Filled(tuple(taken), tuple(problems))


def _id(record: object) -> str:
    return str(getattr(record, "id", ""))
