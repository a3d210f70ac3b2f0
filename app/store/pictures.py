"""The pictures inside any value of the model."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from app.model.picture import Picture
from app.model.richtext import RichText

T = TypeVar("T")


def pictures_in(value: Any) -> Iterator[Picture]:
    """Yield every picture, in the order of the fields."""
    if isinstance(value, Picture):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from pictures_in(item)
    elif is_dataclass(value) and not isinstance(value, RichText):
        for field in fields(value):
            yield from pictures_in(getattr(value, field.name))


def with_files(value: T, rename: Callable[[str], str]) -> T:
    """Return a value whose pictures have other files; what has no picture is returned as it is."""
    changed: Any = value
    if isinstance(value, Picture):
        changed = replace(value, file=rename(value.file))
    elif isinstance(value, tuple):
        items = tuple(with_files(item, rename) for item in value)
        changed = items if any(new is not old for new, old in zip(items, value, strict=True)) else value
    elif is_dataclass(value) and not isinstance(value, RichText | type):
        old = {field.name: getattr(value, field.name) for field in fields(value)}
        new = {name: with_files(item, rename) for name, item in old.items()}
        moved = {name: item for name, item in new.items() if item is not old[name]}
        changed = replace(value, **moved) if moved else value
    return changed  # type: ignore[no-any-return]
