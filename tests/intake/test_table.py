"""Files of every kind become sheets of typed cells, by their content and not by their name."""

import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from app.intake.cells import Cell, letters, place
from app.intake.estimate import read_estimate
from app.intake.table import read_table
from app.problems import Severity
from tests.intake.helpers import FILES, codes, csv, d, items, only, xlsx


def values(path: Path, sheet: int = 0) -> list[list[object]]:
    return [[cell.value for cell in row.cells] for row in read_table(path).sheets[sheet].rows]


@pytest.mark.parametrize(("column", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16384, "XFD")])
def test_columns_have_the_letters_of_spreadsheets(column: int, name: str) -> None:
    assert letters(column) == name


def test_a_place_names_what_is_known() -> None:
    assert place("estimate.xlsx", "Смета", 7, 4) == "estimate.xlsx › Смета › D7"
    assert place("estimate.csv", "", 7, 4) == "estimate.csv › D7"
    assert place("estimate.xlsx", "Смета") == "estimate.xlsx › Смета"


def test_every_type_of_cell_is_kept(tmp_path: Path) -> None:
    times = [datetime.time(1, 30), datetime.timedelta(hours=30), datetime.date(2024, 5, 1), datetime.datetime(2024, 5, 1, 12)]
    path = xlsx(tmp_path / "a.xlsx", [["текст", 1.5, 0.1 + 0.2, 1 / 3, 12, True, None], times])
    assert values(path) == [
        ["текст", d("1.5"), d("0.3"), d("0.3333333333"), d("12"), True],
        [datetime.timedelta(minutes=90), datetime.timedelta(hours=30), datetime.date(2024, 5, 1), datetime.date(2024, 5, 1)],
    ]


def test_a_cell_says_its_value_as_a_person_would_type_it() -> None:
    spoken = [d("12.50"), datetime.timedelta(minutes=90), datetime.date(2024, 5, 1), True, None, "  текст "]
    assert [Cell(1, value).text for value in spoken] == ["12.50", "1:30", "01.05.2024", "", "", "текст"]


def test_rows_keep_their_numbers_and_empty_ones_are_left_out(tmp_path: Path) -> None:
    table = read_table(xlsx(tmp_path / "a.xlsx", [[], ["а"], [], [None, "б"]]))
    assert [(row.number, row.cells[0].column) for row in table.sheets[0].rows] == [(2, 1), (4, 2)]


def test_merged_bold_percent_and_currency_are_known(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", [["Заголовок", None, None], [0.1, 5]], bold="A1", merge="A1:C1")
    book = load_workbook(path)
    book["Смета"]["A2"].number_format = "0%"
    book["Смета"]["B2"].number_format = '#,##0.00 "₽"'
    book.save(path)
    (title,), (percent, money) = (row.cells for row in read_table(path).sheets[0].rows)
    assert (title.bold, title.width) == (True, 3)
    assert percent.percent
    assert money.currency == "RUB"


@pytest.mark.parametrize("name", ["smeta.xlsx", "smeta.ods", "smeta.xls"])
def test_every_format_that_libreoffice_saves_tells_the_same(name: str) -> None:
    table = read_table(FILES / name)
    rows = table.sheets[0].rows
    title, section = rows[0].cells[0], next(row for row in rows if row.cells[0].text == "1. Аналитика").cells[0]
    assert (title.bold, title.width, section.bold, section.width) == (True, 8, True, 8)
    money = next(row for row in rows if row.number == 6).cells[-1]
    assert (money.value, money.currency) == (d("19200"), "RUB")
    assert not table.problems


def test_a_formula_that_was_never_calculated_is_an_error_and_no_blank_price(tmp_path: Path) -> None:
    """A program that writes XLSX without computing leaves cells without values."""
    rows = [["Работа", "Часы", "Ставка", "Сумма"], ["Лого", 8, 1000, 8000], ["Сайт", None, None, "=B2*C2"]]
    read = read_estimate(xlsx(tmp_path / "a.xlsx", rows))
    (found,) = read.problems
    assert (found.code, found.where, found.severity) == ("cell-formula-not-calculated", "a.xlsx › Смета › D3", Severity.ERROR)


def test_an_uncalculated_formula_outside_the_other_cells_is_found_too(tmp_path: Path) -> None:
    (sheet,) = read_table(xlsx(tmp_path / "a.xlsx", [["а"], [None, None, "=1+1"]])).sheets
    assert [(row.number, cell.column, cell.fault) for row in sheet.rows for cell in row.cells if cell.fault] == [
        (2, 3, "cell-formula-not-calculated")
    ]


def test_a_formula_that_gives_an_empty_text_is_an_empty_cell() -> None:
    """LibreOffice saved it: =IF(1;"";"x")."""
    (sheet,) = read_table(FILES / "formulas.xlsx").sheets
    assert [cell.text for cell in sheet.rows[-1].cells] == ["пусто"]


def test_a_table_that_begins_in_the_third_column_is_told_by_its_own_cells(tmp_path: Path) -> None:
    rows = [[], [None, None, "Работа", "Часы", "Ставка", "Сумма"], [None, None, "Главная\nстраница", "48-56", 100, None]]
    path = xlsx(tmp_path / "a.xlsx", rows, bold="C2", merge="E2:F2")
    table = read_table(path)
    assert [(cell.column, cell.bold, cell.width) for cell in table.sheets[0].rows[0].cells][:3] == [
        (3, True, 1), (4, False, 1), (5, False, 2),
    ]  # fmt: skip
    read = read_estimate(path)
    assert {found.where for found in read.problems if "D3" in found.where or "B3" in found.where} == {"a.xlsx › Смета › D3"}
    assert [item.title for item in items(read)] == ["Главная страница"], "a title is one line"


@pytest.mark.parametrize("name", ["formulas.xlsx", "formulas.ods", "formulas.xls"])
def test_a_failed_formula_is_an_error_in_every_format(name: str) -> None:
    read = read_estimate(FILES / name)
    errors = [(found.code, found.where) for found in read.problems if found.severity is Severity.ERROR]
    assert errors == [("cell-formula-error", f"{name} › Смета › C3"), ("cell-formula-error", f"{name} › Смета › B4")]
    assert [item.title for item in items(read)][:3] == ["Лого", "Сайт", "Код"]


@pytest.mark.parametrize("name", ["formulas.xlsx", "formulas.ods", "formulas.xls"])
def test_times_are_hours_and_hidden_rows_are_told_in_every_format(name: str) -> None:
    read = read_estimate(FILES / name)
    hours = {item.title: item.quantity for item in items(read)}
    assert (hours["Созвон"], hours["Поддержка"], hours["Скрытое"]) == (d("1.5"), d("30"), d("2"))
    assert only(read, "table-hidden-rows").fact("rows") == "7"


def test_a_date_where_hours_were_typed_is_an_error_with_what_was_meant(tmp_path: Path) -> None:
    read = read_estimate(xlsx(tmp_path / "a.xlsx", [["Работа", "Часы", "Ставка"], ["Лого", datetime.date(2024, 5, 1), 100]]))
    found = only(read, "cell-date-not-number")
    assert (found.where, found.fact("likely"), found.severity) == ("a.xlsx › Смета › B2", "1.5", Severity.ERROR)


def test_a_number_shown_as_a_date_is_told_with_the_number(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", [["Работа", "Часы", "Ставка"], ["Лого", 8, 100]])
    book = load_workbook(path)
    book["Смета"]["B2"].number_format = "dd.mm.yyyy"
    book.save(path)
    assert only(read_estimate(path), "cell-date-not-number").fact("likely") == "8"


def test_text_numbers_are_numbers(tmp_path: Path) -> None:
    read = read_estimate(xlsx(tmp_path / "a.xlsx", [["Работа", "Часы", "Ставка"], ["Лого", "8,5", "2 500,00 ₽"]]))
    assert [(item.quantity, item.rate) for item in items(read)] == [(d("8.5"), d("2500"))]
    assert read.currency == "RUB"


def test_a_file_is_read_by_its_content_whatever_it_is_called(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", [["Работа", "Часы", "Ставка"], ["Лого", 8, 100]]).rename(tmp_path / "смета.xls")
    assert codes(read_estimate(path)) == ["table-wrong-extension"]
    assert len(items(read_estimate(path))) == 1
    renamed = csv(tmp_path / "смета.xlsx", "Работа;Часы;Ставка\nЛого;8;100\n")
    assert codes(read_estimate(renamed)) == ["table-wrong-extension"]


def test_a_hidden_sheet_is_read_only_when_there_is_no_other(tmp_path: Path) -> None:
    book = Workbook()
    for sheet, title in ((book.active, "Старая"), (book.create_sheet("Новая"), "Новая")):
        assert sheet is not None
        sheet.title = title
        sheet.append(["Работа", "Часы", "Ставка"])
        sheet.append([title, 8, 100])
    book["Старая"].sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    assert [item.title for item in items(read_estimate(tmp_path / "a.xlsx"))] == ["Новая"]


def test_a_folder_or_a_missing_file_is_told(tmp_path: Path) -> None:
    assert codes(read_estimate(tmp_path / "нет.xlsx")) == ["table-unreadable"]
    assert codes(read_estimate(tmp_path)) == ["table-no-file"]


def test_a_table_of_zero_cells_says_so(tmp_path: Path) -> None:
    assert codes(read_estimate(xlsx(tmp_path / "a.xlsx", []))) == ["table-no-cells"]


def test_money_is_exact_however_the_file_keeps_it(tmp_path: Path) -> None:
    rows = [["Работа", "Часы", "Ставка"], *([f"Дело {n}", n / 10, 0.1 + n] for n in range(1, 40))]
    for item, number in zip(items(read_estimate(xlsx(tmp_path / "a.xlsx", rows))), range(1, 40), strict=True):
        assert (item.quantity, item.rate) == (Decimal(number) / 10, Decimal(number) + d("0.1"))
