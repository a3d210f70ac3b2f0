"""How signatures are written down: who, when, and hashes that any change shows in."""

import datetime
import hashlib
import json
from decimal import Decimal


def name_of(by: str) -> str:
    """Return a signer's name without spaces around it. Raises ValueError where nobody is named."""
    name = by.strip()
    if not name:
        raise ValueError("a signature needs a name")
    return name


def moment(at: datetime.datetime) -> str:
    """Return a moment in UTC, ISO 8601, to the second. Raises ValueError for a time of no known zone."""
    if at.utcoffset() is None:
        raise ValueError("a signature needs a moment with its time zone")
    return at.astimezone(datetime.UTC).isoformat(timespec="seconds")


def fingerprint(*parts: object) -> str:
    """Return the SHA-256 of texts and numbers in their order; 8 and 8.0 are the same number."""
    told = [_plain(part) for part in parts]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8")).hexdigest()


def _plain(part: object) -> object:
    if isinstance(part, Decimal):
        return f"{part.normalize():f}" if part.is_finite() else str(part)
    if isinstance(part, tuple):
        return [_plain(one) for one in part]
    return str(part)
