"""Text in aligned columns."""

import unicodedata
from collections.abc import Sequence


def width(text: str) -> int:
    """Return how many cells of a terminal a text takes."""
    return sum(0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def aligned(rows: Sequence[Sequence[str]], right: Sequence[bool], gap: str = "  ") -> list[str]:
    """Return a line for each row, its cells padded to columns. `right` tells which columns stand flush right.

    A row of a single cell runs over all columns.
    """
    widths = [max((width(row[i]) for row in rows if len(row) > 1), default=0) for i in range(len(right))]
    return [gap.join(_padded(row, widths, right)).rstrip() if len(row) > 1 else row[0] for row in rows]


def _padded(row: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> list[str]:
    cells = []
    for text, columns, flush_right in zip(row, widths, right, strict=True):
        space = " " * (columns - width(text))
        cells.append(space + text if flush_right else text + space)
    return cells


def shortened(text: str, longest: int) -> str:
    """Return the text on one line, with an ellipsis where it is too long."""
    flat = " ".join(text.split())
    return flat if width(flat) <= longest else flat[: longest - 1].rstrip() + "…"
