"""`diff`: what an updated spreadsheet changes in a proposal's estimate; chosen changes are taken over."""

import argparse
from typing import TYPE_CHECKING

from app.commands.console import STOPPED, Console
from app.commands.keeping import kept
from app.commands.opening import opened
from app.commands.places import expanded
from app.problems import Problem, error, stops

if TYPE_CHECKING:
    from app.exchange.changes import Changes
    from app.sources import Opened

ALL = "all"


def run(arguments: argparse.Namespace, console: Console) -> int:
    """List the changes; with `--apply` keep those that are chosen in the proposal."""
    from app.commands.diff_text import as_lines
    from app.exchange.updated import read_update

    found = opened(arguments.proposal, arguments.workspace)
    if found.proposal is None or stops(found.problems):
        console.tell(found.problems)
        return STOPPED
    update = read_update(expanded(arguments.sheet), found.proposal)
    problems = (*found.problems, *update.problems)
    if update.changes is None:
        return console.finish(problems)
    for line in as_lines(update.changes, console.words):
        console.data(line)
    if not update.changes.changes:
        console.note(console.words("Nothing has changed."))
    if arguments.apply is not None:
        problems = (*problems, *_apply(arguments, found, update.changes, console))
    return console.finish(problems)


def _apply(arguments: argparse.Namespace, found: "Opened", changes: "Changes", console: Console) -> tuple[Problem, ...]:
    from dataclasses import replace

    from app.exchange.apply import apply

    assert found.proposal is not None
    named = [name.strip() for name in arguments.apply.split(",") if name.strip()]
    chosen = changes.ids if ALL in named else frozenset(named)
    unknown = sorted(chosen - changes.ids)
    if unknown:
        return tuple(error("change-unknown", id=name[:40]) for name in unknown)
    estimate = apply(found.proposal.estimate, changes, chosen)
    wrong = kept(arguments.proposal, found, replace(found.proposal, estimate=estimate), "diff")
    if not stops(wrong):
        console.note(console.words.plural("{n} change taken over", "{n} changes taken over", len(chosen)))
    return wrong
