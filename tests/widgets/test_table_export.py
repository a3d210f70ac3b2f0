"""The estimate as a table: what is asked, what is in the file, what is never overwritten."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.exchange.own import read_own
from app.exchange.view import View
from app.intake.estimate import read_estimate
from app.model.estimate import Detail
from tests.widgets.proposals import SECRET
from widgets.application import House
from widgets.dialogs.export_table import TableExportDialog
from widgets.tables.table_choice import COMMA, TableChoice, TableKind, recalled


def asked(house: House, target: Path | None) -> TableExportDialog:
    """Press the keys of the action, answer where the file goes, and return the dialog."""
    tables = house.window.table_exports
    tables.ask_target = lambda folder, name, suffix: target  # type: ignore[method-assign]
    tables.open_file = lambda file: None  # type: ignore[method-assign]
    house.window.acts["export-table"].trigger()
    dialog = tables.dialog
    assert dialog is not None
    return dialog


def said(house: House, qtbot: QtBot, words: str) -> str:
    qtbot.waitUntil(lambda: words in house.window.banner.text and not house.jobs.busy, timeout=8000)
    return house.window.banner.text


def test_the_keys_are_told_in_the_menu(opened: House) -> None:
    assert opened.window.acts["export-table"].shortcut().toString() == "Ctrl+Shift+T"


def test_a_workbook_comes_back_as_the_same_estimate(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "estimate.xlsx"
    qtbot.keyClick(asked(opened, target), Qt.Key.Key_Return)
    assert "estimate.xlsx" in said(opened, qtbot, "Exported to")
    assert opened.window.banner._notice is not None
    assert opened.window.banner._notice.file == target
    own = read_own(target)
    assert own is not None
    titles = [item.title for part in own.estimate.sections for item in part.items]
    assert titles == ["Layout", "Icons", "Party"]


def test_text_has_the_sign_between_cells_that_was_chosen(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = asked(opened, tmp_path / "a.csv")
    assert not dialog.delimiter.isVisible()
    dialog.cards[TableKind.CSV].button.setFocus()
    qtbot.keyClick(dialog.cards[TableKind.CSV].button, Qt.Key.Key_Space)
    assert dialog.delimiter.isVisible()
    comma = next(one for one in dialog.delimiter.findChildren(QPushButton) if one.text() == "Comma")
    qtbot.keyClick(comma, Qt.Key.Key_Space)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    said(opened, qtbot, "a.csv")
    text = (tmp_path / "a.csv").read_text("utf-8-sig")
    assert text.startswith("blesna,id,")
    assert SECRET not in text
    dialog = asked(opened, None)
    assert (dialog.choice().kind, dialog.choice().delimiter) == (TableKind.CSV, COMMA)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_what_is_hidden_is_not_in_the_file(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = asked(opened, tmp_path / "a.tsv")
    dialog.cards[TableKind.TSV].button.click()
    dialog.hours.click()
    sections = next(one for one in dialog.detail.findChildren(QPushButton) if one.text() == "Sections")
    sections.click()
    assert "cannot be taken back" in dialog.hint.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    said(opened, qtbot, "a.tsv")
    text = (tmp_path / "a.tsv").read_text("utf-8-sig")
    assert "Design" in text
    assert "Layout" not in text
    assert "\thours" not in text


def test_escape_writes_nothing(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = asked(opened, tmp_path / "a.xlsx")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: opened.window.table_exports.dialog is None)
    assert not opened.jobs.busy
    assert not (tmp_path / "a.xlsx").exists()


@pytest.mark.parametrize("content", [b"%PDF-1.4", b"Work;Hours\nShooting;10\n"])
def test_a_file_of_somebody_else_is_never_overwritten(opened: House, qtbot: QtBot, tmp_path: Path, content: bytes) -> None:
    target = tmp_path / "a.xlsx"
    target.write_bytes(content)
    opened.window.table_exports.start(target, TableChoice())
    said(opened, qtbot, "Not exported")
    assert target.read_bytes() == content


def test_a_table_of_ours_is_replaced_as_a_whole(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    for detail in (Detail.DETAILED, Detail.TOTALS):
        opened.window.banner.dismiss()
        opened.window.table_exports.start(target, TableChoice(TableKind.CSV, detail))
        said(opened, qtbot, "a.csv")
    assert "Layout" not in target.read_text("utf-8-sig")


def test_an_export_that_is_called_off_leaves_nothing_behind(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    opened.window.table_exports.start(tmp_path / "a.xlsx", TableChoice())
    opened.window.table_exports.cancel()
    assert "called off" in opened.window.banner.text
    qtbot.waitUntil(lambda: not opened.jobs.busy, timeout=8000)
    assert opened.window.table_exports.target is None


def test_nonsense_that_was_remembered_is_forgotten() -> None:
    view = View(detail=Detail.SECTIONS, show_hours=False)
    for kept in (b"", b"{", b"[]", b'{"kind": ".doc"}', b'{"kind": ".csv", "detail": "all"}', b"\xff"):
        assert recalled(kept, view) == TableChoice(detail=Detail.SECTIONS, show_hours=False)
    chosen = TableChoice(TableKind.CSV, Detail.TOTALS, False, False, COMMA, True)
    assert recalled(chosen.remembered(), view) == chosen


def test_other_programs_read_the_text(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    opened.window.table_exports.start(tmp_path / "a.csv", TableChoice(TableKind.CSV))
    said(opened, qtbot, "a.csv")
    assert read_estimate(tmp_path / "a.csv").estimate.sections
