"""Links that lead somewhere by way of another house: Google Docs and Outlook write their own address around what was meant."""

import re
from urllib.parse import parse_qs, urlsplit

_GOOGLE = re.compile(r"(?:www\.)?google\.[a-z]{2,3}(?:\.[a-z]{2})?")
_OUTLOOK = ".safelinks.protection.outlook.com"
_TARGET = re.compile(r"(?:https?://|mailto:|tel:)\S", re.IGNORECASE)
_ESCAPED = {ord(sign): f"%{ord(sign):02X}" for sign in "() \t\r\n"}
"""What a link of rich text cannot have in it; the address around it had hidden these signs."""
_DEEPEST = 4
"""So many addresses may stand around each other: a mail that is sent on gets another one each time."""


def direct(href: str) -> str:
    """Return what a link leads to in the end; the link itself where it leads there directly, or nobody can tell."""
    for _ in range(_DEEPEST):
        inner = _inner(href)
        if not inner:
            break
        href = inner
    return href


def _inner(href: str) -> str:
    """Return the address that another one was written around; empty where there is none."""
    try:
        parts = urlsplit(href)
        host = (parts.hostname or "").lower()
        if _GOOGLE.fullmatch(host) and parts.path == "/url":
            names: tuple[str, ...] = ("q", "url")
        elif host.endswith(_OUTLOOK):
            names = ("url",)
        else:
            return ""
        asked = parse_qs(parts.query)
    except ValueError:
        return ""
    found = next((asked[name][0].strip() for name in names if name in asked), "")
    return found.translate(_ESCAPED) if _TARGET.match(found) else ""
