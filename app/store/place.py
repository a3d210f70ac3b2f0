"""Where a decoder stands in a JSON value, and whom it tells what is wrong there."""

from collections.abc import Callable
from decimal import Decimal
from typing import Final, TypeAlias

from app.problems import Problem, Severity, error, problem

_SHOWN = 40

MOST_PROBLEMS = 1000
"""Of a file with more problems the rest is not told: nobody reads it, and a hostile file has millions."""


class Failed:
    """The type of FAILED."""

    def __bool__(self) -> bool:
        return False


FAILED: Final = Failed()
"""What a decoder returns instead of a value after it has reported why there is none."""


class Place:
    """A place such as `sections[2].pictures[0].file`, and the list that collects the problems of the whole value.

    `keep_file`, where given, looks at every picture's file: it gets the relative path and the place, reports what is
    wrong and returns the path to keep. A large proposal has ten thousand places and hardly ever a problem: how one is written is
    worked out where something is told.
    """

    __slots__ = ("_above", "_step", "keep_file", "problems")

    def __init__(
        self, step: str | int, problems: list[Problem], keep_file: "FileCheck | None" = None, above: "Place | None" = None
    ) -> None:
        self._step, self._above = step, above
        self.problems, self.keep_file = problems, keep_file

    @property
    def path(self) -> str:
        """The place as it is told."""
        steps: list[str] = []
        place: Place | None = self
        while place is not None:
            steps.append(f"[{place._step}]" if isinstance(place._step, int) else f".{place._step}" if place._step else "")
            place = place._above
        return "".join(reversed(steps)).removeprefix(".")

    def key(self, name: str) -> "Place":
        """Return the place of a value inside an object."""
        return Place(name, self.problems, self.keep_file, self)

    def at(self, index: int) -> "Place":
        """Return the place of an element of an array."""
        return Place(index, self.problems, self.keep_file, self)

    def fail(self, code: str, **facts: object) -> Failed:
        """Report an error here."""
        self._tell(error(code, self.path, **facts))
        return FAILED

    def warn(self, code: str, **facts: object) -> None:
        """Report a warning here."""
        self._tell(problem(code, self.path, Severity.WARNING, **facts))

    @property
    def is_full(self) -> bool:
        """Tell whether so much is wrong that nothing more is reported."""
        return len(self.problems) > MOST_PROBLEMS

    def _tell(self, found: Problem) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(found)
        elif not self.is_full:
            self.problems.append(error("problems-too-many", self.path, limit=MOST_PROBLEMS))


FileCheck: TypeAlias = Callable[[str, Place], str]


def shown(data: object) -> str:
    """Return a short text of a JSON value for a message."""
    if isinstance(data, dict):
        return "{…}"
    if isinstance(data, list):
        return "[…]"
    if data is None or isinstance(data, bool):
        return {None: "null", True: "true", False: "false"}[data]
    text = f"{data:.9g}" if isinstance(data, Decimal) and data.adjusted() > _SHOWN else str(data)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
