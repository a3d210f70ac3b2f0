"""Cells pasted from a spreadsheet program become rows, or a whole estimate."""

from dataclasses import replace

from app.intake.cellfacts import SheetFacts
from app.intake.cells import Row, Sheet, Table
from app.intake.csvfile import split_text
from app.intake.gridsheet import SheetMaker
from app.intake.headings import find_headings
from app.intake.htmltable import html_rows
from app.intake.sheetestimate import EstimateRead, read_sheet
from app.problems import Problem, error

MOST_CHARACTERS = 20_000_000


def read_cells(text_tsv: str, html: str = "") -> list[Row]:
    """Return the rows of pasted cells.

    The HTML goes first where there is a table in it: it knows merged cells, bold type and the numbers behind what is
    shown. The text is tab-separated with quotation marks around line breaks.
    """
    return _rows(text_tsv, html, [])


def read_pasted(text: str, html: str = "", *, language: str = "ru") -> EstimateRead:
    """Read pasted cells as an estimate; without a heading row the columns are guessed by what the cells hold.

    A list of texts alone is a list of items without a price. The `where` of a problem is the cell within what was pasted.
    """
    problems: list[Problem] = []
    rows = _rows(text, html, problems)
    if not rows:
        return EstimateRead(problems=(*problems, error("paste-no-cells")))
    sheet = Sheet("", tuple(rows))
    found = read_sheet(sheet, find_headings(rows), "", language, lone_items=True).read
    return replace(found, problems=(*problems, *found.problems))


def pasted_table(text: str, html: str = "") -> Table:
    """Return pasted cells as a table of one sheet without a name. Whatever is wrong is among its problems."""
    problems: list[Problem] = []
    rows = _rows(text, html, problems)
    if not rows:
        return Table("", problems=(*problems, error("paste-no-cells")))
    return Table("", (Sheet("", tuple(rows)),), tuple(problems))


def _rows(text: str, html: str, problems: list[Problem]) -> list[Row]:
    if len(text) > MOST_CHARACTERS or len(html) > MOST_CHARACTERS:
        problems.append(error("paste-too-large", characters=MOST_CHARACTERS))
        return []
    if rows := html_rows(html) if "<table" in html.lower() else []:
        return rows
    maker = SheetMaker("")
    sheet = maker.sheet("", split_text(text, "", maker, delimiter="\t"), SheetFacts())
    problems += maker.problems
    return list(sheet.rows)
