"""Discount, surcharges, VAT, rounding and payments: filled in where they stand, each act one step to undo."""

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.edits.payments import split
from app.model.estimate import Discount
from app.model.limits import LIMITS
from app.model.payment import Payment
from app.model.rounding import RoundingStep
from tests.widgets.panels import opened, press, shown, typed, undone
from widgets import words
from widgets.desk import Desk
from widgets.estimate.folds import FoldPage
from widgets.estimate.payments import PaymentLine, PaymentsField
from widgets.estimate.plans import by_month, monthly_count
from widgets.estimate.surcharges import SurchargeLine, SurchargesField
from widgets.estimate.terms import terms
from widgets.fields.date import DateField
from widgets.fields.number import NumberField
from widgets.fields.share import ShareField, Unit
from widgets.forms.form import Form
from widgets.phrases import say


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> FoldPage:
    return shown(qtbot, terms(desk))


def field_of(page: FoldPage, name: str, path: str) -> object:
    body = page.folds[name].body
    assert isinstance(body, Form)
    return dict(body._fields)[path]


def share(page: FoldPage) -> ShareField:
    found = field_of(page, "Discount", "estimate/discount")
    assert isinstance(found, ShareField)
    return found


def test_a_part_is_opened_and_closed_from_the_keyboard(page: FoldPage, qtbot: QtBot) -> None:
    fold = page.folds["VAT"]
    fold.head.setFocus()
    qtbot.keyClick(fold.head, Qt.Key.Key_Return)
    assert fold.is_open and fold.body is not None and fold.body.isVisible()
    qtbot.keyClick(fold.head, Qt.Key.Key_Space)
    assert not fold.is_open and not fold.body.isVisible()
    qtbot.mouseClick(fold.head, Qt.MouseButton.LeftButton)
    assert fold.is_open


def test_closed_parts_say_what_is_decided_in_them(desk: Desk, page: FoldPage, qtbot: QtBot) -> None:
    said = {name: fold.head.said.text() for name, fold in page.folds.items()}
    assert said["Discount"] == "none"
    assert said["VAT"] == "without VAT"
    assert said["Payments"] == "no plan"
    estimate = desk.session.proposal.estimate
    loyal = replace(estimate, discount=Discount(percent=Decimal(10), reason="For loyalty"))
    desk.session.edit(replace(desk.session.proposal, estimate=loyal), say("Discount"))
    assert page.folds["Discount"].head.said.text().replace("\u00a0", " ") == "10% · −€650 · For loyalty"


def test_a_discount_is_typed_in_percent_or_as_an_amount(desk: Desk, page: FoldPage, qtbot: QtBot) -> None:
    opened(qtbot, page, "Discount")
    typed(qtbot, share(page), "10")
    assert desk.session.totals.total == 5850
    desk.session.settle()
    press(qtbot, share(page), "€")
    assert desk.session.proposal.estimate.discount == Discount(amount=Decimal(10))
    assert QApplication.focusWidget() is share(page).number
    typed(qtbot, share(page), "500")
    assert desk.session.totals.total == 6000
    assert undone(desk) == "Off the whole: 10% → 500"
    assert share(page).unit is Unit.PERCENT and share(page).number.text() == "10"
    assert undone(desk) == "Off the whole: — → 10%"
    assert desk.session.stack.index() == 0


@pytest.mark.parametrize("text", ["101", "ten", "-5"])
def test_no_discount_takes_off_more_than_everything(desk: Desk, page: FoldPage, qtbot: QtBot, text: str) -> None:
    opened(qtbot, page, "Discount")
    typed(qtbot, share(page), text)
    assert share(page).number.property("bad")
    assert desk.session.stack.count() == 0


def test_an_amount_that_is_no_percentage_is_not_carried_over(desk: Desk, page: FoldPage, qtbot: QtBot) -> None:
    opened(qtbot, page, "Discount")
    press(qtbot, share(page), "€")
    typed(qtbot, share(page), "500")
    press(qtbot, share(page), "%")
    assert desk.session.proposal.estimate.discount == Discount()
    typed(qtbot, share(page), "5")
    assert desk.session.proposal.estimate.discount == Discount(percent=Decimal(5))


def test_the_reason_of_a_discount_is_typed_beside_it_and_found_by_its_path(desk: Desk, page: FoldPage, qtbot: QtBot) -> None:
    assert page.focus_path("estimate/discount/reason")
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, "Loyal")
    assert desk.session.proposal.estimate.discount.reason == "Loyal"
    assert page.focus_path("estimate/discount/percent")
    assert QApplication.focusWidget() is share(page).number


def test_surcharges_are_added_filled_in_and_removed(desk: Desk, page: FoldPage, qtbot: QtBot) -> None:
    opened(qtbot, page, "Surcharges and reserve")
    found = field_of(page, "Surcharges and reserve", "estimate/surcharges")
    assert isinstance(found, SurchargesField)
    press(qtbot, found, "Add a surcharge")
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, "Urgency")
    line = found.lines["u1"]
    assert isinstance(line, SurchargeLine)
    typed(qtbot, line.fields[1][1], "20")
    assert desk.session.totals.total == 7800
    assert line._amount.text().replace("\u00a0", " ") == "€1,300"
    assert "Urgency" in page.folds["Surcharges and reserve"].head.said.text()
    choice = line.fields[2][1]
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert desk.session.proposal.estimate.surcharges[0].section == "design"
    assert desk.session.totals.total == 7700
    press(qtbot, line, "Remove the surcharge")
    assert desk.session.totals.total == 6500
    assert not found.lines
    assert undone(desk) == "Remove the surcharge “Urgency”"
    assert list(found.lines) == ["u1"]


def test_the_reserve_is_a_percentage_with_its_reason(desk: Desk, page: FoldPage, qtbot: QtBot) -> None:
    assert page.focus_path("estimate/contingency/percent")
    percent = QApplication.focusWidget()
    assert isinstance(percent, NumberField)
    typed(qtbot, percent, "10")
    assert desk.session.totals.total == 7150
    assert desk.session.stack.count() == 1


def test_vat_is_chosen_and_its_rate_is_typed(desk: Desk, page: FoldPage, qtbot: QtBot) -> None:
    fold = opened(qtbot, page, "VAT")
    press(qtbot, fold, "Added")
    assert page.focus_path("estimate/vat/rate")
    rate = QApplication.focusWidget()
    assert rate is not None
    typed(qtbot, rate, "20")
    assert desk.session.totals.total == 7800
    assert "20%" in fold.head.said.text()
    assert desk.session.stack.count() == 2


def test_rounding_and_the_length_of_days_and_months_are_chosen(desk: Desk, page: FoldPage, qtbot: QtBot) -> None:
    fold = opened(qtbot, page, "Rounding and hours")
    press(qtbot, fold, "To hundreds")
    assert desk.session.proposal.estimate.rounding.step is RoundingStep.HUNDRED
    day = field_of(page, "Rounding and hours", "estimate/hours_a_day")
    assert isinstance(day, NumberField)
    for wrong in ("0", "25"):
        typed(qtbot, day, wrong)
        assert day.property("bad")
    typed(qtbot, day, "6")
    assert desk.session.proposal.estimate.hours_a_day == 6
    assert (day.lowest, day.highest) == tuple(LIMITS["Estimate.hours_a_day"])


def payments(desk: Desk, page: FoldPage, qtbot: QtBot) -> PaymentsField:
    found = opened(qtbot, page, "Payments").body
    assert isinstance(found, PaymentsField)
    return found


def test_a_usual_plan_is_one_step_and_comes_to_the_total(desk: Desk, page: FoldPage, qtbot: QtBot) -> None:
    plan = payments(desk, page, qtbot)
    press(qtbot, plan, "40 / 30 / 30")
    assert [one.amount for one in desk.session.totals.payments] == [2600, 1950, 1950]
    assert [one.title for one in desk.session.proposal.estimate.payments] == ["Advance", "After the first half", "On acceptance"]
    assert not plan.left.isVisible()
    press(qtbot, plan, "50 / 50")
    assert [one.amount for one in desk.session.totals.payments] == [3250, 3250]
    assert undone(desk) == "Payments 50 / 50"
    assert len(plan.lines) == 3
    undone(desk)
    assert not plan.lines


def test_the_titles_of_a_plan_are_in_the_language_of_the_document(desk: Desk, page: FoldPage, qtbot: QtBot) -> None:
    desk.session.edit(replace(desk.session.proposal, language="ru"), say("Language"))
    words.use("en")
    press(qtbot, payments(desk, page, qtbot), "50 / 50")
    assert [one.title for one in desk.session.proposal.estimate.payments] == ["Аванс", "После приёмки"]


def test_what_a_plan_leaves_is_told_in_red_and_can_be_given_to_the_last_payment(desk: Desk, page: FoldPage, qtbot: QtBot) -> None:
    plan = payments(desk, page, qtbot)
    press(qtbot, plan, "Add a payment")
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, "On signing")
    line = plan.lines["t1"]
    assert isinstance(line, PaymentLine)
    assert line._amount.text().replace("\u00a0", " ") == "€6,500"
    press(qtbot, line, "€")
    typed(qtbot, line.fields[1][1], "2000")
    assert plan.left.isVisible() and plan.left.objectName() == "complaint"
    assert plan.left.text().replace("\u00a0", " ") == "€4,500 left over"
    assert plan.planned.text().replace("\u00a0", " ") == "Planned €2,000 of €6,500"
    assert page.folds["Payments"].head.said.objectName() == "complaint"
    press(qtbot, plan, "Give it to the last one")
    assert not plan.left.isVisible()
    assert desk.session.proposal.estimate.payments == (Payment(id="t1", title="On signing"),)


def test_a_payment_has_a_date_a_place_and_an_end(desk: Desk, page: FoldPage, qtbot: QtBot) -> None:
    plan = payments(desk, page, qtbot)
    press(qtbot, plan, "50 / 50")
    date = plan.lines["t1"].fields[2][1]
    assert isinstance(date, DateField)
    typed(qtbot, date, "24.12.2026")
    assert desk.session.proposal.estimate.payments[0].date == datetime.date(2026, 12, 24)
    press(qtbot, plan.lines["t1"], "Move down")
    assert list(plan.lines) == ["t2", "t1"]
    press(qtbot, plan.lines["t2"], "Remove the payment")
    assert list(plan.lines) == ["t1"]
    assert plan.left.isVisible()
    for _ in range(4):
        undone(desk)
    assert desk.session.proposal.estimate.payments == ()


def test_payments_by_month_are_equal_dated_and_come_to_the_total(desk: Desk, page: FoldPage, qtbot: QtBot) -> None:
    payments(desk, page, qtbot).spread(3)
    plan = desk.session.proposal.estimate.payments
    assert [one.date for one in plan] == [
        datetime.date(2026, 12, 21),
        datetime.date(2027, 1, 21),
        datetime.date(2027, 2, 21),
    ]
    assert desk.session.totals.unplanned == 0
    assert sum(one.amount for one in desk.session.totals.payments) == 6500
    assert desk.session.stack.count() == 1


def test_months_at_the_end_of_the_calendar_do_not_fail(desk: Desk) -> None:
    last = replace(desk.session.proposal, date=datetime.date(9999, 12, 31))
    assert by_month(last, 12).estimate.payments[-1].date == datetime.date(9999, 12, 28)
    assert monthly_count(last) >= 2


def test_a_list_that_changed_while_nobody_looked_is_shown_as_it_is(desk: Desk, page: FoldPage, qtbot: QtBot) -> None:
    plan = payments(desk, page, qtbot)
    page.hide()
    desk.session.edit(split(desk.session.proposal, [("Now", Decimal(50)), ("Later", Decimal(50))]), say("Plan"))
    assert not plan.lines
    assert page.focus_path("estimate/payments/t2/title")
    page.show()
    assert list(plan.lines) == ["t1", "t2"]
