"""One estimate of each mechanism, worked out by hand to the kopeck."""

from dataclasses import replace
from decimal import Decimal

import pytest

from app.model.estimate import (
    Contingency,
    Discount,
    Estimate,
    EstimateSection,
    LineItem,
    Period,
    Pricing,
    Surcharge,
    Vat,
    VatMode,
)
from app.model.rounding import Rounding, RoundingScope, RoundingStep
from app.totals import Standing, Totals, totals
from tests.totals.estimates import d, estimate_of, item

NO_DISCOUNT = Discount()
WHOLE = Rounding(scope=RoundingScope.TOTAL)
THIRDS = [item(number, rate=d("33.333")) for number in (1, 2, 3)]


def section(number: int, *items: LineItem, level: int = 1, discount: Discount = NO_DISCOUNT) -> EstimateSection:
    return EstimateSection(id=f"s{number}", level=level, items=items, discount=discount)


def amounts(found: Totals) -> list[str]:
    return [str(row.amount) for part in found.sections for row in part.items]


def test_three_lines_of_a_third_rounded_line_by_line() -> None:
    """33.333 → 33.33 each; 3 × 33.33 = 99.99, which is what the reader adds up."""
    found = totals(estimate_of(*THIRDS), "RUB")
    assert (amounts(found), str(found.total)) == (["33.33", "33.33", "33.33"], "99.99")


def test_three_lines_of_a_third_rounded_as_a_whole() -> None:
    """99.999 → 100.00; the odd kopeck goes to the first: 33.34 + 33.33 + 33.33."""
    found = totals(estimate_of(*THIRDS, rounding=WHOLE), "RUB")
    assert (amounts(found), str(found.total)) == (["33.34", "33.33", "33.33"], "100.00")


def test_hundreds_of_the_whole_are_shared_among_sections_and_lines() -> None:
    """149 + 149 + 149 = 447 → 400. Sections: 298/447 × 400 = 266.7 → 300 and 133.3 → 100; lines of the first: 150 and 150,
    of which the older takes the odd hundred: 200 and 100. Line by line it would be 100 + 100 + 100.
    """
    lines = [item(number, rate=d(149)) for number in (1, 2, 3)]
    rounding = Rounding(step=RoundingStep.HUNDRED, scope=RoundingScope.TOTAL)
    estimate = Estimate(sections=(section(1, *lines[:2]), section(2, lines[2])), rounding=rounding)
    found = totals(estimate, "RUB")
    assert amounts(found) == ["200.00", "100.00", "100.00"]
    assert [part.amount for part in found.sections] == [300, 100]
    by_line = totals(replace(estimate, rounding=Rounding(step=RoundingStep.HUNDRED)), "RUB")
    assert (amounts(by_line), by_line.total) == (["100.00"] * 3, 300)


def test_two_levels_with_discounts() -> None:
    """Below: 3 h × 1 000 = 3 000, less 10 % = 2 700. Above: own 2 × 5 000.50 = 10 001 + 2 700 = 12 701, less 701 = 12 000.
    Another section of 500. Hours: 3 + 2 + 1; the subtotal is 12 500.
    """
    top = section(1, item(1, quantity=d(2), rate=d("5000.50")), discount=Discount(amount=d(701)))
    below = section(2, item(2, quantity=d(3), rate=d(1000)), level=2, discount=Discount(percent=d(10)))
    other = section(3, item(3, rate=d(500)))
    found = totals(Estimate(sections=(top, below, other)), "RUB")
    assert (found.section("s2").amount, found.section("s2").parent, found.section("s2").discount) == (2700, "s1", 300)
    assert (found.section("s1").own, found.section("s1").discount, found.section("s1").amount) == (10001, 701, 12000)
    assert (found.section("s1").hours, found.hours) == (5, 6)
    assert (found.subtotal, found.total) == (12500, 12500)
    assert [part.id for part in found.tops] == ["s1", "s3"]


def test_a_section_of_level_two_that_nothing_stands_above_is_one_of_level_one() -> None:
    found = totals(Estimate(sections=(section(1, item(1, rate=d(5)), level=2), section(2, item(2, rate=d(7)), level=2))), "RUB")
    assert [(part.id, part.parent, part.amount) for part in found.sections] == [("s1", "", 12), ("s2", "s1", 7)]
    assert found.total == 12


def test_the_way_from_the_subtotal_to_the_total() -> None:
    """Subtotal 100 000 + 50 000 = 150 000. Urgency 20 % = 30 000, of the second section 10 % = 5 000, flights 7 777.77.
    Reserve 5 % of 150 000 = 7 500. Together 200 277.77; discount 3 % = 6 008.3331 → 6 008.33; net 194 269.44.
    VAT added, 22 %: 42 739.2768 → 42 739.28; total 237 008.72.
    """
    estimate = Estimate(
        sections=(section(1, item(1, rate=d(100000))), section(2, item(2, rate=d(50000)))),
        surcharges=(
            Surcharge(id="u1", percent=d(20)),
            Surcharge(id="u2", percent=d(10), section="s2"),
            Surcharge(id="u3", amount=d("7777.77")),
        ),
        contingency=Contingency(percent=d(5)),
        discount=Discount(percent=d(3)),
        vat=Vat(mode=VatMode.ADDED, rate=d(22)),
    )
    due = totals(estimate, "RUB").once
    assert (due.subtotal, due.surcharges, due.contingency) == (150000, (30000, 5000, d("7777.77")), 7500)
    assert (due.discount, due.net) == (d("6008.33"), d("194269.44"))
    assert (due.vat, due.total) == (d("42739.28"), d("237008.72"))


@pytest.mark.parametrize(
    ("mode", "vat", "total"),
    [
        (VatMode.INCLUDED, "18032.79", "100000.00"),  # 100 000 × 22 / 122 = 18 032.7868…
        (VatMode.ADDED, "22000.00", "122000.00"),
        (VatMode.EXEMPT, "0.00", "100000.00"),
    ],
)
def test_vat_is_included_or_added_or_not_there(mode: VatMode, vat: str, total: str) -> None:
    found = totals(estimate_of(item(rate=d(100000)), vat=Vat(mode=mode, rate=d(22))), "RUB")
    assert (str(found.vat), str(found.total)) == (vat, total)


def test_several_rates_of_vat() -> None:
    """60 000 at 22 %, 30 000 at 10 %, 10 000 at 0 %; 5 % off the whole: 95 000 is 57 000 + 28 500 + 9 500.
    Added: 12 540 + 2 850 + 0 = 15 390; total 110 390.
    """
    lines = (item(1, rate=d(60000)), item(2, rate=d(30000), vat=d(10)), item(3, rate=d(10000), vat=d(0)))
    estimate = estimate_of(*lines, discount=Discount(percent=d(5)), vat=Vat(mode=VatMode.ADDED, rate=d(22)))
    found = totals(estimate, "RUB")
    assert [(one.rate, one.base, one.vat) for one in found.once.vats] == [(0, 9500, 0), (10, 28500, 2850), (22, 57000, 12540)]
    assert (found.vat, found.total) == (15390, 110390)


def test_several_rates_of_vat_within_a_price() -> None:
    """100 at 22 % and 100 at 10 %, 0.01 off: 199.99 halves into 99.995 each; the lower rate takes the odd kopeck: 100.00 and
    99.99. 100 × 10/110 = 9.0909… → 9.09, 99.99 × 22/122 = 18.0309… → 18.03; both are within the 199.99.
    """
    lines = (item(1, rate=d(100)), item(2, rate=d(100), vat=d(10)))
    estimate = estimate_of(*lines, discount=Discount(amount=d("0.01")), vat=Vat(mode=VatMode.INCLUDED, rate=d(22)))
    due = totals(estimate, "RUB").once
    assert [(one.rate, one.base, one.vat) for one in due.vats] == [(10, 100, d("9.09")), (22, d("99.99"), d("18.03"))]
    assert (due.vat, due.total) == (d("27.12"), d("199.99"))


def test_a_discount_of_a_section_lies_on_its_own_rate_of_vat() -> None:
    """The section at 10 % is halved: 50 000 at 10 % and 100 000 at 20 %: 5 000 + 20 000."""
    half = section(2, item(2, rate=d(100000), vat=d(10)), discount=Discount(percent=d(50)))
    estimate = Estimate(sections=(section(1, item(1, rate=d(100000))), half), vat=Vat(mode=VatMode.ADDED, rate=d(20)))
    assert [(one.base, one.vat) for one in totals(estimate, "RUB").once.vats] == [(50000, 5000), (100000, 20000)]


def test_a_surcharge_of_a_section_lies_on_its_own_rate_of_vat() -> None:
    """20 % urgency of the section at 10 %: 120 000 at 10 % and 100 000 at 20 %: 12 000 + 20 000."""
    sections = (section(1, item(1, rate=d(100000))), section(2, item(2, rate=d(100000), vat=d(10))))
    urgent = (Surcharge(id="u1", percent=d(20), section="s2"),)
    estimate = Estimate(sections=sections, surcharges=urgent, vat=Vat(mode=VatMode.ADDED, rate=d(20)))
    assert [(one.base, one.vat) for one in totals(estimate, "RUB").once.vats] == [(120000, 12000), (100000, 20000)]


def test_what_no_line_comes_to_is_taxed_at_the_rate_of_the_estimate() -> None:
    """All lines are given away; flights of 1 000 remain, at 20 %, not at the 10 % of a line that comes to nothing."""
    free = section(1, item(1, rate=d(100), vat=d(10)), item(2, rate=d(100), vat=d(0)), discount=Discount(percent=d(100)))
    flights = (Surcharge(id="u1", amount=d(1000)),)
    estimate = Estimate(sections=(free,), surcharges=flights, vat=Vat(mode=VatMode.ADDED, rate=d(20)))
    assert [(one.rate, one.base, one.vat) for one in totals(estimate, "RUB").once.vats] == [(20, 1000, 200)]


def test_equal_rates_of_vat_are_one_however_they_are_written() -> None:
    lines = (item(1, rate=d(100), vat=d("20.0")), item(2, rate=d(100), vat=d("2E+1")), item(3, rate=d(100)))
    estimate = estimate_of(*lines, vat=Vat(mode=VatMode.ADDED, rate=d(20)))
    assert [(one.rate, one.base, one.vat) for one in totals(estimate, "RUB").once.vats] == [(20, 300, 60)]


def test_what_is_due_every_month_and_every_year_stands_apart() -> None:
    """A site once, 200 000; support 30 h × 2 500 = 75 000 a month; a domain 1 990 a year. 10 % off each, VAT 20 % on each:
    200 000 → 180 000 + 36 000 = 216 000; 75 000 → 67 500 + 13 500 = 81 000; 1 990 → 1 791 + 358.20 = 2 149.20.
    """
    lines = (
        item(1, pricing=Pricing.FIXED, rate=d(200000)),
        item(2, quantity=d(30), rate=d(2500), period=Period.MONTH),
        item(3, pricing=Pricing.FIXED, rate=d(1990), period=Period.YEAR),
    )
    found = totals(estimate_of(*lines, discount=Discount(percent=d(10)), vat=Vat(mode=VatMode.ADDED, rate=d(20))), "RUB")
    assert [(due.period, due.total) for due in found.periods] == [
        (Period.ONCE, 216000),
        (Period.MONTH, 81000),
        (Period.YEAR, d("2149.20")),
    ]
    assert [due.hours for due in found.periods] == [0, 30, 0]
    assert (found.total, found.recurring) == (216000, found.periods[1:])


def test_an_amount_off_the_whole_is_taken_once_from_what_is_due_first() -> None:
    """5 000 off: 200 000 → 195 000, and the 75 000 a month stay. Where nothing is due once, the first month is cheaper."""
    site, support = item(1, rate=d(200000)), item(2, rate=d(75000), period=Period.MONTH)
    off = Discount(amount=d(5000))
    assert [due.total for due in totals(estimate_of(site, support, discount=off), "RUB").periods] == [195000, 75000]
    assert [due.total for due in totals(estimate_of(support, discount=off), "RUB").periods] == [0, 70000]


def test_optional_items_stand_outside_until_they_are_chosen() -> None:
    """10 h of 100 are asked for, 5 h of 100 chosen: 500, and 1 000 more if they want."""
    asked = item(1, quantity=d(10), rate=d(100), optional=True)
    chosen = item(2, quantity=d(5), rate=d(100), optional=True, chosen=True)
    found = totals(estimate_of(asked, chosen), "RUB")
    assert (found.subtotal, found.optional, found.hours) == (500, 1000, 5)


def test_of_alternatives_the_chosen_one_counts() -> None:
    """Three logos of 10, 20 and 30: nobody has chosen, the first counts; the third is chosen, it does."""
    logos = [item(number, rate=d(10 * number), alternative="logo") for number in (1, 2, 3)]
    found = totals(estimate_of(*logos, item(4, rate=d(1))), "RUB")
    assert (found.total, [row.standing for row in found.section("s1").items]) == (
        11,
        [Standing.COUNTED, Standing.ALTERNATIVE, Standing.ALTERNATIVE, Standing.COUNTED],
    )
    chosen = replace(logos[2], chosen=True)
    assert totals(estimate_of(*logos[:2], chosen), "RUB").total == 30
    assert totals(estimate_of(replace(logos[0], optional=True), *logos[1:]), "RUB").total == 20


def test_optional_alternatives_count_only_when_one_is_chosen() -> None:
    logos = [item(number, rate=d(10), alternative="logo", optional=True) for number in (1, 2)]
    assert totals(estimate_of(*logos), "RUB").total == 0
    assert totals(estimate_of(logos[0], replace(logos[1], chosen=True)), "RUB").total == 10


@pytest.mark.parametrize(("currency", "total"), [("RUB", "8.03"), ("EUR", "8.03"), ("JPY", "9"), ("KWD", "8.025")])
def test_the_same_estimate_in_other_coins(currency: str, total: str) -> None:
    """Three lines of 2.675 as a whole, 8.025, in kopecks, cents and fils; yen line by line: 3 × 3."""
    rounding = Rounding() if currency == "JPY" else WHOLE
    lines = [item(number, rate=d("2.675")) for number in (1, 2, 3)]
    found = totals(estimate_of(*lines, rounding=rounding), currency)
    assert str(found.total) == total
    assert sum((row.amount for row in found.sections[0].items), Decimal(0)) == found.total
