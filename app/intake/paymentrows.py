"""Which of the rows below the items are the plan of payments."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from app.intake.cells import Row
from app.intake.endwords import is_payment, is_schedule, payments_in
from app.intake.numbers import read_number
from app.intake.rowkinds import KnownRow, RowKind
from app.intake.rowwords import percent_in

_ENDING = {RowKind.SKIPPED, RowKind.TOTAL, RowKind.VAT, RowKind.DISCOUNT, RowKind.NOTE}


def settle_payments(known: Sequence[KnownRow], is_work: Callable[[Row], bool]) -> list[KnownRow]:
    """Give the rows of the plan of payments their kind: those behind its heading, or those that end the table.

    `is_work` tells whether a row has hours, a quantity or a rate; an item that is called a payment has.
    """
    rows = list(known)
    begin = _heading(rows, is_work)
    if begin is not None:
        return [*rows[:begin], *(_in_schedule(row) for row in rows[begin:])]
    found = []
    for index in range(len(rows) - 1, -1, -1):
        row = rows[index]
        if row.text and (is_payment(row.text) or payments_in(row.text)) and not is_work(row.row):
            found.append(index)
        elif row.kind not in _ENDING and not (row.kind is RowKind.LONE and len(row.text) > _SHORT):
            break
    after_total = found and any(row.kind is RowKind.TOTAL for row in rows[: found[-1]])
    if after_total or any(_has_percent(rows[index]) for index in found):
        for index in found:
            rows[index] = replace(rows[index], kind=RowKind.PAYMENT)
    return rows


_SHORT = 40
"""A longer text alone among the last rows is a remark."""


def _has_percent(row: KnownRow) -> bool:
    return any(cell.percent or "%" in cell.text for cell in row.row.cells)


def _heading(rows: Sequence[KnownRow], is_work: Callable[[Row], bool]) -> int | None:
    """Return the index of the heading below which no work is, None where there is no such heading."""
    for index in range(len(rows) - 1, -1, -1):
        row = rows[index]
        if row.text and is_schedule(row.text) and row.kind is not RowKind.TOTAL:
            return index
        if row.kind is RowKind.ITEM and is_work(row.row):
            return None
    return None


def _in_schedule(row: KnownRow) -> KnownRow:
    if row.kind in {RowKind.TOTAL, RowKind.DISCOUNT}:
        return replace(row, kind=RowKind.SKIPPED)
    if row.kind not in {RowKind.ITEM, RowKind.LONE}:
        return row
    if is_schedule(row.text):
        return replace(row, kind=RowKind.PAYMENT if payments_in(row.text) else RowKind.SKIPPED)
    if is_payment(row.text) or percent_in(row.text) or _has_number(row):
        return replace(row, kind=RowKind.PAYMENT)
    return replace(row, kind=RowKind.NOTE)


def _has_number(row: KnownRow) -> bool:
    others = (cell for cell in row.row.cells if cell.column > row.column)
    return any(isinstance(cell.value, Decimal) or read_number(cell.text).value is not None for cell in others)
