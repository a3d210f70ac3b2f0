"""How a proposal stands, in words."""

from typing import TYPE_CHECKING

from app.i18n import Words

if TYPE_CHECKING:
    from app.model.status import Status


def status_in_words(status: "Status", words: Words) -> str:
    """Return the word for a status."""
    return {
        "draft": words("draft"),
        "sent": words("sent"),
        "accepted": words("accepted"),
        "declined": words("declined"),
        "withdrawn": words("withdrawn"),
    }[status.value]


def moment_in_words(at: str) -> str:
    """Return a moment in UTC as `2026-11-21 12:00 UTC`; what is none is returned as it is."""
    day, _, rest = at.partition("T")
    return f"{day} {rest[:5]} UTC" if len(rest) > len("12:00") else at
