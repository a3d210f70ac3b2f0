"""Estimates as people lay them out: every shape of headings, sections, rows and sums."""

from pathlib import Path

import pytest

from app.intake import sheetestimate
from app.intake.estimate import read_estimate
from app.model.estimate import Pricing
from app.problems import Severity, stops
from tests.intake.helpers import codes, d, items, only, read_csv, sums, xlsx


def test_a_problem_names_file_sheet_row_and_column(tmp_path: Path) -> None:
    rows = [["Наименование", "Часы", "Ставка", "Сумма"], ["Логотип", 8, 2500, 20000], ["Сайт", 8, 2500, 21000]]
    found = only(read_estimate(xlsx(tmp_path / "estimate.xlsx", rows)), "estimate-sum-differs")
    assert found.where == "estimate.xlsx › Смета › D3"
    assert (found.fact("written"), found.fact("computed")) == ("21000.00", "20000.00")


def test_group_headings_in_two_rows_are_joined(tmp_path: Path) -> None:
    rows = [
        ["№", "Наименование", "Трудозатраты", None, "Стоимость, тыс. руб.", None],
        [None, None, "часы", "дни", "ставка", "сумма"],
        [1, "Логотип", 10, None, 2, 20],
        [2, "Сайт", 8, None, 2.5, 20],
    ]
    read = read_estimate(xlsx(tmp_path / "a.xlsx", rows, merge="C1:D1 E1:F1 A1:A2 B1:B2"))
    assert [(item.quantity, item.rate) for item in items(read)] == [(d("10"), d("2000")), (d("8"), d("2500"))]
    assert read.currency == "RUB"
    assert codes(read) == ["column-scaled", "column-scaled"]


def test_group_headings_in_a_csv_file_have_no_merged_cells(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "№;Наименование;Трудозатраты;;Стоимость;\n;;часы;дни;ставка;сумма\n1;Логотип;10;;2000;20000\n")
    assert [(item.title, item.quantity, item.rate) for item in items(read)] == [("Логотип", d("10"), d("2000"))]


def test_titles_above_the_headings_and_blank_rows_are_no_items(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Смета на сайт"],
        [],
        ["Заказчик:", "ООО «Ромашка»"],
        [],
        ["Работа", "Часы", "Ставка"],
        [],
        ["Лого", 8, 100],
    ]
    read = read_estimate(xlsx(tmp_path / "a.xlsx", rows, merge="A1:C1"))
    assert [item.title for item in items(read)] == ["Лого"]


def test_the_row_that_numbers_the_columns_is_no_item(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Наименование;Ед.;Кол-во;Цена;Сумма\n1;2;3;4;5\nБаннер;шт;3;1000,50;3001,50\n")
    assert [item.title for item in items(read)] == ["Баннер"]


def test_headings_that_come_again_on_every_page_are_no_items(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Работа;Часы;Ставка\nА;1;100\nРабота;Часы;Ставка\nБ;2;100\n")
    assert [item.title for item in items(read)] == ["А", "Б"]


def test_a_lone_text_numbered_between_two_items_is_an_item_without_a_price(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "№;Работа;Часы;Ставка\n1;Лого;8;100\n2;Иконки;;\n3;Сайт;8;100\n")
    assert [item.title for item in items(read)] == ["Лого", "Иконки", "Сайт"]
    assert codes(read) == ["estimate-no-price"]


def test_bullets_under_an_item_become_its_description(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Услуга;Стоимость\nДизайн сайта;100 000 ₽\n- главная\n• каталог\nКод;50 000 ₽\n")
    assert [(item.title, item.description) for item in items(read)] == [("Дизайн сайта", "- главная\n- каталог"), ("Код", "")]


@pytest.mark.parametrize(
    "total",
    ["Итого", "ИТОГО:", "Итого по разделу «Дизайн»", "Всего", "Подытог", "Общая стоимость", "Subtotal", "Total", "Grand total"],
)
def test_a_row_of_sums_is_never_an_item(tmp_path: Path, total: str) -> None:
    read = read_csv(tmp_path, f"Работа;Часы;Ставка;Сумма\nЛого;8;100;800\nСайт;2;100;200\n{total};10;;1000\n")
    assert [item.title for item in items(read)] == ["Лого", "Сайт"]
    assert not codes(read)


SOUNDS_LIKE_A_SUM = [
    "Итоговая презентация",
    "Total redesign of the site",
    "Страница скидок",
    "Расчёт НДС в корзине",
    "Всеобщий экспорт",
    "Итог исследования",
    "Скидки и акции: страница",
    "Расчёт скидки",
    "Discount engine",
    "НДС в корзине",
    "VAT settings page",
]


@pytest.mark.parametrize("title", SOUNDS_LIKE_A_SUM)
def test_an_item_that_only_sounds_like_a_sum_is_an_item(tmp_path: Path, title: str) -> None:
    read = read_csv(tmp_path, f"Работа;Часы;Ставка;Сумма\nЛого;8;100;800\n{title};2;100;200\n{title};;;500\n")
    assert [item.title for item in items(read)] == ["Лого", title, title]
    assert sums(read).total == d("1500.00")


def test_the_word_total_may_stand_in_any_column(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Работа;Часы;Ставка;Сумма\nЛого;8;100;800\n;;Итого:;800\n")
    assert len(items(read)) == 1
    assert not codes(read)


def test_a_row_of_sums_without_a_word_is_no_item(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Работа;Часы;Ставка;Сумма\nЛого;8;100;800\nСайт;2;100;200\n;10;;1000\n")
    assert len(items(read)) == 2
    assert not codes(read)


def test_sums_of_sections_and_of_the_whole_are_compared(tmp_path: Path) -> None:
    text = (
        "Работа;Часы;Ставка;Сумма\nДизайн\nЛого;8;100;800\nИтого по разделу;9;;800\n"
        "Код\nВёрстка;8;100;800\nИтого по разделу;8;;850\nВсего по смете;16;;1650\n"
    )
    read = read_csv(tmp_path, text)
    assert [(found.code, found.where) for found in read.problems] == [
        ("estimate-hours-differ", "смета.csv › B4"),
        ("estimate-subtotal-differs", "смета.csv › D7"),
        ("estimate-total-differs", "смета.csv › D8"),
    ]
    assert only(read, "estimate-total-differs").fact("computed") == "1600.00"
    assert sums(read).total == d("1600.00")


def test_a_cost_beside_a_sum_is_the_price_of_one(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Наименование;Кол-во;Ед.;Стоимость;Сумма\nБаннер;3;шт;1000;3000\n")
    assert [(item.pricing, item.quantity, item.unit, item.rate) for item in items(read)] == [
        (Pricing.QUANTITY, d("3"), "шт", d("1000"))
    ]


def test_units_in_the_unit_column_decide(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Наименование;Ед.;Кол-во;Цена\nТексты;ч;4;1500\nСъёмка;день;2;20000\nБаннер;шт;3;10\n")
    assert [item.pricing for item in items(read)] == [Pricing.HOURS, Pricing.DAYS, Pricing.QUANTITY]


def test_people_roles_options_and_notes_are_taken_over(tmp_path: Path) -> None:
    text = (
        "Работа;Кто;Роль;Часы;Ставка;Опция;Примечание\n"
        "Лого;Анна Ким, Пётр Лаптев;Дизайнер;8;100;;скидка возможна\nСайт;;Разработчик;8;100;да;\n"
        "Анимация (опционально);Анна Ким;;4;100;;\n"
    )
    read = read_csv(tmp_path, text)
    (section,) = read.estimate.sections
    assert read.people == section.people == ("Анна Ким", "Пётр Лаптев")
    assert section.roles == ("Разработчик",)
    assert [item.role for item in section.items] == ["Дизайнер", "Разработчик", "Анна Ким"]
    assert [item.optional for item in section.items] == [False, True, True]
    assert section.items[0].note.value == "скидка возможна"
    assert sums(read).total == d("800.00")


def test_a_section_of_options_counts_for_nothing_until_chosen(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Работа;Часы;Ставка;Сумма\nДизайн\nЛого;8;100;800\nОпции\nВидео;5;100;500\nИтого;13;;1300\n")
    assert (sums(read).total, sums(read).optional) == (d("800.00"), d("500.00"))
    assert codes(read) == ["estimate-section-optional"]


def test_hours_without_a_price_wait_for_the_rate_of_their_role(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Работа;Роль;Часы;Ставка\nЛого;Дизайнер;8;\n")
    (item,) = items(read)
    assert (item.rate, item.role, item.quantity) == (None, "Дизайнер", d("8"))
    assert only(read, "estimate-no-price").where == "смета.csv › D2"


def test_a_price_in_words_is_told_once(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Работа;Часы;Сумма\nЛого;8;800\nСайт;;по запросу\n")
    assert [(found.code, found.where, found.severity) for found in read.problems] == [
        ("cell-not-a-number", "смета.csv › C3", Severity.WARNING)
    ]
    assert items(read)[1].rate is None


def test_what_is_free_costs_nothing(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Работа;Сумма\nЛого;800\nЗначок;бесплатно\n")
    assert items(read)[1].rate == 0
    assert not codes(read)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("1_000", "cell-not-a-number"),
        ("NaN", "cell-not-a-number"),
        ("1e308", "cell-not-a-number"),
        ("-8", "cell-number-negative"),
        ("99999999999999", "cell-number-out-of-range"),
        ("01.05.2024", "cell-date-not-number"),
    ],
)
def test_an_impossible_number_stops(tmp_path: Path, cell: str, code: str) -> None:
    read = read_csv(tmp_path, f"Работа;Часы;Ставка\nЛого;{cell};100\n")
    assert only(read, code).where == "смета.csv › B2"
    assert stops(read.problems)


def test_the_language_of_the_headings_goes_before_that_of_the_program(tmp_path: Path) -> None:
    russian = read_csv(tmp_path, "Работа;Часы;Ставка\nЛого;1,234;100\n", language="en")
    english = read_csv(tmp_path, "Task;Hours;Rate\nLogo;1;2,500\n", language="en")
    assert items(russian)[0].quantity == d("1.234")
    assert items(english)[0].rate == 2500
    assert codes(russian) == codes(english) == ["cell-number-ambiguous"]


def test_other_numbers_of_the_table_settle_what_a_separator_means(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Task|Hours|Rate\nLogo|1.5|2,500\n", language="ru")
    assert items(read)[0].rate == 2500
    assert not codes(read)


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("Работа;Часы;Ставка, ₽/ч\nА;1;100\n", "RUB"),
        ("Работа;Часы;Ставка, руб.\nА;1;100\n", "RUB"),
        ("Task;Hours;Rate\nA;1;$100\n", "USD"),
        ("Task;Hours;Rate\nA;1;100 €\n", "EUR"),
        ("Task;Hours;Rate, GBP\nA;1;100\n", "GBP"),
        ("Цены в евро;;\nРабота;Часы;Ставка\nА;1;100\n", "EUR"),
        ("Работа;Часы;Ставка\nА;1;100\nИтого, USD;1;\n", "USD"),
        ("Работа;Часы;Ставка\nА;1;100\n", ""),
    ],
)
def test_the_currency_is_found(tmp_path: Path, text: str, currency: str) -> None:
    assert read_csv(tmp_path, text).currency == currency


def test_the_currency_may_be_in_the_number_format_alone(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = xlsx(tmp_path / "a.xlsx", [["Работа", "Часы", "Ставка"], ["А", 8, 100]])
    book = load_workbook(path)
    book["Смета"]["C2"].number_format = "#,##0.00 [$€-407]"
    book.save(path)
    assert read_estimate(path).currency == "EUR"


def test_several_currencies_are_told(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Работа;Часы;Ставка\nА;1;100 $\nБ;1;100 €\nВ;1;100 $\n")
    assert read.currency == "USD"
    assert only(read, "estimate-currencies-mixed").fact("currencies") == "USD, EUR"


def test_the_sheet_with_the_best_headings_is_read_and_the_others_are_told(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = xlsx(tmp_path / "a.xlsx", [["Договор"], ["О проекте"]], title="Обложка")
    book = load_workbook(path)
    for name, rows in (("Смета", 3), ("Вторая", 1)):
        sheet = book.create_sheet(name)
        sheet.append(["Работа", "Часы", "Ставка"])
        for row in range(rows):
            sheet.append([f"Дело {row}", 1, 100])
    book.save(path)
    read = read_estimate(path)
    assert read.sheet == "Смета"
    assert len(items(read)) == 3
    assert [(found.code, found.where, found.severity) for found in read.problems] == [
        ("sheet-not-read", "a.xlsx › Обложка", Severity.INFO),
        ("sheet-looks-like-estimate", "a.xlsx › Вторая", Severity.WARNING),
    ]


def test_without_headings_columns_are_guessed_and_that_is_told(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Лого;8;2500;20000\nСайт;10,5;2000;21000\n")
    assert [(item.title, item.quantity, item.rate) for item in items(read)] == [
        ("Лого", d("8"), d("2500")),
        ("Сайт", d("10.5"), d("2000")),
    ]
    assert codes(read) == ["estimate-no-headings"]


def test_a_file_without_an_estimate_says_so(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Просто письмо.\nБез таблицы.\n")
    assert "estimate-no-items" in codes(read)
    assert stops(read.problems)


def test_headings_say_what_became_of_each_column(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Работа;Приоритет;Часы;Ставка\nЛого;высокий;8;100\n")
    assert read.headings == (("Работа", "title"), ("Приоритет", ""), ("Часы", "hours"), ("Ставка", "rate"))
    assert only(read, "column-unknown").where == "смета.csv › B1"


def test_an_estimate_of_too_many_rows_is_cut_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheetestimate, "MOST_ROWS", 20)
    read = read_csv(tmp_path, "Работа;Часы;Ставка\n" + "А;1;1\n" * 25)
    assert len(items(read)) == 20
    assert only(read, "estimate-too-many-rows").where == "смета.csv › A22"


def test_a_row_of_units_under_the_headings_belongs_to_them(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Работа;Трудозатраты;Ставка;Стоимость\n;дн.;руб./ч;тыс. руб.\nЛого;2;1000;16\n")
    (item,) = items(read)
    assert (item.pricing, item.quantity, item.rate) == (Pricing.HOURS, d("16"), d("1000"))
    assert read.currency == "RUB"
    assert codes(read) == ["column-scaled"]


def test_signatures_below_the_total_are_no_items(tmp_path: Path) -> None:
    text = (
        "Работа;Часы;Ставка;Сумма\nЛого;8;1000;8000\nИтого;8;;8000\n\nИсполнитель: ____;;Заказчик: ____;\nДиректор;;Директор;\n"
    )
    read = read_csv(tmp_path, text)
    assert [item.title for item in items(read)] == ["Лого"]
    assert set(codes(read)) == {"estimate-note-left-out"}


def test_how_long_it_takes_is_no_effort(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Этап;Состав работ;Срок, дней;Стоимость\nАналитика;интервью;10;100 000\nДизайн;макеты;15;200 000\n")
    assert [(item.title, item.pricing) for item in items(read)] == [("Аналитика", Pricing.FIXED), ("Дизайн", Pricing.FIXED)]
    assert sums(read).hours == 0
