"""Sections however people mark them: by rows, columns, numbers, bold type, spaces before their titles; in two levels."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Alignment

from app.intake.estimate import EstimateRead, read_estimate
from tests.intake.helpers import codes, d, items, only, read_csv, sums, xlsx


def tree(read: EstimateRead) -> list[tuple[int, str, list[str]]]:
    """Return level, title and titles of items of every section."""
    return [(one.level, one.title, [item.title for item in one.items]) for one in read.estimate.sections]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Работа;Часы;Ставка\nДизайн;;\nЛого;8;100\nСайт;8;100\nКод;;\nВёрстка;8;100\n", ["Дизайн", "Код"]),
        ("№;Работа;Часы;Ставка\n1;Дизайн;;\n1.1;Лого;8;100\n1.2;Сайт;8;100\n2;Код;;\n2.1;Вёрстка;8;100\n", ["Дизайн", "Код"]),
        ("Работа;Часы;Ставка\n1. Дизайн;;\n1.1. Лого;8;100\n1.2. Сайт;8;100\n2. Код;;\n2.1. Вёрстка;8;100\n", ["Дизайн", "Код"]),
        ("Раздел;Работа;Часы;Ставка\nДизайн;Лого;8;100\n;Сайт;8;100\nКод;Вёрстка;8;100\n", ["Дизайн", "Код"]),
        ("Раздел;Работа;Часы;Ставка\nДизайн;Лого;8;100\nДизайн;Сайт;8;100\nКод;Вёрстка;8;100\n", ["Дизайн", "Код"]),
        ("Раздел;Работа;Часы;Ставка\nДизайн;;;\n;Лого;8;100\n;Сайт;8;100\nКод;;;\n;Вёрстка;8;100\n", ["Дизайн", "Код"]),
        ("№;Работа;Часы;Ставка\nДизайн;;;\n1;Лого;8;100\n2;Сайт;8;100\nКод;;;\n3;Вёрстка;8;100\n", ["Дизайн", "Код"]),
    ],
)
def test_sections_are_found_however_they_are_marked(tmp_path: Path, text: str, titles: list[str]) -> None:
    read = read_csv(tmp_path, text)
    assert [section.title for section in read.estimate.sections] == titles
    assert [[item.title for item in section.items] for section in read.estimate.sections] == [["Лого", "Сайт"], ["Вёрстка"]]
    assert not codes(read)


def test_bold_rows_are_sections_and_a_plain_row_without_figures_is_an_item_without_a_price(tmp_path: Path) -> None:
    rows = [
        ["Работа", "Часы", "Ставка"],
        ["Дизайн", None, None],
        ["Лого", 8, 100],
        ["Иконки", None, None],
        ["Сайт", 8, 100],
        ["Код", None, None],
        ["Вёрстка", 8, 100],
    ]
    read = read_estimate(xlsx(tmp_path / "a.xlsx", rows, bold="A1 B1 C1 A2 A6"))
    assert [[item.title for item in section.items] for section in read.estimate.sections] == [
        ["Лого", "Иконки", "Сайт"],
        ["Вёрстка"],
    ]
    assert only(read, "estimate-no-price").where == "a.xlsx › Смета › C4"


def test_sums_in_the_row_of_a_section_are_not_counted_twice(tmp_path: Path) -> None:
    numbered = "№;Работа;Часы;Ставка;Сумма\n1;Дизайн;24;;60000\n1.1;Лого;8;2500;20000\n1.2;Сайт;16;2500;40000\n"
    plain = "Работа;Часы;Ставка;Сумма\nДизайн;24;;60000\nЛого;8;2500;20000\nСайт;16;2500;40000\n"
    for text in (numbered, plain):
        read = read_csv(tmp_path, text)
        assert sums(read).total == d("60000.00")
        assert [section.title for section in read.estimate.sections] == ["Дизайн"]
        assert not codes(read)


def test_sections_with_headings_of_their_own_keep_the_first_title_too(tmp_path: Path) -> None:
    text = "Этап 1\nРабота;Часы;Ставка\nА;8;1000\nИтого;8;\n\nЭтап 2\nРабота;Часы;Ставка\nБ;4;1000\nИтого;4;\n"
    read = read_csv(tmp_path, text)
    assert [section.title for section in read.estimate.sections] == ["Этап 1", "Этап 2"]
    assert not codes(read)


def test_bold_titles_in_a_row_are_a_section_within_a_section(tmp_path: Path) -> None:
    rows = [["Работа", "Часы", "Ставка"], ["Этап 1", None, None], ["Дизайн", None, None], ["Лого", 8, 100]]
    read = read_estimate(xlsx(tmp_path / "a.xlsx", rows, bold="A2 A3"))
    assert tree(read) == [(1, "Этап 1", []), (2, "Дизайн", ["Лого"])]


def test_numbers_of_titles_tell_their_levels(tmp_path: Path) -> None:
    text = "№;Работа;Часы;Ставка\n1;Сайт\n1.1;Дизайн\n1.1.1;Лого;8;1\n1.2;Код\n1.2.1;Вёрстка;4;1\n2;Текст\n2.1;Статья;4;1\n"
    assert tree(read_csv(tmp_path, text)) == [
        (1, "Сайт", []),
        (2, "Дизайн", ["Лого"]),
        (2, "Код", ["Вёрстка"]),
        (1, "Текст", ["Статья"]),
    ]


def test_a_third_level_has_the_title_of_the_second_before_its_own(tmp_path: Path) -> None:
    text = "№;Работа;Часы;Ставка\n1;Сайт\n1.1;Дизайн\n1.1.1;Лого\n1.1.1.1;Эскиз;8;1\n"
    assert tree(read_csv(tmp_path, text)) == [(1, "Сайт", []), (2, "Дизайн — Лого", ["Эскиз"])]


def test_titles_that_look_like_those_within_are_within_too(tmp_path: Path) -> None:
    """`Этап 2` ends what `Этап 1` began, and `Код` does not, because it looks as `Дизайн` does."""
    text = "Работа;Часы;Ставка\nЭтап 1\nДизайн\nЛого;8;1\nКод\nВёрстка;4;1\nЭтап 2\nТекст\nСтатья;4;1\n"
    assert tree(read_csv(tmp_path, text)) == [
        (1, "Этап 1", []),
        (2, "Дизайн", ["Лого"]),
        (2, "Код", ["Вёрстка"]),
        (1, "Этап 2", []),
        (2, "Текст", ["Статья"]),
    ]


@pytest.mark.parametrize("by_spaces", [True, False])
def test_titles_that_are_set_in_are_within(tmp_path: Path, by_spaces: bool) -> None:
    inner = "    Дизайн" if by_spaces else "Дизайн"
    rows = [["Работа", "Часы", "Ставка"], ["САЙТ", None, None], ["Встречи", 1, 1], [inner, None, None], ["Лого", 8, 1]]
    path = xlsx(tmp_path / "a.xlsx", rows, bold="A2 A4")
    if not by_spaces:
        book = load_workbook(path)
        book["Смета"]["A4"].alignment = Alignment(indent=2)
        book.save(path)
    assert tree(read_estimate(path)) == [(1, "САЙТ", ["Встречи"]), (2, "Дизайн", ["Лого"])]


def test_two_columns_of_stages_are_two_levels(tmp_path: Path) -> None:
    text = "Этап;Раздел;Работа;Часы;Ставка\nПервый;Дизайн;Лого;8;1\n;;Сайт;8;1\n;Код;Вёрстка;8;1\nВторой;Текст;Статья;8;1\n"
    read = read_csv(tmp_path, text)
    assert tree(read) == [
        (1, "Первый", []),
        (2, "Дизайн", ["Лого", "Сайт"]),
        (2, "Код", ["Вёрстка"]),
        (1, "Второй", []),
        (2, "Текст", ["Статья"]),
    ]
    assert not codes(read)


def test_sections_within_one_stand_together_wherever_their_rows_are(tmp_path: Path) -> None:
    text = "Этап;Подраздел;Работа;Часы;Ставка\nА;Дизайн;Лого;8;1\nБ;Код;Сайт;8;1\nА;Текст;Статья;8;1\nБ;;Вызов;1;1\n"
    assert tree(read_csv(tmp_path, text)) == [
        (1, "А", []),
        (2, "Дизайн", ["Лого"]),
        (2, "Текст", ["Статья"]),
        (1, "Б", ["Вызов"]),
        (2, "Код", ["Сайт"]),
    ]


def test_totals_of_both_levels_are_compared(tmp_path: Path) -> None:
    text = (
        "№;Работа;Часы;Ставка;Сумма\n1;Сайт;;;1200\n1.1;Дизайн;;;800\n1.1.1;Лого;8;100;800\nИтого по разделу;;;;800\n"
        "1.2;Код;;;400\n1.2.1;Вёрстка;4;100;400\n;Итого по этапу;12;;1200\n2;Текст\n2.1;Статья;4;100;400\n;Всего;16;;1600\n"
    )
    read = read_csv(tmp_path, text)
    assert (sums(read).total, len(items(read)), codes(read)) == (d("1600.00"), 3, [])
    wrong = read_csv(tmp_path, text.replace(";Итого по этапу;12;;1200", ";Итого по этапу;12;;1300"))
    assert only(wrong, "estimate-subtotal-differs").where == "смета.csv › E8"
