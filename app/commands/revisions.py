"""`revisions`: what was sent, and what two revisions differ in."""

import argparse
from typing import TYPE_CHECKING

from app.commands.console import STOPPED, Console
from app.commands.opening import opened
from app.commands.standing import moment_in_words
from app.commands.tables import aligned, shortened
from app.problems import Problem, error, stops

if TYPE_CHECKING:
    from pathlib import Path

    from app.model.proposal import Proposal
    from app.sources import Opened

NOW = "now"
"""What the present state of a proposal is called beside the numbers of its revisions."""

_LONGEST = 40


def run(arguments: argparse.Namespace, console: Console) -> int:
    """List the frozen revisions and whether they are whole; with `--compare A B` what B has otherwise than A."""
    found = opened(arguments.proposal, arguments.workspace)
    if found.proposal is None or stops(found.problems):
        console.tell(found.problems)
        return STOPPED
    if arguments.compare:
        return _compare(arguments.compare, found, console)
    return _list(found.folder, console)


def _list(folder: "Path", console: Console) -> int:
    from app.store.disk import Disk
    from app.store.revisions import revisions_in, verify_revision
    from app.store.trouble import trouble

    try:
        numbers = revisions_in(folder, Disk())
    except OSError as wrong:
        return console.finish((trouble(wrong, folder),))
    problems: list[Problem] = []
    rows = []
    for number in numbers:
        wrong_files = verify_revision(folder, number)
        problems += wrong_files
        rows.append(_row(folder, number, whole=not wrong_files, console=console))
    for line in aligned(rows, [True, False, False, True, False]):
        console.data(line)
    if not rows:
        console.note(console.words("Nothing was sent yet."))
    return console.finish(problems)


def _row(folder: "Path", number: int, *, whole: bool, console: Console) -> tuple[str, ...]:
    from app.store.revisions import read_manifest

    words = console.words
    state = words("whole") if whole else words("damaged")
    manifest = read_manifest(folder, number).value
    if manifest is None:
        return str(number), "—", "—", "—", state
    who = " → ".join(filter(None, (manifest.by, manifest.to)))
    total = words.money(manifest.total, manifest.currency)
    return str(number), moment_in_words(manifest.at), shortened(who, _LONGEST), total, state


def _compare(wanted: list[str], found: "Opened", console: Console) -> int:
    from app.commands.revisions_text import as_lines
    from app.comparing import compare

    sides = [_side(name, found) for name in wanted]
    problems = tuple(one for _, told in sides for one in told)
    (old, _), (new, _) = sides
    if old is None or new is None:
        return console.finish(problems)
    compared = compare(old, new)
    for line in as_lines(compared, old, new, console.words):
        console.data(line)
    if not compared:
        console.note(console.words("Nothing has changed."))
    return console.finish(problems)


def _side(name: str, found: "Opened") -> "tuple[Proposal | None, tuple[Problem, ...]]":
    """Return the proposal as it was in a revision, or as it is now."""
    from app.store.revisions import revision_folder, verify_revision
    from app.store.source import read_source

    if name == NOW:
        return found.proposal, ()
    if not (name.isascii() and name.isdecimal() and len(name) < 6):
        return None, (error("revision-missing", str(found.folder), revision=name[:_LONGEST]),)
    wrong = verify_revision(found.folder, int(name))
    proposal = read_source(revision_folder(found.folder, int(name))).proposal
    return proposal, wrong or (() if proposal else (error("revision-missing", str(found.folder), revision=name),))
