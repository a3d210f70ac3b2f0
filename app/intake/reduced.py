"""The discount of one row: per cents or money, before the sum beside it or in it already."""

from dataclasses import dataclass, replace
from decimal import Decimal

from app.intake.headingwords import Field
from app.intake.priced import CENT, Figures, Priced, Remark, exact_share, fixed, same
from app.intake.pricing import price
from app.model.estimate import Discount
from app.model.money import round_money

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Reduction:
    """A number in a column of discounts. `percent` tells what it is where that is known, `after` that the sum stands to the
    right of it, so that it should be in the sum.
    """

    value: Decimal
    percent: bool | None = None
    after: bool = True

    @property
    def likely(self) -> Discount:
        """The discount that it is as far as the number alone tells."""
        return self.options[0]

    @property
    def options(self) -> tuple[Discount, ...]:
        """Return the discounts that it may be, the likelier one first."""
        percent, amount = Discount(percent=self.value), Discount(amount=self.value)
        if self.percent is not None:
            return (percent,) if self.percent else (amount,)
        return (percent, amount) if self.value <= _HUNDRED else (amount,)


def reduced(figures: Figures, reduction: Reduction) -> tuple[Priced, Discount]:
    """Price a row whose discount is told: with the price of one before the discount, so that the discount can be shown.

    The sum tells what the discount is where it could be two things; one that fits neither is told.
    """
    if figures.one is None:
        return _of_sum(figures, reduction) if figures.sum is not None else (price(figures), reduction.likely)
    priced = price(replace(figures, sum=None))
    if priced.rate is None or figures.sum is None:
        return priced, reduction.likely
    for option in reduction.options:
        if same(net(priced.exact, option, figures.currency), figures.sum, figures.currency):
            return priced, option
    if same(priced.exact, figures.sum, figures.currency):
        return priced, reduction.likely
    computed = net(priced.exact, reduction.likely, figures.currency)
    facts = (("written", f"{round_money(figures.sum, figures.currency):f}"), ("computed", f"{computed:f}"))
    return replace(priced, remarks=(*priced.remarks, Remark("estimate-sum-differs", Field.SUM, facts))), reduction.likely


def net(exact: Decimal, discount: Discount, currency: str) -> Decimal:
    """Return what an amount comes to after its discount."""
    gross = round_money(exact, currency)
    off = discount.amount or round_money(exact * discount.percent / _HUNDRED, currency)
    return gross - min(round_money(off, currency), gross)


def _of_sum(figures: Figures, reduction: Reduction) -> tuple[Priced, Discount]:
    """A sum to the left of its discount is before it. One to the right is after it: the price before is computed where that
    comes out even, else the sum stands as it is and that is told.
    """
    whole, discount = figures.sum or Decimal(0), reduction.likely
    if not reduction.after:
        return price(figures), discount
    share = (_HUNDRED - discount.percent) / _HUNDRED
    before = whole + discount.amount if discount.amount else exact_share(whole, share)
    if before is not None and abs(net(before, discount, figures.currency) - whole) < CENT:
        return price(replace(figures, sum=before)), discount
    remark = Remark("estimate-line-discount-in-sum", Field.DISCOUNT, (("discount", f"{reduction.value:f}"),))
    return replace(fixed(whole, figures, figures.hours), remarks=(remark,)), Discount()
