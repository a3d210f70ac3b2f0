"""Sign-off, approvals, margins: what only insiders see and do."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.brand.tokens import Rules
from app.edits.estimate import remove_item, set_discount
from app.edits.fields import set_value
from app.model.estimate import Discount
from app.model.internal import Internal
from app.model.path import get
from app.model.signoff import Limit, SignOff
from app.model.spread import Spread
from tests.widgets.panels import press, shown, undone
from tests.widgets.press import TestPress
from widgets.desk import Desk
from widgets.estimate.approvals import ApprovalsPanel
from widgets.estimate.inside import Inside
from widgets.estimate.margins import MarginsPanel
from widgets.estimate.signing import SignOffPanel
from widgets.phrases import say

LAYOUT = "estimate/sections/design/items/layout"


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Inside:
    return shown(qtbot, Inside(desk))


def signing(page: Inside) -> SignOffPanel:
    body = page.parts.folds["Sign-off of hours"].body
    assert isinstance(body, SignOffPanel)
    return body


def change(desk: Desk, path: str, value: object) -> None:
    desk.session.edit(set_value(desk.session.proposal, path, value), say("Change"))


def sign(desk: Desk, page: Inside, qtbot: QtBot, name: str = "Ilya") -> None:
    panel = signing(page)
    panel.signer.setFocus()
    panel.signer.clear()
    qtbot.keyClicks(panel.signer, name)
    panel.lines["design"].sign.setFocus()
    qtbot.keyClick(panel.lines["design"].sign, Qt.Key.Key_Space)


def test_nobody_signs_without_a_name(desk: Desk, page: Inside, qtbot: QtBot) -> None:
    panel = signing(page)
    qtbot.mouseClick(panel.lines["design"].sign, Qt.MouseButton.LeftButton)
    assert desk.session.stack.count() == 0
    assert panel.signer.property("bad")
    assert QApplication.focusWidget() is panel.signer


def test_a_section_is_signed_with_a_name_that_is_remembered(desk: Desk, page: Inside, qtbot: QtBot) -> None:
    sign(desk, page, qtbot)
    line = signing(page).lines["design"]
    signed = desk.session.proposal.estimate.sections[0].signed.value
    assert signed is not None and (signed.by, signed.hours) == ("Ilya", 50)
    assert line.state.text().startswith("Signed by Ilya on ")
    assert "50 h" in line.state.text().replace("\u00a0", " ")
    assert not line.sign.isVisible() and line.take_back.isVisible()
    assert desk.settings.signer == "Ilya"
    assert page.parts.folds["Sign-off of hours"].head.said.text() == "1 of 2 signed"
    assert undone(desk) == "Sign “Design”"
    assert line.state.text() == "Not signed" and line.sign.isVisible()


def test_fewer_hours_are_told_with_their_items_and_signed_again(desk: Desk, page: Inside, qtbot: QtBot) -> None:
    sign(desk, page, qtbot)
    change(desk, f"{LAYOUT}/quantity", Decimal(16))
    desk.session.edit(remove_item(desk.session.proposal, "design", "icons"), say("Remove"))
    line = signing(page).lines["design"]
    assert line._changed.text().replace("\u00a0", " ") == "Changed after sign-off: 50 → 16 h"
    assert line.state.text().startswith("Signed by Ilya")
    texts = [line._changes.itemAt(i).widget().text().replace("\u00a0", " ") for i in range(line._changes.count())]
    assert texts == ["Layout: 40 → 16 h", "− Icons, 10 h"]
    fold = page.parts.folds["Sign-off of hours"]
    assert fold.head.said.objectName() == "complaint"
    press(qtbot, line, "Sign again")
    assert line.state.text().replace("\u00a0", " ").endswith("16 h")
    assert fold.head.said.objectName() == "small"


def test_an_override_needs_a_written_reason_and_stays_in_the_record(desk: Desk, page: Inside, qtbot: QtBot) -> None:
    sign(desk, page, qtbot)
    change(desk, f"{LAYOUT}/quantity", Decimal(16))
    line = signing(page).lines["design"]
    press(qtbot, line, "Override…")
    assert QApplication.focusWidget() is line.reason.text
    assert not line.reason.agree.isEnabled()
    qtbot.keyClick(line.reason.text, Qt.Key.Key_Return)
    assert desk.session.proposal.estimate.sections[0].waiver.value is None
    qtbot.keyClicks(line.reason.text, "The client cut the scope")
    qtbot.keyClick(line.reason.text, Qt.Key.Key_Return)
    waiver = desk.session.proposal.estimate.sections[0].waiver.value
    assert waiver is not None and (waiver.by, waiver.reason) == ("Ilya", "The client cut the scope")
    assert "The client cut the scope" in line.state.text()
    assert not line.reason.isVisible() and not line.override.isVisible() and line.again.isVisible()
    assert undone(desk) == "Override the change of “Design”"
    assert line.override.isVisible()


def test_another_change_needs_another_decision(desk: Desk, page: Inside, qtbot: QtBot) -> None:
    sign(desk, page, qtbot)
    change(desk, f"{LAYOUT}/quantity", Decimal(16))
    line = signing(page).lines["design"]
    press(qtbot, line, "Override…")
    qtbot.keyClicks(line.reason.text, "Agreed")
    press(qtbot, line, "Override")
    change(desk, f"{LAYOUT}/quantity", Decimal(8))
    assert line.override.isVisible()
    assert "Agreed" not in line.state.text()


def test_a_signature_that_was_changed_by_hand_counts_for_nothing(desk: Desk, page: Inside, qtbot: QtBot) -> None:
    change(desk, "estimate/sections/design/signed", Internal(SignOff(by="Ilya", at="yesterday", hours=Decimal(50), digest="x")))
    line = signing(page).lines["design"]
    assert "by hand" in line.state.text()
    assert line.again.isVisible() and not line.override.isVisible()


def test_everything_is_signed_in_one_step(desk: Desk, page: Inside, qtbot: QtBot) -> None:
    desk.settings.signer = "Anna"
    panel = signing(page)
    panel.signer.setText("Anna")
    press(qtbot, panel, "Sign everything that is not signed")
    assert page.parts.folds["Sign-off of hours"].head.said.text() == "2 of 2 signed"
    assert desk.session.stack.count() == 1
    assert not panel.all.isVisible()


def test_a_signature_is_taken_back(desk: Desk, page: Inside, qtbot: QtBot) -> None:
    sign(desk, page, qtbot)
    press(qtbot, signing(page).lines["design"], "Take back")
    assert desk.session.proposal.estimate.sections[0].signed.value is None
    assert undone(desk) == "Take back the signature of “Design”"


@pytest.fixture
def approvals(desk: Desk, qtbot: QtBot) -> Callable[[], ApprovalsPanel]:
    def make() -> ApprovalsPanel:
        made = shown(qtbot, ApprovalsPanel(desk))
        qtbot.waitUntil(lambda: made._shown is not None, timeout=5000)
        return made

    return make


def test_a_discount_beyond_the_limit_waits_for_the_lead(
    desk: Desk, approvals: Callable[[], ApprovalsPanel], qtbot: QtBot
) -> None:
    panel = approvals()
    assert not panel.lines and not panel.signer.isVisible()
    desk.session.edit(set_discount(desk.session.proposal, Discount(percent=Decimal(22))), say("Discount"))
    assert len(panel.lines) == 1
    assert panel.lines[0].words.text() == "All discounts together take off 22%; the house allows 15%."
    panel.signer.setFocus()
    qtbot.keyClicks(panel.signer, "Olga")
    press(qtbot, panel.lines[0], "Approve…")
    qtbot.keyClicks(panel.lines[0].reason.text, "Three years of work")
    press(qtbot, panel.lines[0], "Approve")
    given = desk.session.proposal.estimate.approvals.value
    assert [(one.limit, one.value, one.by, one.reason) for one in given] == [
        (Limit.DISCOUNT, Decimal(22), "Olga", "Three years of work")
    ]
    assert not panel.lines[0].approve.isVisible()
    assert undone(desk) == "Approve the discount of 22%"
    assert not panel.lines[0].approve.isHidden()


def test_a_margin_below_the_floor_waits_for_the_lead_too(
    desk: Desk, press: TestPress, approvals: Callable[[], ApprovalsPanel], qtbot: QtBot
) -> None:
    press.house = Rules(margin_floor=30.0)
    proposal = desk.session.proposal
    estimate = proposal.estimate
    costly = tuple(
        replace(section, items=tuple(replace(item, cost=Internal(item.rate or Decimal(190))) for item in section.items))
        for section in estimate.sections
    )
    desk.session.edit(replace(proposal, estimate=replace(estimate, sections=costly)), say("Costs"))
    panel = approvals()
    assert "at least 30%" in panel.lines[0].words.text()


def test_margins_and_expected_hours_stand_beside_each_other(desk: Desk, qtbot: QtBot) -> None:
    panel = shown(qtbot, MarginsPanel(desk))
    assert panel.cells["design", 2].text() == "—"
    assert "Lines without a known cost: 3" in panel.note.text()
    change(desk, f"{LAYOUT}/cost", Internal(Decimal(50)))
    change(desk, "estimate/sections/design/items/icons/cost", Internal(Decimal(80)))
    assert panel.cells["design", 1].text().replace("\u00a0", " ") == "6,000"
    assert panel.cells["design", 2].text().replace("\u00a0", " ") == "2,800"
    assert panel.cells["design", 3].text() == "53.33%"
    spread = Spread(lowest=Decimal(30), likely=Decimal(45), highest=Decimal(60))
    change(desk, f"{LAYOUT}/spread", Internal(spread))
    assert panel.cells["design", 4].text() == "40"
    assert panel.cells["design", 4].objectName() == "complaint"
    assert panel.cells["design", 5].text() == "45 ± 5"
    assert "16%" in panel.note.text()
    assert get(desk.session.proposal, f"{LAYOUT}/spread").value == spread


def test_the_page_says_that_it_is_not_printed(page: Inside) -> None:
    from PySide6.QtWidgets import QLabel

    assert any("Not printed" in one.text() for one in page.findChildren(QLabel))
    assert page.objectName() == "inside"


def test_sections_are_called_as_their_client_reads_them(desk: Desk, page: Inside) -> None:
    client = desk.session.proposal.client.name
    change(desk, "estimate/sections/design/title", "Design for {client.name}")
    panel = signing(page)
    assert client and panel.lines["design"].title.text() == f"Design for {client}"
    margins = MarginsPanel(desk)
    shown_titles = [one.text() for one in margins.findChildren(QLabel)]
    margins.deleteLater()
    assert f"Design for {client}" in shown_titles
