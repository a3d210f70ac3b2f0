"""`import`: a proposal from elsewhere comes into the workspace."""

import argparse
from typing import TYPE_CHECKING

from app.commands.console import STOPPED, Console
from app.commands.places import open_workspace
from app.problems import Problem, stops

if TYPE_CHECKING:
    from app.store.importing import Imported


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Copy the proposal with its pictures, and print the folder where it now is."""
    from app.sources import open_proposal, path_on_disk
    from app.store.bundle.form import is_bundle
    from app.store.bundle.unpacking import import_bundle

    workspace, problems = open_workspace(arguments.workspace)
    if workspace is None:
        return console.finish(problems)
    file = path_on_disk(arguments.source)
    if file and is_bundle(file):
        return _told(console, problems, import_bundle(workspace, file))
    # only a file is imported; it may need a number of the workspace, but must not be looked up there
    found = open_proposal(arguments.source, workspace if file else None, arguments.lang or "")
    problems = (*problems, *found.problems)
    if found.proposal is None or stops(problems):
        console.tell(problems)
        return STOPPED
    return _told(console, problems, workspace.import_source(found.folder, found.proposal))


def _told(console: Console, problems: tuple[Problem, ...], imported: "Imported") -> int:
    if imported.folder:
        console.data(str(imported.folder))
    return console.finish((*problems, *imported.problems))
