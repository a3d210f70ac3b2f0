"""The columns of the estimate's table: what stands in them and how wide they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from app.layout.scene import Scene
from app.layout.stretches import stretches
from app.model.estimate import EstimateSection, LineItem, Pricing
from app.model.sections import EstimatePages
from app.totals import ItemTotal, Portion, SectionTotal, Standing
from app.totals.known import Known

NONE = "—"
"""Stands where there is no number."""
COLUMN_GAP = 12.0
"""Least distance between columns of numbers, in points."""
LEAST_TITLE = 72.0
"""A name beside its numbers has so many points at least."""
COLUMN_STEP = 6.0
"""Columns are so many points wide, or twice, thrice…: not every digit that is typed moves the whole table."""


@dataclass(frozen=True, slots=True)
class Cells:
    """The printed numbers of a row: volume ("24 h", "3 days", "40 pcs"), price of a unit, and the amount."""

    volume: str = ""
    rate: str = ""
    amount: str = ""

    def texts(self) -> tuple[str, str, str]:
        """Return the cells from left to right."""
        return self.volume, self.rate, self.amount


@dataclass(frozen=True, slots=True)
class Columns:
    """Right edges of the number columns from the table's left edge, in points, and the width left for the item's name. Where that
    would be too little, names are `stacked`: those that do not fit beside their numbers stand above them.
    """

    title: float
    edges: tuple[float, float, float]
    shown: tuple[bool, bool, bool]
    width: float
    stacked: bool = False


def cells(scene: Scene, section: EstimatePages, item: LineItem, total: ItemTotal, decimals: bool) -> Cells:
    """Return what is printed in the number columns of an item."""
    currency = scene.proposal.currency
    amount = scene.words.amount(total.amount, currency, decimals=decimals) if total.priced else NONE
    if not section.show_hours:
        return Cells("", "", amount)
    rate = "" if item.pricing is Pricing.FIXED or not total.priced else scene.words.price(total.rate, currency)
    return Cells(volume(scene, item), rate, amount)


def volume(scene: Scene, item: LineItem) -> str:
    """Return how much of an item there is, with its unit."""
    words = scene.words
    match item.pricing:
        case Pricing.HOURS:
            return words.hours(item.quantity)
        case Pricing.DAYS:
            return f"{words.count(item.quantity)} {words.plural('day', 'days', _count(item.quantity))}"
        case Pricing.MONTHS:
            months = words("{n} mo", n=words.count(item.quantity))
            return months if item.people == 1 else f"{months} × {words.plural('{n} person', '{n} people', item.people)}"
        case Pricing.FIXED:
            return words.hours(item.hours) if item.hours else NONE
        case _:
            return f"{words.count(item.quantity)} {item.unit}".strip()


def _count(number: Decimal) -> int:
    """Return a number that chooses the plural form: fractions take the form of 2 (1,5 дня)."""
    return int(number) if number == number.to_integral_value() else 2


def item_decimals(scene: Scene) -> bool:
    """Tell whether any item's amount or any section's sum has kopecks: then all amounts of the tables are printed with them."""
    return any(_kopecks(total) for total in scene.totals.sections)


def _has_kopecks(total: SectionTotal) -> bool:
    sums = (amount for one in total.portions for amount in (one.own, one.discount, one.amount))
    printed = (item.amount for item in total.items if item.standing is not Standing.ELSEWHERE)
    return any(amount % 1 for amount in (*printed, *sums))


_kopecks = Known(_has_kopecks)


def sum_decimals(scene: Scene) -> bool:
    """Tell whether any sum has kopecks: then all amounts beside the total are printed with them. Taxes and discounts bring them
    even where no item has any, and the tables need not repeat zeros because of that.
    """
    sums = (
        amount
        for one in scene.totals.periods
        for amount in (one.subtotal, *one.surcharges, one.contingency, one.discount, one.net, one.vat, one.total)
    )
    return any(amount % 1 for amount in sums) or item_decimals(scene)


def columns(scene: Scene, section: EstimatePages, width: float, decimals: bool) -> Columns:
    """Measure every cell of the estimate, so that all its sections share one set of columns."""
    heads = head_cells(scene, section).texts()
    widest = [scene.setter.line("table-head", text).width for text in heads]
    rows = [(widest[0], widest[1], widest[2])]
    facts = (section.show_hours, scene.proposal.currency, decimals)
    parts, totals = stretches(scene.proposal.estimate.sections), stretches(scene.totals.sections)
    for place, (some, sums) in enumerate(zip(parts, totals, strict=True)):
        make = partial(_widest, scene, section, some, sums, decimals)
        rows.append(scene.setter.remember(("widest", place), (some, sums, *facts), make))
    widest = [max(column) for column in zip(*rows, strict=True)]
    shown = (section.show_hours, section.show_hours, True)
    edges = [0.0, 0.0, 0.0]
    right = width
    for i in (2, 1, 0):
        edges[i] = right
        if shown[i]:
            right -= -int(-widest[i] // COLUMN_STEP) * COLUMN_STEP + COLUMN_GAP
    left = right - COLUMN_GAP * 0.5
    stacked = left < LEAST_TITLE
    return Columns(left, (edges[0], edges[1], edges[2]), shown, width, stacked)


def _widest(
    scene: Scene, section: EstimatePages, parts: Sequence[EstimateSection], totals: Sequence[SectionTotal], decimals: bool
) -> tuple[float, float, float]:
    """Return how wide the numbers of a stretch of sections are."""
    facts, rows = (section.show_hours, scene.proposal.currency, decimals), list[tuple[float, float, float]]()
    for part, total in zip(parts, totals, strict=True):
        make = partial(_widths, scene, section, part, total, decimals)
        rows.append(scene.setter.remember(("widths", part.id), (part.items, total, *facts), make))
    first, second, third = (max(column) for column in zip(*rows, strict=True))
    return first, second, third


def _widths(
    scene: Scene, section: EstimatePages, part: EstimateSection, total: SectionTotal, decimals: bool
) -> tuple[float, float, float]:
    """Return how wide the numbers of a section are, its sums among them."""
    remember, facts = scene.setter.remember, (section.show_hours, scene.proposal.currency, decimals)
    rows = [
        remember(("width", part.id, item.id), (item, sums, *facts), partial(_width, scene, section, item, sums, decimals))
        for item, sums in zip(part.items, total.items, strict=True)
        if sums.standing is not Standing.ELSEWHERE
    ]
    for portion in total.portions:
        rows.append(_measured(scene, "cell-strong", sum_cells(scene, section, portion.hours, portion.amount, decimals)))
        if portion.discount:
            rows.append(_measured(scene, "cell", sum_cells(scene, section, Decimal(0), before_discount(portion), decimals)))
    first, second, third = (max(column) for column in zip(*rows, strict=True))
    return first, second, third


def _width(scene: Scene, section: EstimatePages, item: LineItem, total: ItemTotal, decimals: bool) -> tuple[float, float, float]:
    return _measured(scene, "cell", cells(scene, section, item, total, decimals))


def _measured(scene: Scene, style: str, row: Cells) -> tuple[float, float, float]:
    """Return how wide the numbers of a row are, 0 where there is none."""
    first, second, third = (scene.setter.line(style, text).width if text else 0.0 for text in row.texts())
    return first, second, third


def head_cells(scene: Scene, section: EstimatePages) -> Cells:
    """Return the headings of the number columns."""
    words = scene.words
    sign = words.currency_sign(scene.proposal.currency)
    if not section.show_hours:
        return Cells("", "", f"{words('Amount')}, {sign}")
    return Cells(words("Volume"), f"{words('Rate')}, {sign}", f"{words('Amount')}, {sign}")


def before_discount(portion: Portion) -> Decimal:
    """Return what a section comes to before its own discount."""
    return portion.amount + portion.discount


def sum_cells(scene: Scene, section: EstimatePages, hours: Decimal, amount: Decimal, decimals: bool) -> Cells:
    """Return the numbers of a row of sums."""
    told = scene.words.hours(hours) if section.show_hours and hours else ""
    return Cells(told, "", scene.words.amount(amount, scene.proposal.currency, decimals=decimals))
