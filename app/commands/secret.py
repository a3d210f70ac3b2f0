"""A password from the command line, asked for, or read from the input. It is told to nobody."""

import sys
from getpass import getpass

from app.commands.console import Console
from app.problems import Problem, error

ASK = "-"


def password(argument: str | None, console: Console) -> str | Problem:
    """Return the password that was given, empty if none was; or what is wrong with it.

    `-` asks for it where somebody sits at a terminal, and else reads one line from the standard input.
    """
    if argument is None:
        return ""
    from app.pdf.password import prepared

    if argument != ASK:
        return prepared(argument)
    try:
        return prepared(getpass(console.words("Password:") + " ") if sys.stdin.isatty() else _line())
    except (EOFError, UnicodeDecodeError):
        return error("password-unreadable")


def _line() -> str:
    return sys.stdin.buffer.readline().decode("utf-8").rstrip("\r\n")
