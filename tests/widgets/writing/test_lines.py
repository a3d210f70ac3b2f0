"""A line is helped in as a text is: chips, completion, spelling."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.client import Client
from tests.widgets.grids import LAYOUT, titles
from tests.widgets.typing_keys import type_keys
from tests.widgets.writing.asking import KEPT, action, field_of, has_color, helper, story, underlined, wavy_in
from widgets.desk import Desk
from widgets.estimate.cell_editor import CellEditor
from widgets.estimate.editor import EstimateEditor
from widgets.estimate.popup import Popup
from widgets.fields.linewriting import LineWriting
from widgets.fields.mergefields import told
from widgets.fields.rich import NotationField
from widgets.fields.text import LineField
from widgets.forms.form import Form
from widgets.forms.rows import PROPOSAL
from widgets.models.estimate_columns import Column
from widgets.phrases import say


def test_a_line_shows_chips_with_their_values_and_takes_one_away_whole(
    desk: Desk, form: Form, title: LineField, qtbot: QtBot
) -> None:
    type_keys(qtbot, title, "For {comp", Qt.Key.Key_Return)
    assert story(desk).title == "For {client.name}"
    assert has_color(title, "accent-wash", desk)
    mark = helper(title).mark_at(QPoint(title.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).x() - 20, 12))
    assert mark is not None and told(desk, mark) == "The client's company: Harbour Homes"
    session = desk.session
    session.edit(replace(session.proposal, client=Client()), say("x"))
    qtbot.waitUntil(lambda: has_color(title, "warning-wash", desk) and not has_color(title, "accent-wash", desk))
    type_keys(qtbot, title, Qt.Key.Key_Backspace)
    assert story(desk).title == "For " and not has_color(title, "warning-wash", desk)
    assert not any(isinstance(found, Popup) and found.isVisible() for found in form.findChildren(Popup))


def test_a_wrong_word_in_a_line_is_marked_and_put_right_from_its_menu(desk: Desk, title: LineField, qtbot: QtBot) -> None:
    type_keys(qtbot, title, "The propossal")
    qtbot.waitUntil(lambda: wavy_in(title) == ["propossal"], timeout=20000)
    assert title.text() == "The propossal" and title.cursorPosition() == 13, "marks change neither text nor cursor"
    menu = title.menu_at(QPoint(60, 12))
    qtbot.waitUntil(lambda: action(menu, "proposal") is not None, timeout=20000)
    assert action(menu, "Check the spelling") is not None
    menu.actions()[0].trigger()
    assert story(desk).title == "The proposal" and not wavy_in(title)
    desk.session.stack.undo()
    assert story(desk).title == "The propossal", "putting right is an edit of its own"
    menu.deleteLater()


def test_marks_leave_alone_what_is_chosen_and_what_is_being_composed(desk: Desk, title: LineField, qtbot: QtBot) -> None:
    type_keys(qtbot, title, "A {client.name}")
    title.setSelection(2, 5)
    helper(title).refresh()
    assert title.selectedText() == "{clie"
    title.end(False)
    QApplication.sendEvent(title, QInputMethodEvent("^", []))
    helper(title).refresh()
    assert title.is_composing and title.inputMethodQuery(Qt.InputMethodQuery.ImCursorPosition) == 15
    done = QInputMethodEvent("", [])
    done.setCommitString("ê")
    QApplication.sendEvent(title, done)
    assert story(desk).title == "A {client.name}ê" and not title.is_composing


def test_names_of_the_proposal_are_never_marked_in_any_case_of_theirs(
    desk: Desk, text: NotationField, title: LineField, qtbot: QtBot
) -> None:
    session = desk.session
    people = (replace(session.proposal.people[0], name="Илья Корсацков"), *session.proposal.people[1:])
    named = replace(session.proposal, people=people, client=Client(name="Glimmerwick"))
    session.edit(named, say("x"))
    text.setFocus()
    type_keys(qtbot, text, "Glimmerwick's propossal с Корсацковым и Ильёй")
    qtbot.waitUntil(lambda: underlined(text) == ["propossal"], timeout=20000)
    title.setFocus()
    type_keys(qtbot, title, "Glimmerwick Zyblikow")
    qtbot.waitUntil(lambda: wavy_in(title) == ["Zyblikow"], timeout=20000)
    session.edit(replace(session.proposal, client=Client(name="Zyblikow")), say("x"))
    assert wavy_in(title) == ["Glimmerwick"], "as soon as the client is called something else"


def test_a_line_that_no_client_reads_has_no_help(desk: Desk, qtbot: QtBot) -> None:
    made = Form(desk, "", [one for one in PROPOSAL if one.field in {"number", "title"}])
    qtbot.addWidget(made)
    KEPT.append(made)
    number, named = field_of(made, "number"), field_of(made, "title")
    assert number.findChild(LineWriting) is None and named.findChild(LineWriting) is not None


# cells of the estimate --------------------------------------------------------------------------------------------------


@pytest.fixture
def cell_line(editor: EstimateEditor, desk: Desk, qtbot: QtBot) -> CellEditor:
    """The line over the title of a work, what stood there chosen."""
    editor.grid.go_to(LAYOUT, Column.TITLE)
    type_keys(qtbot, editor.grid, Qt.Key.Key_F2)
    found = editor.grid.findChild(CellEditor)
    assert isinstance(found, CellEditor)
    found.clear()
    return found


def test_a_title_in_the_estimate_completes_fields_and_enter_then_takes_the_cell(
    desk: Desk, editor: EstimateEditor, cell_line: CellEditor, qtbot: QtBot
) -> None:
    type_keys(qtbot, cell_line, "For {comp", Qt.Key.Key_Return)
    assert cell_line.text() == "For {client.name}", "the first Enter is for the list"
    assert has_color(cell_line, "accent-wash", desk)
    type_keys(qtbot, cell_line, Qt.Key.Key_Backspace)
    assert cell_line.text() == "For ", "a chip goes as one letter"
    type_keys(qtbot, cell_line, "{cl", Qt.Key.Key_Escape, "x", Qt.Key.Key_Return)
    assert titles(desk)[0][0] == "For {clx"
    assert editor.grid.findChild(CellEditor) is None or editor.grid.current_row() != LAYOUT


def test_arrows_go_through_the_fields_and_not_to_another_cell(
    desk: Desk, editor: EstimateEditor, cell_line: CellEditor, qtbot: QtBot
) -> None:
    type_keys(qtbot, cell_line, "{client.", Qt.Key.Key_Down, Qt.Key.Key_Tab)
    assert cell_line.text() == "{client.city}" and cell_line.hasFocus()
    assert not editor.grid.popup.isVisible()


def test_a_wrong_word_in_the_estimate_is_marked_and_put_right(desk: Desk, cell_line: CellEditor, qtbot: QtBot) -> None:
    type_keys(qtbot, cell_line, "The propossal")
    qtbot.waitUntil(lambda: wavy_in(cell_line) == ["propossal"], timeout=20000)
    menu = cell_line.menu_at(QPoint(cell_line.cursorRect().x() - 20, 12))
    qtbot.waitUntil(lambda: action(menu, "proposal") is not None, timeout=20000)
    menu.actions()[0].trigger()
    assert cell_line.text() == "The proposal"
    type_keys(qtbot, cell_line, Qt.Key.Key_Return)
    assert titles(desk)[0][0] == "The proposal"
    menu.deleteLater()


def test_figures_in_the_estimate_have_no_help(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    editor.grid.go_to(LAYOUT, Column.QUANTITY)
    type_keys(qtbot, editor.grid, Qt.Key.Key_F2)
    found = editor.grid.findChild(CellEditor)
    assert found is not None and found.findChild(LineWriting) is None
