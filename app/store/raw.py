"""Tables of records as the bytes they are stored as: a record is decoded when somebody looks at it, and only then."""

from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import orjson

Raw: TypeAlias = dict[str, dict[str, bytes]]
"""The JSON of every record, by table and id. A table is never changed once others have it."""

Changed: TypeAlias = frozenset[tuple[str, str]]
"""Tables and ids of records."""

Seen: TypeAlias = dict[str, tuple[bytes, Any]]


def raw_of(data: Mapping[str, Any]) -> Raw:
    """Return the bytes of tables. Raises TypeError for what JSON cannot hold, AttributeError for tables that are none."""
    return {name: {str(key): orjson.dumps(document) for key, document in table.items()} for name, table in data.items()}


def data_of(tables: Raw) -> dict[str, dict[str, Any]]:
    """Return tables with every record decoded."""
    return {name: {key: orjson.loads(found) for key, found in table.items()} for name, table in tables.items()}


def body_of(tables: Raw) -> bytes:
    """Return tables as one JSON object with each record on a line of its own; the lines are how they are found again."""
    parts = []
    for name, table in tables.items():
        records = b",\n".join([b" " + orjson.dumps(key) + b":" + found for key, found in table.items()])
        parts.append(orjson.dumps(name) + b":{\n" + records + b"\n}")
    return b"{\n" + b",\n".join(parts) + b"\n}"


def tables_of(body: bytes) -> Raw:
    """Return the tables of an object as `body_of` writes it, or of one on a single line. Raises ValueError."""
    if b"\n" not in body:
        return raw_of(orjson.loads(body))
    tables: Raw = {}
    table: dict[str, bytes] = {}
    for line in body.split(b"\n"):
        if line.startswith(b' "'):
            key, found = _record(line[1:-1] if line.endswith(b",") else line[1:])
            table[key] = found
        elif line.startswith(b'"'):
            table = tables[orjson.loads(line[: line.rindex(b":")])] = {}
    return tables


def differences(before: Raw, after: Raw) -> Changed:
    """Return which records are other ones, or are in one of the two only."""
    found: set[tuple[str, str]] = set()
    for name in before.keys() | after.keys():
        old, new = before.get(name, {}), after.get(name, {})
        if old is not new:
            found.update((name, key) for key in old.keys() | new.keys() if old.get(key) != new.get(key))
    return frozenset(found)


class Records(Mapping[str, Any]):
    """The records of one table. `seen` are those that were decoded, for as long as their bytes are the same."""

    def __init__(self, table: dict[str, bytes], seen: Seen) -> None:
        self.table = table
        self._seen = seen

    def __getitem__(self, key: str) -> Any:
        raw = self.table[key]
        seen = self._seen.get(key)
        if seen is None or (seen[0] is not raw and seen[0] != raw):
            seen = self._seen[key] = (raw, orjson.loads(raw))
        return seen[1]

    def __contains__(self, key: object) -> bool:
        return key in self.table

    def __iter__(self) -> Iterator[str]:
        return iter(self.table)

    def __len__(self) -> int:
        return len(self.table)


@dataclass
class Draft(MutableMapping[str, Any]):
    """A table while it is changed: what was taken out of it or put into it is known, the rest is not looked at."""

    table: dict[str, bytes]
    touched: dict[str, Any] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)

    def __getitem__(self, key: str) -> Any:
        if key in self.gone:
            raise KeyError(key)
        if key not in self.touched:
            self.touched[key] = orjson.loads(self.table[key])
        return self.touched[key]

    def __setitem__(self, key: str, document: Any) -> None:
        self.gone.discard(key)
        self.touched[key] = document

    def __delitem__(self, key: str) -> None:
        if key not in self:
            raise KeyError(key)
        self.touched.pop(key, None)
        self.gone.add(key)

    def __contains__(self, key: object) -> bool:
        return key not in self.gone and (key in self.table or key in self.touched)

    def __iter__(self) -> Iterator[str]:
        yield from (key for key in self.table if key not in self.gone)
        yield from (key for key in self.touched if key not in self.table)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def changes(self) -> dict[str, bytes | None]:
        """Return the new bytes of every record that is another one now, None for those that are gone."""
        found: dict[str, bytes | None] = {key: None for key in self.gone if key in self.table}
        for key, document in self.touched.items():
            raw = orjson.dumps(document)
            if self.table.get(key) != raw:
                found[key] = raw
        return found


def _record(line: bytes) -> tuple[str, bytes]:
    end = line.index(b'":', 1)
    if b"\\" not in line[1:end]:
        return line[1:end].decode(), line[end + 2 :]
    ((key, document),) = orjson.loads(b"{" + line + b"}").items()
    return key, orjson.dumps(document)
