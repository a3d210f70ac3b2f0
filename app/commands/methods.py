"""Keeps the methods of dataclasses compiled, as Python keeps modules.

`dataclasses` writes the methods of a class as source text and compiles it anew at every start: that is a seventh of the time
that a whole export takes. The same text always becomes the same code, so that the code is kept under its text.
"""

import dataclasses
import marshal
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app import bytecode

MOST_KEPT = 4000
"""Texts; the program has some 1500. With more than that, those that an older version left behind are dropped."""


class Shelf:
    """Compiled texts by the text, in a file that is read when the first one is wanted; each is unpacked when it is.

    Wherever the file cannot be read or written, texts are compiled as ever.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept: dict[str, bytes] | None = None
        self._used: dict[str, bytes] = {}
        self._grown = False

    def run(self, text: str, names: dict[str, Any], made: Mapping[str, object]) -> None:
        """Do what the builtin `exec` does with a text."""
        if self._kept is None:
            found = bytecode.kept(self._path)
            self._kept = found if isinstance(found, dict) and _is_packed(found) else {}
        known = self._kept.get(text)
        code = marshal.loads(known) if known is not None else compile(text, "<string>", "exec", dont_inherit=True)
        if known is None:
            known = self._kept[text] = marshal.dumps(code)
            self._grown = True
        self._used[text] = known
        exec(code, names, made)

    def save(self) -> None:
        """Write what was compiled since the file was read, if anything was."""
        if self._grown and self._kept is not None:
            self._grown = False
            bytecode.keep(self._path, self._kept if len(self._kept) <= MOST_KEPT else self._used)


def _is_packed(found: dict[object, object]) -> bool:
    """Tell whether this was written by a version that packs each text by itself."""
    return all(isinstance(code, bytes) for code in found.values())


_shelves: list[Shelf] = []


def keep() -> None:
    """Let all dataclasses from now on have their methods from the shelf."""
    if not _shelves:
        _shelves.append(Shelf(bytecode.place(__file__, "dataclasses")))
        # A module's own name goes before a builtin one.
        vars(dataclasses)["exec"] = _shelves[0].run


def save() -> None:
    """Keep for the next start what this one compiled."""
    for shelf in _shelves:
        shelf.save()
