"""A TinyDB storage that loses nothing: atomic, verified, locked between processes, with snapshots to fall back on."""

import datetime
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from app.problems import Problem, error, problem
from app.store.commitlog import Changes, changed_since, commit_line, head_line, merged
from app.store.disk import Disk
from app.store.envelope import Stamp, seal_raw
from app.store.loading import Files, State
from app.store.mark import write_mark
from app.store.migrations import LIBRARY_SCHEMA, LIBRARY_STEPS, Data, Steps
from app.store.raw import Changed, Draft, Raw, Records, Seen, differences, raw_of
from app.store.repair import Repair
from app.store.snapshots import Snapshots
from app.store.tail import extend

Clock = Callable[[], datetime.datetime]

LOG_SIZE = 1_000_000
"""Bytes. A longer log is folded into a new file once it is also a fifth as large as that."""

_TRY_AGAIN = 50
"""After so many commits the log is folded again when that failed."""


def utc_now() -> datetime.datetime:
    """Return the present time."""
    return datetime.datetime.now(datetime.UTC)


class NewerSchemaError(Exception):
    """The file was written by a newer program and must not be written by this one."""


class DurableStorage(Storage):
    """The tables of one library: a file, and beside it a log of the commits since it was written.

    Reading needs no lock: the file is replaced whole, and the log only grows. Writing is possible inside `transaction()`
    only, which holds the lock from the reading to the writing; what another process wrote meanwhile is read first. All
    methods raise OSError when the disk refuses. What was found damaged or newer is told by `take_problems`.
    """

    def __init__(
        self,
        path: Path,
        disk: Disk | None = None,
        clock: Clock = utc_now,
        schema: int = LIBRARY_SCHEMA,
        steps: Steps = LIBRARY_STEPS,
    ) -> None:
        self.path = path
        self._disk = disk or Disk()
        self._clock = clock
        self._schema = schema
        self._files = Files(path, self._disk, schema, steps)
        self._snapshots = Snapshots(path, self._disk, lambda: clock().date())
        self._memory: State | None = None
        self._seen: dict[str, Seen] = {}
        self._open = False
        self._written = False
        self._draft: Raw = {}
        self._changes: list[Changes] = []
        self._folded: datetime.date | None = None
        self._fold_from = 0
        self._threads = threading.RLock()
        self._problems: list[Problem] = []
        self._noted = False

    def read(self) -> Data:
        """Return the tables as they are now; inside a transaction, as it has made them. They are not to be changed."""
        with self._threads:
            if self._open:
                return {name: Records(table, {}) for name, table in self._draft.items()}
            tables = self._refreshed().tables
            return {name: Records(table, self._seen.setdefault(name, {})) for name, table in tables.items()}

    def write(self, data: Mapping[str, Any]) -> None:
        """Hold tables until the transaction ends. Raises RuntimeError outside of one."""
        with self._threads:
            self._demand_transaction()
            after: Raw = {}
            for name, table in data.items():
                after[name] = table.table if isinstance(table, Records) else raw_of({name: table})[name]
            records: dict[str, dict[str, bytes | None]] = {name: {} for name in after if name not in self._draft}
            for name, key in differences(self._draft, after):
                if name in after:
                    records.setdefault(name, {})[key] = after[name].get(key)
            self._hold(Changes(records, frozenset(self._draft.keys() - after.keys())))

    def change(self, name: str, updater: Callable[[Any], None]) -> None:
        """Let a function change a table as if it were a dict; what it takes no hold of costs nothing.

        It is held until the transaction ends. Raises RuntimeError outside of one.
        """
        with self._threads:
            self._demand_transaction()
            draft = Draft(self._draft.get(name, {}))
            updater(draft)
            self._hold(Changes({name: draft.changes()}))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make everything inside one change: all of it is written at the end, none of it when something raises.

        Raises NewerSchemaError before anything is changed when the file is of a newer schema.
        """
        with self._threads:
            if self._open:
                raise RuntimeError("a transaction holds no other one")
            self._disk.mkdir(self.path.parent)
            with self._disk.lock(self._files.lock):
                self._disk.sweep(self.path.parent, self.path.name)
                state = self._refreshed(locked=True)
                if state.base.schema > self._schema:
                    raise NewerSchemaError
                self._open, self._written, self._draft, self._changes = True, False, state.tables, []
                try:
                    yield
                    if self._written:
                        self._commit(state, merged(self._changes))
                finally:
                    self._open, self._draft, self._changes = False, {}, []

    def token(self) -> str:
        """Return the name of the present state: another one after every commit by anyone, the same as long as nothing changes.

        It may be kept in a file and given to `changed_since` after a restart. Raises OSError.
        """
        with self._threads:
            return self._refreshed().token

    def changed_since(self, token: str) -> Changed | None:
        """Return the shelf and the id of every record that was put or removed since a state, by anyone.

        None when that is not known any more: then everything may be different. Raises OSError.
        """
        with self._threads:
            return changed_since(self._refreshed().history, token)

    def export(self) -> bytes:
        """Return the whole library as the one file that it would be without a log, for a backup. Raises OSError."""
        with self._threads:
            state = self._refreshed()
            return seal_raw(max(self._schema, state.base.schema), state.revision, state.tables)[0]

    def take_problems(self) -> tuple[Problem, ...]:
        """Return what was found wrong since the last call."""
        with self._threads:
            found = tuple(self._problems)
            self._problems.clear()
            if self._noted:
                self._forget_note()
            return found

    def _forget_note(self) -> None:
        try:
            self._disk.remove(self._files.untold)
        except OSError:
            return  # the next one tells it once more
        self._noted = False

    def _demand_transaction(self) -> None:
        if not self._open:
            self._seen = {}  # the records in memory may have been changed before they came here
            raise RuntimeError("the library is written inside a transaction only")

    def _hold(self, changes: Changes) -> None:
        self._written = True
        self._changes.append(changes)
        self._draft = changes.applied(self._draft)

    def _refreshed(self, locked: bool = False) -> State:
        """Bring the memory up to what is on the disk. A file that vanished is kept in memory and written again later."""
        known = self._files.newer(self._memory) if self._memory and not self._open else self._memory
        if known is None:
            known = self._loaded(locked)
        self._memory = known
        return known

    def _loaded(self, locked: bool) -> State:
        loaded = self._files.load()
        repair = Repair(self._files, self._snapshots, self._clock())
        if loaded.state:
            self._tell(repair.untold())
            return self._told(loaded.state)
        if loaded.empty and not self._snapshots.all():
            return State(Stamp(self._schema, 0, ""), 0, {}, {}, (("0-", frozenset()),))
        if not locked:
            self._disk.mkdir(self.path.parent)
            with self._disk.lock(self._files.lock):
                return self._loaded(locked=True)
        self._tell(repair.do(loaded, self._memory))
        repaired = self._files.load().state
        if repaired is None:
            raise OSError("the disk does not keep what is written to it")
        return self._told(repaired)

    def _tell(self, found: Problem | None) -> None:
        """Tell of a repair, and keep its note until that is taken."""
        if found and found not in self._problems:
            self._problems.append(found)
            self._noted = True

    def _told(self, state: State) -> State:
        """Tell of a newer schema, once, and keep up the names of states that the files do not know any more."""
        before, found = self._memory, state.base.schema
        if found > self._schema and (before is None or before.base.schema <= self._schema):
            self._problems.append(error("library-newer", str(self.path), file=self.path.name, found=found, known=self._schema))
        if before and changed_since(state.history, before.token) is None:
            return state.following(before, differences(before.tables, state.tables))
        return state

    def _commit(self, before: State, changes: Changes) -> None:
        whole = before.base.schema != self._schema or not before.base.revision or not self.path.exists()
        if not whole and not changes.named and not changes.dropped:
            return
        after = self._write_whole(before, changes) if whole else self._append(before, changes)
        write_mark(self._disk, self._files.mark, after.revision)
        self._memory = after
        if after.revision >= self._fold_from:
            self._fold_sometimes(after)

    def _append(self, before: State, changes: Changes) -> State:
        revision = before.revision + 1
        line = commit_line(self._schema, revision, changes)
        start = before.end
        if before.continued:
            extend(self._disk, self._files.log, start, line)
        else:
            head = head_line(before.revision, before.base.sha256, before.history)
            self._disk.write(self._files.log, head + line)
            start = len(head)
        return before.after(revision, self._draft, changes.named, line, start)

    def _write_whole(self, before: State, changes: Changes) -> State:
        """Write a file when there is none, or none of the present schema; what was there before is kept for ever."""
        if before.base.revision and before.base.schema < self._schema and self.path.exists():
            old, _ = seal_raw(before.base.schema, before.revision, before.found)
            self._snapshots.keep_old(before.base.schema, before.revision, old)
        return self._replace_file(before, before.revision + 1, self._draft, changes.named)

    def _replace_file(self, before: State, revision: int, tables: Raw, named: Changed | None) -> State:
        content, stamp = seal_raw(self._schema, revision, tables)
        history = before.history if named is None else (*before.history, (stamp.token, named))
        head = head_line(revision, stamp.sha256, history)
        self._disk.write(self.path, content)
        self._disk.write(self._files.log, head)
        return State(stamp, revision, tables, tables, history, head[:64], 0, len(head), True, len(content))

    def _fold_sometimes(self, state: State) -> None:
        """Make a new file of file and log when the log has grown, or once a day, with a copy. It may fail: all is saved."""
        today = self._clock().date()
        try:
            if self._folded != today:
                if not self._snapshots.has_today():
                    self._snapshots.keep_today(state.revision, seal_raw(self._schema, state.revision, state.tables)[0])
                self._folded = today
            if state.end > max(LOG_SIZE, state.size // 5):
                self._snapshots.keep_replaced(state.base.revision, self._files.log)
                self._memory = self._replace_file(state, state.revision, state.tables, None)
        except OSError as wrong:
            self._fold_from = state.revision + _TRY_AGAIN
            reason = wrong.strerror or type(wrong).__name__
            self._problems.append(problem("library-no-snapshot", str(self.path), file=self.path.name, reason=reason))
