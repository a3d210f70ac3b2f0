"""What a command writes into the log: that it was asked for, how long it took and how it ended."""

import time
from pathlib import Path
from types import TracebackType

from app.commands.places import log_folder


class Logbook:
    """The log of one run. Nothing is written before `begin`, which is called when it is known what was asked for."""

    def __init__(self) -> None:
        self._command = ""
        self._start = time.monotonic()
        self.code = 0

    def begin(self, command: str, workspace: Path | None) -> None:
        """Log from now on, in a workspace where there is one."""
        from app.log import journal

        self._command = command
        journal.begin(log_folder(workspace))

    def __enter__(self) -> "Logbook":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._command:
            from app.log import journal

            milliseconds = round((time.monotonic() - self._start) * 1000)
            journal.note("command", command=self._command, exit=self.code, ms=milliseconds)
            journal.end()
