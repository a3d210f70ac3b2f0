"""One backup a day by itself, when something has changed, and which of them are kept."""

import datetime
from collections.abc import Sequence
from pathlib import Path

from app.store.archive.reading import opened
from app.store.archive.refused import RefusedError
from app.store.backup import form
from app.store.backup.form import Kept, Made, head_of, kept_in
from app.store.backup.making import Progress, alone, carry_on, made
from app.store.backup.tree import tree_of
from app.store.disk import Disk
from app.store.snapshots import thinned
from app.store.trouble import trouble

WHY = "daily"


def due(workspace: Path, now: datetime.datetime, disk: Disk | None = None) -> bool:
    """Tell whether a daily backup is to be made: none was today, and the newest one is not of this very state.

    Nothing is read but names, sizes and times of files. A workspace that cannot be looked at is due: making it will tell why.
    """
    disk = disk or Disk()
    try:
        kept = kept_in(workspace, disk)
        today = now.astimezone(datetime.UTC).date()
        if any(one.why == WHY and one.at.date() == today for one in kept):
            return False
        tree = tree_of(workspace, disk)
        return any(unit.leaves for unit in tree.units) and not (kept and _tree(kept[0], disk) == tree.fingerprint)
    except OSError:
        return True


def daily(workspace: Path, now: datetime.datetime, disk: Disk | None = None, progress: Progress = carry_on) -> Made:
    """Make the backup of the day if it is due; no file and no problems where it is not.

    Older ones go after the new one was read back, and never all of a day, week or month that is kept.
    """
    disk = disk or Disk()
    try:
        if not due(workspace, now, disk):
            return Made(None)
        with alone(workspace, disk):
            if not due(workspace, now, disk):  # somebody else was quicker
                return Made(None)
            done = made(workspace, now, None, disk, progress, WHY)
            if done.file:
                for path in surplus(kept_in(workspace, disk)):
                    disk.remove(path)
            return done
    except OSError as wrong:
        return Made(None, (trouble(wrong, Path(str(wrong.filename or workspace))),))


def surplus(kept: Sequence[Kept]) -> list[Path]:
    """Return the daily backups to let go; those that somebody asked for stay."""
    own = [one for one in kept if one.why == WHY]
    newest = {one.at.date(): one.path for one in sorted(own, key=lambda one: (one.at, one.path.name))}
    staying = {newest[day] for day in thinned(newest)}
    return [one.path for one in own if one.path not in staying]


def _tree(kept: Kept, disk: Disk) -> str:
    try:
        with opened(kept.path, form.LIMITS, disk) as archive:
            return head_of(archive).tree
    except RefusedError:
        return ""
