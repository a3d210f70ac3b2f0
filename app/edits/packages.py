"""What is done to packages, alternatives and options: what the client chooses from."""

from collections.abc import Callable
from dataclasses import replace

from app.edits import lists
from app.edits.ids import fresh, unused
from app.model.estimate import EstimateSection, LineItem
from app.model.package import Package
from app.model.path import get
from app.model.proposal import Proposal

PACKAGES = "estimate/packages"


def new_package(proposal: Proposal, title: str = "") -> Package:
    """Return a package with an id of its own. It is not in the estimate yet."""
    return Package(id=fresh("k", _ids(proposal)), title=title)


def add_package(proposal: Proposal, package: Package, index: int | None = None) -> Proposal:
    """Put a package into the estimate, at the end where no index is told. An id that is in use is replaced."""
    return lists.insert(proposal, PACKAGES, replace(package, id=unused(package.id, "k", _ids(proposal))), index)


def remove_package(proposal: Proposal, package_id: str) -> Proposal:
    """Take a package out. Items that were in others as well stay in those; one that was in no other still names it, so that it
    does not turn up in all packages.
    """

    def without(item: LineItem) -> LineItem:
        rest = tuple(name for name in item.packages if name != package_id)
        return replace(item, packages=rest) if rest and rest != item.packages else item

    proposal = _each_item(lists.remove(proposal, PACKAGES, package_id), without)
    if proposal.estimate.package == package_id:
        proposal = replace(proposal, estimate=replace(proposal.estimate, package=""))
    return proposal if proposal.estimate.packages else _each_item(proposal, lambda item: replace(item, packages=()))


def put_in_package(proposal: Proposal, section_id: str, item_id: str, package_id: str, inside: bool) -> Proposal:
    """Say whether an item is in a package. An item that is in all names none; it is in at least one."""
    known = _ids(proposal)
    path = f"estimate/sections/{section_id}/items/{item_id}"
    item: LineItem = get(proposal, path)
    now = set(item.packages) & set(known) or set(known)
    now = now | {package_id} if inside else now - {package_id}
    if not now:
        return proposal
    named = () if now == set(known) else tuple(name for name in known if name in now)
    return _put_item(proposal, section_id, replace(item, packages=named))


def pick_alternative(proposal: Proposal, section_id: str, item_id: str) -> Proposal:
    """Choose one of a group of alternatives; the others of its group in that section are not chosen any more."""
    picked: LineItem = get(proposal, f"estimate/sections/{section_id}/items/{item_id}")

    def chosen(item: LineItem) -> LineItem:
        wanted = item.id == item_id
        same = item.id == item_id or (picked.alternative and item.alternative == picked.alternative)
        return replace(item, chosen=wanted) if same and item.chosen is not wanted else item

    return _each_item(proposal, chosen, section_id)


def _put_item(proposal: Proposal, section_id: str, changed: LineItem) -> Proposal:
    return _each_item(proposal, lambda item: changed if item.id == changed.id else item, section_id)


def _each_item(proposal: Proposal, change: Callable[[LineItem], LineItem], section_id: str = "") -> Proposal:
    """Change items everywhere, or in one section. What stays equal stays the same object."""

    def of(section: EstimateSection) -> EstimateSection:
        if section_id not in ("", section.id):
            return section
        items = tuple(map(change, section.items))
        return section if all(map(_same, items, section.items)) else replace(section, items=items)

    estimate = proposal.estimate
    sections = tuple(map(of, estimate.sections))
    if all(map(_same, sections, estimate.sections)):
        return proposal
    return replace(proposal, estimate=replace(estimate, sections=sections))


def _same(one: object, other: object) -> bool:
    return one is other or one == other


def _ids(proposal: Proposal) -> list[str]:
    return [package.id for package in proposal.estimate.packages]
