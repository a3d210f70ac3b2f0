"""An estimate from a spreadsheet comes into the proposal that names it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.model.estimate import Estimate, EstimateSection, LineItem
from app.model.proposal import Proposal
from app.model.rate import Rate
from app.problems import Problem, error, problem
from app.sources.names import find_people
from app.store.jsonfile import parse
from app.store.source import FILE_NAME

if TYPE_CHECKING:
    from app.intake.estimate import EstimateRead

_CURRENCY = "currency"


def given_in(source: Path) -> frozenset[str]:
    """Return what a source says about its estimate by itself: keys of `estimate`, and `currency`."""
    file = source / FILE_NAME if source.is_dir() else source
    value = parse(file.read_bytes(), file.name).value
    if not isinstance(value, dict):
        return frozenset()
    estimate = value.get("estimate")
    keys = set(estimate) if isinstance(estimate, dict) else set()
    return frozenset(keys | ({_CURRENCY} & set(value)))


def merge(proposal: Proposal, read: "EstimateRead", given: frozenset[str], file: Path) -> tuple[Proposal, tuple[Problem, ...]]:
    """Return the proposal with the spreadsheet's estimate, and what does not fit.

    What the source itself gives (VAT, discount, payments, …; rates one by one) goes before what the spreadsheet says.
    """
    problems: list[Problem] = []
    if proposal.estimate.sections:
        problems.append(problem("estimate-twice", "estimate/sections", file=file.name))
    currency = _currency(proposal, read.currency, given, file, problems)
    named = _Named(proposal)
    own, found = proposal.estimate, read.estimate
    estimate = replace(
        _with_found(own, found, given),
        sections=tuple(named.section(section) for section in found.sections),
        rates=_rates(own.rates, (replace(rate, id=named.role(rate.id)) for rate in found.rates)),
    )
    return replace(proposal, currency=currency, estimate=estimate), (*problems, *named.problems)


def _with_found(own: Estimate, found: Estimate, given: frozenset[str]) -> Estimate:
    """Return the estimate with everything that the spreadsheet tells and the source does not give by itself."""
    unsaid = Estimate()
    values: dict[str, Any] = {
        one.name: getattr(found, one.name)
        for one in fields(Estimate)
        if one.name not in given and getattr(found, one.name) != getattr(unsaid, one.name)
    }
    return replace(own, **values)


def _currency(proposal: Proposal, found: str, given: frozenset[str], file: Path, problems: list[Problem]) -> str:
    if not found or found == proposal.currency:
        return proposal.currency
    if _CURRENCY in given:
        problems.append(error("estimate-other-currency", _CURRENCY, file=file.name, found=found, expected=proposal.currency))
        return proposal.currency
    return found


def _rates(own: Iterable[Rate], found: Iterable[Rate]) -> tuple[Rate, ...]:
    return tuple({rate.id: rate for rate in (*found, *own)}.values())


@dataclass(slots=True)
class _Named:
    """Puts the proposal's people in the place of the names that a spreadsheet has; tells each name it cannot place once."""

    proposal: Proposal
    problems: list[Problem] = field(default_factory=list)
    _told: set[str] = field(default_factory=set)

    def section(self, section: EstimateSection) -> EstimateSection:
        """Return the section with ids for names; names of nobody become roles."""
        people: dict[str, None] = {}
        roles: dict[str, None] = dict.fromkeys(section.roles)
        for name in section.people:
            person = self._person(name, f"estimate/sections/{section.id}")
            if person:
                people[person] = None
            else:
                roles[name] = None
        items = tuple(self._item(item) for item in section.items)
        return replace(section, people=tuple(people), roles=tuple(roles), items=items)

    def role(self, name: str) -> str:
        """Return the id of the person that a rate is of; the name itself where it is a role."""
        found = find_people(name, self.proposal.people)
        return found[0].id if len(found) == 1 else name

    def _item(self, item: LineItem) -> LineItem:
        return replace(item, role=self.role(item.role)) if item.role else item

    def _person(self, name: str, where: str) -> str:
        found = find_people(name, self.proposal.people)
        if len(found) == 1:
            return found[0].id
        if name not in self._told and not self._is_role(name):
            self._told.add(name)
            people = ", ".join(person.name for person in found)
            if people:
                self.problems.append(problem("estimate-person-unclear", where, name=name, people=people))
            else:
                self.problems.append(problem("estimate-person-unknown", where, name=name))
        return ""

    def _is_role(self, name: str) -> bool:
        known = {person.role for person in self.proposal.people} | {rate.id for rate in self.proposal.estimate.rates}
        return name.strip().lower() in {role.strip().lower() for role in known}
