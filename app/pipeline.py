"""The one chain from a proposal to the bytes of its PDF. What the window previews is what the command line exports."""

import copy
import datetime
import os
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from app.brand.load import BrandLoaded
from app.brand.shelf import BrandShelf
from app.brand.tokens import Brand, Rules
from app.brand.typesets import Typesets
from app.i18n import Words
from app.layout.compose import Composer, Seen
from app.layout.page import Document
from app.layout.tones import Tones
from app.layout.uncollected import uncollected
from app.merge.merging import Merged, Merger
from app.model.estimate import Estimate
from app.model.proposal import Proposal
from app.pdf.lab import Lab
from app.pdf.pictures import FolderPictures, darkroom
from app.pdf.sizes import PictureSizes
from app.pdf.toneshelf import Stamp, ToneShelf, shelf, stamp
from app.problems import Problem
from app.text.fonts import FontBook
from app.text.style import FaceSource
from app.totals import Totals, totals

if TYPE_CHECKING:
    from app.pdf.fonts import FontCabinet

ASSETS = Path(__file__).resolve().parent.parent / "assets"
BRANDBOOKS = Path(__file__).resolve().parent.parent / "brandbooks"
LAST_FACE = FaceSource(str(ASSETS / "fonts" / "inter" / "Inter_400Regular.ttf"))


class Preset(StrEnum):
    """What a PDF is for."""

    SCREEN = "screen"
    """Pictures of 150 dots an inch: small enough for e-mail and telephones."""
    STANDARD = "standard"
    """The brandbook's resolution, for screens and office printers."""
    PRINT = "print"
    """300 dots an inch, the brandbook's bleed and crop marks, for a print shop."""
    ARCHIVE = "archive"
    """PDF/A-2b in the brandbook's resolution: what is kept for years."""


FILLED_IN = (Preset.SCREEN, Preset.STANDARD)
"""Presets whose fields can be filled in; paper and archives have lines."""
SCREEN_DPI = 150
PRINT_DPI = 300
MOST_COMPOSERS = 12
"""Brandbooks in a language whose layouts are remembered; each change of one is another."""
GLANCE = 1.0
"""Seconds for which a preview trusts what it last saw of the files of pictures and fonts. An export looks at every file."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A proposal with a place for everything, ready to be painted."""

    document: Document
    totals: Totals
    brand: Brand
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """A finished PDF, its pages, its sums and what is wrong with it."""

    document: Document
    pdf: bytes
    totals: Totals
    problems: tuple[Problem, ...]


class BrandMissingError(Exception):
    """There is no brandbook to set the proposal in; `problems` say why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems[0].code if problems else "brand-not-found")
        self.problems = problems


class Pipeline:
    """Builds proposals. One pipeline keeps brands, fonts and pictures that were loaded, so keep it for the whole run."""

    def __init__(
        self,
        brandbooks: Sequence[Path] = (BRANDBOOKS,),
        cache: Path | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Look for brandbooks in these folders, the first one that has a name wins; keep prepared pictures in `cache`. The
        `clock` tells seconds.
        """
        self.cache = cache
        self.shelf = BrandShelf(brandbooks, ASSETS, cache, clock, GLANCE)
        self._books: dict[str, FontBook] = {}
        self._cabinets: dict[str, FontCabinet] = {}
        self._eye = threading.Lock()
        self._composers: dict[tuple[str, str], Composer] = {}
        self._files = _KnownFiles(PictureSizes(cache))
        self._summed: tuple[Estimate, Totals] | None = None
        self._merger = Merger()
        self._clock = clock
        self._glance: tuple[float, _Sizes] | None = None
        self._typesets = Typesets(clock, GLANCE)

    def beside(self, folder: Path) -> "Pipeline":
        """Return a pipeline that looks for brandbooks in another folder first, and else has everything that this one has."""
        return self._upon(self.shelf.beside(folder))

    def varied(self, kind: str, variant: str) -> "Pipeline":
        """Return a pipeline in which pages of a kind have this variant, whatever the brandbook has chosen; nothing is written."""
        return self._upon(self.shelf.varied(kind, variant))

    def _upon(self, brandbooks: BrandShelf) -> "Pipeline":
        other = copy.copy(self)
        other.shelf, other._composers, other._glance = brandbooks, {}, None
        return other

    def brandbooks(self) -> tuple[str, ...]:
        """Return the names of the brandbooks there are, in alphabetical order."""
        return self.shelf.names()

    def brand(self, name: str) -> BrandLoaded:
        """Load a brandbook; it is read once, and again when its files have changed. That is noticed after GLANCE seconds."""
        return self.shelf.load(name)

    def refresh(self) -> None:
        """Look at the files of brandbooks again when one is wanted next."""
        self.shelf.refresh()

    def rules(self, brandbook: str) -> Rules:
        """Return what the house wants of an estimate; the usual where the brandbook cannot be read."""
        brand = self.brand(brandbook).brand
        return Rules() if brand is None else brand.rules

    def look_key(self, brandbook: str) -> str:
        """Return what tells one state of a brandbook from another; nothing where it cannot be read."""
        brand = self.brand(brandbook).brand
        return brand.key if brand is not None else ""

    def faces(self, brandbook: str) -> dict[str, FaceSource]:
        """Return the font files of a brandbook by the names of its faces; none where it cannot be read."""
        brand = self.brand(brandbook).brand
        return {} if brand is None else _sources(brand)

    def drafted(self, laid: Laid) -> Laid:
        """Return the pages with the mark that those of a draft have."""
        document = laid.document
        return replace(laid, document=self._composer(laid.brand, document.info.language).drafted(document))

    def lay_out(self, proposal: Proposal, folder: Path) -> Laid:
        """Give everything its place. Pictures are looked for in `folder`; one that is replaced under its name is noticed after
        GLANCE seconds. Raises BrandMissingError.
        """
        with uncollected():
            return self._lay_out(proposal, folder, self._usable(proposal.brandbook), None)

    def _usable(self, name: str) -> Brand:
        loaded = self.brand(name)
        if loaded.brand is None:
            raise BrandMissingError(loaded.problems)
        return loaded.brand

    def _lay_out(self, proposal: Proposal, folder: Path, brand: Brand, seen: Seen | None) -> Laid:
        book, sums = self._book(brand), self._totals(proposal)
        proposal = self._merged(proposal).proposal
        composer = self._composer(brand, proposal.language)
        composition = composer.compose(proposal, sums, self._sizes(folder, brand, again=seen is not None), seen)
        self._files.save()
        problems = (*self.brand(proposal.brandbook).problems, *book.problems, *composition.problems)
        return Laid(composition.document, sums, brand, problems)

    def _sizes(self, folder: Path, brand: Brand, *, again: bool) -> "_Sizes":
        """Return the sizes of pictures as they were just seen; all of them are looked at `again` where that is wanted."""
        now, glance = self._clock(), self._glance
        if not again and glance is not None and now - glance[0] < GLANCE and glance[1].are_of(folder, brand.folder):
            return glance[1]
        sizes = _Sizes(folder, brand.folder, self._files, shelf(self.cache))
        self._glance = now, sizes
        return sizes

    def _totals(self, proposal: Proposal) -> Totals:
        before = self._summed
        if before is not None and before[0] is proposal.estimate and before[1].currency == proposal.currency:
            return before[1]
        sums = totals(proposal.estimate, proposal.currency, before)
        self._summed = (proposal.estimate, sums)
        return sums

    def _merged(self, proposal: Proposal) -> Merged:
        """Return a proposal with values in its texts for the fields that were typed there."""
        return self._merger.merged(proposal, self._totals(proposal), Words(proposal.language))

    def _composer(self, brand: Brand, language: str) -> Composer:
        composer = self._composers.get((brand.key, language))
        if composer is None:
            while len(self._composers) >= MOST_COMPOSERS:
                self._composers.pop(next(iter(self._composers)))
            composer = self._composers[brand.key, language] = Composer(brand, self._book(brand), Words(language))
        return composer

    def preflight(self, proposal: Proposal, folder: Path, today: datetime.date) -> tuple[Problem, ...]:
        """Return what stands against exporting a proposal for good on a day; an error forbids it. A proposal whose brandbook
        cannot be read has no rules to keep: `build` tells that.
        """
        from app.preflight import preflight

        brand = self.brand(proposal.brandbook).brand
        if brand is None:
            return ()
        found = preflight(proposal, self._totals(proposal), brand.rules, today, folder)
        return (*found, *self._merged(proposal).problems)

    def paint(self, laid: Laid, folder: Path, pages: Sequence[int] | None = None) -> bytes:
        """Return the PDF of all pages, or of some of them (indices from 0) as they are seen on a screen."""
        if pages is None:
            return self._write(laid, folder, Preset.STANDARD)[0]
        from app.pdf.eye import show
        from app.pdf.fonts import FontCabinet

        brand = laid.brand
        pictures = self._sizes(folder, brand, again=False).pictures
        with self._eye, uncollected():
            key = self._typesets.of(brand)
            if key not in self._cabinets:
                self._cabinets[key] = FontCabinet(self._book(brand))
            return show(laid.document, pages, self._cabinets[key], pictures, brand.pictures.dpi, self.cache)

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
        """Go the whole way. A `password` closes the PDF, which then has other bytes each time. Raises BrandMissingError.

        `watch` is told how much is painted, 0 to 1, and may raise to call it off. A `draft` is marked as one on every page. What
        stands against a final export (`preflight`) is not looked at here.
        """
        brand = self._usable(proposal.brandbook)
        self._typesets.refresh()
        pictures = FolderPictures({"proposal": folder, "brand": brand.folder})
        with Lab(darkroom(self.cache), pictures, _dpi(brand, preset)) as lab:
            laid = self._lay_out(proposal, folder, brand, lab.expect)
            if draft:
                laid = replace(laid, document=self._composer(brand, proposal.language).drafted(laid.document))
            pdf, problems = self._write(laid, folder, preset, password, watch, lab)
        shelf(self.cache).rest()
        return Built(laid.document, pdf, laid.totals, (*laid.problems, *problems))

    def _write(
        self,
        laid: Laid,
        folder: Path,
        preset: Preset,
        password: str = "",
        watch: Callable[[float], None] | None = None,
        lab: Lab | None = None,
    ) -> tuple[bytes, tuple[Problem, ...]]:
        from app.pdf.document import Options, write

        tokens = laid.brand.pictures
        options = Options(_dpi(laid.brand, preset), tokens.least_dpi, cache=self.cache, password=password, watch=watch)
        if preset in FILLED_IN:
            options = replace(options, fields=True)
        if preset is Preset.SCREEN:
            options = replace(options, least_dpi=min(SCREEN_DPI // 2, tokens.least_dpi))
        elif preset is Preset.PRINT:
            options = replace(options, bleed=laid.brand.page.bleed, crop_marks=True)
        elif preset is Preset.ARCHIVE:
            options = replace(options, archive=True)
        pictures = FolderPictures({"proposal": folder, "brand": laid.brand.folder})
        written = write(laid.document, self._book(laid.brand), pictures, options=options, lab=lab)
        return written.pdf, written.problems

    def _book(self, brand: Brand) -> FontBook:
        key = self._typesets.of(brand)  # a brandbook whose colours are tried out keeps its fonts
        if key not in self._books:
            self._books[key] = FontBook(_sources(brand), LAST_FACE)
        return self._books[key]


def _sources(brand: Brand) -> dict[str, FaceSource]:
    return {name: FaceSource(str(face.path), face.variations) for name, face in brand.faces.items()}


def _dpi(brand: Brand, preset: Preset) -> int:
    """Return the resolution of pictures."""
    return {Preset.SCREEN: min(SCREEN_DPI, brand.pictures.dpi), Preset.PRINT: PRINT_DPI}.get(preset, brand.pictures.dpi)


class _Found(NamedTuple):
    """A picture file: what it was on the disk when it was last looked at, its stamp, and the size of the upright picture."""

    state: tuple[int, int, int, int]
    stamp: Stamp
    size: tuple[int, int] | None


class _KnownFiles:
    """The sizes of picture files, read again only when a file has changed.

    A name that still leads to the same file has not begun to lead out of its folder, so that is not looked into either.
    """

    def __init__(self, sizes: PictureSizes) -> None:
        self._sizes = sizes
        self._known: dict[str, _Found] = {}

    def save(self) -> None:
        """Note on the disk what was learned."""
        self._sizes.save()

    def of(self, pictures: FolderPictures, folder: str, file: str) -> _Found | None:
        """Return what is known of a proposal's picture, None where there is none."""
        name = f"{folder}/{file}"
        try:
            # Every layout asks for every file, and putting a Path together takes longer than the disk does.
            found = os.stat(name)  # noqa: PTH116
        except (OSError, ValueError):
            return None
        state = (found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size)
        known = self._known.get(name)
        if known is not None and known.state == state:
            return known
        path = pictures.path(file, "proposal")
        now = stamp(path) if path else None
        if path is None or now is None:
            return None
        known = self._known[name] = _Found(state, now, self._sizes.of(path))
        return known


class _Sizes:
    """The sizes and tones of a proposal's pictures; a file that there is, is asked for once."""

    def __init__(self, folder: Path, brand_folder: Path, files: _KnownFiles, tones: ToneShelf) -> None:
        self.pictures = FolderPictures({"proposal": folder, "brand": brand_folder})
        self._folders = (folder, brand_folder)
        self._folder = str(folder)
        self._files = files
        self._tones = tones
        self._known: dict[str, _Found] = {}

    def are_of(self, folder: Path, brand_folder: Path) -> bool:
        """Tell whether these are the sizes of pictures in certain folders."""
        return self._folders == (folder, brand_folder)

    def size(self, file: str) -> tuple[int, int] | None:
        """Return width and height of the upright picture, None where it cannot be read."""
        found = self._of(file)
        return found.size if found else None

    def stamp(self, file: str) -> Stamp | None:
        """Return what changes whenever the file does."""
        found = self._known.get(file) or self._of(file)
        return found.stamp if found else None

    def expect(self, file: str) -> None:
        """Begin to measure how light a picture is."""
        path = self.pictures.path(file, "proposal")
        if path:
            self._tones.expect(path)

    def tones(self, file: str) -> Tones | None:
        """Return how light the upright picture is, None where it cannot be read."""
        path = self.pictures.path(file, "proposal")
        return self._tones.of(path) if path else None

    def _of(self, file: str) -> _Found | None:
        found = self._known.get(file) or self._files.of(self.pictures, self._folder, file)
        if found is not None:
            self._known[file] = found
        return found
