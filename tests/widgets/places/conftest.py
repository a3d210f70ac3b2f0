"""Proposals in the workspace, and the place that lists them."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.edits.status import archived
from app.model.status import Status
from app.store.source import read_source
from app.store.workspace import Workspace
from tests.widgets.places.listing import entered, keep, sent
from widgets.application import House
from widgets.places.proposals.place import ProposalsPlace


@pytest.fixture
def several(workspace: Workspace) -> dict[str, Path]:
    """Five proposals: two drafts, one sent, one accepted, one archived."""
    folders = {"site": keep(workspace, "A site", currency="USD"), "stand": keep(workspace, "A stand", "Bread & Salt")}
    for title, make in (("Sent one", sent), ("Won one", lambda one: sent(one, Status.ACCEPTED)), ("Old one", archived)):
        folder = folders[title] = keep(workspace, title)
        found = read_source(folder).proposal
        assert found is not None
        assert not workspace.save(folder, make(found))
    return folders


@pytest.fixture
def place(several: dict[str, Path], house: House, qtbot: QtBot) -> ProposalsPlace:
    return entered(house, qtbot, 4)
