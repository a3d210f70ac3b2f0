"""Blesna's front door: the window by default, commands for the command line (`main.py --help`)."""

import sys
from typing import TYPE_CHECKING, cast

from app.commands.quickstart import begin, leave

begin()

from app.cli import main  # noqa: E402, the modules that this loads are what the quick start is for
from app.guard.flag import FLAG  # noqa: E402

if TYPE_CHECKING:
    from app.pipeline import Pipeline
    from app.store.workspace import Workspace
    from widgets.services import Pipeline as PipelineOfWindow


def load_qt() -> None:
    """Load what is under the window, quickly."""
    from widgets.quickqt import load

    load()
    from widgets.features import plain

    plain()


def open_window(workspace: "Workspace", pipeline: "Pipeline", reference: str, language: str) -> int:
    """Show the window until it is closed. Qt is loaded only now."""
    load_qt()
    from app.commands import quickstart
    from app.commands.window import tell_not_shown
    from widgets.application import run

    # the window paints nothing but what this pipeline laid out, which its looser type cannot say
    made = cast("PipelineOfWindow", pipeline)
    return run(workspace, made, reference or None, language, quickstart.note, lambda said: tell_not_shown(said, language))


def run() -> None:
    """Do what the command line asks for; the entry of the installed program."""
    if sys.argv[1:2] == [FLAG]:
        from app.guard.worker import main as work

        work(int(sys.argv[2]))
        return
    leave(main(sys.argv[1:], open_window))


if __name__ == "__main__":
    run()
