"""Earlier states of the library, kept beside it: which are kept, and which of them still verifies."""

import datetime
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from app.store.disk import Disk
from app.store.envelope import Sealed, Stamp, unseal

RECENT = 8
DAILY = 12
WEEKLY = 10
MONTHLY = 9
"""How many are kept: of the last commits, of the last days, weeks and months that have any."""

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

    def keep(self, stamp: Stamp, present_schema: int) -> None:
        """Keep the state that the file holds now, before it is replaced. Raises OSError.

        The last few are second names of the old file; once a day, and before a migration, there is a real copy.
        A copy is made of a verified state only, and old ones go only after a new one was made.
        """
        self.disk.mkdir(self.folder)
        there = self.all()
        self._second_name(self.folder / f"last-{stamp.revision:012}.json")
        for one in [one for one in there if not one.day and not one.old][RECENT - 1 :]:
            self.disk.remove(one.path)
        if stamp.schema < present_schema:
            self._copy(self.folder / f"schema{stamp.schema}-{stamp.revision:012}.json")
        today = self.today()
        if any(one.day == today for one in there) or not self._copy(self.folder / f"{today}-{stamp.revision:012}.json"):
            return
        days = [one.day for one in there if one.day]
        staying = thinned([*days, today])
        for one in there:
            if one.day and one.day not in staying:
                self.disk.remove(one.path)

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

    def _second_name(self, target: Path) -> None:
        try:
            self.disk.link(self.file, target)
        except FileExistsError:
            return  # a commit that failed had kept this state already

    def _copy(self, target: Path) -> bool:
        content = self.disk.read(self.file)
        if not unseal(content):
            return False
        self.disk.write(target, content)
        return True


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
