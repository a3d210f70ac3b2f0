"""`import`: a proposal from elsewhere comes into the workspace."""

import argparse

from app.commands.console import STOPPED, Console
from app.commands.places import open_workspace
from app.problems import stops


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Copy the proposal with its pictures, and print the folder where it now is."""
    from app.sources import open_proposal, path_on_disk

    workspace, problems = open_workspace(arguments.workspace)
    if workspace is None:
        return console.finish(problems)
    # only a file is imported; it may need a number of the workspace, but must not be looked up there
    found = open_proposal(arguments.source, workspace if path_on_disk(arguments.source) else None, arguments.lang or "")
    problems = (*problems, *found.problems)
    if found.proposal is None or stops(problems):
        console.tell(problems)
        return STOPPED
    imported = workspace.import_source(found.folder, found.proposal)
    if imported.folder:
        console.data(str(imported.folder))
    return console.finish((*problems, *imported.problems))
