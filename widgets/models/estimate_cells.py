"""What the cells of the estimate's grid show."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from app.margins import costs_of
from app.model.estimate import Discount, EstimateSection, LineItem, Period, Pricing, VatMode
from app.model.proposal import Proposal
from app.totals import ItemTotal, SectionTotal, Standing, Totals
from widgets.models.estimate_columns import Column
from widgets.models.estimate_roles import role_words
from widgets.models.estimate_rows import RowKind
from widgets.models.estimate_units import EVERY, period_words, unit_words
from widgets.words import amount, hours, number, percent, tr


class Tone(StrEnum):
    """How a cell is drawn."""

    NORMAL = "normal"
    STRONG = "strong"
    QUIET = "quiet"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows, how, why where that needs telling, and what stands small `below` it."""

    text: str = ""
    tone: Tone = Tone.NORMAL
    hint: str = ""
    below: str = ""


EMPTY = Cell()


@dataclass(frozen=True)
class Scene:
    """What cells are made from: the proposal with its sums. `decimals` shows those of all amounts; `costs` are those of an hour
    of each role.
    """

    proposal: Proposal
    totals: Totals
    decimals: bool = False
    costs: Mapping[str, Decimal] = field(default_factory=dict)

    @property
    def rest(self) -> tuple[object, ...]:
        """What the cells of a row depend on besides the row's own item or section and its sums."""
        one = self.proposal.estimate
        hours = (one.hours_a_day, one.hours_a_month)
        return (self.totals.currency, self.decimals, one.rates, one.exchanges, one.packages, one.vat, hours, self.proposal.people)


def scene_of(proposal: Proposal, totals: Totals, decimals: bool) -> Scene:
    """Return what cells are made from."""
    return Scene(proposal, totals, decimals, costs_of(proposal.estimate, totals.currency))


def has_cents(total: SectionTotal) -> bool:
    """Tell whether any amount of a section needs decimals."""
    amounts = (*(item.amount for item in total.items), *(portion.amount for portion in total.portions))
    return any(value != value.to_integral_value() for value in amounts)


def show_item(scene: Scene, item: LineItem, total: ItemTotal, column: Column) -> Cell:
    """Return a cell of a line that everybody may see."""
    match column:
        case Column.TITLE:
            return Cell(item.title or tr("Without a name"), Tone.NORMAL if item.title else Tone.QUIET, item.description)
        case Column.ROLE:
            return Cell(role_words(scene.proposal, item.role), hint=tr("Who does it: double click or F2 to change"))
        case Column.QUANTITY:
            return _show_quantity(item)
        case Column.UNIT:
            return Cell(unit_words(item))
        case Column.RATE:
            return _show_rate(item, total, scene.totals.currency)
        case Column.AMOUNT:
            return _show_amount(scene, item, total)
    return _show_more(scene, item, total, column)


def _show_quantity(item: LineItem) -> Cell:
    if item.pricing is Pricing.FIXED:
        return Cell("" if item.hours is None else hours(item.hours), Tone.QUIET, tr("Hours in the fixed price"))
    if item.pricing is Pricing.MONTHS:
        hint = tr("People × months. Type 2x6 for two people and six months.")
        return Cell(f"{number(item.people)} × {number(item.quantity)}", hint=hint)
    return Cell(number(item.quantity))


def _show_rate(item: LineItem, total: ItemTotal, currency: str) -> Cell:
    if not total.priced:
        return Cell("—", Tone.FAULT, tr("No price yet: type a rate, or choose a role that has one."))
    if item.rate is None:
        return Cell(amount(total.rate, currency), Tone.QUIET, tr("The rate of the role. Type another to change it here only."))
    return Cell(amount(total.rate, currency))


def _show_amount(scene: Scene, item: LineItem, total: ItemTotal) -> Cell:
    hints = {
        Standing.COUNTED: "",
        Standing.OPTION: tr("Optional: not in the total until the client chooses it"),
        Standing.ALTERNATIVE: tr("Another of “{name}” counts", name=item.alternative),
        Standing.ELSEWHERE: tr("Not in the package that counts"),
    }
    hint = hints[total.standing]
    if total.discount:
        before = amount(total.gross, scene.totals.currency, decimals=scene.decimals)
        hint = ". ".join(filter(None, (tr("Before the discount: {amount}", amount=before), hint)))
    text = amount(total.amount, scene.totals.currency, decimals=scene.decimals)
    return Cell(text, Tone.NORMAL if total.counted else Tone.QUIET, hint)


def _show_more(scene: Scene, item: LineItem, total: ItemTotal, column: Column) -> Cell:
    match column:
        case Column.DISCOUNT:
            return Cell(discount_words(item.discount, scene.totals.currency), hint=item.discount.reason)
        case Column.VAT:
            return _show_vat(scene, item)
        case Column.PERIOD:
            return Cell("" if item.period is Period.ONCE else period_words(item.period))
        case Column.ALTERNATIVE:
            return Cell(item.alternative)
        case Column.PACKAGES:
            return _show_packages(scene, item)
    return EMPTY


def _show_vat(scene: Scene, item: LineItem) -> Cell:
    vat = scene.proposal.estimate.vat
    if item.vat is not None:
        return Cell(number(item.vat))
    if vat.mode is VatMode.EXEMPT:
        return EMPTY
    return Cell(number(vat.rate), Tone.QUIET, tr("The rate of the estimate. Type another for this line only."))


def _show_packages(scene: Scene, item: LineItem) -> Cell:
    packages = scene.proposal.estimate.packages
    if not packages:
        return EMPTY
    if not item.packages:
        return Cell(tr("all"), Tone.QUIET)
    names = [package.title or str(place) for place, package in enumerate(packages, 1) if package.id in item.packages]
    return Cell(", ".join(names)) if names else Cell("—", Tone.FAULT, tr("In no package that there is."))


def discount_words(discount: Discount, currency: str) -> str:
    """Return a discount as it is typed and shown: `10 %` or `5 000`; nothing where there is none."""
    if discount.amount:
        return amount(discount.amount, currency)
    return percent(discount.percent) if discount.percent else ""


def show_section(scene: Scene, section: EstimateSection, total: SectionTotal, column: Column) -> Cell:
    """Return a cell of a section's row that everybody may see."""
    tone = Tone.STRONG if section.level == 1 else Tone.NORMAL
    match column:
        case Column.TITLE:
            return Cell(section.title or tr("Section without a name"), Tone.STRONG, section.description)
        case Column.ROLE:
            hint = tr("Who does the section: double click or F4 to change")
            return Cell(", ".join(_people(scene.proposal, section)), Tone.QUIET, hint)
        case Column.QUANTITY:
            return Cell(hours(total.hours) if total.hours else "", Tone.QUIET, below=_recurring_hours(total))
        case Column.DISCOUNT:
            return Cell(discount_words(section.discount, scene.totals.currency), hint=section.discount.reason)
        case Column.AMOUNT:
            return _show_subtotal(scene, section, total, tone)
    return EMPTY


def _people(proposal: Proposal, section: EstimateSection) -> list[str]:
    return [
        *(person.name for wanted in section.people if (person := proposal.person(wanted))),
        *(role for _, role in proposal.vacant(section)),
    ]


def _recurring_hours(total: SectionTotal) -> str:
    return " · ".join(f"{hours(one.hours)}/{tr(EVERY[one.period])}" for one in total.portions[1:] if one.hours)


def _show_subtotal(scene: Scene, section: EstimateSection, total: SectionTotal, tone: Tone) -> Cell:
    """Return what a section comes to, with what is due every month and year and what is taken off small below."""

    def words(value: Decimal) -> str:
        return amount(value, currency, decimals=scene.decimals)

    currency = scene.totals.currency
    recurring = [f"{amount(one.amount, currency)}/{tr(EVERY[one.period])}" for one in total.portions[1:] if one.amount]
    main = words(total.amount) if total.amount or not recurring else recurring.pop(0)
    off = discount_words(section.discount, currency)
    taken = sum((one.discount for one in total.portions), Decimal(0))
    hint = tr("Before the discount: {amount}", amount=words(total.amount + total.discount)) if taken else ""
    return Cell(main, tone, hint, " · ".join([*recurring, *([f"−{off}"] if off else [])]))


def show_new(kind: RowKind, column: Column) -> Cell:
    """Return a cell of an empty line."""
    if column is not Column.TITLE:
        return EMPTY
    return Cell(tr("New line") if kind is RowKind.NEW_ITEM else tr("New section"), Tone.QUIET)
