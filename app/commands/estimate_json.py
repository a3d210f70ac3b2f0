"""An estimate as JSON for other programs. Numbers are decimal strings without exponents."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from app.model.estimate import Discount, Estimate, EstimateSection, LineItem, Period
from app.problems import Problem
from app.totals import ItemTotal, SectionTotal, Totals
from app.wording import worded


def as_json(estimate: Estimate, sums: Totals, problems: Iterable[Problem], language: str) -> dict[str, Any]:
    """Return the estimate, its sums and what is wrong with it, in values that JSON has.

    Keys for what an estimate need not have (levels, discounts, what recurs, packages, payments) are there where it has it.
    """
    return {
        "currency": sums.currency,
        "hours": plain(sums.hours),
        "subtotal": plain(sums.subtotal),
        "discount": plain(sums.discount),
        "vat": plain(sums.vat),
        "total": plain(sums.total),
        **_terms(estimate, sums),
        "sections": [_section(part, total) for part, total in zip(estimate.sections, sums.sections, strict=True)],
        "problems": [
            {"severity": found.severity.value, "code": found.code, "where": found.where, "message": worded(found, language)}
            for found in problems
        ],
    }


def _terms(estimate: Estimate, sums: Totals) -> dict[str, Any]:
    surcharges = zip(estimate.surcharges, sums.once.surcharges, strict=True)
    packages = zip(estimate.packages, sums.packages, strict=True)
    payments = zip(estimate.payments, sums.payments, strict=True)
    return _filled(
        surcharges=[{"title": one.title, "amount": plain(amount)} for one, amount in surcharges],
        contingency=plain(sums.once.contingency) if sums.once.contingency else "",
        recurring=[
            {"period": one.period.value, "hours": plain(one.hours), "vat": plain(one.vat), "total": plain(one.total)}
            for one in sums.recurring
        ],
        packages=[{"title": one.title, "total": plain(total.total)} for one, total in packages],
        payments=[
            {"title": one.title, "date": one.date.isoformat() if one.date else "", "amount": plain(due.amount)}
            for one, due in payments
        ],
    )


def _filled(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


def _reduction(discount: Discount) -> str:
    """Return a discount as it is told: `10%`, or an amount."""
    return f"{plain(discount.percent)}%" if discount.percent else plain(discount.amount) if discount.amount else ""


def plain(number: Decimal) -> str:
    """Return a number in plain notation: 1E+3 is 1000."""
    return f"{number:f}"


def _section(part: EstimateSection, total: SectionTotal) -> dict[str, Any]:
    return {
        "title": part.title,
        "hours": plain(total.hours),
        "total": plain(total.amount),
        "people": [*part.people, *part.roles],
        **_filled(level=part.level if part.level > 1 else 0, discount=_reduction(part.discount)),
        "items": [_item(item, sums) for item, sums in zip(part.items, total.items, strict=True)],
    }


def _item(item: LineItem, sums: ItemTotal) -> dict[str, Any]:
    spread = item.spread.value
    return {
        "title": item.title,
        "description": item.description,
        "unit": item.unit or item.pricing.value,
        "quantity": plain(item.quantity),
        "hours": plain(sums.hours),
        "rate": plain(sums.rate),
        "total": plain(sums.amount),
        **_filled(
            people=plain(item.people) if item.people != 1 else "",
            period=item.period.value if item.period is not Period.ONCE else "",
            optional=item.optional,
            alternative=item.alternative,
            packages=list(item.packages),
            discount=_reduction(item.discount),
            vat=plain(item.vat) if item.vat is not None else "",
            range=[plain(spread.lowest), plain(spread.likely), plain(spread.highest)] if spread else [],
        ),
    }
