"""Money rounds by one rule, and parts add up to the whole."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.money import LARGEST, distribute, in_range, minor_digits, round_money, round_to

amounts = st.decimals(min_value=-LARGEST, max_value=LARGEST, allow_nan=False, allow_infinity=False, places=6)
weights = st.lists(st.decimals(min_value=0, max_value=10**9, places=4), min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("amount", "rounded"),
    [
        ("2.675", "2.68"),
        ("2.674999", "2.67"),
        ("-2.675", "-2.68"),
        ("0.005", "0.01"),
        ("7", "7.00"),
        ("9999999999999.995", "10000000000000.00"),
    ],
)
def test_half_a_kopeck_rounds_away_from_zero(amount: str, rounded: str) -> None:
    assert str(round_money(Decimal(amount), "RUB")) == rounded


def test_currencies_round_to_their_own_minor_unit() -> None:
    assert str(round_money(Decimal("1234.5"), "JPY")) == "1235"
    assert str(round_money(Decimal("1.23456"), "KWD")) == "1.235"
    assert minor_digits("XYZ") == 2


def test_digits_below_zero_round_to_tens_and_hundreds() -> None:
    assert str(round_to(Decimal("1250"), -2)) == "1300"
    assert str(round_to(Decimal("1249.99"), -2)) == "1200"


@pytest.mark.parametrize("digits", [-2, 0, 2, 3])
def test_nothing_rounds_to_minus_zero(digits: int) -> None:
    assert not round_to(Decimal("-0.0001"), digits).is_signed()


@given(amounts, st.integers(-3, 4))
def test_rounding_is_never_off_by_more_than_half_a_unit_and_changes_nothing_twice(amount: Decimal, digits: int) -> None:
    rounded = round_to(amount, digits)
    assert abs(rounded - amount) * 2 <= Decimal(1).scaleb(-digits)
    assert round_to(rounded, digits) == rounded
    assert round_to(-amount, digits) == -rounded


@given(amounts, weights, st.integers(0, 3))
def test_parts_add_up_to_the_whole(amount: Decimal, shares: list[Decimal], digits: int) -> None:
    total = round_to(amount, digits)
    parts = distribute(total, shares, digits)
    assert sum(parts) == total
    assert len(parts) == len(shares)
    whole = sum(shares)
    unit = Decimal(1).scaleb(-digits)
    for part, share in zip(parts, shares, strict=True):
        assert str(part) == str(round_to(part, digits))
        if whole:
            assert abs(part - total * share / whole) < unit * (1 + Decimal("1e-9"))


def test_what_is_missing_goes_to_the_largest_remainders_and_the_earlier_ones_first() -> None:
    assert distribute(Decimal("100.00"), [Decimal(1)] * 3, 2) == [Decimal("33.34"), Decimal("33.33"), Decimal("33.33")]
    assert distribute(Decimal(10), [Decimal("1.1"), Decimal("1.9")], 0) == [Decimal(4), Decimal(6)]


def test_a_share_of_nothing_goes_to_the_first() -> None:
    assert distribute(Decimal("5.00"), [Decimal(0), Decimal(0)], 2) == [Decimal(5), Decimal(0)]


def test_nobody_to_give_to_is_an_error() -> None:
    with pytest.raises(ValueError, match="nothing to distribute"):
        distribute(Decimal(1), [], 2)


@pytest.mark.parametrize("number", ["NaN", "sNaN", "Infinity", "-Infinity", "1e13", "-1e13", "1e999999"])
def test_numbers_that_no_estimate_needs_are_out_of_range(number: str) -> None:
    assert not in_range(Decimal(number))


@pytest.mark.parametrize("number", ["0", "-0", "9999999999999.99", "1e-20"])
def test_honest_numbers_are_in_range(number: str) -> None:
    assert in_range(Decimal(number))
