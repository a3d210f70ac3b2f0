"""PostScript names of embedded fonts: unique in the document, and the same for the same content."""

import hashlib
import re
from collections.abc import Iterable


def postscript_name(wanted: str, variations: Iterable[tuple[str, float]], taken: set[str]) -> str:
    """Return a legal name that nobody in `taken` has, and put it there. Instances of a variable font tell their axes."""
    legal = re.sub(r"[^A-Za-z0-9-]", "", wanted)[:63] or "Face"
    axes = "".join(f"-{tag.strip()}{value:g}".replace(".", "_") for tag, value in variations)
    name = legal + re.sub(r"[^A-Za-z0-9_-]", "", axes)
    unique, count = name, 1
    while unique in taken:
        count += 1
        unique = f"{name}-{count}"
    taken.add(unique)
    return unique


def subset_tag(content: bytes) -> str:
    """Return the six capitals that mark a subset, made from its content."""
    digest = hashlib.sha256(content).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])
