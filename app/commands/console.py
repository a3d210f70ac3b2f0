"""What the command line says and where: data to the standard output, everything else to the standard error."""

import locale
import os
import sys
import unicodedata
from collections.abc import Iterable
from typing import TextIO

from app.i18n import Words
from app.problems import Problem, stops
from app.wording import line

DONE = 0
STOPPED = 1
USAGE = 2

_MOST_LOGGED = 20
"""Kinds of problems that the log is told of."""
_LANGUAGE_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


class Console:
    """Speaks to one user in one language. `words` are the phrases of that language."""

    def __init__(self, language: str = "") -> None:
        self.language = language or users_language()
        self.words = Words(self.language)

    def data(self, text: str) -> None:
        """Print what was asked for."""
        sys.stdout.write(shown(text) + "\n")

    def note(self, text: str) -> None:
        """Tell something beside the data, after the data that came before it."""
        sys.stdout.flush()
        sys.stderr.write(shown(text) + "\n")

    def tell(self, problems: Iterable[Problem]) -> None:
        """Tell each problem on a line of its own, once."""
        told = tuple(dict.fromkeys(problems))
        for found in told:
            self.note(line(found, self.language).replace("\n", " "))
        if told:
            from app.log import journal

            for code in list(dict.fromkeys(found.code for found in told))[:_MOST_LOGGED]:
                journal.note("problems", code=code, count=sum(found.code == code for found in told))

    def finish(self, problems: Iterable[Problem]) -> int:
        """Tell the problems and return the exit code that they mean."""
        found = tuple(problems)
        self.tell(found)
        return STOPPED if stops(found) else DONE


def users_language() -> str:
    """Return the language that the user's system speaks: "ru", or "en" for everything else."""
    named = next((os.environ[name] for name in _LANGUAGE_VARIABLES if os.environ.get(name)), "")
    named = named or locale.getlocale()[0] or ""
    return "ru" if named.lower().startswith(("ru", "be", "kk", "uk")) else "en"


def shown(text: str) -> str:
    """Replace the characters that would steer a terminal instead of being seen on it."""
    return "".join("�" if sign not in "\n\t" and unicodedata.category(sign) in ("Cc", "Cs") else sign for sign in text)


def safe_streams() -> None:
    """Make both outputs UTF-8 that never fails, whatever the system's encoding is."""
    for stream in (sys.stdout, sys.stderr):
        _reconfigure(stream)


def _reconfigure(stream: TextIO) -> None:
    change = getattr(stream, "reconfigure", None)  # a captured stream of a test has none
    if change:
        change(encoding="utf-8", errors="replace")
