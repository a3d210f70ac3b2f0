"""Small real pages in each variant of a kind of page, as they would be in a brandbook that stays as it is."""

import itertools
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from shiboken6 import isValid

from app.brand.shelf import FILE
from app.brand.tokens import Brand, Rules
from app.layout.page import Page, PictureItem
from app.model.estimate import Detail
from app.model.proposal import Proposal
from app.model.sections import (
    Acceptance,
    BackCover,
    Contents,
    Cover,
    EstimatePages,
    Letter,
    Opener,
    References,
    Section,
    Story,
    Team,
    Terms,
    Timeline,
)
from widgets.brands.kept import KeptPages, demo_state, files_state
from widgets.brands.samples import demo, under_name
from widgets.jobs import IDLE, Jobs, Ticket
from widgets.preview.raster import raster
from widgets.services import Pipeline

_SHOWN_BY: dict[str, type[Section]] = {
    "cover": Cover, "letter": Letter, "story": Story, "timeline": Timeline, "team": Team, "references": References,
    "terms": Terms, "acceptance": Acceptance, "back-cover": BackCover, "chrome": Terms,
}  # fmt: skip
_LISTED = (Letter, Story, Team, References, Terms, Acceptance)
"""What stands in the contents that are shown: sections that are quick to lay out."""


class VariantProofs(QObject):
    """`drawn` brings a kind of page, a variant of it, and its picture."""

    drawn = Signal(str, str, QImage)
    _numbers = itertools.count()

    def __init__(self, jobs: Jobs, pipeline: Pipeline, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self._pipeline = jobs, pipeline
        self._lane = f"variants-{next(self._numbers)}"
        self._asked: set[str] = set()

    def show_one(self, brandbook: str, kind: str, variant: str, width: int, language: str, studio: str) -> None:
        """Show a variant, so many pixels wide, on the demonstration in a language with the studio's name on it."""
        lane = f"{self._lane}-{kind}-{variant}"
        self._asked.add(lane)

        def done(image: QImage | None) -> None:
            self._asked.discard(lane)
            if isValid(self) and image is not None:
                self.drawn.emit(kind, variant, image)

        work = partial(picture, self._pipeline, brandbook, kind, variant, width, language, studio)
        self._jobs.start(work, done, lambda _: self._asked.discard(lane), lane=lane, priority=IDLE)

    def drop(self) -> None:
        """Nobody waits for anything any more."""
        for lane in self._asked:
            self._jobs.drop(lane)
        self._asked.clear()


def picture(
    pipeline: Pipeline, brandbook: str, kind: str, variant: str, width: int, language: str, studio: str, ticket: Ticket
) -> QImage | None:
    """Return the picture of a page in a variant; None where there is nothing to show it with. For the worker."""
    ticket.check()
    kept = KeptPages(pipeline.cache)
    brand = pipeline.brand(brandbook).brand
    if brand is None:
        return None
    name = kept.name("variant", chosen_aside(brand), demo_state(language), studio, kind, variant, width)
    found = kept.find(name)
    if found is not None:
        return found
    sample = under_name(demo(language), studio)
    proposal = specimen(kind, sample.proposal)
    if proposal is None:
        return None
    varied = pipeline.varied(kind, variant)
    laid = varied.lay_out(replace(proposal, brandbook=brandbook), sample.folder)
    ticket.check()
    if not laid.document.pages:
        return None
    place = fullest(laid.document.pages) if kind == "references" else 0
    image = raster(varied.paint(laid, sample.folder, [place]), [(0, width)])[0]
    kept.keep(name, image)
    return image


def chosen_aside(brand: Brand) -> str:
    """Return what is another when a brandbook looks another way, whichever variants it has chosen: all of them are shown. The
    one of the head and foot is on every page.
    """
    masters = {
        kind: replace(master, variant=master.variant if kind == "chrome" else "") for kind, master in brand.masters.items()
    }
    return files_state(brand.folder, aside=FILE) + repr(replace(brand, masters=masters, key="", title={}, rules=Rules()))


def fullest(pages: Sequence[Page]) -> int:
    """Return which page has the most pictures, the first of several."""
    counts = [sum(isinstance(item, PictureItem) for item in page.items) for page in pages]
    return counts.index(max(counts))


def specimen(kind: str, proposal: Proposal) -> Proposal | None:
    """Return what of a proposal lays out a kind of page first of all; None where it has nothing of the kind."""
    sections = _sections(kind, proposal.sections)
    return replace(proposal, sections=sections) if sections else None


def _sections(kind: str, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    estimate = next((one for one in sections if isinstance(one, EstimatePages)), None)
    if kind in {"estimate", "summary", "total"}:
        detail = Detail.TOTALS if kind == "total" else Detail.DETAILED
        return (replace(estimate, summary=kind == "summary", detail=detail, hidden=False),) if estimate else ()
    if kind == "contents":
        listed = tuple(one for one in sections if isinstance(one, _LISTED))
        return (next((replace(one, hidden=False) for one in sections if isinstance(one, Contents)), Contents(id="all")), *listed)
    if kind == "opener":
        told = next((one for one in sections if isinstance(one, Story)), None)
        cover = next((one for one in sections if isinstance(one, Cover)), None)
        return (Opener(id="part", title=told.title if told else "", picture=cover.picture if cover else None),)
    return tuple(replace(one, hidden=False) for one in sections if isinstance(one, _SHOWN_BY[kind]))[:1]
