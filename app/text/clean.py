"""Makes typed text safe to set: what cannot be seen goes, what is composed of parts is put together."""

import re
import unicodedata
from dataclasses import replace

from app.text.style import Span

_NEWLINE = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_SPACE = re.compile("[\t \u1680\u2000-\u2006\u2008\u205f\u3000]+")
# Controls, interlinear marks, zero-width joiners, bidi controls and isolates, invisible operators, variation selectors,
# the byte order mark, tags and non-characters. U+00AD, U+200B and U+2060 stay: line breaking asks for them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200c-\u200f\u202a-\u202e"
    "\u2061-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_PLAIN = re.compile("[ -~\u00a0\u00ab\u00b7\u00bb\u2013\u2014\u2026\u0400-\u045f\u20ac\u20bd\u2116\u2212\n]*")
_DOUBLE = re.compile("  +")


def clean(text: str) -> str:
    """Return the text as it can be set: NFC, newlines as U+000A, runs of plain spaces as one, nothing invisible.

    A lone surrogate becomes U+FFFD. Of the characters without width, only the soft hyphen, the zero-width space
    and the word joiner stay.
    """
    if _PLAIN.fullmatch(text):
        return _DOUBLE.sub(" ", text) if "  " in text else text
    text = _SURROGATE.sub("\ufffd", text)
    text = _UNSEEN.sub("", _NEWLINE.sub("\n", text))
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text))


def cleaned(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the spans with clean texts."""
    texts = [clean(span.text) for span in spans]
    return tuple([replace(span, text=text) if text != span.text else span for span, text in zip(spans, texts, strict=True)])
