"""The window's words. Phrases are typed in English where they are used and spoken in the language of the interface.

The language of the interface is, like a locale, one for the whole process: `use` sets it, panels are then built anew.
"""

import datetime
from decimal import Decimal

from app.i18n import INTERFACE, Words

_spoken = [Words("en", INTERFACE)]


def use(language: str) -> None:
    """Speak this language from now on."""
    _spoken[0] = Words(language, INTERFACE)


def language() -> str:
    """Return the language that is spoken."""
    return _spoken[0].language


def tr(msgid: str, **facts: object) -> str:
    """Return the words for an English phrase, its placeholders filled."""
    return _spoken[0](msgid, **facts)


def tr_plural(one: str, many: str, n: int | Decimal, **facts: object) -> str:
    """Return the phrase in the plural form that `n` takes; `{n}` is filled with the number."""
    return _spoken[0].plural(one, many, n, **facts)


def money(amount: Decimal, currency: str) -> str:
    """Return an amount with its currency as the language of the interface writes it."""
    return _spoken[0].money(amount, currency)


def number(value: Decimal | int) -> str:
    """Return a number as the language of the interface writes it."""
    return _spoken[0].number(value)


def hours(value: Decimal) -> str:
    """Return hours with their unit."""
    return _spoken[0].hours(value)


def date(value: datetime.date, style: str = "long") -> str:
    """Return a date as the language of the interface writes it."""
    return _spoken[0].date(value, style)


def moment(value: datetime.datetime) -> str:
    """Return a moment as the language of the interface writes it, by the clock here."""
    return _spoken[0].moment(value)


def amount(value: Decimal, currency: str, *, decimals: bool = False) -> str:
    """Return an amount without its currency; `decimals` shows them even where they are zero."""
    return _spoken[0].amount(value, currency, decimals=decimals)


def percent(value: Decimal) -> str:
    """Return a percentage."""
    return _spoken[0].percent(value)
