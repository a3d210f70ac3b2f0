"""What a value of the model looks like as JSON: the idea; `scalars` and `records` hold the kinds."""

from abc import ABC, abstractmethod
from typing import Any, TypeAlias

from app.store.place import Place

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Definitions: TypeAlias = "dict[str, dict[str, Json]]"


class Shape(ABC):
    """Knows one kind of value in three ways: to JSON, from JSON, and as a JSON Schema."""

    @abstractmethod
    def encode(self, value: Any) -> Json:
        """Return the JSON value of a value of the model."""

    @abstractmethod
    def decode(self, data: object, place: Place) -> Any:
        """Return the value that a JSON value stands for; FAILED when there is none, after reporting why."""

    @abstractmethod
    def schema(self, definitions: Definitions) -> dict[str, Json]:
        """Return the JSON Schema of this kind; objects are put into `definitions` under their names."""
