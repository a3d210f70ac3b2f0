"""Proposals: their files, journals and versions."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from app.problems import Problem, Severity, error, problem, stops
from app.store.jsonfile import LARGEST_FILE
from app.store.source import FILE_NAME, digest_of, parse_source
from app.store.verify.case import Case, Finding
from app.store.work.me import Me, myself
from app.store.work.mending import Mended, mended, put_right
from app.store.work.presence import ask
from app.store.work.versions import VERSIONS, Versions

_PICTURE = "picture-missing"


def proposals(case: Case) -> Iterator[Finding]:
    """Check that every proposal can be read whole, and its journal. Raises OSError."""
    for folder in case.proposals():
        case.count("proposal")
        found = mended(folder, Versions(case.disk), case.disk, certain=True)
        file = folder / FILE_NAME
        if found.restored_from:
            yield Finding(error("verify-proposal-damaged", str(file), file=file.name), lambda at=folder: _put_right(case, at))  # type: ignore[misc]
        elif found.read.proposal is None and stops(found.problems):
            told = next(one for one in found.problems if one.severity is Severity.ERROR)
            yield Finding(replace(told, where=str(file)), lambda at=folder: _from_backup(case, at))  # type: ignore[misc]
        else:
            problems = (*found.problems, *found.read.problems, *_changed(case, folder, found))
            yield from (Finding(replace(one, where=_where(file, one))) for one in problems if one.code != _PICTURE)


def _changed(case: Case, folder: Path, found: Mended) -> tuple[Problem, ...]:
    """Tell of a file that reads well and is not what was saved last, unless it is being worked on."""
    journal = found.journal
    if found.replayed or not journal.entries or journal.damaged or journal.last == digest_of(found.content):
        return ()
    if case.disk.read(folder / FILE_NAME, LARGEST_FILE) != found.content:  # somebody saves it at this moment
        return ()
    return (problem("verify-changed-since", file=FILE_NAME, who=journal.entries[-1].who or "–"),)


def versions(case: Case) -> Iterator[Finding]:
    """Check that every version of every proposal verifies. Raises OSError."""
    for folder in case.proposals():
        for path in case.disk.list(folder / VERSIONS):
            if path.suffix != ".json":
                continue
            case.count("version")
            if not _verifies(case, folder, path.stem):
                told = error("version-damaged", str(path), version=path.stem)
                yield Finding(told, lambda at=folder, version=path: _version_back(case, at, version))  # type: ignore[misc]


def _put_right(case: Case, folder: Path) -> Problem | None:
    """Restore a proposal from its journal or a version, unless somebody has it open."""
    me = _me(case)
    asked = ask(case.workspace.state, folder, me, case.disk)
    if asked.presence is None:
        return None
    try:
        found: Mended = put_right(folder, mended(folder, Versions(case.disk), case.disk), me, case.disk)
    finally:
        asked.presence.leave()
    return next((one for one in found.problems if one.code.startswith("work-restored")), None)


def _from_backup(case: Case, folder: Path) -> Problem | None:
    """Take the newest state out of the backups that can be read; the damaged file is set aside."""
    file = folder / FILE_NAME
    for backup, content in case.vault.earlier(file, LARGEST_FILE):
        if parse_source(content, file).proposal is None:
            continue
        aside = file.with_name(f"{file.stem}.damaged-{case.now:%Y%m%d-%H%M%S}{file.suffix}")
        if file.exists():
            case.disk.link(file, aside)
        case.disk.write(file, content)
        return problem("verify-proposal-restored", str(file), file=file.name, source=backup, aside=aside.name)
    return None


def _version_back(case: Case, folder: Path, version: Path) -> Problem | None:
    damaged = case.disk.read(version)
    for backup, content in case.vault.earlier(version, 2 * LARGEST_FILE):
        case.disk.write(version, content)
        if _verifies(case, folder, version.stem):
            return problem("verify-restored", str(version), file=version.name, source=backup)
        case.disk.write(version, damaged)
    return None


def _verifies(case: Case, folder: Path, version: str) -> bool:
    return Versions(case.disk).read(folder, version).proposal is not None


def _me(case: Case) -> Me:
    return replace(myself(), now=lambda: case.now)


def _where(file: Path, found: Problem) -> str:
    return f"{file} › {found.where}" if found.where else str(file)
