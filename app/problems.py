"""What is wrong with something, as data.

Readers, checks and the layout return problems beside their results instead of raising at the first one.
A problem carries a code and facts; the words are chosen at the edge, in the user's language (`app.wording`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters."""

    INFO = "info"
    """Worth knowing; nothing needs doing."""
    WARNING = "warning"
    """The result is usable, but somebody should look."""
    ERROR = "error"
    """The result is not what was asked for; a command that meets one ends with exit code 1."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: `code` names the kind, `where` the place, `facts` fill the wording.

    `where` is a path into the proposal (`estimate/sections/s1/items/i2/rate`), or a place in a file
    (`estimate.xlsx › Смета › D7`). Facts are (name, value) pairs of plain text.
    """

    code: str
    where: str = ""
    severity: Severity = Severity.WARNING
    facts: tuple[tuple[str, str], ...] = ()

    def fact(self, name: str) -> str:
        """Return the value of one fact, or an empty text."""
        return dict(self.facts).get(name, "")


def problem(code: str, where: str = "", severity: Severity = Severity.WARNING, **facts: object) -> Problem:
    """Make a Problem with its facts as keywords."""
    return Problem(code, where, severity, tuple((name, str(value)) for name, value in facts.items()))


def error(code: str, where: str = "", **facts: object) -> Problem:
    """Make a Problem that stops a command."""
    return problem(code, where, Severity.ERROR, **facts)


def stops(problems: Iterable[Problem]) -> bool:
    """Tell whether any of the problems is an error."""
    return any(found.severity is Severity.ERROR for found in problems)
