"""How the open proposal stands, in words, and what may follow."""

import datetime

from app.edits.status import ALLOWED
from app.i18n import phrase
from app.model.proposal import Proposal
from app.model.status import Status
from widgets.session import Session
from widgets.words import moment, tr

WORDS = {
    Status.DRAFT: phrase("Draft"),
    Status.SENT: phrase("Sent"),
    Status.ACCEPTED: phrase("Accepted"),
    Status.DECLINED: phrase("Declined"),
    Status.WITHDRAWN: phrase("Withdrawn"),
}
ICONS = {
    Status.DRAFT: ("draft", "secondary"),
    Status.SENT: ("sent", "accent"),
    Status.ACCEPTED: ("check", "success"),
    Status.DECLINED: ("close", "error"),
    Status.WITHDRAWN: ("undo", "secondary"),
}
"""The icon of a status and its colour; the word always stands beside it."""

WRITABLE, DRAFT, ANSWERED = "writable", "draft", "answered"


def may(status: Status) -> str:
    """Return what an action needs that makes this status of one that was sent."""
    return f"may-{status.value}"


def possible(session: Session) -> set[str]:
    """Return what can be done with the open proposal, by the names that actions need."""
    if not session.is_open or session.read_only:
        return set()
    status = session.proposal.status
    if status is Status.DRAFT:
        return {WRITABLE, DRAFT}
    back = {ANSWERED} if status in (Status.DECLINED, Status.WITHDRAWN) else set()
    return {WRITABLE, *back, *(may(following) for following in ALLOWED[status])}


def designation(proposal: Proposal) -> str:
    """Return the number, from the second one on with the revision, and the status: “B-7 · revision 2 · Sent”."""
    revision = tr("revision {n}", n=proposal.revision) if proposal.revision > 1 else ""
    return " · ".join(filter(None, (proposal.number, revision, tr(WORDS[proposal.status]))))


def moment_of(text: str) -> str:
    """Return a moment (ISO 8601) as a clock here shows it; one that somebody has spoilt stays as it is."""
    try:
        return moment(datetime.datetime.fromisoformat(text))
    except (ValueError, OverflowError, OSError):
        return text
