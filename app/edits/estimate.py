"""What is done to the estimate: sections, line items, the people of a section, rates, discount and VAT."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from app.edits import lists
from app.edits.fields import fitting, set_value
from app.edits.ids import fresh, item_ids, unused
from app.edits.levels import block, moved, with_sections
from app.model.estimate import Discount, Estimate, EstimateSection, LineItem, Pricing, Vat
from app.model.exchange import converted
from app.model.internal import Internal
from app.model.path import get
from app.model.proposal import Proposal
from app.model.rate import Rate
from app.model.sections import Section, Timeline

SECTIONS = "estimate/sections"
RATES = "estimate/rates"


def section_path(section_id: str) -> str:
    """Return the path of a section of the estimate."""
    return f"{SECTIONS}/{section_id}"


def items_path(section_id: str) -> str:
    """Return the path of the list of a section's items."""
    return f"{SECTIONS}/{section_id}/items"


def item_path(section_id: str, item_id: str) -> str:
    """Return the path of a line item."""
    return f"{items_path(section_id)}/{item_id}"


def new_item(proposal: Proposal) -> LineItem:
    """Return an empty line item with an id that no item of the estimate has. It is not in the proposal yet."""
    return LineItem(id=fresh("i", item_ids(proposal)))


def new_section(proposal: Proposal, title: str = "") -> EstimateSection:
    """Return an empty section with an id of its own. It is not in the proposal yet."""
    return EstimateSection(id=fresh("s", _section_ids(proposal)), title=title)


def add_item(proposal: Proposal, section_id: str, item: LineItem, index: int | None = None) -> Proposal:
    """Put a line item into a section, at its end where no index is told. An id that is in use is replaced."""
    item = replace(item, id=unused(item.id, "i", item_ids(proposal)))
    return lists.insert(proposal, items_path(section_id), item, index)


def add_items(proposal: Proposal, section_id: str, items: Iterable[LineItem], index: int | None = None) -> Proposal:
    """Put several line items into a section, in their order."""
    taken = set(item_ids(proposal))
    known: tuple[LineItem, ...] = get(proposal, items_path(section_id))
    place = len(known) if index is None else min(max(index, 0), len(known))
    added = []
    number = 1
    for item in items:
        name = item.id
        while not name or name in taken:
            name, number = f"i{number}", number + 1
        taken.add(name)
        added.append(fitting(replace(item, id=name)))
    return set_value(proposal, items_path(section_id), (*known[:place], *added, *known[place:]))


def remove_item(proposal: Proposal, section_id: str, item_id: str) -> Proposal:
    """Take a line item out."""
    return lists.remove(proposal, items_path(section_id), item_id)


def move_item(proposal: Proposal, section_id: str, item_id: str, to_section: str, index: int) -> Proposal:
    """Move a line item so that it stands at `index` of a section. Its id changes only where the target has it already."""
    if section_id == to_section:
        return lists.move(proposal, items_path(section_id), item_id, index)
    item: LineItem = get(proposal, item_path(section_id, item_id))
    taken = {other.id for other in get(proposal, items_path(to_section))}
    if item.id in taken:
        item = replace(item, id=fresh("i", item_ids(proposal)))
    return lists.insert(remove_item(proposal, section_id, item_id), items_path(to_section), item, index)


def duplicate_item(proposal: Proposal, section_id: str, item_id: str) -> Proposal:
    """Put a copy of a line item right after it."""
    items: tuple[LineItem, ...] = get(proposal, items_path(section_id))
    place = lists.position(items, item_id)
    return add_item(proposal, section_id, items[place], place + 1)


def set_pricing(proposal: Proposal, section_id: str, item_id: str, pricing: Pricing, unit: str = "") -> Proposal:
    """Say how a line item is priced; `unit` is the printed one of QUANTITY items.

    An item that was priced by time and gets a fixed price keeps what it costs, and its hours. Raises ValueError where that is
    more than a price may be.
    """
    item: LineItem = get(proposal, item_path(section_id, item_id))
    changed = replace(item, pricing=pricing, unit=unit if pricing is Pricing.QUANTITY else "")
    by_time = item.pricing in (Pricing.HOURS, Pricing.DAYS, Pricing.MONTHS)
    if pricing is not Pricing.MONTHS:
        changed = replace(changed, people=Decimal(1))
    if pricing is Pricing.FIXED and by_time:
        estimate = proposal.estimate
        factors = {Pricing.DAYS: estimate.hours_a_day, Pricing.MONTHS: estimate.hours_a_month}
        factor = factors.get(item.pricing, Decimal(1))
        rate = item.rate if item.rate is not None else _price_of_role(proposal, item.role, factor)
        units = item.quantity * item.people if item.pricing is Pricing.MONTHS else item.quantity
        price = None if rate is None else rate * units
        changed = replace(changed, rate=price, quantity=Decimal(1), hours=units * factor)
    elif pricing is Pricing.FIXED:
        price = None if item.rate is None else item.rate * item.quantity
        changed = replace(changed, rate=price, quantity=Decimal(1))
    elif pricing in (Pricing.HOURS, Pricing.DAYS, Pricing.MONTHS):
        changed = replace(changed, hours=None)
    return set_value(proposal, item_path(section_id, item_id), changed)


def add_section(proposal: Proposal, section: EstimateSection, index: int | None = None) -> Proposal:
    """Put a section into the estimate, at the end where no index is told. An id that is in use is replaced."""
    section = replace(section, id=unused(section.id, "s", _section_ids(proposal)))
    return lists.insert(proposal, SECTIONS, section, index)


def remove_section(proposal: Proposal, section_id: str) -> Proposal:
    """Take a section out with all its items and the sections that belong to it; the phases that carry them out stay, and carry
    out none.
    """
    sections = proposal.estimate.sections
    places = block(sections, section_id)
    gone = {section.id for section in sections[places.start : places.stop]}
    rest = with_sections(proposal, (*sections[: places.start], *sections[places.stop :]))
    shown = tuple(_released(section, gone) for section in proposal.sections)
    return rest if shown == proposal.sections else replace(rest, sections=shown)


def move_section(proposal: Proposal, section_id: str, index: int) -> Proposal:
    """Move a section, with those that belong to it, so that it stands at `index`; see `app.edits.levels.moved`."""
    return with_sections(proposal, moved(proposal.estimate.sections, section_id, index))


def duplicate_section(proposal: Proposal, section_id: str) -> Proposal:
    """Put a copy of a section, with those that belong to it, right after it. Items get ids of their own; nobody has signed the
    copy.
    """
    places = block(proposal.estimate.sections, section_id)
    for offset, copied in enumerate(proposal.estimate.sections[places.start : places.stop]):
        place = places.stop + offset
        blank = replace(copied, items=(), signed=Internal(None), waiver=Internal(None))
        proposal = add_section(proposal, blank, place)
        proposal = add_items(proposal, proposal.estimate.sections[place].id, copied.items)
    return proposal


def set_people(proposal: Proposal, section_id: str, people: Iterable[str]) -> Proposal:
    """Say who does a section, by their ids; people whom the proposal does not have are left out, each counts once."""
    known = {person.id for person in proposal.people}
    chosen = tuple(dict.fromkeys(person for person in people if person in known))
    return set_value(proposal, f"{section_path(section_id)}/people", chosen)


def set_roles(proposal: Proposal, section_id: str, roles: Iterable[str]) -> Proposal:
    """Say which roles of a section nobody fills yet."""
    named = tuple(dict.fromkeys(filter(None, map(str.strip, roles))))
    return set_value(proposal, f"{section_path(section_id)}/roles", named)


def set_rate(proposal: Proposal, rate_id: str, amount: Decimal, title: str = "") -> Proposal:
    """Set the price of an hour of a role or person; a new one is put at the end of the rates.

    Raises ValueError, as the others below, for a number that may not stand there (see `fields.fitting`).
    """
    rates = proposal.estimate.rates
    changed = fitting(Rate(id=rate_id, amount=amount, title=title))
    if any(rate.id == rate_id for rate in rates):
        kept = tuple(replace(rate, amount=amount, title=title) if rate.id == rate_id else rate for rate in rates)
        return replace(proposal, estimate=replace(proposal.estimate, rates=kept))
    return lists.insert(proposal, RATES, changed)


def remove_rate(proposal: Proposal, rate_id: str) -> Proposal:
    """Take a rate out. Items that name it keep its name and have no price until another rate is given."""
    return lists.remove(proposal, RATES, rate_id)


def set_discount(proposal: Proposal, discount: Discount) -> Proposal:
    """Set what is taken off the whole."""
    return replace(proposal, estimate=replace(proposal.estimate, discount=fitting(discount)))


def set_vat(proposal: Proposal, vat: Vat) -> Proposal:
    """Set how value added tax stands to the prices."""
    return replace(proposal, estimate=replace(proposal.estimate, vat=fitting(vat)))


def replace_estimate(proposal: Proposal, estimate: Estimate, currency: str = "") -> Proposal:
    """Put another estimate in place of this one, with its currency where one is told."""
    return replace(proposal, estimate=fitting(estimate), currency=currency or proposal.currency)


def _price_of_role(proposal: Proposal, role: str, hours: Decimal) -> Decimal | None:
    """Return the price of so many hours of a role in the proposal's currency, None where it is not known."""
    estimate = proposal.estimate
    for rate in estimate.rates:
        if rate.id == role:
            amount = converted(rate.amount, rate.currency, proposal.currency, estimate.exchanges)
            return None if amount is None else amount * hours
    return None


def _released(section: Section, gone: set[str]) -> Section:
    if not isinstance(section, Timeline) or all(phase.part not in gone for phase in section.phases):
        return section
    return replace(section, phases=tuple(replace(p, part="") if p.part in gone else p for p in section.phases))


def _section_ids(proposal: Proposal) -> set[str]:
    """Return the ids that a new section must not take: those in use, and those that a phase names without there being any."""
    named = {phase.part for section in proposal.sections if isinstance(section, Timeline) for phase in section.phases}
    return {section.id for section in proposal.estimate.sections} | named
