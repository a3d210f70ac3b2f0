"""Fields come a few at a time, so that nobody waits for those that are not seen; the grid waits as it was left."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.sections import Acceptance, EstimatePages, Letter
from widgets.application import House
from widgets.desk import Desk
from widgets.estimate.editor import INSIDE, EstimateEditor
from widgets.forms import form
from widgets.forms.form import Form
from widgets.forms.rows import PROPOSAL, SECTIONS, Row
from widgets.panels.editor import EditorPanel
from widgets.phrases import say


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """There is time for no field at once."""
    monkeypatch.setattr(form, "AT_ONCE", 0.0)
    yield


def editor(house: House) -> EditorPanel:
    assert house.window.workbench is not None
    return house.window.workbench.editor


def test_a_patient_form_makes_its_fields_one_after_the_other(hurried: None, desk: Desk, qtbot: QtBot) -> None:
    whole = Form(desk, "", PROPOSAL)
    patient = Form(desk, "", PROPOSAL, patient=True)
    qtbot.addWidget(whole)
    qtbot.addWidget(patient)
    assert whole.is_whole and not patient.is_whole
    qtbot.waitUntil(lambda: patient.is_whole, timeout=5000)
    assert [path for path, _ in patient._made] == [path for path, _ in whole._made]
    assert patient.layout().count() == whole.layout().count()  # type: ignore[union-attr]


def test_who_asks_for_a_field_has_it_at_once(hurried: None, opened: House, qtbot: QtBot) -> None:
    session = opened.desk.session
    session.go_to("people")
    opened.window.activateWindow()
    session.go_to("currency")
    shown = editor(opened)._content
    assert isinstance(shown, Form)
    assert "currency" in [path for path, _ in shown._made]
    field = QApplication.focusWidget()
    assert field is not None and shown.isAncestorOf(field) and shown.path_of(field) == "currency"
    qtbot.waitUntil(lambda: shown.is_whole, timeout=5000)
    assert QApplication.focusWidget() is field


def test_fields_of_what_is_taken_out_meanwhile_are_not_made(hurried: None, opened: House, qtbot: QtBot) -> None:
    session = opened.desk.session
    session.go_to("sections/letter")
    shown = editor(opened)._content
    assert isinstance(shown, Form) and not shown.is_whole
    left = tuple(section for section in session.proposal.sections if section.id != "letter")
    session.edit(replace(session.proposal, sections=left), say("out"))
    qtbot.waitUntil(lambda: not opened.jobs.busy, timeout=5000)
    assert editor(opened).content is not shown


def test_a_form_of_what_became_another_thing_stays_as_it_is(hurried: None, desk: Desk, qtbot: QtBot) -> None:
    """Another proposal may have something else by the same name."""
    session = desk.session
    form = Form(desk, "sections/letter", SECTIONS[Letter], patient=True)
    qtbot.addWidget(form)
    made = len(form._made)
    assert not form.is_whole
    other = replace(session.proposal, sections=(Acceptance(id="letter"),))
    assert session.folder is not None
    session.open(other, session.folder)
    form.finish()
    assert form.is_whole and len(form._made) == made


def test_fields_side_by_side_come_together(hurried: None, desk: Desk, qtbot: QtBot) -> None:
    rows = (Row("number", "Number", half=True), Row("title", "Title", half=True), Row("subtitle", "Subtitle"))
    form = Form(desk, "", rows, patient=True)
    qtbot.addWidget(form)
    assert [path for path, _ in form._made] == ["number", "title"]


def test_who_asks_for_a_thing_gets_its_first_field(hurried: None, desk: Desk, qtbot: QtBot) -> None:
    form = Form(desk, "", PROPOSAL, patient=True)
    qtbot.addWidget(form)
    assert not form.focus_path("nothing/like/that")
    assert not form.is_whole
    form.focus_first()
    assert not form.is_whole


def test_tab_leads_from_field_to_field_as_if_they_had_come_at_once(hurried: None, opened: House, qtbot: QtBot) -> None:
    session = opened.desk.session
    session.go_to("sections/letter")
    shown = editor(opened)._content
    assert isinstance(shown, Form) and not shown.is_whole
    qtbot.waitUntil(lambda: shown.is_whole, timeout=5000)
    fields, chain = [field.focusProxy() or field for _, field in shown._made], []
    one = fields[0]
    while one is not None and (one := one.nextInFocusChain()) is not fields[0]:
        chain.append(one)
    assert [one for one in chain if one in fields] == fields[1:]


def half_made(house: House, qtbot: QtBot) -> Form:
    """Return the form of the proposal when the first fields of it can be seen."""
    house.desk.session.go_to("people")
    house.window.activateWindow()
    house.desk.session.go_to("proposal")
    shown = editor(house)._content
    assert isinstance(shown, Form)
    qtbot.waitUntil(lambda: any(path == "brandbook" and field.isVisible() for path, field in shown._made), timeout=5000)
    assert not shown.is_whole
    return shown


def test_tab_is_never_quicker_than_the_fields(hurried: None, opened: House, qtbot: QtBot) -> None:
    shown = half_made(opened, qtbot)
    last = dict(shown._made)["brandbook"]
    last.setFocus()
    qtbot.keyClick(last, Qt.Key.Key_Tab)
    assert shown.is_whole
    assert shown.path_of(QApplication.focusWidget()) == "date"


def test_a_list_that_is_opened_stays_while_more_fields_come(hurried: None, opened: House, qtbot: QtBot) -> None:
    shown = half_made(opened, qtbot)
    field = dict(shown._made)["brandbook"]
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    assert QApplication.activePopupWidget() is not None and not shown.is_whole
    qtbot.waitUntil(lambda: shown.is_whole, timeout=5000)
    qtbot.wait(50)
    popup = QApplication.activePopupWidget()
    assert popup is not None and popup.parentWidget() is field
    popup.close()


def test_a_menu_over_the_grid_goes_when_the_grid_waits(opened: House, qtbot: QtBot) -> None:
    session, panel = opened.desk.session, editor(opened)
    session.go_to("estimate")
    grid = panel.content
    assert isinstance(grid, EstimateEditor)
    menu = grid.grid.menu()
    menu.popup(grid.mapToGlobal(grid.rect().center()))
    assert QApplication.activePopupWidget() is menu
    session.go_to("proposal")
    assert QApplication.activePopupWidget() is None and grid.isHidden()


def test_who_types_in_the_grid_of_a_proposal_goes_on_in_that_of_the_next(opened: House, qtbot: QtBot) -> None:
    session, panel = opened.desk.session, editor(opened)
    session.go_to("estimate")
    opened.window.activateWindow()
    grid = panel.content
    assert isinstance(grid, EstimateEditor) and session.folder is not None
    grid.grid.setFocus()
    session.open(session.proposal, session.folder)
    assert panel._content is not grid and not grid.isVisible()
    field = QApplication.focusWidget()
    assert field is not None and panel.isAncestorOf(field)


def test_the_grid_waits_as_it_was_left_and_knows_what_was_done_meanwhile(opened: House, qtbot: QtBot) -> None:
    session, panel = opened.desk.session, editor(opened)
    session.go_to("estimate")
    grid = panel.content
    assert isinstance(grid, EstimateEditor)
    grid._show_tab(INSIDE)
    session.go_to("proposal")
    assert grid.isHidden() and not panel.has_grid
    estimate = session.proposal.estimate
    session.edit(replace(session.proposal, estimate=replace(estimate, sections=estimate.sections[:1])), say("out"))
    session.go_to("estimate")
    assert panel.content is grid and grid.isVisible() and grid._stack.currentIndex() == grid._places[INSIDE]
    assert {row.section for row in grid.model.rows() if row.section} == {estimate.sections[0].id}
    assert grid.total.text("total") != ""
    session.stack.undo()
    assert len({row.section for row in grid.model.rows() if row.section}) == len(estimate.sections)


def test_another_proposal_has_a_grid_of_its_own(opened: House, qtbot: QtBot) -> None:
    session, panel = opened.desk.session, editor(opened)
    session.go_to("estimate")
    grid = panel.content
    session.go_to("proposal")
    assert session.folder is not None
    session.open(session.proposal, session.folder)
    session.go_to("estimate")
    assert panel.content is not grid


def test_a_grid_of_a_section_that_is_gone_does_not_wait(opened: House, qtbot: QtBot) -> None:
    session, panel = opened.desk.session, editor(opened)
    pages = next(section for section in session.proposal.sections if isinstance(section, EstimatePages))
    session.go_to(f"sections/{pages.id}")
    assert panel.has_grid
    session.go_to("proposal")
    left = tuple(section for section in session.proposal.sections if section is not pages)
    session.edit(replace(session.proposal, sections=left), say("out"))
    assert panel._estimate is None
