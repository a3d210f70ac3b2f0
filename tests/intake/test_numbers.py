"""Numbers as people type them into a spreadsheet."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.numbers import (
    AMBIGUOUS,
    APPROXIMATE,
    DATE,
    NEGATIVE,
    NOT_A_NUMBER,
    OUT_OF_RANGE,
    RANGE,
    decimal_mark,
    from_float,
    read_number,
)
from app.intake.units import TimeUnit


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1 234,50", "1234.5"),
        ("1\u00a0234,50", "1234.5"),
        ("1\u2009234,50", "1234.5"),
        ("1\u202f234,50", "1234.5"),
        ("1,234.50", "1234.5"),
        ("1.234,50", "1234.5"),
        ("1'234.50", "1234.5"),
        ("1 234 567", "1234567"),
        ("1,234,567", "1234567"),
        ("1,5", "1.5"),
        ("1.5", "1.5"),
        ("0,125", "0.125"),
        ("12 000 ₽", "12000"),
        ("12 000 руб.", "12000"),
        ("12000р", "12000"),
        ("$1,200.00", "1200"),
        ("1 200 USD", "1200"),
        ("12 тыс. ₽", "12000"),
        ("12к", "12000"),
        ("1,5 млн", "1500000"),
        ("бесплатно", "0"),
        ("включено", "0"),
        ("5 шт.", "5"),
        ("10 кв. м", "10"),
    ],
)
def test_a_number_is_read_however_it_is_written(typed: str, number: str) -> None:
    found = read_number(typed)
    assert (found.value, found.fault) == (Decimal(number), "")


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("8ч", "8"),
        ("8 ч.", "8"),
        ("8 часов", "8"),
        ("1,5 ч", "1.5"),
        ("8 чел.-час", "8"),
        ("8h", "8"),
        ("1:30", "1.5"),
        ("01:30:00", "1.5"),
        ("100:15", "100.25"),
        ("1 ч 30 мин", "1.5"),
        ("1h 30m", "1.5"),
        ("90 мин", "1.5"),
    ],
)
def test_hours_may_carry_their_unit_or_be_a_time(typed: str, hours: str) -> None:
    found = read_number(typed)
    assert (found.value, found.unit) == (Decimal(hours), TimeUnit.HOURS)


def test_days_are_told_from_hours() -> None:
    assert read_number("2 дня").unit is TimeUnit.DAYS
    assert read_number("3 days").unit is TimeUnit.DAYS


@pytest.mark.parametrize("typed", ["", " ", "-", "–", "—", "н/д", "n/a", "нет", "\u00a0"])
def test_a_dash_or_blank_is_no_number_and_no_fault(typed: str) -> None:
    found = read_number(typed)
    assert (found.value, found.fault) == (None, "")


@pytest.mark.parametrize(
    "typed",
    [
        "1_000",
        "NaN",
        "nan",
        "Infinity",
        "-inf",
        "1e308",
        "1e999999",
        "0x10",
        "abc",
        "1 5",
        "12 00",
        "1.5.",
        "1.",
        "٣",
        "5-3",
        "(8",
        "=8*2",
    ],
)
def test_what_is_no_number_is_refused(typed: str) -> None:
    found = read_number(typed)
    assert (found.value, found.fault) == (None, NOT_A_NUMBER)


@pytest.mark.parametrize("typed", ["10000000000000", "9" * 40, "99999999999 млн", "1" * 25 + ".123456789012345"])
def test_an_absurdly_large_number_is_refused(typed: str) -> None:
    assert read_number(typed).fault == OUT_OF_RANGE


@pytest.mark.parametrize("typed", ["-5", "−5", "(500)", "- 5", "-5 ₽"])
def test_a_negative_number_is_refused_unless_it_is_a_discount(typed: str) -> None:
    assert (read_number(typed).value, read_number(typed).fault) == (None, NEGATIVE)
    signed = read_number(typed, signed=True)
    assert signed.value is not None
    assert signed.value < 0


@pytest.mark.parametrize("typed", ["8–12", "8-12", "8 — 12 ч", "от 8 до 12", "8...12"])
def test_of_a_range_the_upper_end_is_taken_and_told(typed: str) -> None:
    found = read_number(typed)
    assert (found.value, found.fault, found.likely) == (Decimal(12), RANGE, "12")


@pytest.mark.parametrize("typed", ["~8", "≈ 8", "около 8", "до 8", "up to 8"])
def test_an_approximate_number_is_taken_and_told(typed: str) -> None:
    assert (read_number(typed).value, read_number(typed).fault) == (Decimal(8), APPROXIMATE)


@pytest.mark.parametrize(
    ("typed", "meant"), [("01.05.2024", "1.5"), ("2024-05-01", ""), ("01.май", ""), ("1 мая 2024", ""), ("5-May", "")]
)
def test_a_date_is_no_number(typed: str, meant: str) -> None:
    found = read_number(typed)
    assert (found.value, found.fault, found.likely) == (None, DATE, meant)


def test_one_separator_before_three_digits_is_read_by_the_language_and_told() -> None:
    russian, english = read_number("1,234"), read_number("1,234", mark=".")
    assert (russian.value, russian.fault) == (Decimal("1.234"), AMBIGUOUS)
    assert (english.value, english.fault) == (Decimal(1234), AMBIGUOUS)
    assert read_number("1,234", mark=".", sure=True).fault == ""


@pytest.mark.parametrize(
    ("texts", "mark"),
    [
        (["1,5", "2 000"], ","),
        (["1.5"], "."),
        (["1,5", "1.5"], ""),
        (["1,234"], ""),
        (["1,234.5"], "."),
        (["1.234.567"], ","),
        (["слово"], ""),
    ],
)
def test_the_other_numbers_of_a_table_show_its_decimal_mark(texts: list[str], mark: str) -> None:
    assert decimal_mark(texts) == mark


@pytest.mark.parametrize(
    ("binary", "number"),
    [
        (0.1, "0.1"),
        (0.1 + 0.2, "0.3"),
        (33.333333333333336, "33.3333333333"),
        (99999.1 * 3, "299997.3"),
        (1200.0, "1200"),
        (2.675, "2.675"),
        (-0.0, "0"),
        (1e-12, "0"),
        (123456.789, "123456.789"),
    ],
)
def test_a_binary_number_becomes_the_one_that_the_spreadsheet_shows(binary: float, number: str) -> None:
    assert str(from_float(binary)) == number


@pytest.mark.parametrize("binary", [float("nan"), float("inf"), float("-inf"), 1e308])
def test_a_binary_number_beyond_all_sense_is_none(binary: float) -> None:
    assert from_float(binary) is None


amounts = st.decimals(min_value=0, max_value=Decimal("9999999999.99"), places=2, allow_nan=False, allow_infinity=False)


@given(
    amounts,
    st.sampled_from(["", " ", "\u00a0", "\u202f", "\u2009", "'"]),
    st.sampled_from(",."),
    st.sampled_from(["", " ₽", "₽", " руб.", " $", " ч"]),
)
def test_a_number_comes_back_from_any_way_of_writing_it(amount: Decimal, space: str, mark: str, sign: str) -> None:
    written = f"{amount:,.2f}".replace(",", "g").replace(".", mark).replace("g", space) + sign
    assert read_number(written).value == amount


@given(amounts)
def test_english_grouping_comes_back(amount: Decimal) -> None:
    assert read_number(f"{amount:,.2f}", mark=".").value == amount


@given(st.text(max_size=100))
def test_any_text_is_read_or_refused_and_nothing_breaks(text: str) -> None:
    found = read_number(text)
    assert found.value is None or (found.value.is_finite() and found.value >= 0)


@given(st.floats(min_value=0, max_value=1e12))
def test_a_binary_number_is_kept_to_fifteen_digits(binary: float) -> None:
    found = from_float(binary)
    assert found is not None
    assert abs(float(found) - binary) <= max(1e-10, binary * 1e-14)


@given(st.integers(0, 9999), st.integers(0, 59))
def test_a_time_is_hours(hours: int, minutes: int) -> None:
    found = read_number(f"{hours}:{minutes:02}").value
    assert found is not None
    assert abs(found - (Decimal(hours) + Decimal(minutes) / 60)) < Decimal("1e-9")
