"""Budgets, deadlines and time zones as people write them."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.intake.brief.budget import Budget, budget_in
from app.intake.brief.deadline import deadline_in, is_assumed, is_urgent
from app.intake.brief.places import time_zone_in

d = Decimal
TODAY = datetime.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "low", "high", "currency"),
    [
        ("300-500 тыс. руб", 300000, 500000, "RUB"),
        ("от 300 до 500 тысяч рублей", 300000, 500000, "RUB"),
        ("до 1,5 млн ₽", None, 1500000, "RUB"),
        ("не более 200 000 руб.", None, 200000, "RUB"),
        ("от 1 млн", 1000000, None, ""),
        ("1 000 000", 1000000, None, ""),
        ("$10k–15k", 10000, 15000, "USD"),
        ("10,000 – 15,000 €", 10000, 15000, "EUR"),
        ("up to $5,000", None, 5000, "USD"),
        ("около 250 т. р.", 250000, None, "RUB"),
        ("500 тыс. – 1 млн", 500000, 1000000, ""),
        ("не определён", None, None, ""),
        ("10 % от оборота", None, None, ""),
        ("", None, None, ""),
    ],
)
def test_a_budget_is_understood(text: str, low: int | None, high: int | None, currency: str) -> None:
    found = budget_in(text)
    assert (found.low, found.high, found.currency) == (low, high, currency)


@given(st.integers(1, 10**9), st.sampled_from(["₽", "руб.", "USD", "€", ""]))
@settings(max_examples=60, deadline=None)
def test_a_plain_amount_comes_back(amount: int, sign: str) -> None:
    assert budget_in(f"{amount:,}".replace(",", "\u00a0") + f" {sign}").low == amount


@given(st.text(max_size=60))
@settings(max_examples=80, deadline=None)
def test_no_text_breaks_budgets_deadlines_and_zones(text: str) -> None:
    assert isinstance(budget_in(text), Budget)
    deadline_in(text, TODAY)
    time_zone_in(text)


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("до 15 декабря", "ru", "2026-12-15"),
        ("15.12.2026", "ru", "2026-12-15"),
        ("1.2", "ru", "2027-02-01"),
        ("к 3 марта", "ru", "2027-03-03"),
        ("2027-01-31 или раньше", "ru", "2027-01-31"),
        ("через 6 недель", "ru", "2027-01-03"),
        ("за два месяца", "ru", "2027-01-22"),
        ("2–3 месяца", "ru", "2027-02-22"),
        ("к концу января", "ru", "2027-01-31"),
        ("в мае", "ru", "2027-05-31"),
        ("к началу февраля 2027", "ru", "2027-02-01"),
        ("в середине марта", "ru", "2027-03-15"),
        ("early March", "en", "2027-03-01"),
        ("mid-April 2027", "en", "2027-04-15"),
        ("до конца года", "ru", "2026-12-31"),
        ("до Нового года", "ru", "2026-12-31"),
        ("December 15, 2026", "en", "2026-12-15"),
        ("by the 3rd of March", "en", "2027-03-03"),
        ("12/15/2026", "en", "2026-12-15"),
        ("03/04/2027", "en", "2027-03-04"),
        ("in 6 weeks", "en", "2027-01-03"),
        ("within a month", "en", "2026-12-22"),
        ("end of the year", "en", "2026-12-31"),
        ("к маю 2027", "ru", "2027-05-31"),
        ("К маю 2027 года", "ru", "2027-05-31"),
        ("до конца мая", "ru", "2027-05-31"),
        ("by May 2027", "en", "2027-05-31"),
        ("by the end of May, 2027", "en", "2027-05-31"),
        ("by May of 2028", "en", "2028-05-31"),
        ("к 05.2027", "ru", "2027-05-31"),
        ("2027-05", "en", "2027-05-31"),
        ("до конца месяца", "ru", "2026-11-30"),
        ("до конца 2027 года", "ru", "2027-12-31"),
        ("by the end of 2027", "en", "2027-12-31"),
        ("decide by 3 March", "en", "2027-03-03"),
    ],
)
def test_a_deadline_is_understood(text: str, language: str, day: str) -> None:
    assert str(deadline_in(text, TODAY, language)) == day


@pytest.mark.parametrize(
    "text",
    [
        "как можно скорее", "ASAP", "", "31.02.2027", "версия 2.0", "когда-нибудь", "когда маркетинг решит", "13.2027",
        "once marketing has decided",
    ],
)  # fmt: skip
def test_what_names_no_day_gives_none(text: str) -> None:
    assert deadline_in(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "language", "assumed"),
    [
        ("к маю 2027", "ru", True),
        ("by May 2027", "en", True),
        ("до конца мая", "ru", True),
        ("к 3 мая 2027", "ru", False),
        ("через 6 недель", "ru", False),
        ("когда-нибудь", "ru", False),
    ],
)
def test_a_day_that_was_only_assumed_is_known(text: str, language: str, *, assumed: bool) -> None:
    assert is_assumed(text, TODAY, language) is assumed


def test_haste_is_noticed() -> None:
    assert is_urgent("Нужно срочно!")
    assert not is_urgent("весной")


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Москва", "Europe/Moscow"),
        ("г. Екатеринбург", "Asia/Yekaterinburg"),
        ("живу в Новосибирске", "Asia/Novosibirsk"),
        ("New York", "America/New_York"),
        ("San Francisco, CA", "America/Los_Angeles"),
        ("Europe/Berlin", "Europe/Berlin"),
        ("America/New_York (GMT-5)", "America/New_York"),
        ("(GMT+03:00) Europe/Moscow", "Europe/Moscow"),
        ("and/or UTC+5", "Etc/GMT-5"),
        ("UTC+5", "Etc/GMT-5"),
        ("GMT-3", "Etc/GMT+3"),
        ("МСК+2", "Etc/GMT-5"),
        ("МСК", "Europe/Moscow"),
        ("UTC", "Etc/UTC"),
        ("где-то", ""),
        ("", ""),
    ],
)
def test_a_time_zone_is_understood(text: str, zone: str) -> None:
    assert time_zone_in(text) == zone
