"""Currencies by the signs and words that people write for them."""

import re

SIGNS = (
    ("BYN", r"byn|бел\.?\s*руб\w*\.?|br"),
    ("RUB", r"₽|rub|rur|руб(?:\.|л\w*)?|р\.?"),
    ("USD", r"us\$|\$|usd|долл(?:\.|ар\w*)?"),
    ("EUR", r"€|eur|евро|euros?"),
    ("GBP", r"£|gbp|фунт\w*"),
    ("KZT", r"₸|kzt|тенге|тг\.?"),
    ("UAH", r"₴|uah|грн\.?|гривн\w*"),
    ("CNY", r"cny|юан\w*"),
    ("JPY", r"jpy|иен\w*"),
    ("CHF", r"chf"),
    ("AED", r"aed"),
    ("GEL", r"₾|gel|лари"),
    ("AMD", r"֏|amd|драм\w*"),
    ("TRY", r"₺|лир\w*"),
    ("PLN", r"pln|zł|злот\w*"),
)
"""ISO 4217 code and the lower-case pattern of what is written for it. `¥` is left out: it stands for two currencies."""

_WORD = r"[^\W\d_]"
_FIND = [(code, re.compile(rf"(?<!{_WORD})(?:{pattern})(?!{_WORD})")) for code, pattern in SIGNS]
AMOUNT_SIGN = "|".join(pattern for _, pattern in SIGNS)
"""Pattern (lower case) of any sign of a currency."""


def currencies_in(text: str) -> tuple[str, ...]:
    """Return the ISO codes of the currencies that a text names, each once."""
    lowered = text.lower()
    found = []
    for code, pattern in _FIND:
        if pattern.search(lowered):
            found.append(code)
            lowered = pattern.sub(" ", lowered)
    return tuple(found)


def currency_in(text: str) -> str:
    """Return the ISO code of the only currency that a text names, else an empty text."""
    found = currencies_in(text)
    return found[0] if len(found) == 1 else ""
