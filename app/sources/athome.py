"""A new proposal begins with what the studio has set for all of them: its brandbook and its own facts."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.model.client import Studio
from app.model.proposal import Proposal

if TYPE_CHECKING:
    from app.store.workspace import Workspace

OWN = "brandbooks"
"""The folder in a workspace with the studio's own brandbooks."""
SHIPPED = Path(__file__).resolve().parents[2] / "brandbooks"


def at_home(proposal: Proposal, workspace: "Workspace | None") -> Proposal:
    """Return a draft in the studio's brandbook, where that still is, and with its facts, where they were told."""
    if workspace is None:
        return proposal
    from app.store.house import read_house

    house = read_house(workspace.path, workspace.disk)
    places = (workspace.path / OWN / house.brandbook, SHIPPED / house.brandbook)
    known = bool(house.brandbook) and any((place / "brandbook.toml").is_file() for place in places)
    return replace(
        proposal,
        brandbook=house.brandbook if known else proposal.brandbook,
        studio=house.studio if house.studio != Studio() else proposal.studio,
    )
