"""Values made of others: records, lists, choices between kinds of records, wrappers."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import Any

from app.model.internal import Internal
from app.store.ids import with_ids
from app.store.place import FAILED, Failed, Place, shown
from app.store.shape import Definitions, Json, Shape

KIND = "kind"


@dataclass(frozen=True)
class Slot:
    """One field of a record. `fallback` replaces what is missing or wrong: its default, or FAILED where nothing will do.

    `required` tells whether a file must name it, `always` whether it is written even when it holds the fallback.
    """

    name: str
    shape: Shape
    required: bool
    fallback: Any
    always: bool
    text: str


@dataclass(frozen=True)
class Record(Shape):
    """A frozen dataclass as an object. `prefix` begins the ids made for it; None when it has no id of its own."""

    type: type[Any]
    slots: tuple[Slot, ...]
    prefix: str | None
    text: str

    def encode(self, value: Any) -> dict[str, Json]:
        """Return the object without fields that hold their defaults."""
        out: dict[str, Json] = {}
        for slot in self.slots:
            found = getattr(value, slot.name)
            if slot.always or found != slot.fallback:
                out[slot.name] = slot.shape.encode(found)
        return out

    def decode(self, data: object, place: Place) -> Any:
        """Read every field; a wrong one takes its default, so that the rest is still read."""
        if not isinstance(data, dict):
            return place.fail("value-not-object", found=shown(data))
        if not self._names.issuperset(data):
            report_unknown(data, [slot.name for slot in self.slots], place)
        values: dict[str, Any] = {}
        for slot in self.slots:
            name, value = slot.name, slot.fallback
            if name in data and not (name == "id" and data["id"] == ""):
                read = slot.shape.decode(data[name], place.key(name))
                value = value if read is FAILED else read
            elif slot.required:
                place.fail("key-missing", key=name)
            values[name] = value
        return FAILED if FAILED in values.values() else self.type(**values)

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(slot.name for slot in self.slots)

    def schema(self, definitions: Definitions) -> dict[str, Json]:
        """Define the object under its class name and return a reference to it."""
        return self.define(definitions, self.type.__name__, {})

    def define(self, definitions: Definitions, name: str, first: dict[str, Json]) -> dict[str, Json]:
        """Define the object with some properties before its own."""
        if name not in definitions:
            definitions[name] = {}
            properties = {slot.name: _property(slot, definitions) for slot in self.slots}
            needed = [slot.name for slot in self.slots if slot.required]
            definitions[name] = {
                "description": self.text,
                "type": "object",
                "properties": {**first, **properties},
                "required": [*first, *needed],
                "additionalProperties": False,
            }
        return {"$ref": f"#/$defs/{name}"}


def _property(slot: Slot, definitions: Definitions) -> Json:
    default: dict[str, Json] = {} if slot.required or slot.name == "id" else {"default": slot.shape.encode(slot.fallback)}
    return {"description": slot.text, **slot.shape.schema(definitions), **default}


@dataclass(frozen=True)
class Tagged(Shape):
    """One of several records, told apart by their `kind`."""

    kinds: Mapping[str, Record]

    @property
    def prefix(self) -> str | None:
        """What made-up ids begin with."""
        return next(iter(self.kinds.values())).prefix

    def encode(self, value: Any) -> Json:
        """Return the object with its kind first."""
        kind, record = next((kind, record) for kind, record in self.kinds.items() if record.type is type(value))
        return {KIND: kind, **record.encode(value)}

    def decode(self, data: object, place: Place) -> Any:
        """Read the record that the kind names."""
        if not isinstance(data, dict):
            return place.fail("value-not-object", found=shown(data))
        kind = data.get(KIND)
        if not isinstance(kind, str) or kind not in self.kinds:
            code = "kind-unknown" if KIND in data else "kind-missing"
            return place.fail(code, found=shown(kind), options=", ".join(self.kinds))
        return self.kinds[kind].decode({key: value for key, value in data.items() if key != KIND}, place)

    def schema(self, definitions: Definitions) -> dict[str, Json]:
        """Return the schema of a choice; each kind is defined under its class name."""
        options: list[Json] = []
        for kind, record in self.kinds.items():
            first: dict[str, Json] = {KIND: {"description": record.text, "const": kind}}
            options.append(record.define(definitions, record.type.__name__, first))
        return {"oneOf": options}


@dataclass(frozen=True)
class Many(Shape):
    """A tuple as an array; elements that cannot be read are left out."""

    element: Shape

    def encode(self, value: tuple[Any, ...]) -> Json:
        """Return the array."""
        return [self.element.encode(item) for item in value]

    def decode(self, data: object, place: Place) -> Any:
        """Read every element, with ids that differ among records."""
        if not isinstance(data, list):
            return place.fail("value-not-list", found=shown(data))
        prefix = self.element.prefix if isinstance(self.element, Record | Tagged) else None
        rows = data if prefix is None else with_ids(data, prefix, place)
        read: list[Any] = []
        for i, item in enumerate(rows):
            if place.is_full:
                break
            read.append(self.element.decode(item, place.at(i)))
        return tuple(value for value in read if not isinstance(value, Failed))

    def schema(self, definitions: Definitions) -> dict[str, Json]:
        """Return the schema of an array."""
        return {"type": "array", "items": self.element.schema(definitions)}


@dataclass(frozen=True)
class Maybe(Shape):
    """A value or null."""

    inner: Shape

    def encode(self, value: Any) -> Json:
        """Return null or the value's JSON."""
        return None if value is None else self.inner.encode(value)

    def decode(self, data: object, place: Place) -> Any:
        """Accept null beside what the inner shape accepts."""
        return None if data is None else self.inner.decode(data, place)

    def schema(self, definitions: Definitions) -> dict[str, Json]:
        """Return the schema of a value or null."""
        return {"anyOf": [self.inner.schema(definitions), {"type": "null"}]}


@dataclass(frozen=True)
class Hidden(Shape):
    """An internal value: written like any other, wrapped again on reading."""

    inner: Shape

    def encode(self, value: Internal[Any]) -> Json:
        """Return the JSON of the value inside."""
        return self.inner.encode(value.value)

    def decode(self, data: object, place: Place) -> Any:
        """Wrap what the inner shape reads."""
        value = self.inner.decode(data, place)
        return value if isinstance(value, Failed) else Internal(value)

    def schema(self, definitions: Definitions) -> dict[str, Json]:
        """Return the schema of the value inside."""
        return self.inner.schema(definitions)


def report_unknown(data: Mapping[Any, object], known: list[str], place: Place) -> None:
    """Report keys that mean nothing: an error where one resembles a known key, else a warning."""
    for key in data:
        if place.is_full:
            return
        if key in known:
            continue
        meant = get_close_matches(str(key)[:60], [name for name in known if name not in data], 1, 0.7)
        if meant:
            place.fail("key-misspelt", key=shown(key), meant=meant[0])
        else:
            place.warn("key-unknown", key=shown(key), known=", ".join(known))
