"""How far a proposal has come, and how it got there."""

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """Where a proposal stands. That an offer has run out is told by its last day, not by a status."""

    DRAFT = "draft"
    SENT = "sent"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChange:
    """One step: which revision got which status, when (a moment, ISO 8601, UTC), by whom, and why."""

    status: Status = Status.DRAFT
    revision: int = 1
    at: str = ""
    by: str = ""
    note: str = ""
