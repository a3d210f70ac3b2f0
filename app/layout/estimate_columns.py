"""The columns of the estimate's table: what stands in them and how wide they are."""

from dataclasses import dataclass
from decimal import Decimal

from app.layout.scene import Scene
from app.model.estimate import EstimateSection, LineItem, Pricing
from app.model.sections import EstimatePages
from app.totals import ItemTotal

COLUMN_GAP = 12.0
"""Least distance between columns of numbers, in points."""


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
    """Right edges of the number columns from the table's left edge, in points, and the width left for the item's name."""

    title: float
    edges: tuple[float, float, float]
    shown: tuple[bool, bool, bool]
    width: float


def cells(scene: Scene, section: EstimatePages, item: LineItem, total: ItemTotal, decimals: bool) -> Cells:
    """Return what is printed in the number columns of an item."""
    currency = scene.proposal.currency
    amount = scene.words.amount(total.amount, currency, decimals=decimals) if total.priced else "—"
    if not section.show_hours:
        return Cells("", "", amount)
    rate = "" if item.pricing is Pricing.FIXED or not total.priced else scene.words.amount(total.rate, currency)
    return Cells(volume(scene, item), rate, amount)


def volume(scene: Scene, item: LineItem) -> str:
    """Return how much of an item there is, with its unit."""
    words = scene.words
    match item.pricing:
        case Pricing.HOURS:
            return words.hours(item.quantity)
        case Pricing.DAYS:
            return f"{words.number(item.quantity)} {words.plural('day', 'days', _count(item.quantity))}"
        case Pricing.FIXED:
            return words.hours(item.hours) if item.hours else "—"
        case _:
            return f"{words.number(item.quantity)} {item.unit}".strip()


def _count(number: Decimal) -> int:
    """Return a number that chooses the plural form: fractions take the form of 2 (1,5 дня)."""
    return int(number) if number == number.to_integral_value() else 2


def has_decimals(scene: Scene) -> bool:
    """Tell whether any printed amount has kopecks: then all are printed with them."""
    totals = scene.totals
    amounts = [item.amount for section in totals.sections for item in section.items]
    amounts += [totals.discount, totals.vat, totals.total, totals.net]
    return any(amount != amount.to_integral_value() for amount in amounts)


def columns(scene: Scene, section: EstimatePages, width: float, decimals: bool) -> Columns:
    """Measure every cell of the estimate, so that all its sections share one set of columns."""
    setter = scene.setter
    rows = [head_cells(scene, section)]
    strong: list[Cells] = []
    for part in scene.proposal.estimate.sections:
        total = scene.totals.section(part.id)
        rows.extend(cells(scene, section, item, total.item(item.id), decimals) for item in part.items)
        strong.append(subtotal_cells(scene, section, part, decimals))
    widths = []
    for i in range(3):
        wide = [setter.line("cell", row.texts()[i]).width for row in rows[1:] if row.texts()[i]]
        wide += [setter.line("table-head", rows[0].texts()[i]).width]
        wide += [setter.line("cell-strong", row.texts()[i]).width for row in strong if row.texts()[i]]
        widths.append(max(wide, default=0.0))
    shown = (section.show_hours, section.show_hours, True)
    edges = [0.0, 0.0, 0.0]
    right = width
    for i in (2, 1, 0):
        edges[i] = right
        if shown[i]:
            right -= widths[i] + COLUMN_GAP
    return Columns(right - COLUMN_GAP * 0.5, (edges[0], edges[1], edges[2]), shown, width)


def head_cells(scene: Scene, section: EstimatePages) -> Cells:
    """Return the headings of the number columns."""
    words = scene.words
    sign = words.currency_sign(scene.proposal.currency)
    if not section.show_hours:
        return Cells("", "", f"{words('Amount')}, {sign}")
    return Cells(words("Volume"), f"{words('Rate')}, {sign}", f"{words('Amount')}, {sign}")


def subtotal_cells(scene: Scene, section: EstimatePages, part: EstimateSection, decimals: bool) -> Cells:
    """Return the numbers of a section's subtotal."""
    total = scene.totals.section(part.id)
    hours = scene.words.hours(total.hours) if section.show_hours and total.hours else ""
    return Cells(hours, "", scene.words.amount(total.amount, scene.proposal.currency, decimals=decimals))
