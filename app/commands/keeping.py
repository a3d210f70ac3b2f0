"""Keeping a proposal that a command has changed where it was opened."""

from pathlib import Path
from typing import TYPE_CHECKING

from app.problems import Problem, error

if TYPE_CHECKING:
    from app.model.proposal import Proposal
    from app.sources import Opened


def kept(reference: str, found: "Opened", proposal: "Proposal", edit: str) -> tuple[Problem, ...]:
    """Write a changed proposal back; return what prevented it. One that was made of a bare estimate has no place of its own.

    A change of what was sent begins the next revision where a client could see it. One that somebody has open is left to them.
    `edit` is what the journal calls the change.
    """
    from app.commands.working import at_work, workspace_around
    from app.edits.status import touched
    from app.store.source import write_proposal

    if found.proposal is not None:
        proposal = touched(found.proposal, proposal)
    if refused := unkeepable(reference):
        return refused
    workspace = workspace_around(found.folder)
    if workspace is None:
        return write_proposal(found.folder, proposal)
    with at_work(workspace, found) as (copy, told):
        return told if copy is None else (*told, *copy.save(proposal, (edit,)))


def unkeepable(reference: str) -> tuple[Problem, ...]:
    """Return why nothing can be kept in what a reference names: a bare estimate, or a revision that was sent."""
    from app.sources import path_on_disk
    from app.store.manifest import FILE_NAME as MANIFEST
    from app.store.source import FILE_NAME

    path = path_on_disk(reference)
    if path is None:
        return ()
    if not _is_source(path, FILE_NAME):
        return (error("diff-not-kept", str(path)),)
    folder = path if path.is_dir() else path.parent
    return (error("revision-is-frozen", str(folder)),) if (folder / MANIFEST).exists() else ()


def _is_source(path: Path, name: str) -> bool:
    return path.is_dir() or path.name == name
