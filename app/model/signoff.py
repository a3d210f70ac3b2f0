"""What somebody has signed: hours of a section, a deviation from the house's limits. Nothing of it reaches a client."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedItem:
    """A line item as it was signed: its id, its `hours`, and a hash of its scope (title, description, unit)."""

    id: str
    title: str = ""
    hours: Decimal = Decimal(0)
    scope: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff:
    """An estimator's signature under the hours of a section.

    `at` is a moment in UTC (ISO 8601), `hours` the sum that was signed, `digest` a hash over name, moment and items: a
    signature that somebody has changed by hand does not fit it any more.
    """

    by: str
    at: str
    hours: Decimal = Decimal(0)
    items: tuple[SignedItem, ...] = ()
    digest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A written decision to send a section although it differs from what was signed: by whom, when (UTC, ISO 8601), why.

    `state` is the hash of the section that it is about; another change needs another decision.
    """

    by: str
    at: str
    reason: str
    state: str = ""


class Limit(StrEnum):
    """A limit of the house that an estimate may go beyond only with the lead's approval."""

    DISCOUNT = "discount"
    MARGIN = "margin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """The lead's consent to a `value` (percent) beyond a limit: it holds for this value and milder ones."""

    limit: Limit
    value: Decimal
    by: str
    at: str
    reason: str = ""
