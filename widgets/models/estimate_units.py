"""Words in the unit column: how a line is priced and how often it is due, as shown and as typed."""

import re
from dataclasses import dataclass

from app.i18n import phrase
from app.intake.units import TimeUnit, is_person_month, time_unit
from app.model.estimate import LineItem, Period, Pricing
from widgets.words import tr

OWN_WORDS = {
    Pricing.HOURS: phrase("h"),
    Pricing.DAYS: phrase("d"),
    Pricing.MONTHS: phrase("p-mo"),
    Pricing.FIXED: phrase("fixed"),
}
"""What stands in the unit column for each pricing but that by quantity, whose unit is the item's own."""

EVERY = {Period.MONTH: phrase("mo"), Period.YEAR: phrase("yr")}
PERIODS = {Period.ONCE: phrase("once"), Period.MONTH: phrase("a month"), Period.YEAR: phrase("a year")}

_FIXED = {"fix", "fixed", "fixed price", "фикс", "фикс.", "фиксированно", "фиксировано", "фиксированная"}
_MONTH, _YEAR = r"(?:мес(?:яц)?\.?|month|mo\.?)", r"(?:год|г\.?|year|yr\.?|annum)"
_EACH = re.compile(
    rf"(?P<unit>.*?)\s*(?:/\s*|(?:^|(?<=\s))(?:в|за|раз в|каждый|per|a|an|every|each)\s+)"
    rf"(?:(?P<month>{_MONTH})|(?P<year>{_YEAR}))"
)
_ALONE = (
    (Period.MONTH, re.compile(r"ежемесячно|помесячно|monthly")),
    (Period.YEAR, re.compile(r"ежегодно|yearly|annually|год|г\.?|years?|yrs?\.?")),
    (Period.ONCE, re.compile(r"разово|единоразово|единовременно|once|one[- ]?(?:off|time)")),
)
_DUE = (
    (Period.MONTH, re.compile(rf"м|m|{_MONTH}|months?")),
    (Period.YEAR, re.compile(rf"y|{_YEAR}|years?")),
    (Period.ONCE, re.compile(r"р|раз|o|-|–|—|0|1|нет|no")),
)


@dataclass(frozen=True)
class TypedUnit:
    """What a typed unit says: None where it says nothing of it. `unit` is that of a pricing by quantity."""

    pricing: Pricing | None = None
    unit: str = ""
    period: Period | None = None


def unit_words(item: LineItem) -> str:
    """Return the unit in which an item is priced and how often it is due: `h`, `page`, `p-mo`, `fixed/mo`."""
    own = tr(OWN_WORDS[item.pricing]) if item.pricing in OWN_WORDS else item.unit
    return f"{own}/{tr(EVERY[item.period])}" if item.period in EVERY else own


def period_words(period: Period) -> str:
    """Return how often something is due."""
    return tr(PERIODS[period])


def typed_unit(text: str) -> TypedUnit:
    """Understand a typed unit: `ч`, `дн.`, `чел.-мес`, `mo`, `fixed`, `шт`, `fixed/mo`, `шт в месяц`, `yearly`.

    A month without a word for “each” is a person-month, as people write it in estimates of staff.
    """
    plain = text.casefold().replace("‑", "-")
    if is_person_month(plain) or plain == tr(OWN_WORDS[Pricing.MONTHS]).casefold():
        return TypedUnit(Pricing.MONTHS, period=Period.ONCE)
    each = _EACH.fullmatch(plain)
    if each:
        period = Period.MONTH if each["month"] else Period.YEAR
        own = text[: each.end("unit")].strip()
        return TypedUnit(period=period) if not own else TypedUnit(*_priced(own), period)
    alone = next((period for period, pattern in _ALONE if pattern.fullmatch(plain)), None)
    return TypedUnit(period=alone) if alone else TypedUnit(*_priced(text), Period.ONCE)


def typed_period(text: str) -> Period | None:
    """Understand what is typed into the column of periods; None where it is not understood. Nothing is once."""
    plain = text.casefold().strip()
    if not plain:
        return Period.ONCE
    for period, msgid in PERIODS.items():
        if plain in (tr(msgid).casefold(), tr(EVERY.get(period, msgid)).casefold()):
            return period
    said = typed_unit(plain)
    if said.pricing is None and said.period is not None:
        return said.period
    return next((period for period, pattern in _DUE if pattern.fullmatch(plain)), None)


def _priced(text: str) -> tuple[Pricing, str]:
    plain = text.casefold()
    own = next((pricing for pricing, msgid in OWN_WORDS.items() if plain == tr(msgid).casefold()), None)
    if own is not None:
        return own, ""
    if plain in _FIXED:
        return Pricing.FIXED, ""
    if not plain:
        return Pricing.HOURS, ""
    by_time = {TimeUnit.HOURS: Pricing.HOURS, TimeUnit.DAYS: Pricing.DAYS, TimeUnit.MONTHS: Pricing.MONTHS}
    pricing = by_time.get(time_unit(plain), Pricing.QUANTITY)
    return pricing, text if pricing is Pricing.QUANTITY else ""
