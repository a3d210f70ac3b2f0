"""Bringing a workspace back out of a backup: into a folder of its own, or in the place of the present one."""

import datetime
import os
import shutil
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from app.log import journal as log
from app.problems import Problem, Severity, error, problem
from app.store.archive.listing import Listed
from app.store.archive.reading import Archive
from app.store.archive.refused import RefusedError
from app.store.backup.checking import as_listed, reading
from app.store.backup.form import FOLDER
from app.store.backup.making import CancelledError, Progress, alone, carry_on, made
from app.store.backup.swapping import is_unfinished, parts_of, stage_of, swap
from app.store.backup.tree import PROPOSALS, STATE, is_passing
from app.store.disk import Disk
from app.store.revisions import FOLDER as REVISIONS
from app.store.revisions import revisions_in
from app.store.trouble import trouble

_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Restored:
    """Where the workspace is now, None when it was not restored, how much came back, and what is to be told.

    `before` is the backup of what was there before.
    """

    folder: Path | None
    problems: tuple[Problem, ...] = ()
    at: datetime.datetime | None = None
    files: int = 0
    proposals: int = 0
    before: Path | None = None


def restore(file: Path, folder: Path, disk: Disk | None = None, progress: Progress = carry_on) -> Restored:
    """Unpack a verified backup into a new or an empty folder, which appears whole or stays as it was."""
    disk = disk or Disk()
    folder = folder.absolute()
    building = folder.with_name(f".{folder.name}.restoring-{uuid.uuid4().hex[:8]}")
    try:
        if folder.exists() and (not folder.is_dir() or disk.list(folder)):
            return Restored(None, (error("restore-not-empty", str(folder), folder=folder.name),))
        try:
            return _beside(file, folder, building, disk, progress)
        except BaseException:
            _discard(building, disk)
            raise
    except CancelledError:
        return Restored(None, (problem("restore-cancelled", str(folder), Severity.INFO),))
    except RefusedError as wrong:
        return Restored(None, (wrong.problem,))
    except OSError as wrong:
        return Restored(None, (trouble(wrong, Path(str(wrong.filename or file))),))


def restore_over(
    workspace: Path, file: Path, now: datetime.datetime, disk: Disk | None = None, progress: Progress = carry_on
) -> Restored:
    """Put a verified backup in the place of everything in a workspace, which is backed up before.

    A crash in the middle is carried to its end the next time anybody backs up, restores or opens the workspace.
    """
    disk = disk or Disk()
    try:
        with alone(workspace, disk):
            return _over(workspace, file, now, disk, progress)
    except CancelledError:
        return Restored(None, (problem("restore-cancelled", str(workspace), Severity.INFO),))
    except RefusedError as wrong:
        return Restored(None, (wrong.problem,))
    except OSError as wrong:
        half = (error("restore-unfinished", str(workspace)),) if is_unfinished(workspace) else ()
        return Restored(None, (trouble(wrong, Path(str(wrong.filename or file))), *half))


def finish_restore(workspace: Path, disk: Disk | None = None) -> tuple[Problem, ...]:
    """Carry a restore to its end that was interrupted; nothing happens where none was."""
    if not is_unfinished(workspace):
        return ()
    try:
        with alone(workspace, disk or Disk()):
            return (problem("restore-finished", str(workspace)),)
    except OSError as wrong:
        return (trouble(wrong, workspace), error("restore-unfinished", str(workspace)))


def _beside(file: Path, folder: Path, building: Path, disk: Disk, progress: Progress) -> Restored:
    with reading(file, disk) as (archive, checked):
        _check_room(folder.parent, checked.files.values())
        unpack(archive, checked.files, building, disk, progress)
        if folder.exists():
            disk.step("rmdir", folder.rmdir)  # Windows renames onto nothing only
        disk.move(building, folder)
        return _told(folder, checked.head.at, checked.files)


def _over(workspace: Path, file: Path, now: datetime.datetime, disk: Disk, progress: Progress) -> Restored:
    with reading(file, disk) as (archive, checked):
        _check_room(workspace, checked.files.values())
        before = made(workspace, now, None, disk, lambda done, total: progress(0, 1), "before-restore")
        if before.file is None:
            return Restored(None, before.problems)
        told = tuple(_unsent(workspace, checked.files, before.file, disk))
        unpack(archive, checked.files, stage_of(workspace), disk, progress)
        swap(workspace, parts_of(checked.files), disk)
        log.note("restored", count=len(checked.files))
        return replace(_told(workspace, checked.head.at, checked.files, before.file), problems=told)


def _unsent(workspace: Path, files: Iterable[str], before: Path, disk: Disk) -> Iterator[Problem]:
    """Tell of revisions that clients have and the backup has not: their proposals go back to before they were sent."""
    there = {"/".join(path.split("/")[:4]) for path in files}
    lacking = [
        f"{folder.name} · {revision}"
        for folder in disk.list(workspace / PROPOSALS)
        if (folder / REVISIONS).is_dir() and not is_passing(folder.name)
        for revision in revisions_in(folder, disk)
        if f"{PROPOSALS}/{folder.name}/{REVISIONS}/{revision}" not in there
    ]
    if lacking:
        names = ", ".join(lacking[:_MOST_NAMED])
        yield problem("restore-unsends", str(workspace), count=len(lacking), names=names, backup=before.name)


def unpack(archive: Archive, files: dict[str, Listed], folder: Path, disk: Disk, progress: Progress) -> None:
    """Write the files of a backup below a new folder and flush them. Raises OSError, RefusedError and CancelledError."""
    if any(path.split("/")[0] in (STATE, FOLDER) for path in files):
        raise RefusedError("backup-not-one", str(archive.path), file=archive.path.name)
    total, done = sum(one.size for one in files.values()), 0
    folders: set[Path] = {folder}
    disk.mkdir(folder)
    for one in files.values():
        target = folder / one.path
        for parent in (target.parent, *target.parent.parents):
            if parent in folders:
                break
            folders.add(parent)
        disk.mkdir(target.parent)
        with disk.step("create", lambda target=target: target.open("xb")) as out:  # type: ignore[misc]
            for piece in as_listed(archive, one):
                _pour(disk, out, piece)
                done += len(piece)
                if not progress(done, total):
                    raise CancelledError
    _flush([(folder / one.path, one.modified) for one in files.values()], folders, disk)


def _pour(disk: Disk, out: IO[bytes], piece: bytes) -> None:
    disk.step("fill", lambda: out.write(piece), lambda: out.write(piece[: len(piece) // 2]))


def _flush(files: Iterable[tuple[Path, int]], folders: Iterable[Path], disk: Disk) -> None:
    """Make everything durable at the end: by then the system has written most of it, and the rest goes quickly."""
    for path, modified in files:
        with path.open("r+b") as file:
            disk.step("sync", lambda file=file: os.fsync(file.fileno()))  # type: ignore[misc]
        if modified:
            disk.step("time", lambda path=path, when=modified: os.utime(path, ns=(when, when)))  # type: ignore[misc]
    for folder in sorted(folders, key=lambda path: len(path.parts), reverse=True):
        _settle(folder, disk)


def _settle(folder: Path, disk: Disk) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        disk.step("settle", lambda: os.fsync(handle))
    finally:
        os.close(handle)


def _check_room(folder: Path, files: Iterable[Listed]) -> None:
    while not folder.exists():
        folder = folder.parent
    if shutil.disk_usage(folder).free < sum(one.size for one in files):
        raise RefusedError("disk-full", str(folder), file=folder.name)


def _told(folder: Path, at: datetime.datetime, files: dict[str, Listed], before: Path | None = None) -> Restored:
    proposals = sum(
        path.startswith(f"{PROPOSALS}/") and path.count("/") == 2 and path.endswith("/proposal.json") for path in files
    )
    return Restored(folder, (), at, len(files), proposals, before)


def _discard(folder: Path, disk: Disk) -> None:
    try:
        if folder.is_dir():
            disk.remove_tree(folder)
    except OSError:
        return  # it stays under a name that nobody takes for a workspace
