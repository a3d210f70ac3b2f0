"""What insiders compute from an estimate: margins, expected hours, how much is taken off. None of it is printed."""

from app.margins.costs import costs_of
from app.margins.discount import effective_discount
from app.margins.expected import Expected, expected, expected_item
from app.margins.margin import Margin
from app.margins.whole import ItemMargin, Margins, PeriodMargin, SectionMargin, margins

__all__ = [
    "Expected",
    "ItemMargin",
    "Margin",
    "Margins",
    "PeriodMargin",
    "SectionMargin",
    "costs_of",
    "effective_discount",
    "expected",
    "expected_item",
    "margins",
]
