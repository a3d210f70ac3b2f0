"""Where letters are larger, what stands beside them is larger too, and nothing is pushed out of sight."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.model.client import Contact
from app.model.sections import References, Story
from widgets.application import House
from widgets.dialogs.shortcuts import ShortcutsDialog
from widgets.estimate.cell_editor import CellEditor
from widgets.estimate.editor import EstimateEditor
from widgets.fields.choice import ChoiceField, SwitchField
from widgets.fields.flow import Flow
from widgets.fields.names import NamesField
from widgets.fields.text import LineField, PlainLine
from widgets.look import scale
from widgets.look.look import Look
from widgets.look.parts import tool
from widgets.look.sign import show_sign
from widgets.models.estimate_columns import Column
from widgets.panels.giving import GivingRow
from widgets.pictures.glimpse import Glimpse
from widgets.pictures.uses import Use
from widgets.places.clients.contacts import ContactRow
from widgets.places.rows import PLACES
from widgets.subjects import ESTIMATE, FACTS, PEOPLE
from widgets.welcome.page import Choice, WelcomePage


@pytest.fixture(autouse=True)
def usual(qapp: QApplication) -> Iterator[None]:
    yield
    scale.choose(1.0)
    Look(qapp, "light").deleteLater()


def looked(qapp: QApplication, letters: float) -> Look:
    scale.choose(letters)
    return Look(qapp, "light")


@pytest.mark.parametrize("letters", [1.0, 1.25, 1.5, 2.0])
def test_the_icon_of_a_small_button_is_as_large_as_its_letters_would_be_and_sharp(
    qapp: QApplication, qtbot: QtBot, letters: float
) -> None:
    made = tool(looked(qapp, letters), "up", "Up")
    qtbot.addWidget(made)
    assert made.iconSize().width() == round(18 * letters)
    for ratio in (1.0, 1.5, 2.0):
        drawn = made.icon().pixmap(made.iconSize(), ratio)
        assert drawn.width() == round(made.iconSize().width() * ratio)


@pytest.mark.parametrize("letters", [0.8, 1.0, 1.1, 1.25, 1.5, 2.0])
def test_what_is_chosen_stays_round_and_as_large_as_what_is_not(qapp: QApplication, qtbot: QtBot, letters: float) -> None:
    looked(qapp, letters)
    one, other = QRadioButton("One"), QRadioButton("Other")
    sizes = []
    for button in (one, other):
        qtbot.addWidget(button)
        button.setChecked(button is one)
        button.ensurePolished()
        option = QStyleOptionButton()
        button.initStyleOption(option)
        box = button.style().subElementRect(QStyle.SubElement.SE_RadioButtonIndicator, option, button)
        assert box.width() == box.height() == scale.mark()
        sizes.append(box.size())
    assert sizes[0] == sizes[1]


@pytest.mark.parametrize("letters", [1.0, 1.25, 1.5, 2.0])
def test_a_choice_stands_as_tall_as_a_line_of_text_beside_it(qapp: QApplication, qtbot: QtBot, letters: float) -> None:
    choice, line = ChoiceField(looked(qapp, letters), [("a", "A")]), LineField()
    for one in (choice, line):
        qtbot.addWidget(one)
        one.ensurePolished()
    assert abs(choice.sizeHint().height() - line.sizeHint().height()) <= 1


def test_the_words_of_a_switch_make_room_for_it(qapp: QApplication, qtbot: QtBot) -> None:
    wide = []
    for letters in (1.0, 2.0):
        field = SwitchField(looked(qapp, letters), "Open it when it is done")
        qtbot.addWidget(field)
        field.ensurePolished()
        field.resize(field.sizeHint())
        image = field.grab().toImage()
        ground = image.pixelColor(0, 0)
        inked = {x for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y) != ground}
        wide.append(max(x for x in inked if x < round(34 * letters)) - min(inked) + 1)
        assert not inked & set(range(round(31 * letters), round(37 * letters))), "the switch ends before its words begin"
    assert wide[1] == pytest.approx(2 * wide[0], abs=2)


def test_the_magnifying_glass_grows_with_the_words_that_are_looked_for(qapp: QApplication, qtbot: QtBot) -> None:
    line = PlainLine("Find")
    qtbot.addWidget(line)
    show_sign(line, looked(qapp, 1.5), "search")
    sign = line.findChild(QLabel)
    assert sign is not None and sign.pixmap().deviceIndependentSize().width() == 24
    assert line.textMargins().left() > 24


def test_the_words_below_a_crop_have_the_room_that_they_need(qapp: QApplication, qtbot: QtBot) -> None:
    sizes = []
    for letters in (1.0, 1.5):
        glimpse = Glimpse(looked(qapp, letters), Use(1.5, name="Wide"))
        qtbot.addWidget(glimpse)
        sizes.append(glimpse.size())
    assert sizes[1] == sizes[0] * 1.5


def test_what_is_too_long_for_its_line_is_seen_from_its_beginning(qapp: QApplication, qtbot: QtBot) -> None:
    role = "director of everything that happens at sea in February"
    contact = ContactRow(looked(qapp, 1.5), Contact(role=role, email=f"{role.replace(' ', '.')}@harbour.example"))
    names = NamesField()
    for one in (contact, names):
        qtbot.addWidget(one)
    names.show_value(("identity", "packaging", "everything that stands on a shelf"))
    assert [line.cursorPosition() for line in (*contact.lines, names)] == [0] * 5


def test_what_is_hidden_leaves_no_gap_in_a_flow(qtbot: QtBot) -> None:
    flow = Flow()
    place = QPushButton()
    qtbot.addWidget(place)
    place.setLayout(flow)
    parts = [QPushButton(word) for word in "abc"]
    for part in parts:
        flow.addWidget(part)
    parts[1].hide()
    place.resize(600, 60)
    place.show()
    assert parts[2].x() - parts[0].geometry().right() - 1 == 8


def test_a_narrow_row_leaves_out_what_it_can_spare_and_takes_it_back(qtbot: QtBot) -> None:
    around, bar = QWidget(), GivingRow()
    qtbot.addWidget(around)
    around.resize(500, 60)
    bar.setParent(around)
    across = QHBoxLayout(bar)
    stays, first, second = (QPushButton(word) for word in ("stays", "first", "second"))
    for one in (stays, first, second):
        one.setFixedWidth(80)
        across.addWidget(one)
    bar.spare = (first, second)
    bar.resize(400, 40)
    around.show()
    assert not first.isHidden() and not second.isHidden()
    least = bar.minimumSizeHint().width()
    bar.resize(least + 100, 40)
    QApplication.processEvents()
    assert first.isHidden() and not second.isHidden()
    bar.resize(least, 40)
    QApplication.processEvents()
    assert first.isHidden() and second.isHidden() and not stays.isHidden()
    assert bar.minimumSizeHint().width() == least
    bar.resize(400, 40)
    QApplication.processEvents()
    assert not first.isHidden() and not second.isHidden()


def test_a_key_is_as_tall_as_its_letters_beside_words_on_two_lines(qapp: QApplication, qtbot: QtBot) -> None:
    looked(qapp, 1.5)
    dialog = ShortcutsDialog()
    qtbot.addWidget(dialog)
    dialog.resize(640, 600)
    dialog.show()
    QApplication.processEvents()
    keys = [one for one in dialog.findChildren(QLabel, "key") if one.isVisible()]
    assert max(one.height() for one in keys) == min(one.height() for one in keys)


def test_no_field_is_cut_in_larger_letters(opened: House, qtbot: QtBot) -> None:
    window = opened.window
    window.resize(1440, 900)
    scale.choose(1.5)
    window.dress("light")
    assert window.workbench is not None
    editor = window.workbench.editor
    sections = [one.id for one in opened.desk.session.proposal.sections if isinstance(one, Story | References)]
    for subject in (FACTS, PEOPLE, *(f"sections/{one}" for one in sections)):
        opened.desk.session.go_to(subject)
        QApplication.processEvents()
        for area in editor.findChildren(QScrollArea):
            if area.isVisible():
                assert area.widget().minimumSizeHint().width() <= area.viewport().width(), subject


def test_no_place_needs_more_than_a_usual_screen_in_larger_letters(opened: House, qtbot: QtBot) -> None:
    window = opened.window
    scale.choose(1.5)
    window.dress("light")
    for place in PLACES:
        window.go(place.name)
        QApplication.processEvents()
        assert window.minimumSizeHint().width() <= 1280, place.name


def test_the_tabs_of_the_estimate_stay_where_they_are_when_one_is_pressed(opened: House, qtbot: QtBot) -> None:
    opened.desk.session.go_to(ESTIMATE)
    QApplication.processEvents()
    assert opened.window.workbench is not None
    tabs = opened.window.workbench.editor.findChild(type(opened.window.workbench.editor.content._tabs))  # type: ignore[union-attr]
    assert tabs is not None
    before = tabs.geometry()
    for button in tabs.findChildren(QPushButton):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()
        assert tabs.geometry() == before


def test_names_have_the_room_that_titles_do_not_need(editor: EstimateEditor, qtbot: QtBot) -> None:
    grid = editor.grid
    width = []
    for room in (640, 760):
        grid.setFixedWidth(room)
        qtbot.waitUntil(lambda room=room: grid.width() == room)
        assert grid.columnWidth(Column.TITLE) >= 136
        width.append(grid.columnWidth(Column.ROLE))
    assert width[0] == 108 < width[1]


def test_who_does_a_section_is_chosen_where_the_faces_are_when_no_column_has_room_for_them(
    editor: EstimateEditor, qtbot: QtBot
) -> None:
    grid = editor.grid
    grid.setFixedWidth(480)
    qtbot.waitUntil(lambda: grid.isColumnHidden(Column.ROLE))
    row = grid.model().index(0, Column.TITLE)
    box = grid.visualRect(row)
    viewport = grid.viewport()
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(box.right() - 16, box.center().y() + 4))
    line = grid.findChild(CellEditor)
    assert line is not None and line.placeholderText() == "Name or role"
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    QApplication.processEvents()
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(box.left() + 20, box.center().y() + 4))
    assert [one.placeholderText() for one in grid.findChildren(CellEditor) if one.isVisible()] != ["Name or role"]


def test_the_two_choices_of_a_first_start_are_alike_in_size(qapp: QApplication, qtbot: QtBot, house: House) -> None:
    looked(qapp, 1.5)
    page = WelcomePage(house.desk)
    qtbot.addWidget(page)
    page.resize(1440, 900)
    page.show()
    QApplication.processEvents()
    one, other = page.findChildren(Choice)
    assert one.size() == other.size()
