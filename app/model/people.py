"""The people who do the work and sign the letter."""

from dataclasses import dataclass

from app.model.internal import Internal
from app.model.picture import Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A team member: name, role and photo as the client will see them.

    `left_on` is an ISO date when somebody has left the team, else empty. `about` is a line or two for the team page.
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
    note: Internal[str] = Internal("")
