"""What stands above the table: title, client, dates, the package that counts, headings."""

from decimal import Decimal

from app.exchange.book import Book
from app.exchange.columns import KEY, PACKAGE
from app.exchange.hidden import MARK
from app.exchange.plan import CLIENT, DATES, HEADINGS, NAMES, TITLE
from app.exchange.plan import PACKAGE as PACKAGE_ROW
from app.exchange.safetext import visible
from app.model.designation import designation
from app.model.proposal import Proposal

_TEXTS = ("number", "title", "description", "role")
_INDENTED = ("unit", "choice")
_FLAGS = ("chosen", "counted")


def put_letterhead(book: Book, proposal: Proposal) -> None:
    """Fill the rows above the table. Row NAMES, which is hidden, tells a machine which column is which."""
    words = book.words
    for column in book.columns.columns:
        book.put(NAMES, column.name, MARK if column.name == KEY else column.name, "names")
        book.put(HEADINGS, column.name, visible(column.heading), _look(column.name))
    book.put(TITLE, "number", visible(proposal.title), "title")
    client = visible(proposal.client.name)
    number = visible(designation(words, proposal))
    book.put(CLIENT, "number", " · ".join(filter(None, (client, number))), "meta")
    until = words("Valid until {date}", date=words.date(proposal.valid_until)) if proposal.valid_until else ""
    book.put(DATES, "number", " · ".join(filter(None, (words.date(proposal.date), until))), "meta")
    _put_package(book)


def _look(name: str) -> str:
    if name in _FLAGS or name.startswith(PACKAGE):
        return "head-center"
    return "head" if name in _TEXTS else "head-indent" if name in _INDENTED else "head-right"


def _put_package(book: Book) -> None:
    """The number of the package that counts, and beside it its name."""
    packages = book.columns.packages
    if not packages:
        return
    known = [one.id for one in book.shown.estimate.packages]
    chosen = known.index(book.shown.estimate.package) if book.shown.estimate.package in known else 0
    title = visible(book.shown.estimate.packages[chosen].title or known[chosen])
    first, last = (book.at(HEADINGS, name, fixed=True) for name in (packages[0], packages[-1]))
    book.put(PACKAGE_ROW, KEY, "package:", "names")
    label = book.words("Package") + ": "
    number = book.at(PACKAGE_ROW, "rate")
    book.put(PACKAGE_ROW, "title", label + title, "strong", f'="{label}"&INDEX({first}:{last},{number})')
    book.put(PACKAGE_ROW, "rate", Decimal(chosen + 1), "input-flag")
