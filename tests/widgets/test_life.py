"""What becomes of a proposal: versions, sending, answers, revisions, by real keys and clicks."""

import logging
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.edits.fields import set_value
from app.model.internal import Internal
from app.model.proposal import Proposal
from app.model.status import Status
from app.problems import error, problem
from app.store.source import read_source
from app.store.work.versions import Versions
from tests.widgets.panels import press as click
from tests.widgets.panels import typed
from tests.widgets.press import TestPress
from tests.widgets.test_keeping import folder_of, kept
from widgets.application import House
from widgets.fields.text import LineField
from widgets.phrases import say


def retitle(house: House, title: str) -> None:
    """Type another title."""
    session = house.desk.session
    session.edit(replace(session.proposal, title=title), say("title"))


def waited(qtbot: QtBot, until: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(until()), timeout=10000)


def send(house: House, qtbot: QtBot, by: str = "Anna") -> None:
    """Send the open proposal as a person does."""
    house.window.acts["send"].trigger()
    sending = house.window.life.sending
    waited(qtbot, lambda: sending.dialog)
    assert sending.dialog
    typed(qtbot, sending.dialog.by, by)
    if sending.dialog is not None and sending.dialog.call_off is None:
        click(qtbot, sending.dialog, "Freeze and mark as sent")
    waited(qtbot, lambda: sending.dialog is None and house.desk.session.proposal.status is Status.SENT)


@pytest.fixture
def sent(opened: House, qtbot: QtBot) -> House:
    send(opened, qtbot)
    return opened


# versions ---------------------------------------------------------------------------------------------------------------


def keep(house: House, qtbot: QtBot, name: str) -> None:
    house.window.acts["keep-version"].trigger()
    dialog = house.window.life.versioning.dialog
    assert dialog
    qtbot.keyClicks(dialog.name, name)  # type: ignore[union-attr]
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)  # type: ignore[union-attr]
    waited(qtbot, lambda: f"Kept as “{name}”" in house.window.banner.text)


def test_a_version_is_kept_by_name_and_gone_back_to_as_an_edit_that_can_be_undone(opened: House, qtbot: QtBot) -> None:
    opened.desk.settings.signer = "Vera"
    retitle(opened, "Before")
    keep(opened, qtbot, "before the call")
    retitle(opened, "After")
    opened.window.acts["versions"].trigger()
    versioning = opened.window.life.versioning
    waited(qtbot, lambda: versioning.dialog)
    dialog = versioning.dialog
    waited(qtbot, lambda: dialog.list.chosen)  # type: ignore[union-attr]
    waited(qtbot, dialog.back.isEnabled)  # type: ignore[union-attr]
    assert dialog.name.text() == "before the call"  # type: ignore[union-attr]
    assert dialog.when.text().endswith("Vera")  # type: ignore[union-attr]
    assert dialog.since.text() == "Changed since: Changed: Title"  # type: ignore[union-attr]
    waited(qtbot, lambda: dialog.pages.layout)  # type: ignore[union-attr]
    click(qtbot, dialog, "Go back to this one")  # type: ignore[arg-type]
    session = opened.desk.session
    assert session.proposal.title == "Before"
    assert session.stack.undoText() == "Go back to “before the call”"
    session.stack.undo()
    assert session.proposal.title == "After"


def test_a_named_version_gets_another_name_and_goes_only_after_a_question(opened: House, qtbot: QtBot) -> None:
    keep(opened, qtbot, "one")
    opened.window.acts["versions"].trigger()
    versioning = opened.window.life.versioning
    waited(qtbot, lambda: versioning.dialog and versioning.dialog.list.chosen)  # type: ignore[union-attr]
    dialog = versioning.dialog
    assert dialog
    click(qtbot, dialog, "Rename…")
    asked = QApplication.activeModalWidget()
    assert asked
    typed(qtbot, asked.name, "two")  # type: ignore[attr-defined]
    waited(qtbot, lambda: dialog.name.text() == "two")  # type: ignore[union-attr]
    click(qtbot, dialog, "Remove…")
    asked = QApplication.activeModalWidget()
    assert asked
    click(qtbot, asked, "Remove")
    versions = Versions(opened.desk.workspace.disk)
    waited(qtbot, lambda: not [one for one in versions.all(folder_of(opened)) if one.name])
    dialog.reject()


def test_a_version_that_is_damaged_says_so_and_cannot_be_gone_back_to(opened: House, qtbot: QtBot) -> None:
    keep(opened, qtbot, "one")
    file = next((folder_of(opened) / "versions").glob("*-named-*.json"))
    file.write_bytes(file.read_bytes()[:-9])
    opened.window.acts["versions"].trigger()
    versioning = opened.window.life.versioning
    waited(qtbot, lambda: versioning.dialog and versioning.dialog.since.text())  # type: ignore[union-attr]
    dialog = versioning.dialog
    assert dialog
    assert "damaged" in dialog.since.text()  # type: ignore[union-attr]
    assert not dialog.back.isEnabled()  # type: ignore[union-attr]
    dialog.reject()


# sending ----------------------------------------------------------------------------------------------------------------


def test_sending_freezes_the_pdf_and_offers_it_to_the_mail_program(sent: House, qtbot: QtBot) -> None:
    session = sent.desk.session
    pdf = folder_of(sent) / "revisions" / "1" / "proposal.pdf"
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert not session.stack.canUndo()
    assert read_source(folder_of(sent)).proposal == session.proposal
    step = session.proposal.history.value[-1]
    assert (step.status, step.by, step.revision) == (Status.SENT, "Anna", 1)
    assert "frozen as revision 1" in sent.window.banner.text
    click(qtbot, sent.window.banner, "Copy the file")
    clipboard = QApplication.clipboard()
    waited(qtbot, lambda: "in the clipboard" in sent.window.banner.text)
    copied = Path(clipboard.mimeData().urls()[0].toLocalFile())
    assert copied.name == "B-7 Quiet Harbour.pdf"
    assert copied.read_bytes() == pdf.read_bytes()
    clipboard.clear()


def test_after_sending_nothing_is_taken_for_a_change_by_somebody_else(sent: House, qtbot: QtBot) -> None:
    banner = sent.window.banner.text
    sent.keeping.look()
    qtbot.waitUntil(lambda: not sent.keeping.jobs.busy, timeout=5000)
    assert sent.window.banner.text == banner
    assert not list(folder_of(sent).glob("proposal.other-*"))


def test_the_badge_says_how_it_stands_and_offers_what_may_follow(sent: House) -> None:
    badge = sent.window._toolbar._badge
    assert badge.text() == "B-7 · Sent"
    assert badge.accessibleName() == "Status: B-7 · Sent"
    badge.menu().aboutToShow.emit()
    offered = [action.objectName() for action in badge.menu().actions() if not action.isSeparator()]
    assert offered == ["accept", "decline", "withdraw", "history", "versions"]


def test_what_stands_against_it_leads_to_its_place_and_forbids_it(opened: House, qtbot: QtBot, press: TestPress) -> None:
    press.checked = (error("source-missing", "sections/terms", file="x"), problem("picture-missing", "people", file="y"))
    opened.window.acts["add-terms"].trigger()
    waited(qtbot, lambda: opened.desk.pages.forbidding)
    opened.window.acts["send"].trigger()
    sending = opened.window.life.sending
    waited(qtbot, lambda: sending.dialog)
    assert sending.dialog and not sending.dialog.agree.isEnabled()
    click(qtbot, sending.dialog, "Show: Terms")
    assert sending.dialog is None
    assert opened.desk.session.place == "sections/terms"
    assert opened.desk.session.proposal.status is Status.DRAFT


def test_what_is_found_only_on_sending_is_told_and_nothing_is_frozen(opened: House, qtbot: QtBot, press: TestPress) -> None:
    opened.window.acts["send"].trigger()
    sending = opened.window.life.sending
    waited(qtbot, lambda: sending.dialog)
    assert sending.dialog
    press.checked = (error("source-missing", "title", file="x"),)
    typed(qtbot, sending.dialog.by, "Anna")
    if sending.dialog.call_off is None and sending.dialog.agree.isEnabled():
        click(qtbot, sending.dialog, "Freeze and mark as sent")
    waited(qtbot, lambda: sending.dialog and not sending.dialog.agree.isEnabled() and sending.dialog.call_off is None)
    assert not (folder_of(opened) / "revisions").exists()
    sending.dialog.reject()


def test_it_can_be_called_off_while_the_pdf_is_made(
    opened: House, qtbot: QtBot, press: TestPress, caplog: pytest.LogCaptureFixture
) -> None:
    opened.window.acts["send"].trigger()
    sending = opened.window.life.sending
    waited(qtbot, lambda: sending.dialog)
    dialog = sending.dialog
    assert dialog
    press.ink.clear()
    dialog.by.setText("Anna")
    click(qtbot, dialog, "Freeze and mark as sent")
    waited(qtbot, lambda: press.built)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    press.ink.set()
    waited(qtbot, lambda: dialog.call_off is None)
    assert "called off" in dialog.said.text()
    assert not [one for one in caplog.records if one.exc_info or one.levelno > logging.INFO], "nothing has failed"
    assert [one.message for one in caplog.records] == ["called-off"]
    assert opened.desk.session.proposal.status is Status.DRAFT
    assert not (folder_of(opened) / "revisions").exists()
    dialog.reject()


def test_nobody_and_no_name_are_asked_for(opened: House, qtbot: QtBot) -> None:
    opened.window.acts["send"].trigger()
    sending = opened.window.life.sending
    waited(qtbot, lambda: sending.dialog)
    dialog = sending.dialog
    assert dialog and dialog.to.text() == "Dasha"
    click(qtbot, dialog, "Freeze and mark as sent")
    assert dialog.call_off is None and dialog.isVisible()  # who sends it?
    assert dialog.said.isVisible() and dialog.said.text() == "Type your name: it stays beside what you sign."
    qtbot.keyClicks(dialog.by, "A")
    assert not dialog.said.isVisible()
    dialog.to.clear()
    assert not dialog.agree.isEnabled()
    dialog.reject()


def test_sending_leaves_the_page_the_zoom_the_section_and_what_can_be_undone(opened: House, qtbot: QtBot) -> None:
    session = opened.desk.session
    title = session.proposal.title
    retitle(opened, "Another")
    session.go_to("sections/letter")
    waited(qtbot, lambda: not opened.desk.pages.waiting and not opened.jobs.busy)
    assert opened.window.workbench is not None
    view = opened.window.workbench.preview.view
    view.zoom_in()
    view.show_page(1)
    before = (view.verticalScrollBar().value(), view.scale, view.current, session.subject)
    opened.window.acts["send"].trigger()
    sending = opened.window.life.sending
    waited(qtbot, lambda: sending.dialog)
    assert sending.dialog
    assert any("cannot be undone" in one.text() for one in sending.dialog.findChildren(QLabel))
    sending.dialog.reject()
    send(opened, qtbot)
    assert opened.window.workbench.preview.view is view
    assert (view.verticalScrollBar().value(), view.scale, view.current, session.subject) == before
    assert session.stack.undoText() == "title"
    kept(opened, qtbot)
    opened.window.acts["undo"].trigger()
    assert (session.proposal.title, session.proposal.revision, session.proposal.status) == (title, 2, Status.DRAFT)
    opened.window.acts["redo"].trigger()
    assert (session.proposal.title, session.proposal.revision, session.proposal.status) == ("Another", 1, Status.SENT)


# afterwards -------------------------------------------------------------------------------------------------------------


def test_typing_into_what_was_sent_begins_a_revision_and_says_so_once(sent: House, qtbot: QtBot) -> None:
    session = sent.desk.session
    session.go_to("title")
    field = sent.window.focusWidget()
    assert isinstance(field, LineField)
    qtbot.keyClicks(field, "!")
    assert (session.proposal.revision, session.proposal.status) == (2, Status.DRAFT)
    assert sent.window.banner.text == "Revision 2 begins; revision 1 stays as it was sent."
    sent.window.banner.dismiss()
    session.stack.undo()
    assert (session.proposal.revision, session.proposal.status) == (1, Status.SENT)
    session.stack.redo()
    assert sent.window.banner.text == ""
    assert sent.window._toolbar._badge.text() == "B-7 · revision 2 · Draft"


def test_it_is_marked_as_accepted_with_a_note_and_hours_spent_begin_nothing(sent: House, qtbot: QtBot) -> None:
    session = sent.desk.session
    sent.window.acts["accept"].trigger()
    dialog = sent.window.life.answering.dialog
    assert dialog
    qtbot.keyClicks(dialog.note, "signed")
    qtbot.keyClick(dialog.note, Qt.Key.Key_Return)
    assert session.proposal.status is Status.ACCEPTED
    assert session.proposal.history.value[-1].note == "signed"
    assert session.stack.undoText() == "Mark as accepted"
    session.edit(set_value(session.proposal, "estimate/sections/design/items/layout/actual", Internal(Decimal(7))), say("hours"))
    assert session.proposal.status is Status.ACCEPTED
    assert session.proposal.estimate.sections[0].items[0].actual == Internal(Decimal(7))
    kept(sent, qtbot)
    assert read_source(folder_of(sent)).proposal == session.proposal


def test_what_was_declined_can_wait_for_an_answer_again(sent: House, qtbot: QtBot) -> None:
    session = sent.desk.session
    for act, status in (("decline", Status.DECLINED), ("resend", Status.SENT), ("withdraw", Status.WITHDRAWN)):
        assert sent.window.acts[act].isEnabled(), act
        sent.window.acts[act].trigger()
        dialog = sent.window.life.answering.dialog
        assert dialog
        dialog.accept()
        assert session.proposal.status is status
    assert not sent.window.acts["accept"].isEnabled()
    assert not sent.window.acts["send"].isEnabled()


def test_a_revision_is_checked_opened_and_worked_on_from(sent: House, qtbot: QtBot) -> None:
    session, revisions = sent.desk.session, sent.window.life.revisions
    shown: list[Path] = []
    revisions.open_file = shown.append  # type: ignore[method-assign]
    retitle(sent, "Another")
    sent.window.acts["history"].trigger()
    waited(qtbot, lambda: revisions.dialog and revisions.dialog.verdicts)
    dialog = revisions.dialog
    assert dialog
    click(qtbot, dialog, "Open the PDF")
    assert shown == [folder_of(sent) / "revisions" / "1" / "proposal.pdf"]
    click(qtbot, dialog, "Check")
    waited(qtbot, lambda: dialog.verdicts[1].text() == "Every file is as it was sent.")
    pdf = shown[0]
    pdf.chmod(0o644)
    pdf.write_bytes(pdf.read_bytes() + b" ")
    click(qtbot, dialog, "Check")
    waited(qtbot, lambda: "not as it was sent" in dialog.verdicts[1].text())
    click(qtbot, dialog, "Work on from this one")
    waited(qtbot, lambda: session.proposal.title == "Quiet Harbour")
    assert (session.proposal.revision, session.proposal.status) == (2, Status.DRAFT)
    session.stack.undo()
    assert session.proposal.title == "Another"


def test_a_sent_revision_is_looked_at_and_never_written_to(sent: House, qtbot: QtBot) -> None:
    session, place = sent.desk.session, folder_of(sent) / "revisions" / "1"
    before = {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}
    sent.window.open_reference(str(place))
    waited(qtbot, lambda: session.folder == place)
    assert session.read_only
    waited(qtbot, lambda: "This is revision 1 as it was sent" in sent.window.banner.text)
    retitle(sent, "No")
    assert session.proposal.title == "Quiet Harbour"
    assert not sent.window.acts["keep-version"].isEnabled()
    sent.window.open_reference(str(place))
    waited(qtbot, lambda: not sent.jobs.busy)
    assert {path: path.read_bytes() for path in place.rglob("*") if path.is_file()} == before
    sent.window.life.revisions._leave_for(place, 1)
    waited(qtbot, lambda: session.folder == place.parents[1] and not session.read_only)


def test_an_earlier_state_of_what_was_sent_says_what_it_said_and_is_a_new_revision(sent: House) -> None:
    """Going back cannot make unsent what a client has."""
    from app.edits.status import gone_back

    session = sent.desk.session
    draft: Proposal = replace(session.proposal, title="Early", status=Status.DRAFT, history=Internal(()))
    session.edit(gone_back(session.proposal, draft), say("back"))
    assert (session.proposal.title, session.proposal.revision, session.proposal.status) == ("Early", 2, Status.DRAFT)
    assert session.proposal.history.value
