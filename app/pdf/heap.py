"""Lets the memory of large pictures go back to the system when they are done with, and keeps that of pages that are shown."""

import ctypes
import sys
from contextlib import suppress
from functools import cache

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8
"""Parameters of mallopt(3) in the GNU C library."""
LARGE = 4 * 1024 * 1024
"""Blocks from so many bytes on are taken from the system one by one. Left to itself, the library raises that bound to 32 MB
as it sees large blocks come and go, and keeps up to twice as much for each thread."""
ARENAS = 2
PAGES = 3 * LARGE
"""So many free bytes are kept while pages are shown: two pictures of a page on the screen, which every letter that is typed needs
again. To give them back and take them anew takes as long as half of drawing the page.
"""


@cache
def keep_small() -> None:
    """Ask the C library once not to hold on to large blocks."""
    _ask(_M_MMAP_THRESHOLD, LARGE)
    _ask(_M_ARENA_MAX, ARENAS)


@cache
def keep_pages() -> None:
    """Ask the C library once to hold on to the memory of a page's pictures: for whoever looks at pages, not for exports."""
    _ask(_M_TRIM_THRESHOLD, PAGES)


def _ask(parameter: int, value: int) -> None:
    """Set a parameter of the GNU C library; those of other systems have none."""
    if sys.platform != "linux":
        return
    with suppress(OSError, AttributeError):  # another C library
        ctypes.CDLL(None).mallopt(parameter, value)
