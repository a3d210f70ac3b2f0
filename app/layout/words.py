"""The words and numbers of a document's language, as the layout needs them."""

import datetime
from collections.abc import Iterable
from decimal import Decimal
from typing import Protocol


class Words(Protocol):
    """Speaks one language. `app.i18n.Words` is the real one; the layout only knows this shape."""

    @property
    def language(self) -> str:
        """Return the language code, such as "ru"."""

    def __call__(self, msgid: str, **values: object) -> str:
        """Return the words for an English phrase with its placeholders filled."""

    def plural(self, one: str, many: str, n: Decimal | int, **values: object) -> str:
        """Return the phrase in the plural form that `n` takes; `{n}` is filled."""

    def money(self, amount: Decimal, currency: str, *, decimals: bool | None = None) -> str:
        """Return an amount with its currency sign. `decimals` None shows them only where they are not zero."""

    def amount(self, amount: Decimal, currency: str, *, decimals: bool | None = None) -> str:
        """Return an amount without a currency sign."""

    def in_words(self, amount: Decimal, currency: str) -> str:
        """Return an amount written out: "One hundred and twenty roubles and 50 kopecks". Raises ValueError below zero."""

    def currency_sign(self, currency: str) -> str:
        """Return the sign of a currency, such as ₽."""

    def price(self, amount: Decimal, currency: str) -> str:
        """Return the price of a unit with all its decimals, without a currency sign."""

    def count(self, number: Decimal) -> str:
        """Return how many units there are, with all decimals."""

    def number(self, number: Decimal) -> str:
        """Return a number with up to two decimals."""

    def rate(self, amount: Decimal, currency: str) -> str:
        """Return a rate of exchange with all its decimals and its currency sign."""

    def hours(self, hours: Decimal) -> str:
        """Return hours with their unit, such as "12,5 ч"."""

    def percent(self, percent: Decimal) -> str:
        """Return a percentage: 20 becomes "20 %"."""

    def date(self, date: datetime.date) -> str:
        """Return a date in words, such as "21 ноября 2026 года"."""

    def day(self, date: datetime.date, *, short: bool = False) -> str:
        """Return a day and its month: "21 ноября", in short "21 нояб."."""

    def month(self, date: datetime.date, *, short: bool = False, year: bool = True) -> str:
        """Return a month: "ноябрь 2026", in short "нояб. 2026"."""

    def period(self, first: datetime.date, last: datetime.date, *, year: bool = False) -> str:
        """Return the days from the first to the last one: "14–27 сентября"."""

    def weeks(self, weeks: Decimal) -> str:
        """Return how many weeks: "2,5 недели"."""

    def listing(self, items: Iterable[str]) -> str:
        """Return "A, B and C"."""
