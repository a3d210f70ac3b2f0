"""What is done to the figures of a story."""

from app.edits import lists
from app.model.proposal import Proposal
from app.model.sections import Figure


def figures_path(section_id: str) -> str:
    """Return the path of the list of a story's figures."""
    return f"sections/{section_id}/figures"


def add_figure(proposal: Proposal, section_id: str, figure: Figure, index: int | None = None) -> Proposal:
    """Put a big number into a story."""
    return lists.insert(proposal, figures_path(section_id), figure, index)


def remove_figure(proposal: Proposal, section_id: str, index: int) -> Proposal:
    """Take a big number out of a story."""
    return lists.remove(proposal, figures_path(section_id), index)


def move_figure(proposal: Proposal, section_id: str, index: int, to: int) -> Proposal:
    """Move a big number so that it stands at `to`."""
    return lists.move(proposal, figures_path(section_id), index, to)
