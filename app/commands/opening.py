"""Finding the proposal that a user named."""

from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.places import open_workspace

if TYPE_CHECKING:
    from app.sources import Opened


def opened(reference: str, workspace_folder: Path | None, language: str) -> "Opened":
    """Open what a reference names. The workspace is only looked at for a number or where one is named."""
    from dataclasses import replace

    from app.sources import open_proposal

    workspace, problems = None, ()
    if workspace_folder or not Path(reference).expanduser().exists():
        workspace, problems = open_workspace(workspace_folder)
    found = open_proposal(reference, workspace, language)
    return replace(found, problems=(*problems, *found.problems))
