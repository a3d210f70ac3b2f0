"""Which person an estimate means by a name: in full or in part, in either order, in Cyrillic or Latin letters."""

import re
import unicodedata
from collections.abc import Sequence

from app.model.people import Person

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "i", "к": "k",
    "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h", "ц": "c",
    "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia", "і": "i", "ї": "i",
    "є": "e", "ґ": "g", "ў": "u",
}  # fmt: skip
_LATIN = (
    ("kh", "h"), ("ts", "c"), ("tz", "c"), ("x", "ks"), ("w", "v"), ("y", "i"), ("j", "i"), ("ie", "e"), ("io", "e"),
)  # fmt: skip
"""Spellings that transliterations differ in, brought to one."""

_WORD = re.compile(r"[^\W\d_]+")
_DOUBLE = re.compile(r"(.)\1+")


def sounds(word: str) -> str:
    """Return what a name sounds like, the same for Юлия, Yulia, Julia and Iuliia. Not meant to be read."""
    latin = "".join(_CYRILLIC.get(sign, sign) for sign in word.lower())
    latin = "".join(sign for sign in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(sign))
    for spelling, sound in _LATIN:
        latin = latin.replace(spelling, sound)
    return _DOUBLE.sub(r"\1", latin)


def find_people(name: str, people: Sequence[Person]) -> tuple[Person, ...]:
    """Return whom a name can mean: nobody, one person, or several when it is not clear.

    Every word of the name must be a word of the person's name or the initial of one. Somebody who is called exactly
    so wins over others who are also called so.
    """
    wanted = [sounds(word) for word in _words(name)]
    if not wanted:
        return ()
    fitting = [(person, [sounds(word) for word in _words(person.name)]) for person in people]
    fitting = [(person, own) for person, own in fitting if _fits(wanted, own)]
    exact = [person for person, own in fitting if sorted(own) == sorted(wanted)]
    return tuple(exact or [person for person, _ in fitting])


def _words(name: str) -> list[str]:
    return _WORD.findall(name.replace("'", "").replace("’", ""))


def _fits(wanted: Sequence[str], own: Sequence[str]) -> bool:
    left = list(own)
    for word in sorted(wanted, key=len, reverse=True):
        found = next((other for other in left if other == word or (len(word) == 1 and other.startswith(word))), None)
        if found is None:
            return False
        left.remove(found)
    return any(len(word) > 1 for word in wanted)
