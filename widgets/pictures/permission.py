"""Whether a work may be shown, in words with an icon: colour is never the only sign."""

import datetime
from dataclasses import dataclass

from app.blocks.permission import permission_problem
from app.model.reference import Permission, Reference
from widgets.words import date, tr


@dataclass(frozen=True)
class Badge:
    """An icon, a colour of the theme, and words."""

    icon: str
    color: str
    words: str


def badge_of(work: Reference, today: datetime.date) -> Badge | None:
    """Return the badge of a work on a day; None where no permission is needed."""
    if work.permission is Permission.NOT_NEEDED:
        return None
    if work.permission is Permission.ASKED:
        return Badge("info", "warning", tr("Permission asked for"))
    if work.permission is Permission.REFUSED:
        return Badge("error", "error", tr("Refused: not shown"))
    last = _last_day(work.permission_until)
    if last is None:
        return Badge("check", "success", tr("Granted"))
    if permission_problem(work, today) is not None:
        return Badge("problems", "error", tr("Permission ended {day}", day=date(last, "short")))
    return Badge("check", "success", tr("Granted until {day}", day=date(last, "short")))


def _last_day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError:
        return None
