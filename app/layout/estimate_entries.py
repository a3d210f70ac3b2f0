"""The items of a section as they are printed: alternatives stand together, what is in other packages is not there."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.model.estimate import LineItem, Vat, VatMode
from app.totals import ItemTotal, Standing


@dataclass(frozen=True, slots=True)
class Entry:
    """An item with its sums. `choice` is the name of the alternatives that it belongs to, `opens` tells the first of them and
    `settled` whether one of them counts. `instead` is how much more than the one that counts it costs. `tax` is its own rate of
    VAT, where the estimate has another.
    """

    item: LineItem
    sums: ItemTotal
    choice: str = ""
    opens: bool = False
    settled: bool = False
    instead: Decimal | None = None
    tax: Decimal | None = None


def entries(items: Sequence[LineItem], sums: Sequence[ItemTotal], vat: Vat) -> tuple[Entry, ...]:
    """Return what is printed of these items, alternatives at the place of the first of them."""
    pairs = [pair for pair in zip(items, sums, strict=True) if pair[1].standing is not Standing.ELSEWHERE]
    choices: dict[str, list[tuple[LineItem, ItemTotal]]] = {}
    for item, total in pairs:
        if item.alternative:
            choices.setdefault(item.alternative, []).append((item, total))
    found: list[Entry] = []
    for item, total in pairs:
        if not item.alternative:
            found.append(Entry(item, total, tax=_own_rate(item, vat)))
        elif item.alternative in choices:
            found.extend(_choice(item.alternative, choices.pop(item.alternative), vat))
    return tuple(found)


def _choice(name: str, pairs: Sequence[tuple[LineItem, ItemTotal]], vat: Vat) -> list[Entry]:
    picked = next((total for _, total in pairs if total.counted), None)
    return [
        Entry(item, total, name, i == 0, picked is not None, _instead(total, picked), _own_rate(item, vat))
        for i, (item, total) in enumerate(pairs)
    ]


def _instead(one: ItemTotal, picked: ItemTotal | None) -> Decimal | None:
    """Return the difference of two prices; there is none of what is not priced or not due as often."""
    if picked is None or one is picked or one.period is not picked.period or not (one.priced and picked.priced):
        return None
    return one.amount - picked.amount


def _own_rate(item: LineItem, vat: Vat) -> Decimal | None:
    if vat.mode is VatMode.EXEMPT or item.vat is None or item.vat == vat.rate:
        return None
    return max(item.vat, Decimal(0))
