"""Revisions that were sent: frozen in `revisions/<n>/` of a proposal, with everything that they were made of."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from app.model.proposal import Proposal
from app.problems import Problem, error, problem
from app.store.codec import Decoded
from app.store.disk import Disk
from app.store.manifest import FILE_NAME, LARGEST, FrozenFile, Manifest, manifest_bytes, parse_manifest
from app.store.media import FOLDER as MEDIA
from app.store.media import LARGEST_MEDIA
from app.store.pictures import pictures_in
from app.store.relative import inside, is_file, tidy
from app.store.source import FILE_NAME as SOURCE
from app.store.source import digest_of, source_bytes
from app.store.trouble import trouble

FOLDER = "revisions"
PDF = "proposal.pdf"
BRANDBOOK = "brandbook"
_UNFINISHED = ".freezing-"
_READ_ONLY = 0o444


@dataclass(frozen=True, slots=True)
class Frozen:
    """What is to be frozen: the proposal as it was sent, the PDF's bytes and the folder of the brandbook it is set in."""

    proposal: Proposal
    pdf: bytes
    brandbook: Path


@dataclass(frozen=True, slots=True)
class Freezing:
    """Where a revision was frozen, None where it was not, and what is wrong."""

    folder: Path | None
    problems: tuple[Problem, ...] = ()


def revision_folder(proposal_folder: Path, revision: int) -> Path:
    """Return where a revision is frozen."""
    return proposal_folder / FOLDER / str(revision)


def revisions_in(proposal_folder: Path, disk: Disk) -> tuple[int, ...]:
    """Return which revisions are frozen, the oldest first. Raises OSError."""
    names = (path.name for path in disk.list(proposal_folder / FOLDER))
    return tuple(sorted(int(name) for name in names if name.isascii() and name.isdecimal() and name == str(int(name))))


def read_manifest(proposal_folder: Path, revision: int, disk: Disk | None = None) -> Decoded[Manifest]:
    """Return what is written down about a revision."""
    file = revision_folder(proposal_folder, revision) / FILE_NAME
    try:
        return parse_manifest((disk or Disk()).read(file, LARGEST), str(file))
    except FileNotFoundError:
        return Decoded(None, (error("revision-missing", str(file), revision=revision),))
    except OSError as wrong:
        return Decoded(None, (trouble(wrong, file),))


def freeze(proposal_folder: Path, frozen: Frozen, manifest: Manifest, disk: Disk) -> Freezing:
    """Write a revision: its folder appears whole or not at all, and never again after that. Only one process at a time.

    `manifest` tells the facts; its files are found here. Pictures in the proposal's media folder get a second name, which keeps
    them whatever becomes of the first; all others are copied.
    """
    target = revision_folder(proposal_folder, manifest.revision)
    building = target.with_name(f"{_UNFINISHED}{uuid.uuid4().hex}")
    try:
        disk.mkdir(target.parent)
        _clear(target.parent, disk)
        if target.exists():
            return Freezing(None, (error("revision-sent-already", str(target), revision=manifest.revision),))
        disk.mkdir(building)
        problems = _fill(building, proposal_folder, frozen, disk)
        files = tuple(_sums(building, disk))
        disk.write(building / FILE_NAME, manifest_bytes(replace(manifest, files=files).sealed))
        _protect(building, disk)
        disk.move(building, target)
    except OSError as wrong:
        return Freezing(None, (trouble(wrong, target),))
    return Freezing(target, problems)


def verify_revision(proposal_folder: Path, revision: int, disk: Disk | None = None) -> tuple[Problem, ...]:
    """Return what of a frozen revision is not as it was sent: files that are damaged, missing, or were added."""
    disk = disk or Disk()
    folder = revision_folder(proposal_folder, revision)
    read = read_manifest(proposal_folder, revision, disk)
    manifest = read.value
    if manifest is None:
        return read.problems
    if not manifest.is_whole or manifest.revision != revision:
        return (error("revision-damaged", str(folder), file=FILE_NAME, revision=revision),)
    known = {one.file: one.sha256 for one in manifest.files}
    problems: list[Problem] = []
    try:
        found = {one.file: one.sha256 for one in _sums(folder, disk) if one.file != FILE_NAME}
    except OSError as wrong:
        return (trouble(wrong, folder),)
    for file in sorted({*known, *found}):
        if file not in found:
            problems.append(error("revision-file-missing", str(folder), file=file, revision=revision))
        elif file not in known:
            problems.append(problem("revision-file-added", str(folder), file=file, revision=revision))
        elif found[file] != known[file]:
            problems.append(error("revision-damaged", str(folder), file=file, revision=revision))
    return tuple(problems)


def _fill(building: Path, source: Path, frozen: Frozen, disk: Disk) -> tuple[Problem, ...]:
    disk.write(building / PDF, frozen.pdf)
    disk.write(building / SOURCE, source_bytes(frozen.proposal))
    brandbook = building / BRANDBOOK / frozen.proposal.brandbook
    for file in _files(frozen.brandbook, disk):
        target = brandbook / file.relative_to(frozen.brandbook)
        if not target.parent.is_dir():
            disk.mkdir(target.parent)
        disk.copy(file, target)
    problems: list[Problem] = []
    for name in dict.fromkeys(picture.file for picture in pictures_in(frozen.proposal) if picture.file):
        relative = tidy(name)
        found = inside(source, relative) if relative else None
        if relative is None or found is None or not is_file(found):
            problems.append(problem("picture-missing", name, file=name))
            continue
        target = building / relative
        if not target.parent.is_dir():
            disk.mkdir(target.parent)
        if not target.exists():
            (disk.link if relative.startswith(f"{MEDIA}/") else disk.copy)(found, target)
    return tuple(problems)


def _files(folder: Path, disk: Disk) -> Iterator[Path]:
    """Yield the files below a folder, without what the system or an interrupted save left there. Raises OSError."""
    for path in disk.list(folder):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _files(path, disk)
        elif is_file(path):
            yield path


def _sums(folder: Path, disk: Disk) -> Iterator[FrozenFile]:
    for path in _files(folder, disk):
        name = path.relative_to(folder).as_posix()
        yield FrozenFile(file=name, sha256=digest_of(disk.read(path, LARGEST_MEDIA)))


def _protect(folder: Path, disk: Disk) -> None:
    """Take the right to write from every file, where the system knows such a right: nobody changes one by mistake."""
    for path in _files(folder, disk):
        try:
            disk.step("protect", lambda path=path: path.chmod(_READ_ONLY))  # type: ignore[misc]
        except OSError:
            return  # the hashes still tell what was changed


def _clear(folder: Path, disk: Disk) -> None:
    """Remove what was interrupted: a revision is one only under its own name."""
    for path in disk.list(folder):
        if path.name.startswith(_UNFINISHED):
            disk.remove_tree(path)
