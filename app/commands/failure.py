"""The last net: an error that nobody foresaw becomes one line for the user and a report for the makers."""

from app.commands.console import STOPPED, Console
from app.commands.places import report_folders
from app.log import journal, reports


def report(wrong: BaseException, console: Console) -> int:
    """Tell that Blesna failed and where the report is; return the exit code."""
    journal.note("failure", wrong)
    path = reports.keep(reports.report(wrong), report_folders())
    console.note(console.words("Blesna failed: {kind}. Nothing was overwritten.", kind=type(wrong).__name__))
    if path:
        console.note(console.words("A report for its makers is in {path}", path=path))
    return STOPPED
