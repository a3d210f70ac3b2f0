"""Text tables (CSV, TSV): encoding and delimiter are found out, cells stay texts."""

from app.intake.cellfacts import SheetFacts
from app.intake.cells import Table
from app.intake.delimited import UnclosedQuoteError, find_delimiter, split_rows, split_unquoted
from app.intake.encoding import decode
from app.intake.gridsheet import SheetMaker
from app.intake.patience import Check, go_on
from app.problems import Severity, problem

_CERTAIN = {"utf-8", "utf-8-sig", "utf-16", "utf-32"}


def read_csv(data: bytes, file: str, check: Check = go_on) -> Table:
    """Read a text table of any usual encoding and delimiter into a single sheet without a name."""
    text, encoding = decode(data)
    maker = SheetMaker(file, check=check)
    if encoding not in _CERTAIN:
        maker.problems.append(problem("table-encoding-guessed", file, Severity.INFO, encoding=encoding))
    if "\ufffd" in text:
        maker.problems.append(problem("table-broken-letters", file, count=text.count("\ufffd"), encoding=encoding))
    sheet = maker.sheet("", split_text(text, file, maker), SheetFacts())
    return Table(file, (sheet,) if sheet.rows else (), tuple(maker.problems))


def split_text(text: str, file: str, maker: SheetMaker, delimiter: str = "") -> list[list[str]]:
    """Split text into rows of cells by a delimiter that is given or found out."""
    if not delimiter:
        delimiter, text = find_delimiter(text.lstrip("\ufeff"))
    try:
        return split_rows(text, delimiter)
    except UnclosedQuoteError:
        maker.problems.append(problem("table-unclosed-quote", file))
        return split_unquoted(text, delimiter)
