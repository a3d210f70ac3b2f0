"""Numbers of proposals and the names of their folders."""

import re
import unicodedata
from collections.abc import Iterable

NUMBER_PATTERN = "КП-{year}-{seq:04}"
"""How a proposal's number is made of the year and its place in it, from 1."""

_LONGEST = 80
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


def next_number(taken: Iterable[str], year: int, pattern: str = NUMBER_PATTERN) -> str:
    """Return the number after the highest one of a year."""
    before, after = _around(pattern, year)
    form = re.compile(rf"{re.escape(before)}([0-9]+){re.escape(after)}")
    found = (form.fullmatch(number) for number in taken)
    return pattern.format(year=year, seq=max((int(match[1]) for match in found if match), default=0) + 1)


def _around(pattern: str, year: int) -> tuple[str, str]:
    """Return what stands before and after the sequence."""
    before, _, after = re.sub(r"\{seq[^}]*\}", "\0", pattern).partition("\0")
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
