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


def sections_of(
    sections: Sequence[EstimateSection], rules: Rules, earlier: Mapping[str, tuple[EstimateSection, SectionTotal]]
) -> tuple[SectionTotal, ...]:
    """Return the totals of all sections. `earlier` are those of an estimate with the same rules, by id of the section: what has
    not changed since is not summed again.
    """
    items = [_items(section, rules, earlier.get(section.id)) for section in sections]
    if rules.scope is RoundingScope.TOTAL:
        items = _shared(sections, items, rules)
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
    sections: Sequence[EstimateSection], items: Sequence[tuple[ItemTotal, ...]], rules: Rules
) -> list[tuple[ItemTotal, ...]]:
    """Give every section its share of the rounded whole, and every item its share of the section's."""
    amounts: dict[tuple[int, int], Decimal] = {}
    for period in Period:
        exact = [[(i, one) for i, one in enumerate(rows) if one.counted and one.period is period] for rows in items]
        sums = [_sum(one.exact for _, one in rows) for rows in exact]
        whole = round_to(_sum(sums), rules.digits)
        given = shares(whole, [(section.id, part) for section, part in zip(sections, sums, strict=True)], rules.digits)
        for place, (rows, share) in enumerate(zip(exact, given, strict=True)):
            parts = shares(share, [(one.id, one.exact) for _, one in rows], rules.digits)
            amounts.update({(place, i): rules.nothing + part for (i, _), part in zip(rows, parts, strict=True)})
    return [
        tuple(_of_amount(one, amounts.get((place, i), one.amount)) for i, one in enumerate(rows))
        for place, rows in enumerate(items)
    ]


def _of_amount(one: ItemTotal, amount: Decimal) -> ItemTotal:
    return one if amount == one.amount else replace(one, amount=amount, gross=amount + one.discount)


def _levelled(
    sections: Sequence[EstimateSection],
    items: Sequence[tuple[ItemTotal, ...]],
    rules: Rules,
    earlier: Mapping[str, tuple[EstimateSection, SectionTotal]],
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
