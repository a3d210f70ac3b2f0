"""Bringing a proposal's file up to what its journal tells, and putting back the last good state of a damaged one."""

import datetime
from dataclasses import dataclass, replace
from pathlib import Path

from app.log import journal as log
from app.problems import Problem, Severity, error, problem
from app.store.disk import Disk
from app.store.jsonfile import LARGEST_FILE
from app.store.source import FILE_NAME, SourceRead, digest_of, parse_source
from app.store.work.journal import JOURNAL, Journal, read_journal
from app.store.work.me import Me
from app.store.work.versions import VERSIONS, Versions


@dataclass(frozen=True, slots=True)
class Mended:
    """A proposal's file as it should be: `content` with what it reads as, and how that came about.

    `replayed` tells that a save was finished that a crash had interrupted; `restored_from` is "journal" or the id of a
    version when the file was damaged, `aside` the name under which the damaged one was kept. `swept` counts temporary
    files of saves that a crash had interrupted. `changed` tells that the file has to be written.
    """

    content: bytes
    read: SourceRead
    journal: Journal
    replayed: bool = False
    restored_from: str = ""
    aside: str = ""
    swept: int = 0
    problems: tuple[Problem, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether the file is not yet what it should be."""
        return self.replayed or bool(self.restored_from)


def mended(folder: Path, versions: Versions, disk: Disk, *, certain: bool = False) -> Mended:
    """Find out what a proposal's file should be; nothing is written.

    Raises OSError when the file cannot be read; when the journal cannot, only where that is needed: for a damaged file,
    and with `certain`.
    """
    file = folder / FILE_NAME
    missing = False
    try:
        content = disk.read(file, LARGEST_FILE)
    except FileNotFoundError:
        content, missing = b"", True
    read = parse_source(content, file)
    damaged = read.proposal is None and not _is_newer(read)
    journal, said = _journal(folder, disk, certain or damaged)
    if damaged:
        return _restored(folder, content, read, journal, versions, missing, said)
    replayed = None if read.proposal is None else _interrupted(journal, content)
    again = parse_source(replayed, file) if replayed is not None else read
    if replayed is None or again.proposal is None:
        return Mended(content, read, journal, problems=tuple(said))
    return Mended(replayed, again, journal, replayed=True, problems=tuple(said))


def put_right(folder: Path, found: Mended, me: Me, disk: Disk) -> Mended:
    """Write what `mended` found, the damaged file set aside first; take leftovers away. Only for who holds the proposal.

    Raises OSError.
    """
    file = folder / FILE_NAME
    aside = _set_aside(file, me.moment(), disk) if found.restored_from else ""
    if found.restored_from:
        log.note("damage")
    if found.changed:
        disk.write(file, found.content)
    return told(replace(found, aside=aside, swept=_sweep(folder, disk)), file)


def told(found: Mended, file: Path) -> Mended:
    """Return the same with the problem that tells what was done about the file."""
    if found.restored_from:
        code = "work-restored" if found.restored_from == "journal" else "work-restored-version"
        added = problem(code, str(file), file=file.name, version=found.restored_from, aside=found.aside or "–")
    elif found.replayed:
        added = problem("work-replayed", str(file), Severity.INFO, file=file.name)
    else:
        return found
    return replace(found, problems=(*found.problems, added))


def _journal(folder: Path, disk: Disk, certain: bool) -> tuple[Journal, list[Problem]]:
    """Read the journal, a second time if need be; one that cannot be read is as if there were none, unless it is needed."""
    try:
        journal = read_journal(folder, disk)
    except OSError:
        try:
            journal = read_journal(folder, disk)
        except OSError as wrong:
            if certain:
                raise
            return Journal(), [problem("work-no-journal", JOURNAL, reason=wrong.strerror or type(wrong).__name__)]
    return journal, [problem("work-journal-damaged", JOURNAL, file=JOURNAL, lines=journal.damaged)] if journal.damaged else []


def _interrupted(journal: Journal, content: bytes) -> bytes | None:
    """Return the state that a save was to write when it was interrupted: the file is at an earlier one of that session."""
    start = journal.opening
    digest = digest_of(content)
    if start is None or digest == journal.last or digest not in journal.digests(start):
        return None
    return journal.state(len(journal.entries) - 1, content)


def _restored(
    folder: Path, content: bytes, read: SourceRead, journal: Journal, versions: Versions, missing: bool, said: list[Problem]
) -> Mended:
    """Return the newest state that verifies and reads: the journal's, or a version."""
    file = folder / FILE_NAME
    newest = journal.newest()
    version = versions.newest_good(folder)
    states: list[tuple[datetime.datetime, str, bytes]] = []
    if newest:
        states.append((journal.entries[newest[0]].at, "journal", newest[1]))
    if version:
        states.append((version[0].at, version[0].id, version[1]))
    for _, source, state in sorted(states, reverse=True):
        good = parse_source(state, file)
        if good.proposal is not None:
            return Mended(state, good, journal, restored_from=source, problems=tuple(said))
    lost = error("source-missing", str(file), file=file.name) if missing else error("work-lost", str(file), file=file.name)
    problems = (lost,) if missing else (*said, lost, *read.problems)
    return Mended(content, replace(read, problems=()), journal, problems=problems)


def _is_newer(read: SourceRead) -> bool:
    return any(found.code == "source-newer" for found in read.problems)


def _set_aside(file: Path, moment: datetime.datetime, disk: Disk) -> str:
    """Keep a damaged file under another name; return that, nothing when there is no file."""
    if not file.exists():
        return ""
    for count in range(1, 1000):
        aside = file.with_name(f"{file.stem}.damaged-{moment:%Y%m%d-%H%M%S}-{count}{file.suffix}")
        try:
            disk.link(file, aside)
        except FileExistsError:
            continue
        return aside.name
    return ""


def _sweep(folder: Path, disk: Disk) -> int:
    left = [path for place in (folder, folder / VERSIONS) for path in disk.list(place) if is_leftover(path)]
    for path in left:
        disk.remove(path)
    return len(left)


def is_leftover(path: Path) -> bool:
    """Tell whether a file is the unfinished one of a save."""
    return path.name.startswith(".") and path.name.endswith(".tmp")


def changed_since(folder: Path, content: bytes, journal: Journal, versions: Versions) -> tuple[Problem, ...]:
    """Tell when a proposal's file is not what was saved last, and keep that as a version."""
    if not journal.entries or journal.last == digest_of(content):
        return ()
    entry = journal.entries[-1]
    state = journal.state(len(journal.entries) - 1)
    kept = "–"
    if state is not None:
        try:
            kept = versions.rescue(folder, state, entry.at, entry.who).id
        except OSError as wrong:
            return (problem("work-no-version", str(folder), reason=wrong.strerror or type(wrong).__name__),)
    return (problem("work-changed-since", str(folder / FILE_NAME), Severity.INFO, file=FILE_NAME, who=entry.who, version=kept),)
