"""A row of an estimate becomes a line item, or several: one of each role, what is due once and what is due every month."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from app.intake.bearable import bearable
from app.intake.columnset import ColumnMap
from app.intake.effort import times
from app.intake.figures import FigureReader
from app.intake.headingwords import Field
from app.intake.itemtexts import ItemTexts
from app.intake.people import names_in
from app.intake.priced import HOURS_A_DAY, Figures, Priced, same
from app.intake.pricing import price
from app.intake.reduced import Reduction, net, reduced
from app.intake.rowfigures import RowFigures, RowTold
from app.intake.rowkinds import KnownRow
from app.intake.units import TimeUnit
from app.intake.vatcolumn import vat_rate
from app.model.estimate import Discount, LineItem, Period, Pricing
from app.model.internal import Internal
from app.model.money import round_money
from app.model.spread import Spread
from app.problems import Severity, problem

_INFO = {"estimate-hours-multiplied", "estimate-days-multiplied", "estimate-quantity-dropped", "estimate-line-discount-in-sum"}
_UNPRICED = {"estimate-no-price", "estimate-no-hours"}
_NOTHING = Decimal(0)
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line item with what the model keeps elsewhere: names, the currency of its cells, its amount in money.

    `variant` is what a column of alternatives says, `row` and `column` name the cell of its title.
    """

    item: LineItem
    names: tuple[str, ...]
    currencies: tuple[str, ...]
    amount: Decimal
    variant: str = ""
    row: int = 0
    column: int = 1


def splits_roles(columns: ColumnMap, role_rates: Mapping[int, Decimal]) -> bool:
    """Tell whether every role gets an item of its own: they have prices of their own, or nothing in the table has one."""
    return bool(role_rates) or not columns.of(Field.RATE, Field.PRICE, Field.SUM)


class EntryReader:
    """Makes line items of the rows of one sheet. `role_rates` are the prices of an hour by column, where roles have columns."""

    def __init__(
        self, columns: ColumnMap, reader: FigureReader, currency: str, numbered: bool, role_rates: dict[int, Decimal]
    ) -> None:
        self._columns = columns
        self._reader = reader
        self._currency = currency
        self._role_rates = role_rates
        self._split = splits_roles(columns, role_rates)
        self._figures = RowFigures(columns, reader, currency)
        self._texts = ItemTexts(columns, reader, numbered)

    def read(self, known: KnownRow, next_id: Callable[[], str]) -> list[Entry]:
        """Read a row; what is wrong in it goes to the reader's problems."""
        told = self._figures.read(known.row)
        base = self._texts.read(known)
        several = told.by_role and self._split
        items = self._of_roles(known, base, told, next_id) if several else self._of_row(known, base, told, next_id)
        names = names_in(self._figures.text(known.row, Field.WHO))
        variant = self._figures.text(known.row, Field.ALTERNATIVE)
        where = self._reader.where(known.row.number, known.column)
        entries = []
        for told_item in items:
            item = bearable(told_item, where, self._reader.problems)
            amount = net(item.quantity * item.people * (item.rate or _NOTHING), item.discount, self._currency)
            entries.append(Entry(item, names, told.currencies, amount, variant, known.row.number, known.column))
        return entries

    def _of_row(self, known: KnownRow, base: LineItem, told: RowTold, next_id: Callable[[], str]) -> list[LineItem]:
        """Return the item of a row, and beside it what is due every month or year."""
        figures, spread = _with_roles_added(told, self._columns.role_time)
        reduction = self._reduction(known)
        priced, discount = reduced(figures, reduction) if reduction else (price(figures), Discount())
        role = base.role or (told.by_role[0].role if len(told.by_role) == 1 else "")
        first = replace(
            base,
            id=next_id(),
            pricing=priced.pricing,
            quantity=priced.quantity,
            people=priced.people,
            unit=priced.unit,
            rate=priced.rate,
            role=role,
            hours=priced.hours if priced.pricing is not Pricing.HOURS else None,
            discount=discount,
            period=base.period if priced.period is Period.ONCE else priced.period,
            vat=self._vat(known),
            spread=Internal(spread),
        )
        if priced.rate is None and told.recurring:
            (period, amount), *others = told.recurring
            effort = figures.hours if figures.days is None else figures.days * HOURS_A_DAY
            first = replace(first, pricing=Pricing.FIXED, quantity=Decimal(1), rate=amount, period=period, unit="", hours=effort)
        else:
            others = list(told.recurring)
            self._tell(known, priced, told.faulty)
        due = LineItem(id="", title=base.title, pricing=Pricing.FIXED, role=role, optional=base.optional, vat=first.vat)
        return [first, *(replace(due, id=next_id(), rate=amount, period=period) for period, amount in others)]

    def _of_roles(self, known: KnownRow, base: LineItem, told: RowTold, next_id: Callable[[], str]) -> list[LineItem]:
        """Return an item of every role that has hours in a row. The sum of the row must be what they come to."""
        in_days = self._columns.role_time is TimeUnit.DAYS
        items = []
        for part in told.by_role:
            rate = self._role_rates.get(part.column, told.figures.rate)
            if rate is not None and in_days and told.figures.rate_per is not TimeUnit.DAYS:
                rate = rate * HOURS_A_DAY
            title = f"{base.title} — {part.role}" if len(told.by_role) > 1 and base.title else base.title
            items.append(
                replace(
                    base,
                    id=next_id(),
                    title=title,
                    pricing=Pricing.DAYS if in_days else Pricing.HOURS,
                    quantity=part.value,
                    rate=rate,
                    role=part.role,
                    vat=self._vat(known),
                    spread=Internal(times(part.spread, HOURS_A_DAY if in_days else Decimal(1))),
                )
            )
        unpriced = next((part for part, item in zip(told.by_role, items, strict=True) if item.rate is None), None)
        if unpriced and self._role_rates:
            facts = {"role": unpriced.role, "title": base.title[:60]}
            self._reader.tell("estimate-role-without-rate", known.row.number, unpriced.column, Severity.WARNING, **facts)
        whole, computed = told.figures.sum, sum((item.quantity * (item.rate or _NOTHING) for item in items), _NOTHING)
        if whole is not None and not unpriced and not same(whole, computed, self._currency):
            facts = {"title": base.title[:60], "written": f"{whole:f}", "computed": f"{round_money(computed, self._currency):f}"}
            column = self._columns.column(Field.SUM)
            self._reader.tell("estimate-sum-differs", known.row.number, column, Severity.WARNING, **facts)
        return items

    def _reduction(self, known: KnownRow) -> Reduction | None:
        """Return the discount of a row; one above everything is told and left out."""
        column = self._columns.column(Field.DISCOUNT)
        cell = known.row.cell(column)
        reading = self._reader.read(known.row.number, cell, signed=True)
        if not reading.value or cell is None:
            return None
        percent = True if reading.percent or column in self._columns.percent else False if reading.currency else None
        if percent and abs(reading.value) > _HUNDRED:
            facts = {"discount": cell.text[:60], "subtotal": "100 %"}
            self._reader.tell("estimate-discount-too-large", known.row.number, column, Severity.ERROR, **facts)
            return None
        return Reduction(abs(reading.value), percent, self._columns.column(Field.SUM) > column)

    def _vat(self, known: KnownRow) -> Decimal | None:
        """Return the rate of a row where the column of VAT tells rates."""
        return vat_rate(known.row, self._columns, self._reader) if self._columns.vat_rates else None

    def _tell(self, known: KnownRow, priced: Priced, faulty: bool) -> None:
        """A missing price is not told where the fault of the cell that should hold it has been."""
        for remark in priced.remarks:
            if faulty and remark.code in _UNPRICED:
                continue
            where = self._reader.where(known.row.number, self._cell_for(remark.code, remark.field, known))
            severity = Severity.INFO if remark.code in _INFO else Severity.WARNING
            facts = {**dict(remark.facts), "title": known.text[:60]}
            self._reader.problems.append(problem(remark.code, where, severity, **facts))

    def _cell_for(self, code: str, field: Field, known: KnownRow) -> int:
        """Return the column of the cell to name: for a missing price the one where it belongs."""
        if code == "estimate-no-price":
            places = (self._columns.column(wanted) for wanted in (Field.RATE, Field.PRICE, Field.SUM))
            return next((column for column in places if column), known.column)
        return self._columns.column(field) or known.column


def _with_roles_added(told: RowTold, time: TimeUnit) -> tuple[Figures, Spread | None]:
    """Add the hours of roles up, where they are not told apart."""
    if not told.by_role:
        return told.figures, told.spread
    whole = sum((part.value for part in told.by_role), _NOTHING)
    figures = replace(told.figures, days=whole) if time is TimeUnit.DAYS else replace(told.figures, hours=whole)
    if not any(part.spread for part in told.by_role):
        return figures, told.spread
    known = [part.spread or Spread(lowest=part.value, likely=part.value, highest=part.value) for part in told.by_role]
    spread = Spread(
        lowest=sum((one.lowest for one in known), _NOTHING),
        likely=sum((one.likely for one in known), _NOTHING),
        highest=sum((one.highest for one in known), _NOTHING),
    )
    return figures, times(spread, HOURS_A_DAY if time is TimeUnit.DAYS else Decimal(1))
