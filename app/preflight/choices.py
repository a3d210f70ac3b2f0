"""Alternatives and packages: one choice of each group, and nothing that is in no package."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from app.model.estimate import EstimateSection, LineItem
from app.preflight.case import Case, place
from app.preflight.facts import listed, named
from app.problems import Problem, error


def choices(case: Case) -> Iterator[Problem]:
    """Tell groups of alternatives of which several are chosen, packages that nothing is in, and items in packages that there
    are not.
    """
    estimate = case.estimate
    for section in estimate.sections:
        yield from _alternatives(section)
    known = {package.id for package in estimate.packages}
    everything = [item for section in estimate.sections for item in section.items]
    for package in estimate.packages:
        if everything and not any(not item.packages or package.id in item.packages for item in everything):
            yield error("package-empty", f"estimate/packages/{package.id}", package=named(package.title, package.id))
    for where, item, _ in case.items():
        unknown = [name for name in item.packages if name not in known]
        if unknown:
            title = named(item.title, item.id)
            yield error("package-unknown", f"{where}/packages", item=title, packages=listed(unknown))
    if estimate.package and estimate.package not in known:
        yield error("package-chosen-unknown", "estimate/package", package=estimate.package)


def _alternatives(section: EstimateSection) -> Iterator[Problem]:
    groups: dict[str, list[LineItem]] = defaultdict(list)
    for item in section.items:
        if item.alternative and item.chosen:
            groups[item.alternative].append(item)
    for group, chosen in groups.items():
        if _meet(chosen):
            names = listed(named(item.title, item.id) for item in chosen)
            yield error("alternatives-chosen", place(section), section=named(section.title, section.id), group=group, items=names)


def _meet(chosen: Sequence[LineItem]) -> bool:
    """Tell whether two of the items are in one package."""
    pairs = combinations(chosen, 2)
    return any(not one.packages or not other.packages or set(one.packages) & set(other.packages) for one, other in pairs)
