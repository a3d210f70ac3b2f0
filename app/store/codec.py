"""Between the frozen dataclasses of the model and JSON values, for the library and for proposal sources alike."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from app.problems import Problem
from app.store.place import Failed, FileCheck, Place
from app.store.reflect import record_of
from app.store.shape import Json

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Decoded(Generic[T]):
    """What was read: the value, None when there is none, and everything that is wrong with it."""

    value: T | None
    problems: tuple[Problem, ...] = ()


def encode(value: Any) -> dict[str, Json]:
    """Return the JSON object of a dataclass of the model; fields that hold their defaults are left out."""
    return record_of(type(value)).encode(value)


def decode(kind: type[T], data: object, where: str = "", keep_file: FileCheck | None = None) -> Decoded[T]:
    """Read a dataclass of the model from a JSON value.

    A wrong value takes its default and is reported with its place, such as `sections[2].pictures[0].file` after
    `where`, so that everything else is still read. `keep_file` may look at the files of pictures.
    """
    place = Place(where, [], keep_file)
    value = record_of(kind).decode(data, place)
    return Decoded(None if isinstance(value, Failed) else cast(T, value), tuple(place.problems))
