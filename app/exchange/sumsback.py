"""What people have changed below the sections: discounts, surcharges, VAT, payments, rates."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Protocol

from app.exchange.cellsback import UnreadError, dated, number_in, taken_with, text_in
from app.exchange.fields import name_of
from app.exchange.figures import vat_of, vat_rates
from app.exchange.overlay import Seen, Written
from app.exchange.view import WHOLE, Shown
from app.intake.cells import Cell
from app.model.estimate import Contingency, Discount, Estimate
from app.totals import totals

Changed = Mapping[tuple[str, str], tuple[Seen, Cell | None]]
"""Changed cells by the key of their row and the name of their column."""

_LISTS = {"surcharge": "surcharges", "payment": "payments", "rate": "rates"}


class Teller(Protocol):
    """Takes note of cells that cannot be read."""

    def tell(self, code: str, seen: Seen, column: str, found: str) -> None:
        """Take note of one."""


def sums_with(whole: Estimate, was: Written, rows: Mapping[str, Seen], changed: Changed, teller: Teller) -> Estimate:
    """Return the estimate with the changed cells; a row that somebody has deleted takes away what it stood for."""
    work = _Sums(whole, was, rows, whole)
    work.delete()
    for (key, column), (seen, cell) in changed.items():
        try:
            kind, _, name = key.partition(":")
            work.change(kind, name, column, cell)
        except UnreadError as wrong:
            teller.tell("own-cell-unread", seen, column, str(wrong))
    return work.whole


@dataclass(slots=True)
class _Sums:
    base: Estimate
    was: Written
    rows: Mapping[str, Seen]
    whole: Estimate

    def delete(self) -> None:
        for kind, name in _LISTS.items():
            gone = {one.id for one in getattr(self.base, name) if self._is_gone(f"{kind}:{one.id}")}
            kept = tuple(one for one in getattr(self.base, name) if one.id not in gone)
            self.whole = _with(self.whole, name, kept) if gone else self.whole
        gone_rates = [i for i, _ in enumerate(self.base.exchanges) if self._is_gone(f"exchange:{i}")]
        if gone_rates:
            kept = tuple(one for i, one in enumerate(self.base.exchanges) if i not in gone_rates)
            self.whole = replace(self.whole, exchanges=kept)
        if self._is_gone("contingency:"):
            self.whole = replace(self.whole, contingency=Contingency())
        if self._is_gone("discount:"):
            self.whole = replace(self.whole, discount=Discount())
        parts = [
            replace(part, discount=Discount()) if self._is_gone(f"section-discount:{part.id}") else part
            for part in self.whole.sections
        ]
        self.whole = replace(self.whole, sections=tuple(parts))

    def _is_gone(self, key: str) -> bool:
        return key in self.was and key not in self.rows

    def change(self, kind: str, name: str, column: str, cell: Cell | None) -> None:
        """Change what one cell says. Raises UnreadError."""
        work = _ROWS.get((kind, column))
        if work is not None:
            self.whole = work(self.whole, name, cell)


def _with(whole: Estimate, name: str, value: object) -> Estimate:
    values: dict[str, Any] = {name: value}
    return replace(whole, **values)


def _each(name: str, change: Callable[[Any, Cell | None], Any]) -> Callable[[Estimate, str, Cell | None], Estimate]:
    """Return what changes one element of a list."""

    def work(whole: Estimate, wanted: str, cell: Cell | None) -> Estimate:
        made = tuple(change(one, cell) if name_of(one) == wanted else one for one in getattr(whole, name))
        return _with(whole, name, made)

    return work


def _payment_title(payment: Any, cell: Cell | None) -> Any:
    title, date = dated(text_in(cell), payment.date)
    return replace(payment, title=title, date=date)


def _section_discount(whole: Estimate, name: str, cell: Cell | None) -> Estimate:
    parts = (replace(one, discount=taken_with(one.discount, cell)) if one.id == name else one for one in whole.sections)
    return replace(whole, sections=tuple(parts))


def _vat(whole: Estimate, name: str, cell: Cell | None) -> Estimate:
    """Another rate for all that had the one of this row."""
    seen = Shown(whole, totals(whole, ""), WHOLE, "")
    rates = vat_rates(seen)
    rate = number_in(cell) or Decimal(0)
    if not name.isdecimal() or int(name) >= len(rates) or rate > 100:
        raise UnreadError(text_in(cell))
    before = rates[int(name)]
    parts = tuple(
        replace(
            part,
            items=tuple(
                replace(one, vat=rate) if one.vat is not None and vat_of(seen, one) == before else one for one in part.items
            ),
        )
        for part in whole.sections
    )
    usual = replace(whole.vat, rate=rate) if vat_of(seen, None) == before else whole.vat
    return replace(whole, sections=parts, vat=usual)


def _exchange(whole: Estimate, name: str, cell: Cell | None) -> Estimate:
    rate = number_in(cell) or Decimal(0)
    made = tuple(replace(one, rate=rate) if str(i) == name else one for i, one in enumerate(whole.exchanges))
    return replace(whole, exchanges=made)


def _package(whole: Estimate, _: str, cell: Cell | None) -> Estimate:
    number = number_in(cell, empty=None)
    if number is None or number != int(number) or not 1 <= number <= len(whole.packages):
        raise UnreadError(text_in(cell))
    return replace(whole, package=whole.packages[int(number) - 1].id)


_ROWS: dict[tuple[str, str], Callable[[Estimate, str, Cell | None], Estimate]] = {
    ("surcharge", "rate"): _each("surcharges", taken_with),
    ("surcharge", "title"): _each("surcharges", lambda one, cell: replace(one, title=text_in(cell))),
    ("payment", "rate"): _each("payments", taken_with),
    ("payment", "title"): _each("payments", _payment_title),
    ("rate", "rate"): _each("rates", lambda one, cell: replace(one, amount=number_in(cell))),
    ("section-discount", "rate"): _section_discount,
    ("contingency", "rate"): lambda whole, _, cell: replace(
        whole, contingency=replace(whole.contingency, percent=number_in(cell) or Decimal(0))
    ),
    ("discount", "rate"): lambda whole, _, cell: replace(whole, discount=taken_with(whole.discount, cell)),
    ("vat", "rate"): _vat,
    ("hours-a-day", "rate"): lambda whole, _, cell: replace(whole, hours_a_day=number_in(cell) or Decimal(0)),
    ("hours-a-month", "rate"): lambda whole, _, cell: replace(whole, hours_a_month=number_in(cell) or Decimal(0)),
    ("exchange", "rate"): _exchange,
    ("package", "rate"): _package,
}
"""What changes with a cell, by the kind of its row and its column."""
