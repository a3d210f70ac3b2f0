"""Formulas of value added tax: the printed base, split by rates, and the tax in it or on it."""

from collections.abc import Sequence
from decimal import Decimal, localcontext

from app.exchange.book import Book
from app.exchange.columns import AMOUNTS, FACTORS
from app.exchange.figures import coin_digits, period_total, vat_of, weights
from app.exchange.sharing import NOISE, exact, rounded
from app.model.estimate import Period, VatMode
from app.model.money import round_to

_NOTHING = Decimal(0)


def usual_row(book: Book) -> int | None:
    """Return the row in which the estimate's own rate of VAT stands, None where it taxes nothing."""
    rates, usual = book.vat_rates, vat_of(book.shown, None)
    return book.plan.find("vat", str(rates.index(usual))) if usual in rates else None


def put_taxes(book: Book) -> None:
    """Fill the rows of VAT."""
    mode = book.shown.estimate.vat.mode
    if mode is VatMode.EXEMPT:
        return
    for number, rate in enumerate(book.vat_rates):
        row = book.plan.row("vat", str(number))
        book.put(row, "title", book.words("including VAT") if mode is VatMode.INCLUDED else book.words("VAT"), "sum")
        book.put(row, "rate", rate, "input-percent")
        for period in book.columns.periods:
            _put_tax(book, number, rate, period)
            _put_share(book, number, rate, period)


def _put_tax(book: Book, number: int, rate: Decimal, period: Period) -> None:
    sums = period_total(book.shown, period)
    found = next((one for one in sums.vats if one.rate == rate), None)
    row, based = book.plan.row("vat", str(number)), book.plan.find("vat-base", str(number))
    base = book.amount(book.net if based is None else based, period)
    cell = book.at(row, "rate")
    whole = f"(100+{cell})" if book.shown.estimate.vat.mode is VatMode.INCLUDED else "100"
    tax = "=" + book.coin(f"{base}*{cell}/{whole}")
    book.put(row, AMOUNTS[period], found.vat if found else _NOTHING, "sum-money", tax)


def _put_share(book: Book, number: int, rate: Decimal, period: Period) -> None:
    """Fill the base of a rate: its share of the net amount, in proportion to the items that it concerns."""
    based = book.plan.find("vat-base", str(number))
    if based is None:
        return
    column = AMOUNTS[period]
    found = next((one for one in period_total(book.shown, period).vats if one.rate == rate), None)
    base = found.base if found else _NOTHING
    book.put(based, "title", book.words("taxed at {rate}", rate=book.words.percent(rate)), "sum")
    if book.plan.find("vat-weight", str(number)) is None:
        book.put(based, column, base, "sum-money")
        return
    rates = book.vat_rates
    rows = [book.plan.row("vat-exact", str(one)) for one in range(len(rates))]
    loads = [book.at(book.plan.row("vat-weight", str(one)), column) for one in range(len(rates))]
    net, digits = book.amount(book.net, period), coin_digits(book.shown)
    usual = vat_of(book.shown, None)
    lonely = net if rate == usual or (usual not in rates and number == 0) else "0"
    share = rounded([book.at(row, column) for row in rows], number, range(len(rates)), net, digits)
    whole = "+".join(loads)
    book.put(based, column, base, "sum-money", f"=IF(({whole})=0,{lonely},{share})")
    _put_weight(book, number, rate, period, f"{net}*{loads[number]}/({whole})", whole)


def _put_weight(book: Book, number: int, rate: Decimal, period: Period, share: str, whole: str) -> None:
    column, digits = AMOUNTS[period], coin_digits(book.shown)
    first, last = _body(book)
    known = weights(book.shown, period)
    vat = book.down(first, last, "vat")
    # rows of sections have no rate, which a comparison with 0 would take for one
    ranges = [f"--ISNUMBER({vat})", f"--({vat}={book.at(book.plan.row('vat', str(number)), 'rate')})"]
    ranges += [book.down(first, last, name) for name in ("counted", column, FACTORS[period]) if name in book.columns]
    row = book.plan.row("vat-weight", str(number))
    book.put(row, column, known[rate], "plain", f"=SUMPRODUCT({','.join(ranges)})")
    with localcontext() as context:
        context.prec = 60
        total = sum(known.values(), _NOTHING)
        part = period_total(book.shown, period).net * known[rate] / total * 10**digits if total else _NOTHING
    row = book.plan.row("vat-exact", str(number))
    book.put(row, column, round_to(part, NOISE), "plain", f"=IF(({whole})=0,0,{exact(share, digits)})")


def _body(book: Book) -> tuple[int, int]:
    """Return the first and the last row of items."""
    rows = [row for row, line in book.plan if line.kind == "item"]
    return rows[0], rows[-1]


def amounts(book: Book) -> Sequence[int]:
    """Return the rows of the taxes themselves."""
    return [book.plan.row("vat", str(number)) for number in range(len(book.vat_rates))]
