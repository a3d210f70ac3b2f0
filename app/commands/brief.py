"""`brief`: a request becomes a draft proposal."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.console import DONE, STOPPED, Console
from app.commands.places import expanded, open_workspace
from app.problems import Problem, error, stops

if TYPE_CHECKING:
    from app.intake.brief.submission import Submission
    from app.model.proposal import Proposal
    from app.sources.from_brief import Drafted
    from app.store.workspace import Workspace

_SHOWN = 60


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Make a draft of one request, print what was understood, and the folder where the draft is."""
    from app.intake.brief.reading import read_submissions

    path = expanded(arguments.file)
    read = read_submissions(path)
    if arguments.list:
        for number, found in enumerate(read.found, 1):
            console.data(f"{number}. {_summary(found)}")
        return console.finish(read.problems)
    chosen, unclear = _chosen(read.found, arguments.row, path.name)
    if chosen is None or stops(read.problems):
        return console.finish((*read.problems, *unclear))
    workspace, problems = (None, ()) if arguments.out else open_workspace(arguments.workspace)
    if workspace is None and not arguments.out:
        return console.finish(problems)
    return _draft(arguments, console, chosen, workspace, (*read.problems, *problems))


def _draft(
    arguments: argparse.Namespace,
    console: Console,
    chosen: "Submission",
    workspace: "Workspace | None",
    problems: tuple[Problem, ...],
) -> int:
    from app.sources.from_brief import draft_from_brief

    language = arguments.lang or ""
    made = draft_from_brief(chosen, language=language, template=arguments.template or "", workspace=workspace)
    problems = (*problems, *made.problems, *_too_dear(made))
    if made.proposal is None or stops(problems):
        console.tell(problems)
        return STOPPED
    folder, wrong = _save(made.proposal, workspace, arguments.out)
    if folder is None:
        return console.finish((*problems, *wrong))
    for line in _understood(made, console):
        console.note(line)
    console.tell((*problems, *wrong))
    console.data(str(folder))
    return STOPPED if stops(wrong) else DONE


def _too_dear(made: "Drafted") -> tuple[Problem, ...]:
    """Tell usual hours beyond the budget before somebody writes a letter about them."""
    from app.preflight import against_budget
    from app.totals import totals

    wanted = made.proposal
    return tuple(against_budget(wanted, totals(wanted.estimate, wanted.currency))) if wanted else ()


def _chosen(found: "tuple[Submission, ...]", row: int | None, name: str) -> "tuple[Submission | None, tuple[Problem, ...]]":
    if row is None and len(found) == 1:
        return found[0], ()
    if row is None:
        return None, (error("brief-which", name, count=len(found)),) if found else ()
    if 1 <= row <= len(found):
        return found[row - 1], ()
    return None, (error("brief-no-row", name, row=row, count=len(found)),)


def _save(proposal: "Proposal", workspace: "Workspace | None", out: Path | None) -> tuple[Path | None, tuple[Problem, ...]]:
    """Put the draft into the workspace, or into a new folder that was named."""
    if workspace is not None:
        imported = workspace.import_source(Path(), proposal)
        return imported.folder, imported.problems
    from app.store.disk import Disk
    from app.store.source import FILE_NAME, write_proposal

    folder = expanded(out or Path())
    if (folder / FILE_NAME).exists():
        return None, (error("brief-folder-taken", str(folder)),)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as reason:
        return None, (error("brief-unreadable", str(folder), reason=reason.strerror or type(reason).__name__),)
    return folder, write_proposal(folder, proposal, Disk())


def _understood(made: "Drafted", console: Console) -> list[str]:
    """Return what was understood, a line each."""
    words, read = console.words, made.read
    rows = (
        (words("Client"), read.client.name),
        (words("Contact"), ", ".join(filter(None, (read.contact.name, read.contact.email, read.contact.phone)))),
        (words("Service"), f"{read.brief.service or '—'} → {made.template}"),
        (words("Budget"), read.brief.budget_text),
        (words("Deadline"), " · ".join(filter(None, (read.brief.deadline, read.brief.deadline_text)))),
        (words("Time zone"), read.brief.time_zone),
    )
    return [f"{name}: {value}" for name, value in rows if value]


def _summary(found: "Submission") -> str:
    texts = (" ".join(answer.answer.split()) for answer in found.answers)
    return " · ".join(text for text in texts if text)[:_SHOWN]
