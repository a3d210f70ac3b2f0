"""The cells of what never leaves the house: the estimator's three hours, costs, margins, hours that were spent."""

from dataclasses import replace
from decimal import Decimal

from app.i18n import phrase
from app.margins import Margin, expected, expected_item
from app.model.estimate import EstimateSection, LineItem, Pricing
from app.model.internal import Internal
from app.model.money import round_to
from app.model.spread import Spread
from app.totals import ItemTotal, SectionTotal
from widgets.models.arithmetic import BadInputError
from widgets.models.estimate_cells import EMPTY, Cell, Scene, Tone
from widgets.models.estimate_columns import SPREAD, Column
from widgets.phrases import say
from widgets.words import amount, hours, number, percent, tr

_HUNDRED = Decimal(100)
_HOURS = {Pricing.DAYS: "hours_a_day", Pricing.MONTHS: "hours_a_month"}


def show_inside(scene: Scene, item: LineItem, total: ItemTotal, column: Column) -> Cell:
    """Return an insider's cell of a line, but for its margin."""
    spread = item.spread.value
    if column in SPREAD:
        if spread is None:
            return EMPTY
        ordered = Tone.NORMAL if spread.is_ordered else Tone.FAULT
        hint = "" if spread.is_ordered else tr("Least, likely and most hours must not fall.")
        return Cell(number(getattr(spread, SPREAD[column])), ordered, hint)
    match column:
        case Column.MEAN:
            return EMPTY if spread is None else _show_mean(spread, total.hours)
        case Column.COST:
            return _show_cost(scene, item)
        case Column.ACTUAL:
            return _show_actual(item.actual.value, total.hours)
    return EMPTY


def show_inside_section(section: EstimateSection, total: SectionTotal, column: Column) -> Cell:
    """Return an insider's cell of a section, but for its margin: what its own items that count come to."""
    counted = [(item, one) for item, one in zip(section.items, total.items, strict=True) if one.counted]
    match column:
        case Column.MEAN:
            known = expected(expected_item(item.spread.value, one.hours) for item, one in counted)
            if not known.known:
                return EMPTY
            return Cell(number(known.mean), Tone.QUIET, tr("± {hours} h", hours=number(known.deviation)))
        case Column.ACTUAL:
            spent = [item.actual.value for item, _ in counted if item.actual.value is not None]
            return Cell(number(sum(spent, Decimal(0))), Tone.QUIET) if spent else EMPTY
    return EMPTY


def _show_mean(spread: Spread, sold: Decimal) -> Cell:
    hint = tr("± {hours} h", hours=number(spread.deviation))
    if sold < spread.mean:
        hint += ". " + tr("Fewer are sold: {hours}", hours=hours(sold))
        return Cell(number(spread.mean), Tone.FAULT, hint)
    return Cell(number(spread.mean), Tone.QUIET, hint)


def _show_cost(scene: Scene, item: LineItem) -> Cell:
    currency = scene.totals.currency
    if item.cost.value is not None:
        return Cell(amount(item.cost.value, currency))
    hourly = scene.costs.get(item.role)
    if hourly is None or item.pricing in (Pricing.FIXED, Pricing.QUANTITY):
        return EMPTY
    factor = getattr(scene.proposal.estimate, _HOURS[item.pricing]) if item.pricing in _HOURS else Decimal(1)
    return Cell(amount(hourly * factor, currency), Tone.QUIET, tr("What the role costs. Type another for this line only."))


def show_margin(margin: Margin, currency: str) -> Cell:
    """Return the cell of a margin: its percentage, and how much that is."""
    share, left = margin.percent, margin.amount
    if share is None or left is None:
        return Cell("—", Tone.QUIET, tr("A cost is not known.")) if margin.items else EMPTY
    hint = tr("{left} of {revenue} are left", left=amount(left, currency), revenue=amount(margin.revenue, currency))
    shown = round_to(share, 0 if abs(share) >= _HUNDRED else 1)
    return Cell(percent(shown), Tone.FAULT if left < 0 else Tone.NORMAL, hint)


def _show_actual(spent: Decimal | None, sold: Decimal) -> Cell:
    if spent is None:
        return EMPTY
    hint = tr("{hours} were sold", hours=hours(sold))
    return Cell(number(spent), Tone.FAULT if spent > sold else Tone.NORMAL, hint)


def with_spread(item: LineItem, column: Column, value: Decimal | None) -> LineItem:
    """Return an item with one of the estimator's three hours. Raises BadInputError where they would fall.

    Nothing takes all three away. The first one typed stands for all; those above it that nobody has set apart rise along.
    """
    if value is None:
        return replace(item, spread=Internal(None))
    old = item.spread.value
    if old is None:
        return replace(item, spread=Internal(Spread(lowest=value, likely=value, highest=value)))
    hours_now = [old.lowest, old.likely, old.highest]
    place = list(SPREAD).index(column)
    before, hours_now[place] = hours_now[place], value
    for above in range(place + 1, 3):
        if hours_now[above] == before and value > before:
            hours_now[above] = value
    lowest, likely, highest = hours_now
    made = Spread(lowest=lowest, likely=likely, highest=highest)
    if not made.is_ordered:
        raise BadInputError(say(phrase("Least, likely and most hours must not fall.")))
    return replace(item, spread=Internal(made))
