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

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """Return the phrase in the plural form that `n` takes; `{n}` is filled."""

    def money(self, amount: Decimal, currency: str, *, decimals: bool | None = None) -> str:
        """Return an amount with its currency sign. `decimals` None shows them only where they are not zero."""

    def amount(self, amount: Decimal, currency: str, *, decimals: bool | None = None) -> str:
        """Return an amount without a currency sign."""

    def currency_sign(self, currency: str) -> str:
        """Return the sign of a currency, such as ₽."""

    def number(self, number: Decimal) -> str:
        """Return a number with up to two decimals."""

    def hours(self, hours: Decimal) -> str:
        """Return hours with their unit, such as "12,5 ч"."""

    def percent(self, percent: Decimal) -> str:
        """Return a percentage: 20 becomes "20 %"."""

    def date(self, date: datetime.date) -> str:
        """Return a date in words, such as "21 ноября 2026 года"."""

    def listing(self, items: Iterable[str]) -> str:
        """Return "A, B and C"."""
