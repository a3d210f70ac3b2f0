"""Sums that are made anew after an edit are those that are made from nothing."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.estimate import Discount, Estimate, EstimateSection, LineItem, Vat, VatMode
from app.model.money import minor_digits
from app.model.package import Package
from app.model.rounding import Rounding, RoundingScope
from app.totals import Totals, totals
from tests.totals.estimates import currencies, d, estimates, examples, item

Edit = Callable[[Estimate, Random], Estimate]


def with_section(estimate: Estimate, chance: Random, change: Callable[[EstimateSection], EstimateSection]) -> Estimate:
    """Change one of the sections, if there are any."""
    if not estimate.sections:
        return estimate
    place = chance.randrange(len(estimate.sections))
    sections = tuple(change(part) if i == place else part for i, part in enumerate(estimate.sections))
    return replace(estimate, sections=sections)


def with_item(estimate: Estimate, chance: Random, change: Callable[[LineItem], LineItem]) -> Estimate:
    def of(section: EstimateSection) -> EstimateSection:
        if not section.items:
            return section
        place = chance.randrange(len(section.items))
        return replace(section, items=tuple(change(row) if i == place else row for i, row in enumerate(section.items)))

    return with_section(estimate, chance, of)


def without_section(estimate: Estimate, chance: Random) -> Estimate:
    gone = chance.randrange(len(estimate.sections)) if estimate.sections else 0
    return replace(estimate, sections=tuple(part for i, part in enumerate(estimate.sections) if i != gone))


def with_more(estimate: Estimate, chance: Random) -> Estimate:
    return with_section(estimate, chance, lambda part: replace(part, items=(*part.items, item(9999, rate=d(7)))))


EDITS: list[Edit] = [
    lambda e, c: with_item(e, c, lambda row: replace(row, quantity=row.quantity + d("1.5"))),
    lambda e, c: with_item(e, c, lambda row: replace(row, rate=d("123.456"))),
    lambda e, c: with_item(e, c, lambda row: replace(row, optional=not row.optional, chosen=not row.chosen)),
    lambda e, c: with_item(e, c, lambda row: replace(row, alternative="" if row.alternative else "a")),
    lambda e, c: with_item(e, c, lambda row: replace(row, packages=() if row.packages else ("k2",))),
    lambda e, c: with_section(e, c, lambda part: replace(part, level=3 - part.level)),
    lambda e, c: with_section(e, c, lambda part: replace(part, discount=Discount(percent=d(7)))),
    lambda e, c: with_section(e, c, lambda part: replace(part, items=part.items[1:])),
    lambda e, c: with_section(e, c, lambda part: replace(part, items=part.items[::-1])),
    lambda e, c: replace(e, sections=e.sections[::-1]),
    lambda e, c: replace(e, sections=(*e.sections, EstimateSection(id="new", level=2, items=(item(8888, rate=d(5)),)))),
    without_section,
    with_more,
    lambda e, c: replace(e, rates=e.rates[1:]),
    lambda e, c: replace(e, exchanges=e.exchanges[1:]),
    lambda e, c: replace(e, surcharges=e.surcharges[1:], discount=Discount(amount=d(3))),
    lambda e, c: replace(e, vat=Vat(mode=VatMode.ADDED, rate=d(22))),
    lambda e, c: replace(e, rounding=Rounding(scope=RoundingScope.TOTAL)),
    lambda e, c: replace(e, rounding=Rounding()),
    lambda e, c: replace(e, hours_a_day=d(5), hours_a_month=d(100)),
    lambda e, c: replace(e, packages=(Package(id="k2"), *e.packages[1:]), package="k2"),
    lambda e, c: replace(e, payments=e.payments[1:], equivalent="JPY"),
]


@examples(250)
@given(estimates, currencies, st.lists(st.sampled_from(EDITS), min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_sums_made_anew_after_edits_are_those_made_from_nothing(
    estimate: Estimate, currency: str, edits: list[Edit], chance: Random
) -> None:
    """The sums before each edit are given along, as the window does."""
    known: tuple[Estimate, Totals] = (estimate, totals(estimate, currency))
    for edit in edits:
        changed = edit(known[0], chance)
        found = totals(changed, currency, known)
        assert found == totals(changed, currency)
        known = (changed, found)


@examples(40)
@given(estimates, currencies, currencies)
def test_another_currency_forgets_what_was_summed(estimate: Estimate, before: str, after: str) -> None:
    found = totals(estimate, after, (estimate, totals(estimate, before)))
    assert found == totals(estimate, after)
    assert -int(found.total.as_tuple().exponent) == minor_digits(after)


@pytest.mark.parametrize("change", ["gone", "raised"])
def test_a_section_forgets_what_does_not_belong_to_it_any_more(change: str) -> None:
    """The section of level 2 is taken out, or becomes one of level 1; that above it is the same object as before."""
    above = EstimateSection(id="s1", items=(item(1, rate=d(100)),))
    below = EstimateSection(id="s2", level=2, items=(item(2, rate=d(50)),))
    before = Estimate(sections=(above, below))
    sections = (above,) if change == "gone" else (above, replace(below, level=1))
    after = replace(before, sections=sections)
    found = totals(after, "RUB", (before, totals(before, "RUB")))
    assert found.section("s1").amount == 100
    assert found.subtotal == (100 if change == "gone" else 150)


def test_what_has_not_changed_is_not_summed_again() -> None:
    sections = tuple(EstimateSection(id=f"s{n}", items=(item(n, rate=d(n)),)) for n in range(3))
    before = Estimate(sections=sections)
    known = totals(before, "RUB")
    changed = replace(before, sections=(replace(sections[0], items=(item(0, rate=d(9)),)), *sections[1:]))
    found = totals(changed, "RUB", (before, known))
    assert found.sections[0] is not known.sections[0]
    assert all(new is old for new, old in zip(found.sections[1:], known.sections[1:], strict=True))
