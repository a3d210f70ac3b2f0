"""Passwords as PDF 2.0 wants them, so that every viewer makes the same of what is typed."""

import stringprep
from unicodedata import normalize

from app.problems import Problem, error

LONGEST = 127
"""A password has at most so many bytes in UTF-8 (ISO 32000-2, 7.6.4.3.3)."""
_FORBIDDEN = (
    stringprep.in_table_c21_c22, stringprep.in_table_c3, stringprep.in_table_c4, stringprep.in_table_c5, stringprep.in_table_c6,
    stringprep.in_table_c7, stringprep.in_table_c8, stringprep.in_table_c9,
)  # fmt: skip


def prepared(typed: str) -> str | Problem:
    """Return the password in its one form (SASLprep, RFC 4013), or what is wrong with it; the problem does not repeat it."""
    mapped = "".join(" " if stringprep.in_table_c12(sign) else sign for sign in typed if not stringprep.in_table_b1(sign))
    plain = normalize("NFKC", mapped)
    if not plain:
        return error("password-empty")
    if any(forbidden(sign) for sign in plain for forbidden in _FORBIDDEN):
        return error("password-unprintable")
    if len(plain.encode("utf-8")) > LONGEST:
        return error("password-too-long", limit=LONGEST)
    return plain
