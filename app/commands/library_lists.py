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
    return _listed(arguments, workspace.library.blocks, _block, console)


def people(arguments: argparse.Namespace, workspace: "Workspace", console: Console) -> int:
    """List people: id, name, role, the day on which they left."""
    return _listed(arguments, workspace.library.people, _person, console)


def references(arguments: argparse.Namespace, workspace: "Workspace", console: Console) -> int:
    """List references: id, title, client, year, permission and its last day."""
    return _listed(arguments, workspace.library.references, _reference, console)


def clients(arguments: argparse.Namespace, workspace: "Workspace", console: Console) -> int:
    """List clients: id, name, first contact, language, currency."""
    return _listed(arguments, workspace.library.clients, _client, console)


def _listed(arguments: argparse.Namespace, shelf: "Shelf[R]", row: Callable[[R], Sequence[str]], console: Console) -> int:
    found = shelf.search(arguments.search or "")
    rows = [[shortened(cell, _LONGEST) or _NOTHING for cell in row(one.value)] for one in found.records]
    rows.sort(key=lambda cells: cells[1].casefold())
    for line in aligned(rows, [False] * len(rows[0])) if rows else ():
        console.data(line)
    return console.finish(found.problems)


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
