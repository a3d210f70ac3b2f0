"""What all parts of a workbook share while it is filled: the cells so far, and the names of cells for formulas."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from app.exchange.columns import AMOUNTS, Columns
from app.exchange.figures import coin_digits, factors, step_digits, vat_rates
from app.exchange.plan import Plan
from app.exchange.view import Names, Shown
from app.i18n import Words
from app.intake.cells import letters
from app.model.estimate import Period

Value = str | Decimal | datetime.date | None


@dataclass(frozen=True, slots=True)
class Put:
    """What stands in a cell: a value, or a formula with the value that it comes to. `style` names its look."""

    value: Value = None
    formula: str = ""
    style: str = "text"


@dataclass(slots=True)
class Book:
    """A workbook in the making. Rows and columns count from 0; `cells` are by (row, column).

    `vat_rates` and `factors` are those of `app.exchange.figures`.
    """

    shown: Shown
    words: Words
    names: Names
    columns: Columns
    plan: Plan
    cells: dict[tuple[int, int], Put] = field(default_factory=dict)
    vat_rates: tuple[Decimal, ...] = ()
    factors: dict[Period, Mapping[str, Decimal]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Compute once what every line needs."""
        self.vat_rates = vat_rates(self.shown)
        self.factors = {period: factors(self.shown, period) for period in self.columns.periods}

    def put(self, row: int, column: str, value: Value = None, style: str = "text", formula: str = "") -> None:
        """Fill a cell of a column that there is; of one that there is not nothing happens."""
        if column in self.columns:
            self.cells[row, self.columns.place(column)] = Put(value, formula, style)

    def at(self, row: int, column: str, *, fixed: bool = False) -> str:
        """Return the name of a cell for formulas: D7, or $D$7 where it stays the same when rows are copied."""
        name = letters(self.columns.place(column) + 1)
        return f"${name}${row + 1}" if fixed else f"{name}{row + 1}"

    def down(self, first: int, last: int, column: str) -> str:
        """Return the name of a range in a column."""
        return f"{self.at(first, column)}:{self.at(last, column)}"

    def amount(self, row: int, period: Period) -> str:
        """Return the name of a cell with an amount."""
        return self.at(row, AMOUNTS[period])

    @property
    def net(self) -> int:
        """Return the row of the amount that VAT is computed of."""
        for kind in ("net", "subtotal") if self.plan.find("vat", "0") is not None and self._is_added else ():
            row = self.plan.find(kind)
            if row is not None:
                return row
        return self.plan.row("total")

    @property
    def _is_added(self) -> bool:
        return self.plan.row("vat", "0") < self.plan.row("total")

    def step(self, expression: str) -> str:
        """Return the formula that rounds by the declared step."""
        return f"ROUND({expression},{step_digits(self.shown)})"

    def coin(self, expression: str) -> str:
        """Return the formula that rounds to the currency's coin."""
        return f"ROUND({expression},{coin_digits(self.shown)})"

    def name(self, person_or_role: str) -> str:
        """Return how an id of a person or role reads."""
        return self.names.get(person_or_role, person_or_role)


def plus(terms: Iterable[str]) -> str:
    """Return the sum of terms as a formula, 0 for none."""
    return "+".join(terms) or "0"
