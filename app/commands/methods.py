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

    Those of the start lie in a small file of their own, beside it: reading all of them takes longer than compiling some.
    Wherever the files cannot be read or written, texts are compiled as ever.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._first_path = path.with_name(f"{path.name}-first")
        self._first: dict[str, bytes] | None = None
        self._kept: dict[str, bytes] | None = None
        self._used: dict[str, bytes] = {}
        self._noted: frozenset[str] = frozenset()
        self._grown = False

    def run(self, text: str, names: dict[str, Any], made: Mapping[str, object]) -> None:
        """Do what the builtin `exec` does with a text."""
        known = self._known(text)
        code = marshal.loads(known) if known is not None else compile(text, "<string>", "exec", dont_inherit=True)
        if known is None:
            known = self._all()[text] = marshal.dumps(code)
            self._grown = True
        self._used[text] = known
        exec(code, names, made)

    def _known(self, text: str) -> bytes | None:
        if self._first is None:
            self._first = _read(self._first_path)
        known = self._first.get(text)
        return known if known is not None else self._all().get(text)

    def _all(self) -> dict[str, bytes]:
        if self._kept is None:
            self._kept = _read(self._path)
        return self._kept

    def note(self) -> None:
        """Tell that the start is over: what was wanted until now is what the next one will want first."""
        self._noted = frozenset(self._used)

    def save(self) -> None:
        """Write what was compiled since the files were read, if anything was, and what the start wants if that is new."""
        if not self._noted <= (self._first or {}).keys():
            bytecode.keep(self._first_path, {text: self._used[text] for text in self._noted})
        if self._grown and self._kept is not None:
            self._grown = False
            bytecode.keep(self._path, self._kept if len(self._kept) <= MOST_KEPT else self._used)


def _read(path: Path) -> dict[str, bytes]:
    found = bytecode.kept(path)
    return found if isinstance(found, dict) and _is_packed(found) else {}


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


def note() -> None:
    """Tell that the start is over."""
    for shelf in _shelves:
        shelf.note()


def save() -> None:
    """Keep for the next start what this one compiled."""
    for shelf in _shelves:
        shelf.save()
