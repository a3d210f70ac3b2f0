"""Keeps the methods of dataclasses compiled, as Python keeps modules.

`dataclasses` writes the methods of a class as source text and compiles it anew at every start: that is a seventh of the time
that a whole export takes. The same text always becomes the same code, so that the code is kept under its text, in the folder
where the bytecode of modules is.
"""

import dataclasses
import marshal
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from tempfile import mkstemp
from types import CodeType
from typing import Any

MOST_KEPT = 4000
"""Texts; the program has some 1500. With more than that, those that an older version left behind are dropped."""


class Shelf:
    """Compiled texts by the text, in a file that is read when the first one is wanted.

    Wherever the file cannot be read or written, texts are compiled as ever.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept: dict[str, CodeType] | None = None
        self._used: dict[str, CodeType] = {}
        self._grown = False

    def run(self, text: str, names: dict[str, Any], made: Mapping[str, object]) -> None:
        """Do what the builtin `exec` does with a text."""
        if self._kept is None:
            self._kept = self._read()
        code = self._kept.get(text)
        if code is None:
            code = self._kept[text] = compile(text, "<string>", "exec", dont_inherit=True)
            self._grown = True
        self._used[text] = code
        exec(code, names, made)

    def save(self) -> None:
        """Write what was compiled since the file was read, if anything was and Python may leave bytecode."""
        if not self._grown or self._kept is None or sys.dont_write_bytecode:
            return
        self._grown = False
        with suppress(OSError):
            _replace(self._path, MAGIC_NUMBER + marshal.dumps(self._kept if len(self._kept) <= MOST_KEPT else self._used))

    def _read(self) -> dict[str, CodeType]:
        try:
            found = self._path.read_bytes()
            kept = marshal.loads(found[len(MAGIC_NUMBER) :]) if found.startswith(MAGIC_NUMBER) else {}
        except (OSError, ValueError, EOFError, TypeError):
            return {}
        return kept if isinstance(kept, dict) else {}


def _replace(path: Path, content: bytes) -> None:
    """Write a file that another process sees as it was or as it is, never in between."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


_shelves: list[Shelf] = []


def keep() -> None:
    """Let all dataclasses from now on have their methods from the shelf."""
    if not _shelves:
        _shelves.append(Shelf(Path(cache_from_source(__file__)).with_suffix(".dataclasses")))
        # A module's own name goes before a builtin one.
        vars(dataclasses)["exec"] = _shelves[0].run


def save() -> None:
    """Keep for the next start what this one compiled."""
    for shelf in _shelves:
        shelf.save()
