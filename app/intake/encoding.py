"""Which encoding a text file has, with an eye to what Russian Excel saves."""

import codecs

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CYRILLIC = ("cp1251", "cp866", "koi8_r")
_LETTERS = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"
_PERCENT = "11 8.5 8 7.4 6.7 6.3 5.5 4.7 4.5 4.4 3.5 3.2 3 2.8 2.6 2 1.9 1.7 1.7 1.6 1.6 1.4 1.2 1 .9 .7 .6 .5 .4 .3 .3 .1 .1"
_SHARE = dict(zip(_LETTERS, map(float, _PERCENT.split()), strict=True))
"""Letters in a hundred letters of Russian text."""
_SIGNS = set("№«»—–…“”„’€×°±§©®·• \u00a0\u00ad")
_WESTERN = ["cp1252", "cp1250", "mac_roman", "cp1251"]
_UNLIKELY = -5.0
_WINDOWS_FIRST = 1.4
"""A few letters may look Russian in two code pages; nearly all files come from Windows."""
_SAMPLE = 200_000


def decode(data: bytes) -> tuple[str, str]:
    """Return the text and the encoding it was read in.

    A byte order mark decides; then UTF-16 by its zero bytes, then UTF-8 where all of it is valid; then the Cyrillic code
    page in which the text looks most like Russian; what other guess there is comes from charset-normalizer.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding
    if utf16 := _utf16(data):
        return data.decode(utf16, "replace"), utf16
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        encoding = _cyrillic(data[:_SAMPLE]) or _hint(data[:_SAMPLE])
        return data.decode(encoding, "replace"), encoding


def is_text(data: bytes) -> bool:
    """Tell whether bytes may be a text at all: with hardly a control character, or in an encoding that needs them."""
    marked = any(data.startswith(mark) for mark, _ in _BOMS)
    return marked or bool(_utf16(data)) or not _many_controls(data[:_SAMPLE])


def _many_controls(sample: bytes) -> bool:
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x1a" for byte in sample)
    return controls > len(sample) // 100


def _utf16(data: bytes) -> str:
    sample = data[:2000]
    odd, even = sample[1::2], sample[::2]
    if len(sample) < 4 or len(data) % 2:
        return ""
    for encoding, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if 0 not in low and sum(byte in {0, 4, 0x20} for byte in high) > len(high) * 9 // 10 and 0 in high:
            return encoding
    return ""


def _cyrillic(sample: bytes) -> str:
    scores = {encoding: _likeness(sample.decode(encoding, "replace")) for encoding in _CYRILLIC}
    scores["cp1251"] *= _WINDOWS_FIRST
    best = max(_CYRILLIC, key=lambda encoding: scores[encoding])
    return best if scores[best] > 1 else ""


def _likeness(text: str) -> float:
    """Return how much the signs beyond ASCII look like Russian: about 5 for Russian prose, below 1 for anything else."""
    foreign = 0
    score = 0.0
    before = " "
    for sign in text:
        if ord(sign) > 127:
            foreign += 1
            score += _weigh(sign, before)
        elif sign.isalpha() and ord(before) > 127 and before.isalpha():
            score += _UNLIKELY
        before = sign
    return score / max(foreign, 1)


def _weigh(sign: str, before: str) -> float:
    lower = sign.lower()
    if lower not in _SHARE:
        return 1.5 if sign in _SIGNS else _UNLIKELY
    if before.isalpha() and (before.isascii() or (sign != lower and before == before.lower())):
        return _UNLIKELY
    return _SHARE[lower] if sign == lower else _SHARE[lower] * 0.6


def _hint(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=_WESTERN).best()
    return best.encoding if best else _WESTERN[0]
