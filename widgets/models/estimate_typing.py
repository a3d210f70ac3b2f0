"""What becomes of what is typed into the cells of the estimate's grid."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from app.edits.estimate import add_item, add_section, new_item, new_section, set_pricing
from app.edits.fields import set_value
from app.i18n import phrase
from app.intake import numbers
from app.intake.units import TimeUnit
from app.model.estimate import Discount, EstimateSection, LineItem, Period, Pricing
from app.model.internal import Internal
from app.model.path import get
from app.model.proposal import Proposal
from widgets.commands import Naming
from widgets.models.arithmetic import TOO_LARGE, BadInputError, calculate
from widgets.models.estimate_columns import COMPUTED, FIELDS, SPREAD, Column
from widgets.models.estimate_inside import with_spread
from widgets.models.estimate_roles import known_role, role_words
from widgets.models.estimate_rows import GridRow, RowKind
from widgets.models.estimate_units import TypedUnit, period_words, typed_period, typed_unit, unit_words
from widgets.naming import of_field
from widgets.phrases import Phrase, say, shorten
from widgets.words import language, number, tr

QUANTITY_NAMES = {Pricing.HOURS: phrase("Hours"), Pricing.DAYS: phrase("Days"), Pricing.MONTHS: phrase("People and months")}
_HEADS = re.compile(
    r"(?P<people>\d[\d\s.,]*)\s*(?:чел\w*\.?|people|ppl|p\.?)?\s*[×xх]\s*"
    r"(?P<months>\d[\d\s.,]*)(?P<unit>\s*(?:мес\w*\.?|mo\w*\.?))?",
    re.IGNORECASE,
)
_SHARE = re.compile(r"[-−–]?\s*(?P<percent>[^%*/×÷·]+)%")
_HUNDRED = Decimal(100)
_TIMED = {TimeUnit.HOURS: Pricing.HOURS, TimeUnit.DAYS: Pricing.DAYS, TimeUnit.MONTHS: Pricing.MONTHS}
_ALL = {"все", "all", "*"}


@dataclass(frozen=True)
class Entered:
    """What became of typing into a cell: the proposal after it, and what the edit is called."""

    proposal: Proposal
    naming: Naming


def editable(row: GridRow, column: Column) -> bool:
    """Tell whether one can type into a cell."""
    if row.kind is RowKind.SECTION:
        return column in (Column.TITLE, Column.ROLE, Column.DISCOUNT)
    if row.kind is RowKind.NEW_SECTION:
        return column is Column.TITLE
    return column not in COMPUTED


def typed_form(proposal: Proposal, row: GridRow, column: Column) -> str:
    """Return the text with which editing a cell begins."""
    if row.kind is RowKind.SECTION:
        section: EstimateSection = get(proposal, row.path)
        return {Column.TITLE: section.title, Column.DISCOUNT: _discount_form(section.discount)}.get(column, "")
    return item_form(proposal, get(proposal, row.path), column) if row.kind is RowKind.ITEM else ""


def item_form(proposal: Proposal, item: LineItem, column: Column) -> str:
    """Return the text with which editing a cell of a line begins."""
    spread = item.spread.value
    match column:
        case Column.TITLE | Column.ALTERNATIVE:
            return item.alternative if column is Column.ALTERNATIVE else item.title
        case Column.ROLE:
            return role_words(proposal, item.role)
        case Column.QUANTITY:
            return _quantity_form(item)
        case Column.UNIT:
            return unit_words(item)
        case Column.PERIOD:
            return "" if item.period is Period.ONCE else period_words(item.period)
        case Column.DISCOUNT:
            return _discount_form(item.discount)
        case Column.PACKAGES:
            return ", ".join(package.title or package.id for package in proposal.estimate.packages if package.id in item.packages)
        case Column.LOWEST | Column.LIKELY | Column.HIGHEST:
            return figures(getattr(spread, SPREAD[column])) if spread else ""
    numbers_of = {Column.RATE: item.rate, Column.VAT: item.vat, Column.COST: item.cost.value, Column.ACTUAL: item.actual.value}
    value = numbers_of.get(column)
    return "" if value is None else figures(value)


def figures(value: Decimal) -> str:
    """Return a number as it is typed: as it is shown where that tells all of it, else with all its decimals."""
    if value == round(value, 2):
        return number(value)
    exact = f"{numbers.tidy(value):f}"
    return exact.replace(".", ",") if language() == "ru" else exact


def _quantity_form(item: LineItem) -> str:
    if item.pricing is Pricing.FIXED:
        return ""
    if item.pricing is Pricing.MONTHS:
        return f"{figures(item.people)} × {figures(item.quantity)}"
    return figures(item.quantity)


def _discount_form(discount: Discount) -> str:
    return figures(discount.amount) if discount.amount else f"{figures(discount.percent)}%" if discount.percent else ""


def enter(proposal: Proposal, row: GridRow, column: Column, text: str) -> Entered | None:
    """Take what was typed into a cell; None where that changes nothing. Raises BadInputError.

    Typing into an empty line makes it a real one.
    """
    text = " ".join(text.split())
    if row.kind in (RowKind.NEW_ITEM, RowKind.NEW_SECTION):
        return _enter_new(proposal, row, column, text) if text else None
    after = put(proposal, row, column, text)
    return None if after == proposal else Entered(after, _naming(proposal, row, column))


def put(proposal: Proposal, row: GridRow, column: Column, text: str) -> Proposal:
    """Return the proposal with what was typed into a cell of a section or a line. Raises BadInputError."""
    try:
        if row.kind is RowKind.SECTION:
            return _put_in_section(proposal, row, column, text)
        return ENTER[column](proposal, row, text)
    except ValueError as error:
        if isinstance(error, BadInputError):
            raise
        raise BadInputError(say(TOO_LARGE)) from error


def clear(proposal: Proposal, row: GridRow, column: Column) -> Proposal:
    """Empty a cell: a rate goes back to that of the role, a quantity to nothing."""
    if row.path and editable(row, column):
        return put(proposal, row, column, "0" if row.kind is RowKind.ITEM and column is Column.QUANTITY else "")
    return proposal


def _put_in_section(proposal: Proposal, row: GridRow, column: Column, text: str) -> Proposal:
    if column is Column.DISCOUNT:
        section: EstimateSection = get(proposal, row.path)
        return set_value(proposal, f"{row.path}/discount", typed_discount(text, section.discount))
    return set_value(proposal, f"{row.path}/title", text) if column is Column.TITLE else proposal


def _enter_new(proposal: Proposal, row: GridRow, column: Column, text: str) -> Entered:
    if row.kind is RowKind.NEW_SECTION:
        named = new_section(proposal, text)
        return Entered(add_section(proposal, named), say(phrase("New section “{title}”"), title=shorten(text)))
    item = new_item(proposal)
    added = add_item(proposal, row.section, item)
    edited = put(added, GridRow(RowKind.ITEM, row.section, item.id), column, text)
    title = shorten(text) if column is Column.TITLE else ""
    return Entered(edited, say(phrase("New line “{title}”"), title=title) if title else say(phrase("New line")))


def _naming(proposal: Proposal, row: GridRow, column: Column) -> Naming:
    if row.kind is RowKind.SECTION and column is Column.TITLE:
        return of_field(phrase("Section title"), f"{row.path}/title")
    field, what = FIELDS[column]
    title = str(get(proposal, f"{row.path}/title"))
    if column is Column.TITLE:
        return of_field(what, f"{row.path}/{field}")
    if column is Column.UNIT:
        return _unit_naming(row.path, title)
    if column is Column.QUANTITY:
        what = QUANTITY_NAMES.get(get(proposal, f"{row.path}/pricing"), what)
    return of_field(what, f"{row.path}/{field}", f"{row.path}/title")


def _unit_naming(path: str, title: str) -> Naming:
    """Name another unit by its words, as the grid shows them."""

    def name(before: Proposal, after: Proposal) -> Phrase:
        old, new = (unit_words(get(one, path)) for one in (before, after))
        return say(phrase("Unit of “{title}”: {old} → {new}"), title=shorten(title), old=old or "—", new=new or "—")

    return name


# what each column takes --------------------------------------------------------------------------------------------


def _item(proposal: Proposal, row: GridRow) -> LineItem:
    item: LineItem = get(proposal, row.path)
    return item


def _set(field: str) -> Callable[[Proposal, GridRow, str], Proposal]:
    return lambda proposal, row, text: set_value(proposal, f"{row.path}/{field}", text)


def _role(proposal: Proposal, row: GridRow, text: str) -> Proposal:
    return set_value(proposal, f"{row.path}/role", known_role(proposal, text))


def _quantity(proposal: Proposal, row: GridRow, text: str) -> Proposal:
    """Take a number, a sum, a number with its unit (`3 дн.`, `12 шт`), or people and months (`2x6`)."""
    item = _item(proposal, row)
    heads = _HEADS.fullmatch(text)
    if heads and (item.pricing is Pricing.MONTHS or heads["unit"]):
        return _heads(proposal, row, *(_wanted(calculate(heads[part], language())) for part in ("people", "months")))
    found = numbers.read_number(text, mark="," if language() == "ru" else ".", sure=True)
    if found.value is not None and not found.fault and not found.percent and (said := _unit_said(found)) is not None:
        if item.pricing is Pricing.FIXED and said.pricing is Pricing.HOURS:
            return set_value(proposal, f"{row.path}/hours", found.value)
        proposal = _with_unit(proposal, row, said)
        return set_value(proposal, f"{row.path}/quantity", found.value)
    value = _wanted(calculate(text, language(), shares=True))
    if item.pricing is Pricing.FIXED and value != 1:
        proposal = set_pricing(proposal, row.section, row.item, Pricing.QUANTITY)
    return set_value(proposal, f"{row.path}/quantity", value)


def _wanted(value: Decimal | None) -> Decimal:
    if value is None:
        raise BadInputError(say(phrase("Type how much: a number or a sum such as 8*1.5.")))
    return value


def _unit_said(found: numbers.Reading) -> TypedUnit | None:
    """Return the unit that was typed behind a number, None where none was."""
    if found.unit in _TIMED:
        return TypedUnit(_TIMED[found.unit])
    return TypedUnit(Pricing.QUANTITY, found.measure) if found.measure and found.unit is TimeUnit.NONE else None


def _heads(proposal: Proposal, row: GridRow, people: Decimal, months: Decimal) -> Proposal:
    proposal = _with_unit(proposal, row, TypedUnit(Pricing.MONTHS))
    proposal = set_value(proposal, f"{row.path}/people", people)
    return set_value(proposal, f"{row.path}/quantity", months)


def _unit(proposal: Proposal, row: GridRow, text: str) -> Proposal:
    return _with_unit(proposal, row, typed_unit(text))


def _with_unit(proposal: Proposal, row: GridRow, typed: TypedUnit) -> Proposal:
    item = _item(proposal, row)
    if typed.period is not None:
        proposal = set_value(proposal, f"{row.path}/period", typed.period)
    same = typed.pricing in (None, item.pricing) and (typed.pricing is not Pricing.QUANTITY or typed.unit == item.unit)
    if same or typed.pricing is None:
        return proposal
    return set_pricing(proposal, row.section, row.item, typed.pricing, typed.unit)


def _rate(proposal: Proposal, row: GridRow, text: str) -> Proposal:
    return set_value(proposal, f"{row.path}/rate", calculate(text, language(), shares=True))


def _discount(proposal: Proposal, row: GridRow, text: str) -> Proposal:
    return set_value(proposal, f"{row.path}/discount", typed_discount(text, _item(proposal, row).discount))


def typed_discount(text: str, before: Discount) -> Discount:
    """Understand a discount: `10%` or `-10 %` is a share, anything else an amount; its reason stays. Raises BadInputError."""
    share = _SHARE.fullmatch(text.removeprefix("="))
    if share is None:
        amount = calculate(text.lstrip("-−– "), language(), shares=True)
        return Discount() if not amount else Discount(amount=amount, reason=before.reason)
    percent = calculate("=" + share["percent"], language()) or Decimal(0)
    if percent > _HUNDRED:
        raise BadInputError(say(phrase("A discount takes off 100% at the most.")))
    return Discount() if not percent else Discount(percent=percent, reason=before.reason)


def _vat(proposal: Proposal, row: GridRow, text: str) -> Proposal:
    value = calculate(text.removesuffix("%"), language())
    if value is not None and value > _HUNDRED:
        raise BadInputError(say(phrase("A rate of VAT is 100% at the most.")))
    return set_value(proposal, f"{row.path}/vat", value)


def _period(proposal: Proposal, row: GridRow, text: str) -> Proposal:
    period = typed_period(text)
    if period is None:
        raise BadInputError(say(phrase("“{text}” is no period. Type month, year or once."), text=text[:24]))
    return set_value(proposal, f"{row.path}/period", period)


def _packages(proposal: Proposal, row: GridRow, text: str) -> Proposal:
    packages = proposal.estimate.packages
    names = [name.strip().casefold() for name in re.split(r"[,;]", text) if name.strip()]
    if not names or set(names) & (_ALL | {tr("all").casefold()}):
        return set_value(proposal, f"{row.path}/packages", ())
    if not packages:
        raise BadInputError(say(phrase("There are no packages yet: add them beside the discount and VAT.")))
    chosen = set()
    for name in names:
        fits = [one.id for n, one in enumerate(packages, 1) if name in (str(n), one.title.casefold(), one.id.casefold())]
        fits = fits or [one.id for one in packages if one.title.casefold().startswith(name)]
        if not fits:
            raise BadInputError(say(phrase("There is no package “{text}”."), text=name[:24]))
        chosen.add(fits[0])
    named = () if len(chosen) == len(packages) else tuple(one.id for one in packages if one.id in chosen)
    return set_value(proposal, f"{row.path}/packages", named)


def _spread(column: Column) -> Callable[[Proposal, GridRow, str], Proposal]:
    def take(proposal: Proposal, row: GridRow, text: str) -> Proposal:
        changed = with_spread(_item(proposal, row), column, calculate(text, language(), shares=True))
        return set_value(proposal, f"{row.path}/spread", changed.spread)

    return take


def _inside(field: str) -> Callable[[Proposal, GridRow, str], Proposal]:
    def take(proposal: Proposal, row: GridRow, text: str) -> Proposal:
        return set_value(proposal, f"{row.path}/{field}", Internal(calculate(text, language(), shares=True)))

    return take


ENTER: dict[Column, Callable[[Proposal, GridRow, str], Proposal]] = {
    Column.TITLE: _set("title"),
    Column.ROLE: _role,
    Column.QUANTITY: _quantity,
    Column.UNIT: _unit,
    Column.RATE: _rate,
    Column.DISCOUNT: _discount,
    Column.VAT: _vat,
    Column.PERIOD: _period,
    Column.ALTERNATIVE: _set("alternative"),
    Column.PACKAGES: _packages,
    **{column: _spread(column) for column in SPREAD},
    Column.COST: _inside("cost"),
    Column.ACTUAL: _inside("actual"),
}


def fill(proposal: Proposal, row: GridRow, column: Column, source: LineItem) -> Proposal:
    """Return the proposal with what another line has in a column put into a line. Raises BadInputError.

    The unit is to be filled before the quantity and the rate: another pricing changes both.
    """
    target = _item(proposal, row)
    if column is Column.UNIT:
        return _with_unit(proposal, row, TypedUnit(source.pricing, source.unit, source.period))
    if column is Column.QUANTITY and source.pricing is target.pricing:
        proposal = set_value(proposal, f"{row.path}/people", source.people)
        return set_value(proposal, f"{row.path}/quantity", source.quantity)
    if column is Column.QUANTITY:
        return put(proposal, row, column, figures(source.quantity))
    name = FIELDS[column][0]
    return set_value(proposal, f"{row.path}/{name}", getattr(source, name))
