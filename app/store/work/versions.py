"""Earlier states of a proposal that can be gone back to: one a day by itself, and those that somebody named.

A version is one file in `versions/`: a line of JSON about it, then the proposal's file as it was. Its name holds the
moment (UTC), the kind, and the beginning of the SHA-256 of everything in it, so that damage is noticed.
"""

import datetime
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from app.problems import Problem, error
from app.store.disk import Disk
from app.store.durable import Clock, utc_now
from app.store.jsonfile import LARGEST_FILE
from app.store.snapshots import thinned
from app.store.source import FILE_NAME, SourceRead, digest_of, parse_source
from app.store.trouble import trouble

VERSIONS = "versions"

LONGEST_NAME = 200
"""Characters of a version's name."""

_HEAD_SIZE = 4096
_STAMP = "%Y%m%dT%H%M%S%f"
_NAME = re.compile(r"(?P<at>\d{8}T\d{12})-(?P<kind>auto|named)-(?P<check>[0-9a-f]{16})")


@dataclass(frozen=True, slots=True)
class Version:
    """One earlier state. `id` is how to ask for it, `digest` the SHA-256 of the proposal's file, `at` in UTC.

    A named one stays until somebody deletes it; of the automatic ones the last days, weeks and months that have any stay.
    """

    id: str
    at: datetime.datetime
    name: str
    by: str
    automatic: bool
    digest: str


@dataclass(frozen=True, slots=True)
class Kept:
    """The version that was kept, None when the problems say why there is none."""

    version: Version | None
    problems: tuple[Problem, ...] = ()


class Versions:
    """The versions of proposals, each proposal given by its folder. No method raises but `snapshot`."""

    def __init__(self, disk: Disk | None = None, now: Clock = utc_now) -> None:
        self._disk = disk or Disk()
        self._now = now

    def keep(self, folder: Path, name: str, by: str) -> Kept:
        """Keep the proposal as it is on the disk under a name, such as "before the call". Save before."""
        try:
            content = self._disk.read(folder / FILE_NAME, LARGEST_FILE)
            return Kept(self._write(folder, content, " ".join(name.split())[:LONGEST_NAME], by, self._now(), automatic=False))
        except OSError as wrong:
            return Kept(None, (trouble(wrong, folder / FILE_NAME),))

    def all(self, folder: Path) -> tuple[Version, ...]:
        """Return the versions of a proposal, the newest first; those that cannot be read at all are left out."""
        try:
            found = [self._version(path) for path in self._disk.list(folder / VERSIONS)]
        except OSError:
            return ()
        return tuple(sorted((one for one in found if one), key=lambda one: (one.at, one.id), reverse=True))

    def read(self, folder: Path, version_id: str) -> SourceRead:
        """Return the proposal as it was; none, with a `version-damaged`, when the version does not verify."""
        if not _NAME.fullmatch(version_id):
            return SourceRead(None, None, (error("version-damaged", VERSIONS, version=version_id[:LONGEST_NAME]),), folder)
        try:
            content = self.content(folder, version_id)
        except OSError as wrong:
            return SourceRead(None, None, (trouble(wrong, _file(folder, version_id)),), folder)
        if content is None:
            return SourceRead(None, None, (error("version-damaged", VERSIONS, version=version_id),), folder)
        return parse_source(content, folder / FILE_NAME)

    def remove(self, folder: Path, version_id: str) -> tuple[Problem, ...]:
        """Delete a version."""
        try:
            if _NAME.fullmatch(version_id):
                self._disk.remove(_file(folder, version_id))
        except OSError as wrong:
            return (trouble(wrong, _file(folder, version_id)),)
        return ()

    def content(self, folder: Path, version_id: str) -> bytes | None:
        """Return the file of a version, None when it does not verify. Raises OSError."""
        whole = self._disk.read(_file(folder, version_id), LARGEST_FILE + _HEAD_SIZE)
        match = _NAME.fullmatch(version_id)
        return whole.partition(b"\n")[2] if match and _check(whole) == match["check"] else None

    def newest_good(self, folder: Path) -> tuple[Version, bytes] | None:
        """Return the newest version that verifies, with its file."""
        for version in self.all(folder):
            for _ in range(2):  # a newer state is not given up for a moment's failure
                try:
                    content = self.content(folder, version.id)
                except OSError:
                    continue
                if content is not None:
                    return version, content
        return None

    def snapshot(self, folder: Path, content: bytes, at: datetime.datetime, by: str) -> Version:
        """Keep a state without a name, unless the same one is kept already, and let older ones go. Raises OSError."""
        there = self.all(folder)
        digest = digest_of(content)
        same = next((one for one in there if one.digest == digest), None)
        if same:
            return same
        version = self._write(folder, content, "", by, at, automatic=True)
        for one in _surplus([*there, version]):
            self._disk.remove(_file(folder, one.id))
        return version

    def has_snapshot_of(self, folder: Path, day: datetime.date) -> bool:
        """Tell whether an automatic version of a day is there."""
        return any(one.automatic and one.at.date() == day for one in self.all(folder))

    def _write(self, folder: Path, content: bytes, name: str, by: str, at: datetime.datetime, *, automatic: bool) -> Version:
        at = at.astimezone(datetime.UTC)
        digest = digest_of(content)
        about = {"name": name, "by": by[:LONGEST_NAME], "at": at.isoformat(), "sha256": digest}
        whole = orjson.dumps(about, option=orjson.OPT_APPEND_NEWLINE) + content
        version_id = f"{at:{_STAMP}}-{'auto' if automatic else 'named'}-{_check(whole)}"
        self._disk.mkdir(folder / VERSIONS)
        self._disk.write(_file(folder, version_id), whole)
        return Version(version_id, at, name, about["by"], automatic, digest)

    def _version(self, path: Path) -> Version | None:
        match = _NAME.fullmatch(path.stem)
        if not match or path.suffix != ".json":
            return None
        try:
            about: Any = orjson.loads(self._disk.head(path, _HEAD_SIZE).partition(b"\n")[0])
            name, by, digest = (str(about[key]) for key in ("name", "by", "sha256"))
            at = datetime.datetime.strptime(match["at"], _STAMP).replace(tzinfo=datetime.UTC)
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return Version(path.stem, at, name, by, match["kind"] == "auto", digest)


def _surplus(versions: Iterable[Version]) -> list[Version]:
    """Return the automatic versions to let go: all but the last one of each day that stays."""
    automatic = sorted((one for one in versions if one.automatic), key=lambda one: (one.at, one.id))
    last = {one.at.date(): one for one in automatic}
    staying = {last[day].id for day in thinned(last)}
    return [one for one in automatic if one.id not in staying]


def _file(folder: Path, version_id: str) -> Path:
    return folder / VERSIONS / f"{version_id}.json"


def _check(whole: bytes) -> str:
    return hashlib.sha256(whole).hexdigest()[:16]
