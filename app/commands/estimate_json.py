"""An estimate as JSON for other programs. Numbers are decimal strings without exponents."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from app.model.estimate import Estimate, EstimateSection, LineItem
from app.problems import Problem
from app.totals import ItemTotal, SectionTotal, Totals
from app.wording import worded


def as_json(estimate: Estimate, sums: Totals, problems: Iterable[Problem], language: str) -> dict[str, Any]:
    """Return the estimate, its sums and what is wrong with it, in values that JSON has."""
    return {
        "currency": sums.currency,
        "hours": plain(sums.hours),
        "subtotal": plain(sums.subtotal),
        "discount": plain(sums.discount),
        "vat": plain(sums.vat),
        "total": plain(sums.total),
        "sections": [_section(part, total) for part, total in zip(estimate.sections, sums.sections, strict=True)],
        "problems": [
            {"severity": found.severity.value, "code": found.code, "where": found.where, "message": worded(found, language)}
            for found in problems
        ],
    }


def plain(number: Decimal) -> str:
    """Return a number in plain notation: 1E+3 is 1000."""
    return f"{number:f}"


def _section(part: EstimateSection, total: SectionTotal) -> dict[str, Any]:
    return {
        "title": part.title,
        "hours": plain(total.hours),
        "total": plain(total.amount),
        "people": [*part.people, *part.roles],
        "items": [_item(item, sums) for item, sums in zip(part.items, total.items, strict=True)],
    }


def _item(item: LineItem, sums: ItemTotal) -> dict[str, Any]:
    return {
        "title": item.title,
        "description": item.description,
        "unit": item.unit or item.pricing.value,
        "quantity": plain(item.quantity),
        "hours": plain(sums.hours),
        "rate": plain(sums.rate),
        "total": plain(sums.amount),
    }
