"""Which addresses a proposal may lead to, and how they are written into a PDF."""

from urllib.parse import quote, urlsplit, urlunsplit

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
SAFE = "/?#[]@!$&'()*+,;=:%~-._"
LONGEST = 2000


def clean_url(address: str) -> str | None:
    """Return the address in ASCII (RFC 3987, section 3.1), or None if it is not one that a proposal may lead to."""
    text = address.strip()
    if len(text) > LONGEST or any(ord(sign) < 33 or sign in '<>"{}|\\^`\x7f' for sign in text):
        return None
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
        port = f":{parts.port}" if parts.port is not None else ""
        ascii_host = host.encode("idna").decode("ascii") if not host.isascii() else host
    except ValueError:
        return None
    if parts.scheme.lower() not in SCHEMES:
        return None
    if parts.scheme.lower() not in {"http", "https"}:
        return f"{parts.scheme.lower()}:{quote(parts.path, SAFE)}" + (f"?{quote(parts.query, SAFE)}" if parts.query else "")
    if not host:
        return None
    if ":" in host:
        ascii_host = f"[{ascii_host}]"
    rest = (quote(parts.path, SAFE), quote(parts.query, SAFE), quote(parts.fragment, SAFE))
    return urlunsplit((parts.scheme.lower(), ascii_host + port, *rest))


def web_url(address: str) -> str | None:
    """Return the address as `clean_url` does, `https://` put before one that is typed without a scheme."""
    text = address.strip()
    found = clean_url(text)
    if found or "://" in text:
        return found
    found = clean_url(f"https://{text}")
    return found if found and "." in (urlsplit(found).hostname or "") else None


def mail_url(email: str) -> str:
    """Return the link that writes to an address, empty where it is none."""
    text = email.strip()
    return (clean_url(f"mailto:{text}") or "") if "@" in text else ""


def phone_url(phone: str) -> str:
    """Return the link that calls a number as people write it, empty where there are no figures (RFC 3966)."""
    figures = "".join(sign for sign in phone if sign.isascii() and sign.isdigit())
    return f"tel:{'+' if phone.strip().startswith('+') else ''}{figures}" if figures else ""


def shown_url(address: str) -> str:
    """Return an address as people say it: without scheme, `www.` and a closing slash."""
    text = address.strip()
    text = text.split("://", 1)[-1].removeprefix("www.")
    return text.removesuffix("/")
