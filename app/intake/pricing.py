"""How a line item is priced, from whatever figures its row gives. No money is lost where they do not fit together."""

import re
from dataclasses import replace
from decimal import Decimal

from app.intake.headingwords import Field
from app.intake.monthly import by_months, by_period
from app.intake.priced import CENT, HOURS_A_DAY, Figures, Priced, Remark, exact_share, fixed, same
from app.intake.units import TimeUnit, is_person_month, time_unit
from app.model.estimate import Pricing
from app.model.money import round_money

_PEOPLE = re.compile(r"чел(?:овека?)?\.?|специалист\w*|people|persons?|ppl\.?|pers\.?")

__all__ = ["HOURS_A_DAY", "Figures", "Priced", "Remark", "price"]


def price(figures: Figures) -> Priced:
    """Decide how an item is priced.

    Hours, days, months or a quantity with the price of one go before a sum; where both are told and differ by a hundredth or
    more, the product is used and the difference told. A sum without the price of one is split only where that is exact to
    the hundredth, else it stays the fixed price of the whole.
    """
    figures = _by_unit(figures)
    priced = by_months(figures) or by_period(figures) or _by_product(figures) or _by_sum(figures) or _without_price(figures)
    return _compared(_with_dropped_quantity(priced, figures), figures)


def _by_unit(figures: Figures) -> Figures:
    """A quantity of hours or days is effort, and the price of one of them is a rate."""
    kind = time_unit(figures.unit)
    if figures.quantity is not None and is_person_month(figures.unit):
        return replace(figures, months=figures.quantity, quantity=None, unit="", rate=figures.one, price=None)
    if figures.rate_per is TimeUnit.MONTHS and figures.people is None and _PEOPLE.fullmatch(figures.unit.strip().lower()):
        figures = replace(figures, people=figures.quantity, quantity=None, unit="")
    if figures.people is not None and figures.months is None and figures.quantity is None:
        figures = replace(figures, quantity=figures.people)
    if figures.quantity is not None and kind in {TimeUnit.HOURS, TimeUnit.DAYS}:
        rate = figures.rate if figures.rate is not None else figures.price
        moved = replace(figures, quantity=None, unit="", rate=rate, price=None, rate_per=kind)
        if kind is TimeUnit.HOURS:
            return replace(moved, hours=figures.quantity)
        return replace(moved, days=figures.quantity)
    if figures.quantity is None or figures.rate is None or figures.hours is not None or figures.days is not None:
        return figures
    if figures.rate_per is TimeUnit.HOURS and not figures.unit:
        return replace(figures, hours=figures.quantity, quantity=None)
    if figures.rate_per is TimeUnit.DAYS and not figures.unit:
        return replace(figures, days=figures.quantity, quantity=None)
    if figures.price is None:
        return replace(figures, price=figures.rate, rate=None)
    return figures


def _by_product(figures: Figures) -> Priced | None:
    hours, days, quantity = figures.hours, figures.days, figures.quantity
    if quantity is not None and figures.price is not None:
        return Priced(Pricing.QUANTITY, quantity, figures.price, figures.unit, _effort(figures))
    if figures.rate is not None:
        if hours is not None and not _is_by_days(figures):
            return _hours_at_rate(figures, hours, figures.rate)
        if days is not None:
            return _days_at_rate(figures, days, figures.rate)
        return None
    if figures.price is None:
        return None
    for pricing, count in ((Pricing.HOURS, hours), (Pricing.DAYS, days)):
        if count and _is_price_of_one(figures, count, figures.price):
            return Priced(pricing, count, figures.price, hours=hours if pricing is Pricing.DAYS else None)
    return Priced(Pricing.FIXED, rate=figures.price, hours=_effort(figures))


def _is_price_of_one(figures: Figures, count: Decimal, one: Decimal) -> bool:
    """A price beside hours is the price of an hour where a sum shows it, or where the sums have a column of their own."""
    if figures.sum is None:
        return figures.has_sums
    return same(count * one, figures.sum, figures.currency) or not same(one, figures.sum, figures.currency)


def _is_by_days(figures: Figures) -> bool:
    if figures.days is None:
        return False
    if figures.rate_per is not TimeUnit.NONE:
        return figures.rate_per is TimeUnit.DAYS
    hours, days, rate = figures.hours or Decimal(0), figures.days, figures.rate or Decimal(0)
    if figures.sum is None or same(hours * rate, figures.sum, figures.currency):
        return False
    return same(days * rate, figures.sum, figures.currency)


def _hours_at_rate(figures: Figures, hours: Decimal, rate: Decimal) -> Priced:
    """Hours beside a quantity may be those of one piece: the sum tells."""
    quantity = figures.quantity
    if quantity is None or quantity == 1:
        return Priced(Pricing.HOURS, hours, rate)
    times = quantity * hours
    if (
        figures.sum is not None
        and same(times * rate, figures.sum, figures.currency)
        and not same(hours * rate, figures.sum, figures.currency)
    ):
        facts = (("quantity", f"{quantity:f}"), ("hours", f"{hours:f}"), ("result", f"{times:f}"))
        return Priced(Pricing.HOURS, times, rate, remarks=(Remark("estimate-hours-multiplied", Field.HOURS, facts),))
    unclear = figures.sum is None
    about = (("quantity", f"{quantity:f}"), ("hours", f"{hours:f}"))
    remarks = (Remark("estimate-quantity-unclear", Field.QUANTITY, about),) if unclear else ()
    return Priced(Pricing.HOURS, hours, rate, remarks=remarks)


def _days_at_rate(figures: Figures, days: Decimal, rate: Decimal) -> Priced:
    """A rate by the hour turns days into hours."""
    times = days * (figures.quantity or 1)
    if figures.sum is not None and times != days and same(times * rate, figures.sum, figures.currency):
        facts = (("quantity", f"{figures.quantity:f}"), ("days", f"{days:f}"), ("result", f"{times:f}"))
        return Priced(Pricing.DAYS, times, rate, remarks=(Remark("estimate-days-multiplied", Field.DAYS, facts),))
    hours = days * HOURS_A_DAY
    by_hour = figures.rate_per is TimeUnit.HOURS
    if figures.sum is not None and not same(days * rate, figures.sum, figures.currency):
        by_hour = by_hour or same(hours * rate, figures.sum, figures.currency)
    elif figures.sum is not None:
        by_hour = False
    return Priced(Pricing.HOURS, hours, rate) if by_hour else Priced(Pricing.DAYS, days, rate, hours=figures.hours)


def _by_sum(figures: Figures) -> Priced | None:
    whole = figures.sum
    if whole is None:
        return None
    if figures.rate and not figures.hours and not figures.days:
        return _hours_from_sum(figures, whole, figures.rate)
    counts = ((Pricing.HOURS, figures.hours), (Pricing.DAYS, figures.days), (Pricing.QUANTITY, figures.quantity))
    for pricing, count in counts:
        if count and (one := exact_share(whole, count)) is not None:
            if pricing is Pricing.QUANTITY and count == 1 and not figures.unit:
                break
            effort = None if pricing is Pricing.HOURS else figures.hours
            return Priced(pricing, count, one, figures.unit if pricing is Pricing.QUANTITY else "", effort)
        if count and pricing is not Pricing.QUANTITY:
            break
    return fixed(whole, figures, _effort(figures))


def _hours_from_sum(figures: Figures, whole: Decimal, rate: Decimal) -> Priced:
    """A sum and a rate tell the hours or days where they come out even."""
    count = exact_share(whole, rate)
    if count is None or figures.quantity is not None:
        return fixed(whole, figures)
    return Priced(Pricing.DAYS if figures.rate_per is TimeUnit.DAYS else Pricing.HOURS, count, rate)


def _without_price(figures: Figures) -> Priced:
    if figures.rate is not None:
        remark = Remark("estimate-no-hours", Field.RATE, (("rate", f"{figures.rate:f}"),))
        pricing = Pricing.DAYS if figures.rate_per is TimeUnit.DAYS else Pricing.HOURS
        return Priced(pricing, Decimal(0), figures.rate, remarks=(remark,))
    remarks = (Remark("estimate-no-price", Field.TITLE),)
    if figures.hours is not None:
        return Priced(Pricing.HOURS, figures.hours, remarks=remarks)
    if figures.days is not None:
        return Priced(Pricing.DAYS, figures.days, remarks=remarks)
    if figures.quantity is not None:
        return Priced(Pricing.QUANTITY, figures.quantity, unit=figures.unit, remarks=remarks)
    return Priced(Pricing.FIXED, remarks=remarks)


def _with_dropped_quantity(priced: Priced, figures: Figures) -> Priced:
    """The model has no place for `5 pages` in an item that is priced otherwise: say that it was left out."""
    told = {Pricing.QUANTITY, Pricing.MONTHS} if figures.quantity == figures.people else {Pricing.QUANTITY}
    if figures.quantity in {None, Decimal(1)} or priced.pricing in told or priced.remarks:
        return priced
    facts = (("quantity", f"{figures.quantity:f}"), ("unit", figures.unit))
    return replace(priced, remarks=(Remark("estimate-quantity-dropped", Field.QUANTITY, facts),))


def _compared(priced: Priced, figures: Figures) -> Priced:
    if figures.sum is None or priced.rate is None:
        return priced
    computed = round_money(priced.exact, figures.currency)
    written = round_money(figures.sum, figures.currency)
    if abs(computed - written) < CENT:
        return priced
    remark = Remark("estimate-sum-differs", Field.SUM, (("written", f"{written:f}"), ("computed", f"{computed:f}")))
    return replace(priced, remarks=(*priced.remarks, remark))


def _effort(figures: Figures) -> Decimal | None:
    if figures.hours is not None:
        return figures.hours
    return figures.days * HOURS_A_DAY if figures.days is not None else None
