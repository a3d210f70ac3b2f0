"""What a backup looks like: the whole workspace in one sealed zip.

    blesna-backup.json   the kind and format, when it was made, and a fingerprint of the workspace as it was then
    files/…              every file of the workspace, by its path there
    manifest.json        name, size, SHA-256 and time of every file

A seal in the zip's comment covers every bit of it. Locks and what can be made again (`state/`), other backups and what
an interrupted save left behind do not go in.
"""

import datetime
import re
from dataclasses import dataclass
from pathlib import Path

from app.problems import Problem
from app.store.archive.listing import Listed, as_json, from_json
from app.store.archive.reading import Archive, Limits
from app.store.archive.refused import RefusedError
from app.store.disk import Disk
from app.store.jsonfile import dump

KIND = "blesna-backup"
FORMAT = 1
FOLDER = "backups"
"""Where in a workspace backups are."""

HEAD = "blesna-backup.json"
MANIFEST = "manifest.json"
FILES = "files/"

LIMITS = Limits(entries=200_000, listing=80_000_000, free=110_000_000, ratio=100, large=True)
LARGEST_MANIFEST = 100_000_000

_ZIP = b"PK\x03\x04"
_NAME_AT = 30
_HEAD_LIMIT = 10_000
_NAME = re.compile(r"(?P<why>daily|made|before-restore)-(?P<at>\d{4}-\d{2}-\d{2}T\d{6}Z)(?:-\d+)?\.zip")
_STAMP = "%Y-%m-%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Head:
    """What a backup says first: when it was made (UTC), and the fingerprint of the workspace."""

    at: datetime.datetime
    tree: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A backup among the others of a workspace; `why` is `daily`, `made` or `before-restore`."""

    path: Path
    why: str
    at: datetime.datetime


def name_of(why: str, at: datetime.datetime) -> str:
    """Return the name of a backup that is made now."""
    return f"{why}-{at.astimezone(datetime.UTC):{_STAMP}}.zip"


def kept_in(workspace: Path, disk: Disk) -> list[Kept]:
    """Return the backups that a workspace keeps, the newest first. Raises OSError."""
    found = [(path, _NAME.fullmatch(path.name)) for path in disk.list(workspace / FOLDER)]
    kept = [Kept(path, match["why"], at) for path, match in found if match and (at := _moment(match["at"]))]
    return sorted(kept, key=lambda one: (one.at, one.path.name), reverse=True)


def is_backup(path: Path, disk: Disk) -> bool:
    """Tell by its beginning whether a file is a backup."""
    try:
        head = disk.head(path, _NAME_AT + len(HEAD))
    except (OSError, ValueError):
        return False
    return head.startswith(_ZIP) and head[_NAME_AT:] == HEAD.encode()


def head_bytes(at: datetime.datetime, tree: str) -> bytes:
    """Return what a backup says first."""
    return dump({"kind": KIND, "format": FORMAT, "program": "Blesna", "at": at.isoformat(), "tree": tree})


def manifest_bytes(files: list[Listed]) -> bytes:
    """Return the list of files."""
    return dump({"files": as_json(files)})


def head_of(archive: Archive) -> Head:
    """Read what a backup says first. Raises OSError, and RefusedError where it is none or of a newer format."""
    where, name = str(archive.path), archive.path.name
    body = _json(archive, HEAD, _HEAD_LIMIT) if HEAD in archive.names else None
    found = body.get("format") if isinstance(body, dict) and body.get("kind") == KIND else None
    if type(found) is not int or not isinstance(body, dict):
        raise RefusedError("backup-not-one", where, file=name)
    if found > FORMAT:
        raise RefusedError("backup-newer", where, file=name, found=found, known=FORMAT)
    try:
        at = datetime.datetime.fromisoformat(str(body.get("at")))
    except ValueError as wrong:
        raise RefusedError("backup-not-one", where, file=name) from wrong
    return Head(at.replace(tzinfo=at.tzinfo or datetime.UTC), str(body.get("tree")))


def manifest_of(archive: Archive) -> dict[str, Listed]:
    """Read the list of files; it must name what is in the archive, neither more nor less. Raises OSError and RefusedError."""
    body = _json(archive, MANIFEST, LARGEST_MANIFEST) if MANIFEST in archive.names else None
    files = from_json(body.get("files")) if isinstance(body, dict) else None
    if files is None or {f"{FILES}{path}" for path in files} != set(archive.names) - {HEAD, MANIFEST}:
        raise RefusedError("backup-not-one", str(archive.path), file=archive.path.name)
    return files


def _json(archive: Archive, name: str, limit: int) -> object:
    import orjson

    try:
        found: object = orjson.loads(archive.read(name, limit))
    except orjson.JSONDecodeError:
        return None
    return found


def _moment(text: str) -> datetime.datetime | None:
    try:
        return datetime.datetime.strptime(text, _STAMP).replace(tzinfo=datetime.UTC)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made and read back; no file where there is none, and what is to be told."""

    file: Path | None
    problems: tuple[Problem, ...] = ()
    files: int = 0
    size: int = 0
