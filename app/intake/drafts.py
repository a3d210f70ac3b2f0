"""An estimate while its rows are read: sections that fill up, and the sums that the file itself tells."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from app.intake.entries import Entry
from app.intake.pricing import HOURS_A_DAY
from app.intake.sumrow import SumRow
from app.model.estimate import EstimateSection, LineItem, Pricing

_MOST_CANDIDATES = 30


@dataclass(frozen=True, slots=True)
class Sums:
    """Hours and money of some sections: of the items that count, and of all with the optional ones."""

    hours: Decimal = Decimal(0)
    amount: Decimal = Decimal(0)
    all_hours: Decimal = Decimal(0)
    all_amount: Decimal = Decimal(0)

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(
            self.hours + other.hours,
            self.amount + other.amount,
            self.all_hours + other.all_hours,
            self.all_amount + other.all_amount,
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

    `number` is its numbering, `heads` are the sums that its title row tells, `closed` whether a total followed.
    """

    title: str = ""
    optional: bool = False
    number: tuple[int, ...] = ()
    description: list[str] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    details: dict[int, list[str]] = field(default_factory=dict)
    heads: list[SumRow] = field(default_factory=list)
    closed: bool = False
    sums: Sums = Sums()

    def add(self, entry: Entry) -> None:
        """Add an item; in an optional section every item is."""
        if self.optional:
            entry = replace(entry, item=replace(entry.item, optional=True))
        self.entries.append(entry)
        hours, nothing = item_hours(entry.item), Decimal(0)
        counted = not entry.item.optional
        self.sums += Sums(hours if counted else nothing, entry.amount if counted else nothing, hours, entry.amount)

    def describe(self, line: str) -> None:
        """Add a line of text to the last item, or to the section where it has none yet."""
        if self.entries:
            self.details.setdefault(len(self.entries) - 1, []).append(line)
        else:
            self.description.append(line)

    def section(self, section_id: str) -> EstimateSection:
        """Return the finished section."""
        people = dict.fromkeys(name for entry in self.entries for name in entry.names)
        roles = dict.fromkeys(entry.item.role for entry in self.entries if entry.item.role and not entry.names)
        items = tuple(self._item(index) for index in range(len(self.entries)))
        text = "\n".join(self.description)
        return EstimateSection(
            id=section_id, title=self.title, description=text, people=tuple(people), roles=tuple(roles), items=items
        )

    def _item(self, index: int) -> LineItem:
        item, lines = self.entries[index].item, self.details.get(index)
        if not lines:
            return item
        details = "\n".join(f"- {line}" for line in lines)
        return replace(item, description=f"{item.description}\n\n{details}" if item.description else details)


def item_hours(item: LineItem) -> Decimal:
    """Return the hours of work in an item, as the totals count them."""
    if item.pricing is Pricing.HOURS:
        return item.quantity
    if item.hours is not None:
        return item.hours
    return item.quantity * HOURS_A_DAY if item.pricing is Pricing.DAYS else Decimal(0)


def running_sums(drafts: Iterable[SectionDraft]) -> tuple[Sums, ...]:
    """Return the sums of the first section, of the first two, and so on; those of many end with the sum of all."""
    found: list[Sums] = []
    total = Sums()
    for index, draft in enumerate(drafts):
        total += draft.sums
        if index < _MOST_CANDIDATES:
            found.append(total)
        else:
            found[-1] = total
    return tuple(found)
