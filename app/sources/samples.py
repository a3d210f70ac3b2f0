"""What comes with the program to try the library with: sample blocks, and the people, works and client of the demo proposal."""

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from app.blocks.versions import with_present
from app.model.block import Block
from app.model.clientcard import ClientCard
from app.model.proposal import Proposal
from app.model.sections import References
from app.problems import Problem, error, stops
from app.store.inserting import carried

if TYPE_CHECKING:
    from app.store.shelf import Shelf
    from app.store.workspace import Workspace

R = TypeVar("R")

DEMO = Path(__file__).resolve().parents[2] / "assets" / "demo"
FILE = "library/blocks.json"


def take_samples(workspace: "Workspace", language: str) -> tuple[Problem, ...]:
    """Put the samples into the library, people and works as a language writes them."""
    from app.store.source import read_source

    folder = DEMO / language
    read = read_source(folder, workspace.disk)
    return (*read.problems, *(fill(workspace, DEMO, read.proposal, folder) if read.proposal else ()))


def fill(workspace: "Workspace", demo: Path, proposal: Proposal, folder: Path) -> tuple[Problem, ...]:
    """Put into the library what it does not have yet; whatever it has stays as it is.

    `demo` is the folder of the demonstration, `proposal` one of its proposals, whose pictures are in `folder`.
    """
    library = workspace.library
    blocks, problems = read_blocks(demo / FILE)
    works = [one for section in proposal.sections if isinstance(section, References) for one in section.items]
    client = ClientCard(id=proposal.client.id, client=proposal.client, contacts=(proposal.contact,))
    told = [
        *problems,
        *_kept(workspace, library.blocks, blocks, demo),
        *_kept(workspace, library.people, proposal.people, folder),
        *_kept(workspace, library.references, works, folder),
        *_kept(workspace, library.clients, (client,), folder),
    ]
    return tuple(dict.fromkeys(told))


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


def _kept(workspace: "Workspace", shelf: "Shelf[R]", records: "list[R] | tuple[R, ...]", folder: Path) -> list[Problem]:
    found = shelf.all()
    if stops(found.problems):
        return list(found.problems)
    there = {_id(one.value) for one in found.records}
    problems: list[Problem] = []
    for record in records:
        if _id(record) in there or not _id(record):
            continue
        copy = carried(record, folder, workspace.library_folder, workspace.disk)
        problems += copy.problems
        if not stops(copy.problems):
            problems += shelf.put(copy.value, rev=0).problems
    return problems


def _id(record: object) -> str:
    return str(getattr(record, "id", ""))
