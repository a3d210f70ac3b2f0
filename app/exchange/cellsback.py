"""What a changed cell says about the item, section or sum whose row it stands in."""

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from app.exchange.columns import PACKAGE
from app.exchange.overlay import figure
from app.exchange.records import day
from app.intake.cells import Cell
from app.intake.units import TimeUnit, time_unit
from app.model.estimate import LineItem, Period, Pricing
from app.model.money import in_range

_FIXED = re.compile(r"за вс[её]|all of it|фикс\w*\.?|fixed", re.IGNORECASE)
_DATED = re.compile(r",?\s*(\d{1,2}[./]\d{1,2}[./]\d{4})\s*$")


class UnreadError(ValueError):
    """A cell that holds nothing that its column could mean."""


@dataclass(frozen=True, slots=True)
class Known:
    """Ids of people and roles by the names that the table shows."""

    ids: Mapping[str, str]

    def role(self, text: str) -> str:
        """Return the id of a name, the text itself where nobody has it."""
        return self.ids.get(text, text)


def number_in(cell: Cell | None, *, empty: Decimal | None = Decimal(0)) -> Decimal | None:
    """Return the number in a cell, `empty` for an empty one. Raises UnreadError."""
    if cell is None or (cell.value is None and not cell.fault):
        return empty
    found = figure(cell)
    if found is None or found < 0 or not in_range(found):
        raise UnreadError(cell.text)
    return found


def text_in(cell: Cell | None) -> str:
    """Return the text in a cell."""
    return "" if cell is None else cell.text.replace("\r\n", "\n")


def item_with(item: LineItem, column: str, cells: Mapping[str, Cell], known: Known) -> LineItem:
    """Return an item with what a cell of its row says. Raises UnreadError. Columns that say nothing about it are passed over."""
    if column.startswith(PACKAGE):
        return replace(item, packages=_packages(item, cells))
    read = _ITEM.get(column)
    return item if read is None else read(item, cells.get(column), known)


def _packages(item: LineItem, cells: Mapping[str, Cell]) -> tuple[str, ...]:
    """Return the packages that an item is marked for; in none and in all of them are the same."""
    there = [name for name, cell in cells.items() if name.startswith(PACKAGE) and number_in(cell) == 1]
    ids = [name.removeprefix(PACKAGE) for name in there]
    known = [name for name in item.packages if name in ids]
    return tuple(known + [name for name in ids if name not in known])


def _unit(item: LineItem, cell: Cell | None, known: Known) -> LineItem:
    text = text_in(cell)
    unit = time_unit(text)
    if unit in (TimeUnit.HOURS, TimeUnit.DAYS):
        return replace(item, pricing=Pricing.HOURS if unit is TimeUnit.HOURS else Pricing.DAYS, unit="")
    if unit is TimeUnit.MONTHS:
        return replace(item, pricing=Pricing.MONTHS, unit="")
    if _FIXED.fullmatch(text):
        return replace(item, pricing=Pricing.FIXED, unit="")
    return replace(item, pricing=Pricing.QUANTITY, unit=text)


def _numbered(path: str, empty: Decimal | None) -> Callable[[LineItem, Cell | None, Known], LineItem]:
    def read(item: LineItem, cell: Cell | None, known: Known) -> LineItem:
        value = number_in(cell, empty=empty)
        if path in ("percent", "amount"):
            parts: dict[str, Any] = {path: value}
            return replace(item, discount=replace(item.discount, **parts))
        values: dict[str, Any] = {path: value}
        return replace(item, **values)

    return read


_ITEM: dict[str, Callable[[LineItem, Cell | None, Known], LineItem]] = {
    "title": lambda item, cell, known: replace(item, title=text_in(cell)),
    "description": lambda item, cell, known: replace(item, description=text_in(cell)),
    "role": lambda item, cell, known: replace(item, role=known.role(text_in(cell))),
    "unit": _unit,
    "people": _numbered("people", Decimal(1)),
    "quantity": _numbered("quantity", Decimal(0)),
    "rate": _numbered("rate", None),
    "hours": _numbered("hours", None),
    "vat": _numbered("vat", None),
    "discount_percent": _numbered("percent", Decimal(0)),
    "discount_amount": _numbered("amount", Decimal(0)),
    "chosen": lambda item, cell, known: replace(item, chosen=number_in(cell) == 1),
}


def new_item(cells: Mapping[str, Cell], amounts: Mapping[Period, str], known: Known) -> LineItem:
    """Return the item of a row that somebody has typed; its id is empty. Raises UnreadError.

    Without a unit it is priced by the hour where hours are told, else by its amount.
    """
    period, column = next(((one, name) for one, name in amounts.items() if name in cells), (Period.ONCE, ""))
    item = LineItem(id="", period=period, pricing=Pricing.QUANTITY)
    if "quantity" not in cells:
        priced = number_in(cells.get("rate"), empty=None)
        if "hours" in cells:
            item = replace(item, pricing=Pricing.HOURS, quantity=number_in(cells["hours"]) or Decimal(0))
        elif priced is None and column:
            item = replace(item, pricing=Pricing.FIXED, rate=number_in(cells[column]))
        else:
            item = replace(item, pricing=Pricing.FIXED)
    elif "hours" in cells and number_in(cells["hours"]) == number_in(cells["quantity"]):
        item = replace(item, pricing=Pricing.HOURS)
    for name in cells:
        if name != "hours" or item.pricing in (Pricing.QUANTITY, Pricing.FIXED):
            item = item_with(item, name, cells, known)
    return item


def taken_with(element: Any, cell: Cell | None) -> Any:
    """Return a discount, surcharge or payment with another percentage or amount, whichever it has. Raises UnreadError."""
    value = number_in(cell)
    return replace(element, amount=value) if element.amount else replace(element, percent=value)


def dated(text: str, date: datetime.date | None) -> tuple[str, datetime.date | None]:
    """Part the title of a payment from the date behind it, where one stands there."""
    found = _DATED.search(text)
    if not found:
        return text, None if date is None else date
    try:
        return text[: found.start()], day(found[1])
    except ValueError:
        return text, date
