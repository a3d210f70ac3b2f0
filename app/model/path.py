"""Paths into a proposal: `estimate/sections/s1/items/i2/title`.

A step is the name of a field, or inside a tuple the `id` of an element (its index where elements have no id).
The same paths are the origin of everything painted, the place of a problem and the target of an edit.
"""

import dataclasses
from typing import Any

_LONGEST_INDEX = 9


def _step_into(node: Any, step: str) -> Any:
    if isinstance(node, tuple):
        return node[_index(node, step)]
    if dataclasses.is_dataclass(node) and step in {field.name for field in dataclasses.fields(node)}:
        return getattr(node, step)
    raise KeyError(step)


def _index(items: tuple[Any, ...], step: str) -> int:
    for i, item in enumerate(items):
        if getattr(item, "id", None) == step:
            return i
    if step.isdecimal() and len(step) <= _LONGEST_INDEX and int(step) < len(items):
        return int(step)
    raise KeyError(step)


def get(root: Any, path: str) -> Any:
    """Return the value at a path; an empty path is the root. Raises KeyError when there is none."""
    node = root
    for step in filter(None, path.split("/")):
        node = _step_into(node, step)
    return node


def put(root: Any, path: str, value: Any) -> Any:
    """Return a copy of the root with another value at a path. Raises KeyError when there is no such place."""
    step, _, rest = path.lstrip("/").partition("/")
    if not step:
        return value
    child = put(_step_into(root, step), rest, value)
    if isinstance(root, tuple):
        i = _index(root, step)
        return (*root[:i], child, *root[i + 1 :])
    return dataclasses.replace(root, **{step: child})


def exists(root: Any, path: str) -> bool:
    """Tell whether a path leads somewhere."""
    try:
        get(root, path)
    except KeyError:
        return False
    return True
