"""Earlier states of the library, kept beside it: which are kept, and which of them still verifies."""

import datetime
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from app.store.commitlog import Log, parse
from app.store.disk import Disk
from app.store.envelope import Sealed, unseal

RECENT = 3
DAILY = 12
WEEKLY = 10
MONTHLY = 9
"""How many are kept: of the last files that a new one replaced, of the last days, weeks and months that have any."""

_NAME = re.compile(r"(?:(?P<day>\d{4}-\d{2}-\d{2})|(?P<old>schema\d+)|last)-(?P<revision>\d{12})\.json")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One file: the state of `revision`; `day` is set for copies of a day, `old` for states before a migration."""

    path: Path
    revision: int
    day: datetime.date | None
    old: bool


@dataclass(frozen=True)
class Snapshots:
    """The snapshots of one file, in the folder `<file>.snapshots`."""

    file: Path
    disk: Disk
    today: Callable[[], datetime.date]

    @property
    def folder(self) -> Path:
        """Where they are."""
        return self.file.with_name(f"{self.file.name}.snapshots")

    def all(self) -> list[Snapshot]:
        """Return the snapshots there are, the newest state first."""
        found = [(path, _NAME.fullmatch(path.name)) for path in self.disk.list(self.folder)]
        read = [_snapshot(path, match) for path, match in found if match]
        return sorted((one for one in read if one), key=lambda one: (one.revision, one.path.name), reverse=True)

    def keep_replaced(self, revision: int, log: Path) -> None:
        """Give the file and its log second names, before new ones replace them. Raises OSError.

        Together they hold every commit up to the new file: when that is damaged, nothing is lost.
        """
        self.disk.mkdir(self.folder)
        there = [one for one in self.all() if not one.day and not one.old]
        self._second_name(self.file, self.folder / f"last-{revision:012}.json")
        if log.exists():
            self._second_name(log, self.folder / f"last-{revision:012}.log")
        for one in [one for one in there if one.revision != revision][RECENT - 1 :]:
            self.disk.remove(one.path)
            self.disk.remove(one.path.with_suffix(".log"))

    def keep_old(self, schema: int, revision: int, content: bytes) -> None:
        """Keep a state as it was before a migration, for ever. Raises OSError."""
        self.disk.mkdir(self.folder)
        self.disk.write(self.folder / f"schema{schema}-{revision:012}.json", content)

    def has_today(self) -> bool:
        """Tell whether there is a copy of today. Raises OSError."""
        today = self.today()
        return any(one.day == today for one in self.all())

    def keep_today(self, revision: int, content: bytes) -> None:
        """Keep a copy of today's first state, and take those away that are not to stay. Raises OSError."""
        self.disk.mkdir(self.folder)
        today = self.today()
        self.disk.write(self.folder / f"{today}-{revision:012}.json", content)
        there = self.all()
        staying = thinned(one.day for one in there if one.day)
        for one in there:
            if one.day and one.day not in staying:
                self.disk.remove(one.path)

    def logs(self) -> list[Log]:
        """Return the logs that were kept."""
        found = []
        for path in self.disk.list(self.folder):
            if path.suffix == ".log":
                try:
                    found.append(parse(self.disk.read(path)))
                except OSError:
                    continue  # what it holds is missed, and told
        return found

    def newest_good(self) -> tuple[Snapshot, Sealed] | None:
        """Return the newest snapshot that verifies, with what is in it."""
        for one in self.all():
            sealed = self._opened(one.path)
            if sealed:
                return one, sealed
        return None

    def _opened(self, path: Path) -> Sealed | None:
        """Read a snapshot, a second time if need be: a newer state is not given up for a moment's failure."""
        for _ in range(2):
            try:
                return unseal(self.disk.read(path))
            except OSError:
                continue
        return None

    def _second_name(self, file: Path, target: Path) -> None:
        try:
            self.disk.link(file, target)
        except FileExistsError:
            return  # an attempt that failed had kept it already


def thinned(days: Iterable[datetime.date]) -> set[datetime.date]:
    """Return the days to keep: the last ones, and the last day of each of the last weeks and months that have any."""
    newest = sorted(set(days), reverse=True)
    weeks = {day.isocalendar()[:2]: day for day in reversed(newest)}
    months = {(day.year, day.month): day for day in reversed(newest)}
    by_week = sorted(weeks.values(), reverse=True)[:WEEKLY]
    by_month = sorted(months.values(), reverse=True)[:MONTHLY]
    return {*newest[:DAILY], *by_week, *by_month}


def _snapshot(path: Path, match: re.Match[str]) -> Snapshot | None:
    try:
        day = datetime.date.fromisoformat(match["day"]) if match["day"] else None
    except ValueError:
        return None
    return Snapshot(path, int(match["revision"]), day, bool(match["old"]))
