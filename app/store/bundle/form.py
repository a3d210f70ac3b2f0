"""What an exchange bundle (`.blesna`) looks like: one proposal for a colleague, in a zip.

    manifest.json    the kind and format of the bundle, and name, size and SHA-256 of every other file
    proposal.json    the proposal, as it lies in a workspace
    blocks.json      the blocks of the library that it was made of
    media/<sha256>   the pictures of both

A bundle holds what only insiders may see; a client is sent the PDF.
"""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from app.store.archive.listing import Listed, as_json, from_json
from app.store.archive.reading import Archive, Limits
from app.store.archive.refused import RefusedError
from app.store.disk import Disk
from app.store.jsonfile import LARGEST_FILE, dump, parse

KIND = "blesna-bundle"
FORMAT = 1
SUFFIX = ".blesna"

MANIFEST = "manifest.json"
PROPOSAL = "proposal.json"
BLOCKS = "blocks.json"
MEDIA = "media/"

LIMITS = Limits(entries=5_000, listing=3_000_000, free=110_000_000, ratio=100)
"""Of a bundle: pictures hardly shrink, and two JSON files may shrink as much as they like."""

_ZIP = b"PK\x03\x04"
_NAME_AT = 30


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a bundle says about itself."""

    files: dict[str, Listed]


def is_bundle(path: Path, disk: Disk | None = None) -> bool:
    """Tell by its content whether a file is a bundle; one that is damaged is known by its name."""
    try:
        head = (disk or Disk()).head(path, _NAME_AT + len(MANIFEST))
    except (OSError, ValueError):
        return False
    return (head.startswith(_ZIP) and head[_NAME_AT:] == MANIFEST.encode()) or path.suffix.lower() == SUFFIX


def manifest_bytes(files: list[Listed]) -> bytes:
    """Return the manifest of these files."""
    return dump({"kind": KIND, "format": FORMAT, "program": "Blesna", "proposal": PROPOSAL, "files": as_json(files)})


def manifest_of(archive: Archive) -> Manifest:
    """Read the manifest. Raises OSError, and RefusedError where there is none or one of a newer format."""
    where, name = str(archive.path), archive.path.name
    if MANIFEST not in archive.names:
        raise RefusedError("bundle-not-one", where, file=name)
    read = parse(archive.read(MANIFEST, LARGEST_FILE), MANIFEST)
    body = read.value
    if not isinstance(body, dict) or read.problems or body.get("kind") != KIND or type(body.get("format")) is not int:
        raise RefusedError("bundle-not-one", where, file=name)
    if body["format"] > FORMAT:
        raise RefusedError("bundle-newer", where, file=name, found=body["format"], known=FORMAT)
    files = from_json(body.get("files"))
    if files is None or body.get("proposal") != PROPOSAL:
        raise RefusedError("bundle-not-one", where, file=name)
    return Manifest(files)


def checked(archive: Archive, manifest: Manifest, name: str) -> bytes:
    """Return a JSON file that is as the manifest says. Raises OSError and RefusedError."""
    listed = manifest.files.get(name)
    if listed is None or name not in archive.names:
        raise RefusedError("bundle-incomplete", str(archive.path), file=archive.path.name, name=name)
    data = archive.read(name, LARGEST_FILE)
    if len(data) != listed.size or sha256(data).hexdigest() != listed.sha256:
        raise RefusedError("bundle-altered", str(archive.path), file=archive.path.name, name=name)
    return data
