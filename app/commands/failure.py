"""The last net: an error that nobody foresaw becomes one line for the user and a report for the makers."""

import datetime
import platform
import sys
import traceback
from pathlib import Path

from app.commands.console import STOPPED, Console
from app.commands.places import report_folders

PASSWORD = "--password"


def report(wrong: BaseException, console: Console) -> int:
    """Tell that Blesna failed and where the report is; return the exit code."""
    path = _written("".join(traceback.format_exception(wrong)))
    console.note(console.words("Blesna failed: {kind}. Nothing was overwritten.", kind=type(wrong).__name__))
    if path:
        console.note(console.words("A report for its makers is in {path}", path=path))
    return STOPPED


def _written(trace: str) -> Path | None:
    now = datetime.datetime.now(datetime.UTC)
    text = f"{now.isoformat()}\n{platform.platform()} Python {sys.version}\n{_arguments()}\n\n{trace}"
    for folder in report_folders():
        path = folder / f"blesna-failure-{now:%Y%m%d-%H%M%S-%f}.txt"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", errors="replace")
        except OSError:
            continue
        return path
    return None


def _arguments() -> list[str]:
    """Return what the program was called with, the password masked."""
    told = list(sys.argv)
    for place, argument in enumerate(told):
        if argument.startswith(f"{PASSWORD}="):
            told[place] = f"{PASSWORD}=…"
        elif place and told[place - 1] == PASSWORD:
            told[place] = "…"
    return told
