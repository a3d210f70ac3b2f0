"""Variants of the same work, of which the client picks one: `Вариант А`, `Вариант Б`, `Option 1`."""

import re
from collections.abc import Sequence

from app.intake.rowwords import plain

_WORD = r"(?:вариант|альтернатива|variant|alternative|option)"
_LABEL = r"(?:[a-zа-я]|\d{1,2}|i{1,3}|iv|v)"
_LEADING = re.compile(rf"{_WORD}\s+(?:№\s*)?({_LABEL})(?=$|[\s.:)—–-])")
_TRAILING = re.compile(rf"(.+?)[\s,(—–-]+{_WORD}\s+(?:№\s*)?({_LABEL})\)?$")
_ALONE = re.compile(rf"(?:{_WORD}\s*)?(?:№\s*)?({_LABEL})")
_PACKAGE = re.compile(r"(?:пакет|тариф|комплектация|package|plan|tier)\s+[«\"“']?(\w[\w .+-]{0,30}?)[»\"”']?(?=$|\s*[:.(—–-])")
_ALIKE = str.maketrans("авсекмнортху", "abcekmhoptxy")
"""Letters that look the same in both alphabets."""


def variant_of_section(title: str) -> str:
    """Return the label of a section that is a variant of the whole or a package, an empty text for any other."""
    words = plain(title)
    found = _LEADING.match(words) or _PACKAGE.match(words)
    return _label(found[1].strip()) if found else ""


def alternatives(items: Sequence[tuple[str, str]]) -> dict[int, str]:
    """Return the group of every item that excludes others, by its place. Items are (title, what the column says).

    A column names the group itself, or letters of variants; titles name the variant before or after what they have in
    common. Variants follow one another, and each is a single item.
    """
    runs: list[tuple[str, dict[int, str]]] = []
    last: dict[str, dict[int, str]] = {}
    for place, (title, told) in enumerate(items):
        group, label, named = _marks(title, told)
        if not label:
            continue
        known = last.get(group)
        if known is not None and (named or place - 1 in known):
            known[place] = label
        else:
            last[group] = {place: label}
            runs.append((group, last[group]))
    found: dict[int, str] = {}
    names: dict[str, int] = {}
    for group, run in runs:
        if len(run) > 1 and len(set(run.values())) == len(run):
            names[group] = names.get(group, 0) + 1
            found.update(dict.fromkeys(run, f"{group} {names[group]}" if names[group] > 1 else group))
    return found


def _marks(title: str, told: str) -> tuple[str, str, bool]:
    """Return the group and the label of an item (empty for no variant), and whether a column names the group."""
    if told:
        alone = _ALONE.fullmatch(plain(told))
        if alone:
            return _word(told if len(told) > len(alone[1]) else title), _label(alone[1]), False
        return told.strip(), plain(title), True
    words = plain(title)
    if leading := _LEADING.match(words):
        return _word(title), _label(leading[1]), False
    if trailing := _TRAILING.fullmatch(words):
        typed = " ".join(title.split())
        common = typed[: trailing.end(1)] if len(typed) == len(words) else trailing[1]
        return common.strip(" ,(—–-"), _label(trailing[2]), False
    return "", "", False


def _label(text: str) -> str:
    return text.translate(_ALIKE) if len(text) == 1 else text


def _word(text: str) -> str:
    """Name a group of lettered variants in the language of the table."""
    return "Вариант" if re.search("[а-яё]", text, re.IGNORECASE) else "Option"
