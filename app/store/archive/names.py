"""Which names of entries an archive may have. Nothing is unpacked by a name that was not looked at here."""

import unicodedata
from collections.abc import Iterable

from app.store.relative import tidy

LONGEST = 1000
"""Characters. Windows allows 260 for a whole path, Linux 4096."""

_FORBIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Control characters, those that turn the direction of a text or are not seen, and what is no character."""


def is_safe(name: str) -> bool:
    """Tell whether a name is a plain relative path: no way out, no drive, no device, nothing that hides or misleads."""
    plain = name.removesuffix("/")
    if not plain or len(name) > LONGEST or "\\" in name or tidy(plain) != plain:
        return False
    return not any(unicodedata.category(sign) in _FORBIDDEN for sign in name)


def twice(names: Iterable[str]) -> str:
    """Return a name that is there twice, or that some system would take for one of the others; empty where none is."""
    seen: set[str] = set()
    for name in names:
        key = alike(name)
        if key in seen:
            return name
        seen.add(key)
    return ""


def alike(name: str) -> str:
    """Return what two names have in common that some system takes for one."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold()).rstrip("/")
