"""Names in the column that tells who does the work."""

import re

_SEPARATORS = re.compile(r"\s*(?:[,;\n]|\s(?:[/+&|]|и|and)\s|(?<=\w{3})/(?=\w{3}))\s*")
_NOBODY = {"", "-", "–", "—", "?", "нет", "none", "tbd", "n/a", "н/д"}


def names_in(text: str) -> tuple[str, ...]:
    """Return the names in a cell, each once, in order: `Анна Ким, Пётр Лаптев` or one a line."""
    found = (re.sub(r"\s+", " ", part).strip(" .,") for part in _SEPARATORS.split(text))
    initials = (name + "." if re.search(r"\s[A-ZА-ЯЁ]$", name) else name for name in found)
    return tuple(dict.fromkeys(name for name in initials if name.lower() not in _NOBODY))
