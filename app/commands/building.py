"""From an opened proposal to a PDF file, and what is told about it."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from app.commands.console import STOPPED, Console
from app.problems import Problem, stops
from app.store.targets import write_pdf

if TYPE_CHECKING:
    from app.model.proposal import Proposal
    from app.pipeline import Built, Pipeline
    from app.sources import Opened


@dataclass(frozen=True, slots=True)
class Wish:
    """What a user wants otherwise than the proposal says; empty where nothing."""

    brand: str = ""
    language: str = ""
    preset: str = "standard"
    password: str = field(default="", repr=False)

    def apply(self, proposal: "Proposal") -> "Proposal":
        """Return the proposal as it is wanted."""
        return replace(proposal, brandbook=self.brand or proposal.brandbook, language=self.language or proposal.language)


def build(pipeline: "Pipeline", opened: "Opened", wish: Wish) -> tuple["Built | None", tuple[Problem, ...]]:
    """Build the PDF of an opened proposal; None when a problem stops it. All problems are returned."""
    from app.pipeline import BrandMissingError, Preset

    if opened.proposal is None or stops(opened.problems):
        return None, opened.problems
    try:
        built = pipeline.build(wish.apply(opened.proposal), opened.folder, Preset(wish.preset), wish.password)
    except BrandMissingError as wrong:
        return None, (*opened.problems, *wrong.problems)
    return built, together(opened.problems, built.problems)


def together(opened: Sequence[Problem], built: Sequence[Problem]) -> tuple[Problem, ...]:
    """Join the problems of reading and of painting; a file that reading has told about already is not told about again."""
    known = {(found.code, _file(found)) for found in opened if _file(found)}
    return (*opened, *(found for found in built if (found.code, _file(found)) not in known))


def _file(found: Problem) -> str:
    """Return the bare name of the file that a problem is about."""
    return PurePosixPath(found.fact("file")).name


def export(console: Console, pipeline: "Pipeline", opened: "Opened", target: Path, wish: Wish | None = None) -> int:
    """Build a proposal and write its PDF; tell what came of it and return the exit code."""
    started = time.perf_counter()
    built, problems = build(pipeline, opened, wish or Wish())
    if built is None or stops(problems):
        console.tell(problems)
        return STOPPED
    refused = write_pdf(target, built.pdf)
    if refused:
        return console.finish((*problems, refused))
    console.data(f"{target}: {_told(console, built, time.perf_counter() - started)}")
    return console.finish(problems)


def _told(console: Console, built: "Built", seconds: float) -> str:
    from decimal import Decimal

    words = console.words
    pages = words.plural("{n} page", "{n} pages", len(built.document.pages))
    size = words("{n} KB", n=words.number(Decimal(len(built.pdf) + 999) // 1000))
    took = words("{n} s", n=words.number(Decimal(f"{seconds:.2f}")))
    return f"{pages}, {size}, {took}"
