"""Whether a bundle is as it was packed, without taking it in."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from app.problems import Problem, problem
from app.store.archive.reading import Archive, opened
from app.store.archive.refused import RefusedError
from app.store.bundle import form
from app.store.disk import Disk
from app.store.trouble import trouble


def verified_bundle(path: Path, disk: Disk) -> tuple[Problem, ...]:
    """Return what is wrong with a bundle."""
    try:
        with opened(path, form.LIMITS, disk) as archive:
            return tuple(_wrong(archive, form.manifest_of(archive)))
    except RefusedError as wrong:
        return (wrong.problem,)
    except OSError as wrong:
        return (trouble(wrong, path),)


def _wrong(archive: Archive, manifest: form.Manifest) -> Iterator[Problem]:
    for name in (form.PROPOSAL, *([form.BLOCKS] if form.BLOCKS in manifest.files else [])):
        form.checked(archive, manifest, name)
    for name, one in manifest.files.items():
        if name not in archive.names:
            yield problem("picture-missing", name, file=name)
        elif not _is_right(archive, name, one.sha256):
            yield problem("bundle-media-altered", name, file=name)


def _is_right(archive: Archive, name: str, sha256: str) -> bool:
    digest = hashlib.sha256()
    try:
        for piece in archive.pieces(name):
            digest.update(piece)
    except RefusedError:
        return False
    return digest.hexdigest() == sha256
