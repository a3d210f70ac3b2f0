"""A TinyDB storage that loses nothing: atomic, verified, locked between processes, with snapshots to fall back on."""

import datetime
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tinydb.storages import Storage

from app.problems import Problem, Severity, error, problem
from app.store.disk import Disk
from app.store.envelope import HEAD_SIZE, Sealed, Stamp, seal, stamp_of, unseal
from app.store.migrations import LIBRARY_SCHEMA, LIBRARY_STEPS, Data, Steps, upgrade
from app.store.snapshots import Snapshots

Clock = Callable[[], datetime.datetime]


def utc_now() -> datetime.datetime:
    """Return the present time."""
    return datetime.datetime.now(datetime.UTC)


class NewerSchemaError(Exception):
    """The file was written by a newer program and must not be written by this one."""


class DurableStorage(Storage):
    """The tables of one file.

    Reading needs no lock: a file is replaced whole. Writing is possible inside `transaction()` only, which holds the
    lock from the reading to the writing; what another process wrote meanwhile is read first. All methods raise
    OSError when the disk refuses. What was found damaged or newer is told by `take_problems`.
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
        self.loads = 0
        self._disk = disk or Disk()
        self._clock = clock
        self._schema = schema
        self._steps = steps
        self._snapshots = Snapshots(path, self._disk, lambda: clock().date())
        self._memory: Sealed | None = None
        self._pending: Data | None = None
        self._open = False
        self._threads = threading.RLock()
        self._problems: list[Problem] = []

    def read(self) -> Data:
        """Return the tables as they are now; inside a transaction, as it has made them."""
        with self._threads:
            if self._pending is not None:
                return self._pending
            if not self._open:
                self._refresh()
            return self._known().data

    def write(self, data: Data) -> None:
        """Hold tables until the transaction ends. Raises RuntimeError outside of one."""
        with self._threads:
            if not self._open:
                self._memory = None  # the tables in memory were changed before they came here
                raise RuntimeError("the library is written inside a transaction only")
            self._pending = data

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make everything inside one change: all of it is written at the end, none of it when something raises.

        Raises NewerSchemaError before anything is changed when the file is of a newer schema.
        """
        with self._threads:
            if self._open:
                raise RuntimeError("a transaction holds no other one")
            self._disk.mkdir(self.path.parent)
            with self._disk.lock(self._lock_file):
                self._disk.sweep(self.path.parent, self.path.name)
                self._refresh(locked=True)
                if self._known().stamp.schema > self._schema:
                    raise NewerSchemaError
                self._open = True
                try:
                    yield
                    if self._pending is not None:
                        self._commit(self._pending)
                except BaseException:
                    self._memory = None  # its tables may have been changed
                    raise
                finally:
                    self._open, self._pending = False, None

    def token(self) -> str:
        """Return the name of the present state: another one after every commit by anyone, the same as long as nothing changes.

        It may be kept in a file and given to `changed_since` after a restart. Raises OSError.
        """
        with self._threads:
            if not self._open:
                self._refresh()
            stamp = self._known().stamp
            return f"{stamp.revision}-{stamp.sha256[:16]}"

    def changed_since(self, token: str) -> frozenset[tuple[str, str]] | None:
        """Return the shelf and the id of every record that was put or removed since a state, by anyone.

        None when that is not known any more: then everything may be different. Raises OSError.
        """
        return frozenset() if token == self.token() else None

    def take_problems(self) -> tuple[Problem, ...]:
        """Return what was found wrong since the last call."""
        with self._threads:
            found = tuple(self._problems)
            self._problems.clear()
            return found

    @property
    def _lock_file(self) -> Path:
        return self.path.with_name(f"{self.path.name}.lock")

    def _known(self) -> Sealed:
        assert self._memory is not None
        return self._memory

    def _refresh(self, locked: bool = False) -> None:
        """Bring the memory up to what is on the disk. A file that vanished is kept in memory and written again later."""
        try:
            stamp = stamp_of(self._disk.head(self.path, HEAD_SIZE))
        except FileNotFoundError:
            if self._memory is None:
                self._load(None, locked)
            return
        if self._memory is None or stamp != self._memory.stamp:
            self._load(self._disk.read(self.path), locked)

    def _load(self, content: bytes | None, locked: bool) -> None:
        sealed = unseal(content) if content is not None else None
        if sealed:
            self._remember(sealed)
        elif content is None and not self._snapshots.all():
            self._memory = Sealed(Stamp(self._schema, 0, ""), {})
        elif locked:
            self._repair()
        else:
            self._repair_alone()

    def _remember(self, sealed: Sealed) -> None:
        found = sealed.stamp.schema
        if found > self._schema and (self._memory is None or self._memory.stamp.schema <= self._schema):
            self._problems.append(error("library-newer", str(self.path), file=self.path.name, found=found, known=self._schema))
        data = upgrade(sealed.data, found, self._schema, self._steps) if found < self._schema else sealed.data
        self._memory = Sealed(sealed.stamp, data)
        self.loads += 1

    def _repair_alone(self) -> None:
        """Repair under the lock, unless another process did while this one waited for it."""
        self._disk.mkdir(self.path.parent)
        with self._disk.lock(self._lock_file):
            try:
                sealed = unseal(self._disk.read(self.path))
            except FileNotFoundError:
                sealed = None
            if sealed:
                self._remember(sealed)
            else:
                self._repair()

    def _repair(self) -> None:
        """Put the damaged file aside and go on with the newest state that verifies: the memory, or a snapshot."""
        aside = self._set_aside()
        newest = self._memory.stamp.revision if self._memory else 0
        newest = max([newest, *(one.revision for one in self._snapshots.all())])
        kept, code, snapshot = self._best()
        content, stamp = seal(kept.stamp.schema, newest + 1, kept.data)
        self._disk.write(self.path, content)
        facts = {"file": self.path.name, "aside": aside.name if aside else "–", "snapshot": snapshot}
        severity = Severity.WARNING if code == "library-rewritten" else Severity.ERROR
        self._problems.append(problem(code, str(self.path), severity, **facts))
        self._remember(Sealed(stamp, kept.data))

    def _best(self) -> tuple[Sealed, str, str]:
        """Return the newest state there is, the problem that tells about it, and the name of the snapshot it is from."""
        good = self._snapshots.newest_good()
        if self._memory and (not good or self._memory.stamp.revision >= good[1].stamp.revision):
            schema = max(self._memory.stamp.schema, self._schema)  # the memory was upgraded
            return Sealed(Stamp(schema, 0, ""), self._memory.data), "library-rewritten", "–"
        if good:
            return good[1], "library-restored", good[0].path.name
        return Sealed(Stamp(self._schema, 0, ""), {}), "library-lost", "–"

    def _set_aside(self) -> Path | None:
        if not self.path.exists():
            return None
        for count in range(1, 1000):
            aside = self.path.with_name(f"{self.path.stem}.damaged-{self._clock():%Y%m%d-%H%M%S}-{count}{self.path.suffix}")
            try:
                self._disk.link(self.path, aside)
            except FileExistsError:
                continue
            return aside
        return None

    def _commit(self, data: Data) -> None:
        known = self._known().stamp
        content, stamp = seal(self._schema, known.revision + 1, data)
        if known.revision and self.path.exists():
            try:
                self._snapshots.keep(known, self._schema)
            except OSError as wrong:
                reason = wrong.strerror or type(wrong).__name__
                self._problems.append(problem("library-no-snapshot", str(self.path), file=self.path.name, reason=reason))
        self._disk.write(self.path, content)
        self._memory = Sealed(stamp, data)
