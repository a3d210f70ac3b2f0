"""Changing a proposal of a workspace from the command line: never under the hands of somebody who has it open."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from app.problems import Problem, error

if TYPE_CHECKING:
    from app.model.proposal import Proposal
    from app.sources import Opened
    from app.store.work.presence import Holder
    from app.store.work.working import WorkingCopy
    from app.store.workspace import Workspace


def workspace_around(folder: Path) -> "Workspace | None":
    """Return the workspace that a proposal's folder belongs to, None where it lies elsewhere."""
    from app.store.workspace import Workspace

    place = folder.resolve().parent
    if place.name != "proposals" or not (place.parent / "state").is_dir():
        return None
    return Workspace.open(place.parent).workspace


@contextmanager
def at_work(workspace: "Workspace", found: "Opened") -> "Iterator[tuple[WorkingCopy | None, tuple[Problem, ...]]]":
    """Yield the proposal that was found, for saving it; None with the reason where somebody works on it or has just done so."""
    from app.store.work.working import open_working

    work = open_working(workspace, found.folder)
    if work.copy is None:
        yield None, work.problems if work.holder is None else (_held(work.holder),)
        return
    try:
        if _present(found.folder) == found.proposal:
            yield work.copy, work.problems
        else:
            yield None, (*work.problems, error("proposal-changed-meanwhile", str(found.folder)))
    finally:
        work.copy.close()


def _present(folder: Path) -> "Proposal | None":
    from app.sources import open_proposal

    return open_proposal(str(folder)).proposal


def _held(holder: "Holder") -> Problem:
    if not (holder.user and holder.host):  # the lock is taken, the name not written yet
        return error("proposal-held-by-somebody")
    return error("proposal-held", user=holder.user, host=holder.host)
