"""The hostile spreadsheets of the house's list, each with what must happen: a message that says what, where and what to do."""

import io
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from app.intake.estimate import read_estimate
from app.intake.mapping import preview
from app.intake.numbers import read_number
from app.intake.table import read_table
from app.problems import Severity, stops
from app.wording import worded
from tests.intake.helpers import codes, csv, d, items, only, rezip, xlsx

SHEET = "xl/worksheets/sheet1.xml"


class CalledOffError(Exception):
    """Nobody waits any more."""


class Patience:
    """Lets a reading go on a few times."""

    def __init__(self, times: int) -> None:
        self.left = times

    def __call__(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise CalledOffError


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_formula_without_its_value_says_recalculate_and_save(tmp_path: Path, language: str) -> None:
    read = read_estimate(xlsx(tmp_path / "a.xlsx", [["Работа", "Часы", "Ставка", "Сумма"], ["Лого", None, None, "=8*1000"]]))
    found = only(read, "cell-formula-not-calculated")
    assert (found.where, found.severity) == ("a.xlsx › Смета › D2", Severity.ERROR)
    said = worded(found, language).lower()
    assert all(word in said for word in (("recalculate", "save") if language == "en" else ("пересчитайте", "сохраните")))
    assert items(read)[0].rate is None


def test_a_file_of_four_letters_of_russian_windows_is_no_chinese(tmp_path: Path) -> None:
    (row,) = read_table(csv(tmp_path / "a.csv", "Часы", "cp1251")).sheets[0].rows
    assert row.cells[0].text == "Часы"


@pytest.mark.parametrize("encoding", ["cp1251", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [";", "\t", ",", "|"])
def test_every_encoding_and_delimiter_is_shown_in_a_preview(tmp_path: Path, encoding: str, delimiter: str) -> None:
    rows = [["Работа", "Часы", "Ставка"], ["Логотип", "8,5", "1\u00a0234,50"]]
    text = "\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    seen = preview(read_table(csv(tmp_path / "a.csv", text, encoding)))
    assert [column.heading for column in seen.columns] == rows[0]
    assert seen.rows[1].cells[1] == "Логотип"
    assert (items(seen.read)[0].quantity, items(seen.read)[0].rate) == (d("8.5"), d("1234.5"))
    assert ("table-encoding-guessed" in codes(seen.read)) is (encoding in {"cp1251", "utf-16-le", "utf-16-be"})


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", " "])
def test_thousands_may_be_parted_by_any_space(space: str) -> None:
    assert read_number(f"1{space}234,50").value == Decimal("1234.50")


@pytest.mark.parametrize("typed", ["1_000", "1__0", "_1", "0x10", "1e3", "٣", "1 0", "--5", "1/2"])
def test_what_only_programs_take_for_a_number_is_refused(tmp_path: Path, typed: str) -> None:
    read = read_estimate(csv(tmp_path / "a.csv", f"Работа;Часы;Ставка\nЛого;{typed};100\n"))
    told = [found for found in read.problems if found.where == "a.csv › B2"]
    assert [found.severity for found in told] == [Severity.ERROR]
    assert items(read)[0].quantity in {0, 1}


@pytest.mark.parametrize("typed", ["1e308", "1e999999", "9" * 400, "NaN", "Infinity", "-8", "-0,01"])
def test_a_number_that_no_estimate_can_hold_is_refused_in_its_cell(tmp_path: Path, typed: str) -> None:
    read = read_estimate(csv(tmp_path / "a.csv", f"Работа;Часы;Ставка\nЛого;{typed};100\n"))
    assert any(found.where == "a.csv › B2" and found.severity is Severity.ERROR for found in read.problems)


def test_merged_cells_subtotals_empty_rows_two_headings_and_times_are_one_estimate(tmp_path: Path) -> None:
    import datetime

    rows: list[list[object]] = [
        ["Смета", None, None],
        [],
        ["Работа", "Затраты", None],
        [None, "часы", "ставка"],
        ["Дизайн", None, None],
        [],
        ["Созвон", datetime.time(1, 30), 2000],
        ["Поддержка", datetime.timedelta(hours=30), 1000],
        ["Итого", datetime.timedelta(hours=31, minutes=30), None],
    ]
    read = read_estimate(xlsx(tmp_path / "a.xlsx", rows, merge="A1:C1 B3:C3 A5:C5"))
    assert [(item.title, item.quantity) for item in items(read)] == [("Созвон", d("1.5")), ("Поддержка", d("30"))]
    assert not codes(read)


def test_a_hundred_thousand_rows_are_read_and_can_be_called_off(tmp_path: Path) -> None:
    path = csv(tmp_path / "a.csv", "Работа;Часы;Ставка\n" + "Лого;8;1\n" * 99_999)
    assert len(read_table(path).sheets[0].rows) == 100_000
    patience = Patience(5)
    with pytest.raises(CalledOffError):
        read_table(path, check=patience)
    assert patience.left == -1


def test_an_estimate_can_be_called_off_in_every_format(tmp_path: Path) -> None:
    rows = [["Работа", "Часы", "Ставка"], *[["Лого", 8, 1]] * 1200]
    for times in range(8):
        with pytest.raises(CalledOffError):
            read_estimate(xlsx(tmp_path / "a.xlsx", rows), check=Patience(times))
    assert len(items(read_estimate(tmp_path / "a.xlsx", check=Patience(1000)))) == 1200


def test_a_bomb_in_a_shared_text_is_refused_unopened(tmp_path: Path) -> None:
    book = Workbook()
    book.save(tmp_path / "ok.xlsx")
    path = tmp_path / "a.xlsx"
    path.write_bytes(rezip((tmp_path / "ok.xlsx").read_bytes(), "xl/styles.xml", lambda part: part + b" " * 60_000_000))
    assert codes(read_estimate(path)) == ["table-bomb"]


def test_entities_are_refused_in_every_part(tmp_path: Path) -> None:
    good = xlsx(tmp_path / "ok.xlsx", [["Работа", "Часы", "Ставка"], ["Лого", 8, 100]]).read_bytes()
    laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    with zipfile.ZipFile(io.BytesIO(good)) as package:
        parts = [name for name in package.namelist() if name.startswith("xl/") and "theme" not in name]
    for part in parts:
        path = tmp_path / "a.xlsx"
        path.write_bytes(rezip(good, part, lambda xml: laughs + xml[xml.index(b"<", 2) :]))
        read = read_estimate(path)
        assert codes(read) == ["table-entities"], part
        assert stops(read.problems)


def test_a_cell_that_begins_like_a_formula_stays_a_text(tmp_path: Path) -> None:
    """`+7 495 …`, `@anna` and `-Анна` are no formulas; what a program wrote as text is text."""
    read = read_estimate(csv(tmp_path / "a.csv", "Работа;Часы;Ставка\n+7 495 000-00-00;8;100\n@anna;1;100\n=2+2;1;100\n"))
    assert [item.title for item in items(read)] == ["+7 495 000-00-00", "@anna", "=2+2"]


def test_columns_hidden_without_end_do_no_harm(tmp_path: Path) -> None:
    good = xlsx(tmp_path / "ok.xlsx", [["Работа", "Часы", "Ставка"], ["Лого", 8, 100]]).read_bytes()
    path = tmp_path / "a.xlsx"
    for columns in (b'<col min="4" max="16384" hidden="1"/>', b'<col min="4" max="99999999999999" hidden="1"/>'):
        path.write_bytes(
            rezip(good, SHEET, lambda part, cols=columns: part.replace(b"<sheetData>", b"<cols>" + cols + b"</cols><sheetData>"))
        )
        assert not codes(read_estimate(path))
