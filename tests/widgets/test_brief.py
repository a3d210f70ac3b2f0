"""The brief beside the proposal: read, asked, checked off; it is for insiders."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from app.model.brief import Answer, Brief
from app.model.internal import Internal
from tests.widgets.panels import press, shown, undone
from widgets import words
from widgets.desk import Desk
from widgets.forms.brief import BriefPanel
from widgets.forms.form import Form
from widgets.forms.rows import PROPOSAL
from widgets.phrases import say

BRIEF = Brief(
    source="answers.xlsx › Sheet1 › row 3",
    received="2026-11-18",
    service="A site",
    budget=Decimal(900000),
    budget_to=Decimal(1200000),
    currency="RUB",
    budget_text="about a million",
    deadline="2027-02-01",
    deadline_text="by February",
    answers=(Answer(question="Your company?", answer="<b>Harbour</b>"),),
    open=("brief-open-contact", "brief-open-time-zone"),
)


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> BriefPanel:
    desk.session.edit(replace(desk.session.proposal, brief=Internal(BRIEF)), say("Brief"))
    return shown(qtbot, BriefPanel(desk))


def texts(panel: BriefPanel) -> list[str]:
    return [one.text().replace("\u00a0", " ") for one in panel.findChildren(QLabel) if not one.isHidden() and one.text()]


def test_what_the_client_said_can_be_read_as_it_was_said(panel: BriefPanel) -> None:
    said = texts(panel)
    assert "<b>Harbour</b>" in said and "Your company?" in said
    assert "1 February 2027 · “by February”" in said
    assert "₽900,000 – ₽1,200,000 · “about a million”" in said
    assert "not printed" in said
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in panel.findChildren(QLabel))


def test_open_questions_are_checked_off_by_the_keyboard_and_come_back(desk: Desk, panel: BriefPanel, qtbot: QtBot) -> None:
    assert [box.text() for box in panel.questions] == [
        "To ask: who reads the proposal and decides.",
        "To ask: the time zone for calls.",
    ]
    panel.questions[0].setFocus()
    qtbot.keyClick(panel.questions[0], Qt.Key.Key_Space)
    brief = desk.session.proposal.brief.value
    assert brief is not None and brief.open == ("brief-open-time-zone",)
    qtbot.waitUntil(panel.questions[0].isVisible)
    qtbot.mouseClick(panel.questions[0], Qt.MouseButton.LeftButton, pos=QPoint(8, panel.questions[0].height() // 2))
    qtbot.waitUntil(lambda: not panel.questions)
    qtbot.waitUntil(lambda: "Nothing is left to ask." in texts(panel))
    assert undone(desk).startswith("Asked: ")
    assert undone(desk).startswith("Asked: ")
    assert len(panel.questions) == 2


def test_what_is_shown_anew_does_not_stay_below_as_it_was(panel: BriefPanel, qtbot: QtBot) -> None:
    before = texts(panel)
    qtbot.keyClick(panel.questions[0], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "not printed" in texts(panel))
    assert sorted(texts(panel)) == sorted(before)


def test_a_question_of_ones_own_is_added(desk: Desk, panel: BriefPanel, qtbot: QtBot) -> None:
    panel.ask.setFocus()
    qtbot.keyClicks(panel.ask, "Who hosts it & where?")
    press(qtbot, panel, "Add")
    brief = desk.session.proposal.brief.value
    assert brief is not None and brief.open[-1] == "Who hosts it & where?"
    assert panel.questions[-1].text() == "Who hosts it && where?"
    assert panel.ask.text() == ""


def test_the_form_of_the_proposal_begins_with_its_brief_where_there_is_one(desk: Desk, qtbot: QtBot) -> None:
    form = shown(qtbot, Form(desk, "", PROPOSAL))
    panel = dict(form._fields)["brief"]
    assert isinstance(panel, BriefPanel)
    assert not panel._card.isVisible()
    desk.session.edit(replace(desk.session.proposal, brief=Internal(BRIEF)), say("Brief"))
    assert not panel._card.isHidden()
    assert panel.findChildren(QCheckBox)


def test_questions_are_told_in_the_language_of_the_interface(desk: Desk, qtbot: QtBot) -> None:
    words.use("ru")
    desk.session.edit(replace(desk.session.proposal, brief=Internal(BRIEF)), say("Brief"))
    made = shown(qtbot, BriefPanel(desk))
    assert made.questions[0].text().startswith("Спросить: ")
