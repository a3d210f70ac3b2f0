"""What may be typed where a number is wanted."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.money import LARGEST
from widgets.models.arithmetic import BadInputError, calculate


@pytest.mark.parametrize(
    ("typed", "language", "value"),
    [
        ("40", "en", "40"),
        ("1 234,50", "ru", "1234.5"),
        ("1\u00a0234,5", "ru", "1234.5"),
        ("1,234.50", "en", "1234.5"),
        ("1,234", "ru", "1.234"),
        ("12 000 ₽", "ru", "12000"),
        ("8*1,5", "ru", "12"),
        ("8 × 1,5", "ru", "12"),
        ("8*1.5", "en", "12"),
        ("= 10 / 4", "en", "2.5"),
        ("=2+3*4", "en", "14"),
        ("=(2+3)*4", "en", "20"),
        ("=-2+5", "en", "3"),
        ("100/3", "en", "33.333333"),
        ("2*1 500", "ru", "3000"),
        ("1:30", "en", "1.5"),
    ],
)
def test_numbers_and_sums_are_understood(typed: str, language: str, value: str) -> None:
    assert calculate(typed, language) == Decimal(value)


@pytest.mark.parametrize("typed", ["", "   ", "-", "—"])
def test_nothing_typed_is_nothing(typed: str) -> None:
    assert calculate(typed) is None


@pytest.mark.parametrize(
    "typed",
    [
        "y", "8*", "*8", "8**2", "((2)", "2)", "1e5", "1_000", "0x10", "__import__('os')", "9" * 200, "9**9", "=1/0",
        "=1-2", "-1", "NaN", "Infinity", "1e999999", "(" * 60 + "1" + ")" * 60, "8-12", "≈8", "2*9999999999999", "١٢",
    ],
)  # fmt: skip
def test_anything_else_is_refused_with_a_reason(typed: str) -> None:
    with pytest.raises(BadInputError) as refused:
        calculate(typed)
    assert str(refused.value.reason)


@given(st.decimals(0, 10**9, places=2), st.decimals(0, 1000, places=2))
def test_products_are_exact(one: Decimal, two: Decimal) -> None:
    assert calculate(f"={one}*{two}") == one * two


@given(st.text("0123456789+-*/(). ,=eE×xя", max_size=30))
def test_whatever_is_typed_gives_a_number_in_range_nothing_or_a_reason(typed: str) -> None:
    try:
        value = calculate(typed)
    except BadInputError:
        return
    assert value is None or 0 <= value < LARGEST
