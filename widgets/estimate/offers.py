"""What is offered while a cell is typed into: earlier lines, roles, units, periods, groups, packages, people."""

from collections.abc import Sequence

from app.model.estimate import EstimateSection, Period, Pricing
from app.model.people import Person
from app.model.proposal import Proposal
from app.suggest import Suggestion, folded
from widgets.estimate.popup import Offer
from widgets.models.estimate_adopt import can_repeat_spent
from widgets.models.estimate_columns import Column
from widgets.models.estimate_roles import roles_offered
from widgets.models.estimate_units import OWN_WORDS, PERIODS, period_words
from widgets.words import hours, number, tr, tr_plural

MOST = 60


def words_for(proposal: Proposal, section: EstimateSection | None, column: Column) -> list[str]:
    """Return the words that can stand in a cell of a line."""
    items = [item for part in proposal.estimate.sections for item in part.items]
    match column:
        case Column.ROLE:
            return roles_offered(proposal)
        case Column.UNIT:
            own = [tr(msgid) for msgid in OWN_WORDS.values()]
            return list(dict.fromkeys(filter(None, [*own, *(item.unit for item in items)])))
        case Column.PERIOD:
            return [period_words(period) for period in PERIODS]
        case Column.ALTERNATIVE:
            return list(dict.fromkeys(item.alternative for item in (section.items if section else ()) if item.alternative))
        case Column.PACKAGES:
            packages = proposal.estimate.packages
            return [tr("all"), *(package.title or package.id for package in packages)] if packages else []
    return []


def fitting(words: Sequence[str], typed: str) -> list[Offer]:
    """Return the words that a typed text is a part of, those that begin with it first; nothing where only itself is left."""
    wanted = folded(typed)
    found = [word for word in words if wanted in folded(word)]
    found.sort(key=lambda word: not folded(word).startswith(wanted))
    if len(found) == 1 and folded(found[0]) == wanted:
        return []
    return [Offer(word) for word in found[:MOST]]


def lines_for(found: Sequence[Suggestion]) -> list[Offer]:
    """Return earlier lines as they are offered; one whose spent hours are known is offered a second time with those."""
    offers = []
    for one in found:
        aside = " · ".join(filter(None, (effort(one), one.role)))
        offers.append(Offer(one.title, (one, False), aside, _origin(one)))
        if can_repeat_spent(one) and one.spent is not None:
            offers.append(Offer(one.title, (one, True), hours(one.spent), tr("With the hours that it took")))
    return offers


def effort(one: Suggestion) -> str:
    """Return how much of what an earlier line was."""
    match one.pricing:
        case Pricing.FIXED:
            return tr("fixed") if one.hours is None else hours(one.hours)
        case Pricing.MONTHS:
            return f"{number(one.people)} × {number(one.quantity)} {tr(OWN_WORDS[Pricing.MONTHS])}"
        case Pricing.QUANTITY:
            return f"{number(one.quantity)} {one.unit}".strip()
    amount = f"{number(one.quantity)}\u00a0{tr(OWN_WORDS[one.pricing])}"
    return amount if one.period is Period.ONCE else f"{amount} {period_words(one.period)}"


def _origin(one: Suggestion) -> str:
    said = [tr("In this estimate") if one.here else one.source or tr("From the library")]
    if one.times > 1:
        said.append(tr_plural("used {n} time", "used {n} times", one.times))
    if one.spent is not None:
        said.append(tr("took {hours}", hours=hours(one.spent)))
    return " · ".join(said)


def people_for(everybody: Sequence[Person], chosen: Sequence[str], typed: str) -> list[Offer]:
    """Return people as they are offered, those chosen ticked; a name or a role narrows them."""
    wanted = folded(typed)
    found = [person for person in everybody if wanted in folded(f"{person.name} {person.role}")]
    found.sort(key=lambda person: not folded(person.name).startswith(wanted))
    return [
        Offer(person.name, person.id, below=person.role or " ", person=person, ticked=person.id in chosen)
        for person in found[:MOST]
    ]
