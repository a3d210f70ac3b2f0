"""One kind of record in the library: typed, with ids of their own and protection against stale copies."""

import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from tinydb.table import Document, Table

from app.problems import Problem, error
from app.store.codec import Decoded, decode, encode
from app.store.durable import DurableStorage, NewerSchemaError
from app.store.trouble import trouble

R = TypeVar("R")

CONFLICT = "record-conflict"


@dataclass(frozen=True, slots=True)
class Stored(Generic[R]):
    """A record as it is stored; `rev` grows with every change of it."""

    value: R
    rev: int


@dataclass(frozen=True, slots=True)
class Found(Generic[R]):
    """Records, and what is wrong with those that could not be read, with the library or with the disk."""

    records: tuple[Stored[R], ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def first(self) -> Stored[R] | None:
        """The first record, None when there is none."""
        return self.records[0] if self.records else None


@dataclass(frozen=True, slots=True)
class _Known(Generic[R]):
    """A stored document that was decoded already."""

    document: dict[str, Any]
    decoded: Decoded[R]


class UuidTable(Table):
    """A table whose ids are texts; TinyDB's own numbers are used again after a removal. A change costs what it changes."""

    document_id_class = str  # type: ignore[assignment]

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        """Do what TinyDB does with a copy of the whole table, with the records alone that the updater takes hold of."""
        storage = cast(DurableStorage, self._storage)
        storage.change(self.name, updater)
        self.clear_cache()


class Shelf(Generic[R]):
    """All records of one kind. No method raises: what the disk refuses comes back as problems."""

    def __init__(self, storage: DurableStorage, name: str, kind: type[R]) -> None:
        self._storage = storage
        self._table: Any = UuidTable(storage, name, cache_size=0)  # typed for numbers as ids
        self._name = name
        self._kind = kind
        self._known: dict[str, _Known[R]] = {}

    def all(self) -> Found[R]:
        """Return every record that can be read, and the problems of the others."""
        problems: list[Problem] = []
        known: list[_Known[R]] = []
        with self._reporting(problems):
            documents = self._storage.read().get(self._name, {})  # TinyDB would copy every one
            known = [self._look(record_id, document) for record_id, document in documents.items()]
        return _found(known, problems)

    def get(self, record_id: str) -> Found[R]:
        """Return the record with an id, none when there is none."""
        problems: list[Problem] = []
        known: list[_Known[R]] = []
        with self._reporting(problems):
            document = self._table.get(doc_id=record_id)
            known = [] if document is None else [self._look(record_id, document)]
        return _found(known, problems)

    def put(self, value: R, rev: int | None = None) -> Found[R]:
        """Store a record and return it; one without an id is new and gets one.

        `rev` is that of the copy the change was made from: when the record was changed or removed since, nothing is
        stored, and the record as it is now comes back with a `record-conflict`. None stores in any case.
        """
        body = encode(value)
        record_id = str(body.get("id") or uuid.uuid4())
        body["id"] = record_id
        problems: list[Problem] = []
        kept: list[_Known[R]] = []
        with self._reporting(problems):
            with self._storage.transaction():
                before = self._table.get(doc_id=record_id)
                if self._is_current(record_id, before, rev, problems):
                    before = {"rev": _rev(before) + 1, "value": body}
                    self._table.remove(doc_ids=[record_id])
                    self._table.insert(Document(before, cast(int, record_id)))
            kept = [self._look(record_id, before)] if before else []
        return _found(kept, problems)

    def remove(self, record_id: str, rev: int | None = None) -> tuple[Problem, ...]:
        """Remove a record, if it is there; one that was changed since `rev` stays, with a `record-conflict`."""
        problems: list[Problem] = []
        with self._reporting(problems), self._storage.transaction():
            before = self._table.get(doc_id=record_id)
            if before is not None and self._is_current(record_id, before, rev, problems):
                self._table.remove(doc_ids=[record_id])
        return tuple(problems)

    def _is_current(self, record_id: str, document: dict[str, Any] | None, rev: int | None, problems: list[Problem]) -> bool:
        if rev is None or rev == _rev(document):
            return True
        problems.append(error(CONFLICT, f"{self._name}/{record_id}", found=_rev(document), expected=rev))
        return False

    def _look(self, record_id: str, document: dict[str, Any]) -> _Known[R]:
        """Decode a document, once for each state of it."""
        known = self._known.get(record_id)
        if known is None or (known.document is not document and known.document != document):
            body = document.get("value")
            decoded = decode(self._kind, body, f"{self._name}/{record_id}")
            known = self._known[record_id] = _Known(document, decoded)
        return known

    @contextmanager
    def _reporting(self, problems: list[Problem]) -> Iterator[None]:
        """Turn what the disk refuses into problems, and add what the storage found."""
        path = self._storage.path
        try:
            yield
        except OSError as wrong:
            problems.append(trouble(wrong, path))
        except NewerSchemaError:
            problems.append(error("library-read-only", str(path), file=path.name))
        problems.extend(self._storage.take_problems())


def _rev(document: dict[str, Any] | None) -> int:
    found = document.get("rev") if document else 0
    return found if isinstance(found, int) else 0


def _found(known: Iterable[_Known[R]], problems: list[Problem]) -> Found[R]:
    records = []
    for one in known:
        problems.extend(one.decoded.problems)
        if one.decoded.value is not None:
            records.append(Stored(one.decoded.value, _rev(one.document)))
    return Found(tuple(records), tuple(problems))
