"""Writing for a client: fields with their values, marks by keys, pasting, the menu behind a slash, spelling."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.model.block import Block, BlockStatus, Variant
from app.model.client import Client
from app.model.notation import parse, write
from app.model.sections import Story
from app.problems import Severity
from app.store.wordlist import read_words
from tests.widgets.typing_keys import type_keys
from widgets.application import House
from widgets.desk import Desk
from widgets.estimate.popup import Offer, Popup
from widgets.fields.linewriting import LineWriting
from widgets.fields.mergefields import told
from widgets.fields.rich import NotationField, RichField
from widgets.fields.text import LineField, TextField
from widgets.forms.form import Form
from widgets.forms.rows import PROPOSAL, SECTIONS
from widgets.look.parts import scrolling
from widgets.notice import Notice
from widgets.phrases import say

_kept: list[QWidget] = []
PASTED = Path(__file__).resolve().parents[1] / "intake" / "pasted"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def let_go(desk: Desk) -> Iterator[None]:
    yield
    _kept.clear()
    QGuiApplication.clipboard().clear()
    desk.spelling.stop()
    desk.finding.stop()


def story(desk: Desk) -> Story:
    return next(one for one in desk.session.proposal.sections if isinstance(one, Story))


@pytest.fixture
def form(desk: Desk, qtbot: QtBot) -> Form:
    base = f"sections/{story(desk).id}"
    desk.session.go_to(base)
    made = Form(desk, base, SECTIONS[Story], f"{base}/title")
    qtbot.addWidget(made)
    made.resize(640, 1400)
    made.show()
    _kept.append(made)
    return made


def field(form: Form, name: str) -> QWidget:
    return next(found for path, found in form._fields if path.endswith(f"/{name}"))


@pytest.fixture
def rich(form: Form) -> RichField:
    found = field(form, "text")
    assert isinstance(found, RichField)
    found.text.setFocus()
    found.text.selectAll()
    found.text.insertPlainText("")
    return found


@pytest.fixture
def text(rich: RichField) -> NotationField:
    return rich.text


def said(desk: Desk) -> str:
    """The text of the story, as it is typed."""
    return write(story(desk).text)


def popup(form: QWidget) -> Popup:
    (found,) = [one for one in form.window().findChildren(Popup) if one.isVisible()]
    return found


def listed(form: QWidget) -> list[str]:
    found = [one for one in form.window().findChildren(Popup) if one.isVisible()]
    model = found[0].model() if found else None
    return [str(model.index(i, 0).data()) for i in range(model.rowCount())] if model else []


def paste(html: str = "", plain: str = "") -> None:
    data = QMimeData()
    if html:
        data.setHtml(html)
    data.setText(plain)
    QGuiApplication.clipboard().setMimeData(data)


# fields -----------------------------------------------------------------------------------------------------------------


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
    from widgets.fields.mergefields import color_of, told

    rect = rich.text.cursorRect(_cursor(rich.text, 3))
    mark = rich.writing.mark_at(rect.center())
    assert mark is not None
    assert told(desk, mark) == "The client's company: Harbour Homes"
    marks = [rich.writing.mark_at(rich.text.cursorRect(_cursor(rich.text, at)).center()) for at in (3, 18, 32)]
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


# marks and pasting ------------------------------------------------------------------------------------------------------


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


# slash ------------------------------------------------------------------------------------------------------------------


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


# spelling ---------------------------------------------------------------------------------------------------------------


def _cursor(text: TextField, at: int) -> QTextCursor:
    cursor = QTextCursor(text.document())
    cursor.setPosition(at)
    return cursor


def underlined(text: TextField) -> list[str]:
    """The words with a wavy line."""
    found: list[str] = []
    block = text.document().firstBlock()
    while block.isValid():
        end = -1
        for part in block.layout().formats():
            if part.format.underlineStyle() == part.format.UnderlineStyle.WaveUnderline:
                letters = block.text()[part.start : part.start + part.length]
                found.append(found.pop() + letters if part.start == end else letters)
                end = part.start + part.length
        block = block.next()
    return found


def action(menu: QMenu, words_of_it: str) -> object:
    return next((one for one in menu.actions() if one.text() == words_of_it), None)


def test_wrong_words_get_a_wavy_line_and_the_menu_puts_them_right(desk: Desk, text: NotationField, qtbot: QtBot) -> None:
    type_keys(qtbot, text, "The propossal")
    qtbot.waitUntil(lambda: underlined(text) == ["propossal"], timeout=20000)
    menu = text.menu_at(text.cursorRect(_cursor(text, 7)).center())
    qtbot.waitUntil(lambda: action(menu, "proposal") is not None, timeout=20000)
    assert menu.actions()[0].text() == "proposal"
    menu.actions()[0].trigger()
    assert said(desk) == "The proposal"
    assert not underlined(text)
    desk.session.stack.undo()
    assert said(desk) == "The propossal"
    menu.deleteLater()


# lines ------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def title(form: Form) -> LineField:
    found = field(form, "title")
    assert isinstance(found, LineField)
    found.setFocus()
    found.clear()
    return found


def helper(line: LineField) -> LineWriting:
    found = line.findChild(LineWriting)
    assert isinstance(found, LineWriting)
    return found


def wavy_in(line: LineField) -> list[str]:
    """The words of a line that are marked as wrong."""
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    return [line.text()[start:end] for start, end, look in helper(line).formats(line.text()) if look.underlineStyle() == wave]


def has_color(line: LineField, name: str, desk: Desk) -> bool:
    image, wanted = line.grab().toImage(), desk.look.color(name).rgb()
    return any(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


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
    _kept.append(made)
    number, named = field_of(made, "number"), field_of(made, "title")
    assert number.findChild(LineWriting) is None and named.findChild(LineWriting) is not None


def field_of(form: Form, path: str) -> QWidget:
    return next(found for own, found in form._fields if own == path)


def test_a_word_that_is_added_is_right_for_everybody(desk: Desk, text: NotationField, qtbot: QtBot) -> None:
    type_keys(qtbot, text, "Zyblik")
    qtbot.waitUntil(lambda: underlined(text) == ["Zyblik"], timeout=20000)
    menu = text.menu_at(text.cursorRect(_cursor(text, 2)).center())
    found = action(menu, "Add to the dictionary")
    found.trigger()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: not underlined(text), timeout=5000)
    folder = desk.workspace.library_folder
    qtbot.waitUntil(lambda: "zyblik" in read_words(folder, desk.workspace.disk).words, timeout=5000)
    menu.deleteLater()


def test_a_word_that_cannot_be_kept_is_told_and_why(opened: House, qtbot: QtBot) -> None:
    file = opened.desk.workspace.library_folder / "words.txt"
    file.mkdir(parents=True)  # nobody can write there, whoever they are
    opened.desk.spelling.keep("Blesnaish")
    qtbot.waitUntil(lambda: "“Blesnaish” was not added" in opened.window.banner.text, timeout=8000)
    assert "words.txt" in opened.window.banner.text
    opened.desk.spelling.stop()


def test_own_words_that_cannot_be_read_are_told_of(desk: Desk, qtbot: QtBot) -> None:
    (desk.workspace.library_folder / "words.txt").mkdir(parents=True)
    told: list[Notice] = []
    desk.spelling.told.connect(told.append)
    desk.spelling.suggest("propossal", lambda _: None)
    qtbot.waitUntil(lambda: bool(told), timeout=8000)
    assert told[0].text.startswith("The studio's own words were not read") and told[0].severity is Severity.ERROR


def test_spelling_can_be_switched_off_and_stays_off(desk: Desk, text: NotationField, qtbot: QtBot) -> None:
    type_keys(qtbot, text, "propossal")
    qtbot.waitUntil(lambda: underlined(text) == ["propossal"], timeout=20000)
    menu = text.menu_at(QPoint(2, 2))
    found = action(menu, "Check the spelling")
    found.trigger()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: not underlined(text), timeout=5000)
    assert not desk.settings.spelling
    menu.deleteLater()


def test_ten_thousand_words_are_marked_in_many_short_steps(desk: Desk, form: Form, text: NotationField, qtbot: QtBot) -> None:
    """Looking words up is the child's; here only a few lines are painted anew at a time, so that keys come in between."""
    page = scrolling(form)
    page.resize(640, 400)
    page.show()
    _kept.append(page)
    lines = ["мы сделали это вместе и " * 5 + f"превет{chr(1072 + i % 30)}" for i in range(400)]
    text.setPlainText("\n".join(lines))
    rounds = []

    def step() -> bool:
        QApplication.processEvents()
        rounds.append(1)
        return text.document().lastBlock().layout().formats() != []

    qtbot.waitUntil(step, timeout=20000)
    assert len(rounds) > 5
    assert len(underlined(text)) == 400


def test_a_field_is_as_tall_as_what_is_pasted_into_it(text: NotationField, qtbot: QtBot) -> None:
    paste(plain="\n".join(["many words " * 30] * 10))
    type_keys(qtbot, text, Qt.Key.Key_V, modifier=CONTROL)
    assert text.verticalScrollBar().maximum() == 0
    assert text.height() > 30 * text.fontMetrics().lineSpacing()


def test_the_whole_window_ends_cleanly_with_the_dictionaries_open(opened: House, qtbot: QtBot) -> None:
    offer = Offer("x")
    assert offer.value is None
    opened.desk.spelling.suggest("propossal", lambda _: None)
    opened.stop()
