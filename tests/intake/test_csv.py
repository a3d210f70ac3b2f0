"""CSV and TSV: whatever encoding, delimiter and decimal mark they come with."""

import csv as standard
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.csvfile import read_csv as read_csv_bytes
from app.intake.delimited import find_delimiter
from app.intake.encoding import decode
from app.intake.estimate import read_estimate
from tests.intake.helpers import codes, csv, d, items, only, read_csv

TEXT = "Наименование;Часы;Ставка\nДизайн главной страницы;8,5;2 500,00\n«Вёрстка» — под ключ;10;2000\n"
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "koi8-r"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_an_encoding_is_found_out(tmp_path: Path, encoding: str) -> None:
    text = TEXT.encode(encoding, "ignore").decode(encoding)
    read = read_estimate(csv(tmp_path / "a.csv", text, encoding))
    assert [(item.quantity, item.rate) for item in items(read)] == [(d("8.5"), d("2500")), (d("10"), d("2000"))]
    assert items(read)[0].title == "Дизайн главной страницы"
    assert "estimate-no-headings" not in codes(read)


def test_dos_encoding_is_found_out_too() -> None:
    assert decode("Наименование;Часы\nДизайн;8\n".encode("cp866")) == ("Наименование;Часы\nДизайн;8\n", "cp866")


@pytest.mark.parametrize("word", ["Имя", "Часы", "СМЕТА", "Вёрстка", "№ п/п", "Сайт 10 000"])
def test_a_few_letters_of_russian_excel_are_enough(word: str) -> None:
    assert decode(word.encode("cp1251")) == (word, "cp1251")


def test_a_guessed_encoding_is_told_and_a_certain_one_is_not(tmp_path: Path) -> None:
    guessed = read_estimate(csv(tmp_path / "a.csv", TEXT, "cp1251"))
    assert only(guessed, "table-encoding-guessed").fact("encoding") == "cp1251"
    assert not codes(read_estimate(csv(tmp_path / "b.csv", TEXT, "utf-8-sig")))


def test_western_text_is_not_taken_for_russian() -> None:
    text = "Größe;Stunden\nGestaltung für Büro und Gärten;8\nÜbersicht über Flächen;4\n"
    assert decode(text.encode("cp1252"))[0] == text


@pytest.mark.parametrize("delimiter", [";", "\t", ",", "|"])
def test_a_delimiter_is_found_out(tmp_path: Path, delimiter: str) -> None:
    rows = [["Task", "Hours", "Rate"], ["Design, first draft", "8.5", "2500"], ["Code; markup", "10", "2000"]]
    lines = [delimiter.join(f'"{cell}"' if any(sign in cell for sign in ",;|\t") else cell for cell in row) for row in rows]
    read = read_csv(tmp_path, "\n".join(lines))
    assert [(item.title, item.quantity) for item in items(read)] == [("Design, first draft", d("8.5")), ("Code; markup", d("10"))]


def test_decimal_commas_are_no_delimiters() -> None:
    assert find_delimiter("Работа;Часы;Ставка\nЛого;8,5;100,5\nСайт;7,5;200,5\n")[0] == ";"
    assert find_delimiter("Смета на сайт, вторая редакция\n\nРабота;Часы\nЛого;8,5\nСайт, главная;7,5\n")[0] == ";"


def test_excel_may_name_the_delimiter_in_the_first_line(tmp_path: Path) -> None:
    assert len(items(read_csv(tmp_path, "sep=|\nРабота|Часы|Ставка\nЛого|8|100\n"))) == 1


def test_a_cell_may_have_lines_quotes_and_delimiters(tmp_path: Path) -> None:
    read = read_csv(tmp_path, 'Работа;Описание;Часы;Ставка\n"Сайт ""Ромашка""";"главная;\nкаталог";8;100\n')
    assert [(item.title, item.description) for item in items(read)] == [('Сайт "Ромашка"', "главная;\nкаталог")]


def test_inches_are_no_quotation(tmp_path: Path) -> None:
    read = read_csv(tmp_path, 'Работа;Кол-во;Цена\nТруба 1/2";3;100\nЭкран 27" IPS;2;500\n')
    assert [item.title for item in items(read)] == ['Труба 1/2"', 'Экран 27" IPS']


def test_an_unclosed_quotation_swallows_nothing(tmp_path: Path) -> None:
    read = read_csv(tmp_path, 'Работа;Часы;Ставка\n"Сайт;8;100\nКод;2;100\n')
    assert [item.title for item in items(read)] == ['"Сайт', "Код"]
    assert codes(read) == ["table-unclosed-quote"]


def test_letters_that_were_lost_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"\xef\xbb\xbf" + "Работа;Часы\nСа".encode() + b"\xff\xfe" + "йт;8\n".encode())
    assert only(read_estimate(path), "table-broken-letters").fact("count") == "2"


def test_line_ends_of_every_system_do(tmp_path: Path) -> None:
    for end in ("\n", "\r\n", "\r"):
        path = csv(tmp_path / "a.csv", end.join(["Работа;Часы;Ставка", "Сайт;8;100", "Код;2;100"]))
        assert len(items(read_estimate(path))) == 2


def test_problems_name_row_and_column_without_a_sheet(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Смета\n\nРабота;Часы;Ставка\nСайт;восемь;100\n")
    assert only(read, "cell-not-a-number").where == "смета.csv › B4"


signs = st.characters(codec="utf-8", exclude_characters="\ufeff", exclude_categories=("Cs", "Cc"))
cells = st.text(alphabet=signs, max_size=12)
tables = st.lists(st.lists(cells, min_size=2, max_size=5), min_size=1, max_size=8)


@given(tables, st.sampled_from(";\t,"))
def test_what_a_program_writes_is_read_again(rows: list[list[str]], delimiter: str) -> None:
    written = io.StringIO()
    standard.writer(written, delimiter=delimiter, quoting=standard.QUOTE_ALL).writerows(rows)
    table = read_csv_bytes(f"sep={delimiter}\n{written.getvalue()}".encode("utf-8-sig"), "a.csv")
    found = {(row.number, cell.column): cell.value for sheet in table.sheets for row in sheet.rows for cell in row.cells}
    expected = {
        (number, column): text for number, row in enumerate(rows, 1) for column, text in enumerate(row, 1) if text.strip()
    }
    assert found == expected
