"""A workspace with one proposal, people who work on it, and a clock that tests turn."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from app.model.proposal import Proposal
from app.store.source import write_proposal
from app.store.work.me import Me
from app.store.work.working import WorkingCopy, open_working
from app.store.workspace import Workspace
from tests.store.faults.faulty import FaultyDisk

START = Proposal(id="p1", number="КП-2026-0001", title="Весна", date=datetime.date(2026, 3, 31))
FOLDER = "КП-2026-0001 Весна"


class Hands:
    """A clock."""

    def __init__(self) -> None:
        self.now = datetime.datetime(2026, 11, 21, 12, tzinfo=datetime.UTC)

    def __call__(self) -> datetime.datetime:
        return self.now

    def later(self, **much: float) -> None:
        self.now += datetime.timedelta(**much)


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def anna(clock: Hands) -> Me:
    return Me("anna", "studio", 100, "window-100", clock)


@pytest.fixture
def boris(clock: Hands) -> Me:
    return Me("boris", "studio", 200, "window-200", clock)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    opened = Workspace.open(tmp_path / "work", FaultyDisk())
    assert opened.workspace and opened.problems == ()
    assert write_proposal(opened.workspace.folder / FOLDER, START, FaultyDisk()) == ()
    return opened.workspace


@pytest.fixture
def folder(workspace: Workspace) -> Path:
    return workspace.folder / FOLDER


def titled(title: str) -> Proposal:
    return replace(START, title=title)


def opened(workspace: Workspace, folder: Path, me: Me) -> WorkingCopy:
    found = open_working(workspace, folder, me)
    assert found.problems == () and found.holder is None
    assert found.copy and found.proposal
    return found.copy


def die(copy: WorkingCopy) -> None:
    """Let go of everything as the system does for a process that is gone."""
    assert copy._presence and copy._presence._held
    copy._presence._held.release()
