"""What the cells of the estimate's grid show, and what becomes of what is typed into them."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum, StrEnum

from app.edits.estimate import add_item, add_section, new_item, new_section, set_pricing
from app.edits.fields import set_value
from app.i18n import phrase
from app.intake.units import TimeUnit, time_unit
from app.model.estimate import EstimateSection, LineItem, Pricing
from app.model.path import get
from app.model.proposal import Proposal
from app.totals import ItemTotal, Totals
from widgets.commands import Naming
from widgets.models.arithmetic import TOO_LARGE, BadInputError, calculate
from widgets.models.estimate_rows import GridRow, RowKind
from widgets.naming import of_field
from widgets.phrases import say, shorten
from widgets.words import amount, hours, language, number, tr


class Column(IntEnum):
    """The columns from left to right."""

    TITLE = 0
    ROLE = 1
    QUANTITY = 2
    UNIT = 3
    RATE = 4
    AMOUNT = 5


HEADINGS = {
    Column.TITLE: phrase("Work"),
    Column.ROLE: phrase("Who"),
    Column.QUANTITY: phrase("Quantity"),
    Column.UNIT: phrase("Unit"),
    Column.RATE: phrase("Rate"),
    Column.AMOUNT: phrase("Sum"),
}
FIELDS = {
    Column.TITLE: ("title", phrase("Title")),
    Column.ROLE: ("role", phrase("Role")),
    Column.QUANTITY: ("quantity", phrase("Quantity")),
    Column.UNIT: ("unit", phrase("Unit")),
    Column.RATE: ("rate", phrase("Rate")),
}
QUANTITY_NAMES = {Pricing.HOURS: phrase("Hours"), Pricing.DAYS: phrase("Days")}
_FIXED_WORDS = {"fix", "fixed", "fixed price", "фикс", "фикс.", "фиксированно", "фиксировано", "фиксированная"}


class Tone(StrEnum):
    """How a cell is drawn."""

    NORMAL = "normal"
    STRONG = "strong"
    QUIET = "quiet"
    FAULT = "fault"


@dataclass(frozen=True)
class Cell:
    """What a cell shows, how, and why where that needs telling."""

    text: str = ""
    tone: Tone = Tone.NORMAL
    hint: str = ""


@dataclass(frozen=True)
class Entered:
    """What became of typing into a cell: the proposal after it, and what the edit is called."""

    proposal: Proposal
    naming: Naming


def editable(row: GridRow, column: Column) -> bool:
    """Tell whether one can type into a cell."""
    if row.kind in (RowKind.SECTION, RowKind.NEW_SECTION):
        return column is Column.TITLE
    return column is not Column.AMOUNT


def show(proposal: Proposal, totals: Totals, row: GridRow, column: Column, *, decimals: bool = False) -> Cell:
    """Return what a cell shows; `decimals` shows those of all amounts, zero or not."""
    if row.kind is RowKind.ITEM:
        item: LineItem = get(proposal, row.path)
        if column is Column.ROLE:
            return Cell(role_words(proposal, item.role))
        return _show_item(item, totals.section(row.section).item(row.item), column, totals.currency, decimals)
    if row.kind is RowKind.SECTION:
        section: EstimateSection = get(proposal, row.path)
        return _show_section(section, totals, column, decimals)
    if column is not Column.TITLE:
        return Cell()
    return Cell(tr("New line") if row.kind is RowKind.NEW_ITEM else tr("New section"), Tone.QUIET)


def has_cents(totals: Totals) -> bool:
    """Tell whether any amount of the estimate needs decimals; then all show them."""
    amounts = [item.amount for section in totals.sections for item in section.items]
    return any(value != value.to_integral_value() for value in (*amounts, totals.total))


def _show_item(item: LineItem, total: ItemTotal, column: Column, currency: str, decimals: bool) -> Cell:
    match column:
        case Column.TITLE:
            return Cell(item.title or tr("Without a name"), Tone.NORMAL if item.title else Tone.QUIET)
        case Column.QUANTITY:
            return Cell() if item.pricing is Pricing.FIXED else Cell(number(item.quantity))
        case Column.UNIT:
            return Cell(unit_words(item))
        case Column.RATE:
            return _show_rate(item, total, currency)
    tone = Tone.NORMAL if total.counted else Tone.QUIET
    hint = "" if total.counted else tr("Optional: not in the total until the client chooses it")
    return Cell(amount(total.amount, currency, decimals=decimals), tone, hint)


def _show_rate(item: LineItem, total: ItemTotal, currency: str) -> Cell:
    if not total.priced:
        return Cell("—", Tone.FAULT, tr("No price yet: type a rate, or choose a role that has one."))
    if item.rate is None:
        return Cell(amount(total.rate, currency), Tone.QUIET, tr("The rate of the role. Type another to change it here only."))
    return Cell(amount(total.rate, currency))


def _show_section(section: EstimateSection, totals: Totals, column: Column, decimals: bool) -> Cell:
    total = totals.section(section.id)
    match column:
        case Column.TITLE:
            return Cell(section.title or tr("Section without a name"), Tone.STRONG)
        case Column.QUANTITY:
            return Cell(hours(total.hours) if total.hours else "", Tone.QUIET)
        case Column.AMOUNT:
            return Cell(amount(total.amount, totals.currency, decimals=decimals), Tone.STRONG)
    return Cell()


def role_words(proposal: Proposal, role: str) -> str:
    """Return the name of the person or the title of the rate that a role is; the role itself otherwise."""
    person = proposal.person(role)
    titles = (rate.title for rate in proposal.estimate.rates if rate.id == role and rate.title)
    return person.name if person else next(titles, role)


def unit_words(item: LineItem) -> str:
    """Return the unit in which an item is priced."""
    words = {Pricing.HOURS: tr("h"), Pricing.DAYS: tr("d"), Pricing.FIXED: tr("fixed")}
    return words.get(item.pricing, item.unit)


def typed_form(proposal: Proposal, row: GridRow, column: Column) -> str:
    """Return the text with which editing a cell begins."""
    if row.kind is RowKind.SECTION:
        return str(get(proposal, f"{row.path}/title"))
    if row.kind is not RowKind.ITEM:
        return ""
    item: LineItem = get(proposal, row.path)
    if column is Column.UNIT:
        return unit_words(item)
    if column is Column.ROLE:
        return role_words(proposal, item.role)
    if column is Column.QUANTITY and item.pricing is Pricing.FIXED:
        return ""
    value = getattr(item, FIELDS[column][0])
    return number(value) if isinstance(value, Decimal) else value or ""


def enter(proposal: Proposal, row: GridRow, column: Column, text: str) -> Entered | None:
    """Take what was typed into a cell; None where that changes nothing. Raises BadInputError.

    Typing into an empty line makes it a real one.
    """
    text = " ".join(text.split())
    if row.kind in (RowKind.NEW_ITEM, RowKind.NEW_SECTION):
        return _enter_new(proposal, row, column, text) if text else None
    if row.kind is RowKind.SECTION:
        path = f"{row.path}/title"
        return _entered(proposal, set_value(proposal, path, text), of_field(phrase("Section title"), path))
    edited = ENTER[column](proposal, row, text)
    return _entered(proposal, edited, _naming(proposal, row, column))


def clear(proposal: Proposal, row: GridRow, column: Column) -> Entered | None:
    """Empty a cell: a rate goes back to that of the role, a quantity to nothing."""
    if row.kind is RowKind.ITEM and column is Column.QUANTITY:
        return enter(proposal, row, column, "0")
    return enter(proposal, row, column, "")


def _enter_new(proposal: Proposal, row: GridRow, column: Column, text: str) -> Entered:
    if row.kind is RowKind.NEW_SECTION:
        named = new_section(proposal, text)
        return Entered(add_section(proposal, named), say(phrase("New section “{title}”"), title=shorten(text)))
    item = new_item(proposal)
    added = add_item(proposal, row.section, item)
    edited = ENTER[column](added, GridRow(RowKind.ITEM, row.section, item.id), text)
    title = shorten(text) if column is Column.TITLE else ""
    return Entered(edited, say(phrase("New line “{title}”"), title=title) if title else say(phrase("New line")))


def _entered(before: Proposal, after: Proposal, naming: Naming) -> Entered | None:
    return None if after == before else Entered(after, naming)


def _naming(proposal: Proposal, row: GridRow, column: Column) -> Naming:
    field, what = FIELDS[column]
    if column is Column.QUANTITY:
        what = QUANTITY_NAMES.get(get(proposal, f"{row.path}/pricing"), what)
    if column is Column.TITLE:
        return of_field(what, f"{row.path}/{field}")
    if column is Column.UNIT:
        title = get(proposal, f"{row.path}/title")
        return say(phrase("Unit of “{title}”"), title=shorten(title))
    return of_field(what, f"{row.path}/{field}", f"{row.path}/title")


def _title(proposal: Proposal, row: GridRow, text: str) -> Proposal:
    return set_value(proposal, f"{row.path}/title", text)


def _role(proposal: Proposal, row: GridRow, text: str) -> Proposal:
    return set_value(proposal, f"{row.path}/role", known_role(proposal, text))


def known_role(proposal: Proposal, text: str) -> str:
    """Return the id of the rate or person that a text names, or the text itself."""
    wanted = text.casefold()
    for rate in proposal.estimate.rates:
        if wanted in (rate.id.casefold(), rate.title.casefold()) and wanted:
            return rate.id
    named = (person.id for person in proposal.people if wanted and wanted in (person.id.casefold(), person.name.casefold()))
    return next(named, text)


def _quantity(proposal: Proposal, row: GridRow, text: str) -> Proposal:
    value = calculate(text, language())
    if value is None:
        raise BadInputError(say(phrase("Type how much: a number or a sum such as 8*1.5.")))
    item: LineItem = get(proposal, row.path)
    if item.pricing is Pricing.FIXED and value != 1:
        proposal = set_pricing(proposal, row.section, row.item, Pricing.QUANTITY)
    return set_value(proposal, f"{row.path}/quantity", value)


def _unit(proposal: Proposal, row: GridRow, text: str) -> Proposal:
    units = {TimeUnit.HOURS: Pricing.HOURS, TimeUnit.DAYS: Pricing.DAYS}
    pricing = units.get(time_unit(text), Pricing.QUANTITY)
    if text.casefold() in _FIXED_WORDS or text == tr("fixed"):
        pricing = Pricing.FIXED
    elif not text or text == tr("h"):
        pricing = Pricing.HOURS
    elif text == tr("d"):
        pricing = Pricing.DAYS
    item: LineItem = get(proposal, row.path)
    if pricing is item.pricing and (pricing is not Pricing.QUANTITY or text == item.unit):
        return proposal
    try:
        return set_pricing(proposal, row.section, row.item, pricing, text)
    except ValueError as error:  # what it costs is more than a price may be
        raise BadInputError(say(TOO_LARGE)) from error


def _rate(proposal: Proposal, row: GridRow, text: str) -> Proposal:
    return set_value(proposal, f"{row.path}/rate", calculate(text, language()))


ENTER: dict[Column, Callable[[Proposal, GridRow, str], Proposal]] = {
    Column.TITLE: _title,
    Column.ROLE: _role,
    Column.QUANTITY: _quantity,
    Column.UNIT: _unit,
    Column.RATE: _rate,
}
