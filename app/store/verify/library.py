"""The library: its file and its log, its records, its snapshots."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from app.problems import Problem, Severity, error, problem
from app.store.envelope import unseal
from app.store.library import Library
from app.store.loading import Files
from app.store.migrations import LIBRARY_SCHEMA, LIBRARY_STEPS
from app.store.snapshots import Snapshots
from app.store.verify.case import Case, Finding


def library(case: Case) -> Iterator[Finding]:
    """Check that the library verifies and that every record in it can be read. Raises OSError."""
    path = case.workspace.library_folder / "library.json"
    files = Files(path, case.disk, LIBRARY_SCHEMA, LIBRARY_STEPS)
    case.disk.mkdir(path.parent)
    with case.disk.lock(files.lock):  # else a commit in between may look like damage
        loaded = files.load()
    if loaded.empty:
        return
    case.count("library")
    if loaded.state is None:
        yield Finding(error("verify-library-damaged", str(path), file=path.name), lambda: _restored(case))
        return
    for found in _unreadable(case):
        yield Finding(found)


def snapshots(case: Case) -> Iterator[Finding]:
    """Check that every earlier state that the library could fall back on verifies. Raises OSError."""
    path = case.workspace.library_folder / "library.json"
    for one in Snapshots(path, case.disk, case.now.date).all():
        case.count("snapshot")
        if unseal(case.disk.read(one.path)) is None:
            told = error("verify-snapshot-damaged", str(one.path), file=one.path.name)
            yield Finding(told, lambda snapshot=one.path: _removed(case, snapshot))  # type: ignore[misc]


def _restored(case: Case) -> Problem | None:
    """Let the library restore itself, as it does when it is opened; return what it says about that."""
    told = Library(case.workspace.library_folder / "library.json", case.disk).people.all().problems
    done = next((one for one in told if one.code.startswith("library-")), None)
    return replace(done, severity=Severity.WARNING) if done else None


def _unreadable(case: Case) -> Iterator[Problem]:
    kept = case.workspace.library
    shelves = (
        kept.blocks, kept.people, kept.references, kept.items, kept.rate_cards, kept.forms, kept.template_rules, kept.mappings,
        kept.clients,
    )  # fmt: skip
    for shelf in shelves:
        yield from shelf.all().problems


def _removed(case: Case, path: Path) -> Problem:
    case.disk.remove(path)
    return problem("verify-snapshot-removed", str(path), file=path.name)
