"""From an opened proposal to a PDF file, and what is told about it."""

import datetime
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from app.commands.console import DONE, STOPPED, Console
from app.problems import Problem, Severity, stops
from app.store.targets import write_pdf

if TYPE_CHECKING:
    from app.model.proposal import Proposal
    from app.pipeline import Built, Pipeline
    from app.sources import Opened


@dataclass(frozen=True, slots=True)
class Wish:
    """What a user wants otherwise than the proposal says; empty where nothing.

    A `draft` is written whatever preflight finds, and marked on every page. `today` is the day of the export, None for that of
    the clock.
    """

    brand: str = ""
    language: str = ""
    preset: str = "standard"
    password: str = field(default="", repr=False)
    draft: bool = False
    today: datetime.date | None = None

    def apply(self, proposal: "Proposal") -> "Proposal":
        """Return the proposal as it is wanted."""
        return replace(proposal, brandbook=self.brand or proposal.brandbook, language=self.language or proposal.language)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of building: the PDF, None where there is none, and the problems of reading, of preflight, and of making."""

    built: "Built | None" = None
    read: tuple[Problem, ...] = ()
    checked: tuple[Problem, ...] = ()
    made: tuple[Problem, ...] = ()
    forbidden: bool = False
    """Preflight is why it was not built."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return all problems, each once."""
        return together((*self.read, *self.checked), self.made)


def build(pipeline: "Pipeline", opened: "Opened", wish: Wish) -> Outcome:
    """Build the PDF of an opened proposal. What preflight forbids is not built, unless a draft is wanted."""
    from app.pipeline import BrandMissingError, Preset

    if opened.proposal is None or stops(opened.problems):
        return Outcome(read=opened.problems)
    proposal = wish.apply(opened.proposal)
    read, checked = judged(opened.problems, preflight(pipeline, proposal, opened.folder, wish))
    if not wish.draft and stops((*read, *checked)):
        return Outcome(None, read, checked, forbidden=True)
    try:
        built = pipeline.build(proposal, opened.folder, Preset(wish.preset), wish.password, draft=wish.draft)
    except BrandMissingError as wrong:
        return Outcome(None, read, checked, wrong.problems)
    return Outcome(None if stops(built.problems) else built, read, checked, built.problems)


def preflight(pipeline: "Pipeline", proposal: "Proposal", folder: Path, wish: Wish) -> tuple[Problem, ...]:
    """Return what stands against exporting a proposal for good."""
    from app.sources.drafts import today

    return pipeline.preflight(proposal, folder, wish.today or today())


_UNPRICED = ("estimate-no-price", "item-without-price")
_VAT_UNSAID = ("draft-vat-unsaid", "vat-exempt-unexplained")


def judged(opened: Sequence[Problem], checked: Sequence[Problem]) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Return the problems of reading and those of preflight without what both tell.

    Reading names the cell of a spreadsheet where a price is missing: there it is told, as badly as preflight sees it.
    """
    read, found = {one.code for one in opened}, {one.code for one in checked}
    if _UNPRICED[0] in read and _UNPRICED[1] in found:
        opened = [replace(one, severity=Severity.ERROR) if one.code == _UNPRICED[0] else one for one in opened]
        checked = [one for one in checked if one.code != _UNPRICED[1]]
    if _VAT_UNSAID[0] in read:
        checked = [one for one in checked if one.code != _VAT_UNSAID[1]]
    return tuple(opened), together(opened, checked)[len(opened) :]


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
    outcome = build(pipeline, opened, wish or Wish())
    built, problems = outcome.built, outcome.problems
    if built is None:
        console.tell(problems)
        if outcome.forbidden:
            console.note(console.words("Nothing was written. With --draft it is exported as a draft, marked on every page."))
        return STOPPED
    refused = write_pdf(target, built.pdf)
    if refused:
        return console.finish((*problems, refused))
    console.data(f"{target}: {_told(console, built, time.perf_counter() - started)}")
    console.tell(problems)
    return DONE


def _told(console: Console, built: "Built", seconds: float) -> str:
    from decimal import Decimal

    words = console.words
    pages = words.plural("{n} page", "{n} pages", len(built.document.pages))
    size = words("{n} KB", n=words.number(Decimal(len(built.pdf) + 999) // 1000))
    took = words("{n} s", n=words.number(Decimal(f"{seconds:.2f}")))
    return f"{pages}, {size}, {took}"
