"""What is done at the start: proposals whose last session did not end are looked after, and a list of them is made."""

import datetime
from dataclasses import dataclass
from pathlib import Path

from app.log import journal as log
from app.problems import Problem
from app.store.source import FILE_NAME, digest_of
from app.store.trouble import trouble
from app.store.work.entries import Entry, Kind
from app.store.work.journal import Journal, add_entries, was_closed
from app.store.work.me import Me, myself
from app.store.work.mending import Mended, changed_since, mended, put_right
from app.store.work.presence import ask
from app.store.work.versions import Versions
from app.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Recovered:
    """A proposal whose last session did not end: a crash, a power cut, a killed process.

    `saved` is the moment of the last save, `edits` what was done since the proposal had been opened, by `who`.
    `replayed` tells that a save was finished from the journal; `restored_from` is "journal" or the id of a version when
    the file was damaged, which is kept as `aside`. `opening` is the id of the version that holds the state at opening,
    for going back; empty when that is the present state or cannot be told. `swept` counts leftovers that were deleted.
    """

    folder: Path
    number: str
    title: str
    who: str
    saved: datetime.datetime | None
    edits: tuple[str, ...]
    replayed: bool
    restored_from: str
    aside: str
    opening: str
    swept: int
    problems: tuple[Problem, ...]


def recover(workspace: Workspace, me: Me | None = None) -> tuple[Recovered, ...]:
    """Look after every proposal whose last session did not end, and return those where something had been done.

    Each is brought to its last state and closed, so that it is listed once. What somebody has open is left alone.
    """
    me = me or myself()
    try:
        folders = [path for path in workspace.disk.list(workspace.folder) if not path.name.startswith(".")]
    except OSError:
        return ()
    found = (_recovered(workspace, folder, me) for folder in folders if _is_open(folder))
    recovered = tuple(one for one in found if one)
    if recovered:
        log.note("recovered", count=len(recovered))
    return recovered


def _is_open(folder: Path) -> bool:
    try:
        return not was_closed(folder)
    except OSError:
        return False


def _recovered(workspace: Workspace, folder: Path, me: Me) -> Recovered | None:
    presence = ask(workspace.state, folder, me, workspace.disk).presence
    if presence is None:
        return None
    disk, versions = workspace.disk, Versions(workspace.disk, me.now)
    try:
        disk.mkdir(workspace.state)
        with disk.lock(workspace.state / f"{folder.name}.lock"):
            found = put_right(folder, mended(folder, versions, disk, certain=True), me, disk)
            said = changed_since(folder, found.content, found.journal, versions)
            recovered = _told(folder, found, _opening(folder, found, versions), said)
            _close(workspace, folder, found, me)
    except OSError as wrong:
        return Recovered(folder, "", folder.name, "", None, (), False, "", "", "", 0, (trouble(wrong, folder / FILE_NAME),))
    finally:
        presence.leave()
    return recovered if recovered.edits or recovered.problems else None


def _told(folder: Path, found: Mended, opening: str, said: tuple[Problem, ...]) -> Recovered:
    proposal = found.read.proposal
    last = _last_save(found.journal)
    return Recovered(
        folder=folder,
        number=proposal.number if proposal else "",
        title=proposal.title if proposal else folder.name,
        who=last.who if last else "",
        saved=last.at if last else None,
        edits=found.journal.edits,
        replayed=found.replayed,
        restored_from=found.restored_from,
        aside=found.aside,
        opening=opening,
        swept=found.swept,
        problems=(*found.problems, *said),
    )


def _last_save(journal: Journal) -> Entry | None:
    return next((entry for entry in reversed(journal.entries) if entry.kind is Kind.SAVED), None)


def _opening(folder: Path, found: Mended, versions: Versions) -> str:
    """Keep the state at opening as a version; return its id. Raises OSError."""
    start = found.journal.opening
    if start is None or found.journal.entries[start].after == digest_of(found.content):
        return ""
    state = found.journal.state(start, found.content)
    entry = found.journal.entries[start]
    return "" if state is None else versions.rescue(folder, state, entry.at, entry.who).id


def _close(workspace: Workspace, folder: Path, found: Mended, me: Me) -> None:
    """Write that the session ended. A proposal that could not be read stays open, to be looked at again. Raises OSError."""
    if found.read.proposal is None:
        return
    start = found.journal.opening
    session = found.journal.entries[start].session if start is not None else ""
    digest = digest_of(found.content)
    add_entries(folder, (Entry(Kind.CLOSED, me.moment(), me.name, session, digest, digest),), workspace.disk)
