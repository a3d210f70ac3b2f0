"""The white list: what of an estimate a client may see, by fixed names. What is not named here reaches no file.

The names head the columns of text files and name the values in workbooks; they never change, so that old files stay readable.
"""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any

from app.model.estimate import Estimate, EstimateSection, LineItem, Period, Pricing, Surcharge, VatMode
from app.model.exchange import Exchange
from app.model.package import Package
from app.model.payment import Payment
from app.model.rate import Rate
from app.model.rounding import RoundingScope, RoundingStep


class Kind(StrEnum):
    """What a value is."""

    TEXT = "text"
    NUMBER = "number"
    MAYBE = "maybe"
    """A number, or nothing."""
    WHOLE = "whole"
    FLAG = "flag"
    DAY = "day"
    """A date, or nothing."""
    NAMES = "names"
    """Several texts."""
    CHOICE = "choice"
    """One of an enumeration."""


@dataclass(frozen=True, slots=True)
class Field:
    """One value of an element: its fixed `name`, the attributes that lead to it, and what it is."""

    name: str
    path: tuple[str, ...]
    kind: Kind = Kind.TEXT
    choices: type[StrEnum] | None = None

    def get(self, element: Any) -> Any:
        """Return the value of an element."""
        for step in self.path:
            element = getattr(element, step)
        return element

    def put(self, element: Any, value: Any) -> Any:
        """Return the element with another value."""
        first, *rest = self.path
        if rest:
            value = Field(self.name, tuple(rest)).put(getattr(element, first), value)
        return replace(element, **{first: value})


def _field(name: str, kind: Kind = Kind.TEXT, choices: type[StrEnum] | None = None, path: str = "") -> Field:
    return Field(name, tuple((path or name).split(".")), kind, choices)


def _texts(*names: str) -> tuple[Field, ...]:
    return tuple(_field(name) for name in names)


def _numbers(*names: str) -> tuple[Field, ...]:
    return tuple(_field(name, Kind.NUMBER) for name in names)


_DISCOUNT = (
    _field("discount_percent", Kind.NUMBER, path="discount.percent"),
    _field("discount_amount", Kind.NUMBER, path="discount.amount"),
    _field("discount_reason", path="discount.reason"),
)

ESTIMATE = (
    *_numbers("hours_a_day", "hours_a_month"),
    _field("rounding_step", Kind.CHOICE, RoundingStep, "rounding.step"),
    _field("rounding_scope", Kind.CHOICE, RoundingScope, "rounding.scope"),
    _field("contingency_percent", Kind.NUMBER, path="contingency.percent"),
    _field("contingency_reason", path="contingency.reason"),
    *_DISCOUNT,
    _field("vat_mode", Kind.CHOICE, VatMode, "vat.mode"),
    _field("vat_rate", Kind.NUMBER, path="vat.rate"),
    _field("vat_reason", path="vat.reason"),
    *_texts("package", "equivalent"),
    _field("card", path="rate_card.id"),
    _field("card_title", path="rate_card.title"),
    _field("card_until", Kind.DAY, path="rate_card.valid_until"),
    _field("card_locked", Kind.FLAG, path="rate_card.locked"),
)

SECTION = (
    *_texts("title", "description"),
    _field("level", Kind.WHOLE),
    _field("people", Kind.NAMES),
    _field("roles", Kind.NAMES),
    *_DISCOUNT,
)

ITEM = (
    *_texts("title", "description"),
    _field("pricing", Kind.CHOICE, Pricing),
    *_numbers("quantity", "people"),
    _field("unit"),
    _field("rate", Kind.MAYBE),
    _field("role"),
    _field("hours", Kind.MAYBE),
    _field("period", Kind.CHOICE, Period),
    _field("optional", Kind.FLAG),
    _field("chosen", Kind.FLAG),
    _field("alternative"),
    _field("packages", Kind.NAMES),
    *_DISCOUNT,
    _field("vat", Kind.MAYBE),
)

RATE = (_field("amount", Kind.NUMBER), *_texts("title", "currency"), _field("locked", Kind.FLAG))
SURCHARGE = (_field("title"), *_numbers("percent", "amount"), _field("section"))
PACKAGE = _texts("title", "text")
PAYMENT = (_field("title"), _field("date", Kind.DAY), *_numbers("percent", "amount"))
EXCHANGE = (_field("rate", Kind.NUMBER), _field("date", Kind.DAY), _field("source"))

FIELDS: Mapping[str, tuple[Field, ...]] = {
    "estimate": ESTIMATE,
    "section": SECTION,
    "item": ITEM,
    "rate": RATE,
    "surcharge": SURCHARGE,
    "package": PACKAGE,
    "payment": PAYMENT,
    "exchange": EXCHANGE,
}
"""The fields of every kind of element, beside what names it: its id, of an exchange its currency."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of an estimate: the kind of its elements, its name in the model, and an empty element to begin with."""

    kind: str
    name: str
    empty: Callable[[str], Any]


LISTS = (
    Listed("rate", "rates", lambda name: Rate(id=name, amount=Decimal(0))),
    Listed("surcharge", "surcharges", lambda name: Surcharge(id=name)),
    Listed("package", "packages", lambda name: Package(id=name)),
    Listed("payment", "payments", lambda name: Payment(id=name)),
    Listed("exchange", "exchanges", lambda name: Exchange(currency=name, rate=Decimal(0), date=datetime.date.min)),
)
"""The lists beside the sections."""


def name_of(element: Any) -> str:
    """Return what names an element in its list: the id; of an exchange the currency."""
    named: str = element.currency if isinstance(element, Exchange) else element.id
    return named


def renamed(element: Any, name: str) -> Any:
    """Return the element under another name."""
    return replace(element, currency=name) if isinstance(element, Exchange) else replace(element, id=name)


def copied(kind: str, source: Any, empty: Any) -> Any:
    """Return the empty element with all values that the white list names."""
    values: dict[str, Any] = {}
    inner: dict[str, dict[str, Any]] = {}
    for field in FIELDS[kind]:
        first, *rest = field.path
        (inner.setdefault(first, {}) if rest else values)[field.path[-1]] = field.get(source)
    values |= {first: replace(getattr(empty, first), **parts) for first, parts in inner.items()}
    return replace(empty, **values)


def public(estimate: Estimate) -> Estimate:
    """Return what a client may see of an estimate; everything internal is as in a new one."""
    lists: dict[str, Any] = {
        one.name: tuple(copied(one.kind, each, one.empty(name_of(each))) for each in getattr(estimate, one.name)) for one in LISTS
    }
    whole: Estimate = replace(copied("estimate", estimate, Estimate()), **lists)
    return replace(whole, sections=tuple(public_section(section) for section in estimate.sections))


def public_section(section: EstimateSection) -> EstimateSection:
    """Return what a client may see of a section."""
    shown: EstimateSection = copied("section", section, EstimateSection(id=section.id))
    return replace(shown, items=tuple(public_item(item) for item in section.items))


def public_item(item: LineItem) -> LineItem:
    """Return what a client may see of a line item."""
    shown: LineItem = copied("item", item, LineItem(id=item.id))
    return shown
