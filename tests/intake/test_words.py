"""Units, currencies, names and the words of rows."""

import pytest

from app.intake import rowwords
from app.intake.currency import currencies_in, currency_in
from app.intake.people import names_in
from app.intake.units import TimeUnit, time_unit


@pytest.mark.parametrize(
    "word", ["ч", "ч.", "час", "часов", "Часы", "чел.-час", "чел-ч", "h", "hrs", "Hours", "man-hours", "person hour"]
)
def test_hours_have_many_names(word: str) -> None:
    assert time_unit(word) is TimeUnit.HOURS


@pytest.mark.parametrize("word", ["день", "дн.", "дней", "чел.-дней", "раб. дней", "d", "days", "man-day"])
def test_so_have_days(word: str) -> None:
    assert time_unit(word) is TimeUnit.DAYS


@pytest.mark.parametrize("word", ["", "шт", "комплект", "page"])
def test_other_units_are_no_time_of_work(word: str) -> None:
    assert time_unit(word) is TimeUnit.NONE


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("12 000 ₽", ("RUB",)), ("руб./час", ("RUB",)), ("100 р.", ("RUB",)), ("RUB", ("RUB",)), ("$100", ("USD",)),
        ("USD / час", ("USD",)), ("100 долларов", ("USD",)), ("€", ("EUR",)), ("в евро", ("EUR",)), ("£5", ("GBP",)),
        ("500 тенге", ("KZT",)), ("100 бел. руб.", ("BYN",)), ("₽ или $", ("RUB", "USD")), ("Европа", ()), ("рубанок", ()),
        ("Работы", ()), ("", ()),
    ],
)  # fmt: skip
def test_currencies_are_found_by_sign_and_word(text: str, codes: tuple[str, ...]) -> None:
    assert currencies_in(text) == codes
    assert currency_in(text) == (codes[0] if len(codes) == 1 else "")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Анна Ким", ("Анна Ким",)),
        ("Анна Ким, Пётр Лаптев", ("Анна Ким", "Пётр Лаптев")),
        ("Анна Ким и Пётр Лаптев", ("Анна Ким", "Пётр Лаптев")),
        ("Анна Ким\nПётр Лаптев\nАнна Ким", ("Анна Ким", "Пётр Лаптев")),
        ("Анна/Пётр", ("Анна", "Пётр")),
        ("UI/UX-дизайнер", ("UI/UX-дизайнер",)),
        ("Иванов И. И.; Петрова А.", ("Иванов И. И.", "Петрова А.")),
        ("Ann Kim & Bob Ray", ("Ann Kim", "Bob Ray")),
        ("—", ()),
        ("", ()),
    ],
)
def test_names_are_parted(text: str, names: tuple[str, ...]) -> None:
    assert names_in(text) == names


def test_the_title_of_a_section_with_total_behind_it_is_a_total() -> None:
    assert rowwords.is_total("Дизайн, итого", "Дизайн")
    assert rowwords.is_total("Total Design", "Design")
    assert not rowwords.is_total("Реклама, итого", "Дизайн")


@pytest.mark.parametrize(
    ("text", "number", "bare"),
    [
        ("1. Дизайн", (1,), "Дизайн"),
        ("1.2. Логотип", (1, 2), "Логотип"),
        ("2) Вёрстка", (2,), "Вёрстка"),
        ("3D-модель", (), "3D-модель"),
        ("2 экрана", (2,), "2 экрана"),
        ("1", (1,), "1"),
        ("1С", (), "1С"),
    ],
)
def test_numbers_before_titles_are_taken_off_where_they_are_numbering(text: str, number: tuple[int, ...], bare: str) -> None:
    assert rowwords.numbering(text) == number
    assert rowwords.without_numbering(text) == bare


def test_numbers_without_a_dot_behind_are_taken_off_only_where_all_titles_have_them() -> None:
    assert rowwords.without_numbering("1.2 Логотип") == "1.2 Логотип"
    assert rowwords.without_numbering("1.2 Логотип", loose=True) == "Логотип"


@pytest.mark.parametrize(
    "text",
    [
        "Section subtotal",
        "Section total",
        "Section subtotal:",
        "Phase total",
        "Stage sub-total",
        "Project total",
        "Block total 12",
    ],
)
def test_a_sum_may_be_named_after_what_it_sums_up(text: str) -> None:
    assert rowwords.is_total(text)


@pytest.mark.parametrize("text", ["Section totals dashboard", "Stage design", "Project totalling tool"])
def test_work_that_only_sounds_like_a_sum_is_work(text: str) -> None:
    assert not rowwords.is_total(text)
