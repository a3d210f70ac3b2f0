"""What makes a start quick, a command that ends soon, and the end."""

import gc
import os
import sys
import threading
from contextlib import suppress
from typing import NoReturn


def begin() -> None:
    """Make the start quick, before anything else of the program is loaded.

    Until it is known what is asked for nobody looks for garbage: loading makes much that looks like it, and none.
    """
    gc.disable()
    keep_bytecode()
    from app.commands import loading, patterns

    loading.begin()
    patterns.keep()
    from app.commands import catalogs, methods

    catalogs.keep()
    methods.keep()


def keep_bytecode() -> None:
    """Keep compiled modules in Blesna's own cache where none may lie beside the sources.

    Some machines set PYTHONDONTWRITEBYTECODE, so that no folder of sources is written to. Compiling everything anew costs
    0.8 s of every start; the cache folder of the user is there for such things. Elsewhere nothing changes.
    """
    packaged = getattr(sys, "frozen", False)  # its folder may belong to somebody else
    if not (sys.dont_write_bytecode or packaged) or sys.pycache_prefix:
        return
    from platformdirs import user_cache_path

    sys.pycache_prefix = str(user_cache_path("Blesna", appauthor=False) / "bytecode")
    sys.dont_write_bytecode = False


def note() -> None:
    """Tell that the start is over: what was needed until now is what the next one should find at once."""
    from app.commands import loading, methods

    loading.note()
    methods.note()


def hold(thing: object) -> None:
    """Keep something large to the end of the process, which is quicker than taking it apart before."""
    _held[0] = thing


_held: list[object] = [None]


def leave(code: int) -> NoReturn:
    """End the process. The system takes its memory back at once; taking apart what it held takes as long as some pages.

    Where other threads are at work, a window was open, or what was told cannot be written, the end is the usual one.
    """
    from app.commands import loading, methods, patterns

    loading.save()
    methods.save()
    patterns.save()
    gc.freeze()
    if threading.active_count() == 1 and "PySide6" not in sys.modules:
        with suppress(OSError, ValueError, AttributeError):
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    sys.exit(code)
