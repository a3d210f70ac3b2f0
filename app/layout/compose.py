"""From a proposal to its pages: every section to its master, then folios and links over all of them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module

from app.brand.tokens import Brand
from app.layout.chrome import chrome
from app.layout.draft import drafted
from app.layout.edges import Edges
from app.layout.entries import entries
from app.layout.expected import expected
from app.layout.grid import Grid
from app.layout.inputs import inputs
from app.layout.memory import Memory
from app.layout.page import BoxItem, Document, DocumentInfo, Item, Page
from app.layout.scene import PictureSizes, Scene, Sheet
from app.layout.setter import LineCache, Setter
from app.layout.suited import suited
from app.layout.words import Words
from app.model.designation import designation, reference
from app.model.proposal import Proposal
from app.model.sections import (
    Acceptance,
    BackCover,
    Contents,
    Cover,
    EstimatePages,
    Letter,
    Opener,
    Packages,
    References,
    Section,
    Story,
    Team,
    Terms,
    Timeline,
)
from app.problems import Problem, problem
from app.text.fonts import FontBook
from app.totals import Totals

MASTERS: dict[type[Section], str] = {
    Cover: "cover",
    Contents: "contents",
    Opener: "opener",
    Letter: "letter",
    Story: "story",
    EstimatePages: "estimate",
    Packages: "packages",
    Team: "team",
    References: "references",
    Terms: "terms",
    Timeline: "timeline",
    Acceptance: "acceptance",
    BackCover: "back_cover",
}
"""The name of the file in `app.layout.masters` that lays out a kind of section, and of its function there. It is loaded when
the first such section is laid out.
"""

Seen = Callable[[list[Item]], None]
"""Is told what stands on a page before all pages are there, in no particular order."""

_Chrome = tuple[tuple[str, ...], dict[tuple[int, str], tuple[Item, ...]]]
"""What the running header tells, and header and folio as they are drawn, by the number of the page and their colour."""

CONTENTS_TRIES = 3
"""The page numbers in the contents depend on how many pages the contents take; so often that is looked at again."""


@dataclass(frozen=True, slots=True)
class Composition:
    """The pages of a proposal and what was found on the way."""

    document: Document
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Kept:
    """The sheets of a section, what they were made from and what is wrong with them, and the finished pages by number and
    running header. `memory` is what the section's master remembers, `edges` what was seen of its sheets. `standing` are all
    finished pages, as they were wanted last: after so many others, and with this running header.
    """

    inputs: tuple[object, ...]
    sheets: list[Sheet]
    missing: dict[str, str]
    problems: tuple[Problem, ...]
    pages: dict[tuple[int, int, tuple[str, ...]], Page]
    memory: Memory
    edges: Edges
    standing: tuple[int, tuple[str, ...], tuple[Page, ...]] | None = None


class Composer:
    """Lays out proposals in one brand and language, and keeps the sections that an edit did not touch."""

    def __init__(self, brand: Brand, book: FontBook, words: Words) -> None:
        """Set in `brand` with the faces of `book`, speaking `words`."""
        self.brand = suited(brand)
        self.book = book
        self.words = words
        self.lines = LineCache()
        self._kept: dict[str, _Kept] = {}
        self._chrome: _Chrome = ((), {})

    def compose(self, proposal: Proposal, totals: Totals, sizes: PictureSizes, seen: Seen | None = None) -> Composition:
        """Lay out the whole proposal. Hidden sections leave no trace.

        `seen` is told of a section's pages as soon as they are laid out.
        """
        shown = [section for section in proposal.sections if not section.hidden]
        scene = Scene(proposal, totals, self.brand, Grid.of(self.brand), self._setter(), self.words, sizes)
        kept = self._laid_out(scene, shown, seen)
        self._contents(scene, shown, kept)
        self._kept = kept
        header = (proposal.title, designation(self.words, proposal), proposal.studio.name, proposal.studio.site)
        pages: list[Page] = []
        missing: dict[str, str] = {}
        problems: list[Problem] = []
        if self._chrome[0] != header:
            self._chrome = header, {}
        for section in shown:
            one = kept[section.id]
            missing.update(one.missing)
            problems.extend(one.problems)
            pages.extend(_standing(scene, one, len(pages), self._chrome))
        problems.extend(
            problem("text-missing-glyphs", origin, characters=" ".join(characters)) for origin, characters in missing.items()
        )
        return Composition(Document(tuple(pages), _info(proposal, self.words)), tuple(problems))

    def drafted(self, document: Document) -> Document:
        """Return a document of this brand and language, marked as a draft on every page."""
        return drafted(document, self._setter(), self.words)

    def _laid_out(self, scene: Scene, shown: list[Section], seen: Seen | None) -> dict[str, _Kept]:
        """Lay out all but the contents, in the order that gives those who measure and prepare pictures most time."""
        measured: set[str] = set()
        for section in shown:
            files = () if section.id in self._kept else tuple(expected(scene, section))
            measured |= {section.id for _ in files}
            for file in files:
                scene.sizes.expect(file)
        kept: dict[str, _Kept] = {}
        for section in sorted(shown, key=lambda one: _turn(one, one.id in measured)):
            if not isinstance(section, Contents):
                one = kept[section.id] = self._section(scene, section)
                if seen:
                    for sheet in one.sheets:
                        seen(sheet.items)
        return kept

    def _contents(self, scene: Scene, shown: list[Section], kept: dict[str, _Kept]) -> None:
        """Lay out the contents once all else has its pages. How many pages they take moves the others, so that is tried out."""
        lists = [section for section in shown if isinstance(section, Contents)]
        counts = {section.id: len(one.sheets) for section, one in ((section, kept.get(section.id)) for section in shown) if one}
        counts |= {section.id: 1 for section in lists}
        for _ in range(CONTENTS_TRIES if lists else 0):
            found = entries(shown, {name: one.sheets for name, one in kept.items() if name in counts}, counts)
            for section in lists:
                kept[section.id] = self._section(replace(scene, entries=found), section)
            taken = {section.id: len(kept[section.id].sheets) for section in lists}
            if all(counts[name] == count for name, count in taken.items()):
                return
            counts |= taken

    def _section(self, scene: Scene, section: Section) -> _Kept:
        """Return a section's sheets, made anew only if anything that they show has changed."""
        made_from = inputs(section, scene.proposal, scene.totals, scene.sizes, scene.entries)
        before = self._kept.get(section.id)
        if before is not None and before.inputs == made_from:
            return before
        memory = before.memory if before else Memory()
        scene = replace(scene, setter=self._setter(memory), problems=[])
        edges = before.edges if before else Edges()
        sheets = edges.within(_master(MASTERS[type(section)])(scene, section), scene.problems)
        memory.sweep()
        pages = _same(before, sheets) if before else {}
        return _Kept(made_from, sheets, dict(scene.setter.missing), tuple(scene.problems), pages, memory, edges)

    def _setter(self, memory: Memory | None = None) -> Setter:
        return Setter(self.brand, self.book, self.words.language, self.lines, memory)


def _turn(section: Section, measured: bool) -> int:
    """Return when a section is laid out: first those with large pictures, but later where these are measured meanwhile."""
    if measured:
        return 1
    return 0 if isinstance(section, (References, Story, Cover, Opener, BackCover)) else 2


@cache
def _master(name: str) -> Callable[[Scene, Section], list[Sheet]]:
    found: Callable[[Scene, Section], list[Sheet]] = getattr(import_module(f"app.layout.masters.{name}"), name)
    return found


def _same(before: _Kept, sheets: list[Sheet]) -> dict[tuple[int, int, tuple[str, ...]], Page]:
    """Return the finished pages of the sheets that are the same objects as before."""
    same = {i for i, (old, new) in enumerate(zip(before.sheets, sheets, strict=False)) if old is new}
    return {key: page for key, page in before.pages.items() if key[0] in same}


def _standing(scene: Scene, kept: _Kept, before: int, known: _Chrome) -> tuple[Page, ...]:
    """Return the finished pages of a section that has so many before it."""
    header = known[0]
    if kept.standing is None or kept.standing[:2] != (before, header):
        pages = [
            kept.pages.get((i, number, header)) or _finished(scene, kept, i, sheet, number, known)
            for i, (number, sheet) in enumerate(enumerate(kept.sheets, before + 1))
        ]
        kept.standing = before, header, tuple(pages)
    return kept.standing[2]


def _finished(scene: Scene, kept: _Kept, index: int, sheet: Sheet, number: int, known: _Chrome) -> Page:
    """Put the page's ground beneath it, and running header and folio on it."""
    page = sheet.page()
    items = page.items
    header, drawn = known
    if sheet.chrome:
        around = drawn.get((number, sheet.chrome))
        if around is None:
            around = drawn[number, sheet.chrome] = tuple(chrome(scene, str(number), sheet.chrome))
        items = (*items, *around)
    if scene.brand.color("paper").upper() != "#FFFFFF":
        b = scene.brand.page.bleed
        items = (BoxItem(-b, -b, page.width + 2 * b, page.height + 2 * b, fill=scene.brand.color("paper")), *items)
    finished = replace(page, items=items, label=str(number))
    # Only the newest number and header of a page are worth keeping.
    for old in [old for old in kept.pages if old[0] == index]:
        del kept.pages[old]
    kept.pages[index, number, header] = finished
    return finished


def _info(proposal: Proposal, words: Words) -> DocumentInfo:
    subject = ", ".join(filter(None, (proposal.subtitle, proposal.client.name)))
    return DocumentInfo(
        title=proposal.title,
        author=proposal.studio.name,
        subject=subject,
        language=proposal.language,
        date=proposal.date.isoformat(),
        keywords=tuple(filter(None, (reference(words, proposal), proposal.client.name))),
    )
