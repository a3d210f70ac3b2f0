"""`backup`: the whole workspace in one file."""

import argparse

from app.commands.console import Console
from app.commands.places import expanded, open_workspace
from app.commands.sizes import size_told


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Back up the workspace, read the file back, and print where it is."""
    from app.store.backup.making import make
    from app.store.durable import utc_now

    workspace, problems = open_workspace(arguments.workspace)
    if workspace is None:
        return console.finish(problems)
    target = expanded(arguments.output) if arguments.output else None
    made = make(workspace.path, utc_now(), target, workspace.disk)
    if made.file:
        files = console.words.plural("{n} file", "{n} files", made.files)
        console.data(f"{made.file}: {files}, {size_told(console.words, made.size)}")
        console.note(console.words("Every byte of it was read back. Keep a copy on another disk."))
    return console.finish((*problems, *made.problems))
