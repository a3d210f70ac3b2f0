"""Numbers and names as the facts of problems."""

from collections.abc import Iterable
from decimal import Decimal

from app.model.money import round_money, round_to

MOST_NAMED = 4


def plain(number: Decimal) -> str:
    """Return a number without needless zeros: 96, 7.5."""
    return f"{round_to(number, 2).normalize():f}"


def percent(value: Decimal) -> Decimal:
    """Round a percentage to a tenth, as it is told and compared with limits."""
    return round_to(value, 1)


def money(amount: Decimal, currency: str) -> str:
    """Return an amount with the code of its currency; the edge tells it in the user's language."""
    return f"{round_money(amount, currency):f} {currency}"


def listed(names: Iterable[str]) -> str:
    """Return a few names, and an ellipsis for more."""
    found = list(names)
    return ", ".join(found[:MOST_NAMED]) + ("…" if len(found) > MOST_NAMED else "")


def named(title: str, otherwise: str) -> str:
    """Return a title in one line, or what stands for it where it is empty."""
    return " ".join(title.split()) or otherwise
