"""`library blocks`, `people`, `references`, `clients`: a line for each record."""

import argparse
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from app.commands.console import Console
from app.commands.tables import aligned, shortened

if TYPE_CHECKING:
    from app.model.block import Block
    from app.model.clientcard import ClientCard
    from app.model.people import Person
    from app.model.reference import Reference
    from app.store.shelf import Shelf
    from app.store.workspace import Workspace

R = TypeVar("R")

_LONGEST = 50
_NOTHING = "—"


def blocks(arguments: argparse.Namespace, workspace: "Workspace", console: Console) -> int:
    """List blocks: id, name, kind, status, version, languages, tags."""
    return _listed(arguments, workspace, "block", workspace.library.blocks, _block, console)


def people(arguments: argparse.Namespace, workspace: "Workspace", console: Console) -> int:
    """List people: id, name, role, the day on which they left."""
    return _listed(arguments, workspace, "person", workspace.library.people, _person, console)


def references(arguments: argparse.Namespace, workspace: "Workspace", console: Console) -> int:
    """List references: id, title, client, year, permission and its last day."""
    return _listed(arguments, workspace, "reference", workspace.library.references, _reference, console)


def clients(arguments: argparse.Namespace, workspace: "Workspace", console: Console) -> int:
    """List clients: id, name, first contact, language, currency."""
    return _listed(arguments, workspace, "client", workspace.library.clients, _client, console)


def _listed(
    arguments: argparse.Namespace,
    workspace: "Workspace",
    kind: str,
    shelf: "Shelf[R]",
    row: Callable[[R], Sequence[str]],
    console: Console,
) -> int:
    found = shelf.all()
    cells = sorted((row(one.value) for one in found.records), key=lambda cells: cells[1].casefold())
    if arguments.search:
        best = _ids(workspace, kind, arguments.search, len(cells))
        cells = sorted((one for one in cells if one[0] in best), key=lambda one: best[one[0]])
    rows = [[shortened(cell, _LONGEST) or _NOTHING for cell in one] for one in cells]
    for line in aligned(rows, [False] * len(rows[0])) if rows else ():
        console.data(line)
    if not rows:
        words = console.words
        console.note(words("Nothing in the library fits.") if arguments.search else words("The library has none of these yet."))
    return console.finish(found.problems)


def _ids(workspace: "Workspace", kind: str, text: str, most: int) -> dict[str, int]:
    """Return the ids of what a text finds, with their places: the best is the first."""
    from app.store.search.index import Index

    index = Index.of(workspace)
    index.update()
    hits = index.search(text, kinds=(kind,), limit=most)
    index.close()
    return {hit.id: place for place, hit in enumerate(hits)}


def _block(block: "Block") -> Sequence[str]:
    languages = " ".join(one.language for one in block.variants)
    return block.id, block.name, block.kind, block.status, str(block.version), languages, ", ".join(block.tags)


def _person(person: "Person") -> Sequence[str]:
    return person.id, person.name, person.role, person.left_on


def _reference(reference: "Reference") -> Sequence[str]:
    allowed = " ".join(filter(None, (reference.permission, reference.permission_until)))
    return reference.id, reference.title, reference.client, reference.year, allowed


def _client(card: "ClientCard") -> Sequence[str]:
    contact = card.contacts[0].name if card.contacts else ""
    return card.id, card.client.name, contact, card.client.language, card.client.currency
