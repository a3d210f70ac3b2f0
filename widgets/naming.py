"""What edits are called: short enough for the menu, exact enough to know what undo will do."""

import datetime
from collections.abc import Callable
from decimal import Decimal
from enum import Enum

from app.i18n import phrase
from app.model.estimate import Discount, Surcharge
from app.model.path import exists, get
from app.model.payment import Payment
from app.model.proposal import Proposal
from widgets.choices import called
from widgets.phrases import LONGEST, Phrase, say, shorten
from widgets.words import date, number, percent, tr


def of_field(
    what: str, path: str, title: str = "", words_of: Callable[[object], str] | None = None
) -> Callable[[Proposal, Proposal], Phrase]:
    """Name the change of one value: “Hours of “Design”: 40 → 48”, or what was changed where the values are long.

    `what` is the phrase for the field, `title` the path of the title of the thing that it belongs to, `words_of` returns a value
    as a person would write it.
    """
    told = words_of or shown

    def name(before: Proposal, after: Proposal) -> Phrase:
        owner = str(get(after, title)) if title and exists(after, title) else ""
        named = say(phrase("{what} of “{owner}”"), what=Phrase(what), owner=shorten(owner)) if owner else Phrase(what)
        old, new = told(_value(before, path)), told(_value(after, path))
        if max(len(old), len(new)) > LONGEST or not (old or new):
            return named
        return say(phrase("{what}: {old} → {new}"), what=named, old=old or "—", new=new or "—")

    return name


def shown(value: object) -> str:
    """Return a value as a person would write it; an empty text for what has no short form."""
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, Enum):
        return called(value)
    if isinstance(value, Decimal):
        return number(value)
    if isinstance(value, datetime.date):
        return date(value, "short")
    if isinstance(value, Discount | Surcharge | Payment):
        return _share(value)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _share(value: Discount | Surcharge | Payment) -> str:
    if value.amount or value.percent:
        return number(value.amount) if value.amount else percent(value.percent)
    return tr("the rest") if isinstance(value, Payment) else ""


def _value(proposal: Proposal, path: str) -> object:
    return get(proposal, path) if exists(proposal, path) else None
