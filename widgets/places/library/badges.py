"""The sign on a card that says whether a record may be used: an icon with words, never a colour alone."""

import datetime
from dataclasses import dataclass

from app.blocks.permission import permission_problem
from app.model.block import Block
from app.model.people import Person
from app.model.reference import Origin, Permission
from widgets.library.records import STATUSES, Record
from widgets.words import date, tr


@dataclass(frozen=True)
class Badge:
    """Icon, colour of the theme, words."""

    icon: str
    color: str
    words: str


def badge_of(record: Record) -> Badge | None:
    """Return what is to be known before a record is used; None where it may just be used."""
    if isinstance(record, Block):
        words, icon, color = STATUSES[record.status]
        return Badge(icon, color, tr(words))
    if isinstance(record, Person):
        return Badge("hide", "tertiary", tr("Left")) if record.left_on else None
    permission, until = record.permission, day_of(record.permission_until)
    if permission is Permission.REFUSED:
        return Badge("error", "error", tr("Permission refused"))
    if permission is Permission.ASKED:
        return Badge("info", "warning", tr("Permission asked for"))
    if permission is Permission.GRANTED:
        found = permission_problem(record, datetime.date.today())
        if found is not None:
            return Badge("error", "error", tr("Permission ended"))
        return Badge("check", "success", tr("Until {day}", day=date(until, "short")) if until else tr("Permitted"))
    return Badge("info", "secondary", tr("Somebody else's")) if record.origin is Origin.THIRD_PARTY else None


def day_of(text: str) -> datetime.date | None:
    """Return the day that an ISO date names, None for any other text."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
