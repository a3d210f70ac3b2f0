"""Whether a backup is, to the bit, what was backed up."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.problems import Problem
from app.store.archive.listing import Listed
from app.store.archive.reading import Archive, opened
from app.store.archive.refused import RefusedError
from app.store.backup import form
from app.store.disk import Disk
from app.store.trouble import trouble

Step = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Checked:
    """A backup that is right: what it says of itself, and its files."""

    head: form.Head
    files: dict[str, Listed]


@contextmanager
def reading(path: Path, disk: Disk) -> Iterator[tuple[Archive, Checked]]:
    """Open a backup whose seal holds. Raises OSError and RefusedError."""
    if not form.is_backup(path, disk):
        path.stat()
        raise RefusedError("backup-not-one", str(path), file=path.name)
    with opened(path, form.LIMITS, disk, sealed=True) as archive:
        yield archive, Checked(form.head_of(archive), form.manifest_of(archive))


def check(path: Path, disk: Disk, step: Step = lambda size: None) -> Checked:
    """Read all of a backup; `step` is told of every piece. Raises OSError and RefusedError."""
    with reading(path, disk) as (archive, checked):
        for one in checked.files.values():
            for piece in as_listed(archive, one):
                step(len(piece))
    return checked


def verified(path: Path, disk: Disk) -> tuple[Problem, ...]:
    """Return what is wrong with a backup."""
    try:
        check(path, disk)
    except RefusedError as wrong:
        return (wrong.problem,)
    except OSError as wrong:
        return (trouble(wrong, path),)
    return ()


def as_listed(archive: Archive, one: Listed) -> Iterator[bytes]:
    """Yield the content of a file. Raises OSError, and RefusedError at the end when it is not what the list says."""
    digest, size = hashlib.sha256(), 0
    for piece in archive.pieces(f"{form.FILES}{one.path}"):
        digest.update(piece)
        size += len(piece)
        yield piece
    if size != one.size or digest.hexdigest() != one.sha256:
        raise RefusedError("zip-broken", str(archive.path), file=archive.path.name)
