"""`pack`: a proposal with all that belongs to it in one file, for a colleague."""

import argparse

from app.commands.console import STOPPED, Console
from app.commands.opening import opened
from app.commands.places import expanded, open_workspace
from app.problems import stops


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Write the exchange bundle of a proposal, and say for whom it is."""
    from app.store.bundle.packing import pack

    found = opened(arguments.proposal, arguments.workspace, arguments.lang or "")
    if found.proposal is None or stops(found.problems):
        console.tell(found.problems)
        return STOPPED
    workspace, problems = open_workspace(arguments.workspace)
    if workspace is None:
        return console.finish(problems)
    target = expanded(arguments.output)
    told = pack(workspace, found.folder, target, found.proposal)
    code = console.finish((*found.problems, *problems, *told))
    if not stops(told):
        console.data(str(target))
        console.note(console.words("For colleagues only: rates, costs, notes and the history are inside. A client gets the PDF."))
    return code
