"""What fields and values of an estimate are called in sentences about changes."""

import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from app.i18n import Words, phrase
from app.model.estimate import Period, Pricing, VatMode
from app.model.rounding import RoundingScope, RoundingStep

FIELD_NAMES: dict[str, str] = {
    "title": phrase("Title"),
    "description": phrase("What is included"),
    "level": phrase("Level"),
    "people": phrase("People"),
    "roles": phrase("Roles"),
    "pricing": phrase("Pricing"),
    "quantity": phrase("Quantity"),
    "unit": phrase("Unit"),
    "rate": phrase("Rate"),
    "role": phrase("Who"),
    "hours": phrase("Hours"),
    "period": phrase("How often"),
    "optional": phrase("Optional"),
    "chosen": phrase("Chosen"),
    "alternative": phrase("Alternatives"),
    "packages": phrase("Packages"),
    "package": phrase("Package"),
    "vat": phrase("VAT, %"),
    "vat_mode": phrase("VAT"),
    "vat_rate": phrase("VAT, %"),
    "vat_reason": phrase("Why there is no VAT"),
    "discount_percent": phrase("Discount, %"),
    "discount_amount": phrase("Discount"),
    "discount_reason": phrase("Reason of the discount"),
    "contingency_percent": phrase("Reserve, %"),
    "contingency_reason": phrase("Reason of the reserve"),
    "hours_a_day": phrase("Hours in a day"),
    "hours_a_month": phrase("Hours in a month"),
    "rounding_step": phrase("Rounding"),
    "rounding_scope": phrase("What is rounded"),
    "equivalent": phrase("Second currency"),
    "card": phrase("Rate card"),
    "card_title": phrase("Rate card"),
    "card_until": phrase("Rate card is valid until"),
    "card_locked": phrase("Rate card is locked"),
    "amount": phrase("Amount"),
    "percent": phrase("Per cent"),
    "currency": phrase("Currency"),
    "locked": phrase("Locked"),
    "section": phrase("Section"),
    "text": phrase("Text"),
    "date": phrase("Date"),
    "source": phrase("Source"),
}
"""An English phrase of the document's catalog for every name in `app.exchange.fields`."""

_VALUES: dict[StrEnum, str] = {
    Pricing.HOURS: phrase("by the hour"),
    Pricing.DAYS: phrase("by the day"),
    Pricing.FIXED: phrase("fixed price"),
    Pricing.QUANTITY: phrase("by quantity"),
    Pricing.MONTHS: phrase("by the month"),
    Period.ONCE: phrase("once"),
    Period.MONTH: phrase("every month"),
    Period.YEAR: phrase("every year"),
    VatMode.INCLUDED: phrase("included in prices"),
    VatMode.ADDED: phrase("added to prices"),
    VatMode.EXEMPT: phrase("no VAT"),
    RoundingStep.MINOR: phrase("to the smallest coin"),
    RoundingStep.UNIT: phrase("to whole units"),
    RoundingStep.HUNDRED: phrase("to hundreds"),
    RoundingScope.LINE: phrase("every line"),
    RoundingScope.TOTAL: phrase("the total"),
}


def field_name(name: str, words: Words) -> str:
    """Return what a field is called."""
    known = FIELD_NAMES.get(name)
    return name if known is None else words(known)


def value_text(value: Any, words: Words) -> str:
    """Return a value as people read it; a dash for nothing."""
    match value:
        case None | "" | ():
            return "—"
        case bool():
            return words("yes") if value else words("no")
        case Decimal() | int():
            return _plain(Decimal(value), words)
        case datetime.date():
            return words.date(value, "short")
        case tuple():
            return ", ".join(map(str, value))
        case StrEnum():
            return words(_VALUES[value])
    return str(value)


def _plain(number: Decimal, words: Words) -> str:
    """Return a number with all of its decimals: two that differ must not look alike."""
    text = f"{number.normalize():f}"
    return text.replace(".", ",") if words.language == "ru" else text
