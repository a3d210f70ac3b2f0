"""Making an exchange bundle of a proposal: its pictures and the blocks that it was made of go along."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from app.model.block import Block
from app.model.proposal import Proposal
from app.problems import Problem, error, problem, stops
from app.store.archive.listing import Listed
from app.store.archive.pouring import pieces, poured
from app.store.archive.reading import opened
from app.store.archive.refused import RefusedError
from app.store.archive.writing import ArchiveWriter
from app.store.bundle import form
from app.store.bundle.blocks import block_ids, blocks_bytes
from app.store.disk import Disk
from app.store.media import LARGEST_MEDIA, tidy_suffix
from app.store.pictures import pictures_in, with_files
from app.store.relative import inside, is_file, tidy
from app.store.source import read_source, source_bytes
from app.store.trouble import trouble

if TYPE_CHECKING:
    from app.store.library import Library

T = TypeVar("T")


class Place(Protocol):
    """A workspace, as far as packing needs one."""

    disk: Disk

    @property
    def library_folder(self) -> Path:
        """Where the library and its media are."""

    @property
    def library(self) -> "Library":
        """The library."""


@dataclass
class _Pack:
    """What goes in: files by their names in the bundle, and what is wrong."""

    disk: Disk
    media: dict[str, tuple[Path, Listed]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def with_media(self, value: T, folder: Path) -> T:
        """Return a value whose pictures are named as they are in the bundle, and remember those."""
        files = {picture.file: self._name(picture.file, folder) for picture in pictures_in(value) if picture.file}
        return with_files(value, lambda file: files.get(file, file))

    def _name(self, file: str, folder: Path) -> str:
        relative = tidy(file)
        found = inside(folder, relative) if relative else None
        if found is None:
            self.problems.append(problem("picture-outside", file, file=file))
            return ""
        if not is_file(found):
            self.problems.append(problem("picture-missing", file, file=file))
            return file
        if found.stat().st_size > LARGEST_MEDIA:
            self.problems.append(problem("media-too-large", file, file=file, limit=LARGEST_MEDIA // 1_000_000))
            return file
        digest, size = _digest(self.disk, found)
        name = f"{form.MEDIA}{digest}{tidy_suffix(found.suffix)}"
        self.media[name] = (found, Listed(name, size, digest))
        return name


def pack(place: Place, folder: Path, target: Path, proposal: Proposal | None = None) -> tuple[Problem, ...]:
    """Write a bundle of the proposal in a folder; the same proposal gives the same bytes.

    Returns what prevented it, or warnings about what could not go along. A file that is no bundle is never replaced.
    `proposal` is given where it is not what the folder's file says by itself.
    """
    read = None if proposal else read_source(folder, place.disk)
    proposal = proposal or (read.proposal if read else None)
    if proposal is None:
        return read.problems if read else ()
    try:
        refused = _refusal(target, place.disk)
        if refused:
            return (refused,)
        making = _Pack(place.disk)
        blocks = tuple(_blocks(place, proposal, making))
        inner = {form.PROPOSAL: source_bytes(making.with_media(proposal, folder)), form.BLOCKS: blocks_bytes(blocks)}
        if not stops(making.problems):
            _write(making, inner, target)
    except OSError as wrong:
        return (trouble(wrong, Path(str(wrong.filename or target))),)
    except RefusedError as wrong:
        return (*making.problems, wrong.problem)
    return tuple(making.problems)


def _blocks(place: Place, proposal: Proposal, making: _Pack) -> Iterator[Block]:
    """Yield the blocks that a proposal was made of, as far as the library still has them."""
    for block_id in block_ids(proposal):
        found = place.library.blocks.get(block_id)
        making.problems += found.problems
        if found.first:
            yield making.with_media(found.first.value, place.library_folder)


def _refusal(target: Path, disk: Disk) -> Problem | None:
    if target.is_dir():
        return error("target-folder", str(target))
    if target.exists() and not form.is_bundle(target, disk):
        return error("bundle-not-ours", str(target))
    return None


def _write(making: _Pack, inner: dict[str, bytes], target: Path) -> None:
    listed = [Listed(name, len(data), hashlib.sha256(data).hexdigest()) for name, data in inner.items()]
    media = sorted(making.media.items())
    manifest = form.manifest_bytes([*listed, *(one for _, (_, one) in media)])
    making.disk.mkdir(target.parent)
    with poured(making.disk, target.resolve(), lambda path: _verify(path, making.disk)) as file, ArchiveWriter(file) as writer:
        for name, data in {form.MANIFEST: manifest, **inner}.items():
            writer.add(name, iter((data,)), len(data))
        for name, (path, one) in media:
            if writer.add(name, pieces(making.disk, path), one.size) != one:
                raise RefusedError("bundle-changing", str(path), file=path.name)
        writer.close()


def _verify(path: Path, disk: Disk) -> None:
    """Read back what was written as a colleague's program will. Raises OSError and RefusedError."""
    with opened(path, form.LIMITS, disk) as archive:
        manifest = form.manifest_of(archive)
        for name in (form.PROPOSAL, form.BLOCKS):
            form.checked(archive, manifest, name)


def _digest(disk: Disk, path: Path) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    for piece in pieces(disk, path):
        digest.update(piece)
        size += len(piece)
    return digest.hexdigest(), size
