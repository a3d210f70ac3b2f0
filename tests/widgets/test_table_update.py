"""An updated table: which of its changes are taken into the estimate, and what stays whatever is taken."""

import datetime
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.exchange.workbook import workbook
from app.model.internal import Internal
from app.signoff.signature import sign
from tests.widgets.dropping import drop_files
from tests.widgets.proposals import SECRET
from tests.widgets.test_table_import import choose, csv, dialog_of
from widgets.application import House
from widgets.dialogs.update_estimate import UpdateDialog
from widgets.phrases import Phrase
from widgets.tables.taking import Taking

UPDATED = "Section;Work;Hours;Rate, EUR\nDesign;Layout;32;110\nDesign;Icons;10;200\nDesign;<b>Moodboard</b>;6;90\n"


def changes_of(house: House, qtbot: QtBot, file: Path) -> UpdateDialog:
    """Drop a table on the open proposal, choose to update, and return the dialog once it has counted."""
    drop_files(house.window, [file])
    choose(dialog_of(house, qtbot), qtbot, Taking.UPDATE)
    qtbot.waitUntil(lambda: house.window.importing.changes is not None, timeout=5000)
    dialog = house.window.importing.changes
    assert dialog is not None
    counted(dialog, qtbot)
    return dialog


def counted(dialog: UpdateDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(dialog.busy.isHidden, timeout=5000)


def rows(dialog: UpdateDialog) -> list[tuple[str, ...]]:
    return [tuple(item.text(column) for column in range(4)) for item in dialog.changes._leaves()]


def hours_of(house: House) -> dict[str, Decimal]:
    return {item.title: item.quantity for part in house.desk.session.proposal.estimate.sections for item in part.items}


def test_updating_is_offered_first_where_there_is_an_estimate(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    drop_files(opened.window, [csv(tmp_path, UPDATED)])
    assert dialog_of(opened, qtbot).taking is Taking.UPDATE


def test_changes_are_told_with_before_and_after_and_the_total(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = changes_of(opened, qtbot, csv(tmp_path, UPDATED))
    assert rows(dialog) == [
        ("Design › Layout", "Quantity", "40", "32"),
        ("Design › Layout", "Rate", "100", "110"),
        ("Design › <b>Moodboard</b>", "", "", "6 h × 90"),
        ("Launch", "", "section", ""),
    ]
    # 32 × 110 + 10 × 200 + 6 × 90 = 6060
    assert dialog.total.text().startswith("€6,500 → €6,060  ·  50\u00a0h → 48\u00a0h  ·  ")
    assert dialog.total.text().endswith("€440")


def test_what_is_chosen_is_taken_in_one_edit_and_the_rest_is_left(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = changes_of(opened, qtbot, csv(tmp_path, UPDATED))
    tree = dialog.changes
    for text in ("Rate", "section"):  # leave the rate and the removed section
        item = next(item for item in tree._leaves() if text in (item.text(1), item.text(2)))
        tree.setCurrentItem(item)
        qtbot.keyClick(tree, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.take.text() == "Take over 2 changes", timeout=3000)
    counted(dialog, qtbot)
    # 32 × 100 + 10 × 200 + 6 × 90 + 500 = 6240
    assert "→ €6,240" in dialog.total.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    session = opened.desk.session
    qtbot.waitUntil(lambda: session.stack.count() == 1, timeout=3000)
    assert hours_of(opened) == {"Layout": 32, "Icons": 10, "<b>Moodboard</b>": 6, "Party": 1}
    part = session.proposal.estimate.sections[0]
    assert part.items[0].rate == 100
    assert part.items[0].note.value == SECRET
    assert part.people == ("anna",)
    assert session.stack.undoText() == "Changes from “new.csv”"
    session.stack.undo()
    assert hours_of(opened) == {"Layout": 40, "Icons": 10, "Party": 1}


def test_a_group_is_taken_or_left_as_a_whole_by_the_keyboard(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = changes_of(opened, qtbot, csv(tmp_path, UPDATED))
    tree = dialog.changes
    assert tree.currentItem() is tree.topLevelItem(0)
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.take.text() == "Take over 2 changes", timeout=3000)
    assert [item.checkState(0) for item in tree._leaves()] == [Qt.CheckState.Unchecked] * 2 + [Qt.CheckState.Checked] * 2
    dialog.none.click()
    counted(dialog, qtbot)
    qtbot.waitUntil(lambda: dialog.take.text() == "Take over 0 changes" and dialog.busy.isHidden(), timeout=3000)
    assert not dialog.take.isEnabled()
    dialog.all.click()
    qtbot.waitUntil(dialog.take.isEnabled, timeout=3000)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: opened.window.importing.changes is None)
    assert opened.desk.session.stack.count() == 0


def test_signed_hours_that_become_fewer_are_told_before(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    session = opened.desk.session
    estimate = session.proposal.estimate
    day = datetime.datetime(2026, 11, 20, tzinfo=datetime.UTC)
    signature = sign(estimate.sections[0], "Vera", day, estimate.hours_a_day, estimate.hours_a_month)
    signed = replace(estimate.sections[0], signed=Internal(signature))
    session.edit(replace(session.proposal, estimate=replace(estimate, sections=(signed, *estimate.sections[1:]))), Phrase("Sign"))
    dialog = changes_of(opened, qtbot, csv(tmp_path, UPDATED))
    assert dialog.signatures.text() == "To be signed again: “Design”"
    dialog.take.click()
    qtbot.waitUntil(lambda: session.stack.count() == 2, timeout=3000)
    assert session.proposal.estimate.sections[0].signed.value == signature


def test_a_table_of_ours_that_is_the_same_changes_nothing(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "ours.xlsx"
    file.write_bytes(workbook(opened.desk.session.proposal))
    drop_files(opened.window, [file])
    first = dialog_of(opened, qtbot)
    assert first._ours.isVisible()
    assert not first._raw.isVisible()
    choose(first, qtbot, Taking.UPDATE)
    qtbot.waitUntil(lambda: opened.window.importing.changes is not None, timeout=5000)
    dialog = opened.window.importing.changes
    assert dialog is not None
    counted(dialog, qtbot)
    assert dialog.said.text() == "Nothing has changed."
    assert not dialog.take.isEnabled()


def test_a_table_of_ours_tells_what_somebody_has_changed_in_it(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    proposal = opened.desk.session.proposal
    part = proposal.estimate.sections[0]
    longer = replace(part, items=(replace(part.items[0], quantity=Decimal(44)), *part.items[1:]))
    changed = replace(proposal, estimate=replace(proposal.estimate, sections=(longer, *proposal.estimate.sections[1:])))
    file = tmp_path / "ours.xlsx"
    file.write_bytes(workbook(changed))
    dialog = changes_of(opened, qtbot, file)
    assert rows(dialog) == [("Design › Layout", "Quantity", "40", "44")]
