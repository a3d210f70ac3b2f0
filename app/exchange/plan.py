"""Which rows a workbook has, and where: fixed before the first formula is written, because formulas name rows."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from app.exchange.changes import item_key
from app.exchange.figures import vat_rates
from app.exchange.view import Shown
from app.model.estimate import Detail, EstimateSection, LineItem, Pricing, VatMode

NAMES, TITLE, CLIENT, DATES, PACKAGE, HEADINGS = range(6)
"""The rows above the table: names of the columns (hidden), letterhead, package that counts, headings."""
BODY = 6


@dataclass(frozen=True, slots=True)
class Line:
    """One row: what it is, and which one. `level` is how deep it stands in the outline."""

    kind: str
    name: str = ""
    level: int = 0

    @property
    def key(self) -> str:
        """Return what the hidden column says, so that the row is known wherever somebody drags it."""
        return f"{self.kind}:{self.name}"


@dataclass(slots=True)
class Plan:
    """The rows from BODY on; empty ones are None."""

    lines: list[Line | None] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)

    def add(self, kind: str, name: str = "", level: int = 0) -> None:
        """Put a row at the end."""
        line = Line(kind, name, level)
        self.rows[line.key] = BODY + len(self.lines)
        self.lines.append(line)

    def gap(self) -> None:
        """Put an empty row at the end."""
        self.lines.append(None)

    def row(self, kind: str, name: str = "") -> int:
        """Return where a row is, from 0. Raises KeyError."""
        return self.rows[f"{kind}:{name}"]

    def find(self, kind: str, name: str = "") -> int | None:
        """Return where a row is, None where there is none."""
        return self.rows.get(f"{kind}:{name}")

    def __iter__(self) -> Iterator[tuple[int, Line]]:
        return ((BODY + i, line) for i, line in enumerate(self.lines) if line is not None)

    @property
    def end(self) -> int:
        """Return the first row below all."""
        return BODY + len(self.lines)


def plan_of(shown: Shown) -> Plan:
    """Return the rows of an estimate."""
    plan = Plan()
    _sections(plan, shown)
    if shown.estimate.sections:
        plan.gap()
    _reckoning(plan, shown)
    _payments(plan, shown)
    _conditions(plan, shown)
    plan.gap()
    plan.add("notes")
    return plan


def has_discount(section: EstimateSection) -> bool:
    """Tell whether something is taken off a whole section."""
    return bool(section.discount.percent or section.discount.amount)


def _sections(plan: Plan, shown: Shown) -> None:
    parts = shown.estimate.sections
    for i, (part, total) in enumerate(zip(parts, shown.sums.sections, strict=False)):
        inner = 1 if total.parent else 0
        plan.add("section", part.id, inner)
        for item in part.items:
            plan.add("item", item_key(part.id, item.id), inner + 1)
        if total.parent:
            _closing(plan, part, 1)
        last = i + 1 == len(parts) or not shown.sums.sections[i + 1].parent
        if last:
            top = next(one for one in parts if one.id == (total.parent or part.id))
            _closing(plan, top, 0)


def _closing(plan: Plan, part: EstimateSection, level: int) -> None:
    if has_discount(part) and plan.find("section-discount", part.id) is None:
        plan.add("section-base", part.id, level + 1)
        plan.add("section-discount", part.id, level + 1)


def _reckoning(plan: Plan, shown: Shown) -> None:
    """The way to the total. A row that would repeat the one above is left out; `Book.net` knows where its amount stands."""
    estimate = shown.estimate
    added = estimate.vat.mode is VatMode.ADDED
    taken = bool(estimate.discount.percent or estimate.discount.amount)
    between = bool(estimate.surcharges or estimate.contingency.percent or taken)
    if between or added:
        plan.add("subtotal")
    for surcharge in estimate.surcharges:
        plan.add("surcharge", surcharge.id)
    if estimate.contingency.percent:
        plan.add("contingency")
    if taken:
        plan.add("discount")
    if added:
        if between:
            plan.add("net")
        _taxes(plan, shown)
    plan.add("total")
    if estimate.vat.mode is VatMode.INCLUDED:
        _taxes(plan, shown)
    if estimate.vat.mode is VatMode.EXEMPT:
        plan.add("vat-exempt")
    if shown.sums.equivalent is not None:
        plan.add("equivalent")
    if any(item.optional for part in estimate.sections for item in part.items):
        plan.add("optional")


def _taxes(plan: Plan, shown: Shown) -> None:
    rates = vat_rates(shown)
    for number, _ in enumerate(rates):
        if len(rates) > 1:
            plan.add("vat-base", str(number))
        plan.add("vat", str(number))
    if len(rates) > 1 and shown.view.detail is not Detail.TOTALS:
        for number, _ in enumerate(rates):
            plan.add("vat-weight", str(number))
            plan.add("vat-exact", str(number))


def _payments(plan: Plan, shown: Shown) -> None:
    if not shown.estimate.payments:
        return
    plan.gap()
    plan.add("heading", "payments")
    for payment in shown.estimate.payments:
        plan.add("payment", payment.id)
    if shown.sums.unplanned:
        plan.add("unplanned")


def _conditions(plan: Plan, shown: Shown) -> None:
    """Rates, hours a day, rates of exchange: what formulas above refer to."""
    estimate = shown.estimate
    pricings = {item.pricing for part in estimate.sections for item in part.items}
    if estimate.rates:
        plan.gap()
        plan.add("heading", "rates")
        for rate in estimate.rates:
            plan.add("rate", rate.id)
        if Pricing.DAYS in pricings:
            plan.add("hours-a-day")
        if Pricing.MONTHS in pricings:
            plan.add("hours-a-month")
    if estimate.exchanges:
        plan.gap()
        plan.add("heading", "exchanges")
        for number, _ in enumerate(estimate.exchanges):
            plan.add("exchange", str(number))


def items_with_rows(shown: Shown, plan: Plan) -> Iterator[tuple[int, EstimateSection, LineItem]]:
    """Yield every item with its row and section."""
    for part in shown.estimate.sections:
        for item in part.items:
            yield plan.row("item", item_key(part.id, item.id)), part, item
