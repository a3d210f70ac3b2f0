"""Changing a proposal of the workspace that is not open here, through a working copy: nobody's open work is written over."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.model.proposal import Proposal
from app.problems import Problem
from app.store.workspace import Workspace

if TYPE_CHECKING:
    from app.store.work.presence import Holder

Edit = Callable[[Proposal], Proposal]


@dataclass(frozen=True)
class Written:
    """What came of a change: the proposal as it is now, None where it could not be opened; problems; who has it open."""

    proposal: Proposal | None
    problems: tuple[Problem, ...] = ()
    holder: "Holder | None" = None


def rewritten(workspace: Workspace, folder: Path, edit: Edit, name: str, socket: str) -> Written:
    """Open a proposal, make one change with a name, save and close it. For the worker."""
    from app.sending.settle import settled
    from app.store.work.me import myself
    from app.store.work.working import open_working

    work = open_working(workspace, folder, myself(socket))
    if work.copy is None or work.proposal is None:
        return Written(None, work.problems, work.holder)
    try:
        before = settled(folder, work.proposal, workspace.disk)
        after = edit(before)
        told = work.copy.save(after, [name]) if after != work.proposal else ()
        return Written(after, (*work.problems, *told))
    finally:
        work.copy.close()


def read(workspace: Workspace, folder: Path) -> Written:
    """Read a proposal as it lies there. For the worker."""
    from app.sending.settle import settled
    from app.store.source import read_source

    found = read_source(folder, workspace.disk)
    if found.proposal is None:
        return Written(None, found.problems)
    return Written(settled(folder, found.proposal, workspace.disk), found.problems)


def added(workspace: Workspace, source: Path, proposal: Proposal) -> tuple[Path | None, tuple[Problem, ...]]:
    """Take a new proposal into the workspace; its pictures are those beside `source`. For the worker."""
    imported = workspace.import_source(source, proposal)
    return imported.folder, imported.problems
