"""From a proposal to its pages: every section to its master, then folios and links over all of them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from app.brand.tokens import Brand
from app.layout.chrome import chrome
from app.layout.grid import Grid
from app.layout.masters.acceptance import acceptance
from app.layout.masters.cover import cover
from app.layout.masters.estimate import estimate
from app.layout.masters.letter import letter
from app.layout.masters.references import references
from app.layout.masters.story import story
from app.layout.masters.team import team
from app.layout.masters.terms import terms
from app.layout.page import BoxItem, Document, DocumentInfo, Page
from app.layout.scene import PictureSizes, Scene, Sheet
from app.layout.setter import Setter
from app.layout.words import Words
from app.model.proposal import Proposal
from app.model.sections import Acceptance, Cover, EstimatePages, Letter, References, Section, Story, Team, Terms
from app.problems import Problem, problem
from app.text.fonts import FontBook
from app.totals import Totals

MASTERS: dict[type[Section], Callable[[Scene, Any], list[Sheet]]] = {
    Cover: cover,
    Letter: letter,
    Story: story,
    EstimatePages: estimate,
    Team: team,
    References: references,
    Terms: terms,
    Acceptance: acceptance,
}


@dataclass(frozen=True, slots=True)
class Composition:
    """The pages of a proposal and what was found on the way."""

    document: Document
    problems: tuple[Problem, ...]


def compose(proposal: Proposal, totals: Totals, brand: Brand, book: FontBook, words: Words, sizes: PictureSizes) -> Composition:
    """Lay out the whole proposal. Hidden sections leave no trace."""
    setter = Setter(brand, book, words.language)
    scene = Scene(proposal, totals, brand, Grid.of(brand), setter, words, sizes)
    sheets = [sheet for section in proposal.sections if not section.hidden for sheet in MASTERS[type(section)](scene, section)]
    pages = tuple(_finished(scene, sheet, number) for number, sheet in enumerate(sheets, 1))
    problems = tuple(
        problem("text-missing-glyphs", origin, characters=" ".join(characters)) for origin, characters in setter.missing.items()
    )
    return Composition(Document(pages, _info(proposal)), problems)


def _finished(scene: Scene, sheet: Sheet, number: int) -> Page:
    """Put the page's ground beneath it, and running header and folio on it."""
    page = sheet.page()
    items = page.items
    if sheet.chrome:
        items = (*items, *chrome(scene, str(number), sheet.chrome))
    if scene.brand.color("paper").upper() != "#FFFFFF":
        b = scene.brand.page.bleed
        items = (BoxItem(-b, -b, page.width + 2 * b, page.height + 2 * b, fill=scene.brand.color("paper")), *items)
    return replace(page, items=items, label=str(number))


def _info(proposal: Proposal) -> DocumentInfo:
    subject = ", ".join(filter(None, (proposal.subtitle, proposal.client.name)))
    return DocumentInfo(
        title=proposal.title,
        author=proposal.studio.name,
        subject=subject,
        language=proposal.language,
        date=proposal.date.isoformat(),
        keywords=tuple(filter(None, (proposal.number, proposal.client.name))),
    )
