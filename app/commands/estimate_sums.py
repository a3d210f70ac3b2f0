"""The sums below an estimate in a terminal: from the sections to what is paid, by whom it recurs, in which payments."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from app.i18n import Words
from app.model.estimate import Estimate, Period, VatMode
from app.totals import PeriodTotal, Totals

_INDENT = "  "
Row = Sequence[str]


def sum_rows(estimate: Estimate, sums: Totals, words: Words) -> Iterator[Row]:
    """Yield the rows: what is due once, every month and every year, then packages and payments."""
    for period in sums.periods:
        if period is not sums.once:
            yield ("",)
        yield from _period(estimate, period, sums.currency, words)
    if sums.packages:
        yield ("",)
        yield (words("Packages"),)
    for package, total in zip(estimate.packages, sums.packages, strict=True):
        yield (_INDENT + package.title, _hours(total.hours, words), "", words.money(total.total, sums.currency))
    if sums.payments:
        yield ("",)
        yield (words("Payments"),)
    for number, (payment, due) in enumerate(zip(estimate.payments, sums.payments, strict=True), start=1):
        title = payment.title or words("Payment {number}", number=number)
        when = words.date(payment.date, "short") if payment.date else ""
        share = words.percent(payment.percent) if payment.percent else ""
        yield (_INDENT + title, when, share, words.money(due.amount, sums.currency))
    if sums.unplanned:
        yield (_INDENT + words("Not in the plan of payments"), "", "", words.money(sums.unplanned, sums.currency))


def _period(estimate: Estimate, period: PeriodTotal, currency: str, words: Words) -> Iterator[Row]:
    def row(label: str, amount: Decimal, hours: str = "") -> Row:
        return (label, hours, "", words.money(amount, currency))

    above = any(period.surcharges) or period.contingency or period.discount
    if above or (estimate.vat.mode is VatMode.ADDED and period.vat):
        yield row(words("Subtotal"), period.subtotal)
    for surcharge, amount in zip(estimate.surcharges, period.surcharges, strict=True):
        if amount:
            yield row(_with_percent(surcharge.title or words("Surcharge"), surcharge.percent, words), amount)
    if period.contingency:
        label = estimate.contingency.reason or words("Contingency")
        yield row(_with_percent(label, estimate.contingency.percent, words), period.contingency)
    if period.discount:
        yield row(words("Discount"), -period.discount)
    if estimate.vat.mode is VatMode.ADDED:
        for vat in period.vats:
            yield row(words("VAT {percent}", percent=words.percent(vat.rate)), vat.vat)
    yield row(_total(period.period, words), period.total, _hours(period.hours, words))
    if estimate.vat.mode is VatMode.INCLUDED:
        for vat in period.vats:
            yield row(words("VAT {percent} included", percent=words.percent(vat.rate)), vat.vat)
    if period.optional:
        yield row(words("Optional, not in the total"), period.optional)


def _total(period: Period, words: Words) -> str:
    match period:
        case Period.MONTH:
            return words("Total a month")
        case Period.YEAR:
            return words("Total a year")
    return words("Total")


def _with_percent(label: str, percent: Decimal, words: Words) -> str:
    return f"{label} {words.percent(percent)}" if percent else label


def _hours(hours: Decimal, words: Words) -> str:
    return words.hours(hours) if hours else ""
