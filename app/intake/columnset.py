"""Which column holds what."""

from dataclasses import dataclass, field
from decimal import Decimal

from app.intake.headingwords import Field
from app.intake.units import TimeUnit


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """The columns by what they hold. Only hours may be in several, which add up or are of several roles.

    `scale` multiplies the money of a column, `rate_per` is the unit of time of the rates where the heading tells,
    `vat` what the headings say of the sums: "with", "without" or nothing; `gross` is the column of the sums with VAT that
    stands beside those without. `roles` are the names that head columns of hours, `role_rates` the prices of an hour in
    these headings; `role_time` tells when they hold days. `percent` are columns whose heading says that they hold per cents;
    `vat_rates` tells that the column of VAT holds rates, not amounts.
    """

    columns: dict[Field, tuple[int, ...]]
    scale: dict[int, Decimal] = field(default_factory=dict)
    rate_per: TimeUnit = TimeUnit.NONE
    vat: str = ""
    gross: int = 0
    roles: dict[int, str] = field(default_factory=dict)
    role_rates: dict[int, Decimal] = field(default_factory=dict)
    role_time: TimeUnit = TimeUnit.HOURS
    percent: frozenset[int] = frozenset()
    month_word: str = ""
    vat_rates: bool = False

    def column(self, wanted: Field) -> int:
        """Return the column of a field, 0 where there is none."""
        found = self.columns.get(wanted, ())
        return found[0] if found else 0

    def of(self, *fields: Field) -> tuple[int, ...]:
        """Return all columns of some fields."""
        return tuple(column for wanted in fields for column in self.columns.get(wanted, ()))
