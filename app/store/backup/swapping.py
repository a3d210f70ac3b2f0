"""Putting a restored workspace in the place of the present one, so that a crash leaves no mixture.

What was unpacked waits in `backups/.restoring/new`. Once the plan beside it is written, the swap is finished by whoever comes
next: each step tells by itself whether it was done.
"""

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

import orjson

from app.store.backup.form import FOLDER
from app.store.backup.tree import LIBRARY, PROPOSALS, STATE, is_passing
from app.store.disk import Disk
from app.store.entries import entries_in
from app.store.jsonfile import dump
from app.store.ledger import FILE_NAME as NUMBERS
from app.store.ledger import Ledger, read_ledger, write_ledger
from app.store.numbering import LOCK

_STAGE = ".restoring"
_PLAN = "plan.json"
_LARGEST = 100_000_000


def stage_of(workspace: Path) -> Path:
    """Return where the new state is unpacked."""
    return workspace / FOLDER / _STAGE / "new"


def parts_of(paths: Iterable[str]) -> set[str]:
    """Return what is swapped as one: each proposal, each file and folder of the library, and everything else at the top."""
    return {_part(path) for path in paths}


def swap(workspace: Path, bring: set[str], disk: Disk) -> None:
    """Let the unpacked parts take the place of everything there is. Only for who is alone. Raises OSError."""
    present = {_named(workspace, path) for path in _present(workspace, disk)}
    plan = dump({"bring": [*sorted(bring - {NUMBERS})], "drop": [*sorted(present - bring - {NUMBERS})]})
    disk.write(workspace / FOLDER / _STAGE / _PLAN, plan)
    finish(workspace, disk)


def is_unfinished(workspace: Path) -> bool:
    """Tell whether a restore was interrupted after its plan was made."""
    return (workspace / FOLDER / _STAGE / _PLAN).is_file()


def finish(workspace: Path, disk: Disk) -> None:
    """Carry out the plan of a restore that was interrupted; without a plan, clear away what it had unpacked. Raises OSError."""
    stage = workspace / FOLDER / _STAGE
    if not stage.is_dir():
        return
    if is_unfinished(workspace):
        plan = orjson.loads(disk.read(stage / _PLAN, _LARGEST))
        with ExitStack() as held:
            for lock in (workspace / STATE / LOCK, workspace / LIBRARY / "library.json.lock"):
                disk.mkdir(lock.parent)
                held.enter_context(disk.lock(lock))
            _keep_numbers(workspace, stage, disk)
            for name in (*plan["drop"], *plan["bring"]):
                if name == NUMBERS:
                    continue
                with ExitStack() as one:
                    if name.startswith(f"{PROPOSALS}/"):
                        one.enter_context(disk.lock(workspace / STATE / f"{Path(name).name}.lock"))
                    _exchange(workspace, stage, name, name in plan["bring"], disk)
        disk.remove(stage / _PLAN)
    disk.remove_tree(stage)


def _keep_numbers(workspace: Path, stage: Path, disk: Disk) -> None:
    """Join what the present state and the backup know of numbers: one that a client has seen since is never given again.

    Doing it twice does no harm, so that a swap may be interrupted anywhere. Raises OSError.
    """
    known = Ledger()
    for place in (workspace, stage / "old", stage / "new"):
        read = read_ledger(place, entries_in(place / PROPOSALS, disk), disk).ledger
        if read is None:  # a newer program keeps it: what is there stays
            return
        known = known.joined(read)
    if known != Ledger():
        write_ledger(workspace, known, disk)


def _exchange(workspace: Path, stage: Path, name: str, bring: bool, disk: Disk) -> None:
    """Put a part aside and its successor in its place, as far as that was not done before."""
    new, present, old = stage / "new" / name, workspace / name, stage / "old" / name
    if present.exists() and not old.exists() and (new.exists() or not bring):
        disk.mkdir(old.parent)
        disk.move(present, old)
    if bring and new.exists():
        disk.mkdir(present.parent)
        disk.move(new, present)


def _present(workspace: Path, disk: Disk) -> Iterable[Path]:
    for path in disk.list(workspace):
        if path.name in (STATE, FOLDER) or is_passing(path.name):
            continue
        if path.name in (LIBRARY, PROPOSALS) and path.is_dir():
            yield from (one for one in disk.list(path) if not is_passing(one.name))
        else:
            yield path


def _named(workspace: Path, path: Path) -> str:
    return path.relative_to(workspace).as_posix()


def _part(path: str) -> str:
    first, _, rest = path.partition("/")
    return f"{first}/{rest.split('/')[0]}" if rest and first in (LIBRARY, PROPOSALS) else first
