"""How far a proposal has come: what is sent stays as it is, and the next edit begins another revision."""

import datetime
from dataclasses import fields, replace

from app.edits.seen import seen_alike
from app.model.estimate import Estimate, EstimateSection
from app.model.internal import Internal
from app.model.proposal import Proposal
from app.model.sections import Section, Timeline
from app.model.status import Status, StatusChange
from app.signoff.written import moment

ALLOWED = {
    Status.DRAFT: (Status.SENT,),
    Status.SENT: (Status.ACCEPTED, Status.DECLINED, Status.WITHDRAWN),
    Status.ACCEPTED: (),
    Status.DECLINED: (Status.SENT,),
    Status.WITHDRAWN: (Status.SENT,),
}
"""Which status may follow which. Only an edit leads back to a draft: that of the next revision."""

_ASIDE = frozenset({"revision", "status", "history", "archived"})
_CONTENT = tuple(field.name for field in fields(Proposal) if field.name not in _ASIDE)


def same_content(one: Proposal, other: Proposal) -> bool:
    """Tell whether two proposals say the same, whatever became of them."""
    return all(getattr(one, name) == getattr(other, name) for name in _CONTENT)


def same_for_clients(one: Proposal, other: Proposal) -> bool:
    """Tell whether a client could see no difference: hours that were spent, notes, costs and sign-offs are the house's own."""
    return all(seen_alike(getattr(one, name), getattr(other, name)) for name in _CONTENT)


def touched(before: Proposal, after: Proposal) -> Proposal:
    """Return what an edit makes of a proposal: one that is no draft any more becomes the draft of its next revision.

    Bookkeeping that no client sees begins none. `before` itself stays what it was, so that undoing the edit leads back to the
    revision that was sent.
    """
    if before.status is Status.DRAFT or same_for_clients(before, after):
        return after
    return replace(after, revision=before.revision + 1, status=Status.DRAFT)


def marked(proposal: Proposal, status: Status, by: str, at: datetime.datetime, note: str = "") -> Proposal:
    """Return the proposal with another status, and the step added to its history.

    Raises ValueError where the status may not follow the present one, or the moment has no time zone.
    """
    if status not in ALLOWED[proposal.status]:
        raise ValueError(f"{status} cannot follow {proposal.status}")
    step = StatusChange(status=status, revision=proposal.revision, at=moment(at), by=by.strip(), note=note.strip())
    return replace(proposal, status=status, history=Internal((*proposal.history.value, step)))


def unmarked(proposal: Proposal, before: Status, at: datetime.datetime) -> Proposal:
    """Return the proposal as it was before it was marked at that moment by mistake.

    Raises ValueError where something else has become of it since.
    """
    steps = proposal.history.value
    if not steps or steps[-1].at != moment(at) or steps[-1].status is not proposal.status:
        raise ValueError("another step was taken since")
    return replace(proposal, status=before, history=Internal(steps[:-1]))


def gone_back(present: Proposal, earlier: Proposal) -> Proposal:
    """Return a proposal that says what an earlier state of it said. Its number, revision, status and history stay as they are:
    what was sent since cannot be made unsent.
    """
    return replace(earlier, **{name: getattr(present, name) for name in ("id", "number", *_ASIDE)})


def reached(present: Proposal, state: Proposal) -> Proposal:
    """Return what undoing or redoing leads to after a proposal was sent: a state from before it as the draft of the next
    revision, and where a client could see no difference, as what was sent.
    """
    return touched(present, gone_back(present, state))


def archived(proposal: Proposal) -> Proposal:
    """Take a proposal off the desk."""
    return replace(proposal, archived=True)


def unarchived(proposal: Proposal) -> Proposal:
    """Put a proposal back on the desk."""
    return replace(proposal, archived=False)


def duplicated(proposal: Proposal) -> Proposal:
    """Return a new draft that says the same: without a number or an id, and nobody has signed it or approved of it."""
    return replace(
        proposal,
        id="",
        number="",
        revision=1,
        status=Status.DRAFT,
        history=Internal(()),
        archived=False,
        estimate=_unsigned(proposal.estimate),
    )


def renewed(proposal: Proposal, date: datetime.date) -> Proposal:
    """Return the next proposal to a client who accepted this one: a duplicate whose days are moved along to `date`.

    The offer stands as long as the old one did, and the schedule begins as long after the date. Hours that were spent
    belong to the old work. Rates of exchange keep their days. Raises ValueError for a proposal that was not accepted.
    """
    if proposal.status is not Status.ACCEPTED:
        raise ValueError(f"a proposal that is {proposal.status} is not renewed")
    later = date - proposal.date
    new = duplicated(proposal)
    return replace(
        new,
        date=date,
        valid_until=_moved(proposal.valid_until, later),
        sections=tuple(_later(section, later) for section in proposal.sections),
        estimate=replace(new.estimate, sections=tuple(_unspent(part) for part in new.estimate.sections)),
    )


def _unsigned(estimate: Estimate) -> Estimate:
    sections = tuple(replace(part, signed=Internal(None), waiver=Internal(None)) for part in estimate.sections)
    return replace(estimate, sections=sections, approvals=Internal(()))


def _unspent(part: EstimateSection) -> EstimateSection:
    return replace(part, items=tuple(replace(item, actual=Internal(None)) for item in part.items))


def _later(section: Section, later: datetime.timedelta) -> Section:
    return replace(section, begins=_moved(section.begins, later)) if isinstance(section, Timeline) else section


def _moved(day: datetime.date | None, later: datetime.timedelta) -> datetime.date | None:
    """Return a day that much later; a day beyond the calendar stays where it was."""
    try:
        return day + later if day else None
    except OverflowError:
        return day
