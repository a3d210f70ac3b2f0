"""Line items of numbers that no estimate may hold, though each cell that they were made of can be borne alone."""

from dataclasses import replace
from decimal import Decimal

from app.model.estimate import Discount, LineItem, Pricing
from app.model.internal import Internal
from app.model.limits import unfit
from app.problems import Problem, error


def bearable(item: LineItem, where: str, problems: list[Problem]) -> LineItem:
    """Return the item, without its figures where one of them is out of range; that is told of the cell `where`.

    Days times the hours of a day or a sum in thousands may come to it; a file that has it could not be opened again.
    """
    for _, number in unfit(item):
        problems.append(error("cell-number-out-of-range", where, text=f"{number:f}"))
        bare = replace(item, pricing=Pricing.FIXED, quantity=Decimal(1), people=Decimal(1), rate=None, hours=None)
        return replace(bare, vat=None, discount=Discount(), spread=Internal(None))
    return item
