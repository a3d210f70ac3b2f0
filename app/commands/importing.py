"""`import`: a proposal from elsewhere comes into the workspace."""

import argparse

from app.commands.console import STOPPED, Console
from app.commands.places import open_workspace
from app.problems import stops


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Copy the proposal with its pictures, and print the folder where it now is."""
    from app.sources import open_proposal

    workspace, problems = open_workspace(arguments.workspace)
    if workspace is None:
        return console.finish(problems)
    found = open_proposal(arguments.source, None, console.language)
    problems = (*problems, *found.problems)
    if found.proposal is None or stops(problems):
        console.tell(problems)
        return STOPPED
    console.data(str(workspace.import_source(found.folder, found.proposal)))
    return console.finish(problems)
