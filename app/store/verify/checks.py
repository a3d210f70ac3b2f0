"""Checking everything in a workspace, and mending what can be mended."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from app.problems import Problem
from app.store.backup.restoring import finish_restore
from app.store.settings import read_settings
from app.store.trouble import trouble
from app.store.verify.backups import backups
from app.store.verify.case import Case, Finding
from app.store.verify.library import library, snapshots
from app.store.verify.pictures import missing_pictures, pictures
from app.store.verify.proposals import proposals, versions
from app.store.verify.revisions import revisions
from app.store.workspace import Workspace

Check: TypeAlias = Callable[[Case], Iterable[Finding]]


def settings(case: Case) -> Iterable[Finding]:
    """Check what was set for the whole workspace."""
    return [Finding(one) for one in read_settings(case.path, case.disk).problems]


CHECKS: tuple[Check, ...] = (
    settings, library, snapshots, proposals, versions, pictures, missing_pictures, revisions, backups,
)  # fmt: skip
"""What is checked, in this order: a proposal is mended before its pictures are looked for. Another check is another row."""

_ROUNDS = 4

Watch: TypeAlias = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class Verified:
    """What was looked at and how much of it, what was mended, and what remains wrong."""

    looked: dict[str, int] = field(default_factory=dict)
    mended: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()


def verify(
    workspace: Workspace, now: datetime.datetime, repair: bool = False, watch: Watch = lambda done, all_: True
) -> Verified:
    """Run all checks; with `repair` put right what can be. `watch` is told after each check and returns whether to go on.

    No check stops the others: what the disk refuses is told as well.
    """
    case = Case(workspace, now)
    done: list[Problem] = []
    left: list[Problem] = list(finish_restore(workspace.path, workspace.disk))
    for number, check in enumerate(CHECKS, 1):
        left += _checked(case, check, done, repair)
        if not watch(number, len(CHECKS)):
            break
    return Verified(case.looked, tuple(done), tuple(dict.fromkeys(left)))


def _checked(case: Case, check: Check, done: list[Problem], repair: bool) -> list[Problem]:
    """Run a check and return what remains wrong. After mending it is run again: behind a damaged list, more may be damaged."""
    left: list[Problem] = []
    before = dict(case.looked)
    for _ in range(_ROUNDS):
        left, mended = [], len(done)
        case.looked.clear()
        case.looked.update(before)
        try:
            for finding in list(check(case)):
                left += _left(finding, repair, done, case.path)
        except OSError as wrong:
            left.append(trouble(wrong, Path(str(wrong.filename or case.path))))
        if len(done) == mended:
            break
    return left


def _left(finding: Finding, repair: bool, done: list[Problem], path: Path) -> list[Problem]:
    """Mend a finding if that is wanted; return what remains."""
    if not repair or finding.mend is None:
        return [finding.problem]
    try:
        mended = finding.mend()
    except OSError as wrong:
        return [finding.problem, trouble(wrong, Path(str(wrong.filename or path)))]
    if mended is None:
        return [finding.problem]
    done.append(mended)
    return []
