"""What opening a proposal gives."""

from dataclasses import dataclass
from pathlib import Path

from app.model.proposal import Proposal
from app.problems import Problem


@dataclass(frozen=True, slots=True)
class Opened:
    """A proposal, None when it cannot be read; the folder in which its pictures are; and what is wrong with it."""

    proposal: Proposal | None
    folder: Path
    problems: tuple[Problem, ...] = ()
