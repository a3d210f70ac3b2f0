"""The estimate: sections of line items, the people who do them, discount and VAT. Sums are in `app.totals`."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from app.model.internal import Internal


class Pricing(StrEnum):
    """How a line item is priced."""

    HOURS = "hours"
    """`quantity` hours at `rate` an hour."""
    DAYS = "days"
    """`quantity` working days at `rate` a day."""
    FIXED = "fixed"
    """`rate` is the whole price; `quantity` is 1."""
    QUANTITY = "quantity"
    """`quantity` units at `rate` a unit."""


class VatMode(StrEnum):
    """How value added tax stands to the prices."""

    INCLUDED = "included"
    ADDED = "added"
    EXEMPT = "exempt"


class Detail(StrEnum):
    """How much of the estimate the client sees."""

    DETAILED = "detailed"
    SECTIONS = "sections"
    TOTALS = "totals"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """The price of an hour of a role or a person. `id` is what a line item names in `role`: a role's name or a
    person's id. `amount` is in major units an hour.
    """

    id: str
    amount: Decimal
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineItem:
    """One position.

    `rate` is in major units for one unit of `quantity`; None takes the rate that `role` names (for DAYS, that rate
    times the estimate's hours a day). `hours` is the effort of an item that is not priced by hours or days, so that
    the sum of hours stays honest; None where there is none to tell. `unit` is the printed unit of QUANTITY items.
    An optional item is shown with its price and counts for nothing until `chosen`.
    """

    id: str
    title: str = ""
    description: str = ""
    pricing: Pricing = Pricing.HOURS
    quantity: Decimal = Decimal(1)
    unit: str = ""
    rate: Decimal | None = None
    role: str = ""
    hours: Decimal | None = None
    optional: bool = False
    chosen: bool = False
    note: Internal[str] = Internal("")


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateSection:
    """A part of the work with the people who will do it: ids of the proposal's people, and roles that nobody fills yet."""

    id: str
    title: str = ""
    description: str = ""
    people: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    items: tuple[LineItem, ...] = ()
    note: Internal[str] = Internal("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Discount:
    """A reduction of the whole: `percent` of the subtotal or an `amount` in major units, whichever is not zero."""

    percent: Decimal = Decimal(0)
    amount: Decimal = Decimal(0)
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vat:
    """Value added tax: `rate` in percent; `reason` is printed when exempt."""

    mode: VatMode = VatMode.EXEMPT
    rate: Decimal = Decimal(0)
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """The whole estimate in one currency (that of the proposal). `hours_a_day` converts days to hours."""

    sections: tuple[EstimateSection, ...] = ()
    rates: tuple[Rate, ...] = ()
    discount: Discount = Discount()
    vat: Vat = Vat()
    hours_a_day: Decimal = Decimal(8)
