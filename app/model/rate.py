"""The price of an hour."""

from dataclasses import dataclass
from decimal import Decimal

from app.model.internal import Internal


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """The price of an hour of a role or a person. `id` is what a line item names in `role`: a role's name or a
    person's id. `amount` is in major units an hour, of `currency` where one is told, else of the proposal's.

    `locked` says that the team lead has set it and proposals must not change it. `cost` is what the hour costs the studio.
    """

    id: str
    amount: Decimal
    title: str = ""
    currency: str = ""
    locked: bool = False
    cost: Internal[Decimal | None] = Internal(None)
