"""Earlier states of a proposal that can be gone back to: one a day by itself, and those that somebody named.

A version is one file in `versions/`: a line of JSON about it, then the proposal's file as it was. Its name holds the
moment (UTC), the kind, and the beginning of the SHA-256 of everything in it, so that damage is noticed.
"""

import datetime
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import orjson

from app.log import journal as log
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
_NAME = re.compile(r"(?P<at>\d{8}T\d{12})-(?P<kind>day|kept|named)-(?P<check>[0-9a-f]{16})")


MOST_KEPT = 30
"""Versions that are kept because something else took the place of their state."""


class Why(StrEnum):
    """Why a version is kept."""

    DAY = "day"
    """By itself, before the first save of a day; the last days, weeks and months that have any stay."""
    KEPT = "kept"
    """Because something else took its place: another program's file, a crash."""
    NAMED = "named"
    """Because somebody named it; it stays until somebody deletes it."""


@dataclass(frozen=True, slots=True)
class Version:
    """One earlier state. `id` is how to ask for it, `digest` the SHA-256 of the proposal's file, `at` in UTC."""

    id: str
    at: datetime.datetime
    name: str
    by: str
    why: Why
    digest: str


@dataclass(frozen=True, slots=True)
class Kept:
    """The version that was kept, None when the problems say why there is none."""

    version: Version | None
    problems: tuple[Problem, ...] = ()


class Versions:
    """The versions of proposals, each proposal given by its folder. Those that tell so raise."""

    def __init__(self, disk: Disk | None = None, now: Clock = utc_now) -> None:
        self._disk = disk or Disk()
        self._now = now

    def keep(self, folder: Path, name: str, by: str) -> Kept:
        """Keep the proposal as it is on the disk under a name, such as "before the call". Save before."""
        try:
            content = self._disk.read(folder / FILE_NAME, LARGEST_FILE)
            return Kept(self._write(folder, content, " ".join(name.split())[:LONGEST_NAME], by, self._now(), Why.NAMED))
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

    def rename(self, folder: Path, version_id: str, name: str) -> Kept:
        """Give a version that somebody named another name; its moment and its state stay."""
        found = next((one for one in self.all(folder) if one.id == version_id and one.why is Why.NAMED), None)
        try:
            content = self.content(folder, version_id) if found else None
            if found is None or content is None:
                return Kept(None, (error("version-damaged", VERSIONS, version=version_id[:LONGEST_NAME]),))
            plain = " ".join(name.split())[:LONGEST_NAME]
            renamed = self._write(folder, content, plain, found.by, found.at, Why.NAMED)
            if renamed.id != version_id:
                self._disk.remove(_file(folder, version_id))
            return Kept(renamed)
        except OSError as wrong:
            return Kept(None, (trouble(wrong, _file(folder, version_id)),))

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
        """Keep the state of a day, and let older ones go. Raises OSError."""
        version = self._write(folder, content, "", by, at, Why.DAY)
        log.note("snapshot")
        for one in _surplus([*self.all(folder), version]):
            self._disk.remove(_file(folder, one.id))
        return version

    def rescue(self, folder: Path, content: bytes, at: datetime.datetime, by: str) -> Version:
        """Keep a state that would be lost otherwise; only the last MOST_KEPT of them stay. Raises OSError."""
        digest = digest_of(content)
        there = [one for one in self.all(folder) if one.why is not Why.DAY]
        same = next((one for one in there if one.digest == digest), None)
        if same:
            return same
        version = self._write(folder, content, "", by, at, Why.KEPT)
        for one in [one for one in there if one.why is Why.KEPT][MOST_KEPT - 1 :]:
            self._disk.remove(_file(folder, one.id))
        return version

    def has_snapshot_of(self, folder: Path, day: datetime.date) -> bool:
        """Tell whether the version of a day is there."""
        return any(one.why is Why.DAY and one.at.date() == day for one in self.all(folder))

    def _write(self, folder: Path, content: bytes, name: str, by: str, at: datetime.datetime, why: Why) -> Version:
        at = at.astimezone(datetime.UTC)
        digest = digest_of(content)
        about = {"name": name, "by": by[:LONGEST_NAME], "at": at.isoformat(), "sha256": digest}
        whole = orjson.dumps(about, option=orjson.OPT_APPEND_NEWLINE) + content
        version_id = f"{at:{_STAMP}}-{why}-{_check(whole)}"
        self._disk.mkdir(folder / VERSIONS)
        self._disk.write(_file(folder, version_id), whole)
        return Version(version_id, at, name, about["by"], why, digest)

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
        return Version(path.stem, at, name, by, Why(match["kind"]), digest)


def _surplus(versions: Iterable[Version]) -> list[Version]:
    """Return the versions of days to let go: all but the last one of each day that stays."""
    daily = sorted((one for one in versions if one.why is Why.DAY), key=lambda one: (one.at, one.id))
    last = {one.at.date(): one for one in daily}
    staying = {last[day].id for day in thinned(last)}
    return [one for one in daily if one.id not in staying]


def _file(folder: Path, version_id: str) -> Path:
    return folder / VERSIONS / f"{version_id}.json"


def _check(whole: bytes) -> str:
    return hashlib.sha256(whole).hexdigest()[:16]
