"""Forms: what is typed becomes an edit, what is undone is shown, what cannot be taken is marked."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.edits.fields import set_value
from app.i18n import phrase
from app.model.estimate import Detail, VatMode
from app.model.path import get
from app.model.picture import Picture
from app.model.richtext import ParagraphKind
from widgets import words
from widgets.desk import Desk
from widgets.fields.choice import ChoiceField, SegmentsField
from widgets.fields.date import DateField, read_date
from widgets.fields.people import PeopleField
from widgets.fields.picture import PictureField
from widgets.fields.rich import NotationField, RichField
from widgets.fields.share import ShareField
from widgets.fields.text import LineField, TextField
from widgets.forms.cards import Card
from widgets.forms.form import Form
from widgets.forms.lists import team
from widgets.forms.rows import ITEMS, PROPOSAL, SECTIONS, SUMS
from widgets.phrases import say
from widgets.pictures.works import WorksField

_kept: list[QWidget] = []
"""Forms live as long as somebody holds them."""


@pytest.fixture(autouse=True)
def let_go() -> Iterator[None]:
    yield
    _kept.clear()


def form(desk: Desk, qtbot: QtBot, base: str) -> Form:
    rows = SECTIONS[type(get(desk.session.proposal, base))] if base.startswith("sections/") else PROPOSAL
    made = Form(desk, base, rows, f"{base}/title" if base else "")
    qtbot.addWidget(made)
    made.resize(640, 800)
    made.show()
    _kept.append(made)
    return made


def field(made: Form, path: str) -> QWidget:
    return dict(made._fields)[path]


def test_every_field_of_every_section_has_a_place_in_its_form(desk: Desk, qtbot: QtBot) -> None:
    for section in desk.session.proposal.sections:
        made = form(desk, qtbot, f"sections/{section.id}")
        for path, _ in made._fields:
            get(desk.session.proposal, path)
    for rows in (PROPOSAL, SUMS):
        made = Form(desk, "", rows)
        qtbot.addWidget(made)
        for path, _ in made._fields:
            get(desk.session.proposal, path)
    assert all(ITEMS.values())


def test_typing_is_seen_in_the_proposal_and_undo_is_seen_in_the_field(desk: Desk, qtbot: QtBot) -> None:
    line = field(form(desk, qtbot, ""), "client/name").focusProxy()
    assert isinstance(line, LineField)
    line.setFocus()
    line.end(False)
    qtbot.keyClicks(line, " Ltd <b>")
    assert desk.session.proposal.client.name == "Harbour Homes Ltd <b>"
    assert desk.session.stack.count() == 1
    desk.session.stack.undo()
    assert line.text() == "Harbour Homes"


def test_brandbooks_are_called_by_their_titles_and_kept_by_their_folders(desk: Desk, qtbot: QtBot) -> None:
    books = field(form(desk, qtbot, ""), "brandbook")
    assert isinstance(books, ChoiceField)
    qtbot.waitUntil(lambda: [books.itemText(i) for i in range(books.count())] == ["Kurs", "Salon"])
    assert not any(books.itemIcon(i).isNull() for i in range(books.count())), "with a swatch of their colours"
    other = next(name for name in ("kurs", "salon") if name != desk.session.proposal.brandbook)
    books.activated.emit(["kurs", "salon"].index(other))
    assert desk.session.proposal.brandbook == other
    assert other not in desk.session.stack.undoText() and other.title() in desk.session.stack.undoText()


def test_a_brandbook_is_called_in_the_language_of_the_window(desk: Desk, qtbot: QtBot) -> None:
    words.use("ru")
    books = field(form(desk, qtbot, ""), "brandbook")
    assert isinstance(books, ChoiceField)
    qtbot.waitUntil(lambda: books.itemText(0) == "Курс")


def test_text_is_several_lines_as_they_were_typed(desk: Desk, qtbot: QtBot) -> None:
    text = field(form(desk, qtbot, ""), "client/requisites")
    assert isinstance(text, TextField)
    qtbot.keyClicks(text, "INN 1")
    qtbot.keyClick(text, Qt.Key.Key_Return)
    qtbot.keyClicks(text, "KPP 2")
    assert desk.session.proposal.client.requisites == "INN 1\nKPP 2"
    assert desk.session.stack.count() == 1


def test_ctrl_z_in_a_field_is_the_windows_undo(desk: Desk, qtbot: QtBot) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    for made in (LineField(), TextField()):
        qtbot.addWidget(made)
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        made.event(event)
        assert not event.isAccepted()


def rich(desk: Desk, qtbot: QtBot) -> NotationField:
    found = field(form(desk, qtbot, "sections/letter"), "sections/letter/text")
    assert isinstance(found, RichField)
    return found.text


def test_ctrl_b_wraps_the_selection_and_unwraps_it_again(desk: Desk, qtbot: QtBot) -> None:
    text = rich(desk, qtbot)
    text.moveCursor(QTextCursor.MoveOperation.Start)
    for _ in range(2):
        text.moveCursor(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor)
    text.moveCursor(QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor)
    qtbot.keyClick(text, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert text.toPlainText() == "**We took** the first train."
    letter = get(desk.session.proposal, "sections/letter/text")
    assert letter.paragraphs[0].runs[0].strong
    qtbot.keyClick(text, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert text.toPlainText() == "***We took*** the first train."
    qtbot.keyClick(text, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(text, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert text.toPlainText() == "We took the first train."


def test_enter_continues_a_list_and_ends_it_after_an_empty_item(desk: Desk, qtbot: QtBot) -> None:
    text = rich(desk, qtbot)
    text.selectAll()
    qtbot.keyClicks(text, "1. one")
    qtbot.keyClick(text, Qt.Key.Key_Return)
    qtbot.keyClicks(text, "two")
    for _ in range(2):
        qtbot.keyClick(text, Qt.Key.Key_Return)
    qtbot.keyClicks(text, "after")
    assert text.toPlainText() == "1. one\n2. two\n\nafter"
    kinds = [paragraph.kind for paragraph in get(desk.session.proposal, "sections/letter/text").paragraphs]
    assert kinds[0] is ParagraphKind.NUMBER


def test_the_notation_that_is_typed_stays_as_it_is_typed(desk: Desk, qtbot: QtBot) -> None:
    text = rich(desk, qtbot)
    text.selectAll()
    qtbot.keyClicks(text, "* star   item")
    assert text.toPlainText() == "* star   item"
    desk.session.stack.undo()
    assert text.toPlainText() == "We took the first train."


@pytest.mark.parametrize(
    ("typed", "day"),
    [("14.10.2026", (2026, 10, 14)), ("2026-10-14", (2026, 10, 14)), ("4/1/27", (2027, 1, 4)), ("+14", (2026, 12, 5))],
)
def test_dates_are_typed_in_any_usual_way(typed: str, day: tuple[int, int, int]) -> None:
    assert read_date(typed, datetime.date(2026, 11, 21)) == datetime.date(*day)


@pytest.mark.parametrize("typed", ["31.02.2026", "soon", "14.10", "1.1.0", "+99999"])
def test_what_is_no_date_is_none(typed: str) -> None:
    assert read_date(typed, datetime.date(2026, 11, 21)) is None


def test_a_wrong_date_is_marked_and_nothing_changes(desk: Desk, qtbot: QtBot) -> None:
    made = field(form(desk, qtbot, ""), "date")
    assert isinstance(made, DateField)
    made.line.selectAll()
    qtbot.keyClicks(made.line, "31.02.2026")
    qtbot.keyClick(made.line, Qt.Key.Key_Return)
    assert made.line.property("bad")
    assert desk.session.stack.count() == 0
    made.line.selectAll()
    qtbot.keyClicks(made.line, "1.3.2026")
    qtbot.keyClick(made.line, Qt.Key.Key_Return)
    assert desk.session.proposal.date == datetime.date(2026, 3, 1)
    assert made.line.text() == "1 Mar 2026"


def test_the_end_of_the_offer_can_be_left_open(desk: Desk, qtbot: QtBot) -> None:
    made = field(form(desk, qtbot, ""), "valid_until")
    assert isinstance(made, DateField)
    qtbot.keyClicks(made.line, "+14")
    qtbot.keyClick(made.line, Qt.Key.Key_Return)
    assert desk.session.proposal.valid_until is not None
    made.line.clear()
    qtbot.keyClick(made.line, Qt.Key.Key_Return)
    assert desk.session.proposal.valid_until is None


def test_a_discount_over_a_hundred_percent_is_refused(desk: Desk, qtbot: QtBot) -> None:
    made = Form(desk, "", SUMS)
    qtbot.addWidget(made)
    discount = field(made, "estimate/discount")
    assert isinstance(discount, ShareField)
    percent = discount.number
    percent.selectAll()
    qtbot.keyClicks(percent, "120")
    qtbot.keyClick(percent, Qt.Key.Key_Return)
    assert percent.property("bad")
    assert "100" in percent.toolTip()
    assert desk.session.proposal.estimate.discount.percent == 0


def test_choices_are_taken_as_the_model_knows_them(desk: Desk, qtbot: QtBot) -> None:
    detail = field(form(desk, qtbot, "sections/estimate"), "sections/estimate/detail")
    assert isinstance(detail, SegmentsField)
    detail._group.button(1).click()
    assert get(desk.session.proposal, "sections/estimate/detail") is Detail.SECTIONS
    made = Form(desk, "", SUMS)
    qtbot.addWidget(made)
    mode = field(made, "estimate/vat/mode")
    assert isinstance(mode, SegmentsField)
    mode._group.button(2).click()
    assert desk.session.proposal.estimate.vat.mode is VatMode.ADDED


def test_the_signer_is_one_of_the_people_and_new_people_are_offered(desk: Desk, qtbot: QtBot) -> None:
    signer = field(form(desk, qtbot, "sections/letter"), "sections/letter/signer")
    assert isinstance(signer, ChoiceField)
    assert [signer.itemText(i) for i in range(signer.count())] == ["the proposal's manager", "Anna Levina", "Ilya Korsakov"]
    signer.setCurrentIndex(2)
    signer.activated.emit(2)
    assert get(desk.session.proposal, "sections/letter/signer") == "ilya"
    desk.session.edit(set_value(desk.session.proposal, "people/ilya/name", "Ilya K."), say(phrase("Name")))
    assert signer.currentText() == "Ilya K."


def test_people_are_chosen_as_chips(desk: Desk, qtbot: QtBot) -> None:
    members = field(form(desk, qtbot, "sections/team"), "sections/team/members")
    assert isinstance(members, PeopleField)
    members._chips["ilya"].click()
    members._chips["anna"].click()
    assert get(desk.session.proposal, "sections/team/members") == ("ilya", "anna")
    members._chips["ilya"].click()
    assert get(desk.session.proposal, "sections/team/members") == ("anna",)


def test_people_are_added_filled_in_moved_and_removed(desk: Desk, qtbot: QtBot) -> None:
    made = team(desk)
    qtbot.addWidget(made)
    made.resize(600, 600)
    made.show()
    made._add()
    assert [person.name for person in desk.session.proposal.people] == ["Anna Levina", "Ilya Korsakov", ""]
    line = made.focusWidget() or made.findChildren(Card)[-1].findChild(LineField)
    assert isinstance(line, LineField)
    qtbot.keyClicks(line, "Vera")
    made._move(desk.session.proposal.people[2].id, -2)
    assert [person.name for person in desk.session.proposal.people] == ["Vera", "Anna Levina", "Ilya Korsakov"]
    made._remove("ilya")
    assert desk.session.stack.undoText() == "Remove Ilya Korsakov"
    desk.session.stack.undo()
    assert [card._title.text() for card in made._made.values()] == ["Vera", "Anna Levina", "Ilya Korsakov"]


def test_a_path_opens_the_card_that_it_lies_in(desk: Desk, qtbot: QtBot) -> None:
    made = WorksField(desk, "sections/references/items")
    qtbot.addWidget(made)
    made.show()
    assert made.focus_path("sections/references/items/museum/why")
    assert not made.focus_path("sections/references/items/nowhere/why")


def test_a_picture_is_taken_in_and_its_focus_is_set_by_a_click(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    from PIL import Image

    file = tmp_path / "sea.png"
    Image.new("RGB", (400, 200), "#225577").save(file)
    made = field(form(desk, qtbot, "sections/cover"), "sections/cover/picture")
    assert isinstance(made, PictureField)
    made._take((file,))
    qtbot.waitUntil(lambda: desk.session.stack.count() == 1, timeout=8000)
    picture = get(desk.session.proposal, "sections/cover/picture")
    assert isinstance(picture, Picture)
    assert desk.session.folder is not None
    assert (desk.session.folder / picture.file).is_file()
    view = made._view
    assert view is not None
    qtbot.waitUntil(lambda: view._image is not None, timeout=8000)
    box = view.picture_rect()
    point = QPoint(round(box.left() + 0.25 * box.width()), round(box.top() + 0.75 * box.height()))
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=point)
    picture = get(desk.session.proposal, "sections/cover/picture")
    assert picture.focus_x == pytest.approx(0.25, abs=0.02)
    assert picture.focus_y == pytest.approx(0.75, abs=0.02)
    desk.session.stack.undo()
    assert get(desk.session.proposal, "sections/cover/picture").focus_x == 0.5
    desk.session.stack.undo()
    assert get(desk.session.proposal, "sections/cover/picture") is None


def test_no_label_takes_a_name_for_markup(desk: Desk, qtbot: QtBot) -> None:
    name = "<img src='/etc/passwd'> & Co"
    desk.session.edit(set_value(desk.session.proposal, "people/anna/name", name), say(phrase("Name")))
    made = team(desk)
    qtbot.addWidget(made)
    labels = [label for label in made.findChildren(QLabel) if "passwd" in label.text()]
    assert labels
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in made.findChildren(QLabel))
