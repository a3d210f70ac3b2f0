"""Marks are typed and text is pasted: what is seen becomes what it looks like."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from tests.widgets.typing_keys import type_keys
from tests.widgets.writing.asking import CONTROL, PASTED, SHIFT, paste, said
from widgets.desk import Desk
from widgets.fields.rich import NotationField


def test_lists_and_quotations_go_on_and_end_by_themselves(desk: Desk, text: NotationField, qtbot: QtBot) -> None:
    enter = Qt.Key.Key_Return
    type_keys(qtbot, text, "- a", enter, "b", enter, enter, "> q", enter, "r", enter, enter, "9) x", enter, "y")
    assert text.toPlainText() == "- a\n- b\n\n> q\n> r\n\n9) x\n10) y"
    type_keys(qtbot, text, enter, Qt.Key.Key_Backspace)
    assert text.toPlainText().endswith("10) y\n")


def test_typed_stars_and_brackets_wrap_what_is_chosen(desk: Desk, text: NotationField, qtbot: QtBot) -> None:
    type_keys(qtbot, text, "a word")
    for _ in range(4):
        text.moveCursor(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor)
    type_keys(qtbot, text, "**")
    assert text.toPlainText() == "a **word**"
    text.selectAll()
    type_keys(qtbot, text, Qt.Key.Key_Delete, "site")
    text.selectAll()
    paste(plain="https://blesna.ru")
    type_keys(qtbot, text, Qt.Key.Key_K, modifier=CONTROL)
    assert said(desk) == "[site](https://blesna.ru)"
    assert text.textCursor().selectedText() == "https://blesna.ru"


def test_a_link_pasted_over_words_makes_them_one(desk: Desk, text: NotationField, qtbot: QtBot) -> None:
    type_keys(qtbot, text, "site")
    text.selectAll()
    paste(plain="https://blesna.ru")
    type_keys(qtbot, text, Qt.Key.Key_V, modifier=CONTROL)
    assert said(desk) == "[site](https://blesna.ru)"


def test_text_from_word_is_pasted_as_what_it_looks_like_in_one_step(desk: Desk, text: NotationField, qtbot: QtBot) -> None:
    type_keys(qtbot, text, "Before")
    paste((PASTED / "word.html").read_text("utf-8"), "plain")
    type_keys(qtbot, text, Qt.Key.Key_V, modifier=CONTROL)
    assert said(desk).startswith("Before\n\n# Зачем это нужно\n\nМы **прочитали**")
    assert "- Второе **важное**" in said(desk)
    desk.session.stack.undo()
    assert said(desk) == "Before"


def test_one_paragraph_goes_on_with_the_line(desk: Desk, text: NotationField, qtbot: QtBot) -> None:
    type_keys(qtbot, text, "a  b")
    text.moveCursor(QTextCursor.MoveOperation.Left)
    text.moveCursor(QTextCursor.MoveOperation.Left)
    paste("<p>x <b>y</b></p>", "x y")
    type_keys(qtbot, text, Qt.Key.Key_V, modifier=CONTROL)
    assert text.toPlainText() == "a x **y** b"


def test_ctrl_shift_v_pastes_the_words_alone(desk: Desk, text: NotationField, qtbot: QtBot) -> None:
    paste("<h1><b>x</b></h1>", "x")
    type_keys(qtbot, text, Qt.Key.Key_V, modifier=CONTROL | SHIFT)
    assert text.toPlainText() == "x"


def test_a_field_is_as_tall_as_what_is_pasted_into_it(text: NotationField, qtbot: QtBot) -> None:
    paste(plain="\n".join(["many words " * 30] * 10))
    type_keys(qtbot, text, Qt.Key.Key_V, modifier=CONTROL)
    assert text.verticalScrollBar().maximum() == 0
    assert text.height() > 30 * text.fontMetrics().lineSpacing()
