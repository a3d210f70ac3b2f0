"""What two revisions differ in, as lines for a terminal."""

import datetime
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum

from app.commands.tables import aligned, shortened
from app.comparing import Change, Comparison, Figure, How, Measure
from app.i18n import Words
from app.model.estimate import Period
from app.model.internal import Internal
from app.model.proposal import Proposal
from app.model.richtext import RichText

_LONGEST = 60


def as_lines(compared: Comparison, old: Proposal, new: Proposal, words: Words) -> Iterator[str]:
    """Yield a line for every change, and after an empty one a line for every number that came out otherwise."""
    yield from aligned([_row(change, words) for change in compared.changes], [False] * 3)
    if compared.figures:
        yield ""
        rows = [_figure(one, old.currency, new.currency, words) for one in compared.figures]
        yield from aligned(rows, [False, False, True, True])


def _row(change: Change, words: Words) -> tuple[str, ...]:
    how = {
        How.CHANGED: words("changed"),
        How.ADDED: words("added"),
        How.REMOVED: words("removed"),
        How.MOVED: words("moved"),
    }[change.how]
    return how, change.path, _values(change, words)


def _values(change: Change, words: Words) -> str:
    """Return both values; what is for insiders is not spelled out in a place that is so easily passed on."""
    if isinstance(change.old, Internal) or isinstance(change.new, Internal):
        return words("for insiders only")
    if change.how is How.CHANGED:
        return f"{_value(change.old, words)} → {_value(change.new, words)}"
    if change.how is How.MOVED:
        return f"{change.old + 1} → {change.new + 1}"
    value = change.old if change.how is How.REMOVED else change.new
    return shortened(str(getattr(value, "title", "") or getattr(value, "name", "")), _LONGEST)


def _value(value: object, words: Words) -> str:
    if value is None or value in ("", ()):
        return "—"
    if isinstance(value, bool):
        return words("yes") if value else words("no")
    if isinstance(value, Decimal):
        return words.number(value)
    if isinstance(value, RichText):
        return shortened(value.text, _LONGEST) or "—"
    if isinstance(value, datetime.date | int | float):
        return str(value)
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, str):
        return shortened(value, _LONGEST)
    if isinstance(value, tuple) and all(isinstance(one, str) for one in value):
        return shortened(", ".join(value), _LONGEST)
    return "…"


def _figure(one: Figure, before: str, after: str, words: Words) -> tuple[str, ...]:
    title = shortened(one.title, _LONGEST) or (words("Estimate") if one.path == "estimate" else one.path)
    due = {Period.ONCE: "", Period.MONTH: words("A month"), Period.YEAR: words("A year")}[one.period]
    named = " · ".join(filter(None, (_measure(one.measure, words), due)))
    old, new = _amount(one.measure, one.old, before, words), _amount(one.measure, one.new, after, words)
    return title, named, old, f"→ {new}"


def _measure(measure: Measure, words: Words) -> str:
    return {
        Measure.HOURS: words("Hours"),
        Measure.RATE: words("Rate"),
        Measure.AMOUNT: words("Amount"),
        Measure.SUBTOTAL: words("Subtotal"),
        Measure.DISCOUNT: words("Discount"),
        Measure.NET: words("Net"),
        Measure.VAT: words("VAT"),
        Measure.TOTAL: words("Total"),
    }[measure]


def _amount(measure: Measure, value: Decimal | None, currency: str, words: Words) -> str:
    if value is None:
        return "—"
    return words.number(value) if measure is Measure.HOURS else words.money(value, currency)
