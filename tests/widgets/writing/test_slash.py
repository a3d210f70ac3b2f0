"""A slash offers what of the library can be put in."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.model.block import Block, BlockStatus, Variant
from app.model.notation import parse
from app.model.sections import Story
from tests.widgets.typing_keys import type_keys
from tests.widgets.writing.asking import listed, said, story
from widgets.desk import Desk
from widgets.fields.rich import NotationField
from widgets.forms.form import Form


def test_a_slash_offers_sections_and_puts_one_in_as_one_edit(desk: Desk, form: Form, text: NotationField, qtbot: QtBot) -> None:
    type_keys(qtbot, text, "Hello ")
    count, before = desk.session.stack.count(), desk.session.proposal
    type_keys(qtbot, text, "/time")
    assert listed(form) == ["Timeline"]
    assert desk.session.proposal is before
    here = [one.id for one in before.sections].index(story(desk).id)
    type_keys(qtbot, text, Qt.Key.Key_Return)
    after = desk.session.proposal
    assert [one.id for one in after.sections[: here + 1]] == [one.id for one in before.sections[: here + 1]]
    assert len(after.sections) == len(before.sections) + 1
    assert said(desk) == "Hello"
    assert desk.session.stack.count() == count + 1
    desk.session.stack.undo()
    assert desk.session.proposal == before


def test_escape_leaves_the_slash_as_a_letter(desk: Desk, form: Form, text: NotationField, qtbot: QtBot) -> None:
    type_keys(qtbot, text, "/sto", Qt.Key.Key_Escape, "p")
    assert not listed(form)
    assert said(desk) == "/stop"


def test_a_slash_within_words_is_only_a_letter(desk: Desk, form: Form, text: NotationField, qtbot: QtBot) -> None:
    type_keys(qtbot, text, "and/or 1/2 ")
    assert not listed(form)
    assert said(desk) == "and/or 1/2"
    type_keys(qtbot, text, "/ of course")
    assert said(desk) == "and/or 1/2 / of course"


def test_a_slash_begins_a_heading(desk: Desk, form: Form, text: NotationField, qtbot: QtBot) -> None:
    type_keys(qtbot, text, "/head", Qt.Key.Key_Return, "Why")
    assert said(desk) == "# Why"


def test_a_block_of_the_library_comes_with_a_few_letters(desk: Desk, form: Form, text: NotationField, qtbot: QtBot) -> None:
    variant = Variant(language="en", story=Story(id="s", title="Calm waters", text=parse("We listen first.")))
    block = Block(id="b1", name="Mission statement", status=BlockStatus.APPROVED, variants=(variant,))
    assert not desk.workspace.library.blocks.put(block).problems
    type_keys(qtbot, text, "/missi")
    qtbot.waitUntil(lambda: "Mission statement" in listed(form), timeout=15000)
    count = desk.session.stack.count()
    type_keys(qtbot, text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(getattr(one, "block", "") == "b1" for one in desk.session.proposal.sections), timeout=15000)
    sections = desk.session.proposal.sections
    here = [getattr(one, "block", "") for one in sections].index("b1")
    assert sections[here - 1].id == story(desk).id
    assert desk.session.stack.count() == count + 1
    desk.session.stack.undo()
    assert "b1" not in [getattr(one, "block", "") for one in desk.session.proposal.sections]
