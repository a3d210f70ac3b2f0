"""A table of people is understood by its headings, in Russian and English."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from app.intake.staff import StaffRead, read_staff
from app.intake.staffcolumns import StaffField, meaning_of


def read(folder: Path, *rows: tuple[object, ...]) -> StaffRead:
    book = Workbook()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    book.save(folder / "people.xlsx")
    return read_staff(folder / "people.xlsx")


def test_russian_headings(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        ("ФИО", "Должность", "О себе", "Почта", "Телефон", "Языки", "Ставка, ₽/ч", "Себестоимость часа", "Фото"),
        ("Анна Орлова", "Продюсер", "Ведёт проекты", "anna@x.ru", "+7 900", "русский, английский", 5000, 2500, "anna.jpg"),
    )
    (one,) = found.people
    assert (one.person.name, one.person.role, one.person.about) == ("Анна Орлова", "Продюсер", "Ведёт проекты")
    assert (one.person.email, one.person.languages, one.photo) == ("anna@x.ru", ("ru", "en"), "anna.jpg")
    (rate,) = one.person.rates.value
    assert (rate.amount, rate.currency, rate.cost.value) == (Decimal(5000), "RUB", Decimal(2500))
    assert not found.problems
    assert not one.problems


@pytest.mark.parametrize("heading", ["Сколько стоит час, ₽", "₽/час", "руб. / ч", "Почасовая оплата", "Стоимость часа", "USD/hr"])
def test_the_money_of_an_hour_goes_by_many_names(heading: str) -> None:
    assert meaning_of(heading) is StaffField.RATE


def test_english_headings_with_two_names_and_a_column_nobody_understands(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        ("Team 2026",),
        ("First name", "Last name", "Job title", "E-mail", "Rate", "Currency", "Shoe size", "Left on"),
        ("Gleb", "Ivanov", "Designer", "gleb@x.com", "90", "EUR", 43, "31.12.2025"),
    )
    (one,) = found.people
    assert (one.person.name, one.person.left_on) == ("Gleb Ivanov", "2025-12-31")
    assert one.person.rates.value[0].currency == "EUR"
    assert found.unknown == ("Shoe size",)


def test_what_cannot_be_read_is_told_by_its_row_and_the_rest_is_taken(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        ("Name", "Role", "E-mail", "Rate", "Cost rate"),
        ("Anna", "Lead", "nowhere", "a lot", ""),
        ("", "Designer", "", "", ""),
        ("Anna", "", "", "", 40),
    )
    assert [[one.code for one in line.problems] for line in found.people] == [
        ["staff-email", "staff-rate"],
        ["staff-no-name"],
        ["staff-cost-alone", "staff-twice"],
    ]
    assert found.people[0].row.endswith("› 2")


def test_a_table_without_names_says_what_to_do(tmp_path: Path) -> None:
    assert [one.code for one in read(tmp_path, ("Task", "Hours"), ("Draw", 4)).problems] == ["staff-no-names"]
    assert [one.code for one in read(tmp_path, ("Name", "Role")).problems] == ["staff-nobody"]


@given(st.text(max_size=40))
def test_any_heading_is_understood_or_not(text: str) -> None:
    assert meaning_of(text) in (*StaffField, None)
