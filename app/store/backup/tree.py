"""The files of a workspace that a backup holds, as units that do not change while they are read."""

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.problems import Problem, problem
from app.store.disk import Disk

STATE = "state"
LIBRARY = "library"
PROPOSALS = "proposals"

_APART = frozenset({STATE, "backups"})
"""Folders of a workspace that do not go into a backup."""

_APPENDED = (".jsonl", ".log")
"""Files that are written at their end. All others are replaced whole."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A file of a workspace by its path from there; its time is in nanoseconds since 1970."""

    path: str
    size: int
    modified: int


@dataclass(frozen=True, slots=True)
class Unit:
    """Files that belong together and the lock under which they are written, None where there is none."""

    folder: str
    lock: Path | None
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """A workspace at a glance: its units, and links and devices, which are left out."""

    units: tuple[Unit, ...]
    odd: tuple[Problem, ...] = ()

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(leaf.size for unit in self.units for leaf in unit.leaves)

    @property
    def fingerprint(self) -> str:
        """A hash that changes when any file is made, changed or removed, as far as sizes and times tell."""
        digest = hashlib.sha256()
        for leaf in sorted((leaf for unit in self.units for leaf in unit.leaves), key=lambda leaf: leaf.path):
            digest.update(f"{leaf.path}\0{leaf.size}\0{leaf.modified}\n".encode("utf-8", "surrogatepass"))
        return digest.hexdigest()


def tree_of(workspace: Path, disk: Disk) -> Tree:
    """Look over a workspace without reading its files. Raises OSError."""
    units: list[Unit] = []
    odd: list[Problem] = []
    rest: list[Leaf] = []
    for path in disk.list(workspace):
        if path.name in _APART or is_passing(path.name):
            continue
        if path.name == PROPOSALS and path.is_dir():
            units += [one for folder in disk.list(path) if (one := _proposal(workspace, folder, disk, odd))]
        elif path.name == LIBRARY and path.is_dir():
            units.append(Unit(LIBRARY, path / "library.json.lock", tuple(leaves(workspace, path, disk, odd))))
        else:
            rest += leaves(workspace, path, disk, odd)
    return Tree((*units, Unit("", None, tuple(rest))), tuple(odd))


def _proposal(workspace: Path, folder: Path, disk: Disk, odd: list[Problem]) -> Unit | None:
    if is_passing(folder.name):
        return None
    return Unit(
        folder.relative_to(workspace).as_posix(),
        workspace / STATE / f"{folder.name}.lock",
        tuple(leaves(workspace, folder, disk, odd)),
    )


def leaves(workspace: Path, path: Path, disk: Disk, odd: list[Problem]) -> Iterator[Leaf]:
    """Yield the files at and below a path; what is neither file nor folder is told of. Raises OSError."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return  # it went while we looked
    name = path.relative_to(workspace).as_posix()
    if stat.S_ISDIR(found.st_mode):
        try:
            inner = disk.list(path)
        except NotADirectoryError:
            return
        for one in inner:
            if not is_passing(one.name):
                yield from leaves(workspace, one, disk, odd)
    elif stat.S_ISREG(found.st_mode):
        yield Leaf(name, found.st_size, found.st_mtime_ns)
    else:
        odd.append(problem("backup-odd-file", str(path), file=name))


def is_passing(name: str) -> bool:
    """Tell whether a file is of the moment: a lock, or what is being written or was left by a crash."""
    return name.startswith(".") or name.endswith((".lock", ".tmp"))


def is_appended(path: str) -> bool:
    """Tell whether a file grows in place, so that a second name of it would show what is written later."""
    return path.endswith(_APPENDED)


def is_small(path: str, unit: str) -> bool:
    """Tell whether a file lies right in its unit's folder: those are small, and the others are frozen."""
    return os.path.dirname(path) == unit  # noqa: PTH120, these are names, not places
