"""The demonstration comes into a workspace: a proposal in each language, and the samples of the library."""

from typing import TYPE_CHECKING

from app.model.proposal import LANGUAGES
from app.problems import stops
from app.sources.opening import open_proposal
from app.sources.result import Opened
from app.sources.samples import DEMO, take_samples

if TYPE_CHECKING:
    from app.store.workspace import Workspace


def bring(workspace: "Workspace", language: str) -> Opened:
    """Take in what is not there yet; return the workspace's proposal in a language."""
    opened = {name: _brought(workspace, name) for name in LANGUAGES}
    shown = opened.get(language) or opened[LANGUAGES[0]]
    told = take_samples(workspace, language)
    return Opened(shown.proposal, shown.folder, (*shown.problems, *told.problems))


def _brought(workspace: "Workspace", language: str) -> Opened:
    original = open_proposal(str(DEMO / language), None)
    if original.proposal is None or stops(original.problems):
        return original
    folder = workspace.find(original.proposal.id)
    if folder is not None:
        return Opened(original.proposal, folder, ())
    imported = workspace.import_source(original.folder, original.proposal)
    if imported.folder is None:
        return Opened(None, original.folder, imported.problems)
    return Opened(original.proposal, imported.folder, imported.problems)
