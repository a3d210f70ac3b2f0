"""Formulas of line items: rates, hours, which of them count, amounts."""

from collections.abc import Sequence
from decimal import Decimal

from app.exchange.book import Book, plus
from app.exchange.changes import item_key
from app.exchange.columns import AMOUNTS, FACTORS, OPTION, PACKAGE
from app.exchange.figures import correction, vat_of
from app.exchange.plan import PACKAGE as PACKAGE_ROW
from app.exchange.safetext import visible
from app.exchange.taxes import usual_row
from app.model.estimate import Detail, EstimateSection, LineItem, Pricing
from app.totals import ItemTotal, SectionTotal, Standing

HOUR_DIGITS = 2
"""Decimals of printed hours, as in `app.totals`."""

_ONE, _ZERO = Decimal(1), Decimal(0)


def put_items(book: Book, part: EstimateSection, total: SectionTotal, number: str) -> None:
    """Fill the rows of a section's items. `number` is that of the section."""
    for i, (item, one) in enumerate(zip(part.items, total.items, strict=True), 1):
        row = book.plan.row("item", item_key(part.id, item.id))
        _put_texts(book, row, item, f"{number}.{i}" if book.shown.view.detail is Detail.DETAILED else "")
        _put_figures(book, row, item, one)
        _put_choices(book, row, part, item, one)
        _put_amount(book, row, part, item, one)


def _put_texts(book: Book, row: int, item: LineItem, number: str) -> None:
    book.put(row, "number", number, "number-text")
    book.put(row, "title", visible(item.title) or (book.words("Options") if item.optional else book.words("Work")), "item")
    book.put(row, "description", visible(item.description), "muted")
    book.put(row, "role", visible(book.name(item.role)), "muted")
    book.put(row, "unit", unit_text(book, item), "choice")


def unit_text(book: Book, item: LineItem) -> str:
    """Return what one unit of an item is called."""
    words = book.words
    match item.pricing:
        case Pricing.HOURS:
            return words("h")
        case Pricing.DAYS:
            return words("days")
        case Pricing.MONTHS:
            return words("months")
        case Pricing.FIXED:
            return words("all of it")
    return visible(item.unit)


def _put_figures(book: Book, row: int, item: LineItem, one: ItemTotal) -> None:
    if "quantity" not in book.columns:
        book.put(row, "rate", one.rate if one.priced else None, "input-money")
    else:
        book.put(row, "quantity", item.quantity, "input-number")
        if item.pricing is Pricing.MONTHS:
            book.put(row, "people", item.people, "input-number")
        rate = "" if item.rate is not None else _rate_formula(book, item)
        book.put(row, "rate", one.rate if one.priced else None, "money" if rate else "input-money", rate)
    book.put(row, "hours", *_hours(book, row, item, one))


def _rate_formula(book: Book, item: LineItem) -> str:
    """Return the rate of an item's role from the table of rates, for a day or a month where that is its unit."""
    rate = next((one for one in reversed(book.shown.estimate.rates) if one.id == item.role), None)
    if rate is None or item.pricing is Pricing.FIXED:
        return ""
    cell = book.at(book.plan.row("rate", rate.id), "rate", fixed=True)
    if rate.currency not in ("", book.shown.currency):
        known = [i for i, one in enumerate(book.shown.estimate.exchanges) if one.currency == rate.currency and one.rate > 0]
        if not known:
            return ""
        cell = book.coin(f"{cell}*{book.at(book.plan.row('exchange', str(known[0])), 'rate', fixed=True)}")
    times = {Pricing.DAYS: "hours-a-day", Pricing.MONTHS: "hours-a-month"}.get(item.pricing)
    return f"={cell}*{book.at(book.plan.row(times), 'rate', fixed=True)}" if times else f"={cell}"


def _hours(book: Book, row: int, item: LineItem, one: ItemTotal) -> tuple[Decimal | None, str, str]:
    """Return the hours of an item, as they are printed, with the formula that they come from."""
    if "hours" not in book.columns:
        return None, "hours", ""
    times = _hours_in_a_unit(book, item)
    if times is None or (item.hours is not None and item.pricing is not Pricing.HOURS):
        return (None if item.hours is None else one.hours), "input-number", ""
    return one.hours, "hours", f"=ROUND({_units(book, row, item)}{times},{HOUR_DIGITS})"


def _hours_in_a_unit(book: Book, item: LineItem) -> str | None:
    """Return the factor that makes hours of an item's units, None where its units are no time."""
    if item.pricing is Pricing.HOURS:
        return ""
    setting = {Pricing.DAYS: "hours-a-day", Pricing.MONTHS: "hours-a-month"}.get(item.pricing)
    if setting is None:
        return None
    known = book.plan.find(setting)
    whole = book.shown.estimate
    hours = whole.hours_a_day if item.pricing is Pricing.DAYS else whole.hours_a_month
    return f"*{hours:f}" if known is None else f"*{book.at(known, 'rate', fixed=True)}"


def _units(book: Book, row: int, item: LineItem) -> str:
    if "quantity" not in book.columns:
        return ""
    quantity = book.at(row, "quantity")
    return f"{quantity}*{book.at(row, 'people')}" if item.pricing is Pricing.MONTHS else quantity


def _put_choices(book: Book, row: int, part: EstimateSection, item: LineItem, one: ItemTotal) -> None:
    for name in book.columns.packages:
        there = not item.packages or name.removeprefix(PACKAGE) in item.packages
        book.put(row, name, _ONE if there else _ZERO, "input-flag")
    if item.optional or item.alternative:
        book.put(row, "choice", _choice(book, item), "choice")
        book.put(row, "chosen", _ONE if item.chosen else _ZERO, "input-flag")
    book.put(row, "counted", _ONE if one.counted else _ZERO, "flag", _counted(book, row, part, item))
    if item.optional and not item.alternative and "counted" in book.columns:
        inside = _inside(book, row)
        option = _ONE if one.standing is Standing.OPTION else _ZERO
        book.put(row, OPTION, option, "plain", f"={inside}-{book.at(row, 'counted')}")
    book.put(row, "vat", vat_of(book.shown, item), "input-number", _vat_formula(book, item))


def _choice(book: Book, item: LineItem) -> str:
    if item.alternative:
        return book.words("Alternative {name}", name=visible(item.alternative)).strip()
    return book.words("Option")


def _vat_formula(book: Book, item: LineItem) -> str:
    """An item without a rate of its own follows the cell of the usual rate."""
    row = usual_row(book)
    return "" if item.vat is not None or row is None else f"={book.at(row, 'rate', fixed=True)}"


def _inside(book: Book, row: int) -> str:
    """Return whether an item is in the package that counts, as 1 or 0."""
    packages = book.columns.packages
    if not packages:
        return "1"
    chosen = book.at(PACKAGE_ROW, "rate", fixed=True)
    return f"INDEX({book.at(row, packages[0])}:{book.at(row, packages[-1])},{chosen})"


def _counted(book: Book, row: int, part: EstimateSection, item: LineItem) -> str:
    """Return the formula for whether an item counts: the same rule by which `app.totals` decides it."""
    if "counted" not in book.columns:
        return ""
    inside = _inside(book, row)
    if item.alternative:
        return _one_of(book, part, item)
    if item.optional:
        return f"={inside}*({book.at(row, 'chosen')}=1)" if inside != "1" else f"=IF({book.at(row, 'chosen')}=1,1,0)"
    return f"={inside}"


def _one_of(book: Book, part: EstimateSection, item: LineItem) -> str:
    """Of a group the eldest chosen one counts, else the eldest that is not optional; the eldest has the smallest id."""
    group = [one for one in part.items if one.alternative == item.alternative]
    group.sort(key=lambda one: (len(one.id), one.id))
    place = next(i for i, one in enumerate(group) if one is item)
    rows = [book.plan.row("item", item_key(part.id, one.id)) for one in group]
    chosen = [f"{_inside(book, row)}*({book.at(row, 'chosen')}=1)" for row in rows]
    plain = ["0" if one.optional else _inside(book, row) for one, row in zip(group, rows, strict=True)]
    return f"=IF({plus(chosen)}>0,{_first(chosen, place)},{_first(plain, place)})"


def _first(terms: Sequence[str], place: int) -> str:
    return f"IF(AND({terms[place]}=1,{plus(terms[:place])}=0),1,0)"


def _put_amount(book: Book, row: int, part: EstimateSection, item: LineItem, one: ItemTotal) -> None:
    extra = correction(book.shown, item, one)
    book.put(row, "discount_percent", item.discount.percent or None, "input-number")
    book.put(row, "discount_amount", item.discount.amount or None, "input-money")
    if extra:
        book.put(row, "correction", extra, "money")
    exact = f"{_units(book, row, item)}*{book.at(row, 'rate')}".removeprefix("*")
    whole = book.step(exact)
    off = _discount(book, row, exact)
    formula = f"={whole}" + (f"-MIN(MAX({off},0),{whole})" if off else "")
    if "correction" in book.columns:
        formula += f"+{book.at(row, 'correction')}"
    book.put(row, AMOUNTS[item.period], one.amount, "money", formula)
    if FACTORS[item.period] in book.columns:
        cell = book.at(book.plan.row("section", part.id), FACTORS[item.period])
        book.put(row, FACTORS[item.period], book.factors[item.period][part.id], "plain", f"={cell}")


def _discount(book: Book, row: int, exact: str) -> str:
    """Return what is taken off a line: the amount where one is told, else the percentage."""
    percent = book.step(f"{exact}*{book.at(row, 'discount_percent')}/100") if "discount_percent" in book.columns else ""
    if "discount_amount" not in book.columns:
        return percent
    cell = book.at(row, "discount_amount")
    return f"IF({cell}<>0,{book.coin(cell)},{percent})" if percent else book.coin(cell)
