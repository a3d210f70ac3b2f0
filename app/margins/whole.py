"""Margins and expected hours of every item, section and period of an estimate."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import TypeVar

from app.margins.costs import cost_of, costs_of
from app.margins.expected import Expected, expected, expected_item
from app.margins.margin import Margin, extra, of_item, together
from app.model.estimate import Estimate, Period, VatMode
from app.totals import ItemTotal, PeriodTotal, Totals

_NOTHING = Decimal(0)
_ONE = Decimal(1)
_HUNDRED = Decimal(100)
_PRECISION = 60


@dataclass(frozen=True, slots=True)
class PeriodMargin:
    """Margin and expected hours of what counts and is due once, every month or every year."""

    period: Period
    margin: Margin
    expected: Expected


@dataclass(frozen=True, slots=True)
class ItemMargin:
    """Margin and expected hours of one item, whether it counts or not."""

    id: str
    margin: Margin
    expected: Expected


@dataclass(frozen=True, slots=True)
class SectionMargin:
    """Those of a section with the sections that belong to it. `periods` begin with what is due once."""

    id: str
    items: tuple[ItemMargin, ...]
    periods: tuple[PeriodMargin, ...]

    @property
    def once(self) -> PeriodMargin:
        """Return those of what is due once."""
        return self.periods[0]

    def item(self, item_id: str) -> ItemMargin:
        """Return those of one item. Raises KeyError."""
        return _named(self.items, item_id)


@dataclass(frozen=True, slots=True)
class Margins:
    """What insiders know about an estimate. `periods` begin with what is due once."""

    sections: tuple[SectionMargin, ...]
    periods: tuple[PeriodMargin, ...]

    @property
    def once(self) -> PeriodMargin:
        """Return those of what is due once."""
        return self.periods[0]

    def section(self, section_id: str) -> SectionMargin:
        """Return those of one section. Raises KeyError."""
        return _named(self.sections, section_id)


def margins(estimate: Estimate, totals: Totals) -> Margins:
    """Compute what is left of every price. `totals` are those of the same estimate.

    The revenue of an item is its amount after its own discount, its share of the discounts of its sections and of the whole,
    without the VAT that is in it. Surcharges of a section are revenue of that section; those of the whole and the contingency
    only of the total, whose revenue is what is printed as net without the VAT in it.
    """
    with localcontext() as context:
        context.prec = _PRECISION
        costs = costs_of(estimate, totals.currency)
        rows = [
            _rows(estimate, place, totals, {whole.period: _kept(whole) for whole in totals.periods}, costs)
            for place in range(len(estimate.sections))
        ]
        return Margins(
            tuple(_section(estimate, place, totals, rows) for place in range(len(rows))),
            tuple(_total(estimate, whole, totals, rows) for whole in totals.periods),
        )


def _kept(whole: PeriodTotal) -> Decimal:
    """Return what the discount of the whole leaves of every rouble."""
    above = whole.net + whole.discount
    return whole.net / above if above else _ONE


def _rows(
    estimate: Estimate, place: int, totals: Totals, kept: Mapping[Period, Decimal], costs: Mapping[str, Decimal]
) -> tuple[ItemMargin, ...]:
    section, sums = estimate.sections[place], totals.sections[place]
    left = {period: kept.get(period, _ONE) * _kept_of_sections(totals, place, period) for period in Period}
    made = []
    for item, one in zip(section.items, sums.items, strict=True):
        revenue = one.amount * left[one.period] / _with_vat(estimate, item.vat)
        cost = cost_of(item, one, costs)
        made.append(ItemMargin(item.id, of_item(revenue, cost), expected_item(item.spread.value, one.hours)))
    return tuple(made)


def _kept_of_sections(totals: Totals, place: int, period: Period) -> Decimal:
    """Return what the discounts of a section and of the one that it belongs to leave of every rouble."""
    section = totals.sections[place]
    above = [section] if not section.parent else [section, totals.section(section.parent)]
    left = _ONE
    for one in above:
        portion = one.portion(period)
        full = portion.amount + portion.discount
        left *= portion.amount / full if full else _ONE
    return left


def _with_vat(estimate: Estimate, own: Decimal | None) -> Decimal:
    """Return how many times a price is as high with the VAT that is in it."""
    if estimate.vat.mode is not VatMode.INCLUDED:
        return _ONE
    return _ONE + max(estimate.vat.rate if own is None else own, _NOTHING) / _HUNDRED


def _section(estimate: Estimate, place: int, totals: Totals, rows: Sequence[tuple[ItemMargin, ...]]) -> SectionMargin:
    own = totals.sections[place]
    within = [i for i, one in enumerate(totals.sections) if i == place or one.parent == own.id]
    ids = {totals.sections[i].id for i in within}
    made = []
    for portion in own.portions:
        counted = _counted(totals, rows, within, portion.period)
        whole = next((one for one in totals.periods if one.period is portion.period), None)
        margin = together(one.margin for one in counted)
        if whole is not None:
            raised = zip(estimate.surcharges, whole.surcharges, strict=True)
            full = sum((amount for surcharge, amount in raised if surcharge.section in ids), _NOTHING) * _kept(whole)
            margin = together((margin, extra(full / _with_vat(estimate, None))))
        made.append(PeriodMargin(portion.period, margin, expected(one.expected for one in counted)))
    return SectionMargin(own.id, rows[place], tuple(made))


def _total(estimate: Estimate, whole: PeriodTotal, totals: Totals, rows: Sequence[tuple[ItemMargin, ...]]) -> PeriodMargin:
    counted = _counted(totals, rows, range(len(rows)), whole.period)
    margin = together(one.margin for one in counted)
    revenue = whole.net - (whole.vat if estimate.vat.mode is VatMode.INCLUDED else _NOTHING)
    margin = together((margin, extra(revenue - margin.revenue)))
    return PeriodMargin(whole.period, margin, expected(one.expected for one in counted))


def _counted(totals: Totals, rows: Sequence[tuple[ItemMargin, ...]], places: Sequence[int], period: Period) -> list[ItemMargin]:
    return [row for i in places for row, one in zip(rows[i], totals.sections[i].items, strict=True) if _counts(one, period)]


def _counts(one: ItemTotal, period: Period) -> bool:
    return one.counted and one.period is period


_Row = TypeVar("_Row", ItemMargin, SectionMargin)


def _named(rows: Sequence[_Row], wanted: str) -> _Row:
    for row in rows:
        if row.id == wanted:
            return row
    raise KeyError(wanted)
