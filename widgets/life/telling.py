"""What two states of a proposal differ in, in a few lines that a person reads at a glance."""

from collections.abc import Iterator
from decimal import Decimal

from app.comparing import Comparison, Figure, How, Measure, compare
from app.i18n import phrase
from app.model.estimate import Period
from app.model.internal import Internal
from app.model.path import exists, get
from app.model.proposal import Proposal
from widgets.forms.kinds import title_of
from widgets.phrases import shorten
from widgets.words import hours, money, number, tr, tr_plural

MOST = 14
"""Lines; what is beyond is counted."""

_MEASURES = {
    Measure.HOURS: phrase("Hours"),
    Measure.RATE: phrase("Rate"),
    Measure.AMOUNT: phrase("Amount"),
    Measure.SUBTOTAL: phrase("Subtotal"),
    Measure.DISCOUNT: phrase("Discount"),
    Measure.NET: phrase("Net"),
    Measure.VAT: phrase("VAT"),
    Measure.TOTAL: phrase("Total"),
}
_PERIODS = {Period.ONCE: "", Period.MONTH: phrase("a month"), Period.YEAR: phrase("a year")}
_WHOLE = (Measure.TOTAL, Measure.HOURS)
_OF_A_LINE = (Measure.HOURS, Measure.RATE)
_FACTS = {
    "title": phrase("Title"),
    "subtitle": phrase("Subtitle"),
    "language": phrase("Language"),
    "currency": phrase("Currency"),
    "date": phrase("Date"),
    "valid_until": phrase("Valid until"),
    "brandbook": phrase("Brandbook"),
    "studio": phrase("Studio"),
    "client": phrase("Client"),
    "contact": phrase("Contact"),
    "manager": phrase("Manager"),
    "people": phrase("People"),
    "number": phrase("Number"),
}


def differences(old: Proposal, new: Proposal) -> list[str]:
    """Say what the newer state has otherwise than the older one: sums first, then sections, lines of the estimate, facts."""
    compared = compare(old, new)
    lines = list(dict.fromkeys((*_whole(compared, old, new), *_sections(compared, old, new), *_lines(compared, old, new),
                                *_facts(compared))))  # fmt: skip
    if not lines and compared:
        lines = [tr("Only what insiders see")] if not compared.for_clients else [tr("Small things in the estimate")]
    beyond = len(lines) - MOST
    return [*lines[:MOST], tr_plural("and {n} more change", "and {n} more changes", beyond)] if beyond > 0 else lines


def _whole(compared: Comparison, old: Proposal, new: Proposal) -> Iterator[str]:
    for measure in _WHOLE:
        yield from (_figure(one, old, new) for one in compared.figures if one.path == "estimate" and one.measure is measure)


def _sections(compared: Comparison, old: Proposal, new: Proposal) -> Iterator[str]:
    said = {How.ADDED: phrase("Added: {title}"), How.REMOVED: phrase("Removed: {title}"), How.MOVED: phrase("Moved: {title}")}
    for one in compared.sections:
        owner = old if one.how is How.REMOVED else new
        if one.how in said and exists(owner, one.path):
            yield tr(said[one.how], title=shorten(title_of(get(owner, one.path)), 48))
    for section in compared.changed_sections:
        yield tr("Changed: {title}", title=shorten(title_of(get(new, f"sections/{section}")), 48))


def _lines(compared: Comparison, old: Proposal, new: Proposal) -> Iterator[str]:
    """Say hours and rates of lines that stay, and of the others the amount."""
    of_lines = [one for one in compared.figures if "/items/" in one.path]
    said = {one.path for one in of_lines if one.measure in _OF_A_LINE and one.old is not None and one.new is not None}
    for one in of_lines:
        if (one.measure in _OF_A_LINE) == (one.path in said) and (one.path in said or one.measure is Measure.AMOUNT):
            yield _figure(one, old, new)


def _facts(compared: Comparison) -> Iterator[str]:
    for change in compared.changes:
        first = change.path.split("/")[0]
        if first in _FACTS and not isinstance(change.new, Internal) and not isinstance(change.old, Internal):
            yield tr("Changed: {title}", title=tr(_FACTS[first]))


def _figure(one: Figure, old: Proposal, new: Proposal) -> str:
    what = " ".join(filter(None, (tr(_MEASURES[one.measure]), tr(_PERIODS[one.period]) if _PERIODS[one.period] else "")))
    if one.title:
        what = tr("{what} of “{owner}”", what=what, owner=shorten(one.title))
    before, after = _value(one, one.old, old.currency), _value(one, one.new, new.currency)
    return tr("{what}: {old} → {new}", what=what, old=before, new=after)


def _value(one: Figure, value: object, currency: str) -> str:
    if not isinstance(value, Decimal):
        return "—"
    if one.measure is Measure.HOURS:
        return hours(value) if one.path == "estimate" else number(value)
    return money(value, currency)
