"""Rates, rate cards and rates of exchange."""

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QListWidget
from pytestqt.qtbot import QtBot

from app.model.exchange import Exchange
from app.model.internal import Internal
from app.model.rate import Rate
from app.model.ratecard import CardUsed, RateCard
from app.store.workspace import Workspace
from tests.widgets.panels import press, shown, typed, undone
from widgets.desk import Desk
from widgets.dialogs.rate_cards import RateCardsDialog
from widgets.estimate.cards import RatesPanel
from widgets.estimate.exchanges import ExchangesField
from widgets.estimate.rates import RateLine, RatesField
from widgets.estimate.terms import terms
from widgets.phrases import say


@pytest.fixture
def rates(desk: Desk, qtbot: QtBot) -> RatesField:
    return shown(qtbot, RatesField(desk))


def card(**facts: object) -> RateCard:
    base = RateCard(id="main", title="Main 2026", currency="EUR", rates=(Rate(id="Lead", amount=Decimal(300)),))
    return replace(base, **facts)  # type: ignore[arg-type]


def test_a_rate_is_added_changed_and_removed(desk: Desk, rates: RatesField, qtbot: QtBot) -> None:
    rates.name.setFocus()
    qtbot.keyClicks(rates.name, "Designer")
    typed(qtbot, rates.amount, "150")
    assert [(rate.id, rate.amount) for rate in desk.session.proposal.estimate.rates] == [("Lead", 200), ("Designer", 150)]
    assert QApplication.focusWidget() is rates.name and rates.name.text() == ""
    typed(qtbot, rates.lines["Lead"].fields[0][1], "250")
    assert desk.session.totals.section("design").amount == 6500
    press(qtbot, rates.lines["Designer"], "Remove the rate")
    assert undone(desk) == "Remove the rate of “Designer”"
    assert undone(desk) == "Rate: 200 → 250"
    assert undone(desk) == "Rate of “Designer”"
    assert list(rates.lines) == ["Lead"]


def test_a_new_rate_needs_a_name_and_a_number(desk: Desk, rates: RatesField, qtbot: QtBot) -> None:
    typed(qtbot, rates.amount, "150")
    assert rates.name.property("bad")
    rates.amount.show_value(None)
    typed(qtbot, rates.name, "Designer")
    press(qtbot, rates, "Add")
    assert QApplication.focusWidget() is rates.amount
    assert desk.session.stack.count() == 0


def test_a_role_with_a_slash_in_its_name_has_a_rate_as_well(desk: Desk, rates: RatesField, qtbot: QtBot) -> None:
    rates.name.setText("UI/UX")
    typed(qtbot, rates.amount, "90")
    typed(qtbot, rates.lines["1"].fields[0][1], "95")
    assert desk.session.proposal.estimate.rates[1] == Rate(id="UI/UX", amount=Decimal(95))
    press(qtbot, rates.lines["1"], "Remove the rate")
    assert len(desk.session.proposal.estimate.rates) == 1


def test_what_an_hour_costs_the_studio_is_an_insiders_number(desk: Desk, rates: RatesField, qtbot: QtBot) -> None:
    cost = rates.lines["Lead"].fields[2][1]
    assert cost.property("inside")
    typed(qtbot, cost, "120")
    assert desk.session.proposal.estimate.rates[0].cost == Internal(Decimal(120))


def lock(desk: Desk) -> None:
    proposal = desk.session.proposal
    locked = (Rate(id="Lead", amount=Decimal(200), locked=True),)
    desk.session.edit(replace(proposal, estimate=replace(proposal.estimate, rates=locked)), say("Lock"))


def test_a_locked_rate_is_shown_with_a_lock_and_cannot_be_changed(desk: Desk, rates: RatesField, qtbot: QtBot) -> None:
    lock(desk)
    line = rates.lines["Lead"]
    assert isinstance(line, RateLine)
    assert not line.fields
    assert "200" in [shown.text() for shown in line.findChildren(QLabel)]
    rates.name.setText("lead")
    typed(qtbot, rates.amount, "10")
    assert rates.name.property("bad") and "locked" in rates.name.toolTip()
    assert desk.session.proposal.estimate.rates[0].amount == 200


def panel(desk: Desk, qtbot: QtBot, *cards: RateCard) -> RatesPanel:
    for one in cards:
        assert not desk.workspace.library.rate_cards.put(one).problems
    made = shown(qtbot, RatesPanel(desk))
    wanted = len([one for one in cards if one.client in ("", "Harbour Homes")])
    qtbot.waitUntil(lambda: len(made.cards.cards) == wanted)
    return made


def test_a_card_of_the_library_gives_its_rates_in_one_step(desk: Desk, qtbot: QtBot) -> None:
    shown_panel = panel(desk, qtbot, card(locked=True, valid_until=datetime.date(2026, 12, 31)))
    cards = shown_panel.cards
    assert "locked by the team lead" in cards.about.text()
    assert "No card is in use" in cards.used.text()
    press(qtbot, cards, "Use its rates")
    assert desk.session.totals.section("design").amount == 7000
    assert desk.session.proposal.estimate.rate_card == CardUsed(
        id="main", title="Main 2026", valid_until=datetime.date(2026, 12, 31), locked=True
    )
    assert "In use: “Main 2026”" in cards.used.text() and "locked" in cards.used.text()
    assert undone(desk) == "Rates of the card “Main 2026”"
    assert "No card is in use" in cards.used.text()


def test_cards_of_other_clients_are_not_offered_and_those_that_hold_come_first(desk: Desk, qtbot: QtBot) -> None:
    old = card(id="old", title="A 2025", valid_until=datetime.date(2025, 12, 31))
    other, own = card(id="other", client="Somebody else"), card(id="own", title="Theirs", client="Harbour Homes")
    shown_panel = panel(desk, qtbot, old, other, own, card())
    cards = shown_panel.cards
    assert [one.id for one in cards.cards] == ["own", "main", "old"]
    qtbot.keyClick(cards.choice, Qt.Key.Key_End)
    assert "does not hold" in cards.about.text()


def test_a_card_that_has_expired_is_told_in_red(desk: Desk, qtbot: QtBot) -> None:
    shown_panel = panel(desk, qtbot, card(valid_until=datetime.date(2026, 6, 30)))
    cards = shown_panel.cards
    page = shown(qtbot, terms(desk))
    press(qtbot, cards, "Use its rates")
    assert cards.used.objectName() == "complaint"
    said = page.folds["Rates an hour"].head.said
    assert said.objectName() == "complaint" and "expired" in said.text()


def test_a_card_in_another_currency_says_that_an_exchange_is_needed(desk: Desk, qtbot: QtBot) -> None:
    shown_panel = panel(desk, qtbot, card(currency="USD"))
    cards = shown_panel.cards
    page = shown(qtbot, terms(desk))
    assert "USD" in cards.about.text()
    press(qtbot, cards, "Use its rates")
    assert "USD" in page.folds["Currencies"].head.said.text()
    exchanges = shown(qtbot, ExchangesField(desk))
    assert exchanges.missing.isVisible()
    assert exchanges.currency.value == "USD"
    typed(qtbot, exchanges.rate, "0.9")
    assert desk.session.totals.section("design").amount == 6700
    assert not exchanges.missing.isVisible()


def test_a_rate_of_exchange_has_its_day_and_source_and_gives_the_equivalent(desk: Desk, qtbot: QtBot) -> None:
    exchanges = shown(qtbot, ExchangesField(desk))
    exchanges.currency.show_value("KZT")
    typed(qtbot, exchanges.rate, "0.0019")
    source = exchanges.lines["0"].fields[2][1]
    qtbot.waitUntil(source.hasFocus)
    qtbot.keyClicks(source, "NBK")
    made = desk.session.proposal.estimate.exchanges[0]
    assert (made.currency, made.rate, made.source) == ("KZT", Decimal("0.0019"), "NBK")
    line = exchanges.lines["0"]
    assert line.fields[0][1].text() == "0.0019"  # type: ignore[attr-defined]
    typed(qtbot, line.fields[1][1], "20.11.2026")
    assert desk.session.proposal.estimate.exchanges[0].date == datetime.date(2026, 11, 20)
    exchanges.equivalent.setFocus()
    qtbot.keyClick(exchanges.equivalent, Qt.Key.Key_Down)
    assert desk.session.proposal.estimate.equivalent == "KZT"
    assert exchanges.told.text().startswith("≈")
    press(qtbot, line, "Remove the rate of exchange")
    assert desk.session.proposal.estimate.equivalent == ""
    undone(desk)
    assert desk.session.proposal.estimate.exchanges[0].source == "NBK"


def test_the_way_to_a_problem_leads_to_its_rate_and_its_exchange(desk: Desk, qtbot: QtBot) -> None:
    exchange = Exchange(currency="USD", rate=Decimal(1), date=datetime.date(2026, 1, 1))
    proposal = desk.session.proposal
    desk.session.edit(replace(proposal, estimate=replace(proposal.estimate, exchanges=(exchange,))), say("Rate"))
    page = shown(qtbot, terms(desk))
    for path in ("estimate/rates/Lead/amount", "estimate/exchanges/0/rate", "estimate/equivalent", "estimate/rate_card"):
        assert page.focus_path(path), path
    qtbot.waitUntil(lambda: not desk.jobs.busy)


# the manager ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def manager(desk: Desk, qtbot: QtBot) -> RateCardsDialog:
    desk.workspace.library.rate_cards.put(card())
    made = shown(qtbot, RateCardsDialog(None, desk), 860, 600)
    qtbot.waitUntil(lambda: made.form is not None)
    return made


def kept(workspace: Workspace) -> dict[str, RateCard]:
    return {one.value.title: one.value for one in workspace.library.rate_cards.all().records}


def test_a_new_card_is_made_and_filled_in(desk: Desk, manager: RateCardsDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(manager.new, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: manager.list.count() == 2 and manager.form is not None and manager.form.title.text() == "New card")
    form = manager.form
    assert form is not None
    form.title.selectAll()
    qtbot.keyClicks(form.title, "For Harbour")
    qtbot.keyClicks(form.client, "Harbour Homes")
    typed(qtbot, form.until, "31.12.2027")
    row = form.rows[0]
    qtbot.keyClicks(row.name, "Anna Levina")
    qtbot.keyClicks(row.amount, "180")
    qtbot.keyClicks(row.cost, "70")
    press(qtbot, form, "Add a rate")
    qtbot.keyClicks(form.rows[1].name, "Editor")
    qtbot.keyClicks(form.rows[1].amount, "90")
    press(qtbot, manager, "Done")
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    made = kept(desk.workspace)["For Harbour"]
    assert (made.client, made.currency, made.valid_until) == ("Harbour Homes", "EUR", datetime.date(2027, 12, 31))
    assert made.rates == (
        Rate(id="anna", title="Anna Levina", amount=Decimal(180), cost=Internal(Decimal(70))),
        Rate(id="Editor", amount=Decimal(90)),
    )


def test_a_card_is_locked_and_nothing_in_it_can_be_changed_until_it_is_unlocked(
    desk: Desk, manager: RateCardsDialog, qtbot: QtBot
) -> None:
    assert manager.form is not None
    qtbot.mouseClick(manager.form.lock, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: kept(desk.workspace)["Main 2026"].locked and manager.form is not None)
    assert not manager.form.title.isEnabled() and not manager.form.rows[0].isEnabled()
    assert not manager.remove.isEnabled() and manager.copy.isEnabled()
    qtbot.mouseClick(manager.form.lock, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not kept(desk.workspace)["Main 2026"].locked and manager.form is not None)
    assert manager.form.title.isEnabled()


def test_a_card_is_copied_and_deleted(desk: Desk, manager: RateCardsDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(manager.copy, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: manager.list.count() == 2)
    assert set(kept(desk.workspace)) == {"Main 2026", "Main 2026, copy"}
    qtbot.mouseClick(manager.remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: set(kept(desk.workspace)) == {"Main 2026"} and manager.list.count() == 1)


def test_what_was_typed_into_one_card_is_kept_when_another_is_chosen(desk: Desk, manager: RateCardsDialog, qtbot: QtBot) -> None:
    desk.workspace.library.rate_cards.put(card(id="second", title="Second"))
    manager._read("main")
    qtbot.waitUntil(lambda: manager.list.count() == 2)
    assert manager.form is not None and isinstance(manager.list, QListWidget)
    manager.form.title.setText("Main 2027")
    manager.list.setFocus()
    qtbot.keyClick(manager.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: set(kept(desk.workspace)) == {"Main 2027", "Second"})
    qtbot.waitUntil(lambda: manager.list.item(0).text() == "Main 2027")


def test_a_card_that_somebody_else_changed_meanwhile_is_not_overwritten(
    desk: Desk, manager: RateCardsDialog, qtbot: QtBot
) -> None:
    desk.workspace.library.rate_cards.put(card(title="Of another window"))
    assert manager.form is not None
    manager.form.title.setText("Mine")
    manager._keep(lambda: None)
    qtbot.waitUntil(lambda: bool(manager.wrong.text()))
    assert set(kept(desk.workspace)) == {"Of another window"}
