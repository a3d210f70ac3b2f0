"""Loads the modules that every start needs from one file, where they lie compiled one after the other.

Looking for a module, opening its file and asking whether it still is that of its source takes longer than what is in it does.
Which modules these are is seen at the start itself: those that are loaded when `note` is called. A source that changed since
is loaded as ever, and so is everything where the file cannot be read or written, and in a bundle, which has such a file of
its own.
"""

import marshal
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import MAGIC_NUMBER, spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType

from app import bytecode

ROOMS = "app", "widgets"
"""The packages whose modules are kept, besides those of Python's own library."""
LIBRARY = os.path.dirname(os.__file__)  # noqa: PTH120  before anything else is loaded
"""Where Python's own library is."""
_HEAD = 16
"""Bytes before the code in a file of Python's own: its version, flags, and the time and the size of the source."""
_Row = tuple[str, str, int, int, bytes]
"""Where the source is and where its bytecode, when it was changed (ns), how long it is, its code."""


class Loader(SourceFileLoader):
    """Loads a module whose code is there already."""

    code = b""

    def get_code(self, fullname: str) -> CodeType | None:
        """Return the code of the module."""
        found = marshal.loads(self.code)
        return found if isinstance(found, CodeType) else super().get_code(fullname)


class Shelf:
    """Modules by their names, in a file that is read when the first one is wanted."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept: dict[str, _Row] | None = None
        self._noted: set[str] = set()
        self._before = set(sys.modules)

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Return how to load a module; None where Python itself has to look."""
        row = self._rows().get(name)
        if row is None or not _is_under(row[0], [LIBRARY] if path is None else path) or _state(row[0]) != row[2:4]:
            return None
        loader = Loader(name, row[0])
        loader.code = row[4]
        inner = [os.path.dirname(row[0])] if row[0].endswith("__init__.py") else None  # noqa: PTH120  in a moment
        spec = spec_from_file_location(name, row[0], loader=loader, submodule_search_locations=inner)
        if spec is not None:
            spec.cached = row[1]
        return spec

    def note(self) -> None:
        """Remember which modules are loaded: that is what a start needs."""
        self._noted |= {name for name in list(sys.modules) if _is_kept(name)} - self._before  # others may be loading some

    def save(self) -> None:
        """Write the noted modules, unless all of them are there."""
        fresh = {name: row for name in self._noted if self._is_fresh(name) and (row := _row(sys.modules.get(name))) is not None}
        if fresh:
            sound = {name: row for name, row in self._rows().items() if _state(row[0]) == row[2:4]}
            bytecode.keep(self._path, {**sound, **fresh})

    def _is_fresh(self, name: str) -> bool:
        """Tell whether a module came from somewhere else."""
        spec = getattr(sys.modules.get(name), "__spec__", None)
        return type(getattr(spec, "loader", None)) is SourceFileLoader

    def _rows(self) -> dict[str, _Row]:
        if self._kept is None:
            self._kept = {}  # what reading itself needs is looked for by Python
            found = bytecode.kept(self._path)
            if isinstance(found, dict):
                self._kept = found
        return self._kept


def _is_kept(name: str) -> bool:
    """Tell whether a module is of those that every start needs, by its name alone."""
    first, inside, _ = name.partition(".")
    return (first in ROOMS and bool(inside)) or first in sys.stdlib_module_names


def _is_under(source: str, path: Sequence[str]) -> bool:
    """Tell whether this is where Python would look: a copy of the program elsewhere has modules of the same names."""
    folder = os.path.dirname(source)  # noqa: PTH120
    return len(path) == 1 and (folder == path[0] or (source.endswith("__init__.py") and os.path.dirname(folder) == path[0]))  # noqa: PTH120


def _state(source: str) -> tuple[int, int]:
    try:
        found = os.stat(source)  # noqa: PTH116
    except OSError:
        return (-1, -1)
    return found.st_mtime_ns, found.st_size


def _row(module: ModuleType | None) -> _Row | None:
    """Return what is kept of a module: what Python itself keeps, if that is of the source as it is."""
    spec = getattr(module, "__spec__", None)
    if spec is None or not spec.origin or not spec.cached:
        return None
    changed, size = _state(spec.origin)
    with suppress(OSError):
        content = Path(spec.cached).read_bytes()
        stamp = (changed // 10**9 & 0xFFFFFFFF).to_bytes(4, "little") + (size & 0xFFFFFFFF).to_bytes(4, "little")
        if content[:_HEAD] == MAGIC_NUMBER + bytes(4) + stamp:
            return spec.origin, spec.cached, changed, size, content[_HEAD:]
    return None


_shelves: list[Shelf] = []


def begin() -> None:
    """Load modules from the file from now on."""
    if not _shelves and not getattr(sys, "frozen", False):
        _shelves.append(Shelf(bytecode.place(__file__, "modules")))
        sys.meta_path.insert(0, _shelves[0])


def note() -> None:
    """Tell that the start is over: what is loaded now is what the next one should find in the file."""
    for shelf in _shelves:
        shelf.note()


def save() -> None:
    """Keep for the next start what this one needed."""
    for shelf in _shelves:
        shelf.save()
