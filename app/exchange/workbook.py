"""The estimate as an XLSX workbook with live formulas, for clients and colleagues alike."""

import datetime
import io
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from app.exchange.book import Book, Put
from app.exchange.columns import KEY, columns_of
from app.exchange.conditions import put_conditions
from app.exchange.heights import TOTAL_ROW, height
from app.exchange.hidden import SHEET, rows_of
from app.exchange.letterhead import put_letterhead
from app.exchange.looks import number_formats, properties
from app.exchange.parts import put_sections
from app.exchange.plan import BODY, HEADINGS, NAMES, TITLE, items_with_rows, plan_of
from app.exchange.plan import PACKAGE as PACKAGE_ROW
from app.exchange.reckoning import put_reckoning
from app.exchange.records import meta_for, records_of
from app.exchange.safetext import is_dangerous, visible
from app.exchange.settlement import put_payments
from app.exchange.taxes import put_taxes
from app.exchange.view import View, names_in, shown, view_of
from app.i18n import Words
from app.model.estimate import Detail
from app.model.proposal import Proposal

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_DEEPEST = 7
"""Levels of the outline that spreadsheet programs have."""
_NARROW_MARGIN, _PAPER_A4 = 0.4, 9


def workbook(proposal: Proposal, view: View | None = None) -> bytes:
    """Return the estimate of a proposal as XLSX.

    `view` says how much of it; without one it shows as much as the proposal's own pages. What is hidden is not in the file, and
    nothing internal ever is. All sums are formulas; the values kept beside them are those of `app.totals`.
    """
    book = filled(proposal, view or view_of(proposal))
    target = io.BytesIO()
    from xlsxwriter import Workbook

    made = Workbook(
        target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    made.set_properties({"title": visible(proposal.title), "created": _moment(proposal.date)})
    made.set_calc_mode("auto")
    sheet = made.add_worksheet(book.words("Estimate"))
    _write(made, sheet, book)
    _arrange(sheet, book)
    _print_setup(sheet, book, proposal)
    _write_hidden(made, book, proposal)
    made.close()
    return target.getvalue()


def filled(proposal: Proposal, view: View) -> Book:
    """Return all cells of the table of a proposal's estimate."""
    words = Words(proposal.language)
    seen = shown(proposal.estimate, proposal.currency, view)
    book = Book(seen, words, names_in(proposal), columns_of(seen, words), plan_of(seen))
    put_letterhead(book, proposal)
    put_sections(book)
    put_reckoning(book)
    put_taxes(book)
    put_payments(book)
    put_conditions(book)
    for row, line in book.plan:
        book.put(row, KEY, line.key, "names")
    return book


def _moment(date: datetime.date) -> datetime.datetime:
    """The file tells the proposal's date, not the hour at which somebody made it."""
    return datetime.datetime(date.year, date.month, date.day)


def _write(made: "Workbook", sheet: "Worksheet", book: Book) -> None:
    formats = number_formats(book.words, book.shown.currency, book.shown.estimate.equivalent)
    known: dict[tuple[str, bool], Format] = {}

    def look(name: str, quoted: bool = False) -> "Format":
        if (name, quoted) not in known:
            extra: dict[str, Any] = {"quote_prefix": True} if quoted else {}
            known[name, quoted] = made.add_format({**properties(name, formats), **extra})
        return known[name, quoted]

    _fill_rows(book)
    for (row, column), put in sorted(book.cells.items()):
        if put.formula:
            sheet.write_formula(row, column, put.formula, look(put.style), _cached(put))
        elif isinstance(put.value, Decimal):
            sheet.write_number(row, column, float(put.value), look(put.style))
        elif isinstance(put.value, str) and put.value:
            sheet.write_string(row, column, put.value, look(put.style, is_dangerous(put.value)))
        else:
            sheet.write_blank(row, column, None, look(put.style))


def _cached(put: Put) -> Any:
    return float(put.value) if isinstance(put.value, Decimal) else "" if put.value is None else put.value


def _fill_rows(book: Book) -> None:
    """Let rules and shades run through whole rows of items, sections and the total."""
    fills = {"item": "muted", "section": "section", "total": "total", "heading": "heading"}
    parents = {total.id: total.parent for total in book.shown.sums.sections}
    for row, line in book.plan:
        look = "part-text" if line.kind == "section" and parents.get(line.name) else fills.get(line.kind)
        for i, column in enumerate(book.columns.columns):
            if look and not column.hidden and (row, i) not in book.cells:
                book.cells[row, i] = Put(style=look)


def _arrange(sheet: "Worksheet", book: Book) -> None:
    """Set widths, hidden helpers, the outline and what stays in sight while one scrolls."""
    for i, column in enumerate(book.columns.columns):
        sheet.set_column(i, i, column.width, None, {"hidden": column.hidden})
    sheet.set_row(NAMES, None, None, {"hidden": True})
    sheet.set_row(TITLE, 27)
    sheet.set_row(HEADINGS, 30)
    hidden = _hidden_rows(book)
    for row, line in book.plan:
        options = {"hidden": True} if row in hidden else {"level": min(line.level, _DEEPEST)}
        sheet.set_row(row, TOTAL_ROW if line.kind == "total" else height(book, row), None, options)
    sheet.outline_settings(True, False, True, False)
    sheet.freeze_panes(BODY, book.columns.place("title") + 1)
    sheet.hide_gridlines(2)
    if book.columns.packages:
        place = book.columns.place("rate")
        numbers = [str(number) for number in range(1, len(book.columns.packages) + 1)]
        sheet.data_validation(PACKAGE_ROW, place, PACKAGE_ROW, place, {"validate": "list", "source": numbers})


def _hidden_rows(book: Book) -> set[int]:
    """Return the rows that only help to calculate: shares of taxes; by section, what the row of the section says already."""
    hidden = {row for row, line in book.plan if line.kind in ("vat-weight", "vat-exact")}
    if book.shown.view.detail is Detail.SECTIONS:
        hidden |= {row for row, _, item in items_with_rows(book.shown, book.plan) if not item.optional}
    return hidden


def _print_setup(sheet: "Worksheet", book: Book, proposal: Proposal) -> None:
    last = book.columns.last_shown
    sheet.set_paper(_PAPER_A4)
    if sum(column.width for column in book.columns.columns if not column.hidden) > 100:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADINGS)
    sheet.print_area(0, 0, book.plan.end - 1, last)
    sheet.set_margins(_NARROW_MARGIN, _NARROW_MARGIN, _NARROW_MARGIN * 1.5, _NARROW_MARGIN * 1.5)
    sheet.set_footer("&R&8&P / &N")


def _write_hidden(made: "Workbook", book: Book, proposal: Proposal) -> None:
    sheet = made.add_worksheet(SHEET)
    for row, texts in enumerate(rows_of(meta_for(proposal, book.shown, book.names), records_of(book.shown.estimate))):
        for column, text in enumerate(texts):
            sheet.write_string(row, column, text)
    sheet.hide()
