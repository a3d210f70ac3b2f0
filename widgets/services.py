"""What the window needs from the rest of the program, as it is handed in."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from app.brand.load import BrandLoaded
from app.brand.tokens import Rules
from app.layout.page import Document
from app.model.proposal import Proposal
from app.pipeline import Preset
from app.problems import Problem
from app.text.style import FaceSource
from app.totals import Totals


class Laid(Protocol):
    """A proposal that has been laid out."""

    @property
    def document(self) -> Document:
        """Its pages."""

    @property
    def totals(self) -> Totals:
        """The sums that are printed."""

    @property
    def problems(self) -> Sequence[Problem]:
        """What is wrong with it."""


class Built(Laid, Protocol):
    """A proposal that has been laid out and painted."""

    @property
    def pdf(self) -> bytes:
        """The file."""


class Pipeline(Protocol):
    """The one chain from a proposal to its PDF. `cache` is where prepared pictures are kept, None where nothing is."""

    cache: Path | None

    def lay_out(self, proposal: Proposal, folder: Path) -> Laid:
        """Give everything its place."""

    def paint(self, laid: Laid, folder: Path, pages: Sequence[int] | None = None) -> bytes:
        """Paint some pages, or all, into a PDF."""

    def build(
        self,
        proposal: Proposal,
        folder: Path,
        preset: Preset = Preset.STANDARD,
        password: str = "",
        watch: Callable[[float], None] | None = None,
        *,
        draft: bool = False,
    ) -> Built:
        """Lay out and paint everything. `watch` is told how much is done, 0 to 1, and may raise to call it off. A `draft` is
        marked on every page.
        """

    def preflight(self, proposal: Proposal, folder: Path, today: datetime.date) -> Sequence[Problem]:
        """Return what stands against exporting it for good on a day; an error forbids it."""

    def faces(self, brandbook: str) -> Mapping[str, FaceSource]:
        """Return the font files of a brandbook by the names of its faces."""

    def drafted(self, laid: Laid) -> Laid:
        """Return the pages with the mark that those of a draft have."""

    def rules(self, brandbook: str) -> Rules:
        """Return what the house wants of an estimate, by the brandbook."""

    def look_key(self, brandbook: str) -> str:
        """Return what tells one state of a brandbook from another; nothing where it cannot be read."""

    def brandbooks(self) -> Sequence[str]:
        """Return the names of the brandbooks that can be chosen."""

    def brand(self, name: str) -> BrandLoaded:
        """Return a brandbook and what is wrong with it."""

    def beside(self, folder: Path) -> "Pipeline":
        """Return a pipeline that looks for brandbooks in another folder first."""

    def varied(self, kind: str, variant: str) -> "Pipeline":
        """Return a pipeline in which pages of a kind have this variant, whatever the brandbook has chosen."""

    def refresh(self) -> None:
        """Look at the files of brandbooks again when one is wanted next."""
