"""Good copies of damaged files: other files of the workspace with the same content, and backups."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from app.store.archive.listing import Listed
from app.store.archive.pouring import pieces, poured
from app.store.archive.refused import RefusedError
from app.store.backup.checking import as_listed, reading
from app.store.backup.form import kept_in
from app.store.backup.tree import is_passing
from app.store.disk import Disk
from app.store.verify.sums import sum_of

HASHED = re.compile(r"(?P<sha>[0-9a-f]{64})\.[a-z0-9]{1,8}")
"""The name of a file that is called after its content."""


@dataclass(frozen=True)
class Vault:
    """Looks for good copies. What it yields was read and found right."""

    workspace: Path
    disk: Disk

    def put_back(self, target: Path, sha256: str) -> str:
        """Replace a file by a good copy; return where that is from, nothing when there is none. Raises OSError."""
        for path in self._twins.get(sha256, []):
            if path != target and path.is_file() and sum_of(path, self.disk) == sha256:
                with poured(self.disk, target) as out:
                    for piece in pieces(self.disk, path):
                        out.write(piece)
                return path.relative_to(self.workspace).as_posix()
        for backup, files in self._backups:
            one = next((one for one in files.values() if one.sha256 == sha256), None)
            if one and self._unpacked(backup, one, target):
                return backup.name
        return ""

    def earlier(self, path: Path, limit: int) -> Iterator[tuple[str, bytes]]:
        """Yield the states of a small file in the backups, the newest first, each with the backup's name. Raises OSError."""
        name = path.relative_to(self.workspace).as_posix()
        for backup, files in self._backups:
            one = files.get(name)
            if one and one.size <= limit:
                try:
                    with reading(backup, self.disk) as (archive, _):
                        content = b"".join(as_listed(archive, one))
                except RefusedError:
                    continue
                yield backup.name, content

    @cached_property
    def _backups(self) -> list[tuple[Path, dict[str, Listed]]]:
        found: list[tuple[Path, dict[str, Listed]]] = []
        for kept in kept_in(self.workspace, self.disk):
            try:
                with reading(kept.path, self.disk) as (_, checked):
                    found.append((kept.path, checked.files))
            except RefusedError:
                continue
        return found

    @cached_property
    def _twins(self) -> dict[str, list[Path]]:
        found: dict[str, list[Path]] = {}
        for folder in (self.workspace / "library", self.workspace / "proposals"):
            for path in below(folder, self.disk):
                match = HASHED.fullmatch(path.name)
                if match:
                    found.setdefault(match["sha"], []).append(path)
        return found

    def _unpacked(self, backup: Path, one: Listed, target: Path) -> bool:
        try:
            with reading(backup, self.disk) as (archive, _), poured(self.disk, target) as out:
                for piece in as_listed(archive, one):
                    out.write(piece)
        except RefusedError:
            return False
        return True


def below(folder: Path, disk: Disk) -> Iterator[Path]:
    """Yield the files below a folder; links are not followed. Raises OSError."""
    for path in disk.list(folder):
        if is_passing(path.name) or path.is_symlink():
            continue
        if path.is_dir():
            yield from below(path, disk)
        elif path.is_file():
            yield path
