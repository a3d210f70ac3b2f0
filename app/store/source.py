"""Proposal sources: a folder with `proposal.json` and the pictures it names."""

import hashlib
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from app.model.proposal import Proposal
from app.problems import Problem, error
from app.store import names
from app.store.codec import decode, encode
from app.store.disk import Disk
from app.store.jsonfile import LARGEST_FILE, dump, parse
from app.store.migrations import PROPOSAL_SCHEMA, PROPOSAL_STEPS, Steps, upgrade
from app.store.place import FileCheck, Place, shown
from app.store.relative import inside, is_file, tidy
from app.store.trouble import trouble

FILE_NAME = names.FILE_NAME
_ESTIMATE = "estimate_file"
_OWN_KEYS = ("$schema", "schema", _ESTIMATE)


@dataclass(frozen=True, slots=True)
class SourceRead:
    """What a source held: the proposal, None when it cannot be read, the spreadsheet that fills its estimate, and problems.

    `folder` is where the pictures are looked for, `digest` the SHA-256 of the file that was read.
    """

    proposal: Proposal | None
    estimate_file: Path | None
    problems: tuple[Problem, ...]
    folder: Path
    digest: str = ""


def read_source(path: Path, disk: Disk | None = None) -> SourceRead:
    """Read a proposal source: a folder, or the JSON file in it."""
    file = path / FILE_NAME if path.is_dir() else path
    try:
        data = (disk or Disk()).read(file, LARGEST_FILE)
    except FileNotFoundError:
        return SourceRead(None, None, (error("source-missing", str(file), file=file.name),), file.parent)
    except OSError as wrong:
        return SourceRead(None, None, (trouble(wrong, file),), file.parent)
    return replace(parse_source(data, file), digest=digest_of(data))


def parse_source(data: bytes, file: Path, steps: Steps = PROPOSAL_STEPS, present: int = PROPOSAL_SCHEMA) -> SourceRead:
    """Read the bytes of a source; its files are looked for beside `file`."""
    folder = file.parent
    parsed = parse(data, file.name)
    problems = list(parsed.problems)
    if parsed.value is None:
        if not problems:
            problems.append(error("value-not-object", file.name, found="null"))
        return SourceRead(None, None, tuple(problems), folder)
    body = _upgraded(parsed.value, file.name, problems, steps, present)
    if body is None:
        return SourceRead(None, None, tuple(problems), folder)
    estimate = _estimate_file(body.get(_ESTIMATE), folder, problems)
    own = {key: value for key, value in body.items() if key not in _OWN_KEYS}
    decoded = decode(Proposal, own, "", _check_in(folder))
    return SourceRead(decoded.value, estimate, (*problems, *decoded.problems), folder)


def write_proposal(folder: Path, proposal: Proposal, disk: Disk | None = None) -> tuple[Problem, ...]:
    """Write `proposal.json` into a folder, atomically; a file of a newer format is left alone.

    Returns what prevented it, nothing when it was written.
    """
    return write_content(folder, source_bytes(proposal), disk)


def write_content(folder: Path, content: bytes, disk: Disk | None = None, known: bool = False) -> tuple[Problem, ...]:
    """Write the bytes of a proposal as `write_proposal` does; `known` tells that the present file's format was looked at."""
    disk = disk or Disk()
    file = folder / FILE_NAME
    try:
        disk.mkdir(folder)
        refused = () if known else _refusal(file, disk)
        if not refused:
            disk.write(file, content)
    except OSError as wrong:
        return (trouble(wrong, file),)
    return refused


def digest_of(data: bytes) -> str:
    """Return the SHA-256 of a file's content."""
    return hashlib.sha256(data).hexdigest()


def source_bytes(proposal: Proposal) -> bytes:
    """Return the file of a proposal."""
    return dump({"schema": PROPOSAL_SCHEMA, **encode(proposal)})


def _refusal(file: Path, disk: Disk) -> tuple[Problem, ...]:
    try:
        found = parse(disk.read(file, LARGEST_FILE), file.name).value
    except FileNotFoundError:
        return ()
    version = found.get("schema") if isinstance(found, Mapping) else None
    newer = isinstance(version, int) and version > PROPOSAL_SCHEMA
    return (error("source-newer", file.name, found=version, known=PROPOSAL_SCHEMA),) if newer else ()


def _upgraded(value: object, name: str, problems: list[Problem], steps: Steps, present: int) -> dict[str, object] | None:
    if not isinstance(value, dict):
        problems.append(error("value-not-object", name, found=shown(value)))
        return None
    version = value.get("schema", present)
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        problems.append(error("source-schema", "schema", found=shown(version), known=present))
        version = present
    if version > present:
        problems.append(error("source-newer", name, found=version, known=present))
        return None
    return upgrade(value, version, present, steps)


def _estimate_file(found: object, folder: Path, problems: list[Problem]) -> Path | None:
    if found in (None, ""):
        return None
    place = Place(_ESTIMATE, problems)
    if not isinstance(found, str):
        place.fail("value-not-text", found=shown(found))
        return None
    relative = tidy(found)
    file = inside(folder, relative) if relative else None
    if file is None:
        place.fail("estimate-outside", file=shown(found))
    elif not is_file(file):
        place.fail("estimate-missing", file=shown(found))
    else:
        return file
    return None


def _check_in(folder: Path) -> FileCheck:
    """Return a check of pictures: one that a link leads out of the folder is dropped, a missing one is named."""
    leads_inside: dict[str, bool] = {}

    def is_plain(relative: str) -> bool:
        """Tell whether this is a file and no link, in a folder that no link leads out of: there are hundreds of them."""
        parent = relative.rpartition("/")[0]
        if parent not in leads_inside:
            leads_inside[parent] = inside(folder, parent) is not None
        try:
            return leads_inside[parent] and stat.S_ISREG(os.lstat(f"{folder}/{relative}").st_mode)
        except (OSError, ValueError):
            return False

    def check(relative: str, place: Place) -> str:
        if relative and is_plain(relative):
            return relative
        file = inside(folder, relative) if relative else folder
        if file is None:
            place.fail("picture-outside", file=shown(relative))
            return ""
        if relative and not is_file(file):
            place.warn("picture-missing", file=shown(relative))
        return relative

    return check
