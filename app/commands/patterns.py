"""Keeps the patterns of modules compiled, as Python keeps the modules.

`re` makes a program of every pattern anew at every start, in Python; those of what is loaded for the window take some 20 ms.
The same pattern always becomes the same program, so that it is kept under its text. Only patterns of modules that are being
loaded are kept: what a user looks for is nobody's business.
"""

import marshal
import re
import sys
from pathlib import Path
from types import FrameType
from typing import Any

from app import bytecode

KNOWN = (3, 11)
"""The version of Python whose `re` is known here; others compile patterns as ever."""
MOST_KEPT = 1000
"""Patterns; the program has some 300. With more than that, those that an older version left behind are dropped."""
_UNKEPT = re.DEBUG | re.LOCALE
_Key = tuple[str, int]


class Shelf:
    """Compiled patterns by their text, in a file that is read when the first one is wanted.

    Wherever the file cannot be read or written, patterns are compiled as ever.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._plain = _compiler().compile
        self._kept: dict[_Key, bytes] | None = None
        self._used: dict[_Key, bytes] = {}
        self._grown = False

    def compile(self, pattern: Any, flags: Any = 0) -> Any:
        """Do what the function of that name in `re` does."""
        if type(pattern) is not str or flags & _UNKEPT:
            return self._plain(pattern, flags)
        if self._kept is None:
            found = bytecode.kept(self._path)
            self._kept = found if isinstance(found, dict) else {}
        key = (pattern, int(flags))
        known = self._kept.get(key)
        if known is None:
            if not _is_loading():
                return self._plain(pattern, flags)
            known = self._kept[key] = marshal.dumps(_worked_out(pattern, int(flags)))
            self._grown = True
        self._used[key] = known
        return _made(pattern, marshal.loads(known))

    def save(self) -> None:
        """Write what was compiled since the file was read, if anything was."""
        if self._grown and self._kept is not None:
            self._grown = False
            bytecode.keep(self._path, self._kept if len(self._kept) <= MOST_KEPT else self._used)


def _worked_out(pattern: str, flags: int) -> tuple[int, list[int], int, dict[str, int], tuple[str | None, ...]]:
    """Return what `re` makes of a pattern before it hands it to the machine that runs it."""
    tree = vars(re)["_parser"].parse(pattern, flags)
    groups: dict[str, int] = tree.state.groupdict
    names: list[str | None] = [None] * tree.state.groups
    for name, number in groups.items():
        names[number] = name
    steps = [int(step) for step in _compiler()._code(tree, flags)]
    return int(flags | tree.state.flags), steps, len(names) - 1, groups, tuple(names)


def _made(pattern: str, worked_out: Any) -> Any:
    return vars(_compiler())["_sre"].compile(pattern, *worked_out)


def _is_loading() -> bool:
    """Tell whether this is called while a module is loaded."""
    frame: FrameType | None = sys._getframe(2)
    while frame is not None:
        if frame.f_code.co_name in ("exec_module", "load_module"):
            return True
        frame = frame.f_back
    return False


def _compiler() -> Any:
    return vars(re)["_compiler"]


_shelves: list[Shelf] = []


def keep() -> None:
    """Let all modules from now on have their patterns from the shelf."""
    if not _shelves and sys.version_info[:2] == KNOWN:
        _shelves.append(Shelf(bytecode.place(__file__, "patterns")))
        _compiler().compile = _shelves[0].compile


def save() -> None:
    """Keep for the next start what this one compiled."""
    for shelf in _shelves:
        shelf.save()
