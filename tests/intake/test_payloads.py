"""What Excel, LibreOffice and Google Sheets put on the clipboard is read as the same table in a file would be."""

from decimal import Decimal
from pathlib import Path

import pytest

from app.intake.clipboard import pasted_table, read_pasted
from app.intake.estimate import EstimateRead
from app.intake.htmlstyles import class_styles
from app.intake.htmltable import html_rows
from app.intake.mapping import preview
from tests.intake.helpers import codes, only, sums
from tests.intake.twenty.sheet import outline

PAYLOADS = Path(__file__).parent / "payloads"


def pasted(name: str) -> EstimateRead:
    text = (PAYLOADS / name).read_text("utf-8")
    return read_pasted("", text) if name.endswith(".html") else read_pasted(text)


def test_excel_gives_levels_ranges_times_and_discounts() -> None:
    """Bold type and indents are classes there: 37125 + 25000 + 3000 = 65125."""
    read = pasted("excel.html")
    assert (
        outline(read)
        == """# Сайт
## Дизайн
- Главная страница: 16.5 hours × 2500; −10%
- Карточка товара: 10 hours × 2500; 8–10–12
## Код
- Созвон: 1.5 hours × 2000"""
    )
    assert (sums(read).total, read.currency) == (Decimal("65125.00"), "RUB")
    assert only(read, "cell-hours-range").where == "B5"
    assert codes(read) == ["cell-hours-range"]


def test_libreoffice_gives_people_for_months() -> None:
    read = pasted("libreoffice.html")
    assert (
        outline(read)
        == """# [Backend-разработчик, Дизайнер]
- Backend-разработчик: 2 × 6 months × 350000; Backend-разработчик
- Дизайнер: 2.5 months × 280000; Дизайнер"""
    )
    assert sums(read).total == 4_900_000
    assert not codes(read)


def test_google_gives_roles_in_columns() -> None:
    """8.25 × 40 + 36 × 50 + 4 × 30 = 2250: the numbers behind what is shown count."""
    read = pasted("google.html")
    assert sums(read).total == 2250
    assert [item.role for item in read.estimate.sections[0].items] == ["Design", "Dev", "QA", "Dev"]
    assert not codes(read)


def test_text_gives_what_is_due_monthly() -> None:
    read = pasted("google.tsv")
    assert (sums(read).total, sums(read).recurring[0].total) == (55_000, 32_000)
    assert not codes(read)


@pytest.mark.parametrize("name", ["excel.html", "libreoffice.html", "google.html"])
def test_a_pasted_table_can_be_previewed_too(name: str) -> None:
    seen = preview(pasted_table("", (PAYLOADS / name).read_text("utf-8")))
    assert seen.mapping.row == 1
    assert all(column.meaning for column in seen.columns)
    assert seen.read.estimate == pasted(name).estimate


def test_classes_tell_bold_type_and_indents() -> None:
    styles = class_styles("td {font-weight:700} .a {font-weight:700;} .b{color:red} .c {mso-char-indent-count:2;}")
    assert {name: (style.bold, style.indent) for name, style in styles.items()} == {"a": (True, 0), "c": (False, 2)}


def test_blanks_before_a_text_set_it_in() -> None:
    (row,) = html_rows("<table><tr><td>&nbsp;&nbsp;&nbsp;&nbsp;Дизайн</td><td>8</td></tr></table>")
    assert [(cell.indent, cell.text) for cell in row.cells] == [(2, "Дизайн"), (0, "8")]


def test_a_style_sheet_of_a_megabyte_does_no_harm() -> None:
    html = "<style>" + ".a{font-weight:700}" * 60_000 + "." * 500_000 + "</style><table><tr><td class=a>да</table>"
    assert html_rows(html)[0].cells[0].bold
