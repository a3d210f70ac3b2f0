"""Packages: each comes to what the estimate would with its items alone."""

from dataclasses import replace

from hypothesis import given

from app.model.estimate import Estimate
from app.model.package import Package
from app.totals import Standing, totals
from tests.totals.estimates import currencies, d, estimate_of, estimates, examples, item


def only(estimate: Estimate, package: str) -> Estimate:
    """Return the estimate with the items of one package and no packages at all."""
    sections = tuple(
        replace(part, items=tuple(replace(row, packages=()) for row in part.items if not row.packages or package in row.packages))
        for part in estimate.sections
    )
    return replace(estimate, sections=sections, packages=(), package="")


@examples(200)
@given(estimates, currencies)
def test_a_package_comes_to_what_its_items_alone_come_to(estimate: Estimate, currency: str) -> None:
    found = totals(estimate, currency)
    for package in found.packages:
        assert package.periods == totals(only(estimate, package.id), currency).periods


@examples(60)
@given(estimates, currencies)
def test_the_total_is_that_of_the_package_that_counts(estimate: Estimate, currency: str) -> None:
    found = totals(estimate, currency)
    counting = estimate.package if any(one.id == estimate.package for one in estimate.packages) else "k1"
    for package in found.packages:
        assert package.id != counting or package.periods == found.periods
    for section, part in zip(found.sections, estimate.sections, strict=True):
        for sums, row in zip(section.items, part.items, strict=True):
            outside = bool(estimate.packages and row.packages and counting not in row.packages)
            assert (sums.standing is Standing.ELSEWHERE) == outside


def test_three_packages_worked_out() -> None:
    """Small: logo 1 000. Medium: logo + guide = 1 000 + 500 = 1 500. Large: logo + guide + site = 1 500 + 2 000 = 3 500."""
    lines = (
        item(1, rate=d(1000)),
        item(2, rate=d(500), packages=("m", "l")),
        item(3, rate=d(2000), packages=("l",)),
    )
    sizes = tuple(Package(id=one) for one in "sml")
    found = totals(estimate_of(*lines, packages=sizes, package="m"), "RUB")
    assert [package.total for package in found.packages] == [1000, 1500, 3500]
    assert (found.total, found.hours) == (1500, 2)
    assert totals(estimate_of(*lines, packages=sizes), "RUB").total == 1000
