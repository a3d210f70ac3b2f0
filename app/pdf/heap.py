"""Lets the memory of large pictures go back to the system as soon as they are done with."""

import ctypes
import sys
from functools import cache

_M_MMAP_THRESHOLD, _M_ARENA_MAX = -3, -8
"""Parameters of mallopt(3) in the GNU C library."""
LARGE = 4 * 1024 * 1024
"""Blocks from so many bytes on are taken from the system one by one. Left to itself, the library raises that bound to 32 MB
as it sees large blocks come and go, and keeps up to twice as much for each thread."""
ARENAS = 2


@cache
def keep_small() -> None:
    """Ask the C library once not to hold on to large blocks; those of other systems do not."""
    if sys.platform != "linux":
        return
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError):  # another C library
        return
    mallopt(_M_MMAP_THRESHOLD, LARGE)
    mallopt(_M_ARENA_MAX, ARENAS)
