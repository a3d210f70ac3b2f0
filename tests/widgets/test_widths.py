"""How wide the panes are: the page large in the middle, the fields at its right; a grid has the room that it needs."""

from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from app.edits.fields import set_value
from widgets.application import House
from widgets.estimate.editor import EstimateEditor
from widgets.look.elided import Elided
from widgets.models.estimate_columns import Column
from widgets.panels.widths import GRID, LEAST_PAGE
from widgets.panels.workbench import Workbench
from widgets.phrases import say
from widgets.preview.view import FIT_WIDTH, FREE
from widgets.subjects import ESTIMATE, FACTS, PEOPLE

LARGE, SMALL = (1440, 900), (1280, 720)
LONG_POST = "Ведущий специалист по сопровождению и развитию корпоративных продуктов"


def bench(house: House) -> Workbench:
    house.window.resize(*LARGE)
    QApplication.processEvents()
    assert house.window.workbench is not None
    return house.window.workbench


def test_the_page_is_large_in_the_middle_and_the_fields_are_at_its_right(opened: House, qtbot: QtBot) -> None:
    found = bench(opened)
    opened.desk.session.go_to(FACTS)
    outline, page, fields = found.panes.sizes()
    assert [found.panes.widget(i) for i in range(2)] == [found.outline, found.preview]
    assert page > fields > outline


def test_an_estimate_takes_the_width_and_gives_it_back(opened: House, qtbot: QtBot) -> None:
    found = bench(opened)
    opened.desk.session.go_to(PEOPLE)
    before = found.panes.sizes()
    opened.desk.session.go_to(ESTIMATE)
    _, page, grid = found.panes.sizes()
    assert grid > page > 0
    opened.desk.session.go_to(FACTS)
    assert found.panes.sizes() == before


def test_a_width_that_somebody_chose_stays_for_its_kind(opened: House, qtbot: QtBot) -> None:
    found = bench(opened)
    opened.desk.session.go_to(ESTIMATE)
    grid = found.panes.sizes()
    opened.desk.session.go_to(FACTS)
    found.panes.moveSplitter(found.panes.widget(2).x() - 60, 2)
    wider = found.panes.sizes()
    assert wider != grid
    opened.desk.session.go_to(ESTIMATE)
    assert found.panes.sizes() == grid
    opened.desk.session.go_to(FACTS)
    assert found.panes.sizes() == wider
    found.widths.keep()
    assert not opened.desk.settings.bytes(GRID).isEmpty()
    other = Workbench(opened.desk, tuple)
    qtbot.addWidget(other)
    other.resize(found.size())
    other.show()
    QApplication.processEvents()
    assert other.panes.sizes() == wider, "another window, or the next start, has it as it was left"


def test_a_large_window_gives_the_fields_their_share(opened: House, qtbot: QtBot) -> None:
    found = bench(opened)
    opened.desk.session.go_to(PEOPLE)
    before = found.panes.sizes()
    opened.window.resize(1920, 1080)
    QApplication.processEvents()
    outline, page, fields = found.panes.sizes()
    assert (outline, page > before[1], fields > before[2] + 80) == (before[0], True, True)


def test_a_small_window_still_tells_who_does_a_line(opened: House, qtbot: QtBot) -> None:
    found = bench(opened)
    opened.window.resize(*SMALL)
    QApplication.processEvents()
    opened.desk.session.go_to(ESTIMATE)
    QApplication.processEvents()
    editor = found.editor.content
    assert isinstance(editor, EstimateEditor)
    assert not editor.grid.isColumnHidden(Column.ROLE)
    assert found.panes.sizes()[1] >= LEAST_PAGE - 2, "the lines between the panes take a pixel each"


def test_pages_are_as_large_as_they_were_left(opened: House, qtbot: QtBot) -> None:
    found = bench(opened)
    found.preview.view.zoom(1.25)
    found.keep()
    other = Workbench(opened.desk, tuple)
    qtbot.addWidget(other)
    assert (other.preview.view.fit, other.preview.view.scale) == (FREE, 1.25)
    opened.desk.settings.zoom = ("sideways", 1.25)
    assert opened.desk.settings.zoom == (FIT_WIDTH, 1.0), "a file that somebody changed"
    opened.desk.settings.zoom = (FREE, 40_000.0)
    assert opened.desk.settings.zoom == (FIT_WIDTH, 1.0)


def test_a_long_post_ends_in_dots_and_leaves_the_buttons_in_sight(opened: House, qtbot: QtBot) -> None:
    found, session = bench(opened), opened.desk.session
    session.edit(set_value(session.proposal, f"people/{session.proposal.people[0].id}/role", LONG_POST), say("Role"))
    session.go_to(PEOPLE)
    QApplication.processEvents()
    area = next(one for one in found.editor.findChildren(QScrollArea) if one.isVisible())
    assert area.widget().width() <= area.viewport().width()
    line = next(one for one in found.editor.findChildren(Elided) if one.text() == LONG_POST)
    assert line.shown().endswith("…")
    line.grab()
    assert LONG_POST in line.toolTip()
