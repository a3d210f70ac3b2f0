"""The sign on a card that says whether a record may be used: an icon with words, never a colour alone."""

from app.model.block import Block
from app.model.people import Person
from app.model.reference import Origin
from app.sources.drafts import today
from widgets.library.records import STATUSES, Record
from widgets.pictures import permission
from widgets.pictures.permission import Badge
from widgets.words import tr


def badge_of(record: Record) -> Badge | None:
    """Return what is to be known before a record is used; None where it may just be used."""
    if isinstance(record, Block):
        words, icon, color = STATUSES[record.status]
        return Badge(icon, color, tr(words))
    if isinstance(record, Person):
        return Badge("hide", "tertiary", tr("Left")) if record.left_on else None
    told = permission.badge_of(record, today())
    if told is not None or record.origin is not Origin.THIRD_PARTY:
        return told
    return Badge("info", "secondary", tr("Somebody else's"))
