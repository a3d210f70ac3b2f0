"""A client as the library knows it: the company, everybody there, and what was agreed for good."""

from dataclasses import dataclass

from app.model.client import Client, Contact
from app.model.internal import Internal


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientCard:
    """A client of the studio. A proposal copies `client` and one of the `contacts`.

    `rate_card` is the id of the rates that hold for this client, empty for the usual ones. What was offered before is not
    kept here: the proposals themselves tell it.
    """

    id: str
    client: Client = Client()
    contacts: tuple[Contact, ...] = ()
    rate_card: str = ""
    tags: tuple[str, ...] = ()
    note: Internal[str] = Internal("")
