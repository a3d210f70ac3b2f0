"""Who has a proposal open: one process at a time works on it, and others are told which.

On one machine the system's lock decides: it is gone at once when its process is, however that ended, and never before.
Between machines such locks are not to be trusted, so there a small file beside the lock tells, and it is never taken
away without being asked to: a person decides whether the other machine still works.
"""

import datetime
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import orjson

from app.problems import Problem, problem
from app.store.disk import Disk, Held
from app.store.trouble import trouble
from app.store.work.me import Me

PULSE = 30.0
"""Seconds between signs of life, for a window's timer."""

SILENT = datetime.timedelta(minutes=3)
"""A machine that gave no sign of life for so long has perhaps lost its power; that is told, and decides nothing."""

_FOLDER = "open"
_LARGEST = 10_000


class Where(StrEnum):
    """Where a proposal is open."""

    HERE = "here"
    """On this machine: in another window or another process."""
    ELSEWHERE = "elsewhere"
    """On another machine."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a proposal open. `pid` is 0 and `since` None where they are not known; `seen` is the last sign of life."""

    where: Where
    user: str
    host: str
    pid: int
    socket: str
    since: datetime.datetime | None
    seen: datetime.datetime | None

    def silent(self, now: datetime.datetime) -> bool:
        """Tell whether there was no sign of life for long, as far as the clocks of two machines agree."""
        return self.seen is None or now - self.seen > SILENT


@dataclass(frozen=True, slots=True)
class Asked:
    """The answer to asking for a proposal: it is ours, or somebody holds it; the problems say what others will not see."""

    presence: "Presence | None"
    holder: Holder | None = None
    problems: tuple[Problem, ...] = ()


class Presence:
    """A proposal that is open here. Made by `ask`."""

    def __init__(self, file: Path, held: Held | None, me: Me, disk: Disk) -> None:
        self._file, self._held, self._me, self._disk = file, held, me, disk
        self._since = me.moment()
        self.told = False

    def pulse(self) -> tuple[Problem, ...]:
        """Give a sign of life; to be called every PULSE seconds. Tells when somebody else has taken the proposal over."""
        try:
            other = _read(self._file, self._disk)
            if other and not self._is_mine(other):
                return (problem("work-taken-over", str(self._file), user=other["user"], host=other["host"]),)
            self._lock_again()
            self.tell()
        except OSError as wrong:
            return (trouble(wrong, self._file),) if self.told else ()
        return ()

    def _lock_again(self) -> None:
        """Take the lock anew where somebody has deleted its file, as happens to folders that look like rubbish."""
        lock = self._file.with_suffix(".lock")
        if self._held is None or self._held.is_of(lock):
            return
        self._disk.mkdir(lock.parent)
        held = self._disk.hold(lock)
        if held:
            self._held.release()
            self._held = held

    def tell(self) -> None:
        """Write down who has it open. Raises OSError."""
        me = self._me
        body = {"user": me.user, "host": me.host, "pid": me.pid, "socket": me.socket}
        times = {"since": self._since.isoformat(), "seen": me.moment().isoformat()}
        self._disk.mkdir(self._file.parent)
        self._disk.write(self._file, orjson.dumps(body | times, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
        self.told = True

    def leave(self) -> None:
        """Say that it is open here no longer. What the disk refuses is passed over: the lock is gone in any case."""
        try:
            found = _read(self._file, self._disk)
            if found is None or self._is_mine(found):
                self._disk.remove(self._file)
        except OSError:
            pass
        finally:
            if self._held:
                self._held.release()

    def _is_mine(self, found: dict[str, Any]) -> bool:
        return (found["host"], found["pid"]) == (self._me.host, self._me.pid)


def ask(state: Path, folder: Path, me: Me, disk: Disk, take_over: bool = False) -> Asked:
    """Ask to work on the proposal in a folder; `state` is where the workspace keeps locks.

    `take_over` is for after a person has said that the other machine works on it no longer; a process of this machine
    cannot be robbed. Where nothing can be locked or written down, that is told, and prevents nobody from working.
    """
    file = state / _FOLDER / f"{folder.name}.json"
    told: list[Problem] = []
    held = _locked(file, disk, told)
    if held is None and not told:
        return Asked(None, _holder(_known(file, disk), me))
    found = _known(file, disk)
    if found and _is_in_the_way(found, me, bool(told)) and not (take_over and found["host"] != me.host):
        if held:
            held.release()
        return Asked(None, _holder(found, me))
    presence = Presence(file, held, me, disk)
    try:
        disk.sweep(file.parent, file.name)
        presence.tell()
    except OSError as wrong:
        told = [_untold(wrong, file)]  # where it could not be written even once, a pulse says nothing new
    return Asked(presence, None, tuple(told))


def at_work(state: Path, me: Me, disk: Disk, but: str = "") -> tuple[Holder, ...]:
    """Return who has a proposal of a workspace open now: other windows and processes, and machines that gave a sign of life.

    `but` is the name of a folder that does not count.
    """
    found = []
    try:
        files = [file for file in disk.list(state / _FOLDER) if file.suffix == ".json" and file.stem != but]
    except OSError:
        return ()
    for file in files:
        known = _known(file, disk)
        holder = _holder(known, me)
        alive = _is_locked(file, disk) if holder.where is Where.HERE else not holder.silent(me.moment())
        if known and alive:
            found.append(holder)
    return tuple(found)


def _is_locked(file: Path, disk: Disk) -> bool:
    try:
        held = disk.hold(file.with_suffix(".lock"))
    except OSError:
        return False
    if held:
        held.release()
    return held is None


def _locked(file: Path, disk: Disk, told: list[Problem]) -> Held | None:
    try:
        disk.mkdir(file.parent)
        return disk.hold(file.with_suffix(".lock"))
    except OSError as wrong:
        told.append(_untold(wrong, file))
        return None


def _is_in_the_way(found: dict[str, Any], me: Me, lockless: bool) -> bool:
    """Tell whether somebody who is written down works on it: with the lock in our hands, nobody of this machine does."""
    if found["host"] != me.host:
        return True
    return lockless and found["pid"] != me.pid and me.moment() - found["seen"] <= SILENT


def _untold(wrong: OSError, file: Path) -> Problem:
    return problem("work-no-lock", str(file), file=file.stem, reason=wrong.strerror or type(wrong).__name__)


def _known(file: Path, disk: Disk) -> dict[str, Any] | None:
    try:
        return _read(file, disk)
    except OSError:
        return None


def _holder(found: dict[str, Any] | None, me: Me) -> Holder:
    """Return who holds it; a holder that has not told yet is of this machine, for a lock is what was met."""
    if found is None:
        return Holder(Where.HERE, "", me.host, 0, "", None, None)
    where = Where.HERE if found["host"] == me.host else Where.ELSEWHERE
    return Holder(where, found["user"], found["host"], found["pid"], found["socket"], found["since"], found["seen"])


def _read(file: Path, disk: Disk) -> dict[str, Any] | None:
    """Return what was told, None when nothing that can be read was. Raises OSError."""
    try:
        body = orjson.loads(disk.read(file, _LARGEST))
        found: dict[str, Any] = {key: str(body[key]) for key in ("user", "host", "socket")}
        found["pid"] = int(body["pid"])
        found |= {key: datetime.datetime.fromisoformat(body[key]).astimezone(datetime.UTC) for key in ("since", "seen")}
    except (FileNotFoundError, ValueError, KeyError, TypeError, OverflowError):
        return None
    return found
