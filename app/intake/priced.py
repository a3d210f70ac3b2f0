"""The figures of a row, the price that they make, and what is told of it."""

from dataclasses import dataclass
from decimal import Decimal

from app.intake.headingwords import Field
from app.intake.units import TimeUnit
from app.model.estimate import Period, Pricing
from app.model.money import round_money

HOURS_A_DAY = Decimal(8)
HOURS_A_MONTH = Decimal(160)
CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a row, None where a cell is empty.

    `unit` is the text of the unit column, `rate_per` the unit of time that the rate is for where something tells,
    `has_sums` whether the table has a column of sums, so that a price beside it is the price of one. `staff` tells that
    the row is about somebody who is hired, `month_word` is how the table's language names months.
    """

    quantity: Decimal | None = None
    unit: str = ""
    hours: Decimal | None = None
    days: Decimal | None = None
    rate: Decimal | None = None
    price: Decimal | None = None
    sum: Decimal | None = None
    rate_per: TimeUnit = TimeUnit.NONE
    has_sums: bool = False
    currency: str = ""
    months: Decimal | None = None
    people: Decimal | None = None
    staff: bool = False
    month_word: str = "мес."

    @property
    def one(self) -> Decimal | None:
        """The price of one, whichever column tells it."""
        return self.rate if self.rate is not None else self.price


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to tell about a price: the code of the problem, the field whose cell it is about, the facts."""

    code: str
    field: Field
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Priced:
    """The price of an item in the model's terms; `rate` is None where the row tells no price."""

    pricing: Pricing
    quantity: Decimal = Decimal(1)
    rate: Decimal | None = None
    unit: str = ""
    hours: Decimal | None = None
    remarks: tuple[Remark, ...] = ()
    people: Decimal = Decimal(1)
    period: Period = Period.ONCE

    @property
    def exact(self) -> Decimal:
        """What it comes to before any rounding."""
        return self.quantity * self.people * (self.rate or Decimal(0))


def same(product: Decimal, written: Decimal, currency: str) -> bool:
    """Tell whether two amounts are the same when they are rounded to the currency's smallest coin."""
    return abs(round_money(product, currency) - round_money(written, currency)) < CENT


def exact_share(whole: Decimal, count: Decimal) -> Decimal | None:
    """Return what one is where `count` of them make the whole and one is exact to the hundredth."""
    if not count:
        return None
    share = (whole / count).quantize(CENT)
    return plain(share) if share * count == whole else None


def plain(number: Decimal) -> Decimal:
    """Return a number without needless zeros behind the point."""
    whole = number.to_integral_value()
    return whole if number == whole else number


def fixed(amount: Decimal, figures: Figures, hours: Decimal | None = None) -> Priced:
    """Return a fixed price."""
    return Priced(Pricing.FIXED, rate=plain(round_money(amount, figures.currency)), hours=hours)
