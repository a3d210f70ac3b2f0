"""Pages become pictures: laid out and painted by the pipeline, then drawn. Everything here runs in the worker."""

import itertools
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtGui import QImage

from app.layout.page import Page
from app.model.proposal import Proposal
from app.problems import Problem
from app.sources.drafts import today
from widgets.jobs import Ticket
from widgets.preview.raster import raster
from widgets.services import Laid, Pipeline

KEPT_LAYOUTS = 4
"""Painted pages of so many layouts are kept, so that undo shows its pages at once."""


@dataclass(frozen=True)
class Layout:
    """A laid-out proposal. Pages that look the same in two layouts have the same key."""

    laid: Laid
    folder: Path
    keys: tuple[int, ...]
    checked: tuple[Problem, ...] = ()
    """What stands against exporting it for good."""

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages."""
        return self.laid.document.pages


@dataclass(frozen=True)
class Want:
    """A wish: the page at `index` as a picture so many pixels wide."""

    index: int
    width: int


@dataclass(frozen=True)
class Print:
    """The picture of the page with this key."""

    key: int
    image: QImage


class Press:
    """Lays out, paints and rasters, and remembers what it has painted."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._pipeline = pipeline
        self._numbers = itertools.count()
        self._layouts: list[Layout] = []
        self._sheets: dict[int, tuple[bytes, int]] = {}

    def lay_out(self, proposal: Proposal, folder: Path, ticket: Ticket) -> Layout:
        """Lay a proposal out and find the pages that are known already."""
        ticket.check()
        laid = self._pipeline.lay_out(proposal, folder)
        checked = tuple(self._pipeline.preflight(proposal, folder, today()))
        return self._kept(Layout(laid, folder, self._keys(laid.document.pages), checked))

    def lay_front(self, proposal: Proposal, folder: Path, ticket: Ticket) -> Layout | None:
        """Lay out the first page alone, which takes as long in a large proposal as in a small one; None where there is none."""
        first = next((section for section in proposal.sections if not section.hidden), None)
        if first is None or len(proposal.sections) == 1:
            return None
        ticket.check()
        laid = self._pipeline.lay_out(replace(proposal, sections=(first,)), folder)
        if len(laid.document.pages) != 1:
            return None  # how a page stands may depend on the next ones, which are not all there
        return self._kept(Layout(laid, folder, self._keys(laid.document.pages)))

    def _kept(self, layout: Layout) -> Layout:
        """Remember a layout, and forget the painted pages of those that are too old."""
        self._layouts = [*self._layouts[1 - KEPT_LAYOUTS :], layout]
        kept = {key for known in self._layouts for key in known.keys}
        self._sheets = {key: sheet for key, sheet in self._sheets.items() if key in kept}
        return layout

    def print(self, layout: Layout, wants: Sequence[Want], ticket: Ticket) -> list[Print]:
        """Make pictures of pages; those that were not painted yet are painted together."""
        missing = list(dict.fromkeys(want.index for want in wants if layout.keys[want.index] not in self._sheets))
        if missing:
            ticket.check()
            pdf = self._pipeline.paint(layout.laid, layout.folder, missing)
            self._sheets |= {layout.keys[index]: (pdf, place) for place, index in enumerate(missing)}
        by_file: dict[int, list[Want]] = defaultdict(list)
        for want in wants:
            by_file[id(self._sheets[layout.keys[want.index]][0])].append(want)
        prints: list[Print] = []
        for group in by_file.values():
            ticket.check()
            prints += self._raster(layout, group)
        return prints

    def _raster(self, layout: Layout, wants: Sequence[Want]) -> list[Print]:
        pdf = self._sheets[layout.keys[wants[0].index]][0]
        places = [(self._sheets[layout.keys[want.index]][1], want.width) for want in wants]
        keys = [layout.keys[want.index] for want in wants]
        return [Print(key, image) for key, image in zip(keys, raster(pdf, places), strict=True)]

    def _keys(self, pages: Sequence[Page]) -> tuple[int, ...]:
        """Give the pages numbers: those of equal pages in the layouts that are kept, else new ones."""
        known: dict[tuple[str, int], list[tuple[Page, int]]] = defaultdict(list)
        for layout in reversed(self._layouts):
            for page, key in zip(layout.pages, layout.keys, strict=True):
                known[page.section, len(page.items)].append((page, key))
        return tuple(
            next((key for other, key in known[page.section, len(page.items)] if other is page or other == page), None)
            or next(self._numbers) + 1
            for page in pages
        )
