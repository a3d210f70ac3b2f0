"""One filled form, whatever it came in."""

from dataclasses import dataclass

from app.model.brief import Answer
from app.problems import Problem


@dataclass(frozen=True, slots=True)
class Submission:
    """The answers of one person, in the order of the form. `place` tells where they stand, as problems name it."""

    answers: tuple[Answer, ...]
    place: str = ""


@dataclass(frozen=True, slots=True)
class Submissions:
    """All answers in a file, the first one first, and what is wrong with it."""

    found: tuple[Submission, ...] = ()
    problems: tuple[Problem, ...] = ()
