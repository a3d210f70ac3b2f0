"""What is worked out from the program's own files and is always the same is kept where Python keeps the bytecode of modules.

As with bytecode, nothing is lost when such a file is, none is read by another version of Python, and none is written where
Python may leave none.
"""

import marshal
import os
import sys
from contextlib import suppress
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from typing import Any

_UNREADABLE = OSError, ValueError, EOFError, TypeError


def place(module: str, kind: str) -> Path:
    """Return where something of a `kind` is kept that belongs to the module in this file."""
    return Path(cache_from_source(module)).with_suffix(f".{kind}")


def kept(path: Path) -> Any:
    """Return what was kept in a file; None where nothing is that can be read."""
    try:
        found = path.read_bytes()
        return marshal.loads(found[len(MAGIC_NUMBER) :]) if found.startswith(MAGIC_NUMBER) else None
    except _UNREADABLE:
        return None


def keep(path: Path, value: Any) -> None:
    """Keep a value of builtin types or compiled code, if Python may leave bytecode and the disk takes it."""
    if sys.dont_write_bytecode:
        return
    with suppress(OSError, ValueError):
        _replace(path, MAGIC_NUMBER + marshal.dumps(value))


def _replace(path: Path, content: bytes) -> None:
    """Write a file that another process sees as it was or as it is, never in between."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
