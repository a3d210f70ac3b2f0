"""`list`: the proposals of the workspace."""

import argparse

from app.commands.console import Console
from app.commands.places import open_workspace
from app.commands.tables import aligned, shortened

_LONGEST = 60


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Print a line for each proposal: number, date, client, title."""
    workspace, problems = open_workspace(arguments.workspace)
    if workspace is None:
        return console.finish(problems)
    rows = [
        (found.number, found.date.isoformat(), shortened(found.client, _LONGEST), shortened(found.title, _LONGEST))
        for found in workspace.proposals()
    ]
    for line in aligned(rows, [False] * 4):
        console.data(line)
    return console.finish(problems)
