"""What the sections come to, in two levels and apart for what is due once, every month and every year."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from app.model.estimate import EstimateSection, Period
from app.model.money import round_to
from app.model.rounding import RoundingScope
from app.totals.items import items_of
from app.totals.result import ItemTotal, Portion, SectionTotal, Standing
from app.totals.rules import Rules
from app.totals.shares import shares

_NOTHING = Decimal(0)
_COUNTING = (Standing.COUNTED, Standing.OPTION)
_Earlier = Mapping[str, tuple[EstimateSection, SectionTotal]]


def sections_of(sections: Sequence[EstimateSection], rules: Rules, earlier: _Earlier) -> tuple[SectionTotal, ...]:
    """Return the totals of all sections. `earlier` are those of an estimate with the same rules, by id of the section: what has
    not changed since is not summed again.
    """
    items = [_items(section, rules, earlier.get(section.id)) for section in sections]
    if rules.scope is RoundingScope.TOTAL:
        items = _shared(sections, items, rules, earlier)
    return _levelled(sections, items, rules, earlier)


def parents_of(sections: Sequence[EstimateSection]) -> list[str]:
    """Return for each section the id of the one that it belongs to, empty for those of level 1."""
    parents, top = [], ""
    for section in sections:
        if section.level > 1 and top:
            parents.append(top)
        else:
            top = section.id
            parents.append("")
    return parents


def _items(section: EstimateSection, rules: Rules, earlier: tuple[EstimateSection, SectionTotal] | None) -> tuple[ItemTotal, ...]:
    if earlier is None:
        return items_of(section, rules, {})
    before, total = earlier
    if before.items is section.items:
        return total.items
    # An alternative's standing depends on the others of its group: such items are priced anew.
    known = {id(item): sums for item, sums in zip(before.items, total.items, strict=True) if not item.alternative}
    return items_of(section, rules, known)


def _shared(
    sections: Sequence[EstimateSection], items: Sequence[tuple[ItemTotal, ...]], rules: Rules, earlier: _Earlier
) -> list[tuple[ItemTotal, ...]]:
    """Give every section its share of the rounded whole, and every item its share of the section's."""
    by_period = {period: _shares_of_sections(sections, items, period, rules) for period in Period}
    out = []
    for place, (section, rows) in enumerate(zip(sections, items, strict=True)):
        given = {period: found[place] for period, found in by_period.items()}
        before = earlier.get(section.id)
        # The same items share the same sum as they did before.
        kept = before and before[1].items is rows and all(before[1].portion(one).own == share for one, share in given.items())
        out.append(rows if kept else _shared_within(rows, given, rules))
    return out


def _shares_of_sections(
    sections: Sequence[EstimateSection], items: Sequence[tuple[ItemTotal, ...]], period: Period, rules: Rules
) -> list[Decimal]:
    sums = [_sum(one.exact for one in rows if one.period is period and one.counted) for rows in items]
    whole = round_to(_sum(sums), rules.digits)
    return shares(whole, [(section.id, part) for section, part in zip(sections, sums, strict=True)], rules.digits)


def _shared_within(rows: tuple[ItemTotal, ...], given: Mapping[Period, Decimal], rules: Rules) -> tuple[ItemTotal, ...]:
    out = list(rows)
    for period, share in given.items():
        places = [i for i, one in enumerate(rows) if one.period is period and one.counted]
        parts = shares(share, [(rows[i].id, rows[i].exact) for i in places], rules.digits)
        for i, part in zip(places, parts, strict=True):
            out[i] = _of_amount(rows[i], rules.nothing + part)
    return tuple(out)


def _of_amount(one: ItemTotal, amount: Decimal) -> ItemTotal:
    return one if amount == one.amount else replace(one, amount=amount, gross=amount + one.discount)


def _levelled(
    sections: Sequence[EstimateSection],
    items: Sequence[tuple[ItemTotal, ...]],
    rules: Rules,
    earlier: _Earlier,
) -> tuple[SectionTotal, ...]:
    """Sum the sections that belong to others first, then those of level 1."""
    parents = parents_of(sections)
    had_others = {total.parent for _, total in earlier.values()}
    below: dict[str, list[SectionTotal]] = {}
    made: dict[int, SectionTotal] = {}
    for wanted in (True, False):
        for i, section in enumerate(sections):
            if bool(parents[i]) is not wanted:
                continue
            children = () if wanted else tuple(below.get(section.id, ()))
            made[i] = _section(section, parents[i], items[i], children, rules, earlier.get(section.id), section.id in had_others)
            if wanted:
                below.setdefault(parents[i], []).append(made[i])
    return tuple(made[i] for i in range(len(sections)))


def _section(
    section: EstimateSection,
    parent: str,
    items: tuple[ItemTotal, ...],
    children: Sequence[SectionTotal],
    rules: Rules,
    earlier: tuple[EstimateSection, SectionTotal] | None,
    had_children: bool,
) -> SectionTotal:
    alone = not children and not had_children
    if earlier and alone and earlier[0] is section and earlier[1].items is items and earlier[1].parent == parent:
        return earlier[1]
    found = {one.period for one in items if one.standing in _COUNTING}
    found |= {portion.period for child in children for portion in child.portions}
    rough = [_rough(period, items, children, rules.nothing) for period in Period if period is Period.ONCE or period in found]
    portions = _discounted(section, rough, rules)
    made = SectionTotal(section.id, parent, portions, items)
    return earlier[1] if earlier and earlier[1] == made else made


def _rough(period: Period, items: Sequence[ItemTotal], children: Sequence[SectionTotal], nothing: Decimal) -> Portion:
    """Return what is due in a period before the section's own discount."""
    own = [one for one in items if one.period is period]
    counted = [one for one in own if one.counted]
    inner = [child.portion(period) for child in children]
    amount = sum((one.amount for one in counted), nothing)
    return Portion(
        period=period,
        hours=_sum(one.hours for one in counted) + _sum(portion.hours for portion in inner),
        own=amount,
        amount=amount + _sum(portion.amount for portion in inner),
        discount=nothing,
        optional=sum((one.amount for one in own if one.standing is Standing.OPTION), nothing),
    )


def _discounted(section: EstimateSection, rough: Sequence[Portion], rules: Rules) -> tuple[Portion, ...]:
    """Take the section's discount off; an amount goes to the first period in which anything is due."""
    taken = section.discount
    if not (taken.percent or taken.amount):
        return tuple(rough)
    first = next((portion.period for portion in rough if portion.amount > 0), Period.ONCE)
    out = []
    for portion in rough:
        fixed = taken.amount if portion.period is first else _NOTHING
        off = rules.nothing if taken.amount and not fixed else rules.part(taken.percent, fixed, portion.amount)
        off = min(max(off, rules.nothing), portion.amount)
        out.append(replace(portion, discount=off, amount=portion.amount - off))
    return tuple(out)


def _sum(numbers: Iterable[Decimal]) -> Decimal:
    return sum(numbers, _NOTHING)
