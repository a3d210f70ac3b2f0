"""Texts that no spreadsheet program takes for a formula, whoever wrote them.

Source: OWASP, "CSV Injection": a cell that begins with = + - @, a tab or a line break is evaluated by spreadsheet programs.
In a workbook a text is marked as such by its type; in a text file an apostrophe stands before it, which spreadsheet programs
show and which reading takes off again.
"""

import re

LONGEST = 32_767
"""As many characters as a cell holds."""

_DANGEROUS = re.compile(r"[=+\-@\t\r\n＝＋－＠]|\s+\Z")
"""A text of spaces alone is guarded too: readers take such a cell for an empty one."""
_GUARDED = re.compile(r"'+(?:[=+\-@\t\r\n＝＋－＠]|\s*\Z)")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def is_dangerous(text: str) -> bool:
    """Tell whether a spreadsheet program might take a text for a formula."""
    return bool(_DANGEROUS.match(text) or _GUARDED.match(text))


def guarded(text: str) -> str:
    """Return a text for a text file: with an apostrophe before what might be taken for a formula."""
    plain = clean(text)
    return f"'{plain}" if is_dangerous(plain) else plain


def unguarded(text: str) -> str:
    """Return what `guarded` was given."""
    return text[1:] if _GUARDED.match(text) else text


def clean(text: str) -> str:
    """Return a text without characters that no cell can hold; line breaks are plain line feeds."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def visible(text: str) -> str:
    """Return a text for a cell that people see, at most as long as cells are."""
    plain = clean(text)
    # XlsxWriter takes a text from <r> to </r> for rich text and would write it as it is
    return f"{plain[: LONGEST - 1]} " if plain.startswith("<r>") and plain.endswith("</r>") else plain[:LONGEST]
