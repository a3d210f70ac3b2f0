"""The people who do the work and sign the letter."""

from dataclasses import dataclass

from app.model.internal import Internal
from app.model.picture import Picture
from app.model.rate import Rate


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A team member: name, role and photo as the client will see them.

    `left_on` is an ISO date when somebody has left the team, else empty. `about` is a line or two for the team page.
    `rates` are what an hour of theirs is usually sold for and costs, in one or more currencies; an estimate has rates of its own.
    """

    id: str
    name: str
    role: str = ""
    about: str = ""
    photo: Picture | None = None
    email: str = ""
    phone: str = ""
    languages: tuple[str, ...] = ()
    left_on: str = ""
    rates: Internal[tuple[Rate, ...]] = Internal(())
    note: Internal[str] = Internal("")
