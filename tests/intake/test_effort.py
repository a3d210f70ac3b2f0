"""Hours as people write them: ranges, three of an estimator, one column for each role."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.csvfile import read_csv as read_bytes
from app.intake.estimate import read_estimate_table
from app.model.estimate import Pricing
from app.model.spread import Spread
from app.problems import Severity
from tests.intake.helpers import codes, d, items, only, read_csv, sums


def spread(lowest: str, likely: str, highest: str) -> Spread:
    return Spread(lowest=d(lowest), likely=d(likely), highest=d(highest))


@pytest.mark.parametrize("cell", ["8–12", "8-12 ч", "8 ч – 12 ч", "от 8 до 12", "8…12", "10±2", "480–720 мин"])
def test_a_range_is_counted_by_its_mean_and_kept_with_both_ends(tmp_path: Path, cell: str) -> None:
    read = read_csv(tmp_path, f"Работа;Часы;Ставка\nЛого;{cell};100\n")
    (item,) = items(read)
    assert (item.quantity, item.spread.value) == (d("10"), spread("8", "10", "12"))
    told = only(read, "cell-hours-range")
    assert (told.where, told.severity) == ("смета.csv › B2", Severity.WARNING)
    assert (told.fact("taken"), told.fact("lowest"), told.fact("highest")) == ("10", "8", "12")


@pytest.mark.parametrize(("whole", "hours"), [("1200", "12"), ("800", "8"), ("1000", "10"), ("", "10"), ("999", "10")])
def test_the_sum_of_a_row_shows_which_end_of_a_range_was_counted(tmp_path: Path, whole: str, hours: str) -> None:
    read = read_csv(tmp_path, f"Работа;Часы;Ставка;Сумма\nЛого;8–12;100;{whole}\n")
    assert items(read)[0].quantity == d(hours)
    assert only(read, "cell-hours-range").fact("taken") == hours
    assert ("estimate-sum-differs" in codes(read)) is (whole == "999")


def test_a_sum_may_be_a_range_too(tmp_path: Path) -> None:
    """8 h × 100 to 12 h × 100: the price of an hour is the same at both ends."""
    read = read_csv(tmp_path, "Работа;Часы;Сумма\nЛого;8–12;800–1200\nСайт;1;100\nИтого;9–13;900–1300\n")
    assert [(item.quantity, item.rate) for item in items(read)] == [(d("10"), d("100")), (d("1"), d("100"))]
    assert codes(read) == ["cell-hours-range"]


def test_a_range_of_a_price_keeps_its_upper_end_and_that_is_told(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Работа;Часы;Сумма\nЛого;8;20 000 – 30 000\n")
    assert sums(read).total == d("30000.00")
    assert only(read, "cell-number-range").where == "смета.csv › C2"


def test_days_in_a_range_are_kept_in_hours(tmp_path: Path) -> None:
    (item,) = items(read_csv(tmp_path, "Работа;Дни;Ставка\nЛого;2–4;20000\n"))
    assert (item.pricing, item.quantity, item.spread.value) == (Pricing.DAYS, d("3"), spread("16", "24", "32"))


def test_a_quantity_of_hours_may_be_a_range(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Работа;Ед.;Кол-во;Цена\nЛого;ч;8–12;100\nБаннер;шт;2–4;50\n")
    logo, banner = items(read)
    assert (logo.pricing, logo.quantity, logo.spread.value) == (Pricing.HOURS, d("10"), spread("8", "10", "12"))
    assert (banner.pricing, banner.quantity) == (Pricing.QUANTITY, d("4"))
    assert [(found.code, found.where) for found in read.problems] == [
        ("cell-hours-range", "смета.csv › C2"),
        ("cell-number-range", "смета.csv › C3"),
    ]


@pytest.mark.parametrize("head", ["Мин;Ожид;Макс", "Часы мин;Вероятно;Часы макс", "Optimistic;Most likely;Pessimistic"])
def test_three_hours_of_an_estimator_are_kept_and_their_mean_counts(tmp_path: Path, head: str) -> None:
    """PERT: (8 + 4 × 10 + 18) / 6 = 11."""
    read = read_csv(tmp_path, f"Работа;{head};Ставка\nЛого;8;10;18;100\n")
    (item,) = items(read)
    assert (item.quantity, item.spread.value) == (d("11"), spread("8", "10", "18"))
    assert codes(read) == ["column-spread"]


def test_least_and_most_hours_have_their_middle_between_them(tmp_path: Path) -> None:
    (item,) = items(read_csv(tmp_path, "Работа;Часы от;Часы до;Ставка\nА;8;12;2000\n"))
    assert (item.quantity, item.spread.value) == (d("10"), spread("8", "10", "12"))


def test_hours_beside_their_range_are_those_that_count(tmp_path: Path) -> None:
    (item,) = items(read_csv(tmp_path, "Работа;Часы;Мин;Макс;Ставка\nА;9;8;12;2000\n"))
    assert (item.quantity, item.spread.value) == (d("9"), spread("8", "10", "12"))


def test_three_hours_out_of_order_are_told(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Работа;Мин;Ожид;Макс;Ставка\nА;12;30;18;100\n")
    assert (items(read)[0].quantity, items(read)[0].spread.value) == (d("18"), None)
    assert only(read, "estimate-spread-unordered").where == "смета.csv › B2"


def test_one_end_alone_is_the_hours(tmp_path: Path) -> None:
    assert items(read_csv(tmp_path, "Работа;Часы макс;Ставка\nЛого;12;2000\n"))[0].quantity == 12


def test_hours_of_roles_at_one_price_add_up_and_that_is_told(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Работа;Аналитик, ч;Дизайнер, ч;Код, ч;Сумма\nА;2;4;6;30000\nБ;1;;2;7500\n")
    assert [(item.quantity, item.rate) for item in items(read)] == [(d("12"), d("2500")), (d("3"), d("2500"))]
    assert only(read, "column-hours-added").severity is Severity.INFO


@pytest.mark.parametrize(
    ("head", "below"),
    [
        ("Задача;Дизайн, 2000 ₽/ч;Разработка, 2500 ₽/ч;QA (1 500 ₽)", ""),
        ("Задача;Дизайн;Разработка;QA", "Ставка;2000;2500;1500\n"),
        ("Task;Design;Dev;QA", "Rate, $/h;2000;2500;1500\n"),
        ("Задача;Трудозатраты;;\n;Дизайн;Разработка;Тестирование", "Ставка, ₽;2000;2500;1500\n"),
    ],
)
def test_hours_of_roles_at_prices_of_their_own_become_an_item_of_each(tmp_path: Path, head: str, below: str) -> None:
    """8 × 2000 + 16 × 2500 + 4 × 1500 = 62000, and 20 × 2500 = 50000."""
    read = read_csv(tmp_path, f"{head}\nГлавная;8;16;4\nКаталог;;20;\nИтого;8;36;4\n{below}Стоимость;16000;90000;6000\n")
    assert [(item.title, item.quantity, item.rate) for item in items(read)][-1] == ("Каталог", d("20"), d("2500"))
    assert tuple(item.role for item in items(read)[:3]) == read.estimate.sections[0].roles
    assert (sums(read).total, sums(read).hours) == (d("112000.00"), d("48"))
    assert not codes(read)


def test_a_column_that_adds_roles_up_is_no_money(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Задача;Дизайн;Разработка;Итого\nГлавная;8;16;24\nКаталог;4;20;24\n")
    assert sums(read).hours == 48
    assert [(item.rate, item.role) for item in items(read)] == [(None, "Дизайн"), (None, "Разработка")] * 2


def test_a_role_without_a_price_is_told_beside_those_that_have_one(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Задача;Дизайн;Разработка;QA\nГлавная;8;16;4\nСтавка;2000;2500;\n")
    told = only(read, "estimate-role-without-rate")
    assert (told.where, told.fact("role")) == ("смета.csv › D2", "QA")


def test_a_sum_that_roles_do_not_come_to_is_told(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Задача;Дизайн;Разработка;Сумма\nГлавная;8;16;50000\nСтавка;2000;2500;\n")
    found = only(read, "estimate-sum-differs")
    assert (found.where, found.fact("computed")) == ("смета.csv › D2", "56000.00")


def test_headings_of_texts_are_no_hours_of_roles(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Задача;Часы;Ставка;Дизайн;Разработка\nГлавная;8;100;макет;вёрстка\n")
    assert [(item.quantity, item.rate) for item in items(read)] == [(d("8"), d("100"))]
    assert codes(read) == ["column-unknown", "column-unknown"]


def test_hours_that_were_spent_are_no_part_of_an_offer(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Работа;План, ч;Факт, ч;Ставка\nЛого;8;20;100\n")
    assert items(read)[0].quantity == 8
    assert codes(read) == ["column-unknown"]


numbers = st.integers(1, 200)


@given(st.lists(st.tuples(numbers, numbers, numbers), min_size=1, max_size=8), st.tuples(numbers, numbers, numbers))
def test_roles_with_prices_come_to_what_the_sheet_does(rows: list[tuple[int, int, int]], prices: tuple[int, int, int]) -> None:
    lines = ["Задача;Дизайн;Разработка;QA", *(f"Дело;{';'.join(map(str, row))}" for row in rows)]
    lines.append(f"Ставка;{';'.join(map(str, prices))}")
    whole = sum(hours * price for row in rows for hours, price in zip(row, prices, strict=True))
    read = read_estimate_table(read_bytes("\n".join([*lines, f"Итого, руб.: {whole}"]).encode(), "a.csv"))
    assert (sums(read).total, sums(read).hours) == (whole, sum(map(sum, rows)))
    assert not codes(read)


@given(st.integers(1, 300), st.integers(1, 300), st.integers(1, 5000))
def test_the_upper_end_of_a_range_is_never_lost(low: int, more: int, rate: int) -> None:
    read = read_estimate_table(read_bytes(f"Работа;Часы;Ставка\nДело;{low}–{low + more};{rate}\n".encode(), "a.csv"))
    (item,) = items(read)
    known = item.spread.value
    assert known is not None
    assert (known.lowest, known.highest) == (low, low + more)
    assert low <= item.quantity <= low + more
    assert only(read, "cell-hours-range").fact("highest") == str(low + more)
