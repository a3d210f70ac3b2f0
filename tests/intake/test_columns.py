"""Headings say what a column holds, in any order, in Russian or English, well or badly spelled."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.columns import recognise
from app.intake.headingwords import WORDS, Field
from app.intake.units import TimeUnit


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Раздел", Field.SECTION), ("Этап", Field.SECTION), ("Phase", Field.SECTION), ("Stage", Field.SECTION),
        ("Наименование", Field.TITLE), ("Наименование работ", Field.TITLE), ("Работа", Field.TITLE), ("Задача", Field.TITLE),
        ("Позиция", Field.TITLE), ("Услуга", Field.TITLE), ("Task", Field.TITLE), ("Work", Field.TITLE), ("Item", Field.TITLE),
        ("Описание", Field.DESCRIPTION), ("Комментарий", Field.DESCRIPTION), ("Состав работ", Field.DESCRIPTION),
        ("Details", Field.DESCRIPTION),
        ("Ед.", Field.UNIT), ("Ед. изм.", Field.UNIT), ("Ед.изм", Field.UNIT), ("Unit", Field.UNIT),
        ("Кол-во", Field.QUANTITY), ("Количество", Field.QUANTITY), ("Объём", Field.QUANTITY), ("Qty", Field.QUANTITY),
        ("Часы", Field.HOURS), ("Часов", Field.HOURS), ("Трудозатраты", Field.HOURS), ("ч/ч", Field.HOURS),
        ("чел.-час", Field.HOURS), ("Оценка", Field.HOURS), ("Трудозатраты, ч", Field.HOURS), ("Кол-во часов", Field.HOURS),
        ("Итого часов", Field.HOURS), ("Всего, ч", Field.HOURS), ("Effort (h)", Field.HOURS), ("Total hours", Field.HOURS),
        ("Дизайнер, ч", Field.HOURS),
        ("Дни", Field.DAYS), ("Days", Field.DAYS), ("Трудозатраты, дн.", Field.DAYS), ("Чел.-дней", Field.DAYS),
        ("Ставка", Field.RATE), ("Ставка, ₽/ч", Field.RATE), ("Цена часа", Field.RATE), ("Цена, руб/час", Field.RATE),
        ("Стоимость часа", Field.RATE), ("Стоимость 1 часа, руб.", Field.RATE), ("Rate", Field.RATE), ("Rate/h", Field.RATE),
        ("Hourly rate (USD)", Field.RATE), ("Rate, $/h", Field.RATE),
        ("Цена", Field.PRICE), ("Цена за ед.", Field.PRICE), ("Стоимость за единицу", Field.PRICE), ("Unit price", Field.PRICE),
        ("Сумма", Field.SUM), ("Стоимость", Field.SUM), ("Итого", Field.SUM), ("Всего, руб.", Field.SUM), ("Amount", Field.SUM),
        ("Total", Field.SUM), ("Cost", Field.SUM), ("₽", Field.SUM), ("Оценка (руб.)", Field.SUM),
        ("Кто", Field.WHO), ("Исполнитель", Field.WHO), ("Специалист", Field.WHO), ("Ответственный", Field.WHO),
        ("Assignee", Field.WHO), ("People", Field.WHO),
        ("Роль", Field.ROLE), ("Role", Field.ROLE),
        ("Опция", Field.OPTIONAL), ("Опционально?", Field.OPTIONAL), ("Optional", Field.OPTIONAL),
        ("Примечание", Field.NOTE), ("Notes", Field.NOTE),
        ("№", Field.NUMBER), ("№ п/п", Field.NUMBER), ("N", Field.NUMBER), ("#", Field.NUMBER),
        ("НДС 20%", Field.VAT),
    ],
)  # fmt: skip
def test_a_heading_is_understood(heading: str, field: Field) -> None:
    found = recognise(heading)
    assert found is not None
    assert found.field is field
    shouted = recognise(f"  {heading.upper()}\n")
    assert shouted is not None
    assert shouted.field is field


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Наименвание работ", Field.TITLE),
        ("Колличество", Field.QUANTITY),
        ("Коментарий", Field.DESCRIPTION),
        ("Стоимсть", Field.SUM),
        ("Исполнтель", Field.WHO),
        ("Quantitty", Field.QUANTITY),
    ],
)
def test_a_slip_of_spelling_does_not_matter(heading: str, field: Field) -> None:
    found = recognise(heading)
    assert found is not None
    assert found.field is field


@pytest.mark.parametrize("heading", ["", "Дата", "Приоритет", "Сложность", "Дизайн", "Backend", "ООО «Ромашка»", "а" * 200])
def test_other_words_are_no_heading(heading: str) -> None:
    assert recognise(heading) is None


def test_a_heading_tells_currency_scale_unit_and_vat() -> None:
    rate, money, taxed = recognise("Ставка, $/день"), recognise("Стоимость, тыс. руб."), recognise("Сумма с НДС, €")
    assert rate is not None
    assert (rate.per, rate.currency) == (TimeUnit.DAYS, "USD")
    assert money is not None
    assert (money.scale, money.currency) == (Decimal(1000), "RUB")
    assert taxed is not None
    assert (taxed.field, taxed.vat, taxed.currency) == (Field.SUM, "with", "EUR")


def test_every_known_word_means_its_own_field() -> None:
    """A word that stands under two fields would mean whichever comes first."""
    for field, words in WORDS.items():
        for word in words:
            found = recognise(word)
            assert found is not None, word
            assert found.field is field, word


@given(st.text(max_size=80))
def test_any_text_is_understood_or_not_and_nothing_breaks(text: str) -> None:
    found = recognise(text)
    assert found is None or found.score > 0
