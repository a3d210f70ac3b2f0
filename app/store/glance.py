"""The list of proposals at a glance: what was read of a file is believed as long as the file is the same."""

import json
from pathlib import Path
from typing import Any

from app.store.disk import Disk
from app.store.entries import ProposalEntry, entry_from, entry_of
from app.store.names import FILE_NAME

_LARGEST = 20_000_000
_RULES = 1
"""Grows when more is told of a proposal; what other rules wrote is read anew."""


def glance(folder: Path, disk: Disk, kept: Path) -> tuple[ProposalEntry, ...]:
    """Return what `entries_in` does; files that are as they were last time are not opened. Raises OSError.

    `kept` is the file that remembers. What the disk refuses of it is read anew the next time.
    """
    before = _remembered(kept, disk)
    after: dict[str, list[Any]] = {}
    found = []
    for path in disk.list(folder):
        if path.name.startswith("."):
            continue
        try:
            state = (path / FILE_NAME).stat()
        except OSError:
            continue
        stamp = [state.st_mtime_ns, state.st_size, state.st_ino]
        known = before.get(path.name)
        if known is None or known[0] != stamp:
            entry = entry_of(path, disk)
            known = [stamp, entry.told if entry and entry.readable else None]
        else:
            entry = entry_from(path, known[1], state.st_mtime) if known[1] is not None else entry_of(path, disk)
        if entry is not None:
            found.append(entry)
            after[path.name] = known
    if after != before:
        _remember(kept, disk, after)
    return tuple(sorted(found, key=lambda entry: entry.modified, reverse=True))


def _remembered(kept: Path, disk: Disk) -> dict[str, list[Any]]:
    try:
        body = json.loads(disk.read(kept, _LARGEST))  # loads in a moment, and this is the start
    except (OSError, ValueError, RecursionError):
        return {}
    rows = body.get("rows") if isinstance(body, dict) and body.get("rules") == _RULES else None
    sound = isinstance(rows, dict) and all(
        isinstance(row, list) and len(row) == 2 and (row[1] is None or isinstance(row[1], dict)) for row in rows.values()
    )
    return rows if isinstance(rows, dict) and sound else {}


def _remember(kept: Path, disk: Disk, rows: dict[str, list[Any]]) -> None:
    try:
        disk.write(kept, json.dumps({"rules": _RULES, "rows": rows}).encode())
    except OSError:
        return
