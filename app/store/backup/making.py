"""Making a backup: consistent while windows and other programs write, with little memory, and read back before it counts."""

import datetime
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from dataclasses import dataclass, field, replace
from itertools import chain, count
from pathlib import Path

from app.log import journal as log
from app.problems import Problem, Severity, error, problem
from app.store.archive import names
from app.store.archive.listing import Listed
from app.store.archive.pouring import pieces, poured
from app.store.archive.refused import RefusedError
from app.store.archive.writing import ArchiveWriter
from app.store.backup import form
from app.store.backup.checking import check
from app.store.backup.form import Made
from app.store.backup.swapping import finish
from app.store.backup.tree import Leaf, Tree, Unit, is_appended, is_small, leaves, tree_of
from app.store.disk import Disk
from app.store.trouble import trouble

LOCK = "backup.lock"
_STAGE = ".staged"
_PATIENCE = 5

Progress = Callable[[int, int], bool]
"""Is told how many bytes of how many are done, and returns whether to go on."""


class CancelledError(Exception):
    """Somebody wants no more of it."""


def carry_on(done: int, total: int) -> bool:
    """Go on whatever is told."""
    return True


@dataclass
class _Making:
    """A backup in the making."""

    workspace: Path
    disk: Disk
    progress: Progress
    total: int
    done: int = 0
    files: list[Listed] = field(default_factory=list)
    odd: list[Problem] = field(default_factory=list)
    names: set[str] = field(default_factory=set)

    def write(self, tree: Tree, at: datetime.datetime, writer: ArchiveWriter) -> None:
        """Write all units, each as it is at one moment."""
        head = form.head_bytes(at, tree.fingerprint)
        writer.add(form.HEAD, iter((head,)), len(head))
        for unit in tree.units:
            self._unit(unit, writer)
        manifest = form.manifest_bytes(sorted(self.files, key=lambda one: one.path))
        writer.add(form.MANIFEST, iter((manifest,)), len(manifest))
        writer.close(sealed=True)

    def step(self, size: int) -> None:
        """Tell how far it is. Raises CancelledError."""
        self.done += size
        if not self.progress(min(self.done, self.total), self.total):
            raise CancelledError

    def _unit(self, unit: Unit, writer: ArchiveWriter) -> None:
        with self._held(unit) as stage:
            for leaf, content in stage:
                read = pieces(self.disk, content) if isinstance(content, Path) else iter((content,))
                listed = writer.add(f"{form.FILES}{leaf.path}", self._counted(read), leaf.size)
                self.files.append(Listed(leaf.path, listed.size, listed.sha256, leaf.modified))

    def _counted(self, read: Iterator[bytes]) -> Iterator[bytes]:
        for piece in read:
            yield piece
            self.step(len(piece))

    @contextmanager
    def _held(self, unit: Unit) -> Iterator[list[tuple[Leaf, Path | bytes]]]:
        """Yield a unit's files with their content, all of one moment, which no writer can change any more.

        Under the unit's lock, small files are read and the others get a second name: that takes milliseconds, and nobody who
        saves has to wait for the backup.
        """
        stage = self.workspace / form.FOLDER / _STAGE
        held: list[tuple[Leaf, Path | bytes]] = []
        with self._locked(unit):
            for leaf in tuple(_again(self.workspace, unit, self.disk, self.odd)):
                with suppress(FileNotFoundError):  # it went while we looked
                    held += [self._hold(leaf, unit, stage / str(len(held)))] if self._fits(leaf) else []
        try:
            yield held
        finally:
            if stage.is_dir():
                self.disk.remove_tree(stage)

    def _locked(self, unit: Unit) -> "ExitStack | nullcontext[None]":
        if unit.lock is None or not unit.lock.parent.is_dir():
            return nullcontext()
        stack = ExitStack()
        stack.enter_context(self.disk.lock(unit.lock))
        return stack

    def _hold(self, leaf: Leaf, unit: Unit, second: Path) -> tuple[Leaf, Path | bytes]:
        source = self.workspace / leaf.path
        if is_small(leaf.path, unit.folder) or is_appended(leaf.path):
            content = self.disk.read(source)
            return replace(leaf, size=len(content)), content
        self.disk.mkdir(second.parent)
        self.disk.link(source, second)
        return leaf, second

    def _fits(self, leaf: Leaf) -> bool:
        """Tell whether every system can have a file of this name beside the others; tell of one that cannot be."""
        key = names.alike(leaf.path)
        if names.is_safe(f"{form.FILES}{leaf.path}") and key not in self.names:
            self.names.add(key)
            return True
        self.odd.append(problem("backup-odd-file", str(self.workspace), file=ascii(leaf.path)))
        return False


def make(
    workspace: Path,
    now: datetime.datetime,
    target: Path | None = None,
    disk: Disk | None = None,
    progress: Progress = carry_on,
    why: str = "made",
) -> Made:
    """Back up a whole workspace into one file, its own folder of backups where no target is named.

    The file appears after every byte of it was read back and found right. A file that is no backup is never replaced.
    `now` has a time zone. Problems tell what prevented it, or what could not go along.
    """
    disk = disk or Disk()
    try:
        with alone(workspace, disk):
            return made(workspace, now, target, disk, progress, why)
    except OSError as wrong:
        return Made(None, (trouble(wrong, Path(str(wrong.filename or workspace))),))


@contextmanager
def alone(workspace: Path, disk: Disk) -> Iterator[None]:
    """Be the only one who makes or restores backups of a workspace. Raises TimeoutError when somebody else is at it."""
    disk.mkdir(workspace / "state")
    disk.mkdir(workspace / form.FOLDER)
    with disk.lock(workspace / "state" / LOCK, _PATIENCE):
        finish(workspace, disk)
        _sweep(workspace / form.FOLDER, disk)
        yield


def made(workspace: Path, now: datetime.datetime, target: Path | None, disk: Disk, progress: Progress, why: str) -> Made:
    """Do what `make` does for who is alone. Raises OSError."""
    target = target.resolve() if target else _free(workspace, why, now, disk)
    refused = _refusal(target, disk)
    if refused:
        return Made(None, (refused,))
    tree = tree_of(workspace, disk)
    making = _Making(workspace, disk, progress, 2 * tree.size)
    try:
        disk.mkdir(target.parent)
        with poured(disk, target, lambda path: _read_back(path, making)) as file, ArchiveWriter(file) as writer:
            making.write(tree, now, writer)
    except CancelledError:
        return Made(None, (problem("backup-cancelled", str(target), Severity.INFO),))
    except RefusedError as wrong:
        return Made(None, (error("backup-not-verified", str(target), file=target.name), wrong.problem))
    log.note("backup", count=len(making.files))
    return Made(target, tuple(dict.fromkeys((*tree.odd, *making.odd))), len(making.files), target.stat().st_size)


def _read_back(path: Path, making: _Making) -> None:
    check(path, making.disk, making.step)


def _again(workspace: Path, unit: Unit, disk: Disk, odd: list[Problem]) -> Iterator[Leaf]:
    """Look over a unit anew, now that nobody writes. The files that belong to none are the ones that were seen."""
    if unit.folder:
        yield from leaves(workspace, workspace / unit.folder, disk, odd)
    else:
        for leaf in unit.leaves:
            yield from leaves(workspace, workspace / leaf.path, disk, odd)


def _refusal(target: Path, disk: Disk) -> Problem | None:
    if target.is_dir():
        return error("target-folder", str(target))
    if target.exists() and not form.is_backup(target, disk):
        return error("backup-not-ours", str(target))
    return None


def _free(workspace: Path, why: str, now: datetime.datetime, disk: Disk) -> Path:
    taken = {path.name for path in disk.list(workspace / form.FOLDER)}
    name = form.name_of(why, now)
    names = chain((name,), (f"{name.removesuffix('.zip')}-{number}.zip" for number in count(2)))
    return workspace / form.FOLDER / next(free for free in names if free not in taken)


def _sweep(folder: Path, disk: Disk) -> None:
    """Remove what backups that were interrupted left behind. Only for who is alone."""
    for path in disk.list(folder):
        if path.name == _STAGE:
            disk.remove_tree(path)
        elif path.name.startswith(".") and path.name.endswith(".tmp"):
            disk.remove(path)
