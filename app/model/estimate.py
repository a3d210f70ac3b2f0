"""The estimate: sections of line items, the people who do them, discount and VAT. Sums are in `app.totals`."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from app.model.exchange import Exchange
from app.model.internal import Internal
from app.model.package import Package
from app.model.payment import Payment
from app.model.rate import Rate
from app.model.ratecard import CardUsed
from app.model.rounding import Rounding
from app.model.signoff import Approval, SignOff, Waiver
from app.model.spread import Spread


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
    MONTHS = "months"
    """`people` for `quantity` months, at `rate` a month for one of them (outstaffing)."""


class Period(StrEnum):
    """How often an amount is due."""

    ONCE = "once"
    MONTH = "month"
    YEAR = "year"


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
class Discount:
    """A reduction: `percent` of what it is taken from or an `amount` in major units, whichever is not zero."""

    percent: Decimal = Decimal(0)
    amount: Decimal = Decimal(0)
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surcharge:
    """An addition, for urgency or the like: `percent` of the subtotal or an `amount` in major units, whichever is not
    zero. `section` is the id of the one section that it is for; empty means the whole.
    """

    id: str
    title: str = ""
    percent: Decimal = Decimal(0)
    amount: Decimal = Decimal(0)
    section: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contingency:
    """A reserve for what nobody can know yet: `percent` of the subtotal, printed with its reason."""

    percent: Decimal = Decimal(0)
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineItem:
    """One position.

    `rate` is in major units for one unit of `quantity`; None takes the rate that `role` names (for DAYS, that rate
    times the estimate's hours a day, for MONTHS times its hours a month). `hours` is the effort of an item that is not
    priced by time, so that the sum of hours stays honest; None where there is none to tell. `unit` is the printed unit of
    QUANTITY items, `people` how many work in a MONTHS item. An amount that is due each `period` stands outside the one-off
    total.

    An optional item is shown with its price and counts for nothing until `chosen`. Items of a section that name the same
    `alternative` exclude each other: the chosen one counts, and until one is chosen the eldest (its id is the shortest, then
    the smallest) that is not optional, so that dragging a line changes no sum.
    `packages` are the ids of the packages that it is in, all where it names none. `vat` is its own rate in percent; None
    takes that of the estimate.

    Insiders see the estimator's `spread` of hours, the `cost` of one unit to the studio, and the `actual` hours afterwards.
    """

    id: str
    title: str = ""
    description: str = ""
    pricing: Pricing = Pricing.HOURS
    quantity: Decimal = Decimal(1)
    people: Decimal = Decimal(1)
    unit: str = ""
    rate: Decimal | None = None
    role: str = ""
    hours: Decimal | None = None
    period: Period = Period.ONCE
    optional: bool = False
    chosen: bool = False
    alternative: str = ""
    packages: tuple[str, ...] = ()
    discount: Discount = Discount()
    vat: Decimal | None = None
    spread: Internal[Spread | None] = Internal(None)
    cost: Internal[Decimal | None] = Internal(None)
    actual: Internal[Decimal | None] = Internal(None)
    note: Internal[str] = Internal("")


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateSection:
    """A part of the work with the people who will do it: ids of the proposal's people, and roles that nobody fills yet.

    Sections stand in one list; one of `level` 2 belongs to the nearest section of level 1 before it, which comes to its own
    items and those of the sections that belong to it, less its `discount`.
    """

    id: str
    title: str = ""
    description: str = ""
    level: int = 1
    people: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    items: tuple[LineItem, ...] = ()
    discount: Discount = Discount()
    signed: Internal[SignOff | None] = Internal(None)
    waiver: Internal[Waiver | None] = Internal(None)
    note: Internal[str] = Internal("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vat:
    """Value added tax: `rate` in percent; `reason` is printed when exempt."""

    mode: VatMode = VatMode.EXEMPT
    rate: Decimal = Decimal(0)
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """The whole estimate in one currency (that of the proposal).

    `hours_a_day` and `hours_a_month` convert days and person-months to hours. `equivalent` is the currency (one of
    `exchanges`) in which the total is told a second time. `package` is the id of the package that counts in the total, the
    first one where it is empty. `rate_card` tells where the rates came from.
    """

    sections: tuple[EstimateSection, ...] = ()
    rates: tuple[Rate, ...] = ()
    surcharges: tuple[Surcharge, ...] = ()
    contingency: Contingency = Contingency()
    discount: Discount = Discount()
    vat: Vat = Vat()
    rounding: Rounding = Rounding()
    hours_a_day: Decimal = Decimal(8)
    hours_a_month: Decimal = Decimal(160)
    packages: tuple[Package, ...] = ()
    package: str = ""
    payments: tuple[Payment, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    equivalent: str = ""
    rate_card: CardUsed = CardUsed()
    approvals: Internal[tuple[Approval, ...]] = Internal(())
