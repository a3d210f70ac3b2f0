"""Prices by the month: people who are hired, and what is due again and again."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.csvfile import read_csv as read_bytes
from app.intake.estimate import EstimateRead, read_estimate_table
from app.intake.priced import Figures, Priced
from app.intake.pricing import price
from app.intake.recurrence import period_in_cell, period_in_section, period_in_title
from app.intake.units import TimeUnit, is_person_month, time_unit
from app.model.estimate import Period, Pricing
from app.problems import Severity
from tests.intake.helpers import codes, d, items, only, read_csv, sums


def staffed(read: EstimateRead) -> list[tuple[Decimal, Decimal, Decimal | None]]:
    """Return people, months and rate of every item; all are priced by the month."""
    assert {item.pricing for item in items(read)} == {Pricing.MONTHS}
    return [(item.people, item.quantity, item.rate) for item in items(read)]


@pytest.mark.parametrize(
    "text",
    [
        "Роль;Кол-во человек;Месяцев;Ставка в месяц\nРазработчик;2;6;300000\n",
        "Специалист;Кол-во;Мес.;Ставка, ₽/мес\nРазработчик;2;6;300000\n",
        "Role;Headcount;Months;Monthly rate\nDeveloper;2;6;300 000\n",
        "Роль;Чел.;Срок, мес.;Ставка, ₽/мес;Итого\nРазработчик;2;6;300000;3600000\n",
        "Наименование;Специалисты;Месяцев;Цена в месяц\nРазработка;2;6;300000\n",
        "Роль;Чел.;Месяцев;Сумма\nРазработчик;2;6;3600000\n",
    ],
)
def test_people_months_and_a_rate_are_outstaffing(tmp_path: Path, text: str) -> None:
    read = read_csv(tmp_path, text)
    assert staffed(read) == [(d("2"), d("6"), d("300000"))]
    assert sums(read).total == d("3600000.00")
    assert not codes(read)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("2;12;300000;3600000", ("2", "6")),  # person-months: the sum counts them once, 12 are 6 each
        ("5;12;300000;3600000", ("5", "2.4")),
        ("7;12;300000;3600000", ("1", "12")),  # 12 / 7 does not come out even
    ],
)
def test_months_of_all_people_together_are_told_by_the_sum(tmp_path: Path, row: str, expected: tuple[str, str]) -> None:
    read = read_csv(tmp_path, f"Роль;Чел.;Чел.-мес;Ставка в месяц;Сумма\nРазработчик;{row}\n")
    assert staffed(read) == [(d(expected[0]), d(expected[1]), d("300000"))]
    assert sums(read).total == d("3600000.00")


def test_a_rate_by_the_hour_makes_a_month_of_160_hours(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Роль;Чел.;Месяцев;Ставка, ₽/ч;Сумма\nРазработчик;1;2;2000;640000\n")
    assert staffed(read) == [(d("1"), d("2"), d("320000"))]
    assert not codes(read)


def test_months_without_a_price_wait_for_the_rate_of_their_role(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Роль;Чел.;Месяцев;Ставка в месяц\nРазработчик;1;2;\n")
    assert staffed(read) == [(d("1"), d("2"), None)]
    assert only(read, "estimate-no-price").where == "смета.csv › D2"


def test_people_at_a_monthly_price_without_a_term_are_due_every_month(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Роль;Кол-во человек;Ставка в месяц\nРазработчик;2;300000\nИтого в месяц;;600000\n")
    assert [(item.people, item.quantity, item.period) for item in items(read)] == [(d("2"), d("1"), Period.MONTH)]
    assert (sums(read).total, sums(read).recurring[0].total) == (d("0.00"), d("600000.00"))
    assert not codes(read)


def test_how_long_it_takes_is_no_month_of_work(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Этап;Состав работ;Срок, мес.;Стоимость\nДизайн;макеты;2;100000\nКод;всё;3;300000\n")
    assert {item.pricing for item in items(read)} == {Pricing.FIXED}


def test_people_in_columns_of_months_are_person_months(tmp_path: Path) -> None:
    """1 + 1 + 0.5 months at 300000."""
    read = read_csv(tmp_path, "Роль;Янв;Фев;Март;Ставка в месяц;Сумма\nРазработчик;1;1;0,5;300000;750000\n")
    assert staffed(read) == [(d("1"), d("2.5"), d("300000"))]
    assert codes(read) == ["column-months-added"]


def test_hours_in_columns_of_months_add_up(tmp_path: Path) -> None:
    read = read_csv(
        tmp_path, "Работа;Месяц 1;Месяц 2;Ставка;Сумма\nКод;40;60;1000;100000\nТест;;10;1000;10000\nИтого;40;70;;110000\n"
    )
    assert [(item.pricing, item.quantity) for item in items(read)] == [(Pricing.HOURS, d("100")), (Pricing.HOURS, d("10"))]
    assert codes(read) == ["column-hours-added"]


def test_people_and_days_are_multiplied_where_the_sum_shows_it(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Работа;Дней;Кол-во человек;Ставка, ₽/день;Сумма\nСъёмка;2;3;10000;60000\n")
    assert [(item.pricing, item.quantity) for item in items(read)] == [(Pricing.DAYS, d("6"))]
    assert codes(read) == ["estimate-days-multiplied"]


def test_a_service_for_months_is_a_quantity_and_nobodys_hours(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Услуга;Месяцев;Цена;Сумма\nХостинг;12;500;6000\n")
    (item,) = items(read)
    assert (item.pricing, item.quantity, item.unit, sums(read).hours) == (Pricing.QUANTITY, d("12"), "мес.", d("0"))


@pytest.mark.parametrize(
    ("cell", "period"),
    [
        ("20 000 ₽/мес", Period.MONTH),
        ("20 000 ₽ в месяц", Period.MONTH),
        ("20 000 руб. ежемесячно", Period.MONTH),
        ("20 000 per month", Period.MONTH),
        ("20 000 / год", Period.YEAR),
        ("20 000 в год", Period.YEAR),
        ("20 000", Period.ONCE),
    ],
)
def test_a_sum_may_say_how_often_it_is_due(tmp_path: Path, cell: str, period: Period) -> None:
    (item,) = items(read_csv(tmp_path, f"Работа;Стоимость\nПоддержка;{cell}\n"))
    assert (item.pricing, item.rate, item.period) == (Pricing.FIXED, d("20000"), period)


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Поддержка (ежемесячно)", Period.MONTH),
        ("Поддержка, в месяц", Period.MONTH),
        ("Hosting per month", Period.MONTH),
        ("Домен в год", Period.YEAR),
        ("Licence (annually)", Period.YEAR),
        ("Ежемесячный отчёт", None),
        ("Дизайн месячного отчёта", None),
        ("Annual report", None),
    ],
)
def test_a_title_may_say_how_often_it_is_due(title: str, period: Period | None) -> None:
    assert period_in_title(title) is period


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Ежемесячная поддержка", Period.MONTH),
        ("Ежемесячно", Period.MONTH),
        ("Абонентское обслуживание", Period.MONTH),
        ("Monthly support", Period.MONTH),
        ("Ежегодные платежи", Period.YEAR),
        ("Annual report", None),
        ("Дизайн", None),
    ],
)
def test_a_section_may_say_how_often_it_is_due(title: str, period: Period | None) -> None:
    assert period_in_section(title) is period


def test_a_recurring_title_is_told(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Работа;Часы;Ставка;Сумма\nЛого;8;100;800\nПоддержка (ежемесячно);10;100;1000\nИтого;8;;800\n")
    assert [item.period for item in items(read)] == [Period.ONCE, Period.MONTH]
    told = only(read, "estimate-due-monthly")
    assert (told.where, told.severity) == ("смета.csv › A3", Severity.INFO)
    assert codes(read) == ["estimate-due-monthly"]


def test_everything_in_a_section_of_monthly_work_is_due_monthly(tmp_path: Path) -> None:
    text = "Работа;Часы;Ставка\nСоздание\nЛого;8;100\nЕжемесячная поддержка\nПравки;10;100\nСервер;2;100\n"
    read = read_csv(tmp_path, text)
    assert (sums(read).total, sums(read).recurring[0].total) == (d("800.00"), d("1200.00"))
    assert codes(read) == ["estimate-section-monthly"]


def test_a_column_of_periods_tells_and_what_it_says_otherwise_is_told(tmp_path: Path) -> None:
    text = "Работа;Часы;Ставка;Период\nЛого;8;100;разово\nПоддержка;10;100;ежемесячно\nАудит;10;100;раз в квартал\n"
    read = read_csv(tmp_path, text)
    assert [item.period for item in items(read)] == [Period.ONCE, Period.MONTH, Period.ONCE]
    assert only(read, "estimate-period-unknown").where == "смета.csv › D4"


def test_what_is_due_once_and_what_is_due_monthly_are_two_items(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Услуга;Разово;В месяц;В год\nХостинг;5000;2000;24000\nДомен;;;1500\n")
    assert [(item.title, item.rate, item.period) for item in items(read)] == [
        ("Хостинг", d("5000"), Period.ONCE),
        ("Хостинг", d("2000"), Period.MONTH),  # 24000 a year are the same twelve times
        ("Домен", d("1500"), Period.YEAR),
    ]
    assert len({item.id for item in items(read)}) == 3
    assert not codes(read)


def test_a_total_that_adds_monthly_amounts_is_told(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Работа;Стоимость\nСайт;100000\nПоддержка;20000 ₽/мес\nИтого;120000\n")
    told = only(read, "estimate-total-with-recurring")
    assert (told.where, told.fact("recurring")) == ("смета.csv › B4", "20000.00")


def test_a_sum_that_is_no_multiple_of_its_monthly_price_is_told(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Роль;Ставка в месяц;Сумма\nРазработчик;300000;1000000\n")
    assert sums(read).total == d("1000000.00")
    assert only(read, "estimate-rate-dropped").where == "смета.csv › B2"


@pytest.mark.parametrize(
    "word", ["мес", "мес.", "Месяцев", "в месяц", "ежемесячно", "months", "per month", "чел.-мес", "man-months"]
)
def test_months_have_many_names(word: str) -> None:
    assert time_unit(word) is TimeUnit.MONTHS


@pytest.mark.parametrize(("word", "person"), [("чел.-мес", True), ("чел/мес", True), ("person-months", True), ("мес.", False)])
def test_a_month_of_a_person_is_told_from_a_month(word: str, person: bool) -> None:
    assert is_person_month(word) is person


@pytest.mark.parametrize(
    ("text", "period"),
    [("Ежемесячно", Period.MONTH), ("раз в год", Period.YEAR), ("one-time", Period.ONCE), ("—", Period.ONCE), ("иногда", None)],
)
def test_a_cell_of_periods_is_understood_or_not(text: str, period: Period | None) -> None:
    assert period_in_cell(text) is period


amounts = st.none() | st.decimals(min_value=0, max_value=100_000, places=2)


@given(
    months=amounts, people=amounts, rate=amounts, whole=amounts,
    per=st.sampled_from([TimeUnit.NONE, TimeUnit.HOURS, TimeUnit.MONTHS, TimeUnit.YEARS]), staff=st.booleans(),
)  # fmt: skip
def test_a_sum_beside_months_is_kept_or_its_difference_is_told(
    months: Decimal | None, people: Decimal | None, rate: Decimal | None, whole: Decimal | None, per: TimeUnit, staff: bool
) -> None:
    priced: Priced = price(Figures(months=months, people=people, rate=rate, sum=whole, rate_per=per, staff=staff, currency="RUB"))
    told = {remark.code for remark in priced.remarks}
    if whole is not None and priced.period is Period.ONCE:
        assert abs(priced.exact - whole) < d("0.01") or "estimate-sum-differs" in told
    if rate is None and whole is None:
        assert priced.rate is None
        assert "estimate-no-price" in told


counts = st.integers(1, 40)


@given(st.lists(st.tuples(counts, counts, st.integers(1, 500_000)), min_size=1, max_size=8))
def test_outstaffing_comes_to_people_times_months_times_rate(rows: list[tuple[int, int, int]]) -> None:
    whole = sum(people * months * rate for people, months, rate in rows)
    lines = [f"Разработчик;{people};{months};{rate};{people * months * rate}" for people, months, rate in rows]
    text = "\n".join(["Роль;Чел.;Месяцев;Ставка в месяц;Сумма", *lines, f"Итого;;;;{whole}"])
    read = read_estimate_table(read_bytes(text.encode(), "a.csv"))
    assert (sums(read).total, codes(read)) == (whole, [])
