"""`library`: what the studio uses again and again, listed, shown, put into proposals, and looked for in them."""

import argparse
import importlib

from app.commands.console import STOPPED, Console
from app.commands.places import open_workspace

ACTIONS = {
    "blocks": "library_lists",
    "people": "library_lists",
    "references": "library_lists",
    "clients": "library_lists",
    "show": "library_show",
    "where-used": "library_show",
    "insert": "library_use",
    "newer": "library_use",
}
"""Each thing that can be done with its file in `app/commands`."""


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Open the workspace and do what was asked for."""
    workspace, problems = open_workspace(arguments.workspace)
    console.tell(problems)
    if workspace is None:
        return STOPPED
    module = importlib.import_module(f"app.commands.{ACTIONS[arguments.action]}")
    code: int = getattr(module, arguments.action.replace("-", "_"))(arguments, workspace, console)
    return code
