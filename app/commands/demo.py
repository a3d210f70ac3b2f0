"""`demo`: what Blesna can do, on proposals that come with it."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.building import Wish, export
from app.commands.console import DONE, STOPPED, Console
from app.commands.places import DEMO, expanded, has_screen, open_workspace, pipeline
from app.commands.window import OpenWindow, show
from app.model.proposal import LANGUAGES
from app.problems import error, stops

if TYPE_CHECKING:
    from app.problems import Problem
    from app.sources import Opened
    from app.store.workspace import Workspace


def run(arguments: argparse.Namespace, console: Console, open_window: OpenWindow) -> int:
    """Import the demonstration proposals, write their PDFs, then open the window where there is a screen."""
    workspace, problems = open_workspace(arguments.workspace)
    console.tell(problems)
    if workspace is None:
        return STOPPED
    sources = [DEMO / language for language in LANGUAGES]
    if not all(source.is_dir() for source in sources):
        return console.finish([error("demo-missing", str(DEMO))])
    out = expanded(arguments.out)
    built_with = pipeline(arguments.workspace)
    opened = {source.name: _imported(workspace, source) for source in sources}
    console.tell(_library(workspace, opened[console.language]))
    # The demonstration stands on the day of its proposals: it never expires.
    days = {name: found.proposal.date if found.proposal else None for name, found in opened.items()}
    codes = [
        export(console, built_with, found, out / f"blesna-demo-{name}.pdf", Wish(today=days[name]))
        for name, found in opened.items()
    ]
    if any(codes):
        return STOPPED
    if arguments.no_window:
        return DONE
    if not has_screen():
        console.note(console.words("There is no screen, so the window stays closed."))
        return DONE
    shown = str(opened[console.language].folder)
    return show(console, lambda: open_window(workspace, built_with, shown, console.language))


def _library(workspace: "Workspace", opened: "Opened") -> "tuple[Problem, ...]":
    """Fill the library; what goes wrong there does not keep the proposals from being made."""
    from app.sources.samples import fill

    return fill(workspace, DEMO, opened.proposal, opened.folder).problems if opened.proposal else ()


def _imported(workspace: "Workspace", source: Path) -> "Opened":
    """Open the workspace's copy of a demonstration proposal; a first run makes it."""
    from app.sources import Opened, open_proposal

    original = open_proposal(str(source), None)
    if original.proposal is None or stops(original.problems):
        return original
    folder = workspace.find(original.proposal.id)
    if folder is None:
        imported = workspace.import_source(original.folder, original.proposal)
        if imported.folder is None:
            return Opened(None, original.folder, imported.problems)
        folder = imported.folder
    return open_proposal(str(folder))
