"""`status`: how far a proposal has come, and what became of it."""

import argparse
import datetime
from typing import TYPE_CHECKING

from app.commands.console import STOPPED, Console
from app.commands.keeping import kept
from app.commands.opening import opened
from app.commands.standing import moment_in_words, status_in_words
from app.commands.tables import aligned, shortened
from app.problems import Problem, error, stops

if TYPE_CHECKING:
    from app.model.proposal import Proposal
    from app.sources import Opened

_LONGEST = 60


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Print the status with the steps that led there; with NEW mark it first."""
    from app.sending.settle import settled
    from app.store.disk import Disk

    found = opened(arguments.proposal, arguments.workspace)
    proposal, problems = found.proposal, found.problems
    if proposal is None or stops(problems):
        console.tell(problems)
        return STOPPED
    proposal = settled(found.folder, proposal, Disk())
    if arguments.new:
        changed, told = _marked(arguments, found, proposal, console)
        if changed is None:
            return console.finish((*problems, *told))
        proposal = changed
    for line in _lines(proposal, console):
        console.data(line)
    return console.finish(problems)


def _marked(
    arguments: argparse.Namespace, found: "Opened", proposal: "Proposal", console: Console
) -> "tuple[Proposal | None, tuple[Problem, ...]]":
    from app.edits.status import ALLOWED, marked
    from app.model.status import Status

    wanted = Status(arguments.new)
    if wanted not in ALLOWED[proposal.status] or proposal.status is Status.DRAFT:
        present, named = (status_in_words(status, console.words) for status in (proposal.status, wanted))
        first = proposal.status is Status.DRAFT and wanted is Status.SENT
        return None, (error("status-send-first") if first else error("status-forbidden", present=present, wanted=named),)
    now = datetime.datetime.now(datetime.UTC)
    changed = marked(proposal, wanted, arguments.by or "", now, arguments.note or "")
    wrong = kept(arguments.proposal, found, changed, f"status {wanted}")
    return (None if stops(wrong) else changed), wrong


def _lines(proposal: "Proposal", console: Console) -> list[str]:
    words = console.words
    present = words("revision {revision}", revision=proposal.revision)
    first = [" · ".join(filter(None, (proposal.number, present, status_in_words(proposal.status, words))))]
    rows = [
        (
            moment_in_words(step.at),
            words("revision {revision}", revision=step.revision),
            status_in_words(step.status, words),
            shortened(" · ".join(filter(None, (step.by, step.note))), _LONGEST),
        )
        for step in proposal.history.value
    ]
    return first + aligned(rows, [False] * 4)
