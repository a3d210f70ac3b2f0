"""What is done to the phases of a timeline."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_CEILING, Decimal

from app.edits import lists
from app.edits.ids import fresh, unused
from app.edits.levels import block
from app.model.estimate import EstimateSection
from app.model.path import get
from app.model.proposal import Proposal
from app.model.sections import Phase, Timeline

HOURS_A_WEEK = Decimal(40)
"""Hours of work that one week of a proposed phase holds."""

_HALVES = Decimal(2)
_UNTOLD = Decimal(1)


def phases_path(section_id: str) -> str:
    """Return the path of the list of a timeline's phases."""
    return f"sections/{section_id}/phases"


def new_phase(proposal: Proposal, section_id: str, title: str = "") -> Phase:
    """Return a phase of one week that starts where all others have ended, with an id of its own.

    It is not in the proposal yet. Raises KeyError where there is no timeline.
    """
    phases = _phases(proposal, section_id)
    return Phase(id=fresh("f", (phase.id for phase in phases)), title=title, start=end_of(phases))


def add_phase(proposal: Proposal, section_id: str, phase: Phase, index: int | None = None) -> Proposal:
    """Put a phase into a timeline, at its end where no index is told. An id that is in use is replaced."""
    taken = (other.id for other in _phases(proposal, section_id))
    return lists.insert(proposal, phases_path(section_id), replace(phase, id=unused(phase.id, "f", taken)), index)


def remove_phase(proposal: Proposal, section_id: str, phase_id: str) -> Proposal:
    """Take a phase out of a timeline. The others stay in the weeks where they are."""
    return lists.remove(proposal, phases_path(section_id), phase_id)


def move_phase(proposal: Proposal, section_id: str, phase_id: str, index: int) -> Proposal:
    """Move a phase so that it stands at `index` of its timeline, in the same weeks."""
    return lists.move(proposal, phases_path(section_id), phase_id, index)


def duplicate_phase(proposal: Proposal, section_id: str, phase_id: str) -> Proposal:
    """Put a copy of a phase right after it."""
    phases = _phases(proposal, section_id)
    place = lists.position(phases, phase_id)
    return add_phase(proposal, section_id, phases[place], place + 1)


def end_of(phases: tuple[Phase, ...]) -> Decimal:
    """Return after how many weeks the last of some phases has ended."""
    return max((phase.start + phase.weeks for phase in phases), default=Decimal(0))


def phases_from_estimate(proposal: Proposal, hours: Mapping[str, Decimal]) -> tuple[Phase, ...]:
    """Propose a phase for every part of the estimate, one after another. They are not in the proposal yet.

    `hours` are those of each part by its id, as `app.totals` sums them up. A phase takes hours / HOURS_A_WEEK weeks, rounded up
    to halves; a part that tells no hours takes one week. A part without a line that counts gives no phase.
    """
    phases: list[Phase] = []
    start = Decimal(0)
    for part in _parts(proposal.estimate.sections):
        weeks = _weeks(hours.get(part.id, Decimal(0)))
        phases.append(Phase(id=f"f{len(phases) + 1}", title=part.title, start=start, weeks=weeks, part=part.id))
        start += weeks
    return tuple(phases)


def fill_from_estimate(proposal: Proposal, section_id: str, hours: Mapping[str, Decimal]) -> Proposal:
    """Put the phases that the estimate proposes at the end of a timeline; see `phases_from_estimate`."""
    for phase in phases_from_estimate(proposal, hours):
        proposal = add_phase(proposal, section_id, phase)
    return proposal


def _parts(sections: Sequence[EstimateSection]) -> Iterator[EstimateSection]:
    """Yield the sections of level 1 with a line that counts, their own or one of a section that belongs to them."""
    for place, part in enumerate(sections):
        if part.level > 1 and place:
            continue
        places = block(tuple(sections), part.id)
        if any(not item.optional or item.chosen for one in sections[places.start : places.stop] for item in one.items):
            yield part


def _weeks(hours: Decimal) -> Decimal:
    if hours <= 0:
        return _UNTOLD
    return (hours * _HALVES / HOURS_A_WEEK).to_integral_value(ROUND_CEILING) / _HALVES


def _phases(proposal: Proposal, section_id: str) -> tuple[Phase, ...]:
    section = get(proposal, f"sections/{section_id}")
    if not isinstance(section, Timeline):
        raise KeyError(section_id)
    return section.phases
