"""The window on a throw-away workspace, with a pipeline that is quick."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.store.source import write_proposal
from app.store.workspace import Workspace
from tests.widgets.press import TestPress
from tests.widgets.proposals import small
from widgets import words
from widgets.application import House, build
from widgets.desk import Desk
from widgets.estimate.editor import EstimateEditor
from widgets.jobs import Jobs
from widgets.look.look import Look
from widgets.session import Session
from widgets.settings import Settings

os.environ["QT_QPA_PLATFORM"] = "offscreen"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The platform without a screen says at every window what it cannot tell a window manager."""
    for item in items:
        if "tests/widgets/" in item.path.as_posix():
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


def pytest_sessionfinish() -> None:
    """What was copied last is Python's: the platform without a screen would destroy it when Python is gone, and crash."""
    if isinstance(app := QGuiApplication.instance(), QGuiApplication):
        app.clipboard().clear()


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    words.use("en")
    yield
    words.use("en")


@pytest.fixture(autouse=True)
def swept(qapp: QApplication) -> Iterator[None]:
    """Destroy the widgets of a test before the next one, in this thread (see `widgets.collector`).

    What earlier tests keep is not looked through: there may be much of it.
    """
    gc.disable()
    gc.freeze()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.unfreeze()
    gc.enable()


@pytest.fixture
def press() -> TestPress:
    return TestPress()


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    opened = Workspace.open(tmp_path / "workspace")
    assert opened.workspace is not None
    return opened.workspace


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A folder with a proposal's source outside of the workspace."""
    folder = tmp_path / "source"
    folder.mkdir()
    assert not write_proposal(folder, small())
    return folder


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.stop()


@pytest.fixture
def session(qapp: QApplication) -> Session:
    return Session()


@pytest.fixture
def desk(qapp: QApplication, session: Session, jobs: Jobs, press: TestPress, workspace: Workspace, tmp_path: Path) -> Desk:
    """Everything panels need, with the small proposal open."""
    look = Look(qapp, "light")
    settings = Settings(tmp_path / "window.ini")
    made = Desk(session, jobs, press, look, workspace, settings)
    assert made.pages and made.media  # which hear of a proposal that is opened
    session.open(small(), tmp_path)
    return made


@pytest.fixture
def editor(desk: Desk, qtbot: QtBot) -> Iterator[EstimateEditor]:
    """The estimate's editor on the small proposal, the cursor in its grid."""
    made = EstimateEditor(desk)
    made.resize(720, 640)
    qtbot.addWidget(made)
    made.show()
    made.grid.setFocus()
    yield made
    QGuiApplication.clipboard().clear()


@pytest.fixture
def house(qapp: QApplication, qtbot: QtBot, workspace: Workspace, press: TestPress) -> Iterator[House]:
    """The whole window, no proposal open."""
    made = build(qapp, workspace, press, "en")
    made.window.furnish()
    made.window.show()
    yield made
    made.stop()
    made.keeping.give_up()
    made.window.close()
    made.window.deleteLater()


@pytest.fixture
def opened(house: House, qtbot: QtBot, source: Path) -> House:
    """The whole window on the small proposal, its pages laid out."""
    house.documents.open(str(source))
    qtbot.waitUntil(lambda: house.desk.pages.layout is not None and not house.jobs.busy, timeout=10000)
    return house
