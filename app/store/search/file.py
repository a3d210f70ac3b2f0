"""The file of the index: one that may be deleted, damaged or refused at any time, and is begun anew then."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing, nullcontext
from pathlib import Path
from typing import TypeVar

from app.store.disk import Disk
from app.store.search.words import version

T = TypeVar("T")

FORMAT = 1
"""Grows with every change of the tables or of what is put into them; files of other formats are left out."""

_WAIT = 10.0
"""Seconds to wait for another process that writes."""

_TABLES = (
    "CREATE TABLE IF NOT EXISTS docs (id INTEGER PRIMARY KEY, kind TEXT, key TEXT, state TEXT, digest TEXT, title TEXT,"
    " sort TEXT, parts TEXT, facets TEXT, UNIQUE (kind, key))",
    "CREATE INDEX IF NOT EXISTS docs_sort ON docs (sort)",
    "CREATE TABLE IF NOT EXISTS feeds (name TEXT PRIMARY KEY, token TEXT)",
    "CREATE TABLE IF NOT EXISTS words (id INTEGER PRIMARY KEY, word TEXT UNIQUE, stem TEXT)",
    "CREATE TABLE IF NOT EXISTS tags (tag TEXT, folded TEXT, doc INTEGER)",
    "CREATE INDEX IF NOT EXISTS tags_doc ON tags (doc)",
    # The tokenizer takes every letter outside ASCII as it is: what a word is is told by `words_of` alone.
    "CREATE VIRTUAL TABLE IF NOT EXISTS texts USING fts5 (title, tags, body, hidden, facets,"
    " content='', tokenize='ascii', detail='column', prefix='1 2 3')",
    "INSERT INTO texts (texts, rank) VALUES ('rank', 'bm25(10.0, 6.0, 1.0, 0.5, 0.0)')",
)

_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_REFUSED = (
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_NOLFS,
)


class DamagedError(Exception):
    """What the file holds is not what was put into it."""


class IndexFile:
    """The newest file of a folder that works; where the disk allows none, one in memory.

    A damaged file is not repaired or written over, because other processes may have it open: one of the next number is begun.
    No method raises what a file or a disk does.
    """

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._folder = folder
        self._disk = disk
        self._lock = threading.RLock()
        self._prefix = f"{FORMAT}-{version()}-"
        self._number = 0
        self._in_memory = False
        self._reader: sqlite3.Connection | None = None
        self._writer: sqlite3.Connection | None = None
        self._writing = threading.RLock()

    @property
    def generation(self) -> tuple[int, bool]:
        """Another value when another file took the place of the one before."""
        with self._lock:
            if not self._number:
                self._number = max([1, *self._numbers()])
            return self._number, self._in_memory

    def read(self, act: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """Do something with one state of the tables; `otherwise` when the file had to be begun anew, or is busy too long."""
        seen = self.generation
        try:
            # What is in memory is one connection for everybody.
            with self._writing if seen[1] else nullcontext(), self._lock:
                return self._read(act) if seen == self.generation else otherwise
        except (sqlite3.Error, OSError, DamagedError) as wrong:
            self._after(wrong, seen)
            return otherwise

    def write(self, act: Callable[[sqlite3.Connection], T]) -> T | None:
        """Make one change of the tables, wholly or not at all; None when the file had to be begun anew, or is busy too long."""
        with self._writing:
            seen = self.generation
            try:
                connection = self._opened_writer()
                return self._step("index", lambda: _changed(connection, act))
            except (sqlite3.Error, OSError, DamagedError) as wrong:
                self._after(wrong, seen)
                return None

    def check(self) -> None:
        """Look for damage, and begin anew where there is some."""
        self.write(_check)

    def look(self) -> None:
        """Begin anew where somebody has deleted the file."""
        with self._writing:
            if self._writer and not self._in_memory and not self._path(self._number).exists():
                self._renew()

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        with self._writing, self._lock:
            for connection in (self._reader, self._writer):
                if connection is not None:
                    _close(connection)
            self._reader = self._writer = None

    def _read(self, act: Callable[[sqlite3.Connection], T]) -> T:
        connection = self._reading()
        connection.execute("BEGIN")
        try:
            return act(connection)
        finally:
            if connection.in_transaction:
                connection.execute("COMMIT")

    def _reading(self) -> sqlite3.Connection:
        if self._in_memory:
            return self._opened_writer()
        if self._reader is None:
            self._opened_writer()  # makes the tables
            self._reader = self._connect()
            self._reader.execute("PRAGMA query_only = ON")
        return self._reader

    def _opened_writer(self) -> sqlite3.Connection:
        with self._lock:
            if self._writer is None:
                self._writer = self._step("open-index", self._opened)
            return self._writer

    def _step(self, name: str, act: Callable[[], T]) -> T:
        return act() if self._in_memory else self._disk.step(name, act)

    def _opened(self) -> sqlite3.Connection:
        if not self._in_memory:
            self._folder.mkdir(parents=True, exist_ok=True)
        connection = self._connect()
        try:
            if not self._in_memory:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = NORMAL")
            if connection.execute("PRAGMA user_version").fetchone()[0] != FORMAT:
                _changed(connection, _make)
        except BaseException:
            _close(connection)
            raise
        return connection

    def _connect(self) -> sqlite3.Connection:
        name = ":memory:" if self._in_memory else str(self._path(self._number))
        return sqlite3.connect(name, timeout=_WAIT, isolation_level=None, check_same_thread=False)

    def _path(self, number: int) -> Path:
        return self._folder / f"{self._prefix}{number}.db"

    def _numbers(self) -> list[int]:
        names = (path.name.removeprefix(self._prefix) for path in self._folder.glob(f"{self._prefix}*.db"))
        return [int(number) for name in names if (number := name.removesuffix(".db")).isdecimal() and len(number) < 10]

    def _after(self, wrong: Exception, seen: tuple[int, bool]) -> None:
        """Take the next file after damage, the memory after a refusal, the same after waiting in vain."""
        code = getattr(wrong, "sqlite_errorcode", 0) & 0xFF
        with self._writing, self._lock:
            if code in _BUSY or seen != self.generation:
                return
            if isinstance(wrong, OSError) or code in _REFUSED:
                self.close()
                self._in_memory = True
            else:
                self._renew()

    def _renew(self) -> None:
        with self._writing, self._lock:
            self.close()
            self._number += 1
            self._sweep()

    def _sweep(self) -> None:
        """Delete the files before the present one. What another program holds stays until the next time."""
        for number in self._numbers():
            for end in ("", "-wal", "-shm"):
                if number < self._number:
                    path = self._path(number)
                    try:
                        self._disk.remove(path.with_name(path.name + end))
                    except OSError:
                        continue


def _changed(connection: sqlite3.Connection, act: Callable[[sqlite3.Connection], T]) -> T:
    connection.execute("BEGIN IMMEDIATE")
    try:
        result = act(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return result


def _make(connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA user_version").fetchone()[0] != FORMAT:  # another process may have been quicker
        for table in _TABLES:
            connection.execute(table)
        connection.execute(f"PRAGMA user_version = {FORMAT}")


def _check(connection: sqlite3.Connection) -> None:
    with closing(connection.execute("PRAGMA quick_check(1)")) as found:
        if found.fetchone()[0] != "ok":
            raise DamagedError
    connection.execute("INSERT INTO texts (texts) VALUES ('integrity-check')")


def _close(connection: sqlite3.Connection) -> None:
    try:
        connection.close()
    except sqlite3.Error:
        return  # a damaged file closes badly
