"""Whether a section still is what somebody has signed."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import TypeAlias

from app.model.estimate import EstimateSection
from app.model.signoff import SignedItem, SignOff, Waiver
from app.signoff.signature import digest_of, hours_together, signed_items
from app.signoff.written import fingerprint

MOST_KNOWN = 512
"""Sections of which is remembered how they stand: an edit changes one, and all are asked after every edit."""


class Change(StrEnum):
    """What has become of an item since the signature."""

    LOWERED = "lowered"
    """Its hours are fewer than the signed ones."""
    SCOPE = "scope"
    """It promises something else."""
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class ItemChange:
    """One difference from what was signed; `before` and `after` are hours, zero where the item is not there."""

    id: str
    title: str
    change: Change
    before: Decimal
    after: Decimal


@dataclass(frozen=True, slots=True)
class Unsigned:
    """Nobody has signed the section."""


@dataclass(frozen=True, slots=True)
class Signed:
    """The section is what was signed, or takes more hours for the same."""

    signature: SignOff


@dataclass(frozen=True, slots=True)
class Changed:
    """The section is less or something else than was signed: `before` hours were signed, `after` are there now.

    `waiver` is the decision to send it nevertheless, None where none holds for the section as it stands.
    """

    signature: SignOff
    before: Decimal
    after: Decimal
    changes: tuple[ItemChange, ...]
    waiver: Waiver | None = None

    def of(self, change: Change) -> tuple[ItemChange, ...]:
        """Return the differences of one kind."""
        return tuple(one for one in self.changes if one.change is change)


@dataclass(frozen=True, slots=True)
class Tampered:
    """The signature does not fit what it says: somebody has changed it by hand."""

    signature: SignOff


Status: TypeAlias = Unsigned | Signed | Changed | Tampered


@lru_cache(maxsize=MOST_KNOWN)
def status(section: EstimateSection, hours_a_day: Decimal, hours_a_month: Decimal) -> Status:
    """Tell how a section stands to its signature.

    It has changed when the hours of one of its items are below the signed ones, when an item is gone or new, or when title,
    description or unit say something else. More hours for the same leave it signed, and so does the order of the items.
    """
    signature = section.signed.value
    if signature is None:
        return Unsigned()
    if signature.digest != digest_of(signature.by, signature.at, signature.hours, signature.items):
        return Tampered(signature)
    now = signed_items(section, hours_a_day, hours_a_month)
    changes = _changes(signature.items, now)
    if not changes:
        return Signed(signature)
    waiver = section.waiver.value
    holds = waiver is not None and bool(waiver.reason.strip()) and waiver.state == state(signature, now)
    return Changed(signature, signature.hours, hours_together(now), changes, waiver if holds else None)


def state(signature: SignOff, now: Sequence[SignedItem]) -> str:
    """Return a hash of a section as it stands beside its signature, whatever the order of its items."""
    return fingerprint(signature.digest, *sorted((item.id, item.hours, item.scope) for item in now))


def _changes(signed: Sequence[SignedItem], now: Sequence[SignedItem]) -> tuple[ItemChange, ...]:
    """Compare items by their ids; those that are gone come last."""
    before = {item.id: item for item in signed}
    here = {item.id for item in now}
    found: list[ItemChange] = []
    for item in now:
        known = before.get(item.id)
        if known is None:
            found.append(ItemChange(item.id, item.title, Change.ADDED, Decimal(0), item.hours))
            continue
        if item.hours < known.hours:
            found.append(ItemChange(item.id, item.title, Change.LOWERED, known.hours, item.hours))
        if item.scope != known.scope:
            found.append(ItemChange(item.id, item.title, Change.SCOPE, known.hours, item.hours))
    gone = (ItemChange(one.id, one.title, Change.REMOVED, one.hours, Decimal(0)) for one in signed if one.id not in here)
    return (*found, *gone)
