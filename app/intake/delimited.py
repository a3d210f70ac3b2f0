"""Delimited text: which sign parts the cells, and the rows that it gives."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

DELIMITERS = (";", "\t", ",", "|")
"""From the likeliest to the least likely."""
LONGEST_FIELD = 131_072
_SAMPLE_ROWS = 300
_SEP = re.compile(r'(?:"?sep=)(?P<sign>[;,|\t])"?\r?\n', re.IGNORECASE)


class UnclosedQuoteError(Exception):
    """A quotation mark opens a cell and never closes it."""


def find_delimiter(text: str) -> tuple[str, str]:
    """Return the delimiter and the text without the line `sep=;` that Excel understands.

    The delimiter is the one by which most rows have the same number of cells; a sign that stands only inside numbers
    or sentences parts the rows unevenly.
    """
    if match := _SEP.match(text):
        return match["sign"], text[match.end() :]
    sample = _sample(text)
    return max(DELIMITERS, key=lambda sign: _evenness(sample, sign)), text


def split_rows(text: str, delimiter: str) -> list[list[str]]:
    """Split into rows of cells, with quoted line breaks inside cells. Raises UnclosedQuoteError."""
    lines = text.replace("\x00", "")
    try:
        return list(_reader(lines, delimiter, strict=True))
    except csv.Error as reason:
        if "unexpected end" in str(reason) or "field larger" in str(reason):
            raise UnclosedQuoteError from reason
    return list(_reader(lines, delimiter, strict=False))


def split_unquoted(text: str, delimiter: str) -> list[list[str]]:
    """Split with quotation marks as plain text and every line a row."""
    return [line.split(delimiter) for line in text.replace("\x00", "").splitlines()]


def _reader(text: str, delimiter: str, strict: bool) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)


def _sample(text: str) -> str:
    end = 0
    for _ in range(_SAMPLE_ROWS):
        found = text.find("\n", end)
        if found < 0:
            return text
        end = found + 1
    return text[:end]


def _evenness(sample: str, delimiter: str) -> tuple[float, int]:
    """Return the share of rows that have the commonest number of cells, and that number."""
    try:
        rows = split_rows(sample, delimiter)
    except UnclosedQuoteError:
        rows = split_unquoted(sample, delimiter)
    widths = Counter(len(row) for row in rows if any(cell.strip() for cell in row))
    parted = {width: count for width, count in widths.items() if width > 1}
    if not parted:
        return 0, 0
    width = max(parted, key=lambda width: (parted[width], width))
    return parted[width] / widths.total(), width
