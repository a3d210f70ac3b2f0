"""Merge fields while a text is typed: chips, their values, a list after a brace."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from app.model.client import Client
from tests.widgets.typing_keys import type_keys
from tests.widgets.writing.asking import cursor_at, field, listed, popup, said, story
from widgets.desk import Desk
from widgets.fields.mergefields import told
from widgets.fields.rich import NotationField, RichField
from widgets.fields.text import LineField, TextField
from widgets.forms.form import Form
from widgets.phrases import say


def test_a_brace_opens_the_fields_with_their_values_and_enter_takes_one(
    desk: Desk, form: Form, text: NotationField, qtbot: QtBot
) -> None:
    type_keys(qtbot, text, "For {comp")
    offer = popup(form).current()
    assert offer is not None
    assert (offer.text, offer.aside, offer.below) == ("The client's company", "Harbour Homes", "{client.name}")
    type_keys(qtbot, text, Qt.Key.Key_Return, "!")
    assert said(desk) == "For {client.name}!"
    assert not listed(form)


def test_arrows_move_in_the_list_and_escape_leaves_the_brace(desk: Desk, form: Form, text: NotationField, qtbot: QtBot) -> None:
    type_keys(qtbot, text, "{client.")
    assert len(listed(form)) == 3
    type_keys(qtbot, text, Qt.Key.Key_Down, Qt.Key.Key_Tab)
    assert said(desk) == "{client.city}"
    type_keys(qtbot, text, " {", Qt.Key.Key_Escape)
    assert not listed(form)
    type_keys(qtbot, text, "cl")
    assert not listed(form)
    type_keys(qtbot, text, " {{")
    assert not listed(form)
    assert said(desk) == "{client.city} {cl {{"


def test_a_chip_goes_as_one_letter(desk: Desk, text: NotationField, qtbot: QtBot) -> None:
    type_keys(qtbot, text, "a {client.name} b")
    text.moveCursor(QTextCursor.MoveOperation.Left)
    text.moveCursor(QTextCursor.MoveOperation.Left)
    type_keys(qtbot, text, Qt.Key.Key_Backspace)
    assert text.toPlainText() == "a  b"


def test_chips_are_painted_and_tell_their_value(desk: Desk, rich: RichField, qtbot: QtBot) -> None:
    rich.text.setPlainText("{client.name} {client.nope} {manager.phone}")
    assert rich.writing is not None
    from widgets.fields.mergefields import color_of

    rect = rich.text.cursorRect(cursor_at(rich.text, 3))
    mark = rich.writing.mark_at(rect.center())
    assert mark is not None
    assert told(desk, mark) == "The client's company: Harbour Homes"
    marks = [rich.writing.mark_at(rich.text.cursorRect(cursor_at(rich.text, at)).center()) for at in (3, 18, 32)]
    assert [mark and color_of(desk, mark) for mark in marks][:2] == ["accent", "error"]
    image = rich.text.grab().toImage()
    wash = desk.look.color("accent-wash").rgb()
    assert any(image.pixel(x, rect.center().y() + 5) == wash for x in range(4, rect.right() + 40))


def test_a_chip_follows_the_value_that_it_stands_for(desk: Desk, rich: RichField, qtbot: QtBot) -> None:
    rich.text.setPlainText("{client.name}")

    def color() -> str:
        formats = rich.text.document().firstBlock().layout().formats()
        return formats[0].format.foreground().color().name()

    assert color() == desk.look.color("accent").name()
    session = desk.session
    session.edit(replace(session.proposal, client=Client()), say("x"))
    qtbot.waitUntil(lambda: color() == desk.look.color("warning").name())


def test_titles_and_leads_complete_fields_too_and_sources_do_not(desk: Desk, form: Form, qtbot: QtBot) -> None:
    title, lead = field(form, "title"), field(form, "lead")
    assert isinstance(title, LineField)
    assert isinstance(lead, TextField)
    title.setFocus()
    title.end(False)
    type_keys(qtbot, title, " {contact.n", Qt.Key.Key_Return)
    assert story(desk).title.endswith(" {contact.name}")
    lead.setFocus()
    lead.moveCursor(QTextCursor.MoveOperation.End)
    type_keys(qtbot, lead, " {tot", Qt.Key.Key_Return)
    assert story(desk).lead.endswith(" {total}")
    desk.session.stack.undo()
    assert not story(desk).lead.endswith("{total}")
