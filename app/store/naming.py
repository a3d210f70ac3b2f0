"""Numbers of proposals and the names of their folders."""

import re
import unicodedata
from collections.abc import Iterable

from app.problems import Problem, error

NUMBER_PATTERN = "КП-{year}-{seq:04}"
ENGLISH_PATTERN = "P-{year}-{seq:04}"
"""How a house begins that speaks English: its clients cannot read the usual one aloud."""
"""How a proposal's number is made of the year and its place in it, from 1."""

LONGEST_PATTERN = 60
"""Signs of a pattern of numbers."""

_SEQUENCE = r"\{seq(?::0[1-9])?\}"
_LONGEST = 80
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


def next_number(taken: Iterable[str], year: int, pattern: str = NUMBER_PATTERN, released: Iterable[str] = ()) -> str:
    """Return the first number of a year that was `released`: given once, and nobody has it now. Where none was, the one after
    the highest.
    """
    taken = frozenset(taken)
    free = _places(frozenset(released) - taken, year, pattern)
    return pattern.format(year=year, seq=min(free) if free else max(_places(taken, year, pattern), default=0) + 1)


def unusable_pattern(pattern: str) -> Problem | None:
    """Return what is wrong with a pattern of numbers, None where numbers can be made of it.

    It names {seq} once, with the figures it is filled to where that is wanted ({seq:04}), and {year} at most once. Without a
    year the places go on from one year to the next.
    """
    rest = re.sub(_SEQUENCE, "\0", pattern)
    plain = rest.replace("{year}", "", 1)
    if rest.count("\0") != 1 or "\0" in pattern:
        return error("number-pattern-sequence", pattern=pattern[:LONGEST_PATTERN])
    if "{" in plain or "}" in plain:
        return error("number-pattern-braces", pattern=pattern[:LONGEST_PATTERN])
    if len(pattern) > LONGEST_PATTERN or pattern != pattern.strip() or not plain.replace("\0", "").isprintable():
        return error("number-pattern-form", pattern=pattern[:LONGEST_PATTERN], limit=LONGEST_PATTERN)
    return None


def _places(numbers: Iterable[str], year: int, pattern: str) -> list[int]:
    """Return the places in a year of those numbers that are made by the pattern."""
    before, after = _around(pattern, year)
    form = re.compile(rf"{re.escape(before)}([0-9]+){re.escape(after)}")
    found = (form.fullmatch(number) for number in numbers)
    return [int(match[1]) for match in found if match]


def _around(pattern: str, year: int) -> tuple[str, str]:
    """Return what stands before and after the sequence."""
    before, _, after = re.sub(_SEQUENCE, "\0", pattern).partition("\0")
    return before.format(year=year), after.format(year=year)


def folder_name(number: str, title: str) -> str:
    """Return a name for a proposal's folder that every system allows: number and title without signs that some forbid."""
    text = unicodedata.normalize("NFC", f"{number} {title}")
    plain = re.sub(r"[^\w .,()№-]+", " ", text)
    name = re.sub(r"\s+", " ", plain)[:_LONGEST].strip(" .")
    return f"_{name}" if not name or _RESERVED.match(name) else name


def free_name(name: str, taken: Iterable[str]) -> str:
    """Return the name, with a number after it when it is taken; systems differ in whether capitals count."""
    used = {one.casefold() for one in taken}
    if name.casefold() not in used:
        return name
    return next(free for free in (f"{name} ({count})" for count in range(2, len(used) + 3)) if free.casefold() not in used)
