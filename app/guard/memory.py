"""How much memory a process may still take."""

import sys
from contextlib import suppress
from pathlib import Path


def room_left() -> int | None:
    """Return so many bytes; None where there is no limit, or where the system does not tell."""
    if sys.platform == "win32":
        return None
    import resource

    most = resource.getrlimit(resource.RLIMIT_AS)[0]
    if most == resource.RLIM_INFINITY:
        return None
    with suppress(OSError, ValueError, IndexError):
        return max(0, most - int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize())
    return None
