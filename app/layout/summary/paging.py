"""How many rows of one height stand on each page."""

from collections.abc import Sequence

FEWEST = 3
"""So many rows stand on the last page, with what follows them, where there are more pages than one and room for that."""


def tallest(heights: Sequence[int], rows: int, first: int, further: int, foot: int) -> tuple[int, list[int]]:
    """Return the tallest row with which as few pages do as with the lowest one, and how many rows stand on each page.

    `heights` rise; `first` and `further` are the heights of the first page and of any other, `foot` what the last one needs
    below the rows. All are baseline steps.
    """
    found = heights[0], paged(heights[0], rows, first, further, foot)
    for height in heights[1:]:
        pages = paged(height, rows, first, further, foot)
        if len(pages) == len(found[1]):
            found = height, pages
    return found


def paged(height: int, rows: int, first: int, further: int, foot: int) -> list[int]:
    """Return how many rows of a height stand on each page. The last page may have none, where only the foot is left."""
    pages: list[int] = []
    left = rows
    room = first
    while left * height + foot > room:
        fitting = max(room // height, 1 if pages else 0)
        if left <= fitting:
            break
        pages.append(fitting)
        left -= fitting
        room = further
    else:
        return _balanced([*pages, left], height, further - foot)
    return _balanced([*pages, left, 0], height, further - foot)


def _balanced(pages: list[int], height: int, room: int) -> list[int]:
    """Move rows to a last page that has too few; it has so much room for rows."""
    if len(pages) > 1 and pages[-1] < FEWEST:
        moved = max(min(FEWEST - pages[-1], room // height - pages[-1], pages[-2]), 0)
        pages[-2] -= moved
        pages[-1] += moved
    return pages
