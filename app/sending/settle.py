"""A proposal as it must be, seeing what of it was frozen."""

from dataclasses import replace
from pathlib import Path

from app.edits.status import same_content
from app.model.proposal import Proposal
from app.model.status import Status
from app.store.disk import Disk
from app.store.revisions import revision_folder, revisions_in
from app.store.source import read_source


def settled(folder: Path, proposal: Proposal, disk: Disk) -> Proposal:
    """Return a draft of a revision that is frozen already as what it is, every other proposal as it came.

    Such a draft is left when the program ends between freezing and saving, or when sending is undone. Where it says what was
    frozen it is that revision, sent; where it says something else it is the draft of the next one. Raises OSError.
    """
    frozen = revisions_in(folder, disk)
    if proposal.status is not Status.DRAFT or not frozen or proposal.revision > frozen[-1]:
        return proposal
    if proposal.revision in frozen:
        sent = read_source(revision_folder(folder, proposal.revision), disk).proposal
        if sent is not None and same_content(
            sent, replace(proposal, id=proposal.id or sent.id, number=proposal.number or sent.number)
        ):
            return replace(sent, archived=proposal.archived)
    return replace(proposal, revision=frozen[-1] + 1)
