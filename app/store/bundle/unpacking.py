"""Taking an exchange bundle into a workspace. It may come from anybody: nothing in it is believed.

No file is made by a name from the zip: the proposal and its blocks are read as data, and pictures go in under the hash of
their content, one by one, never larger than they claim. Entries that nothing names, other archives among them, stay inside.
"""

import hashlib
import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any, Protocol

from app.guard.pictures import picture_problem
from app.model.block import Block
from app.model.proposal import Proposal
from app.problems import Problem, Severity, problem, stops
from app.store import numbering
from app.store.archive.pouring import poured
from app.store.archive.reading import Archive, opened
from app.store.archive.refused import RefusedError
from app.store.bundle import form, packing
from app.store.bundle.blocks import add_blocks, parse_blocks, take_back
from app.store.importing import Imported, import_with
from app.store.media import FOLDER, LARGEST_MEDIA, tidy_suffix
from app.store.pictures import pictures_in, with_files
from app.store.shelf import Stored
from app.store.source import SourceRead, parse_source
from app.store.trouble import trouble

_PICTURES = re.compile(r"\.(?:jpe?g|png|webp|gif|tiff?|heic|heif|avif|svg|bmp)")

_NOWHERE = ".import-nowhere"
"""A folder that is never made: no file beside a stranger's proposal is looked for on this disk."""


class Place(numbering.Place, packing.Place, Protocol):
    """A workspace, as far as importing a bundle needs one."""


@dataclass
class _Bundle:
    """An opened bundle while it is taken in."""

    place: Place
    archive: Archive
    manifest: form.Manifest
    problems: list[Problem] = field(default_factory=list)
    added: list[Stored[Block]] = field(default_factory=list)

    def bring(self, proposal: Proposal, blocks: tuple[Block, ...], building: Path) -> tuple[dict[str, str], list[Problem]]:
        """Put the pictures and the blocks where they belong; return the pictures' files and what is wrong."""
        files = self._media(proposal, building)
        kept = {file: new for block in blocks for file, new in self._media(block, self.place.library_folder).items()}
        renamed = [with_files(block, lambda file: kept.get(file, file)) for block in blocks]
        self.added, told = add_blocks(self.place.library.blocks, renamed)
        self.problems += told
        return files, self.problems

    def _media(self, value: Any, folder: Path) -> dict[str, str]:
        names = dict.fromkeys(picture.file for picture in pictures_in(value) if picture.file)
        return {name: self._keep(name, folder) for name in names}

    def _keep(self, name: str, folder: Path) -> str:
        """Put a picture into a folder under its hash; return its file there, the old name where there is no such picture."""
        listed = self.manifest.files.get(name)
        if not name.startswith(form.MEDIA) or listed is None or name not in self.archive.names:
            self.problems.append(problem("picture-missing", name, file=name))
            return name
        if listed.size > LARGEST_MEDIA:
            self.problems.append(problem("media-too-large", name, file=name, limit=LARGEST_MEDIA // 1_000_000))
            return name
        suffix = tidy_suffix(PurePosixPath(name).suffix)
        file = f"{FOLDER}/{listed.sha256}{suffix if _PICTURES.fullmatch(suffix) else '.bin'}"
        target = folder / file
        if target.is_file() and target.stat().st_size == listed.size:
            return file
        self.place.disk.mkdir(target.parent)
        try:
            with poured(self.place.disk, target) as out:
                for piece in _as_listed(self.archive, name, listed.size, listed.sha256):
                    out.write(piece)
        except RefusedError:
            self.problems.append(problem("bundle-media-altered", name, file=name))
            return file
        unfit = picture_problem(target, where=name)  # it is kept all the same: nothing decodes it without a look
        self.problems += [unfit] if unfit else []
        return file


@dataclass(frozen=True, slots=True)
class Peeked:
    """What a bundle brings: the proposal, None with the problems where it is refused; the blocks that the library lacks."""

    proposal: Proposal | None
    unknown: tuple[Block, ...] = ()
    problems: tuple[Problem, ...] = ()


def peek_bundle(place: Place, file: Path) -> Peeked:
    """Look what a bundle would bring. Nothing is written."""
    try:
        with opened(file, form.LIMITS, place.disk) as archive:
            bundle = _Bundle(place, archive, form.manifest_of(archive))
            read = _proposal(bundle)
            blocks, told = _blocks(bundle, None)
    except RefusedError as wrong:
        return Peeked(None, problems=(wrong.problem,))
    except OSError as wrong:
        return Peeked(None, problems=(trouble(wrong, file),))
    if read.proposal is None or stops(told):
        return Peeked(None, problems=(*read.problems, *told))
    known = {one.value.id for one in place.library.blocks.all().records}
    return Peeked(read.proposal, tuple(block for block in blocks if block.id not in known))


def import_bundle(place: Place, file: Path, wanted: Container[str] | None = None) -> Imported:
    """Take the proposal of a bundle into a workspace, whole or not at all, and its unknown blocks into the library; only those
    whose ids are `wanted`, where that is said.

    Blocks come as drafts under their own ids; a block that the library knows stays as it is, and is told of where it says
    something else. Pictures that are missing or altered are told of, and the proposal comes without them.
    """
    try:
        with opened(file, form.LIMITS, place.disk) as archive:
            return _import(place, archive, wanted)
    except RefusedError as wrong:
        return Imported(None, (wrong.problem,))
    except OSError as wrong:
        return Imported(None, (trouble(wrong, file),))


def _import(place: Place, archive: Archive, wanted: Container[str] | None) -> Imported:
    bundle = _Bundle(place, archive, form.manifest_of(archive))
    read = _proposal(bundle)
    problems = [_softer(one) for one in read.problems if one.code != "picture-missing"]  # they are looked for in the bundle
    blocks, told = _blocks(bundle, wanted)
    problems += told
    if read.proposal is None or stops(problems):
        return Imported(None, tuple(problems))
    proposal = read.proposal
    imported = _entered(bundle, proposal, lambda building: bundle.bring(proposal, blocks, building))
    return replace(imported, problems=(*problems, *imported.problems))


def _entered(bundle: _Bundle, proposal: Proposal, bring: Callable[[Path], tuple[dict[str, str], list[Problem]]]) -> Imported:
    """Make the proposal's folder; where that fails, the library loses again what it got for it."""
    shelf = bundle.place.library.blocks
    try:
        imported = import_with(bundle.place, proposal, bring)
    except RefusedError:
        take_back(shelf, bundle.added)
        raise
    if imported.folder is None:
        take_back(shelf, bundle.added)
    return imported


def _proposal(bundle: _Bundle) -> SourceRead:
    data = form.checked(bundle.archive, bundle.manifest, form.PROPOSAL)
    return parse_source(data, bundle.place.folder / _NOWHERE / form.PROPOSAL)


def _blocks(bundle: _Bundle, wanted: Container[str] | None) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    if form.BLOCKS not in bundle.manifest.files:
        return (), ()
    blocks, told = parse_blocks(form.checked(bundle.archive, bundle.manifest, form.BLOCKS), form.BLOCKS)
    return tuple(block for block in blocks if wanted is None or block.id in wanted), told


def _as_listed(archive: Archive, name: str, size: int, sha256: str) -> Iterator[bytes]:
    """Yield a file that is as the manifest says. Raises RefusedError, at the end at the latest, where it is not."""
    digest, left = hashlib.sha256(), size
    for piece in archive.pieces(name):
        digest.update(piece)
        left -= len(piece)
        if left < 0:
            break
        yield piece
    if left or digest.hexdigest() != sha256:
        raise RefusedError("bundle-media-altered", name, file=name)


def _softer(found: Problem) -> Problem:
    """Return a picture that leads outside as a warning: an empty place is shown instead, and nothing was opened."""
    return replace(found, severity=Severity.WARNING) if found.code == "picture-outside" else found
