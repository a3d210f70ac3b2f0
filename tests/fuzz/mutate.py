"""Damages files: their bytes, or what they are made of."""

import io
import json
import random
import re
import warnings
import zipfile
from typing import Any

STRANGE = (
    "", "0", "-1", "1e308", "1e999999", "NaN", "Infinity", "9" * 400, "1_000", "٣",
    "1 234,50", "\x00", "\u202e", "\ud7ff", "\ufeff",
    "../../etc/passwd", "C:\\a", "//host/x", "file:///etc/passwd", "=1+1", "@SUM(A1)", "<b>", "&amp;", "{}", "%s%n", "a" * 5000,
    "'\"", "0000-00-00", "9999-12-31", "2026-02-30", "ZZZ", "true", "#ff", "#zzzzzz", "и\u0301" * 50,
)  # fmt: skip
"""Words that programs have stumbled over."""
KINDS = ("[" * 3000, "[]", "{}", "-5", "1e400", "nan", "inf", "[1, 2]", '["a"]', "true", "1979-05-27", "0x10")
"""Values of other kinds than a place may expect."""


def mutated(data: bytes, name: str, other: bytes, dice: random.Random) -> bytes:
    """Return a file that is damaged once or a few times."""
    for _ in range(dice.choice((1, 1, 1, 2, 3, 8))):
        try:
            data = _once(data, name, other, dice)
        except Exception:  # a file that is too damaged to be taken apart is damaged further as bytes
            data = _bytes(data, other, dice)
    return data


def _once(data: bytes, name: str, other: bytes, dice: random.Random) -> bytes:
    if dice.random() < 0.3:
        return _bytes(data, other, dice)
    if data[:2] == b"PK":
        return _package(data, dice)
    if name.endswith(".json"):
        return _json(data, dice)
    return _words(data, dice)


def _bytes(data: bytes, other: bytes, dice: random.Random) -> bytes:
    made = bytearray(data or b"\0")
    place = dice.randrange(len(made))
    size = min(dice.choice((1, 2, 4, 16, 200)), len(made) - place)
    way = dice.randrange(7)
    if way == 0:
        made[place] ^= 1 << dice.randrange(8)
    elif way == 1:
        made[place : place + size] = dice.randbytes(size)
    elif way == 2:
        del made[place : place + size]
    elif way == 3:
        made[place:place] = made[place : place + size] * dice.choice((1, 2, 50))
    elif way == 4:
        del made[place:]
    elif way == 5:
        start = dice.randrange(max(len(other), 1))
        made[place : place + size] = other[start : start + size * 4]
    else:
        made[place : place + size] = dice.choice((b"\xff", b"\x00", b"\x7f", b"\x80")) * size
    return bytes(made)


def _words(data: bytes, dice: random.Random) -> bytes:
    """Replace, double or drop a word, a value or a line."""
    text = data.decode("utf-8", "surrogateescape")
    found = [*re.finditer(r'"[^"\n]*"|[^\s;,="<>\[\]{}]+', text)]
    way = dice.randrange(5)
    if way == 0 or not found:
        lines = text.splitlines(keepends=True) or [""]
        place = dice.randrange(len(lines))
        lines[place : place + 1] = lines[place : place + 1] * dice.choice((0, 2, 40))
        text = "".join(lines)
    else:
        one = dice.choice(found)
        new = dice.choice(found)[0] if way == 1 else dice.choice(STRANGE)
        if way == 2 and one[0].startswith('"'):
            new = f'"{new}"'
        if way == 4:
            new = dice.choice(KINDS)
        text = text[: one.start()] + new + text[one.end() :]
    return text.encode("utf-8", "surrogateescape")


def _json(data: bytes, dice: random.Random) -> bytes:
    """Change one place of a JSON file: its value, its kind, its name, or whether it is there."""
    value = json.loads(data)
    places = list(_places(value))
    holder, key = dice.choice(places)
    way = dice.randrange(6)
    if way == 0:
        del holder[key]
    elif way == 1:
        holder[key] = dice.choice((None, True, [], {}, 0, -1, 10**30, 1e308, "", [[]], {"a": {}}, float("nan"), float("inf")))
    elif way == 2:
        holder[key] = dice.choice(STRANGE)
    elif way == 3:
        source, name = dice.choice(places)
        holder[key] = json.loads(json.dumps(source[name]))
    elif way == 4 and isinstance(holder, list):
        holder[key:key] = holder[key : key + 1] * dice.choice((1, 3, 200))
    elif isinstance(holder, dict):
        holder[dice.choice(STRANGE)] = holder.pop(key)
    return json.dumps(value, ensure_ascii=dice.random() < 0.5).encode("utf-8", "surrogatepass")


def _places(value: Any) -> Any:
    stack = [value]
    while stack:
        one = stack.pop()
        for key in one if isinstance(one, dict) else range(len(one)):
            yield one, key
            if isinstance(one[key], dict | list):
                stack.append(one[key])


def _package(data: bytes, dice: random.Random) -> bytes:
    """Damage a member of a zip and put it together again, or change what members there are."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        members = [(one.filename, package.read(one)) for one in package.infolist()]
    place = dice.randrange(len(members))
    name, content = members[place]
    way = dice.randrange(8)
    if way == 0:
        del members[place]
    elif way == 1:
        members.append((name, content))
    elif way == 2:
        members[place] = (dice.choice(("../x", "/x", "C:\\x", "a" * 300, "x\0y", "")), content)
    elif way == 3:
        members[place] = (name, _bytes(content, data, dice))
    else:
        changed = _json(content, dice) if name.endswith(".json") else _words(content, dice)
        members[place] = (name, changed)
    made = io.BytesIO()
    with (
        warnings.catch_warnings(action="ignore"),
        zipfile.ZipFile(made, "w", dice.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))) as package,
    ):
        for member, inside in members:
            package.writestr(zipfile.ZipInfo(member), inside)
    return made.getvalue()
