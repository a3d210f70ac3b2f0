"""Clicking on the pages, and typing where the text stands."""

from decimal import Decimal
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from pytestqt.qtbot import QtBot

from app.model.notation import write
from app.model.path import get
from app.model.sections import Letter
from widgets.application import House
from widgets.estimate.editor import EstimateEditor
from widgets.fields.text import LineField, TextField
from widgets.forms.form import Form
from widgets.panels.preview import PreviewPanel
from widgets.preview.geometry import texts_of
from widgets.preview.inplace import InPlaceField
from widgets.window.typing import finish_typing

OPENER = "sections/opener"
CONTROL = Qt.KeyboardModifier.ControlModifier


def preview(house: House) -> PreviewPanel:
    assert house.window.workbench is not None
    return house.window.workbench.preview


def place(house: House, origin: str, along: float = 0.5) -> QPoint:
    """Bring a text of the pages into view and return a point on it, so far along its first line."""
    view = preview(house).view
    for index, page in enumerate(house.desk.pages.pages):
        for box, _ in texts_of(page, origin):
            view.show_box(index, box)
            shown = view.box_rect(index, box)
            return QPoint(round(shown.left() + along * shown.width()), round(shown.center().y()))
    raise AssertionError(f"{origin} is not on the pages")


def click(qtbot: QtBot, house: House, origin: str, along: float = 0.5) -> None:
    qtbot.mouseClick(preview(house).view.viewport(), Qt.MouseButton.LeftButton, pos=place(house, origin, along))


def opened_field(qtbot: QtBot, house: House, origin: str, along: float = 0.5) -> InPlaceField:
    qtbot.mouseDClick(preview(house).view.viewport(), Qt.MouseButton.LeftButton, pos=place(house, origin, along))
    field = preview(house).editing.field
    assert field is not None
    return field


def set_anew(qtbot: QtBot, house: House) -> None:
    qtbot.waitUntil(lambda: not house.jobs.busy and not house.desk.pages.waiting, timeout=10000)


def test_a_click_on_a_word_puts_the_cursor_there_in_the_field_beside(opened: House, qtbot: QtBot) -> None:
    click(qtbot, opened, "title", 0.5)
    field = opened.window.focusWidget()
    assert isinstance(field, LineField)
    assert field.text() == "Quiet Harbour"
    assert abs(field.cursorPosition() - 6) <= 1
    click(qtbot, opened, f"{OPENER}/lead", 0.9)
    shown = opened.window.focusWidget()
    assert isinstance(shown, TextField)
    assert shown.toPlainText()[: shown.textCursor().position()] == "Step by step"


def test_a_click_on_a_figure_of_the_estimate_leads_to_its_cell(opened: House, qtbot: QtBot) -> None:
    click(qtbot, opened, "estimate/sections/design/items/layout/rate")
    assert opened.window.workbench is not None
    editor = cast(EstimateEditor, opened.window.workbench.editor.content)
    index = editor.grid.currentIndex()
    assert editor.grid.hasFocus() or opened.window.focusWidget() is editor.grid
    assert index.data() == "100"


def test_the_pointer_tells_what_a_click_would_edit(opened: House, qtbot: QtBot) -> None:
    view = preview(opened).view

    def move(to: QPoint) -> None:
        none = Qt.MouseButton.NoButton
        view.mouseMoveEvent(
            QMouseEvent(QEvent.Type.MouseMove, QPointF(to), QPointF(to), none, none, Qt.KeyboardModifier.NoModifier)
        )

    move(place(opened, "title"))
    assert view.drawing.hovered == "Title"
    assert view.viewport().cursor().shape() is Qt.CursorShape.IBeamCursor
    move(place(opened, "estimate/sections/design/items/layout/role"))
    assert "Layout" in view.drawing.hovered
    move(QPoint(2, 2))
    assert view.drawing.hovered == ""
    assert view.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


def test_typing_on_the_page_is_typing_in_the_field_beside(opened: House, qtbot: QtBot) -> None:
    session = opened.desk.session
    field = opened_field(qtbot, opened, "title", 0.99)
    qtbot.keyClicks(field, " 2")
    assert session.proposal.title == "Quiet Harbour 2"
    assert session.stack.count() == 1
    assert session.stack.undoText() == "Title: Quiet Harbour → Quiet Harbour 2"
    beside = next(one for one in opened.window.findChildren(LineField) if one.accessibleName() == "Title")
    assert beside.text() == "Quiet Harbour 2"
    set_anew(qtbot, opened)
    assert preview(opened).editing.field is field
    qtbot.keyClicks(field, "3")
    assert session.stack.count() == 1, "all that is typed in one place is one edit"
    session.stack.undo()
    assert field.toPlainText() == "Quiet Harbour"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert preview(opened).editing.field is None
    assert opened.window.focusWidget() is preview(opened).view


def test_a_single_line_ends_with_enter_and_a_text_with_ctrl_enter(opened: House, qtbot: QtBot) -> None:
    field = opened_field(qtbot, opened, "title")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert preview(opened).editing.field is None
    field = opened_field(qtbot, opened, f"{OPENER}/lead", 0.99)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "\n" in get(opened.desk.session.proposal, f"{OPENER}/lead")
    qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)
    assert preview(opened).editing.field is None


def test_a_figure_typed_on_the_page_is_reckoned_as_in_the_grid(opened: House, qtbot: QtBot) -> None:
    path = "estimate/sections/design/items/layout/quantity"
    field = opened_field(qtbot, opened, path)
    qtbot.keyClicks(field, "2*24")
    assert get(opened.desk.session.proposal, path) == Decimal(40)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert get(opened.desk.session.proposal, path) == Decimal(48)
    assert opened.desk.session.stack.undoText() == "Hours of “Layout”: 40 → 48"
    field = opened_field(qtbot, opened, path)
    qtbot.keyClicks(field, "many")
    finish_typing()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert get(opened.desk.session.proposal, path) == Decimal(48)


def test_a_field_on_the_page_goes_with_what_it_edits(opened: House, qtbot: QtBot) -> None:
    opened_field(qtbot, opened, f"{OPENER}/lead")
    opened.window.acts["remove"].trigger()
    assert preview(opened).editing.field is None


def test_what_is_framed_is_edited_with_f2(opened: House, qtbot: QtBot) -> None:
    view = preview(opened).view
    view.show_page(0)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down, CONTROL)
    assert view.marked == "title"
    qtbot.keyClick(view, Qt.Key.Key_F2)
    assert preview(opened).editing.field is not None


def test_what_is_for_reading_only_is_not_edited_on_the_page(opened: House, qtbot: QtBot) -> None:
    opened.desk.session.read_only = True
    qtbot.mouseDClick(preview(opened).view.viewport(), Qt.MouseButton.LeftButton, pos=place(opened, "title"))
    assert preview(opened).editing.field is None


def test_where_the_fields_are_put_away_a_click_edits_on_the_page(opened: House, qtbot: QtBot) -> None:
    opened.window.acts["pane-editor"].trigger()
    click(qtbot, opened, "title")
    assert preview(opened).editing.field is not None


def test_a_paragraph_of_a_rich_text_is_edited_alone(opened: House, qtbot: QtBot) -> None:
    from widgets.forms.rows import Fill
    from widgets.preview.meaning import FieldAt
    from widgets.preview.values import ParagraphValue

    session = opened.desk.session
    letter = next(section for section in session.proposal.sections if isinstance(section, Letter))
    path = f"sections/{letter.id}/text"
    value = ParagraphValue(session, FieldAt(path, "Text", Fill.RICH), 0)
    form = value.form()
    assert form is not None
    rest = write(get(session.proposal, path)).removeprefix(form)
    value.take(f"{form} **More**\n\nA second one")
    assert write(get(session.proposal, path)) == f"{form} **More**\n\nA second one{rest}"
    assert value.form() == f"{form} **More**\n\nA second one"
    value.take("")
    assert write(get(session.proposal, path)) == rest.strip()
    session.stack.undo()
    assert write(get(session.proposal, path)) == form + rest


@pytest.mark.parametrize("keys", [Qt.Key.Key_Tab, Qt.Key.Key_Escape])
def test_keys_lead_back_to_the_page(keys: Qt.Key, opened: House, qtbot: QtBot) -> None:
    field = opened_field(qtbot, opened, "title")
    qtbot.keyClick(field, keys)
    assert opened.window.focusWidget() is preview(opened).view


def test_the_page_shows_what_the_field_with_the_cursor_says(opened: House, qtbot: QtBot) -> None:
    """Whoever goes from field to field by keyboard sees on the page what each is."""
    opened.desk.session.go_to("proposal")
    view = preview(opened).view
    view.show_page(6)
    assert 0 not in view.visible()
    assert opened.window.workbench is not None
    editor = opened.window.workbench.editor
    assert isinstance(editor.content, Form) and editor.content.focus_path("title")
    qtbot.waitUntil(lambda: 0 in view.visible())
    assert view.marked == "title"
    opened.desk.session.go_to(OPENER)
    assert isinstance(editor.content, Form) and editor.content.focus_path(f"{OPENER}/lead")
    qtbot.waitUntil(lambda: view.marked == f"{OPENER}/lead")
    assert opened.desk.pages.section_pages("opener")[0] in view.visible()
