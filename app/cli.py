"""The command line: the second front end, and the proof that everything works without a window."""

import argparse
import gc
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from app.commands import keeping_arguments as keeping
from app.commands.console import DONE, USAGE, Console, safe_streams
from app.commands.logbook import Logbook
from app.layout.uncollected import uncollected

if TYPE_CHECKING:
    from app.commands.window import OpenWindow

INTERRUPTED = 130

_PROGRAM = "blesna" if Path(sys.argv[0]).stem == "blesna" else "main.py"
"""By which name it was called: installed, or from its sources."""

COMMANDS = {
    "demo": ("demo", "make the demonstration proposals and their PDFs, then open the window"),
    "export": ("export", "write a proposal's PDF"),
    "check": ("check", "tell what is wrong with a proposal"),
    "estimate": ("estimate", "read an estimate and show what was understood"),
    "table": ("table", "write a proposal's estimate as a workbook (XLSX) or a text table (CSV, TSV)"),
    "diff": ("diff", "tell what an updated spreadsheet changes in a proposal's estimate"),
    "actuals": ("actuals", "compare the hours of an estimate with those that were spent"),
    "brief": ("brief", "make a draft proposal of a request"),
    "import": ("importing", "copy a proposal into the workspace"),
    "send": ("sending", "freeze a proposal as its client gets it"),
    "status": ("status", "tell how a proposal stands, or what became of it"),
    "revisions": ("revisions", "list what was sent of a proposal, or compare two revisions"),
    **keeping.COMMANDS,
    "list": ("listing", "list the proposals of the workspace"),
    "library": ("library", "list, show, insert and look for what is used again and again: blocks, people, references, clients"),
    "schema": ("schema", "print the JSON Schema of proposal.json"),
}
"""Each command with its file in `app/commands` and its line of help."""

_EVERYWHERE = ("--workspace", "--lang")
_DESCRIPTION = "Blesna: commercial proposals that read like a glossy magazine."
_SOURCE = "a proposal's folder, its proposal.json, or an estimate (XLSX, ODS, XLS, CSV, TSV)"
_PROPOSAL = f"{_SOURCE}; or a number in the workspace"
_WORKSPACE = "the folder where proposals are kept (default: the user's own)"


def main(arguments: Sequence[str], open_window: "OpenWindow") -> int:
    """Do what the arguments ask for and return the exit code: 0 done, 1 a problem stopped it, 2 wrong usage.

    `open_window` opens the window; it is handed in because `app` knows no window.
    """
    safe_streams()
    with Logbook() as logbook:
        logbook.code = _caught(list(arguments), open_window, logbook)
    return logbook.code


def _caught(arguments: list[str], open_window: "OpenWindow", logbook: Logbook) -> int:
    """Do what the arguments ask for; whatever goes wrong, return an exit code."""
    try:
        code = _run(arguments, open_window, logbook)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _silence_output()
        return DONE
    except Exception as wrong:  # the net under everything: no traceback reaches a user
        from app.commands.failure import report

        return report(wrong, Console())
    return code


def _run(arguments: list[str], open_window: "OpenWindow", logbook: Logbook) -> int:
    arguments = _command_first(arguments)
    parser = _commands() if arguments and (arguments[0] in COMMANDS or arguments[0] in ("-h", "--help")) else _window()
    try:
        parsed = parser.parse_args(arguments)
    except SystemExit as leaving:  # after --help, or after wrong usage was told
        return int(leaving.code or DONE)
    console = Console(getattr(parsed, "lang", None) or "")
    logbook.begin(getattr(parsed, "command", "window"), getattr(parsed, "workspace", None))
    return _do(parsed, console, open_window)


def _command_first(arguments: list[str]) -> list[str]:
    """Return the arguments with a command before the options that every command knows, wherever they stood."""
    at = 0
    while at < len(arguments) and arguments[at].partition("=")[0] in _EVERYWHERE:
        at += 1 if "=" in arguments[at] else 2
    if not 0 < at < len(arguments) or arguments[at] not in COMMANDS:
        return arguments
    return [*arguments[at:], *arguments[:at]]


def _do(parsed: argparse.Namespace, console: Console, open_window: "OpenWindow") -> int:
    if "command" not in parsed:
        if _is_misspelt_command(parsed.proposal):
            return _refuse(parsed.proposal, console)
        from app.commands import window

        return window.run(parsed, console, open_window)
    name = f"app.commands.{COMMANDS[parsed.command][0]}"
    code: int
    if parsed.command == "demo":
        gc.enable()
        code = importlib.import_module(name).run(parsed, console, open_window)
    else:
        with uncollected():
            code = importlib.import_module(name).run(parsed, console)
    return code


class _Parser(argparse.ArgumentParser):
    """Wrong usage is one line and a hint, on the standard error, with exit code 2."""

    def error(self, message: str) -> NoReturn:
        self.exit(USAGE, f"{self.prog}: {message}\n{self.prog} --help\n")


def _window() -> _Parser:
    parser = _Parser(
        prog=_PROGRAM, description="Blesna: commercial proposals that read like a glossy magazine.", allow_abbrev=False
    )
    parser.add_argument("proposal", nargs="?", default="", metavar="PROPOSAL", help=_PROPOSAL)
    _add_workspace(parser)
    _add_language(parser, "language of the window")
    return parser


def _commands() -> _Parser:
    parser = _Parser(
        prog=_PROGRAM,
        usage=f"{_PROGRAM} [PROPOSAL]\n       {_PROGRAM} COMMAND …",
        description=f"{_DESCRIPTION} Without a command it opens its window.",
        epilog=f"{_PROGRAM} COMMAND --help tells more. Exit codes: 0 done, 1 a problem stopped it, 2 wrong usage.",
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, prog=_PROGRAM)
    made = {
        name: commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".", allow_abbrev=False)
        for name, (_, text) in COMMANDS.items()
    }
    _add_demo(made["demo"])
    _add_export(made["export"])
    _add_check(made["check"])
    _add_estimate(made["estimate"])
    _add_table(made["table"])
    _add_diff(made["diff"])
    _add_actuals(made["actuals"])
    _add_brief(made["brief"])
    _add_library(made["library"])
    _add_send(made["send"])
    _add_status(made["status"])
    _add_revisions(made["revisions"])
    keeping.add_arguments(made, _PROPOSAL)
    made["import"].add_argument(
        "source", metavar="PROPOSAL-SOURCE", help="a proposal's folder, its proposal.json, an estimate, or a bundle (.blesna)"
    )
    for name in ("import", "list", *keeping.COMMANDS):
        _add_workspace(made[name])
        _add_language(made[name], "language of messages")
    return parser


def _add_demo(parser: argparse.ArgumentParser) -> None:
    _add_workspace(parser)
    parser.add_argument("--out", type=Path, default=Path(), metavar="DIR", help="where to write the PDFs (default: here)")
    parser.add_argument("--no-window", action="store_true", help="do not open the window afterwards")
    _add_language(parser, "language of messages and of the window")


PRESETS = ("screen", "standard", "print", "archive")
"""The names of `app.pipeline.Preset`, known here without loading it."""

VIEWS = ("detailed", "sections", "totals")
"""The names of `app.model.estimate.Detail`, likewise."""


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("proposal", metavar="PROPOSAL", help=_PROPOSAL)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.pdf", help="the file to write")
    parser.add_argument("--brand", metavar="NAME", help="the brandbook to use instead of the proposal's")
    parser.add_argument(
        "--preset",
        choices=PRESETS,
        default="standard",
        help="screen: small, for e-mail and telephones; standard; print: 300 dpi with bleed and crop marks; "
        "archive: PDF/A-2b, to be kept for years",
    )
    parser.add_argument(
        "--password",
        metavar="TEXT",
        help="close the PDF with a password (AES-256); - asks for it or reads a line from the input",
    )
    parser.add_argument(
        "--draft", action="store_true", help="export even what must not leave the house yet, marked as a draft on every page"
    )
    _add_language(parser, "language of the document's fixed words, numbers and dates, and of messages")
    _add_workspace(parser)


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("proposal", metavar="PROPOSAL", help=_PROPOSAL)
    parser.add_argument("--brand", metavar="NAME", help="the brandbook to check with instead of the proposal's")
    _add_language(parser, "language of messages")
    _add_workspace(parser)


def _add_estimate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="an estimate: XLSX, ODS, XLS, CSV or TSV")
    parser.add_argument("--json", action="store_true", help="print JSON")
    _add_language(parser, "language of the table and of messages")


def _add_brief(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        help="answers of a form (CSV, XLSX, …), the JSON of a site's form, or a letter with lines of “Question: answer”",
    )
    parser.add_argument("--row", type=int, metavar="N", help="which request, counted from 1 without the heading")
    parser.add_argument("--list", action="store_true", help="show the requests in the file and make nothing")
    parser.add_argument("--template", metavar="NAME", help="the template to use, whatever service is asked for")
    parser.add_argument("--out", type=Path, metavar="DIR", help="a new folder for the draft (default: the workspace)")
    _add_workspace(parser)
    _add_language(parser, "language of the draft (default: that of the request) and of messages")


def _add_table(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("proposal", metavar="PROPOSAL", help=_PROPOSAL)
    parser.add_argument("output", type=Path, metavar="OUT", help="the file to write: .xlsx, .csv or .tsv")
    parser.add_argument("--view", choices=VIEWS, help="how much is shown (default: as on the proposal's pages)")
    parser.add_argument("--hide-hours", action="store_true", help="leave out hours, volumes and rates")
    _add_language(parser, "language of a draft made of an estimate, and of messages")
    _add_workspace(parser)


def _add_diff(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("proposal", metavar="PROPOSAL", help=_PROPOSAL)
    parser.add_argument("sheet", type=Path, metavar="SHEET", help="the updated spreadsheet")
    parser.add_argument("--apply", metavar="all|ID,…", help="take changes over: all, or those of these numbers")
    _add_language(parser, "language of messages")
    _add_workspace(parser)


def _add_actuals(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("proposal", metavar="PROPOSAL", help=_PROPOSAL)
    parser.add_argument("file", type=Path, metavar="FILE", help="a tracker's export: task, person, hours (CSV or XLSX)")
    parser.add_argument("--keep", action="store_true", help="let the proposal remember the hours; no client sees them")
    _add_language(parser, "language of messages")
    _add_workspace(parser)


LIBRARY = {
    "blocks": "list the blocks",
    "people": "list the people",
    "references": "list the references",
    "clients": "list the clients",
    "show": "show one of them",
    "where-used": "list the proposals that use it",
    "insert": "copy it into a proposal",
    "newer": "list what has newer versions in a proposal, and take them",
}
"""What `library` can do, each with its line of help."""

_RECORD = "an id as the lists show it"


def _add_library(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    for name, text in LIBRARY.items():
        action = actions.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".", allow_abbrev=False)
        if name in ("insert", "newer"):
            action.add_argument("proposal", metavar="PROPOSAL", help=_PROPOSAL)
        if name in ("show", "where-used", "insert"):
            action.add_argument("id", metavar="ID", help=_RECORD)
        elif name != "newer":
            action.add_argument("--search", metavar="TEXT", help="only those that hold these words")
        if name == "insert":
            action.add_argument("--after", metavar="SECTION", help="the id of the section after which it stands (default: last)")
        if name == "newer":
            action.add_argument(
                "--take", metavar="all|SECTION,…", help="take them: all that nobody changed by hand, or the named"
            )
        _add_workspace(action)
        _add_language(action, "language of messages")


STATUSES = ("sent", "accepted", "declined", "withdrawn")
"""What a proposal may be marked as: values of `app.model.status.Status`, known here without loading it."""


def _add_send(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("proposal", metavar="PROPOSAL", help=_PROPOSAL)
    parser.add_argument("--to", required=True, metavar="TEXT", help="to whom it goes")
    _add_who(parser, "who sends it")
    parser.add_argument("--preset", choices=PRESETS, default="standard", help="what the PDF is made for, as for export")
    _add_language(parser, "language of messages")
    _add_workspace(parser)


def _add_status(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("proposal", metavar="PROPOSAL", help=_PROPOSAL)
    parser.add_argument("new", nargs="?", choices=STATUSES, metavar="NEW", help=f"what became of it: {', '.join(STATUSES)}")
    _add_who(parser, "who says so")
    _add_language(parser, "language of messages")
    _add_workspace(parser)


def _add_who(parser: argparse.ArgumentParser, text: str) -> None:
    parser.add_argument("--by", metavar="NAME", help=text)
    parser.add_argument("--note", metavar="TEXT", help="what there is to add; no client sees it")


def _add_revisions(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("proposal", metavar="PROPOSAL", help=_PROPOSAL)
    parser.add_argument("--compare", nargs=2, metavar=("A", "B"), help="two revisions by their numbers; now is the present state")
    _add_language(parser, "language of messages")
    _add_workspace(parser)


def _add_workspace(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--workspace", type=Path, metavar="DIR", help=_WORKSPACE)


def _add_language(parser: argparse.ArgumentParser, text: str) -> None:
    parser.add_argument("--lang", choices=("ru", "en"), help=text)


def _is_misspelt_command(word: str) -> bool:
    """Tell whether a lone word is neither a path nor like a number of a proposal."""
    return word.isalpha() and not Path(word).exists()


def _refuse(word: str, console: Console) -> int:
    from difflib import get_close_matches

    meant = get_close_matches(word, COMMANDS, 1)
    hint = f"did you mean {meant[0]}?" if meant else f"commands are: {', '.join(COMMANDS)}"
    console.note(f"{_PROGRAM}: {word} is neither a command nor a proposal; {hint}")
    return USAGE


def _silence_output() -> None:
    """Let the interpreter's last flush go nowhere: who read the output has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
