"""`restore`: a workspace out of a backup."""

import argparse
from typing import TYPE_CHECKING

from app.commands.console import Console
from app.commands.places import expanded, open_workspace
from app.problems import Problem, error

if TYPE_CHECKING:
    from app.store.backup.restoring import Restored
    from app.store.workspace import Workspace


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
    if held := _held(workspace):
        return console.finish(held)
    return _told(console, restore_over(workspace.path, file, utc_now(), workspace.disk))


def _held(workspace: "Workspace") -> tuple[Problem, ...]:
    """Return who works in a workspace: nobody's open proposal is exchanged under their hands."""
    from app.store.work.me import myself
    from app.store.work.presence import at_work

    found = at_work(workspace.state, myself(), workspace.disk)
    return tuple(
        error("restore-held", user=one.user, host=one.host) if one.user and one.host else error("restore-held-by-somebody")
        for one in found[:1]
    )


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
