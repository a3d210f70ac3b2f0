"""What is loaded while nobody waits: everything that a field needs, so that no field waits for a file."""

import ast
from importlib import import_module
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.model.proposal import Proposal
from app.pipeline import BrandMissingError
from tests.widgets.press import TestPress
from tests.widgets.proposals import small
from widgets.application import House
from widgets.forms import makers
from widgets.window.warming import STEPS, Warming


def test_every_step_is_there() -> None:
    assert len(set(STEPS)) == len(STEPS)
    for step in STEPS:
        assert import_module(step).__name__ == step


def test_what_fields_load_when_they_are_made_first_is_loaded_before() -> None:
    tree = ast.parse(Path(makers.__file__).read_text(encoding="utf-8"))
    inner = [node for made in tree.body if isinstance(made, ast.FunctionDef) for node in ast.walk(made)]
    late = {node.module for node in inner if isinstance(node, ast.ImportFrom)}
    assert late - {"widgets.library.records"} <= set(STEPS)  # which only the library has
    assert late


def test_a_first_page_is_drawn_once_before_anybody_opens_a_proposal(house: House, press: TestPress, qtbot: QtBot) -> None:
    warming = warmed(house, press, qtbot, small())
    assert press.laid == 1
    assert warming.parent() is house.window


def test_a_proposal_without_its_brandbook_does_not_disturb_the_start(
    house: House, press: TestPress, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    press.fail = BrandMissingError(())
    warmed(house, press, qtbot, small())
    assert not caplog.records


def test_nothing_is_drawn_where_a_proposal_is_open_already(opened: House, press: TestPress, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not opened.jobs.busy, timeout=10000)
    before = press.laid
    warmed(opened, press, qtbot, small())
    assert press.laid == before


def warmed(house: House, press: TestPress, qtbot: QtBot, proposal: Proposal) -> Warming:
    """Let a window warm up that has one proposal in its list."""
    workspace = house.desk.workspace
    workspace.import_source(workspace.folder, proposal)
    warming = Warming(house.window, house.jobs, press)  # type: ignore[arg-type]
    with qtbot.waitSignal(warming.done, timeout=20000):
        warming.begin(workspace.glance())
    return warming
