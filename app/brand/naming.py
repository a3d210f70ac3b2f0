"""Names of the folders of brandbooks: plain letters, none that is taken."""

import re
import unicodedata
from collections.abc import Container

LONGEST = 40
_LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "y", "к": "k",
    "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts",
    "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)$")
USUAL = "brandbook"


def slug(title: str, taken: Container[str] = ()) -> str:
    """Return a folder's name for a title; one that is taken gets a number."""
    latin = "".join(_LETTERS.get(sign, sign) for sign in title.lower())
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST].strip("-") or USUAL
    name = f"{USUAL}-{name}" if _RESERVED.match(name) else name
    number, found = 1, name
    while found in taken:
        number += 1
        found = f"{name}-{number}"
    return found
