"""No command: the window."""

import argparse
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias, cast

from app.commands.console import STOPPED, Console
from app.commands.late import Late
from app.commands.packaged import hand_back_libraries
from app.commands.places import has_screen, open_workspace, pipeline
from app.problems import error

if TYPE_CHECKING:
    from app.pipeline import Pipeline
    from app.store.workspace import Workspace

OpenWindow: TypeAlias = "Callable[[Workspace, Pipeline, str, str], int]"
"""Shows the window on a workspace and, where a reference is given, on a proposal; in a language; until it is closed."""


def run(arguments: argparse.Namespace, console: Console, open_window: OpenWindow) -> int:
    """Open the window until the user closes it."""
    if not has_screen():
        console.tell([error("no-screen")])
        return STOPPED
    workspace, problems = open_workspace(arguments.workspace)
    console.tell(problems)
    if workspace is None:
        return STOPPED
    chain = cast("Pipeline", Late(lambda: pipeline(arguments.workspace)))
    return show(console, lambda: open_window(workspace, chain, arguments.proposal, console.language))


def show(console: Console, opening: Callable[[], int]) -> int:
    """Open the window and return its exit code; tell when the system lacks what a window needs."""
    hand_back_libraries()
    try:
        return opening()
    except ImportError as wrong:
        from app.commands.libraries import not_imported

        return console.finish([not_imported(wrong)])


def tell_not_shown(said: list[str], language: str) -> None:
    """Tell why the window system did not begin, by what Qt said about it."""
    from app.commands.libraries import not_shown

    Console(language).tell([not_shown(said, os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY", ""))])
