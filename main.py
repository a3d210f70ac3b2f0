"""Blesna's front door: the window by default, commands for the command line (`main.py --help`)."""

import sys
from typing import TYPE_CHECKING, cast

from app.commands.quickstart import begin, leave

begin()

from app.cli import main  # noqa: E402, the modules that this loads are what the quick start is for

if TYPE_CHECKING:
    from app.pipeline import Pipeline
    from app.store.workspace import Workspace
    from widgets.services import Pipeline as PipelineOfWindow


def open_window(workspace: "Workspace", pipeline: "Pipeline", reference: str, language: str) -> int:
    """Show the window until it is closed. Qt is loaded only now."""
    from widgets.application import run

    # the window paints nothing but what this pipeline laid out, which its looser type cannot say
    return run(workspace, cast("PipelineOfWindow", pipeline), reference or None, language)


if __name__ == "__main__":
    leave(main(sys.argv[1:], open_window))
