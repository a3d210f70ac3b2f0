"""A reference becomes a proposal with its estimate."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from app.problems import error
from app.sources.drafts import new_from_estimate
from app.sources.merging import given_in, merge
from app.sources.result import Opened
from app.store.source import read_source

if TYPE_CHECKING:
    from app.store.workspace import Workspace

_JSON = ".json"
_SHOWN = 200


def open_proposal(reference: str, workspace: "Workspace | None" = None, language: str = "") -> Opened:
    """Open a proposal's folder, a source JSON, an estimate (which becomes a draft in `language`, else in its own), or a number
    of the workspace. What lies on the disk goes before a number of the same name.
    """
    path = path_on_disk(reference)
    if path is None:
        folder = workspace.find(reference) if workspace else None
        if folder is None:
            return Opened(None, Path(), (error("proposal-not-found", reference=reference[:_SHOWN]),))
        return _from_source(folder)
    if path.is_dir() or path.suffix.lower() == _JSON:
        return _from_source(path)
    from app.store.bundle.form import is_bundle  # knows zips, which no start needs

    if is_bundle(path):
        return Opened(None, Path(), (error("bundle-to-import", str(path), file=path.name),))
    return new_from_estimate(path, language, workspace)


def path_on_disk(reference: str) -> Path | None:
    """Return the file or folder that a reference names, None when there is none."""
    # the functions of os.path, unlike those of Path, take impossible names and homes of nobody as they come
    path = os.path.expanduser(reference)  # noqa: PTH111
    return Path(path) if reference and os.path.exists(path) else None  # noqa: PTH110


def _from_source(path: Path) -> Opened:
    read = read_source(path)
    if read.proposal is None or read.estimate_file is None:
        return Opened(read.proposal, read.folder, read.problems)
    from app.exchange.reading import read_estimate

    estimate = read_estimate(read.estimate_file, language=read.proposal.language)
    proposal, problems = merge(read.proposal, estimate, given_in(path), read.estimate_file)
    return Opened(proposal, read.folder, (*read.problems, *estimate.problems, *problems))
