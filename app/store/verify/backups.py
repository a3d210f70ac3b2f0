"""Backups of the workspace: each is read whole."""

from collections.abc import Iterator
from pathlib import Path

from app.problems import Problem, problem
from app.store.backup.checking import verified
from app.store.backup.form import kept_in
from app.store.naming import free_name
from app.store.verify.case import Case, Finding


def backups(case: Case) -> Iterator[Finding]:
    """Check that every backup could be restored. Raises OSError."""
    for kept in kept_in(case.path, case.disk):
        case.count("backup")
        for found in verified(kept.path, case.disk):
            yield Finding(found, lambda path=kept.path: _aside(case, path))  # type: ignore[misc]


def _aside(case: Case, path: Path) -> Problem:
    """Give a damaged backup a name under which nothing counts on it; what is whole in it may still be got out by hand."""
    taken = [one.name for one in case.disk.list(path.parent)]
    target = path.with_name(free_name(f"damaged-{path.name}", taken))
    case.disk.move(path, target)
    return problem("verify-backup-aside", str(path), file=path.name, aside=target.name)
