"""Budgets as people write them: `300–500 тыс. руб`, `до 1,5 млн`, `$10k–15k`."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from app.intake.currency import currency_in
from app.model.money import in_range

_SCALES = (
    (re.compile(r"^(?:млрд|billion|bn)"), Decimal(1_000_000_000)),
    (re.compile(r"^(?:млн|миллион|million|mln|m\b|м\b)"), Decimal(1_000_000)),
    (re.compile(r"^(?:тыс|т\.|т\b|k\b|к\b|thousand)"), Decimal(1_000)),
)
_NUMBER = re.compile(r"(?P<digits>\d(?:[\d\s'’]*\d)?(?:[.,]\d+)*)\s*(?P<after>[а-яa-z]+\.?)?")
_GROUPS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_AT_MOST = re.compile(r"(?:до|не (?:более|больше|выше)|максимум|up to|max(?:imum)?|under|less than|<=?|≤)\s*[$€£₽]?\s*$")
_AT_LEAST = re.compile(r"(?:от|не менее|минимум|from|at least|min(?:imum)?|more than|>=?|≥)\s*[$€£₽]?\s*$")
_SIGNS = (("$", "USD"), ("€", "EUR"), ("₽", "RUB"))
_LONGEST = 300
_SMALL = Decimal(1000)


@dataclass(frozen=True, slots=True)
class Budget:
    """The ends of a budget in major units: one number alone is `low`, an upper limit alone is `high`."""

    low: Decimal | None = None
    high: Decimal | None = None
    currency: str = ""


def budget_in(text: str) -> Budget:
    """Return the budget that a text names; nothing where it names no amount or more than two."""
    lowered = text.lower()[:_LONGEST]
    currency = currency_in(lowered) or next((code for sign, code in _SIGNS if sign in lowered), "")
    found = [one for match in _NUMBER.finditer(lowered) if (one := _amount(match, lowered)) is not None]
    if len(found) == 1:
        amount, scale, before = found[0]
        value = amount * (scale or 1)
        return Budget(None, value, currency) if _AT_MOST.search(before) else Budget(value, None, currency)
    if len(found) != 2:
        return Budget(currency=currency)
    (low, low_scale, _), (high, high_scale, _) = found
    # In “300–500 тыс.” the thousand is said once for both.
    if low_scale is None and high_scale and low < _SMALL:
        low_scale = high_scale
    ends = sorted((low * (low_scale or 1), high * (high_scale or 1)))
    return Budget(ends[0], ends[1], currency)


def _amount(match: re.Match[str], text: str) -> tuple[Decimal, Decimal | None, str] | None:
    """Return a number, the scale behind it and what stands before it; None for dates, percentages and the like."""
    digits = re.sub(r"[\s'’]", "", match["digits"])
    digits = re.sub(r"[.,]", "", digits) if _GROUPS.fullmatch(digits) else digits.replace(",", ".")
    after = text[match.end("digits") :].lstrip()
    if after.startswith("%"):
        return None
    try:
        number = Decimal(digits)
    except InvalidOperation:
        return None
    scale = next((factor for pattern, factor in _SCALES if pattern.search(after)), None)
    return (number, scale, text[: match.start()]) if in_range(number * (scale or 1)) else None
