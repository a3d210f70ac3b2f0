"""The list of files that an archive carries about itself: name, size and SHA-256 of each."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.store.shape import Json

_SHA = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Listed:
    """One file of an archive. `modified` is in nanoseconds since 1970, 0 where it is not told."""

    path: str
    size: int
    sha256: str
    modified: int = 0


def as_json(files: Iterable[Listed]) -> list[Json]:
    """Return the list as JSON."""
    return [
        {"path": one.path, "size": one.size, "sha256": one.sha256, **({"modified": one.modified} if one.modified else {})}
        for one in files
    ]


def from_json(value: object) -> dict[str, Listed] | None:
    """Return the files by path, None when the list is not what `as_json` makes."""
    if not isinstance(value, list):
        return None
    files: dict[str, Listed] = {}
    for row in value:
        one = _listed(row)
        if one is None or one.path in files:
            return None
        files[one.path] = one
    return files


def _listed(row: object) -> Listed | None:
    if not isinstance(row, dict):
        return None
    path, size, sha, modified = row.get("path"), row.get("size"), row.get("sha256"), row.get("modified", 0)
    if not isinstance(path, str) or not isinstance(sha, str) or not _SHA.fullmatch(sha):
        return None
    if type(size) is not int or size < 0 or type(modified) is not int or not 0 <= modified < 1 << 63:
        return None
    return Listed(path, size, sha, modified)
