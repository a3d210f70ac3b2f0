"""Backups in the window: made, restored over what is open, checked and put right; every day by themselves."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.problems import Severity
from app.store.backup.form import kept_in
from app.store.source import FILE_NAME
from app.store.workspace import Workspace
from tests.widgets.panels import press as click
from tests.widgets.press import TestPress
from tests.widgets.test_keeping import folder_of, kept
from widgets.application import House, build
from widgets.desk import Desk
from widgets.life.backups import Backups, ago
from widgets.life.doing import DoingDialog, Outcome
from widgets.life.restore_dialog import RestoreDialog
from widgets.phrases import say


def waited(qtbot: QtBot, until: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(until()), timeout=20000)


def retitle(house: House, title: str) -> None:
    session = house.desk.session
    session.edit(replace(session.proposal, title=title), say("title"))


def done(qtbot: QtBot, backups: Backups) -> Outcome:
    """Wait until what is under way has come to something."""
    waited(qtbot, lambda: isinstance(backups.dialog, DoingDialog) and backups.dialog.outcome)
    dialog = backups.dialog
    assert isinstance(dialog, DoingDialog) and dialog.outcome
    return dialog.outcome


@pytest.fixture
def backups(opened: House) -> Backups:
    return opened.window.life.backups


def back_up(opened: House, qtbot: QtBot, backups: Backups) -> Path:
    backups.make_at(None)
    outcome = done(qtbot, backups)
    assert outcome.severity is Severity.INFO and outcome.file
    assert backups.dialog
    click(qtbot, backups.dialog, "Close")
    return outcome.file


def test_everything_is_backed_up_in_a_file_that_is_named_in_words(opened: House, qtbot: QtBot, backups: Backups) -> None:
    opened.window.acts["backup"].trigger()
    assert backups.dialog
    click(qtbot, backups.dialog, "Back up here")
    outcome = done(qtbot, backups)
    assert outcome.file and outcome.file.parent == opened.desk.workspace.path / "backups"
    assert "Every byte of it was read back" in outcome.details
    assert isinstance(backups.dialog, DoingDialog)
    assert ago(backups.last()).startswith("Last backup: today")
    backups.dialog.reject()


@pytest.mark.parametrize("is_called_off", [True, False])
def test_what_was_called_off_has_no_sign_of_success(desk: Desk, qtbot: QtBot, is_called_off: bool) -> None:
    dialog = DoingDialog(None, desk.look, desk.jobs, "Backing up…", print)
    qtbot.addWidget(dialog)
    dialog.show()
    if is_called_off:
        dialog.reject()
    dialog.begin(lambda _: None, lambda _: Outcome(Severity.INFO, "It is over"))
    waited(qtbot, lambda: dialog.outcome)
    sign = desk.look.icon("info", "secondary") if is_called_off else desk.look.icon("check", "success")
    shown = dialog._icon.pixmap()
    assert shown.toImage() == sign.pixmap(QSize(20, 20), shown.devicePixelRatio()).toImage()


def test_a_backup_goes_elsewhere_with_what_was_typed_a_moment_ago(
    opened: House, qtbot: QtBot, backups: Backups, tmp_path: Path
) -> None:
    import zipfile

    target = tmp_path / "elsewhere.zip"
    backups.ask_target = lambda name: target  # type: ignore[method-assign]
    retitle(opened, "Typed just now")
    opened.window.acts["backup"].trigger()
    assert backups.dialog
    click(qtbot, backups.dialog, "Another place…")
    assert done(qtbot, backups).file == target
    with zipfile.ZipFile(target) as archive:
        inside = next(name for name in archive.namelist() if name.endswith(f"/{FILE_NAME}"))
        assert "Typed just now" in archive.read(inside).decode()
    assert backups.dialog
    backups.dialog.reject()


def test_restoring_brings_back_what_was_and_opens_it_again(opened: House, qtbot: QtBot, backups: Backups) -> None:
    session, folder = opened.desk.session, folder_of(opened)
    kept(opened, qtbot)
    back_up(opened, qtbot, backups)
    retitle(opened, "Later")
    opened.window.acts["restore"].trigger()
    waited(qtbot, lambda: isinstance(backups.dialog, RestoreDialog))
    assert backups.dialog
    click(qtbot, backups.dialog, "Restore")
    outcome = done(qtbot, backups)
    assert "1 proposal. What was there before is kept as a backup." in outcome.details
    assert backups.dialog
    click(qtbot, backups.dialog, "Close")
    waited(qtbot, lambda: session.folder == folder and session.proposal.title == "Quiet Harbour")
    retitle(opened, "Works on")
    kept(opened, qtbot)
    whys = [one.why for one in kept_in(opened.desk.workspace.path, opened.desk.workspace.disk)]
    assert sorted(whys) == ["before-restore", "made"]


def test_a_proposal_that_the_backup_does_not_have_is_not_open_any_more(
    opened: House, qtbot: QtBot, backups: Backups, tmp_path: Path
) -> None:
    other = Workspace.open(tmp_path / "other").workspace
    assert other
    from app.store.backup.making import make
    from app.store.durable import utc_now
    from tests.widgets.proposals import small

    source = tmp_path / "bare"
    source.mkdir()
    assert other.import_source(source, replace(small(), title="Theirs")).folder
    file = make(other.path, utc_now()).file
    assert file
    backups._restore(file)
    assert done(qtbot, backups).severity is Severity.INFO
    assert backups.dialog
    click(qtbot, backups.dialog, "Close")
    waited(qtbot, lambda: not opened.desk.session.is_open)
    assert opened.window.stage and opened.window.stage.name == "proposals"


def test_nothing_is_exchanged_while_another_window_is_at_work(
    qapp: QApplication, opened: House, qtbot: QtBot, backups: Backups, workspace: Workspace, press: TestPress, tmp_path: Path
) -> None:
    file = back_up(opened, qtbot, backups)
    other = build(qapp, workspace, press, "en")
    try:
        source = tmp_path / "source"
        imported = workspace.import_source(source, replace(opened.desk.session.proposal, id="", number="B-8", title="Other"))
        other.documents.open(str(imported.folder))
        waited(qtbot, lambda: other.desk.session.is_open)
        backups._restore(file)
        waited(qtbot, lambda: "Close the other windows first" in opened.window.banner.text)
        assert opened.desk.session.proposal.title == "Quiet Harbour"
        retitle(opened, "Still here")
        kept(opened, qtbot)
    finally:
        other.stop()
        other.window.close()
        other.window.deleteLater()


def test_what_is_damaged_is_found_and_put_right(opened: House, qtbot: QtBot, backups: Backups) -> None:
    opened.window.life.versioning._keep("one")
    waited(qtbot, lambda: "Kept as" in opened.window.banner.text)
    back_up(opened, qtbot, backups)
    version = next((folder_of(opened) / "versions").glob("*-named-*.json"))
    whole = version.read_bytes()
    version.write_bytes(whole[:-5])
    opened.window.acts["verify"].trigger()
    outcome = done(qtbot, backups)
    assert outcome.text == "1 thing is wrong" and outcome.problems[0].code == "version-damaged"
    assert backups.dialog
    click(qtbot, backups.dialog, "Put right what can be")
    waited(qtbot, lambda: done(qtbot, backups).text == "Everything was put right")
    assert version.read_bytes() == whole
    assert backups.dialog
    click(qtbot, backups.dialog, "Close")


def test_a_backup_is_made_every_day_by_itself_and_only_a_failure_is_told(opened: House, qtbot: QtBot, backups: Backups) -> None:
    workspace = opened.desk.workspace
    backups.make_daily()
    waited(qtbot, backups.last)
    waited(qtbot, lambda: not backups.jobs.busy)
    assert opened.window.banner.text == ""
    assert [one.why for one in kept_in(workspace.path, workspace.disk)] == ["daily"]
    for one in kept_in(workspace.path, workspace.disk):
        one.path.unlink()
    (workspace.path / "backups").rmdir()
    (workspace.path / "backups").write_bytes(b"in the way")
    backups.make_daily()
    waited(qtbot, lambda: "No backup was made today" in opened.window.banner.text)


def test_closing_the_window_does_not_wait_for_a_backup_to_end(opened: House, qtbot: QtBot, backups: Backups) -> None:
    backups.make_daily()
    backups.stop()
    assert not list((opened.desk.workspace.path / "backups").glob(".*.tmp"))
