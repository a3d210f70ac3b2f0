"""Packages, alternatives, payments, surcharges, rate cards: what can be done to them."""

import datetime
from decimal import Decimal

from app.edits import packages, payments, ratecards, surcharges
from app.model.estimate import Contingency, Estimate, EstimateSection, LineItem
from app.model.exchange import Exchange
from app.model.package import Package
from app.model.payment import Payment
from app.model.proposal import Proposal
from app.model.rate import Rate
from app.model.ratecard import RateCard
from app.totals import totals

d = Decimal
DAY = datetime.date(2026, 11, 20)


def proposal(*items: LineItem, **estimate: object) -> Proposal:
    section = EstimateSection(id="s1", items=items)
    return Proposal(date=DAY, estimate=Estimate(sections=(section,), **estimate))  # type: ignore[arg-type]


def item(name: str, **fields: object) -> LineItem:
    return LineItem(id=name, rate=d(100), **fields)  # type: ignore[arg-type]


def three_packages(*items: LineItem) -> Proposal:
    return proposal(*items, packages=(Package(id="k1"), Package(id="k2"), Package(id="k3")))


def named(found: Proposal) -> list[tuple[str, ...]]:
    return [one.packages for one in found.estimate.sections[0].items]


def test_an_item_taken_out_of_one_package_stays_in_the_others() -> None:
    after = packages.put_in_package(three_packages(item("i1")), "s1", "i1", "k1", False)
    assert named(after) == [("k2", "k3")]
    assert named(packages.put_in_package(after, "s1", "i1", "k1", True)) == [()]


def test_an_item_is_always_in_one_package_at_least() -> None:
    before = three_packages(item("i1", packages=("k1",)))
    assert packages.put_in_package(before, "s1", "i1", "k1", False) is before


def test_what_was_only_in_a_package_that_goes_does_not_turn_up_in_all() -> None:
    before = three_packages(item("i1", packages=("k1",)), item("i2", packages=("k1", "k2")), item("i3"))
    after = packages.remove_package(before, "k1")
    assert named(after) == [("k1",), ("k2",), ()]
    assert totals(after.estimate, "RUB").total == 200


def test_with_the_last_package_everything_counts_again() -> None:
    before = proposal(item("i1", packages=("k1",)), packages=(Package(id="k1"),), package="k1")
    after = packages.remove_package(before, "k1")
    assert (named(after), after.estimate.package) == ([()], "")


def test_picking_an_alternative_lets_go_of_the_other() -> None:
    before = proposal(item("a", alternative="x", chosen=True), item("b", alternative="x"), item("c", chosen=True, optional=True))
    after = packages.pick_alternative(before, "s1", "b")
    assert [one.chosen for one in after.estimate.sections[0].items] == [False, True, True]
    assert packages.pick_alternative(after, "s1", "b") is after


def test_a_plan_of_parts_ends_with_the_rest_so_that_it_sums_to_the_total() -> None:
    after = payments.split(
        proposal(item("i1", quantity=d("1.0001"))), [("Аванс", d("33.3")), ("Макеты", d("33.3")), ("Сдача", d("33.4"))]
    )
    found = totals(after.estimate, "RUB")
    assert found.unplanned == 0
    assert sum(one.amount for one in found.payments) == found.total


def test_payments_come_go_and_move() -> None:
    before = proposal(item("i1"), payments=(Payment(id="t1"), Payment(id="t2")))
    after = payments.add_payment(before, payments.new_payment(before, "Сдача"))
    assert [one.id for one in after.estimate.payments] == ["t1", "t2", "t3"]
    after = payments.move_payment(payments.remove_payment(after, "t1"), "t3", 0)
    assert [one.id for one in after.estimate.payments] == ["t3", "t2"]


def test_surcharges_come_and_go_and_a_reserve_is_set() -> None:
    before = proposal(item("i1"))
    after = surcharges.add_surcharge(before, surcharges.new_surcharge(before, "Срочность"))
    assert after.estimate.surcharges[0].title == "Срочность"
    assert surcharges.remove_surcharge(after, "u1") == before
    assert totals(surcharges.set_contingency(before, Contingency(percent=d(10))).estimate, "RUB").total == 110


def test_a_card_replaces_the_prices_it_knows_and_says_where_they_came_from() -> None:
    before = proposal(rates=(Rate(id="дизайнер", amount=d(1)), Rate(id="редактор", amount=d(2))))
    card = RateCard(id="c1", title="2026", locked=True, rates=(Rate(id="дизайнер", amount=d(5000)),))
    after = ratecards.use_card(before, card).estimate
    assert [(rate.id, rate.amount, rate.locked) for rate in after.rates] == [("дизайнер", 5000, True), ("редактор", 2, False)]
    assert (after.rate_card.id, after.rate_card.locked) == ("c1", True)


def test_rates_of_a_card_in_another_currency_count_at_the_frozen_rate() -> None:
    before = proposal(LineItem(id="i1", quantity=d(2), role="dev"))
    foreign = ratecards.use_card(before, RateCard(id="c1", currency="EUR", rates=(Rate(id="dev", amount=d(50)),)))
    assert not totals(foreign.estimate, "RUB").section("s1").item("i1").priced
    after = ratecards.set_exchange(foreign, Exchange(currency="EUR", rate=d(90), date=DAY))
    assert totals(after.estimate, "RUB").total == 9000
    again = ratecards.set_exchange(after, Exchange(currency="EUR", rate=d(100), date=DAY))
    assert totals(again.estimate, "RUB").total == 10000
    assert ratecards.remove_exchange(again, "EUR").estimate.exchanges == ()
