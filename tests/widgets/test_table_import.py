"""A spreadsheet that is dropped, opened or pasted: what was understood is looked at, corrected and confirmed."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.model.mapping import ColumnMeaning
from app.store.workspace import Workspace
from tests.widgets.dropping import drop_files
from tests.widgets.panels import listed
from tests.widgets.typing_keys import type_keys
from widgets.application import House
from widgets.dialogs.import_table import ImportDialog
from widgets.tables.sources import pasted
from widgets.tables.taking import Taking

FILM = "Section;Work;Hours;Rate\nFilm;Shooting;10;50\nFilm;Cutting;4;<b>60</b>\nSound;Mixing;2;70\n"
FILES = Path(__file__).parents[1] / "intake" / "files"


def csv(folder: Path, text: str = FILM, name: str = "new.csv") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def dialog_of(house: House, qtbot: QtBot) -> ImportDialog:
    """Return the dialog once it has understood the table."""
    qtbot.waitUntil(lambda: house.window.importing.dialog is not None, timeout=8000)
    dialog = house.window.importing.dialog
    assert dialog is not None
    settled(dialog, qtbot)
    return dialog


def settled(dialog: ImportDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog.understood is not None and dialog.busy.isHidden(), timeout=8000)


def titles(house: House) -> list[str]:
    return [item.title for part in house.desk.session.proposal.estimate.sections for item in part.items]


def shown(dialog: ImportDialog) -> list[list[str]]:
    model = dialog.estimate_model
    rows = range(model.rowCount())
    return [[str(model.index(row, at).data()).strip() for at in range(model.columnCount())] for row in rows]


def choose(dialog: ImportDialog, qtbot: QtBot, taking: Taking) -> None:
    """Go to a way of taking with the arrow keys, and confirm with Enter."""
    for _ in dialog.cards:
        if dialog.taking is not taking:
            qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    assert dialog.taking is taking
    qtbot.keyClick(dialog, Qt.Key.Key_Return)


def test_what_is_dropped_is_shown_before_anything_happens(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    drop_files(opened.window, [csv(tmp_path)])
    dialog = dialog_of(opened, qtbot)
    assert shown(dialog) == [
        ["Film", "", "", "", "", "500"],
        ["Shooting", "", "10", "h", "50", "500"],
        ["Cutting", "", "4", "h", "no rate", "0"],
        ["Sound", "", "", "", "", "140"],
        ["Mixing", "", "2", "h", "70", "140"],
    ]
    assert "2 sections  ·  3 lines  ·  16\u00a0h" in dialog.sums.text()
    assert titles(opened) == ["Layout", "Icons", "Party"]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: opened.window.importing.dialog is None)
    assert opened.desk.session.stack.count() == 0


def test_a_confirmed_estimate_replaces_the_one_there_is_in_one_edit(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    drop_files(opened.window, [csv(tmp_path)])
    choose(dialog_of(opened, qtbot), qtbot, Taking.REPLACE)
    session = opened.desk.session
    qtbot.waitUntil(lambda: session.stack.count() == 1, timeout=5000)
    assert titles(opened) == ["Shooting", "Cutting", "Mixing"]
    assert session.stack.undoText() == "Estimate from “new.csv”"
    session.stack.undo()
    assert titles(opened) == ["Layout", "Icons", "Party"]


def test_sections_are_added_after_those_there_are(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    drop_files(opened.window, [csv(tmp_path)])
    choose(dialog_of(opened, qtbot), qtbot, Taking.ADD)
    session = opened.desk.session
    qtbot.waitUntil(lambda: session.stack.count() == 1, timeout=5000)
    assert titles(opened) == ["Layout", "Icons", "Party", "Shooting", "Cutting", "Mixing"]
    ids = [item.id for part in session.proposal.estimate.sections for item in part.items]
    assert len(set(ids)) == len(ids)
    assert len({part.id for part in session.proposal.estimate.sections}) == 4


def test_a_table_may_begin_a_proposal_of_its_own(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    drop_files(opened.window, [csv(tmp_path)])
    choose(dialog_of(opened, qtbot), qtbot, Taking.NEW)
    qtbot.waitUntil(lambda: titles(opened) == ["Shooting", "Cutting", "Mixing"], timeout=8000)
    assert opened.desk.session.stack.count() == 0
    assert opened.desk.session.folder is not None


def test_with_nothing_open_a_new_proposal_is_all_there_is_to_choose(
    house: House, qtbot: QtBot, tmp_path: Path, workspace: Workspace
) -> None:
    house.window.open_reference(str(csv(tmp_path)))
    dialog = dialog_of(house, qtbot)
    assert list(dialog.cards) == [Taking.NEW]
    assert not dialog.cards[Taking.NEW].isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: house.desk.session.is_open and not house.jobs.busy, timeout=8000)
    assert titles(house) == ["Shooting", "Cutting", "Mixing"]
    assert len(workspace.proposals()) == 1


def test_a_column_that_is_taken_for_something_else_is_read_anew(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    drop_files(opened.window, [csv(tmp_path, "Section;Work;Hours;Points;Rate\nFilm;Shooting;1;10;50\nFilm;Cutting;2;4;60\n")])
    dialog = dialog_of(opened, qtbot)
    for column, words in ((3, "Not taken"), (4, "Hours")):
        field = dialog.header.field(column)
        field.setFocus()
        while field.currentText() != words:
            qtbot.keyClick(field, Qt.Key.Key_Down if field.currentIndex() < field.findText(words) else Qt.Key.Key_Up)
    settled(dialog, qtbot)
    assert shown(dialog)[1:] == [["Shooting", "", "10", "h", "50", "500"], ["Cutting", "", "4", "h", "60", "240"]]


def test_what_was_corrected_is_remembered_for_the_next_file_of_its_source(
    opened: House, qtbot: QtBot, tmp_path: Path, workspace: Workspace
) -> None:
    text = "Section;Work;Hours;Points;Rate\nFilm;Shooting;1;10;50\n"
    drop_files(opened.window, [csv(tmp_path, text, "smeta 1.csv")])
    dialog = dialog_of(opened, qtbot)
    dialog.header.chosen.emit(3, ColumnMeaning.OTHER)
    dialog.header.chosen.emit(4, ColumnMeaning.HOURS)
    settled(dialog, qtbot)
    assert not dialog.anew.isVisible()
    choose(dialog, qtbot, Taking.REPLACE)
    qtbot.waitUntil(lambda: bool(workspace.library.mappings.all().records) and not opened.jobs.busy, timeout=5000)
    drop_files(opened.window, [csv(tmp_path, text.replace("10", "12"), "smeta 2.csv")])
    again = dialog_of(opened, qtbot)
    assert shown(again)[1] == ["Shooting", "", "12", "h", "50", "600"]
    assert again.anew.isVisible()
    qtbot.mouseClick(again.anew, Qt.MouseButton.LeftButton)
    settled(again, qtbot)
    assert not again.anew.isVisible()
    assert again.header.field(3).currentText() == "Hours"


def test_a_problem_leads_to_its_cell(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    drop_files(opened.window, [csv(tmp_path, "Section;Work;Hours;Rate\nFilm;Shooting;abc;50\n")])
    dialog = dialog_of(opened, qtbot)
    assert dialog.complaints.item(0).text().startswith("C2: ")
    dialog.complaints.setFocus()
    dialog.complaints.setCurrentRow(0)
    qtbot.keyClick(dialog.complaints, Qt.Key.Key_Return)
    current = dialog.file_view.currentIndex()
    assert (current.row(), current.column(), current.data()) == (1, 3, "abc")
    assert dialog.isVisible()
    assert "number" in current.data(Qt.ItemDataRole.ToolTipRole)


def test_texts_of_a_table_are_never_markup(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    drop_files(opened.window, [csv(tmp_path, "Section;Work;Hours;Rate\n<b>Film</b>;<img src='x'>;1;50\n", "<i>a.csv")])
    dialog = dialog_of(opened, qtbot)
    assert shown(dialog)[0][0] == "<b>Film</b>"
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in dialog.findChildren(QLabel) if "<" in one.text())
    assert "&lt;img" in dialog.estimate_model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_an_answer_to_an_earlier_question_is_dropped(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    drop_files(opened.window, [csv(tmp_path)])
    dialog = dialog_of(opened, qtbot)
    seen: list[object] = []
    show = dialog._show
    dialog._show = lambda found: (seen.append(found), show(found))  # type: ignore[method-assign, func-returns-value]
    for meaning in (ColumnMeaning.DAYS, ColumnMeaning.QUANTITY, ColumnMeaning.HOURS):
        dialog.header.chosen.emit(3, meaning)
    assert not dialog.take.isEnabled()
    settled(dialog, qtbot)
    assert len(seen) == 1
    assert dialog.header.field(3).currentText() == "Hours"


def test_a_sheet_and_the_row_of_headings_can_be_chosen(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "March"
    for row in (("Work", "Hours", "Rate"), ("Film",), ("Shooting", 10, 50)):
        first.append(row)
    second = book.create_sheet("April")
    for row in (("Work", "Hours", "Rate"), ("Sound",), ("Mixing", 3, 70)):
        second.append(row)
    book.save(tmp_path / "two.xlsx")
    drop_files(opened.window, [tmp_path / "two.xlsx"])
    dialog = dialog_of(opened, qtbot)
    assert [row[0] for row in shown(dialog)] == ["Film", "Shooting"]
    dialog.sheet.setFocus()
    qtbot.keyClick(dialog.sheet, Qt.Key.Key_Down)
    settled(dialog, qtbot)
    assert [row[0] for row in shown(dialog)] == ["Sound", "Mixing"]
    assert dialog.headings.currentText() == "Row 1: Work · Hours · Rate"


def test_nobody_adds_roubles_to_euros(opened: House, qtbot: QtBot) -> None:
    drop_files(opened.window, [FILES / "smeta.xlsx"])
    dialog = dialog_of(opened, qtbot)
    assert not dialog.cards[Taking.ADD].isEnabled()
    choose(dialog, qtbot, Taking.REPLACE)
    qtbot.waitUntil(lambda: opened.desk.session.proposal.currency == "RUB", timeout=5000)
    opened.desk.session.stack.undo()
    assert opened.desk.session.proposal.currency == "EUR"


def test_a_file_that_is_no_table_says_so_and_takes_nothing(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "broken.xlsx"
    file.write_bytes(b"PK\x03\x04 nonsense")
    drop_files(opened.window, [file])
    dialog = dialog_of(opened, qtbot)
    assert not dialog.take.isEnabled()
    assert dialog.complaints.count()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()


TABLE = "Work\tHours\tRate\nShooting\t10\t50\nCutting\t4\t60\n"


def test_a_table_that_is_pasted_on_the_start_page_begins_a_proposal(house: House, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(TABLE)
    listed(house).setFocus()
    type_keys(qtbot, listed(house), Qt.Key.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_of(house, qtbot)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: house.desk.session.is_open and not house.jobs.busy, timeout=8000)
    assert titles(house) == ["Shooting", "Cutting"]


def test_pasting_outside_of_the_grid_shows_the_table_first(opened: House, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(TABLE)
    bench = opened.window.workbench
    assert bench is not None
    bench.outline.list.setFocus()
    qtbot.keyClick(bench.outline.list, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [row[0] for row in shown(dialog_of(opened, qtbot))][-2:] == ["Shooting", "Cutting"]


def test_a_spreadsheet_that_was_copied_among_files_can_be_pasted(house: House, qtbot: QtBot, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(csv(tmp_path)))])
    QGuiApplication.clipboard().setMimeData(data)
    listed(house).setFocus()
    qtbot.keyClick(listed(house), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert shown(dialog_of(house, qtbot))[1][0] == "Shooting"


def test_a_few_words_on_the_clipboard_are_no_table(house: House, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setText("Dear Dasha,\nwe took the first train.")
    assert pasted(data) is None
    QApplication.clipboard().setMimeData(data)
    house.window.acts["paste-table"].trigger()
    assert "no table" in house.window.banner.text
    assert house.window.importing.dialog is None


def test_no_two_actions_have_the_same_keys(house: House) -> None:
    keys = [act.shortcut().toString() for act in house.window.acts._made.values() if not act.shortcut().isEmpty()]
    assert len(set(keys)) == len(keys)
