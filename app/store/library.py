"""The library: what the studio uses again and again, in one file that every proposal shares."""

from pathlib import Path

from app.model.block import Block
from app.model.clientcard import ClientCard
from app.model.estimate import LineItem
from app.model.form import FormMapping, TemplateRule
from app.model.mapping import TableMapping
from app.model.people import Person
from app.model.ratecard import RateCard
from app.model.reference import Reference
from app.store.disk import Disk
from app.store.durable import Clock, DurableStorage, utc_now
from app.store.shelf import Shelf


class Library:
    """Text blocks, people, references, line items, clients and rate cards. Opening it reads nothing; the first use does."""

    def __init__(self, path: Path, disk: Disk | None = None, clock: Clock = utc_now) -> None:
        self.path = path
        storage = self._storage = DurableStorage(path, disk, clock)
        self.blocks = Shelf(storage, "blocks", Block)
        self.people = Shelf(storage, "people", Person)
        self.references = Shelf(storage, "references", Reference)
        self.items = Shelf(storage, "items", LineItem)
        self.rate_cards = Shelf(storage, "rate_cards", RateCard)
        self.forms = Shelf(storage, "forms", FormMapping)
        self.template_rules = Shelf(storage, "template_rules", TemplateRule)
        self.mappings = Shelf(storage, "mappings", TableMapping)
        self.clients = Shelf(storage, "clients", ClientCard)

    def token(self) -> str:
        """Return the name of the present state of everything in the library. Raises OSError."""
        return self._storage.token()

    def changed_since(self, token: str) -> frozenset[tuple[str, str]] | None:
        """Return shelf and id of what was put or removed since a state, None when that is not known. Raises OSError."""
        return self._storage.changed_since(token)
