"""Headlines: how narrow a column can get before the text needs one more line."""

from collections.abc import Callable

from app.text.breakitems import NO_BREAK, Items

_STEPS = 14


def narrowest(items: Items, width: Callable[[int], float]) -> float | None:
    """Return the smallest width in points that needs no more lines than the widths given; None if one line is enough
    or something does not fit. Lines end at gaps only.
    """
    lines = count_lines(items, width)
    if lines is None or lines < 2:
        return None
    high = max(width(line) for line in range(lines))
    low = sum(items.widths) / (lines + 1)
    for _ in range(_STEPS):
        middle = (low + high) / 2
        needed = count_lines(items, lambda line: min(width(line), middle))  # noqa: B023
        if needed is not None and needed <= lines:
            high = middle
        else:
            low = middle
    return high


def count_lines(items: Items, width: Callable[[int], float]) -> int | None:
    """Return how many lines the items need when each takes as much as it can; None if a piece is wider than a line."""
    line, used, first = 0, 0.0, True
    for widths, gap in pieces(items):
        room = width(line) + 1e-6
        if first or used + widths <= room:
            if first and widths > room:
                return None
            used += widths + gap
            first = False
            continue
        line += 1
        if widths > width(line) + 1e-6:
            return None
        used = widths + gap
    return line + 1


def pieces(items: Items) -> list[tuple[float, float]]:
    """Return (width, gap after it) of what stays together: atoms joined by no-break gaps are one piece."""
    found: list[tuple[float, float]] = []
    open_width = 0.0
    last = len(items.widths) - 1
    for k, (width, gap, penalty) in enumerate(zip(items.widths, items.gaps, items.penalties, strict=True)):
        if penalty == NO_BREAK and k < last:
            open_width += width + gap
        else:
            found.append((open_width + width, gap))
            open_width = 0.0
    return found
