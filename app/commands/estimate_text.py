"""An estimate as a table for a terminal."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from app.commands.tables import aligned, shortened
from app.i18n import Words
from app.model.estimate import Estimate, EstimateSection, LineItem, Pricing, VatMode
from app.totals import ItemTotal, SectionTotal, Totals

_LONGEST = 56
_INDENT = "  "
_RIGHT = (False, True, True, True)
_EMPTY = ("",)


def as_lines(estimate: Estimate, sums: Totals, words: Words) -> list[str]:
    """Return the lines of the table: sections with their people, items, hours, rates and amounts, then the sums."""
    rows: list[Sequence[str]] = [(words("Work"), words("Hours"), words("Rate"), words("Amount"))]
    for part, total in zip(estimate.sections, sums.sections, strict=True):
        rows += [_EMPTY, *_section(part, total, sums.currency, words)]
    rows += [_EMPTY, *_sums(estimate, sums, words)]
    return aligned(rows, _RIGHT)


def _section(part: EstimateSection, total: SectionTotal, currency: str, words: Words) -> Iterator[Sequence[str]]:
    people = ", ".join((*part.people, *part.roles))
    yield (f"{part.title} ({people})" if people else part.title,)
    for item, sums in zip(part.items, total.items, strict=True):
        yield _item(item, sums, currency, words)
    yield (_INDENT + words("Subtotal"), _hours(total.hours, words), "", words.money(total.amount, currency))


def _item(item: LineItem, sums: ItemTotal, currency: str, words: Words) -> Sequence[str]:
    title = shortened(item.title, _LONGEST)
    if not sums.counted:
        title = words("{title} (optional)", title=title)
    rate = words.money(sums.rate, currency) if sums.priced else "—"
    if item.pricing in (Pricing.QUANTITY, Pricing.DAYS):
        rate = f"{words.number(item.quantity)} {item.unit or _unit(item, words)} × {rate}"
    elif item.pricing is Pricing.FIXED:
        rate = ""
    return (_INDENT + title, _hours(sums.hours, words), rate, words.money(sums.amount, currency) if sums.priced else "—")


def _unit(item: LineItem, words: Words) -> str:
    return words("d") if item.pricing is Pricing.DAYS else ""


def _hours(hours: Decimal, words: Words) -> str:
    return words.hours(hours) if hours else ""


def _sums(estimate: Estimate, sums: Totals, words: Words) -> Iterator[Sequence[str]]:
    def money(amount: Decimal) -> str:
        return words.money(amount, sums.currency)

    if sums.discount or (estimate.vat.mode is VatMode.ADDED and sums.vat):
        yield (words("Subtotal"), "", "", money(sums.subtotal))
    if sums.discount:
        yield (words("Discount"), "", "", money(-sums.discount))
    if estimate.vat.mode is VatMode.ADDED:
        yield (words("VAT {percent}", percent=words.percent(estimate.vat.rate)), "", "", money(sums.vat))
    yield (words("Total"), _hours(sums.hours, words), "", money(sums.total))
    if estimate.vat.mode is VatMode.INCLUDED:
        yield (words("VAT {percent} included", percent=words.percent(estimate.vat.rate)), "", "", money(sums.vat))
    if sums.optional:
        yield (words("Optional, not in the total"), "", "", money(sums.optional))
