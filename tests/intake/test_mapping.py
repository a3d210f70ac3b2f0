"""What was understood of the columns can be looked at, corrected, and is remembered for the next file of the same source."""

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.intake.cells import Table, letters, place, spot
from app.intake.csvfile import read_csv as read_bytes
from app.intake.estimate import read_estimate, read_estimate_table
from app.intake.mapping import at_row, preview, with_meaning
from app.intake.remembering import file_pattern
from app.intake.rowkinds import RowKind
from app.intake.table import read_table
from app.model.mapping import ColumnMeaning, MappedColumn, TableMapping
from app.problems import Severity
from app.store.codec import decode, encode
from app.store.library import Library
from tests.intake.helpers import codes, csv, d, items, only, xlsx

TEXT = "Смета\nРабота;Оценка;Дней;Ставка\nДизайн\nЛого;8;1;1000\nСайт;восемь;2;1000\nИтого;8;;8000\n"


def table(text: str = TEXT, name: str = "Смета 2026-11.csv") -> Table:
    return read_bytes(text.encode(), name)


def test_a_preview_tells_columns_rows_and_problems_by_cell() -> None:
    seen = preview(table())
    assert [(one.letters, one.heading, one.meaning) for one in seen.columns] == [
        ("A", "Работа", ColumnMeaning.TITLE),
        ("B", "Оценка", ColumnMeaning.HOURS),
        ("C", "Дней", ColumnMeaning.DAYS),
        ("D", "Ставка", ColumnMeaning.RATE),
    ]
    assert all(one.confidence == 1 for one in seen.columns)
    assert [(row.number, row.kind) for row in seen.rows] == [
        (1, RowKind.ABOVE),
        (2, RowKind.HEADING),
        (3, RowKind.SECTION),
        (4, RowKind.ITEM),
        (5, RowKind.ITEM),
        (6, RowKind.TOTAL),
    ]
    assert seen.rows[3].cells == {1: "Лого", 2: "8", 3: "1", 4: "1000"}
    assert [found.code for found in seen.marks[5, 2]] == ["cell-not-a-number"]
    assert (seen.mapping.row, seen.mapping.rows, seen.sheets, seen.remembered) == (2, 1, ("",), False)


def test_a_misspelled_or_unknown_heading_is_less_sure() -> None:
    seen = preview(table("Наименвание;Важность;Часы;Ставка\nЛого;да;8;1000\n"))
    assert [one.meaning for one in seen.columns] == ["title", "", "hours", "rate"]
    sure = [one.confidence for one in seen.columns]
    assert sure[1] == 0 < sure[0] < sure[2] == 1


def test_what_somebody_chooses_goes_before_every_guess() -> None:
    """`Оценка` were points, not hours; the days are what counts."""
    before = preview(table())
    chosen = with_meaning(before.mapping, 2, ColumnMeaning.OTHER)
    read = read_estimate_table(table(), mapping=chosen)
    assert [(item.pricing.value, item.quantity) for item in items(read)] == [("days", d("1")), ("days", d("2"))]
    assert [one.meaning for one in preview(table(), chosen).columns] == ["title", "", "days", "rate"]


def test_a_column_without_a_heading_can_be_given_a_meaning() -> None:
    text = "Работа;Часы;Ставка;\nЛого;8;1000;Анна Ким\nСайт;8;1000;Пётр Лаптев\n"
    chosen = with_meaning(preview(table(text)).mapping, 4, ColumnMeaning.WHO)
    assert read_estimate_table(table(text), mapping=chosen).people == ("Анна Ким", "Пётр Лаптев")


def test_the_heading_row_and_the_sheet_can_be_chosen(tmp_path: Path) -> None:
    rows = [["Работа", "Часы", "Ставка"], ["было", "стало", "цена"], ["Лого", 8, 100]]
    found = read_table(xlsx(tmp_path / "a.xlsx", rows))
    moved = at_row(found, preview(found).mapping, "Смета", 2)
    assert [one.heading for one in moved.columns] == ["было", "стало", "цена"]
    assert moved.row == 2
    chosen = with_meaning(with_meaning(moved, 1, ColumnMeaning.TITLE), 2, ColumnMeaning.HOURS)
    read = read_estimate_table(found, mapping=with_meaning(chosen, 3, ColumnMeaning.RATE))
    assert [(item.title, item.quantity, item.rate) for item in items(read)] == [("Лого", d("8"), d("100"))]
    assert not codes(read)


def test_a_table_may_be_said_to_have_no_headings() -> None:
    text = "Лого;8;1000\nСайт;4;1000\n"
    guessed = preview(table(text))
    assert guessed.mapping.row == 0
    chosen = with_meaning(with_meaning(guessed.mapping, 2, ColumnMeaning.QUANTITY), 3, ColumnMeaning.PRICE)
    read = read_estimate_table(table(text), mapping=chosen)
    assert [item.pricing.value for item in items(read)] == ["quantity", "quantity"]
    assert not codes(read)
    again = read_estimate_table(table(text, "Смета 2026-12.csv"), mappings=[chosen])
    assert codes(again) == ["mapping-remembered"]
    assert "mapping-remembered" not in codes(read_estimate_table(table(text, "Список.csv"), mappings=[chosen]))


def test_a_mapping_is_used_again_for_the_next_file_of_the_source_and_that_is_told() -> None:
    chosen = with_meaning(preview(table()).mapping, 2, ColumnMeaning.OTHER)
    later = table("Смета на ноябрь\n\nПодготовил: Ким\nработа;оценка;дней;ставка\nКнига;40;5;2000\n", "Смета 2026-12.csv")
    read = read_estimate_table(later, mappings=[chosen])
    assert [(item.title, item.pricing.value, item.quantity) for item in items(read)] == [("Книга", "days", d("5"))]
    told = only(read, "mapping-remembered")
    assert (told.severity, told.where, told.fact("title")) == (Severity.INFO, "Смета 2026-12.csv", "Смета 2026-11.csv")
    assert preview(later, mappings=[chosen]).remembered


def test_of_two_sources_with_the_same_headings_the_names_of_the_files_decide() -> None:
    guessed = preview(table()).mapping
    ours = replace(with_meaning(guessed, 2, ColumnMeaning.OTHER), title="ours")
    theirs = replace(guessed, files=file_pattern("Estimate 7.csv"), title="theirs")
    read = read_estimate_table(table(name="Смета 2027-01.csv"), mappings=[theirs, ours])
    assert only(read, "mapping-remembered").fact("title") == "ours"
    read = read_estimate_table(table(name="Estimate 12.csv"), mappings=[ours, theirs])
    assert only(read, "mapping-remembered").fact("title") == "theirs"


def test_other_headings_are_another_source() -> None:
    chosen = with_meaning(preview(table()).mapping, 2, ColumnMeaning.OTHER)
    other = table(TEXT.replace("Дней", "Рабочих дней"))
    assert "mapping-remembered" not in codes(read_estimate_table(other, mappings=[chosen]))


def test_two_heading_rows_are_remembered_too(tmp_path: Path) -> None:
    rows = [["Работа", "Трудозатраты", None], [None, "часы", "ставка"], ["Лого", 8, 1000]]
    first = preview(read_table(xlsx(tmp_path / "a1.xlsx", rows, merge="B1:C1")))
    assert (first.mapping.row, first.mapping.rows) == (1, 2)
    moved = xlsx(tmp_path / "a2.xlsx", [["Смета"], [], *rows], merge="B3:C3")
    again = read_estimate(moved, mappings=[first.mapping])
    assert [(item.title, item.quantity, item.rate) for item in items(again)] == [("Лого", d("8"), d("1000"))]
    assert codes(again) == ["mapping-remembered"]


def test_a_chosen_decimal_mark_goes_before_a_guess() -> None:
    text = "Работа;Часы;Ставка\nЛого;1,234;2\n"
    mapping = preview(table(text)).mapping
    assert items(read_estimate_table(table(text), mapping=replace(mapping, decimal=",")))[0].quantity == d("1.234")
    read = read_estimate_table(table(text), mapping=replace(mapping, decimal="."))
    assert items(read)[0].quantity == 1234
    assert not codes(read)


def test_a_mapping_of_another_file_is_told_and_the_columns_are_guessed(tmp_path: Path) -> None:
    mapping = preview(table()).mapping
    read = read_estimate_table(table("Работа;Часы;Ставка\nЛого;8;100\n"), mapping=replace(mapping, row=70))
    assert codes(read) == ["mapping-does-not-fit"]
    assert len(items(read)) == 1


def test_what_headings_say_of_money_and_time_still_counts() -> None:
    text = "Дело;Срок работ;Ставка, тыс. руб./день\nЛого;3;20\n"
    headed = at_row(table(text), preview(table(text)).mapping, "", 1)
    mapping = with_meaning(with_meaning(headed, 1, ColumnMeaning.TITLE), 2, ColumnMeaning.DAYS)
    read = read_estimate_table(table(text), mapping=mapping)
    assert [(item.pricing.value, item.quantity, item.rate) for item in items(read)] == [("days", d("3"), d("20000"))]
    assert read.currency == "RUB"


def test_a_mapping_is_kept_in_the_library(tmp_path: Path) -> None:
    mapping = with_meaning(preview(table()).mapping, 2, ColumnMeaning.OTHER)
    assert not Library(tmp_path / "library.json").mappings.put(mapping).problems
    found = Library(tmp_path / "library.json").mappings.all()
    assert [one.value for one in found.records] == [mapping]
    again = read_estimate(csv(tmp_path / "Смета 2027-02.csv", TEXT), mappings=[one.value for one in found.records])
    assert "mapping-remembered" in codes(again)


def test_a_preview_of_nothing_says_what_is_wrong(tmp_path: Path) -> None:
    seen = preview(read_table(tmp_path / "нет.xlsx"))
    assert [found.code for found in seen.problems] == ["table-unreadable"]
    assert (seen.rows, seen.columns, seen.sheets) == ((), (), ())


@given(st.integers(1, 1_048_576), st.integers(1, 16_384))
def test_the_cell_that_a_place_names_is_found_again(row: int, column: int) -> None:
    assert letters(column)
    assert spot(place("смета.xlsx", "Лист 1", row, column)) == (row, column)
    assert spot(place("смета.xlsx", "Лист 1")) == (0, 0)


columns = st.builds(
    MappedColumn, column=st.integers(1, 500), heading=st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"))),
    meaning=st.sampled_from(ColumnMeaning),
)  # fmt: skip


@given(st.lists(columns, max_size=6), st.integers(0, 300), st.sampled_from(["", ",", "."]))
def test_every_mapping_is_written_and_read_back(drawn: list[MappedColumn], row: int, mark: str) -> None:
    mapping = TableMapping(id="a", title="t", files="*.csv", sheet="Лист", row=row, decimal=mark, columns=tuple(drawn))
    assert decode(TableMapping, encode(mapping), "mappings/a").value == mapping


@given(st.lists(columns, max_size=5), st.integers(0, 5))
def test_any_mapping_reads_any_table_or_tells_why_not(drawn: list[MappedColumn], row: int) -> None:
    read = read_estimate_table(table(), mapping=TableMapping(id="a", row=row, columns=tuple(drawn)))
    assert read.estimate.sections or read.problems
