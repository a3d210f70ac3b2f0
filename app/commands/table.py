"""`table`: a proposal's estimate as a workbook or a text table."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.console import STOPPED, USAGE, Console
from app.commands.opening import opened
from app.commands.places import expanded
from app.problems import Problem, error, stops

if TYPE_CHECKING:
    from app.exchange.view import View
    from app.model.proposal import Proposal

KINDS = {".xlsx": "", ".csv": "", ".tsv": "\t"}
"""Extensions of tables, with the delimiter of those that have one of their own."""


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Write the table."""
    target = expanded(arguments.output)
    if target.suffix.lower() not in KINDS:
        console.tell([error("table-extension", str(target), file=target.name)])
        return USAGE
    found = opened(arguments.proposal, arguments.workspace, arguments.lang or "")
    if found.proposal is None or stops(found.problems):
        console.tell(found.problems)
        return STOPPED
    refused = _write(target, found.proposal, _view(arguments, found.proposal))
    if refused is None:
        console.data(str(target))
    return console.finish((*found.problems, *((refused,) if refused else ())))


def _view(arguments: argparse.Namespace, proposal: "Proposal") -> "View":
    """Return what is shown: as on the proposal's own pages, unless told otherwise."""
    from dataclasses import replace

    from app.exchange.view import view_of
    from app.model.estimate import Detail

    view = view_of(proposal)
    if arguments.view:
        view = replace(view, detail=Detail(arguments.view))
    return replace(view, show_hours=False) if arguments.hide_hours else view


def _write(target: Path, proposal: "Proposal", view: "View") -> Problem | None:
    from app.exchange.own import read_own
    from app.i18n import Words
    from app.merge import filled
    from app.store.targets import write_table

    proposal = filled(proposal, Words(proposal.language))
    kind = target.suffix.lower()
    if kind == ".xlsx":
        from app.exchange.workbook import workbook

        data = workbook(proposal, view)
    else:
        from app.exchange.flat import text_table

        data = text_table(proposal, view, KINDS[kind])
    return write_table(target, data, lambda path: read_own(path) is not None)
