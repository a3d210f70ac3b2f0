"""Proposals of an estimate alone, and how to read their pages."""

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from app.i18n import Words
from app.layout.compose import Composer
from app.layout.page import Document, Page, TextItem
from app.model.estimate import EstimateSection, LineItem
from app.model.proposal import Proposal
from app.model.sections import EstimatePages
from app.pipeline import Pipeline
from app.totals import totals
from tests import samples
from tests.layout.papers import KnownPictures

PIPELINE = Pipeline()
BRANDS = PIPELINE.brandbooks()
NOWHERE = Path("/nonexistent")


def estimate_alone(
    brand: str, language: str = "ru", *, sections: int = 3, items: int = 6, people: int = 4, **shown: Any
) -> Proposal:
    """Return a proposal of estimate pages only, without a plan of payments."""
    whole = samples.proposal(language, brand, sections=sections, items=items, people=people)
    words = samples.TEXTS[language]
    pages = EstimatePages(id="estimate", kicker=words["word"], title=words["word"], lead=words["sentence"])
    plain = replace(whole.estimate, payments=())
    return replace(whole, estimate=plain, sections=(replace(pages, **shown),))


def with_parts(proposal: Proposal, *parts: EstimateSection) -> Proposal:
    """Return the proposal with other sections of its estimate."""
    return replace(proposal, estimate=replace(proposal.estimate, sections=parts))


def item(number: int, **values: Any) -> LineItem:
    """Return a line item of 10 hours at 1000."""
    plain = LineItem(id=f"i{number}", title=f"Position {number}", quantity=Decimal(10), rate=Decimal(1000))
    return replace(plain, **values)


def composer(brand: str, language: str = "ru") -> Composer:
    """Return a composer that has laid nothing out yet."""
    loaded = PIPELINE.brand(brand).brand
    assert loaded is not None
    return Composer(loaded, PIPELINE._book(loaded), Words(language))


def lay_out(proposal: Proposal, used: Composer | None = None) -> Document:
    """Lay out with a composer, or with a new one; the photographs of the samples are there."""
    sums = totals(proposal.estimate, proposal.currency)
    pictures = KnownPictures((300, 400), {"pictures/upright.jpg": None})
    return (used or composer(proposal.brandbook, proposal.language)).compose(proposal, sums, pictures).document


def lines(page: Page) -> list[TextItem]:
    """Return the lines of text on a page that are not empty."""
    return [item for item in page.items if isinstance(item, TextItem) and item.line.runs]


def text(page: Page) -> str:
    """Return the text of a page, no-break spaces as plain ones."""
    return "\n".join(line.line.text for line in lines(page)).replace("\N{NO-BREAK SPACE}", " ")


def number(printed: str) -> Decimal:
    """Return the number that is printed, in either language."""
    plain = re.sub(r",(?=\d{3})", "", printed).replace(",", ".")
    return Decimal("".join(sign for sign in plain if sign.isdecimal() or sign == "."))
