"""Writes the spreadsheets of the demo, `assets/demo/ru|en/estimate.xlsx`: `python -m tests.tools.demo_estimate`.

The rows come from `demo_estimate.toml`. Sums are formulas with their values beside them, as a spreadsheet program saves
them, so that readers without a calculator see them too; openpyxl alone would write formulas without values.
"""

import datetime
import io
import re
import tomllib
import zipfile
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from app.model.estimate import Discount, Estimate, EstimateSection, LineItem, Pricing, Vat, VatMode
from app.totals import Totals, totals

LANGUAGES = ("ru", "en")
CURRENCIES = ("RUB", "EUR")
DEMO = Path(__file__).parents[2] / "assets" / "demo"
SIGNS = ("₽", "€")
DAY = 8
WRITTEN = datetime.datetime(2026, 11, 24, 9)
WIDTHS = (6, 34, 62, 17, 8, 12, 8, 8, 14, 17, 9)
COLUMNS = "ABCDEFGHIJK"
NUMBER, TITLE, ABOUT, WHO, HOURS, RATE, QUANTITY, UNIT, PRICE, SUM, OPTIONAL = COLUMNS
_CELL = re.compile(r'(<c r="([A-Z]+\d+)"[^>]*>)(<f>.*?</f>)<v\s*/>(?=</c>)|(<c r="([A-Z]+\d+)"[^>]*>)(<f>.*?</f>)<v></v>(?=</c>)')

Table = dict[str, Any]


def table() -> Table:
    """Read the rows in both languages."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def estimate(rows: Table, language: int) -> Estimate:
    """Return the demo's estimate as the program should understand the spreadsheet; `language` is 0 or 1."""
    rate = rows["vat_percent"][language]
    return Estimate(
        sections=tuple(_section(rows, found, f"s{n}", language) for n, found in enumerate(rows["sections"], 1)),
        discount=Discount(percent=Decimal(rows["discount_percent"][language]), reason=rows["discount"][language].split("— ")[-1]),
        vat=Vat(mode=VatMode.ADDED, rate=Decimal(rate)) if rate else Vat(reason=rows["vat"][language]),
    )


def _section(rows: Table, found: Table, section_id: str, language: int) -> EstimateSection:
    people = dict.fromkeys(item["who"] for item in found["items"] if "who" in item)
    return EstimateSection(
        id=section_id,
        title=found["title"][language],
        description=found["about"][language],
        people=tuple(people),
        items=tuple(_item(rows, item, f"i{n}", language) for n, item in enumerate(found["items"], 1)),
    )


def _item(rows: Table, found: Table, item_id: str, language: int) -> LineItem:
    pricing, quantity, rate = _priced(rows, found, language)
    return LineItem(
        id=item_id,
        title=found["title"][language],
        description=found["about"][language],
        pricing=pricing,
        quantity=Decimal(quantity),
        unit=found["unit"][language] if "unit" in found else "",
        rate=Decimal(rate),
        role=found.get("who", ""),
        hours=Decimal(found["effort"]) if "effort" in found else None,
        optional=found.get("optional", False),
    )


def _priced(rows: Table, found: Table, language: int) -> tuple[Pricing, int, int]:
    if "fixed" in found:
        return Pricing.FIXED, 1, found["fixed"][language]
    if "quantity" in found:
        return Pricing.QUANTITY, found["quantity"], found["price"][language]
    rate = rows["rates"][found["who"]][language]
    return (Pricing.DAYS, found["days"], rate * DAY) if "days" in found else (Pricing.HOURS, found["hours"], rate)


@dataclass
class Sheet:
    """The sheet while it is written: `values` are what the formulas come to, by cell."""

    page: Worksheet
    rows: Table
    language: int
    row: int = 0
    values: dict[str, Decimal] = field(default_factory=dict)

    def word(self, key: str) -> str:
        """Return a word of the sheet's language."""
        text: str = self.rows[key][self.language]
        return text

    def put(self, column: str, value: object) -> None:
        """Fill a cell of the current row."""
        self.page[f"{column}{self.row}"] = float(value) if isinstance(value, Decimal) else value

    def formula(self, column: str, formula: str, value: Decimal) -> None:
        """Fill a cell with a formula, and remember what it comes to."""
        self.put(column, formula)
        self.values[f"{column}{self.row}"] = value

    def style(self, bold: bool = False, fill: str = "", line: str = "") -> None:
        """Draw the current row: number formats, alignment, weight, ground, a line above."""
        money = f'#,##0.00\\ "{SIGNS[self.language]}"'
        for column in COLUMNS:
            cell = self.page[f"{column}{self.row}"]
            cell.font = Font(name="Calibri", size=11, bold=bold)
            cell.alignment = Alignment(vertical="top", wrap_text=column in (TITLE, ABOUT) and not bold)
            cell.number_format = money if column in (RATE, PRICE, SUM) else "#,##0.##" if column == QUANTITY else "#,##0"
            if fill:
                cell.fill = PatternFill("solid", fgColor=fill)
            if line:
                cell.border = Border(top=Side(style=line))


def write_book(rows: Table, language: int) -> bytes:
    """Return the spreadsheet of one language."""
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    page.title = rows["sheet"][language]
    book.properties.creator, book.properties.created, book.properties.modified = "", WRITTEN, WRITTEN
    sheet = Sheet(page, rows, language)
    plan = estimate(rows, language)
    sums = totals(plan, CURRENCIES[language])
    _head(sheet)
    subtotals = [_section_rows(sheet, plan, n, sums) for n in range(len(plan.sections))]
    _foot(sheet, plan, sums, subtotals)
    file = io.BytesIO()
    book.save(file)
    return with_values(file.getvalue(), sheet.values)


def _head(sheet: Sheet) -> None:
    for column, width in zip(COLUMNS, WIDTHS, strict=True):
        sheet.page.column_dimensions[column].width = width
    sheet.row = 1
    sheet.put(NUMBER, sheet.word("title"))
    sheet.page.merge_cells(f"{NUMBER}1:{OPTIONAL}1")
    sheet.page["A1"].font = Font(name="Calibri", size=16, bold=True)
    sheet.page.row_dimensions[1].height = 30
    sheet.row = 3
    for column, heading in zip(COLUMNS, sheet.rows["headings"], strict=True):
        sheet.put(column, heading[sheet.language])
    sheet.style(bold=True, line="medium")
    sheet.page.freeze_panes = "C4"
    sheet.page.page_setup.orientation, sheet.page.page_setup.fitToHeight = "landscape", 0
    sheet.page.sheet_properties.pageSetUpPr.fitToPage = True


def _section_rows(sheet: Sheet, plan: Estimate, n: int, sums: Totals) -> int:
    section, amounts = plan.sections[n], sums.sections[n]
    sheet.row += 1
    sheet.put(NUMBER, n + 1)
    sheet.put(TITLE, section.title)
    sheet.put(ABOUT, section.description)
    sheet.style(bold=True, fill="F1EEE8", line="thin")
    first = sheet.row + 1
    for k, item in enumerate(section.items):
        sheet.row += 1
        sheet.put(NUMBER, f"{n + 1}.{k + 1}")
        _item_row(sheet, item, amounts.items[k].amount)
        sheet.style()
    last = sheet.row
    sheet.row += 1
    sheet.put(TITLE, sheet.word("subtotal"))
    counted = f'{OPTIONAL}{first}:{OPTIONAL}{last},"<>{sheet.word("yes")}"'
    sheet.formula(HOURS, f"=SUMIF({counted},{HOURS}{first}:{HOURS}{last})", amounts.hours)
    sheet.formula(SUM, f"=SUMIF({counted},{SUM}{first}:{SUM}{last})", amounts.amount)
    sheet.style(bold=True, line="thin")
    return sheet.row


def _item_row(sheet: Sheet, item: LineItem, amount: Decimal) -> None:
    sheet.put(TITLE, item.title)
    sheet.put(ABOUT, item.description)
    sheet.put(WHO, sheet.rows["people"][item.role][sheet.language] if item.role else None)
    if item.pricing is Pricing.HOURS:
        sheet.put(HOURS, item.quantity)
        sheet.put(RATE, item.rate)
        sheet.formula(SUM, f"={HOURS}{sheet.row}*{RATE}{sheet.row}", amount)
    elif item.pricing is Pricing.FIXED:
        sheet.put(HOURS, item.hours)
        sheet.put(SUM, item.rate)
    else:
        days = item.pricing is Pricing.DAYS
        sheet.put(HOURS, item.quantity * DAY if days else item.hours)
        sheet.put(QUANTITY, item.quantity)
        sheet.put(UNIT, sheet.word("day") if days else item.unit)
        sheet.put(PRICE, item.rate)
        sheet.formula(SUM, f"={QUANTITY}{sheet.row}*{PRICE}{sheet.row}", amount)
    sheet.put(OPTIONAL, sheet.word("yes") if item.optional else None)


def _foot(sheet: Sheet, plan: Estimate, sums: Totals, subtotals: list[int]) -> None:
    sheet.row += 2
    top = sheet.row
    sheet.put(TITLE, sheet.word("total"))
    sheet.formula(HOURS, "=" + "+".join(f"{HOURS}{row}" for row in subtotals), sums.hours)
    sheet.formula(SUM, "=" + "+".join(f"{SUM}{row}" for row in subtotals), sums.subtotal)
    sheet.style(bold=True, line="medium")
    for key, formula, value in (
        ("discount", f"=-ROUND({SUM}{top}*{plan.discount.percent}%,2)", -sums.discount),
        ("vat", f"=ROUND(({SUM}{top}+{SUM}{top + 1})*{plan.vat.rate}%,2)", sums.vat),
        ("grand", f"={SUM}{top}+{SUM}{top + 1}+{SUM}{top + 2}", sums.total),
    ):
        sheet.row += 1
        sheet.put(TITLE, sheet.word(key))
        if key != "vat" or plan.vat.mode is not VatMode.EXEMPT:
            sheet.formula(SUM, formula, value)
        sheet.style(bold=key == "grand", line="thin" if key == "grand" else "")


def with_values(book: bytes, values: dict[str, Decimal]) -> bytes:
    """Return the workbook with what its formulas come to, and without the time of packing."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                text, found = _CELL.subn(lambda match: _valued(match, values), data.decode())
                assert found == len(values), f"{found} formulas, {len(values)} values"
                data = text.encode()
            elif name == "docProps/core.xml":
                stamp = f"{WRITTEN:%Y-%m-%dT%H:%M:%SZ}".encode()
                data = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, data)
            new.writestr(zipfile.ZipInfo(name, WRITTEN.timetuple()[:6]), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _valued(match: re.Match[str], values: dict[str, Decimal]) -> str:
    start, cell, formula = (match[1], match[2], match[3]) if match[1] else (match[4], match[5], match[6])
    return f"{start}{formula}<v>{values[cell].normalize():f}</v>"


def main() -> None:
    """Write both spreadsheets and tell what they come to."""
    rows = table()
    for n, language in enumerate(LANGUAGES):
        folder = DEMO / language
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "estimate.xlsx").write_bytes(write_book(rows, n))
        sums = totals(estimate(rows, n), CURRENCIES[n])
        print(language, sums.hours, "h,", sums.subtotal, "before discount,", sums.total, "to pay,", sums.optional, "optional")


if __name__ == "__main__":
    main()
