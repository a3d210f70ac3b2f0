"""`restore`: a workspace out of a backup."""

import argparse
from typing import TYPE_CHECKING

from app.commands.console import Console
from app.commands.places import expanded, open_workspace

if TYPE_CHECKING:
    from app.store.backup.restoring import Restored


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Restore into a folder of its own, or in the place of the workspace, which is backed up before."""
    from app.store.backup.restoring import restore, restore_over
    from app.store.durable import utc_now

    file = expanded(arguments.file)
    if arguments.into:
        return _told(console, restore(file, expanded(arguments.into)))
    workspace, problems = open_workspace(arguments.workspace)
    if workspace is None:
        return console.finish(problems)
    return _told(console, restore_over(workspace.path, file, utc_now(), workspace.disk))


def _told(console: Console, restored: "Restored") -> int:
    if restored.folder:
        words = console.words
        proposals = words.plural("{n} proposal", "{n} proposals", restored.proposals)
        console.data(f"{restored.folder}: {proposals}, {words.plural('{n} file', '{n} files', restored.files)}")
        if restored.at:
            console.note(words("This is the state of {moment} (UTC).", moment=f"{restored.at:%Y-%m-%d %H:%M}"))
        if restored.before:
            console.note(words("What was there before is kept in {path}", path=restored.before))
    return console.finish(restored.problems)
