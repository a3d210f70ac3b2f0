"""Whether a work may be shown."""

import datetime

from app.model.reference import Permission, Reference
from app.problems import Problem, error, problem


def permission_problem(
    reference: Reference, day: datetime.date, where: str = "", until: datetime.date | None = None
) -> Problem | None:
    """Return what stands against showing a work on a day, None where nothing does.

    A refusal and a permission that has run out forbid it; one that was only asked for, or that runs out before `until`, the
    last day on which the client may look, wants somebody's attention. A work whose permission is not needed may be shown.
    """
    title = " ".join(reference.title.split()) or reference.id
    if reference.permission is Permission.REFUSED:
        return error("reference-refused", where, title=title)
    if reference.permission is Permission.ASKED:
        return problem("reference-asked", where, title=title)
    last = _day(reference.permission_until) if reference.permission is Permission.GRANTED else None
    if last is not None and last < day:
        return error("reference-expired", where, title=title, until=last.isoformat())
    if last is not None and until is not None and last < until:
        return problem("reference-expires", where, title=title, until=last.isoformat())
    return None


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
