"""Work for which somebody waits, without the collector of garbage."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage meanwhile: somebody waits for a page, and what it leaves behind is found as well afterwards. Whoever
    finds the collector at work lets it go on, so that it is never off when all have ended.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
