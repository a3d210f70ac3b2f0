"""Blesna's front door: the window by default, commands for the command line (`main.py --help`)."""

import sys
from typing import TYPE_CHECKING

from app.cli import main

if TYPE_CHECKING:
    from app.store.workspace import Workspace

    from app.pipeline import Pipeline


def open_window(workspace: "Workspace", pipeline: "Pipeline", reference: str, language: str) -> int:
    """Show the window until it is closed. Qt is loaded only now."""
    from widgets.application import run

    return run(workspace, pipeline, reference, language)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], open_window))
