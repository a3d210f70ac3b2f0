"""Formulas of the way from the sections to what the client pays."""

from app.exchange.book import Book, plus
from app.exchange.columns import AMOUNTS, OPTION
from app.exchange.figures import period_total
from app.exchange.parts import discount_title, first_only, rate_of
from app.exchange.safetext import visible
from app.exchange.taxes import amounts
from app.exchange.view import ELSEWHERE
from app.model.estimate import Period, Surcharge, VatMode
from app.model.money import minor_digits
from app.totals import PeriodTotal


def put_reckoning(book: Book) -> None:
    """Fill the rows from the subtotal to the total in a second currency."""
    for period in book.columns.periods:
        sums = period_total(book.shown, period)
        _put_subtotal(book, period, sums)
        _put_surcharges(book, period, sums)
        _put_discount(book, period, sums)
        _put_total(book, period, sums)
        _put_optional(book, period, sums)
    _put_words(book)
    _put_hours(book)
    _put_equivalent(book)


def _first_row(book: Book) -> int:
    """Return the row that sums up the sections."""
    row = book.plan.find("subtotal")
    return book.plan.row("total") if row is None else row


def _put_subtotal(book: Book, period: Period, sums: PeriodTotal) -> None:
    tops = [book.amount(book.plan.row("section", one.id), period) for one in book.shown.sums.tops]
    formula = "=" + book.coin(plus(tops)) if tops else ""
    row = _first_row(book)
    book.put(row, AMOUNTS[period], sums.subtotal, "total-money" if row == book.plan.row("total") else "strong-money", formula)


def _put_surcharges(book: Book, period: Period, sums: PeriodTotal) -> None:
    first, whole = _first_row(book), book.shown.estimate
    for surcharge, amount in zip(whole.surcharges, sums.surcharges, strict=True):
        row = book.plan.row("surcharge", surcharge.id)
        book.put(row, "rate", *rate_of(surcharge.percent, surcharge.amount))
        rate = book.at(row, "rate")
        if surcharge.amount:
            raised = first_only(book, first, period, book.coin(rate))
        else:
            raised = book.step(f"{_base(book, surcharge, first, period)}*{rate}/100")
        formula = "" if surcharge.section == ELSEWHERE else f"=MAX({raised},0)"
        book.put(row, AMOUNTS[period], amount, "sum-money", formula)
    row_of_reserve = book.plan.find("contingency")
    if row_of_reserve is not None:
        book.put(row_of_reserve, "rate", whole.contingency.percent, "input-percent")
        part = book.step(f"{book.amount(first, period)}*{book.at(row_of_reserve, 'rate')}/100")
        book.put(row_of_reserve, AMOUNTS[period], sums.contingency, "sum-money", f"={part}")


def _base(book: Book, surcharge: Surcharge, first: int, period: Period) -> str:
    if not surcharge.section:
        return book.amount(first, period)
    row = book.plan.find("section", surcharge.section)
    return "0" if row is None else book.amount(row, period)


def _above(book: Book, period: Period) -> str:
    rows = [_first_row(book), *(book.plan.row("surcharge", one.id) for one in book.shown.estimate.surcharges)]
    reserve = book.plan.find("contingency")
    return plus(book.amount(row, period) for row in (*rows, *(() if reserve is None else (reserve,))))


def _put_discount(book: Book, period: Period, sums: PeriodTotal) -> None:
    row, discount = book.plan.find("discount"), book.shown.estimate.discount
    if row is None:
        return
    above = f"({_above(book, period)})"
    book.put(row, "rate", *rate_of(discount.percent, discount.amount))
    rate = book.at(row, "rate")
    percent = book.step(f"{above}*{rate}/100")
    taken = first_only(book, _first_row(book), period, book.coin(rate)) if discount.amount else percent
    book.put(row, AMOUNTS[period], -sums.discount, "sum-money", f"=-{book.coin(f'MIN(MAX({taken},0),MAX({above},0))')}")


def _put_total(book: Book, period: Period, sums: PeriodTotal) -> None:
    total, off = book.plan.row("total"), book.plan.find("discount")
    net = _above(book, period) + (f"+{book.amount(off, period)}" if off is not None else "")
    row = book.plan.find("net")
    if row is not None:
        book.put(row, AMOUNTS[period], sums.net, "strong-money", "=" + book.coin(net))
    if book.shown.estimate.vat.mode is VatMode.ADDED:
        taxed = plus(book.amount(one, period) for one in (book.net, *amounts(book)))
        book.put(total, AMOUNTS[period], sums.total, "total-money", "=" + book.coin(taxed))
    elif book.plan.find("subtotal") is not None:
        book.put(total, AMOUNTS[period], sums.total, "total-money", "=" + book.coin(net))


def _put_optional(book: Book, period: Period, sums: PeriodTotal) -> None:
    row = book.plan.find("optional")
    if row is None:
        return
    rows = [place for place, line in book.plan if line.kind == "item"]
    if "counted" in book.columns:
        ranges = book.down(rows[0], rows[-1], OPTION), book.down(rows[0], rows[-1], AMOUNTS[period])
        book.put(row, AMOUNTS[period], sums.optional, "sum-money", "=" + book.coin(f"SUMPRODUCT({','.join(ranges)})"))


def _put_words(book: Book) -> None:
    words, whole = book.words, book.shown.estimate
    titles = {
        "subtotal": words("Subtotal"),
        "contingency": _with_reason(words("Reserve"), whole.contingency.reason),
        "discount": discount_title(book, whole.discount.reason),
        "net": words("Before VAT"),
        "vat-exempt": _with_reason(words("no VAT"), whole.vat.reason),
        "optional": words("Options that are not chosen"),
        "equivalent": words("The same in {currency}", currency=whole.equivalent),
    }
    for kind, title in titles.items():
        row = book.plan.find(kind)
        if row is not None:
            book.put(row, "title", title, "strong" if kind in ("subtotal", "net") else "sum")
    book.put(book.plan.row("total"), "title", words("Total"), "total")
    for surcharge in whole.surcharges:
        book.put(book.plan.row("surcharge", surcharge.id), "title", visible(surcharge.title) or words("Surcharge"), "sum")


def _with_reason(title: str, reason: str) -> str:
    plain = visible(reason)
    return f"{title}: {plain}" if plain else title


def _put_hours(book: Book) -> None:
    """The hours stand beside the first sum."""
    tops = book.shown.sums.tops
    cells = [book.at(book.plan.row("section", one.id), "hours") for one in tops] if "hours" in book.columns else []
    formula = f"={plus(cells)}" if cells else ""
    for row in dict.fromkeys((_first_row(book), book.plan.row("total"))):
        look = "total-hours" if row == book.plan.row("total") else "strong-hours"
        book.put(row, "hours", book.shown.sums.hours, look, formula)


def _put_equivalent(book: Book) -> None:
    row, whole = book.plan.find("equivalent"), book.shown.estimate
    if row is None:
        return
    known = [i for i, one in enumerate(whole.exchanges) if one.currency == whole.equivalent and one.rate > 0]
    rate = book.at(book.plan.row("exchange", str(known[0])), "rate")
    formula = f"=ROUND({book.amount(book.plan.row('total'), Period.ONCE)}/{rate},{minor_digits(whole.equivalent)})"
    book.put(row, AMOUNTS[Period.ONCE], book.shown.sums.equivalent, "equivalent-money", formula)
