"""Formulas of the plan of payments."""

from collections.abc import Sequence
from decimal import Decimal, localcontext

from app.exchange.book import Book, plus
from app.exchange.columns import AMOUNTS, AUX
from app.exchange.figures import coin_digits
from app.exchange.parts import rate_of
from app.exchange.safetext import visible
from app.exchange.sharing import NOISE, exact, rounded
from app.model.estimate import Period
from app.model.money import round_to
from app.model.payment import Payment

_COLUMN = AMOUNTS[Period.ONCE]


def put_payments(book: Book) -> None:
    """Fill the rows of the payments; those that tell neither percent nor amount share the rest."""
    plan = book.shown.estimate.payments
    if not plan:
        return
    book.put(book.plan.row("heading", "payments"), "title", book.words("Payments"), "heading")
    total = book.at(book.plan.row("total"), _COLUMN, fixed=True)
    rows = [book.plan.row("payment", one.id) for one in plan]
    formulas = _formulas(book, plan, rows, total)
    for one, row, sums, formula in zip(plan, rows, book.shown.sums.payments, formulas, strict=True):
        when = book.words.date(one.date, "short") if one.date else ""
        book.put(row, "title", ", ".join(filter(None, (visible(one.title) or book.words("Payment"), when))), "sum")
        if one.percent or one.amount:
            book.put(row, "rate", *rate_of(one.percent, one.amount))
        book.put(row, _COLUMN, sums.amount, "sum-money", formula)
    left = book.plan.find("unplanned")
    if left is not None:
        book.put(left, "title", book.words("Not in the plan of payments"), "sum")
        cells = book.down(rows[0], rows[-1], _COLUMN)
        book.put(left, _COLUMN, book.shown.sums.unplanned, "sum-money", "=" + book.coin(f"{total}-SUM({cells})"))


def _formulas(book: Book, plan: Sequence[Payment], rows: Sequence[int], total: str) -> list[str]:
    open_places = [i for i, one in enumerate(plan) if not one.amount and not one.percent]
    alone = [_alone(book, one, row, total) for one, row in zip(plan, rows, strict=True)]
    if open_places:
        return _with_rest(book, plan, rows, total, alone, open_places)
    return _together(book, plan, rows, total, alone)


def _alone(book: Book, one: Payment, row: int, total: str) -> str:
    return book.coin(_part(book, one, row, total))


def _with_rest(
    book: Book, plan: Sequence[Payment], rows: Sequence[int], total: str, alone: list[str], open_places: Sequence[int]
) -> list[str]:
    """The rest in equal parts; coins that are left over go to the smallest ids first."""
    told = [book.at(row, _COLUMN) for i, row in enumerate(rows) if i not in open_places]
    digits = coin_digits(book.shown)
    rest = f"ROUND(MAX({total}-({plus(told)}),0)*10^{digits},0)"
    order = sorted(open_places, key=lambda i: plan[i].id)
    for i in open_places:
        count = len(open_places)
        alone[i] = f"(INT({rest}/{count})+IF({order.index(i)}<MOD({rest},{count}),1,0))/10^{digits}"
    return [f"={formula}" for formula in alone]


def _together(book: Book, plan: Sequence[Payment], rows: Sequence[int], total: str, alone: list[str]) -> list[str]:
    """Payments that make up exactly what is to be paid are rounded together, so that they still do."""
    digits = coin_digits(book.shown)
    parts = [_part(book, one, row, total) for one, row in zip(plan, rows, strict=True)]
    cells = [book.at(row, AUX) for row in rows]
    order = sorted(range(len(plan)), key=lambda place: plan[place].id)
    for i, (one, row) in enumerate(zip(plan, rows, strict=True)):
        book.put(row, AUX, _exact(book, one), "plain", f"={exact(parts[i], digits)}")
        alone[i] = f"IF(ABS({plus(parts)}-{total})<0.000001,{rounded(cells, i, order, total, digits)},{alone[i]})"
    return [f"={formula}" for formula in alone]


def _part(book: Book, one: Payment, row: int, total: str) -> str:
    rate = book.at(row, "rate")
    return rate if one.amount else f"{total}*{rate}/100"


def _exact(book: Book, one: Payment) -> Decimal:
    with localcontext() as context:
        context.prec = 60
        part = one.amount or book.shown.sums.total * one.percent / 100
        return round_to(part * 10 ** coin_digits(book.shown), NOISE)
