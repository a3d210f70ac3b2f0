"""What a row of the list says in words: how far a proposal has come, how long it stands, when it was touched."""

import datetime

from app.i18n import phrase
from app.model.status import Status
from app.store.entries import ProposalEntry
from widgets.words import date, tr, tr_plural

STATUS_WORDS = {
    Status.DRAFT: phrase("Draft"),
    Status.SENT: phrase("Sent"),
    Status.ACCEPTED: phrase("Accepted"),
    Status.DECLINED: phrase("Declined"),
    Status.WITHDRAWN: phrase("Withdrawn"),
}
STATUS_ICONS = {
    Status.DRAFT: ("draft", "secondary"),
    Status.SENT: ("sent", "accent"),
    Status.ACCEPTED: ("check", "success"),
    Status.DECLINED: ("close", "error"),
    Status.WITHDRAWN: ("undo", "secondary"),
}
"""Icons and their colours. The word beside it says the same."""
_SOON = 14
_WAITING = (Status.DRAFT, Status.SENT)


def status_words(entry: ProposalEntry) -> str:
    """Say how far a proposal has come."""
    return tr("Archived") if entry.archived else tr(STATUS_WORDS[entry.status])


def status_icon(entry: ProposalEntry) -> tuple[str, str]:
    """Return the icon of a status and its colour."""
    return ("archive", "secondary") if entry.archived else STATUS_ICONS[entry.status]


def named(entry: ProposalEntry) -> str:
    """Return what a proposal is called."""
    return entry.title or tr("Without a name")


def below(entry: ProposalEntry) -> str:
    """Say who a proposal is for, and its number with the revision from the second on."""
    if not entry.readable:
        return tr("This file cannot be read")
    return " · ".join(filter(None, (entry.client, numbered(entry))))


def numbered(entry: ProposalEntry) -> str:
    """Return the number with the revision, as it is printed."""
    if not entry.number or entry.revision == 1:
        return entry.number
    return tr("{number}, revision {revision}", number=entry.number, revision=entry.revision)


def validity(entry: ProposalEntry, today: datetime.date) -> tuple[str, str]:
    """Say how long an offer stands, and the colour in which that is said; nothing where it does not matter any more."""
    until = entry.valid_until
    if until is None or entry.archived or not entry.readable or entry.status not in _WAITING:
        return "", "secondary"
    left = (until - today).days
    if left < -1:
        return tr("expired on {day}", day=date(until, "short")), "error"
    if left < 0:
        return tr("expired yesterday"), "error"
    if left == 0:
        return tr("expires today"), "warning"
    if left == 1:
        return tr("expires tomorrow"), "warning"
    if left <= _SOON:
        return tr_plural("expires in {n} day", "expires in {n} days", left), "secondary"
    return tr("valid until {day}", day=date(until, "short")), "secondary"


def touched(moment: datetime.datetime, now: datetime.datetime) -> str:
    """Say when something was changed last, by the clock here."""
    there, here = moment.astimezone(), now.astimezone()
    days = (here.date() - there.date()).days
    clock = f"{there:%H:%M}"
    if days == 0:
        return tr("today {time}", time=clock)
    if days == 1:
        return tr("yesterday {time}", time=clock)
    return date(there.date(), "short")


def described(entry: ProposalEntry, total: str, today: datetime.date, now: datetime.datetime) -> str:
    """Say everything that a row shows, for those who listen to it."""
    told = (named(entry), below(entry), total, status_words(entry), validity(entry, today)[0], touched(entry.modified, now))
    return ", ".join(filter(None, told))
