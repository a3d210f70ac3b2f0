"""Formulas of sections: what their items come to, less what is taken off the whole section."""

from decimal import Decimal

from app.exchange.book import Book, plus
from app.exchange.changes import item_key
from app.exchange.columns import AMOUNTS, FACTORS
from app.exchange.lines import put_items
from app.exchange.plan import has_discount
from app.exchange.safetext import visible
from app.model.estimate import Detail, EstimateSection, Period, Surcharge
from app.totals import SectionTotal

_NOTHING = Decimal(0)


def put_sections(book: Book) -> None:
    """Fill the rows of all sections and their items."""
    top, below = 0, 0
    detailed = book.shown.view.detail is Detail.DETAILED
    for part, total in zip(book.shown.estimate.sections, book.shown.sums.sections, strict=False):
        # a section below another is numbered on after its items
        top, below = (top, below + 1) if total.parent else (top + 1, len(part.items) if detailed else 0)
        number = f"{top}.{below}" if total.parent else str(top)
        _put_head(book, part, total, number)
        put_items(book, part, total, number)
        for period in book.columns.periods:
            _put_amounts(book, part, total, period)
            _put_factor(book, part, total, period)
        _put_hours(book, part, total)


def _put_head(book: Book, part: EstimateSection, total: SectionTotal, number: str) -> None:
    row, look = book.plan.row("section", part.id), "part" if total.parent else "section"
    book.put(row, "number", number, look)
    book.put(row, "title", visible(part.title), look)
    book.put(row, "description", visible(part.description), f"{look}-text")
    book.put(row, "role", visible(who(book, part)), f"{look}-text")


def who(book: Book, part: EstimateSection) -> str:
    """Return the people and roles of a section, by their names."""
    return ", ".join(book.name(one) for one in (*part.people, *part.roles))


def _look(total: SectionTotal) -> str:
    return "part-money" if total.parent else "section-money"


def _inside(book: Book, part: EstimateSection, column: str, *also: str) -> str:
    """Return the sum over a section's counted items, empty where it has no items."""
    rows = [book.plan.row("item", item_key(part.id, item.id)) for item in part.items]
    if not rows:
        return ""
    ranges = [book.down(rows[0], rows[-1], column), *(book.down(rows[0], rows[-1], name) for name in also)]
    if "counted" in book.columns:
        ranges.insert(0, book.down(rows[0], rows[-1], "counted"))
    if len(ranges) == 1:
        return f"SUM({ranges[0]})"
    numbers, present = ranges[: len(ranges) - len(also)], ranges[len(ranges) - len(also) :]
    # an amount that is there makes its item one of this period
    return f"SUMPRODUCT({','.join([*numbers, *(f'--ISNUMBER({one})' for one in present)])})"


def _children(book: Book, part: EstimateSection) -> list[int]:
    return [book.plan.row("section", total.id) for total in book.shown.sums.sections if total.parent == part.id]


def _put_amounts(book: Book, part: EstimateSection, total: SectionTotal, period: Period) -> None:
    column, portion = AMOUNTS[period], total.portion(period)
    row = book.plan.row("section", part.id)
    terms = [_inside(book, part, column), *(book.at(child, column) for child in _children(book, part))]
    summed = "=" + book.coin(plus(filter(None, terms)))
    if not has_discount(part):
        book.put(row, column, portion.amount, _look(total), summed)
        return
    base, off = book.plan.row("section-base", part.id), book.plan.row("section-discount", part.id)
    book.put(base, "title", book.words("Before the discount"), "sum")
    book.put(base, column, portion.amount + portion.discount, "sum-money", summed)
    book.put(off, "title", discount_title(book, part.discount.reason), "sum")
    book.put(off, "rate", *rate_of(part.discount.percent, part.discount.amount))
    book.put(off, column, -portion.discount, "sum-money", f"=-{_off(book, part, base, off, period)}")
    book.put(row, column, portion.amount, _look(total), f"={book.at(base, column)}+{book.at(off, column)}")


def discount_title(book: Book, reason: str) -> str:
    """Return the name of a discount's row."""
    plain = visible(reason)
    return f"{book.words('Discount')}: {plain}" if plain else book.words("Discount")


def rate_of(percent: Decimal, amount: Decimal) -> tuple[Decimal, str]:
    """Return what stands in the cell that decides a discount or surcharge: its amount, or its percentage."""
    return (amount, "input-money") if amount else (percent, "input-percent")


def _off(book: Book, part: EstimateSection, base: int, off: int, period: Period) -> str:
    cell, rate = book.amount(base, period), book.at(off, "rate")
    percent = book.step(f"{cell}*{rate}/100")
    taken = first_only(book, base, period, book.coin(rate)) if part.discount.amount else percent
    return f"MIN(MAX({taken},0),{cell})"


def first_only(book: Book, row: int, period: Period, amount: str) -> str:
    """Return an amount for the first period in which anything is due in a row, 0 for the others; once where nothing is."""
    periods = book.columns.periods
    if len(periods) == 1:
        return amount
    before = [f"{book.amount(row, one)}<=0" for one in periods[: periods.index(period)]]
    mine = f"{book.amount(row, period)}>0"
    if period is Period.ONCE:
        none = ",".join(f"{book.amount(row, one)}<=0" for one in periods[1:])
        return f"IF(OR({mine},AND({none})),{amount},0)"
    return f"IF(AND({','.join([*before, mine])}),{amount},0)"


def _put_hours(book: Book, part: EstimateSection, total: SectionTotal) -> None:
    if "hours" not in book.columns:
        return
    periods = book.columns.periods
    own = _inside(book, part, "hours", *((AMOUNTS[Period.ONCE],) if len(periods) > 1 else ()))
    terms = [own, *(book.at(child, "hours") for child in _children(book, part))]
    row = book.plan.row("section", part.id)
    look = "part-hours" if total.parent else "section-hours"
    book.put(row, "hours", total.hours, look, "=" + plus(filter(None, terms)))


def _put_factor(book: Book, part: EstimateSection, total: SectionTotal, period: Period) -> None:
    """How much of an amount is left after what concerns its sections: the tax at several rates lies on that."""
    if FACTORS[period] not in book.columns:
        return
    row = book.plan.row("section", part.id)
    base = book.plan.find("section-base", part.id)
    before = book.amount(row if base is None else base, period)
    raised = [book.amount(book.plan.row("surcharge", one.id), period) for one in _surcharges(book, part)]
    after = plus([book.amount(row, period), *raised])
    above = f"*{book.at(book.plan.row('section', total.parent), FACTORS[period])}" if total.parent else ""
    formula = f"=IF({before}=0,1,({after})/{before}){above}"
    book.put(row, FACTORS[period], book.factors[period][part.id], "plain", formula)


def _surcharges(book: Book, part: EstimateSection) -> list[Surcharge]:
    return [one for one in book.shown.estimate.surcharges if one.section == part.id]
