"""Rows and sentences about payments become the plan of payments."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from app.intake.cells import Row
from app.intake.endwords import payments_in, without_percent
from app.intake.figures import FigureReader
from app.intake.rowkinds import KnownRow
from app.intake.rowwords import percent_in
from app.model.payment import Payment
from app.problems import Problem, Severity, problem

_HUNDRED = Decimal(100)
_NOTHING = Decimal(0)
_DATE = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b|\b(\d{4})-(\d{2})-(\d{2})\b")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class PaymentSeen:
    """A payment as it is told: per cents and amount as far as there are any, with the row and the column of its amount."""

    title: str
    row: int
    column: int
    percent: Decimal | None = None
    amount: Decimal | None = None
    due: date | None = None


def read_payments(known: KnownRow, reader: FigureReader) -> list[PaymentSeen]:
    """Read a row of the plan: one payment, or several in one sentence."""
    row = known.row
    sentence = payments_in(known.text)
    if sentence:
        return [
            PaymentSeen(without_percent(part)[:_LONGEST], row.number, known.column, Decimal(percent_in(part) or 0) or None)
            for part in sentence
        ]
    percent = Decimal(percent_in(known.text)) if percent_in(known.text) else None
    amount, column = None, known.column
    for cell in row.cells:
        if cell.column == known.column or isinstance(cell.value, date):
            continue
        reading = reader.peek(cell)
        if reading.value is None:
            continue
        if reading.percent and percent is None:
            percent = reading.value
        elif not reading.percent:
            amount, column = reading.value, cell.column
    if percent == 0 and amount:
        percent = None
    words = [without_percent(known.text), *_other_words(row, known, reader)]
    title = ", ".join(dict.fromkeys(word for word in words if word))
    return [PaymentSeen(title[:_LONGEST], row.number, column, percent, amount, _due(row))]


def _other_words(row: Row, known: KnownRow, reader: FigureReader) -> list[str]:
    """Return what stands beside the name of a payment: when it is due, in words."""
    others = (cell for cell in row.cells if cell.column > known.column and isinstance(cell.value, str))
    return [cell.text for cell in others if reader.peek(cell).value is None and any(map(str.isalpha, cell.text))]


def _due(row: Row) -> date | None:
    for cell in row.cells:
        if isinstance(cell.value, date):
            return cell.value.date() if isinstance(cell.value, datetime) else cell.value
        if found := _DATE.search(cell.text):
            day, month, year = (found[1], found[2], found[3]) if found[1] else (found[6], found[5], found[4])
            try:
                return date(int(year), int(month), int(day))
            except ValueError:
                continue
    return None


def payments_of(
    seen: Sequence[PaymentSeen], total: Decimal, where: Callable[[int, int], str]
) -> tuple[tuple[Payment, ...], list[Problem]]:
    """Return the plan. Per cents go before amounts; what does not come to the total, or to its per cents, is told."""
    problems: list[Problem] = []
    made = []
    for number, one in enumerate(seen, start=1):
        percent = one.percent or _NOTHING
        if percent > _HUNDRED:
            facts = {"text": one.title[:60], "percent": f"{percent:f}"}
            problems.append(problem("estimate-payment-too-large", where(one.row, one.column), Severity.WARNING, **facts))
            percent = _NOTHING
        amount = _NOTHING if percent else one.amount or _NOTHING
        if percent and one.amount is not None and abs(one.amount - total * percent / _HUNDRED) > 1:
            facts = {"text": one.title[:60], "written": f"{one.amount:f}", "computed": f"{total * percent / _HUNDRED:.2f}"}
            problems.append(problem("estimate-payment-differs", where(one.row, one.column), Severity.WARNING, **facts))
        made.append(Payment(id=f"t{number}", title=one.title, date=one.due, percent=percent, amount=amount))
    if made and not _is_whole(made, total):
        planned = sum((one.amount or total * one.percent / _HUNDRED for one in made), _NOTHING)
        facts = {"planned": f"{planned:.2f}", "total": f"{total:f}"}
        problems.append(problem("estimate-payments-differ", where(seen[0].row, seen[0].column), Severity.WARNING, **facts))
    return tuple(made), problems


def _is_whole(plan: Iterable[Payment], total: Decimal) -> bool:
    """Tell whether payments come to the total, or leave a rest to one of them."""
    planned, rest = _NOTHING, False
    for one in plan:
        planned += one.amount or total * one.percent / _HUNDRED
        rest = rest or not (one.amount or one.percent)
    return planned <= total if rest else abs(planned - total) < 1
