"""An estimate as a table for a terminal."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from app.commands.estimate_sums import sum_rows
from app.commands.tables import aligned, shortened
from app.i18n import Words
from app.model.estimate import Discount, Estimate, EstimateSection, LineItem, Period, Pricing
from app.totals import ItemTotal, SectionTotal, Totals
from app.totals.result import Standing

_LONGEST = 56
_INDENT = "  "
_RIGHT = (False, True, True, True)
_EMPTY = ("",)


def as_lines(estimate: Estimate, sums: Totals, words: Words) -> list[str]:
    """Return the lines of the table: sections with their people, items, hours, rates and amounts, then the sums.

    It is for those who make the estimate: the range of an estimator's hours is shown.
    """
    rows: list[Sequence[str]] = [(words("Work"), words("Hours"), words("Rate"), words("Amount"))]
    open_top: tuple[EstimateSection, SectionTotal] | None = None
    for part, total in zip(estimate.sections, sums.sections, strict=True):
        if not total.parent:
            rows += _end_of_top(open_top, sums.currency, words)
            within = any(other.parent == part.id for other in sums.sections)
            open_top = (part, total) if within else None
        rows += [_EMPTY, *_section(part, total, estimate, sums.currency, words)]
        if not (open_top and open_top[0] is part):
            margin = _INDENT * 2 if total.parent else _INDENT
            rows += _subtotal(words("Subtotal"), part.discount, total, sums.currency, words, margin)
    rows += [*_end_of_top(open_top, sums.currency, words), _EMPTY, *sum_rows(estimate, sums, words)]
    return aligned(rows, _RIGHT)


def _end_of_top(top: tuple[EstimateSection, SectionTotal] | None, currency: str, words: Words) -> Iterator[Sequence[str]]:
    """Sum a section up below those within it."""
    if top:
        part, total = top
        yield from _subtotal(f"{words('Subtotal')}: {shortened(part.title, _LONGEST)}", part.discount, total, currency, words, "")


def _section(
    part: EstimateSection, total: SectionTotal, estimate: Estimate, currency: str, words: Words
) -> Iterator[Sequence[str]]:
    people = ", ".join((*part.people, *part.roles))
    margin = _INDENT if total.parent else ""
    yield (margin + (f"{part.title} ({people})" if people else part.title),)
    packages = {package.id: package.title for package in estimate.packages}
    for item, sums in zip(part.items, total.items, strict=True):
        label, *cells = _item(item, sums, packages, currency, words)
        yield (margin + _INDENT + label, *cells)


def _subtotal(
    label: str, discount: Discount, total: SectionTotal, currency: str, words: Words, margin: str
) -> Iterator[Sequence[str]]:
    for portion in total.portions:
        if portion.discount:
            yield (margin + _discount(discount, words), "", "", words.money(-portion.discount, currency))
    if total.amount or total.hours or len(total.portions) == 1:
        yield (margin + label, _hours(total.hours, words), "", words.money(total.amount, currency))
    for portion in total.portions[1:]:
        yield (margin + label, _hours(portion.hours, words), "", _due(portion.amount, portion.period, currency, words))


def _discount(discount: Discount, words: Words) -> str:
    percent = f" {words.percent(discount.percent)}" if discount.percent else ""
    return words("Discount") + percent


def _item(item: LineItem, sums: ItemTotal, packages: dict[str, str], currency: str, words: Words) -> Sequence[str]:
    title = shortened(item.title, _LONGEST)
    if sums.standing is Standing.OPTION:
        title = words("{title} (optional)", title=title)
    if item.alternative:
        title += f" ({words('Alternative {name}', name=item.alternative)})"
    if item.packages:
        title += f" ({', '.join(packages.get(package, package) for package in item.packages)})"
    amount = _due(sums.amount, item.period, currency, words) if sums.priced else "—"
    if sums.standing in {Standing.ALTERNATIVE, Standing.ELSEWHERE}:
        amount = f"({amount})"
    hours = _hours(sums.hours, words)
    if (spread := item.spread.value) is not None:
        hours = f"{hours} ({words.number(spread.lowest)}–{words.number(spread.highest)})"
    return (title, hours, _rate(item, sums, currency, words), amount)


def _rate(item: LineItem, sums: ItemTotal, currency: str, words: Words) -> str:
    rate = words.money(sums.rate, currency) if sums.priced else "—"
    match item.pricing:
        case Pricing.QUANTITY | Pricing.DAYS:
            unit = item.unit or (words("d") if item.pricing is Pricing.DAYS else "")
            rate = f"{words.number(item.quantity)} {unit} × {rate}"
        case Pricing.MONTHS:
            people = f"{words.number(item.people)} × " if item.people != 1 else ""
            rate = f"{people}{words.number(item.quantity)} {words('months')} × {rate}"
        case Pricing.FIXED:
            rate = ""
    if item.discount.percent:
        return f"{rate} −{words.percent(item.discount.percent)}".strip()
    return f"{rate} −{words.money(item.discount.amount, currency)}".strip() if item.discount.amount else rate


def _due(amount: Decimal, period: Period, currency: str, words: Words) -> str:
    """Return an amount with how often it is due."""
    money = words.money(amount, currency)
    match period:
        case Period.MONTH:
            return words("{amount} a month", amount=money)
        case Period.YEAR:
            return words("{amount} a year", amount=money)
    return money


def _hours(hours: Decimal, words: Words) -> str:
    return words.hours(hours) if hours else ""
