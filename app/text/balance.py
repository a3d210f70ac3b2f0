"""Headlines: how narrow a column can get before the text needs one more line."""

from collections.abc import Callable

from app.text.breakitems import NO_BREAK, Items

_STEPS = 14
_SLIP = 1e-6


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
        needed = count_lines(items, lambda line: min(width(line), middle))  # noqa: B023 - called before it changes
        if needed is not None and needed <= lines:
            high = middle
        else:
            low = middle
    return high


def count_lines(items: Items, width: Callable[[int], float]) -> int | None:
    """Return how many lines the items need when each takes as much as it can; None if a piece is wider than a line."""
    line, used = 0, 0.0
    for place, (size, gap, trail) in enumerate(pieces(items)):
        if place and used + size - trail > width(line) + _SLIP:
            line, used = line + 1, 0.0
        if not used and size - trail > width(line) + _SLIP:
            return None
        used += size + gap
    return line + 1


def pieces(items: Items) -> list[tuple[float, float, float]]:
    """Return (width, gap after it, what it loses at a line end) of what stays together: atoms that no-break gaps join."""
    found: list[tuple[float, float, float]] = []
    joined = 0.0
    last = len(items.widths) - 1
    for k, (width, gap, penalty) in enumerate(zip(items.widths, items.gaps, items.penalties, strict=True)):
        if penalty == NO_BREAK and k < last:
            joined += width + gap
        else:
            found.append((joined + width, gap, items.trails[k]))
            joined = 0.0
    return found
