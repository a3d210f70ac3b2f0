"""Makes the spreadsheets of this folder again: openpyxl builds one with formulas, LibreOffice computes and saves it.

Run by hand where `soffice` is installed: `python -m tests.intake.files.make_files`. The tests read only what it left here.
The files `protected.*` are `formulas.xlsx` saved with the password `secret`: from LibreOffice's window (ODS, XLS) and with
msoffcrypto-tool (XLSX).
"""

import subprocess
from datetime import time, timedelta
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from tests.intake.sixty import HEADINGS, SECTIONS

HERE = Path(__file__).parent
COLUMNS = len(HEADINGS)
MONEY = "#,##0.00 [$₽-419]"
PROFILE = Path("/tmp/lo-ru")
RUSSIAN = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>ru-RU</value></prop></item>
</oor:items>"""
CSV_FILTER = "csv:Text - txt - csv (StarCalc):59,34,{charset},1,,0,false,{shown},{shown},false,false,1"
"""Semicolon, quotation mark, encoding, from line 1, cells as shown or as they are."""


def main() -> None:
    """Write the source workbook, let LibreOffice save it in every format, remove the source."""
    source = HERE / "source.xlsx"
    book = Workbook()
    fill(book.active)
    book.save(source)
    convert(source, "xlsx:Calc MS Excel 2007 XML", "smeta.xlsx")
    convert(HERE / "smeta.xlsx", "ods", "smeta.ods")
    convert(HERE / "smeta.xlsx", "xls:MS Excel 97", "smeta.xls")
    convert(HERE / "smeta.xlsx", CSV_FILTER.format(charset=76, shown="true"), "smeta-utf8.csv")
    convert(HERE / "smeta.xlsx", CSV_FILTER.format(charset=34, shown="false"), "smeta-cp1251.csv")
    fill_formulas(source)
    convert(source, "xlsx:Calc MS Excel 2007 XML", "formulas.xlsx")
    convert(HERE / "formulas.xlsx", "ods", "formulas.ods")
    convert(HERE / "formulas.xlsx", "xls:MS Excel 97", "formulas.xls")
    source.unlink()


def fill_formulas(path: Path) -> None:
    """Save formulas that fail or give an empty text, times, and a hidden row."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Смета"
    rows = [
        ["Работа", "Часы", "Ставка"],
        ["Лого", 8, 2500],
        ["Сайт", 8, "=VLOOKUP(1,E1:F2,2,0)"],
        ["Код", "=1/0", 2500],
        ["Созвон", time(1, 30), 2500],
        ["Поддержка", timedelta(hours=30), 2500],
        ["Скрытое", 2, 2500],
        ["пусто", None, '=IF(1=1,"","x")'],
    ]
    for row in rows:
        sheet.append(row)
    sheet.row_dimensions[7].hidden = True
    book.save(path)


def convert(source: Path, kind: str, target: str) -> None:
    """Save a file in another format with LibreOffice in a Russian locale, so that decimals have a comma."""
    out = HERE / "out"
    settings = PROFILE / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(RUSSIAN, encoding="utf-8")
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation=file://{PROFILE}",
        "--convert-to",
        kind,
        "--outdir",
        str(out),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True)
    (made,) = out.iterdir()
    made.rename(HERE / target)
    out.rmdir()


def fill(sheet: Worksheet) -> None:
    """Lay the estimate out as an agency does: merged title, headings, sections with their totals, discount, VAT."""
    sheet.title = "Смета"
    sheet["A1"] = "Смета на разработку сайта «Ромашка»"
    sheet["A1"].font = Font(bold=True, size=16)
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=COLUMNS)
    sheet["A2"] = "Заказчик: ООО «Ромашка»"
    for column, heading in enumerate(HEADINGS, start=1):
        cell = sheet.cell(4, column, heading)
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True)
    row, totals = 5, []
    for number, (title, items) in enumerate(SECTIONS, start=1):
        row = fill_section(sheet, row, number, title, items)
        totals.append(row - 1)
    fill_sum(sheet, row, "Итого по смете", "+".join(f"F{total}" for total in totals), "+".join(f"H{total}" for total in totals))
    sheet.cell(row + 1, 3, "Скидка 5% постоянному клиенту")
    sheet.cell(row + 1, 8, f"=-ROUND(H{row}*5/100,2)").number_format = MONEY
    sheet.cell(row + 2, 3, "Итого со скидкой")
    sheet.cell(row + 2, 8, f"=H{row}+H{row + 1}").number_format = MONEY
    sheet.cell(row + 3, 3, "в т. ч. НДС 20 %")
    sheet.cell(row + 3, 8, f"=ROUND(H{row + 2}*20/120,2)").number_format = MONEY


def fill_section(sheet: Worksheet, row: int, number: int, title: str, items: tuple[tuple[str, ...], ...]) -> int:
    """Write a section from a row on; return the row after its total."""
    sheet.cell(row, 1, f"{number}. {title}").font = Font(bold=True)
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=COLUMNS)
    first = row = row + 1
    for position, (name, who, hours, rate, description) in enumerate(items, start=1):
        values = [f"{number}.{position}", who, name, description, "ч", float(hours), float(rate), f"=ROUND(F{row}*G{row},2)"]
        for column, value in enumerate(values, start=1):
            sheet.cell(row, column, value or None)
        sheet.cell(row, 6).number_format = "0.00"
        sheet.cell(row, 7).number_format = sheet.cell(row, 8).number_format = MONEY
        row += 1
    fill_sum(sheet, row, f"Итого по разделу «{title}»", f"SUM(F{first}:F{row - 1})", f"SUM(H{first}:H{row - 1})")
    return row + 1


def fill_sum(sheet: Worksheet, row: int, title: str, hours: str, money: str) -> None:
    """Write a row of sums."""
    sheet.cell(row, 3, title).font = Font(bold=True)
    sheet.cell(row, 6, f"={hours}").number_format = "0.00"
    sheet.cell(row, 8, f"={money}").number_format = MONEY


if __name__ == "__main__":
    main()
