"""A new proposal from a request: read, looked at, corrected, remembered, made."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from app.intake.brief.submission import Submission
from app.model.brief import Answer
from app.model.form import Meaning
from tests.widgets.panels import press, shown
from widgets.application import House
from widgets.desk import Desk
from widgets.dialogs.request import RequestDialog
from widgets.dialogs.request_rows import gist

LETTER = (
    "Company: Harbour Homes\nYour name: Dasha Volkova\nE-mail: dasha@harbour.example\nWhat do you need: a web site\n"
    "Budget: 20 000 EUR\n"
)
FORM = (
    "Timestamp,Company,Your name,What do you need,What makes you tick\n"
    "2026-11-01,First Ltd,Ann,a web site,Boats\n"
    "2026-11-02,Second Ltd,Bob,,Harbours\n"
)


@pytest.fixture
def dialog(desk: Desk, qtbot: QtBot) -> RequestDialog:
    made = shown(qtbot, RequestDialog(None, desk), 960, 660)
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    return made


@pytest.fixture
def form(tmp_path: Path) -> Path:
    file = tmp_path / "answers.csv"
    file.write_text(FORM, "utf-8")
    return file


def wait(dialog: RequestDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog.drafted is not None and dialog.make.isEnabled(), timeout=8000)


def texts(dialog: RequestDialog) -> list[str]:
    return [one.text() for one in dialog.understood.findChildren(QLabel)]


def test_nothing_is_made_of_nothing(dialog: RequestDialog, qtbot: QtBot) -> None:
    assert not dialog.make.isEnabled()
    assert not dialog.rows.isVisible() and not dialog.remember.isVisible()
    qtbot.keyClicks(dialog.text, "   ")
    assert not dialog.make.isEnabled()


def test_a_letter_is_pasted_and_understood_before_anything_is_made(dialog: RequestDialog, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(LETTER)
    press(qtbot, dialog, "Paste")
    wait(dialog, qtbot)
    said = texts(dialog)
    assert any("Harbour Homes" in one for one in said)
    assert any("Dasha Volkova" in one for one in said)
    assert any("20 000 EUR" in one for one in said)
    assert any(one.startswith("○  To ask:") for one in said)
    assert dialog.drafted is not None and dialog.drafted.proposal is not None
    assert dialog.drafted.proposal.client.name == "Harbour Homes"
    QGuiApplication.clipboard().clear()


def test_one_of_several_requests_is_chosen_the_newest_first(dialog: RequestDialog, form: Path, qtbot: QtBot) -> None:
    dialog.read(form)
    wait(dialog, qtbot)
    assert dialog.rows.isVisible() and dialog.rows.count() == 2
    assert dialog.drafted is not None and dialog.drafted.read.client.name == "Second Ltd"
    dialog.rows.setFocus()
    qtbot.keyClick(dialog.rows, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: dialog.drafted is not None and dialog.drafted.read.client.name == "First Ltd")


def test_a_row_begins_with_who_asks_and_what_for_and_ends_with_when(dialog: RequestDialog, form: Path, qtbot: QtBot) -> None:
    dialog.read(form)
    wait(dialog, qtbot)
    assert [dialog.rows.item(i).text() for i in range(2)] == [
        "First Ltd · Ann · a web site · 1 Nov 2026",
        "Second Ltd · Bob · 2 Nov 2026",
    ]


def test_a_row_that_names_nobody_is_known_by_its_answers() -> None:
    found = gist(Submission((Answer(question="Colour", answer="blue"), Answer(question="Size", answer="large"))))
    assert (found.who, found.at) == ("", "")
    assert "blue" in found.what and "large" in found.what


def test_what_a_question_means_is_changed_and_remembered_for_the_form(
    desk: Desk, dialog: RequestDialog, form: Path, qtbot: QtBot
) -> None:
    dialog.read(form)
    wait(dialog, qtbot)
    choice = dialog.questions.choices["What makes you tick"]
    assert choice.value is Meaning.OTHER
    choice.setFocus()
    place = [choice.itemText(i) for i in range(choice.count())].index("Task and wishes")
    choice.setCurrentIndex(place)
    choice.activated.emit(place)
    qtbot.waitUntil(lambda: dialog.drafted is not None and dialog.drafted.read.brief.wishes == "Harbours")
    mapping = dialog.to_remember()
    assert mapping is not None
    assert not desk.workspace.library.forms.put(mapping).problems
    again = shown(qtbot, RequestDialog(None, desk))
    again.read(form)
    wait(again, qtbot)
    assert again.questions.choices["What makes you tick"].value is Meaning.WISHES
    again.remember.click()
    assert again.to_remember() is None


def test_another_template_and_language_are_chosen(dialog: RequestDialog, qtbot: QtBot) -> None:
    dialog.text.setPlainText(LETTER)
    wait(dialog, qtbot)
    names = [dialog.template.itemText(i) for i in range(dialog.template.count())]
    assert names[0].startswith("by what is asked for: ")
    dialog.template.setCurrentIndex(1)
    dialog.template.activated.emit(1)
    qtbot.waitUntil(lambda: dialog.drafted is not None and dialog.drafted.template == dialog.template.value)
    assert dialog.template.currentText() == names[1]
    index = [dialog.language.itemText(i) for i in range(dialog.language.count())].index("Русский")
    dialog.language.setCurrentIndex(index)
    dialog.language.activated.emit(index)
    qtbot.waitUntil(
        lambda: dialog.drafted is not None and dialog.drafted.proposal is not None and dialog.drafted.proposal.language == "ru"
    )


def test_what_cannot_be_read_is_told_and_makes_no_draft(dialog: RequestDialog, tmp_path: Path, qtbot: QtBot) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("{", "utf-8")
    dialog.read(broken)
    qtbot.waitUntil(lambda: bool(dialog.wrong.text()))
    assert not dialog.make.isEnabled()
    dialog.read(tmp_path / "nowhere.csv")
    qtbot.waitUntil(lambda: "nowhere" in dialog.wrong.text() or bool(dialog.wrong.text()))


def test_markup_in_a_request_is_text(dialog: RequestDialog, qtbot: QtBot) -> None:
    dialog.text.setPlainText("Company: <img src=x>\nYour name: Ann")
    wait(dialog, qtbot)
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in dialog.findChildren(QLabel))


def test_the_draft_is_opened_with_its_brief_and_the_form_is_kept(
    house: House, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def work(dialog: RequestDialog) -> int:
        dialog.text.setPlainText(LETTER)
        wait(dialog, qtbot)
        dialog.accept()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(RequestDialog, "exec", work)
    house.window.acts["new-request"].trigger()
    session = house.desk.session
    qtbot.waitUntil(lambda: session.is_open and not house.jobs.busy, timeout=10000)
    assert session.proposal.client.name == "Harbour Homes"
    brief = session.proposal.brief.value
    assert brief is not None and brief.budget_text == "20 000 EUR"
    assert session.folder is not None and session.folder.is_relative_to(house.desk.workspace.folder)
    assert len(house.desk.workspace.library.forms.all().records) == 1


def test_what_changes_with_the_draft_is_not_kept_as_it_was_told_before_it(
    house: House, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The dialog tells a budget that is too small and what to ask; then the checks and the card of the brief do."""
    lines: list[str] = []

    def work(dialog: RequestDialog) -> int:
        dialog.text.setPlainText(LETTER.replace("20 000 EUR", "1 000 EUR"))
        wait(dialog, qtbot)
        lines.extend(one.text() for one in dialog.findChildren(QLabel))
        dialog.accept()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(RequestDialog, "exec", work)
    house.window.acts["new-request"].trigger()
    qtbot.waitUntil(lambda: house.desk.session.is_open and not house.jobs.busy, timeout=10000)
    assert any("more than the client's budget" in line for line in lines)
    assert not {one.code for one in house.documents.problems if one.code.startswith(("brief-over", "brief-open"))}
