"""What brandbooks are shown with: a few pages of the open proposal, or of the demonstration."""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from PySide6.QtGui import QImage

from app.model.proposal import Proposal
from app.model.sections import Cover, EstimatePages, Letter, Story
from app.sources.samples import DEMO
from widgets.jobs import Ticket
from widgets.preview.raster import raster
from widgets.services import Pipeline


class Sheet(StrEnum):
    """A page that is shown of a brandbook."""

    COVER = "cover"
    TEXT = "text"
    ESTIMATE = "estimate"
    TOTAL = "total"


ALL = tuple(Sheet)
"""The pages of a card."""


@dataclass(frozen=True)
class Sample:
    """A proposal, and the folder with its pictures."""

    proposal: Proposal
    folder: Path


@lru_cache(maxsize=2)
def demo(language: str) -> Sample:
    """Return the demonstration in a language. Raises FileNotFoundError where the installation is damaged."""
    from app.sources import open_proposal

    opened = open_proposal(str(DEMO / language), None)
    if opened.proposal is None:
        raise FileNotFoundError(DEMO / language)
    return Sample(opened.proposal, opened.folder)


def under_name(sample: Sample, studio: str) -> Sample:
    """Return a sample with a studio's name on it, where there is one."""
    if not studio:
        return sample
    named = replace(sample.proposal.studio, name=studio, tagline="")
    return replace(sample, proposal=replace(sample.proposal, studio=named))


def has_all(proposal: Proposal) -> bool:
    """Tell whether a proposal has what is shown of a brandbook."""
    shown = [section for section in proposal.sections if not section.hidden]
    kinds = (Cover, (Letter, Story), EstimatePages)
    return all(any(isinstance(section, kind) for section in shown) for kind in kinds)


def pictures(
    pipeline: Pipeline, sample: Sample, brandbook: str, sheets: tuple[Sheet, ...], width: int, ticket: Ticket
) -> dict[Sheet, QImage]:
    """Return pictures of pages in a brandbook, so many pixels wide; a page that the proposal lacks has none. For the worker."""
    proposal = sample.proposal
    wanted = [section for section in (_section(proposal, sheet) for sheet in sheets) if section is not None]
    sections = tuple(section for section in proposal.sections if section in wanted)
    laid = pipeline.lay_out(replace(proposal, brandbook=brandbook, sections=sections), sample.folder)
    ticket.check()
    places: dict[Sheet, int] = {}
    for sheet in sheets:
        section = _section(proposal, sheet)
        own = [i for i, page in enumerate(laid.document.pages) if section is not None and page.section == section.id]
        if own:
            places[sheet] = own[-1 if sheet is Sheet.TOTAL else 0]
    order = sorted(set(places.values()))
    if not order:
        return {}
    pdf = pipeline.paint(laid, sample.folder, order)
    ticket.check()
    images = dict(zip(order, raster(pdf, [(i, width) for i in range(len(order))]), strict=True))
    return {sheet: images[place] for sheet, place in places.items()}


def _section(proposal: Proposal, sheet: Sheet) -> Cover | Letter | Story | EstimatePages | None:
    kinds = {Sheet.COVER: (Cover,), Sheet.TEXT: (Letter, Story)}.get(sheet, (EstimatePages,))
    return next((one for one in proposal.sections if isinstance(one, kinds) and not one.hidden), None)
