"""One byte for each letter that is typed into a field: the Russian code page, which viewers can type in.

A composite font of two bytes would hold more letters, but viewers only show text in one; what is typed then turns up in
another font, or not at all (pdfium).
"""

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

_TABLE = """
afii10051 afii10052 quotesinglbase afii10100 quotedblbase ellipsis dagger daggerdbl Euro perthousand afii10058 guilsinglleft
afii10059 afii10061 afii10060 afii10145 afii10099 quoteleft quoteright quotedblleft quotedblright bullet endash emdash uni20BD
trademark afii10106 guilsinglright afii10107 afii10109 afii10108 afii10193 uni00A0 afii10062 afii10110 afii10057 currency
afii10050 brokenbar section afii10023 copyright afii10053 guillemotleft logicalnot uni00AD registered afii10056 degree plusminus
afii10055 afii10103 afii10098 mu paragraph periodcentered afii10071 afii61352 afii10101 guillemotright afii10105 afii10054
afii10102 afii10104
"""
"""Names of the Adobe Glyph List for the codes 128…191; those of А…я follow by number. The rouble has the code that is free."""
_NAMES = _TABLE.split()
_FIRST, _RUSSIAN = 0x80, 0xC0
_SPARE = "ЂЃѓЉЊЌЋЏђљњќћџЅѕЈј"
"""Letters of Serbian and Macedonian, whose codes are given to others that a value needs."""
ROUBLE = 0x98


@cache
def standard_codes() -> Mapping[int, str]:
    """Return the letter of each code."""
    letters = {code: bytes((code,)).decode("cp1251") for code in range(0x20, 0x100) if code not in (0x7F, ROUBLE)}
    return MappingProxyType({**letters, ROUBLE: "₽"})


def codes_for(values: Iterable[str]) -> dict[int, str]:
    """Return the letter of each code in a document whose fields have these values: as many of their letters as there is room."""
    codes = dict(standard_codes())
    known = set(codes.values())
    spare = [code for code, letter in sorted(codes.items()) if letter in _SPARE and not any(letter in value for value in values)]
    for letter in dict.fromkeys("".join(values)):
        if letter.isprintable() and letter not in known and ord(letter) <= 0xFFFF and spare:
            codes[spare.pop(0)] = letter
    return codes


def glyph_name(code: int, letter: str) -> str:
    """Return the name that viewers know a letter by."""
    if code >= _FIRST and letter == standard_codes().get(code):
        return _NAMES[code - _FIRST] if code < _RUSSIAN else _russian(letter)
    return f"uni{ord(letter):04X}"


def _russian(letter: str) -> str:
    """Return the name of А…Я and а…я, whose numbers leave a gap for Ё and ё."""
    capital = letter.isupper()
    place = ord(letter) - ord("А" if capital else "а")
    return f"afii{(10017 if capital else 10065) + place + (place > 5)}"
