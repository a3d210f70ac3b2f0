"""JSON files: strict reading with friendly problems, and diffable writing."""

import json
from decimal import Decimal, InvalidOperation
from typing import Any

import orjson

from app.problems import Problem, error
from app.store import names
from app.store.codec import Decoded
from app.store.numbers import LONGEST_NUMBER
from app.store.place import shown
from app.store.shape import Json

LARGEST_FILE = names.LARGEST_FILE

MOST_VALUES = 300_000
"""Commas and brackets in a file: what its values, which take much more room in memory, are at most."""

_LONGEST_INTEGER = 40


class _Doubled(dict[str, object]):
    """An object of which some keys were written twice."""

    doubled: tuple[str, ...] = ()


def parse(data: bytes, where: str) -> Decoded[object]:
    """Read JSON bytes: numbers stay exact, keys written twice are reported with their place.

    Returns no value for files that are too large, not UTF-8, not JSON or nested absurdly deep. `where` names the file.
    """
    if len(data) > LARGEST_FILE:
        return _none("json-too-large", where, limit=LARGEST_FILE // 1_000_000)
    if sum(map(data.count, (b",", b"[", b"{"))) > MOST_VALUES:
        return _none("json-too-many", where, limit=MOST_VALUES)
    if not data.strip(b" \t\r\n\x00"):
        return _none("json-empty", where)
    try:
        text = data.decode("utf-8-sig")
        doubled: list[_Doubled] = []
        value = json.loads(
            text, object_pairs_hook=_keep_doubled(doubled), parse_float=_number, parse_int=_integer, parse_constant=Decimal
        )
    except UnicodeDecodeError as wrong:
        return _none("json-not-utf8", where, line=data[: wrong.start].count(b"\n") + 1)
    except json.JSONDecodeError as wrong:
        return _none("json-broken", where, line=wrong.lineno, column=wrong.colno, near=_near(wrong))
    except RecursionError:
        return _none("json-too-deep", where)
    return Decoded(value, tuple(_find_doubled(value) if doubled else ()))


def dump(value: Json) -> bytes:
    """Return UTF-8 JSON with an indent of two and a newline at the end: every value on a line of its own."""
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _none(code: str, where: str, **facts: object) -> Decoded[object]:
    return Decoded(None, (error(code, where, **facts),))


def _near(wrong: json.JSONDecodeError) -> str:
    return shown(" ".join(wrong.doc[max(0, wrong.pos - 15) : wrong.pos + 15].split()))


def _number(text: str) -> Decimal:
    try:
        return Decimal(text if len(text) <= LONGEST_NUMBER else "Infinity")
    except InvalidOperation:  # an exponent of twenty digits
        return Decimal("Infinity")


def _integer(text: str) -> int | Decimal:
    return int(text) if len(text) <= _LONGEST_INTEGER else _number(text)


def _keep_doubled(found: list[_Doubled]) -> Any:
    def build(pairs: list[tuple[str, object]]) -> dict[str, object]:
        built = dict(pairs)
        if len(built) == len(pairs):
            return built
        seen: set[str] = set()
        marked = _Doubled(built)
        marked.doubled = tuple(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        found.append(marked)
        return marked

    return build


def _find_doubled(root: object) -> list[Problem]:
    problems: list[Problem] = []
    waiting: list[tuple[str, object]] = [("", root)]
    while waiting:
        path, node = waiting.pop()
        if isinstance(node, _Doubled):
            problems += [error("json-key-twice", path, key=shown(key)) for key in dict.fromkeys(node.doubled)]
        if isinstance(node, dict):
            waiting += [(f"{path}.{key}" if path else key, value) for key, value in node.items()]
        elif isinstance(node, list):
            waiting += [(f"{path}[{i}]", value) for i, value in enumerate(node)]
    return problems
