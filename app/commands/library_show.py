"""`library show` and `library where-used`: one record, and the proposals in which it stands."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.commands.console import STOPPED, Console
from app.commands.library_record import named
from app.commands.tables import aligned, shortened
from app.model.block import Block
from app.model.clientcard import ClientCard
from app.model.people import Person
from app.model.reference import Reference

if TYPE_CHECKING:
    from app.store.uses import UsesFound
    from app.store.workspace import Workspace

_LONGEST = 60


def show(arguments: argparse.Namespace, workspace: "Workspace", console: Console) -> int:
    """Print a record: a block with its texts and versions, a person, a reference, a client. What is internal is left out."""
    found = named(workspace, arguments.id)
    if found.record is None:
        return console.finish(found.problems)
    for line in _lines(found.record):
        console.data(line)
    return console.finish(found.problems)


def where_used(arguments: argparse.Namespace, workspace: "Workspace", console: Console) -> int:
    """Print a line for each use: number, revision, date, status, section, version of the block, title."""
    record = named(workspace, arguments.id)
    if record.record is None:
        console.tell(record.problems)
        return STOPPED
    found = _uses(workspace, record.record)
    rows = [
        (
            one.proposal.number or "—",
            str(one.proposal.revision),
            one.proposal.date.isoformat() if one.proposal.date else "—",
            one.proposal.status,
            one.section or "—",
            str(one.version or "—"),
            shortened(one.proposal.title, _LONGEST) or "—",
        )
        for one in found.uses
    ]
    for line in aligned(rows, [False] * 7):
        console.data(line)
    if not rows:
        console.note(console.words("No proposal uses it."))
    return console.finish((*record.problems, *found.problems))


def _uses(workspace: "Workspace", record: object) -> "UsesFound":
    from app.store.uses import Uses

    uses = Uses(workspace.folder, workspace.disk)
    if isinstance(record, Block):
        return uses.of_block(record.id)
    if isinstance(record, Reference):
        return uses.of_reference(record.id)
    if isinstance(record, Person):
        return uses.of_person(record)
    assert isinstance(record, ClientCard)
    return uses.of_client(record)


def _lines(record: object) -> Iterator[str]:
    if isinstance(record, Block):
        yield from _block(record)
    elif isinstance(record, Person):
        yield from _filled(record.name, record.role, record.about, record.email, record.phone, record.left_on)
    elif isinstance(record, Reference):
        permission = " ".join(filter(None, (record.permission, record.permission_until)))
        yield from _filled(record.title, record.client, record.year, record.credit, record.link, record.why, permission)
    elif isinstance(record, ClientCard):
        client = record.client
        yield from _filled(client.name, client.requisites, client.city, client.site, client.language, client.currency)
        for contact in record.contacts:
            yield ", ".join(filter(None, (contact.name, contact.role, contact.email, contact.phone)))


def _block(block: Block) -> Iterator[str]:
    from app.model.notation import write

    yield f"{block.name} ({block.kind}, {block.status}, {block.version})"
    for variant in block.variants:
        story = variant.story
        yield ""
        yield f"[{variant.language}] {story.title}".rstrip()
        yield from _filled(story.lead, write(story.text), *(f"{one.value}  {one.label}" for one in story.figures))
        yield from _filled(" — ".join(filter(None, (story.quote, story.quote_by))))
    if block.history:
        yield ""
    for step in block.history:
        yield "  ".join(filter(None, (str(step.number), step.at, step.by, step.note)))


def _filled(*texts: str) -> Iterator[str]:
    return (text for text in texts if text)
