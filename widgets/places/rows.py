"""The places of the rail, as rows of a table."""

from collections.abc import Callable
from dataclasses import dataclass

from app.i18n import phrase
from widgets.places.place import BRANDBOOKS, CLIENTS, LIBRARY, PROPOSALS, Host, Place


@dataclass(frozen=True)
class PlaceRow:
    """One place: its name, words, icon, and what makes it; the action that leads there is called `place-<name>`."""

    name: str
    text: str
    icon: str
    make: Callable[[Host], Place]


def _proposals(host: Host) -> Place:
    from widgets.places.proposals.place import ProposalsPlace

    return ProposalsPlace(host)


def _clients(host: Host) -> Place:
    from widgets.places.clients.place import ClientsPlace

    return ClientsPlace(host)


def _library(host: Host) -> Place:
    from widgets.places.library.place import LibraryPlace

    return LibraryPlace(host)


def _brandbooks(host: Host) -> Place:
    from widgets.places.brandbooks.place import BrandbooksPlace

    return BrandbooksPlace(host)


PLACES = (
    PlaceRow(PROPOSALS, phrase("Proposals"), "proposals", _proposals),
    PlaceRow(LIBRARY, phrase("Library"), "library", _library),
    PlaceRow(CLIENTS, phrase("Clients"), "clients", _clients),
    PlaceRow(BRANDBOOKS, phrase("Brandbooks"), "brandbooks", _brandbooks),
)
