"""The bytes of a proposal that is saved over and over: what was not changed since the last time is not worked out again."""

from typing import Any

from app.model.proposal import Proposal
from app.store.jsonfile import dump
from app.store.migrations import PROPOSAL_SCHEMA
from app.store.records import Many, Record
from app.store.reflect import record_of
from app.store.shape import Json, Shape

MOST_KNOWN = 20_000
"""Parts that are remembered; with more of them it is begun anew."""


class Encoder:
    """Remembers the JSON of a proposal's parts. An edit makes new objects of what it changes, and only of that."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], tuple[Shape, object, Json]] = {}

    def content(self, proposal: Proposal) -> bytes:
        """Return exactly what `source_bytes` does."""
        if len(self._known) > MOST_KNOWN:
            self._known.clear()
        return dump({"schema": PROPOSAL_SCHEMA, **self._record(record_of(Proposal), proposal)})

    def _record(self, record: Record, value: Any) -> dict[str, Json]:
        out: dict[str, Json] = {}
        for slot in record.slots:
            found = getattr(value, slot.name)
            if slot.always or found != slot.fallback:
                out[slot.name] = self._part(slot.shape, found)
        return out

    def _part(self, shape: Shape, value: Any) -> Json:
        if isinstance(shape, Many):
            return [self._remembered(shape.element, item) for item in value]
        if type(shape) is Record:
            return self._record(shape, value)
        return shape.encode(value)

    def _remembered(self, shape: Shape, value: Any) -> Json:
        """Return the JSON of one element; the objects are remembered too, so that no others take their places in memory."""
        key = (id(shape), id(value))
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = (shape, value, self._part(shape, value))
        return known[2]
