"""An estimate while its rows are read: sections that fill up, and the sums that the file itself tells."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from app.intake.entries import Entry
from app.intake.priced import HOURS_A_DAY, HOURS_A_MONTH
from app.intake.reduced import net
from app.intake.sumrow import SumRow
from app.intake.variants import alternatives
from app.model.estimate import Discount, EstimateSection, LineItem, Period, Pricing

MOST_CANDIDATES = 30
_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Sums:
    """Hours and money of some sections: of the items that count once, of all with options and variants; `recurring` is what
    is due every month or year, with its hours.
    """

    hours: Decimal = _NOTHING
    amount: Decimal = _NOTHING
    all_hours: Decimal = _NOTHING
    all_amount: Decimal = _NOTHING
    recurring: Decimal = _NOTHING
    recurring_hours: Decimal = _NOTHING

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(
            self.hours + other.hours,
            self.amount + other.amount,
            self.all_hours + other.all_hours,
            self.all_amount + other.all_amount,
            self.recurring + other.recurring,
            self.recurring_hours + other.recurring_hours,
        )


@dataclass(frozen=True, slots=True)
class Declared:
    """Sums that a row of the file tells, and our sums that they may be of: of one section, of two, … of all (the last).

    `final` marks the sums of everything.
    """

    told: SumRow
    candidates: tuple[Sums, ...]
    final: bool = False


@dataclass(slots=True, eq=False)
class SectionDraft:
    """A section that is being filled.

    `number` is its numbering, `heads` are the sums that its title row tells, `closed` whether a total followed. `parent` is
    the section that it is within. `period` is how often all of it is due, `variant` the label of a variant of the whole:
    `elsewhere` is one that does not count because another one does.
    """

    title: str = ""
    optional: bool = False
    number: tuple[int, ...] = ()
    parent: "SectionDraft | None" = None
    period: Period = Period.ONCE
    variant: str = ""
    elsewhere: bool = False
    currency: str = ""
    discount: Discount = Discount()
    place: tuple[int, int] = (0, 0)
    description: list[str] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    details: dict[int, list[str]] = field(default_factory=dict)
    heads: list[SumRow] = field(default_factory=list)
    closed: bool = False
    _sums: Sums | None = None
    _groups: dict[int, str] = field(default_factory=dict)

    def add(self, entry: Entry) -> None:
        """Add an item; in an optional section every item is, in one of monthly work every item is due monthly."""
        item = entry.item
        if self.optional:
            item = replace(item, optional=True)
        if self.period is not Period.ONCE and item.period is Period.ONCE and item.pricing is not Pricing.MONTHS:
            item = replace(item, period=self.period)
        self.entries.append(replace(entry, item=item) if item is not entry.item else entry)
        self._sums = None

    def describe(self, line: str) -> None:
        """Add a line of text to the last item, or to the section where it has none yet."""
        if self.entries:
            self.details.setdefault(len(self.entries) - 1, []).append(line)
        else:
            self.description.append(line)

    def reduce(self, discount: Discount) -> None:
        """Take a discount off the section."""
        self.discount, self._sums = discount, None

    @property
    def groups(self) -> dict[int, str]:
        """The group of alternatives of every item that is in one, by its place."""
        _ = self.sums
        return self._groups

    @property
    def sums(self) -> Sums:
        """What the section comes to."""
        if self._sums is None:
            self._groups = alternatives([(entry.item.title, entry.variant) for entry in self.entries])
            self._sums = self._added()
        return self._sums

    def _added(self) -> Sums:
        whole, picked = Sums(), set[str]()
        for place, entry in enumerate(self.entries):
            group = self._groups.get(place, "")
            counted = not entry.item.optional and not self.elsewhere and group not in picked
            if group and counted:
                picked.add(group)
            whole += _sums_of(entry, counted)
        if not (self.discount.percent or self.discount.amount):
            return whole
        return replace(
            whole,
            amount=net(whole.amount, self.discount, self.currency),
            all_amount=net(whole.all_amount, self.discount, self.currency),
        )

    def section(self, section_id: str, package: str = "") -> EstimateSection:
        """Return the finished section; `package` is the id of the one that all of it is in."""
        people = dict.fromkeys(name for entry in self.entries for name in entry.names)
        roles = dict.fromkeys(entry.item.role for entry in self.entries if entry.item.role and not entry.names)
        items = tuple(self._item(place, package) for place in range(len(self.entries)))
        return EstimateSection(
            id=section_id,
            title=self.title,
            description="\n".join(self.description),
            level=2 if self.parent else 1,
            people=tuple(people),
            roles=tuple(roles),
            items=items,
            discount=self.discount,
        )

    def _item(self, place: int, package: str) -> LineItem:
        item, lines = self.entries[place].item, self.details.get(place)
        if group := self.groups.get(place):
            item = replace(item, alternative=group)
        if package:
            item = replace(item, packages=(package,))
        if not lines:
            return item
        details = "\n".join(f"- {line}" for line in lines)
        return replace(item, description=f"{item.description}\n\n{details}" if item.description else details)


def _sums_of(entry: Entry, counted: bool) -> Sums:
    hours, amount = item_hours(entry.item), entry.amount
    if entry.item.period is not Period.ONCE:
        return Sums(recurring=amount, recurring_hours=hours) if counted else Sums()
    return Sums(hours, amount, hours, amount) if counted else Sums(all_hours=hours, all_amount=amount)


def item_hours(item: LineItem) -> Decimal:
    """Return the hours of work in an item, as the totals count them."""
    if item.pricing is Pricing.HOURS:
        return item.quantity
    if item.hours is not None:
        return item.hours
    if item.pricing is Pricing.MONTHS:
        return item.quantity * item.people * HOURS_A_MONTH
    return item.quantity * HOURS_A_DAY if item.pricing is Pricing.DAYS else _NOTHING


def running_sums(drafts: Iterable[SectionDraft]) -> tuple[Sums, ...]:
    """Return the sums of the first section, of the first two, and so on; those of many end with the sum of all."""
    found: list[Sums] = []
    total = Sums()
    for index, draft in enumerate(drafts):
        total += draft.sums
        if index < MOST_CANDIDATES:
            found.append(total)
        else:
            found[-1] = total
    return tuple(found)
