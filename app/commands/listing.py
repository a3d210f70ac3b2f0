"""`list`: the proposals of the workspace."""

import argparse
from typing import TYPE_CHECKING

from app.commands.console import Console
from app.commands.places import open_workspace
from app.commands.tables import aligned, shortened
from app.i18n import Words

if TYPE_CHECKING:
    from app.store.entries import ProposalEntry

_LONGEST = 60


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Print a line for each proposal, the one changed last first: number, date, client, title."""
    workspace, problems = open_workspace(arguments.workspace)
    if workspace is None:
        return console.finish(problems)
    rows = [_row(entry, console.words) for entry in workspace.proposals()]
    for line in aligned(rows, [False] * 4):
        console.data(line)
    if not rows:
        console.note(console.words("There are no proposals in this workspace yet."))
    return console.finish(problems)


def _row(entry: "ProposalEntry", words: Words) -> tuple[str, ...]:
    date = entry.date.isoformat() if entry.date else "—"
    client = shortened(entry.client or "—", _LONGEST) if entry.readable else words("cannot be read")
    return entry.number or "—", date, client, shortened(entry.title or "—", _LONGEST)
