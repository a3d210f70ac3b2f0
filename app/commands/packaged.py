"""What a packaged program finds changed around it, and must not hand on to other programs."""

import os
import sys

SEARCHED = "LD_LIBRARY_PATH"
"""Where Linux looks for libraries. The packaged program starts with its own folder there."""


def hand_back_libraries() -> None:
    """Let programs that this one starts (a PDF viewer, the file manager) find the system's libraries and not those of the
    package. What this process loads itself is found as before: Linux looks at the variable when a process begins.
    """
    if not getattr(sys, "frozen", False):
        return
    before = os.environ.pop(f"{SEARCHED}_ORIG", "")
    if before:
        os.environ[SEARCHED] = before
    else:
        os.environ.pop(SEARCHED, None)


def with_libraries() -> dict[str, str]:
    """Return the environment in which the libraries of the package are found, where there is one."""
    own = str(getattr(sys, "_MEIPASS", ""))
    return {**os.environ, SEARCHED: own} if own else dict(os.environ)
