"""Languages: the words of documents and of the window, numbers, money, dates and lists the way a language writes them.

Phrases come from gettext catalogs in `assets/translations` whose keys are the English phrases themselves; numbers and
dates from the Unicode CLDR through Babel, which is imported at the first use because a start does not need it.
"""

import datetime
import gettext
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from app.model.money import minor_digits, round_to

if TYPE_CHECKING:
    from babel import Locale

TRANSLATIONS = Path(__file__).resolve().parent.parent / "assets" / "translations"
"""Where the catalogs are: `<language>/LC_MESSAGES/<domain>.mo`."""

DOCUMENT = "document"
INTERFACE = "interface"

NBSP = "\u00a0"
MINUS = "\u2212"
HALF = Decimal("0.5")
_FIGURES = "dd.MM.y"
_UNIT_DIGITS = 6
"""Decimals of the price of a unit and of how many units there are, at most."""


@dataclass(frozen=True, slots=True)
class Convention:
    """How a language writes what Babel leaves open. Dates are CLDR patterns, the others templates.

    `dash` stands between two days of different months; days of one month have a plain en dash.
    """

    locale: str
    date: str
    short_date: str
    day: str
    dash: str
    money: str
    hours: str
    percent: str


CONVENTIONS = {
    "ru": Convention(
        locale="ru",
        date="d MMMM y 'года'",
        short_date=_FIGURES,
        day="d MMMM",
        dash=f"{NBSP}— ",
        money=f"{{minus}}{{amount}}{NBSP}{{sign}}",
        hours=f"{{n}}{NBSP}ч",
        percent=f"{{n}}{NBSP}%",
    ),
    "en": Convention(
        locale="en_GB",
        date="d MMMM y",
        short_date="d MMM y",
        day="d MMMM",
        dash=f"{NBSP}– ",
        money="{minus}{sign}{amount}",
        hours=f"{{n}}{NBSP}h",
        percent="{n}%",
    ),
}

CURRENCY_SIGNS = {
    "RUB": "₽", "USD": "$", "EUR": "€", "GBP": "£", "CNY": "¥", "JPY": "¥", "KZT": "₸", "UAH": "₴", "GEL": "₾",
    "AMD": "֏", "AZN": "₼", "TRY": "₺", "INR": "₹", "ILS": "₪", "KRW": "₩", "VND": "₫", "BYN": "Br", "PLN": "zł",
    "CZK": "Kč",
}  # fmt: skip
"""The narrow currency signs of CLDR, which Babel does not carry. A currency without a sign is written as its code."""


class Words:
    """Speaks one language. `domain` chooses the catalog: phrases of documents, or of the window on top of these."""

    def __init__(self, language: str, domain: str = DOCUMENT) -> None:
        self.language = language if language in CONVENTIONS else "en"
        self._says = CONVENTIONS[self.language]
        self._catalog = _catalog(self.language, domain)

    def __call__(self, msgid: str, **values: object) -> str:
        """Return the words for an English phrase with its placeholders filled; the phrase itself where none are known."""
        return self._catalog.gettext(msgid).format_map(values)

    def plural(self, one: str, many: str, n: Decimal | int, **values: object) -> str:
        """Return the phrase in the plural form that `n` takes; `{n}` is filled with the number.

        A fraction takes the form of two in both languages (CLDR: "1.5 hours", «1,5 часа»).
        """
        number = Decimal(n)
        count = 2 if number % 1 else int(abs(number))
        return self._catalog.ngettext(one, many, count).format_map({"n": self.number(number), **values})

    def money(self, amount: Decimal, currency: str, *, decimals: bool | None = None) -> str:
        """Return an amount with its currency sign: «1 234 500 ₽», "€1,234.50"; without one where no currency is known.

        `decimals` True shows them even where they are zero, for a column in which any amount has some; otherwise they
        are shown where they are not zero, so that nothing false is ever printed.
        """
        if not currency:
            return self.amount(amount, currency, decimals=decimals)
        minus = MINUS if round_to(amount, minor_digits(currency)) < 0 else ""
        return self._signed(self.amount(abs(amount), currency, decimals=decimals), currency, minus)

    def rate(self, amount: Decimal, currency: str) -> str:
        """Return a rate of exchange with all its decimals and the currency sign: «92,5134 ₽»."""
        return self._signed(_figures(amount, "#" * max(-int(amount.as_tuple().exponent), 0), self._says.locale), currency)

    def _signed(self, figures: str, currency: str, minus: str = "") -> str:
        sign = self.currency_sign(currency)
        gap = NBSP if sign and sign[-1].isalpha() and self._says.money.endswith("{amount}") else ""
        return self._says.money.format(minus=minus, amount=figures, sign=sign + gap)

    def amount(self, amount: Decimal, currency: str, *, decimals: bool | None = None) -> str:
        """Return an amount without a currency sign, with decimals as in `money`."""
        rounded = round_to(amount, minor_digits(currency))
        shown = minor_digits(currency) if decimals or rounded != rounded.to_integral_value() else 0
        return _figures(rounded, "0" * shown, self._says.locale)

    def price(self, amount: Decimal, currency: str) -> str:
        """Return the price of a unit without a currency sign, as an amount is told; decimals beyond those of the currency stay,
        so that price times volume is what stands beside them: «333,333».
        """
        exact = round_to(amount, _UNIT_DIGITS)
        if exact == round_to(amount, minor_digits(currency)):
            return self.amount(amount, currency)
        minor = minor_digits(currency)
        return _figures(exact, "0" * minor + "#" * (_UNIT_DIGITS - minor), self._says.locale)

    def in_words(self, amount: Decimal, currency: str) -> str:
        """Return an amount written out, for contracts: «Сто двадцать рублей 50 копеек». Raises ValueError for one below zero."""
        from app.inwords import amount_in_words

        return amount_in_words(amount, currency, self.language)

    def currency_sign(self, currency: str) -> str:
        """Return the sign of a currency, such as ₽; its code where it has none."""
        return CURRENCY_SIGNS.get(currency, currency)

    def number(self, number: Decimal | int) -> str:
        """Return a number with up to two decimals."""
        return _figures(round_to(Decimal(number), 2), "##", self._says.locale)

    def count(self, number: Decimal) -> str:
        """Return how many units there are, with the decimals that are told: «0,125»."""
        return _figures(round_to(number, _UNIT_DIGITS), "#" * _UNIT_DIGITS, self._says.locale)

    def hours(self, hours: Decimal) -> str:
        """Return hours with their unit, such as «12,5 ч»."""
        return self._says.hours.format(n=self.number(hours))

    def percent(self, percent: Decimal) -> str:
        """Return a percentage: 20 becomes «20 %» or "20%"."""
        return self._says.percent.format(n=self.number(percent))

    def date(self, date: datetime.date, style: str = "long") -> str:
        """Return a date: «21 ноября 2026 года», or in the "short" style «21.11.2026»."""
        return _date(date, self._says.short_date if style == "short" else self._says.date, self._says.locale)

    def moment(self, at: datetime.datetime) -> str:
        """Return a moment as a clock here shows it: «21.11.2026, 14:03»."""
        local = at.astimezone()
        return f"{self.date(local.date(), 'short')}, {local:%H:%M}"

    def day(self, date: datetime.date, *, short: bool = False) -> str:
        """Return a day and its month, which no line break parts: «21 ноября», in short «21 нояб.»."""
        pattern = self._says.day.replace("MMMM", "MMM") if short else self._says.day
        return _date(date, pattern, self._says.locale).replace(" ", NBSP)

    def month(self, date: datetime.date, *, short: bool = False, year: bool = True) -> str:
        """Return a date's month and year: «ноябрь 2026», in short «нояб. 2026», and without the year «ноябрь»."""
        pattern = ("LLL" if short else "LLLL") + (" y" if year else "")
        return _date(date, pattern, self._says.locale).replace(" ", NBSP if short else " ")

    def period(self, first: datetime.date, last: datetime.date, *, year: bool = False) -> str:
        """Return the days from the first to the last one: «14–27 сентября», «28 сентября — 2 октября».

        `year` says the year too, of both days where they are of different years.
        """
        pattern = self._says.day + (" y" if year else "")
        end = _date(last, pattern, self._says.locale)
        if first >= last:
            start = ""
        elif (first.year, first.month) == (last.year, last.month):
            start = f"{first.day}–"
        else:
            own = pattern if first.year != last.year else self._says.day
            start = _date(first, own, self._says.locale).replace(" ", NBSP) + self._says.dash
        return start + end.replace(" ", NBSP)

    def weeks(self, weeks: Decimal) -> str:
        """Return how many weeks: «3 недели», «2,5 недели», «полнедели»."""
        if weeks == HALF:
            return self(phrase("half a week"))
        return self.plural("{n} week", "{n} weeks", weeks)

    def listing(self, items: Iterable[str]) -> str:
        """Return «A, B и C»."""
        from babel.lists import format_list

        named = list(items)
        return format_list(named, locale=_locale(self._says.locale)) if named else ""


def phrase(msgid: str) -> str:
    """Mark a phrase for the catalogs where it is not at once given to a `Words`; return it unchanged."""
    return msgid


@cache
def _catalog(language: str, domain: str) -> gettext.NullTranslations:
    catalog = gettext.translation(domain, TRANSLATIONS, [language], fallback=True)
    if domain != DOCUMENT:
        catalog.add_fallback(_catalog(language, DOCUMENT))
    return catalog


@cache
def _locale(name: str) -> "Locale":
    from babel import Locale

    return Locale.parse(name)


@cache
def _signs(locale: str) -> dict[int, str]:
    """Return what a locale writes in place of the signs of Python's own numbers."""
    known = _locale(locale)
    symbols = known.number_symbols[known.default_numbering_system]
    return str.maketrans({",": symbols["group"], ".": symbols["decimal"], "-": MINUS})


@lru_cache(4096)
def _figures(number: Decimal, decimals: str, locale: str) -> str:
    """Return the figures of a rounded number; `decimals` are the places after the comma: 0 always, # where needed."""
    figures = f"{number + 0:,.{len(decimals)}f}"
    if "#" in decimals:
        figures = figures.rstrip("0").rstrip(".")
    return figures if figures.isdigit() else figures.translate(_signs(locale))


@lru_cache(256)
def _date(date: datetime.date, pattern: str, locale: str) -> str:
    if pattern == _FIGURES:
        return f"{date:%d.%m}.{date.year}"
    from babel.dates import format_date

    return format_date(date, pattern, locale=_locale(locale))
