"""Prices by the month: people who are hired for months, and amounts that are due every month or year."""

from decimal import Decimal

from app.intake.headingwords import Field
from app.intake.priced import HOURS_A_MONTH, Figures, Priced, Remark, exact_share, fixed, same
from app.intake.units import TimeUnit, time_unit
from app.model.estimate import Period, Pricing

PERIODS = {TimeUnit.MONTHS: Period.MONTH, TimeUnit.YEARS: Period.YEAR}
_ONE = Decimal(1)


def by_months(figures: Figures) -> Priced | None:
    """Price people × months × rate; None where the row has no months.

    Months at a price that nobody works for (`Хостинг | 12 | 500`) are a quantity. A rate by the hour becomes one by the month
    of 160 hours.
    """
    months = figures.months
    if months is None:
        return _of_one_month(figures)
    people = figures.people if figures.people is not None else _ONE
    if figures.one is None:
        return _months_from_sum(figures, months, people)
    if figures.rate is None and figures.price is not None and not figures.staff and figures.people is None:
        return Priced(Pricing.QUANTITY, months, figures.price, figures.unit or figures.month_word, figures.hours)
    rate = _monthly_rate(figures, months * people)
    if figures.sum is None or people == 1 or same(months * people * rate, figures.sum, figures.currency):
        return Priced(Pricing.MONTHS, months, rate, people=people)
    if same(months * rate, figures.sum, figures.currency):
        each = exact_share(months, people)
        return Priced(Pricing.MONTHS, each, rate, people=people) if each else Priced(Pricing.MONTHS, months, rate)
    return Priced(Pricing.MONTHS, months, rate, people=people)


def _of_one_month(figures: Figures) -> Priced | None:
    """`2 разработчика, 300 000 ₽ в месяц` without a term: due every month; with a sum of its own that many months."""
    rate = figures.one
    by_time = figures.hours is not None or figures.days is not None
    if figures.people is None or rate is None or by_time or figures.rate_per is not TimeUnit.MONTHS:
        return None
    if figures.sum is None:
        return Priced(Pricing.MONTHS, _ONE, rate, people=figures.people, period=Period.MONTH)
    months = exact_share(figures.sum, figures.people * rate)
    return Priced(Pricing.MONTHS, months, rate, people=figures.people) if months else None


def _months_from_sum(figures: Figures, months: Decimal, people: Decimal) -> Priced:
    if figures.sum is None:
        return Priced(Pricing.MONTHS, months, people=people, remarks=(Remark("estimate-no-price", Field.TITLE),))
    rate = exact_share(figures.sum, months * people)
    if rate is not None:
        return Priced(Pricing.MONTHS, months, rate, people=people)
    return fixed(figures.sum, figures, months * people * HOURS_A_MONTH)


def _monthly_rate(figures: Figures, count: Decimal) -> Decimal:
    rate = figures.one or Decimal(0)
    if figures.rate_per is not TimeUnit.HOURS:
        return rate
    by_hour = figures.sum is not None and same(count * rate, figures.sum, figures.currency)
    return rate if by_hour else rate * HOURS_A_MONTH


def by_period(figures: Figures) -> Priced | None:
    """Price what costs so much a month or a year; None where the price is of something else.

    With a sum beside it the row says for how many months, and it is due once; without one it is due every month.
    """
    period, one = PERIODS.get(figures.rate_per), figures.one
    if period is None or one is None or figures.hours is not None or figures.days is not None:
        return None
    count = figures.quantity
    if figures.sum is None:
        if count is None:
            return Priced(Pricing.FIXED, rate=one, period=period)
        due = Period.ONCE if PERIODS.get(time_unit(figures.unit)) is period else period
        return Priced(Pricing.QUANTITY, count, one, figures.unit, period=due)
    if count is not None:
        unit = figures.unit or (figures.month_word if period is Period.MONTH else "")
        return Priced(Pricing.QUANTITY, count, one, unit) if same(count * one, figures.sum, figures.currency) else None
    count = exact_share(figures.sum, one)
    if count is None:
        facts = (("rate", f"{one:f}"), ("sum", f"{figures.sum:f}"))
        return Priced(Pricing.FIXED, rate=figures.sum, remarks=(Remark("estimate-rate-dropped", Field.RATE, facts),))
    if figures.staff and period is Period.MONTH:
        return Priced(Pricing.MONTHS, count, one)
    return Priced(Pricing.QUANTITY, count, one, figures.unit or (figures.month_word if period is Period.MONTH else ""))
