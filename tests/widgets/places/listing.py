"""The list of proposals, for tests: what is in the workspace, what is shown, what is chosen."""

import datetime
from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.edits.status import marked
from app.model.client import Client
from app.model.proposal import Proposal
from app.model.status import Status
from app.store.source import read_source
from app.store.workspace import Workspace
from tests.widgets.proposals import small
from widgets.application import House
from widgets.places.proposals.place import ProposalsPlace

NOW = datetime.datetime(2026, 11, 20, 9, 0, tzinfo=datetime.UTC)


def sent(proposal: Proposal, *steps: Status) -> Proposal:
    for step in (Status.SENT, *steps):
        proposal = marked(proposal, step, "Anna", NOW)
    return proposal


def keep(workspace: Workspace, title: str, client: str = "Harbour Homes", **values: object) -> Path:
    proposal = replace(small(), id="", number="", title=title, client=Client(name=client), **values)  # type: ignore[arg-type]
    folder = workspace.import_source(Path(), proposal).folder
    assert folder is not None
    return folder


def entered(house: House, qtbot: QtBot, count: int) -> ProposalsPlace:
    house.window.go("proposals")
    assert house.window.stage is not None
    made = house.window.stage.place("proposals")
    assert isinstance(made, ProposalsPlace)
    qtbot.waitUntil(lambda: made.model.rowCount() == count and not house.jobs.busy, timeout=8000)
    return made


def titles(place: ProposalsPlace) -> list[str]:
    return [row.entry.title for row in place.model.rows]


def choose(place: ProposalsPlace, title: str) -> None:
    place.list.setFocus()
    place.list.setCurrentIndex(place.model.index(titles(place).index(title)))


def status_of(folder: Path) -> Status:
    found = read_source(folder).proposal
    assert found is not None
    return found.status
