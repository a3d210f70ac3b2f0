"""A library that is damaged: the best state that can be made of what verifies."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import orjson

from app.log import journal as log
from app.problems import Problem, Severity, problem
from app.store.commitlog import Frame, head_line, merged
from app.store.envelope import Sealed, Stamp, seal_raw
from app.store.loading import Files, Loaded, State
from app.store.mark import write_mark
from app.store.raw import Raw
from app.store.snapshots import Snapshots
from app.store.tail import read_from

_HARMLESS = ("library-rewritten", "library-mended")
"""The problems of repairs that lost nothing."""


@dataclass(frozen=True, slots=True)
class _Rescued:
    """A state, where it is from, and the problem that tells about it; `lost` commits are missing, None when unknown."""

    schema: int
    revision: int
    tables: Raw
    code: str
    source: str = "–"
    lost: int | None = 0


@dataclass(frozen=True)
class Repair:
    """Puts damaged files aside and writes the best state instead. Only for who holds the lock."""

    files: Files
    snapshots: Snapshots
    now: datetime.datetime

    def do(self, loaded: Loaded, memory: State | None) -> Problem:
        """Make the library whole again. `memory` is what this program last saw. Raises OSError."""
        log.note("damage")
        aside = self._set_aside(loaded)
        best = self._best(loaded, memory)
        newest = max(best.revision, loaded.mark, *(one.revision for one in self.snapshots.all()), 0)
        newest = max([newest, *(frame.revision for frame in loaded.log.frames), memory.revision if memory else 0])
        content, stamp = seal_raw(best.schema, newest + 1, best.tables)
        disk = self.files.disk
        severity = Severity.WARNING if best.code in _HARMLESS else Severity.ERROR
        lost = "?" if best.lost is None else best.lost
        facts = {"file": self.files.path.name, "aside": aside, "snapshot": best.source, "lost": lost}
        found = problem(best.code, str(self.files.path), severity, **facts)
        told = self.untold()
        if told is None or best.code not in _HARMLESS:
            told = found
            disk.write(self.files.untold, orjson.dumps({"code": found.code, "facts": facts}))
        disk.write(self.files.path, content)
        disk.write(self.files.log, head_line(stamp.revision, stamp.sha256, ((stamp.token, frozenset()),)))
        write_mark(disk, self.files.mark, stamp.revision)
        return told

    def untold(self) -> Problem | None:
        """Return what a repair found that nobody was told of, because the program ended in the middle. Raises OSError."""
        content = read_from(self.files.disk, self.files.untold, 0)
        try:
            note = orjson.loads(content) if content else None
            code, facts = (str(note["code"]), dict(note["facts"])) if note else ("", {})
        except (ValueError, KeyError, TypeError):
            return None
        severity = Severity.WARNING if code in _HARMLESS else Severity.ERROR
        return problem(code, str(self.files.path), severity, **facts) if code else None

    def _best(self, loaded: Loaded, memory: State | None) -> _Rescued:
        found = self._from_disk(loaded)
        if memory and memory.revision >= max(loaded.mark, found.revision):
            schema = max(memory.base.schema, self.files.schema)  # the memory was upgraded
            return _Rescued(schema, memory.revision, memory.tables, "library-rewritten")
        return found

    def _from_disk(self, loaded: Loaded) -> _Rescued:
        """Return the file or the newest snapshot that verifies, with every commit after it that does."""
        start, source = self._start(loaded)
        logs = [*self.snapshots.logs(), loaded.log]
        frames = {frame.revision: frame for log in logs for frame in log.commits if frame.revision > start.stamp.revision}
        picked = [frames[revision] for revision in sorted(frames)]
        reached = picked[-1].revision if picked else start.stamp.revision
        bases = [frame.revision for log in logs for frame in log.frames]
        newest = max([reached, loaded.mark, *bases])
        lost = newest - start.stamp.revision - len(picked)
        schema, tables = self._applied(start.stamp.schema, start.tables, picked)
        if not reached:
            return _Rescued(schema, 0, tables, "library-lost", lost=None)
        if loaded.mark and not lost:
            return _Rescued(schema, reached, tables, "library-mended", source)
        return _Rescued(schema, reached, tables, "library-restored", source, lost or None)

    def _start(self, loaded: Loaded) -> tuple[Sealed, str]:
        good = self.snapshots.newest_good()
        if loaded.sealed and (not good or good[1].stamp.revision <= loaded.sealed.stamp.revision):
            return loaded.sealed, self.files.path.name
        return (good[1], good[0].path.name) if good else (Sealed(Stamp(self.files.schema, 0, ""), {}), self.files.log.name)

    def _applied(self, schema: int, tables: Raw, frames: Iterable[Frame]) -> tuple[int, Raw]:
        """Apply commits of one schema after those of an older one."""
        for found, group in groupby(frames, lambda frame: frame.schema):
            if found > schema and found <= self.files.schema:
                tables, schema = self.files.between(tables, schema, found), found
            tables = merged(frame.changes for frame in group).applied(tables)
        return max(schema, self.files.schema), self.files.upgraded(tables, schema)

    def _set_aside(self, loaded: Loaded) -> str:
        """Give what is damaged another name, and return that of the file, or of the log when that alone is damaged."""
        names = [self._named(path) for path in (self.files.path, self.files.log) if path.exists()]
        if loaded.sealed and len(names) > 1:
            return names[1]
        return names[0] if names else "–"

    def _named(self, path: Path) -> str:
        stem = self.files.path.stem
        suffix = path.name.removeprefix(stem)
        for count in range(1, 1000):
            aside = path.with_name(f"{stem}.damaged-{self.now:%Y%m%d-%H%M%S}-{count}{suffix}")
            try:
                self.files.disk.link(path, aside)
            except FileExistsError:
                continue
            return aside.name
        return "–"
