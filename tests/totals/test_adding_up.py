"""What is printed adds up: lines to subtotals, subtotals to the total, in hours and money, in every mode of everything."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from hypothesis import given

from app.model.estimate import Estimate, VatMode
from app.model.money import minor_digits, round_money, round_to
from app.totals import PeriodTotal, SectionTotal, Standing, Totals, totals
from tests.totals.estimates import currencies, d, estimates, examples


def add(numbers: Iterable[Decimal]) -> Decimal:
    return sum(numbers, d(0))


def printed(hours: Decimal) -> Decimal:
    """Return hours as they are printed: two decimals."""
    return round_to(hours, 2)


@examples(600)
@given(estimates, currencies)
def test_printed_lines_add_to_subtotals_and_those_to_the_total(estimate: Estimate, currency: str) -> None:
    """In hours and money, for what is due once, every month and every year."""
    found = totals(estimate, currency)
    for section in found.sections:
        check_section(section, [one for one in found.sections if one.parent == section.id])
    for due in found.periods:
        check_period(due, found)
        check_vat(due, estimate, currency)
    check_coins(found, currency)


def check_section(section: SectionTotal, below: list[SectionTotal]) -> None:
    """Items add to what is the section's own; that and the sections below it, less the discount, is what it comes to."""
    for row in section.items:
        assert row.gross - row.discount == row.amount
    for portion in section.portions:
        rows = [row for row in section.items if row.period is portion.period]
        inner = [one.portion(portion.period) for one in below]
        counted = [row for row in rows if row.counted]
        assert add(row.amount for row in counted) == portion.own
        assert portion.own + add(one.amount for one in inner) - portion.discount == portion.amount
        assert add(printed(row.hours) for row in counted) + add(printed(one.hours) for one in inner) == printed(portion.hours)
        assert add(row.amount for row in rows if row.standing is Standing.OPTION) == portion.optional


def check_period(due: PeriodTotal, found: Totals) -> None:
    """Sections add to the subtotal; surcharges, contingency, discount and tax lead from there to the total."""
    tops = [section.portion(due.period) for section in found.tops]
    assert add(one.amount for one in tops) == due.subtotal
    assert add(printed(one.hours) for one in tops) == printed(due.hours)
    assert due.subtotal + add(due.surcharges) + due.contingency - due.discount == due.net
    assert add(section.portion(due.period).optional for section in found.sections) == due.optional


def check_vat(due: PeriodTotal, estimate: Estimate, currency: str) -> None:
    """The bases add to the net amount, and each tax is the declared function of its printed base."""
    mode = estimate.vat.mode
    if mode is VatMode.EXEMPT:
        assert due.vats == ()
    else:
        assert add(one.base for one in due.vats) == due.net
    for one in due.vats:
        of = 100 if mode is VatMode.ADDED else 100 + one.rate
        coin = d(1).scaleb(-minor_digits(currency))
        assert one.vat == (one.base * one.rate / of).quantize(coin, ROUND_HALF_UP)
    assert len({one.rate for one in due.vats}) == len(due.vats)
    assert add(one.vat for one in due.vats) == due.vat
    assert due.total == (due.net + due.vat if mode is VatMode.ADDED else due.net)


def check_coins(found: Totals, currency: str) -> None:
    """Every printed amount is whole in the smallest coin, written with its decimals, and not below zero."""
    amounts: list[Decimal] = []
    for due in found.periods:
        amounts += [due.subtotal, *due.surcharges, due.contingency, due.discount, due.net, due.vat, due.total, due.optional]
        amounts += [amount for one in due.vats for amount in (one.base, one.vat)]
    for section in found.sections:
        amounts += [amount for one in section.portions for amount in (one.own, one.discount, one.amount, one.optional)]
        amounts += [amount for row in section.items for amount in (row.gross, row.discount, row.amount)]
    for amount in amounts:
        assert amount == round_money(amount, currency)
        assert -int(amount.as_tuple().exponent) == minor_digits(currency)
        assert not amount.is_signed()
