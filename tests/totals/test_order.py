"""The order in which things stand changes no sum."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st

from app.model.estimate import Estimate, EstimateSection
from app.totals import Totals, totals
from tests.totals.estimates import currencies, d, estimate_of, estimates, examples, item

T = TypeVar("T")


def shuffled(estimate: Estimate, chance: Random) -> Estimate:
    """Put items of a section, sections of a level, rates, payments, exchanges and surcharges into another order.

    A section of level 1 takes those below it along.
    """
    return replace(
        estimate,
        sections=tuple(reordered(estimate.sections, chance)),
        rates=mixed(estimate.rates, chance),
        payments=mixed(estimate.payments, chance),
        exchanges=mixed(estimate.exchanges, chance),
        surcharges=mixed(estimate.surcharges, chance),
    )


def mixed(values: Sequence[T], chance: Random) -> tuple[T, ...]:
    return tuple(chance.sample(values, len(values)))


def reordered(sections: Sequence[EstimateSection], chance: Random) -> list[EstimateSection]:
    blocks: list[list[EstimateSection]] = []
    for section in sections:
        changed = replace(section, items=mixed(section.items, chance))
        if section.level == 1:
            blocks.append([changed])
        else:
            blocks[-1].append(changed)
    return [section for first, *below in mixed(blocks, chance) for section in (first, *mixed(below, chance))]


def by_ids(found: Totals, estimate: Estimate) -> dict[str, object]:
    """Return all sums by the ids of what they are of, so that no order is left in them."""
    sums: dict[str, object] = {}
    for section in found.sections:
        sums[section.id] = (section.parent, section.portions)
        sums.update({row.id: row for row in section.items})
    for due in found.periods:
        raised = {one.id: amount for one, amount in zip(estimate.surcharges, due.surcharges, strict=True)}
        sums[due.period] = (replace(due, surcharges=()), raised)
    for package in found.packages:
        sums[package.id] = [replace(due, surcharges=()) for due in package.periods]
    sums["payments"] = {one.id: one.amount for one in found.payments}
    sums["rest"] = (found.unplanned, found.equivalent)
    return sums


@examples(250)
@given(estimates, currencies, st.randoms(use_true_random=False))
def test_another_order_changes_no_sum_of_anything(estimate: Estimate, currency: str, chance: Random) -> None:
    """Not the total, not a subtotal, not even a line: in every rounding, with every discount and tax."""
    other = shuffled(estimate, chance)
    assert by_ids(totals(other, currency), other) == by_ids(totals(estimate, currency), estimate)


def test_of_alternatives_that_nobody_has_chosen_the_eldest_counts_wherever_it_stands() -> None:
    """Ids count up as lines are made: line 2 is older than line 10."""
    lines = [item(2, rate=d(100), alternative="a"), item(10, rate=d(900), alternative="a")]
    assert totals(estimate_of(*lines), "RUB").total == 100
    assert totals(estimate_of(*reversed(lines)), "RUB").total == 100


def test_of_two_chosen_alternatives_the_elder_counts_wherever_it_stands() -> None:
    lines = [item(n, rate=d(100 * n), alternative="a", chosen=n > 1) for n in (1, 2, 3)]
    assert totals(estimate_of(*lines), "RUB").total == 200
    assert totals(estimate_of(*reversed(lines)), "RUB").total == 200
