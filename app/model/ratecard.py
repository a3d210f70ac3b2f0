"""Rate cards: the prices of an hour that the team lead keeps, by role and person, for all clients or for one."""

import datetime
from dataclasses import dataclass

from app.model.rate import Rate


@dataclass(frozen=True, slots=True, kw_only=True)
class RateCard:
    """Rates that hold together. `client` is the name of the one client they are for; `language` and dates are free.

    `currency` is that of rates that name none. `locked` forbids to change them in a proposal.
    """

    id: str
    title: str = ""
    client: str = ""
    currency: str = "RUB"
    valid_from: datetime.date | None = None
    valid_until: datetime.date | None = None
    locked: bool = False
    rates: tuple[Rate, ...] = ()

    def is_valid(self, day: datetime.date) -> bool:
        """Tell whether the card holds on a day, first and last day included."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_until is None or day <= self.valid_until)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardUsed:
    """From which card an estimate took its rates, and until when that held."""

    id: str = ""
    title: str = ""
    valid_until: datetime.date | None = None
    locked: bool = False
