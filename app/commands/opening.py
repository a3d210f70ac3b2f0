"""Finding the proposal that a user named."""

from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.places import open_workspace

if TYPE_CHECKING:
    from app.sources import Opened


def opened(reference: str, workspace_folder: Path | None, language: str = "") -> "Opened":
    """Open what a reference names. The workspace is only looked at for a number or where one is named.

    `language` is that of the draft which a bare estimate becomes.
    """
    from dataclasses import replace

    from app.sources import open_proposal, path_on_disk

    if path_on_disk(reference) and not workspace_folder:
        return open_proposal(reference, None, language)
    workspace, problems = open_workspace(workspace_folder)
    found = open_proposal(reference, workspace, language)
    return replace(found, problems=(*problems, *found.problems))
