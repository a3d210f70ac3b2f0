"""The blocks of the library inside a bundle: as a file, and what becomes of them in another library."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.model.block import Block, BlockStatus
from app.model.proposal import Proposal
from app.problems import Problem, Severity, problem, stops
from app.store.codec import decode, encode
from app.store.jsonfile import dump, parse
from app.store.migrations import LIBRARY_SCHEMA, LIBRARY_STEPS, upgrade
from app.store.place import shown
from app.store.shelf import CONFLICT, Stored

if TYPE_CHECKING:
    from app.store.shelf import Shelf

_LONGEST_ID = 200


def block_ids(proposal: Proposal) -> tuple[str, ...]:
    """Return the ids of the blocks that sections were copied from."""
    found = (getattr(section, "block", "") for section in proposal.sections)
    return tuple(dict.fromkeys(one for one in found if one))


def blocks_bytes(blocks: Sequence[Block]) -> bytes:
    """Return the file of blocks."""
    return dump({"schema": LIBRARY_SCHEMA, "blocks": [encode(block) for block in blocks]})


def parse_blocks(data: bytes, where: str) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """Read the file of blocks; one that is wrong is left out and told of. A newer file gives none, with an error."""
    read = parse(data, where)
    body = read.value if isinstance(read.value, dict) else {}
    schema, rows = body.get("schema"), body.get("blocks")
    if type(schema) is not int or schema < 1 or not isinstance(rows, list):
        return (), (*read.problems, problem("bundle-blocks-broken", where, Severity.ERROR))
    if schema > LIBRARY_SCHEMA:
        return (), (problem("source-newer", where, Severity.ERROR, found=schema, known=LIBRARY_SCHEMA),)
    table = {"blocks": {str(place): {"value": row} for place, row in enumerate(rows)}}
    upgraded = upgrade(table, schema, LIBRARY_SCHEMA, LIBRARY_STEPS)["blocks"]
    decoded = [decode(Block, one["value"], f"{where}/{place}") for place, one in upgraded.items()]
    problems = [_softer(found) for one in decoded for found in one.problems]
    return tuple(_usable([one.value for one in decoded], problems, where)), tuple(problems)


def add_blocks(shelf: "Shelf[Block]", blocks: Sequence[Block]) -> "tuple[list[Stored[Block]], list[Problem]]":
    """Put the blocks that the library does not know into it, as drafts; known ones are never changed.

    Returns what was added, and what is to be told: errors where the library could not be written.
    """
    added: list[Stored[Block]] = []
    problems: list[Problem] = []
    there = {one.value.id for one in shelf.all().records} if blocks else set()
    for block in blocks:
        draft = replace(block, status=BlockStatus.DRAFT)
        stored = shelf.put(draft, rev=0)
        known = [one for one in stored.problems if one.code == CONFLICT]
        problems += [one for one in stored.problems if one.code != CONFLICT]
        if stops(problems):
            added += [] if block.id in there else [Stored(draft, 1)]  # a write that failed may yet have been made
            break
        if known and stored.first and not _same(stored.first.value, block):
            problems.append(problem("bundle-block-differs", f"blocks/{block.id}", name=shown(block.name)))
        elif not known and stored.first:
            added.append(stored.first)
            problems.append(problem("bundle-block-added", f"blocks/{block.id}", Severity.INFO, name=shown(block.name)))
    return added, problems


def take_back(shelf: "Shelf[Block]", added: "Sequence[Stored[Block]]") -> None:
    """Remove what `add_blocks` has added, because the proposal could not be. What somebody changed meanwhile stays."""
    for one in added:
        if shelf.get(one.value.id).first == one:
            shelf.remove(one.value.id, one.rev)


def _same(known: Block, other: Block) -> bool:
    """Tell whether two blocks say the same; who owns them and whether they may be used is each library's own matter."""
    return (known.name, known.kind, known.variants) == (other.name, other.kind, other.variants)


def _usable(blocks: Sequence[Block | None], problems: list[Problem], where: str) -> Iterator[Block]:
    seen: set[str] = set()
    for block in blocks:
        if block is None:
            continue
        if not block.id.isprintable() or not 0 < len(block.id) <= _LONGEST_ID or block.id in seen:
            problems.append(problem("bundle-block-id", where, id=shown(block.id)))
        else:
            seen.add(block.id)
            yield block


def _softer(found: Problem) -> Problem:
    """Return a problem of a block as a warning: the proposal can be had without it."""
    return replace(found, severity=Severity.WARNING) if found.severity is Severity.ERROR else found
