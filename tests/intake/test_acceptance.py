"""The estimate of an agency as LibreOffice saves it: 60 items in 7 sections, right to the kopeck in every format."""

from decimal import Decimal

import pytest

from app.intake.estimate import EstimateRead, read_estimate
from app.model.estimate import Discount, Pricing, Vat, VatMode
from tests.intake.helpers import FILES, codes, d, sums
from tests.intake.sixty import SECTIONS

SAVED = ["smeta.xlsx", "smeta.ods", "smeta.xls", "smeta-utf8.csv", "smeta-cp1251.csv"]
"""One workbook, made by `files/make_files.py`: merged title, section rows, totals of sections, discount, VAT included."""

BY_HAND = {
    "Аналитика": (d("75.25"), d("238928.75")),  # 67.75 × 3200 + 7.5 × 2950.50
    "Прототип": (d("68.75"), d("196500.00")),  # 58.75 × 2800 + 10 × 3200
    "Дизайн": (d("101.75"), d("284900.00")),  # 101.75 × 2800
    "Вёрстка": (d("91.50"), d("242543.63")),  # 91.5 × 2650.75 = 242543.625, and the lines round up by half a kopeck more
    "Программирование": (d("157.50"), d("524999.48")),  # 157.5 × 3333.33 = 524999.475, likewise
    "Наполнение и проверка": (d("81.50"), d("247684.01")),  # 51.5 × 2950.50 + 8 × 2800 + 22 × 3333.33
    "Запуск и поддержка": (d("63.00"), d("202566.95")),  # 40 × 3333.33 + 17.5 × 2950.50 + 5.5 × 3200
}
"""Hours and money of every section."""


@pytest.fixture(params=SAVED)
def read(request: pytest.FixtureRequest) -> EstimateRead:
    return read_estimate(FILES / request.param)


def test_every_section_and_the_whole_come_to_what_was_computed_by_hand(read: EstimateRead) -> None:
    totals = sums(read)
    found = {
        section.title: (sums.hours, sums.amount) for section, sums in zip(read.estimate.sections, totals.sections, strict=True)
    }
    assert found == BY_HAND
    assert totals.hours == d("639.25")
    assert totals.subtotal == d("1938122.82")
    assert totals.discount == d("96906.14")  # 5 % of 1938122.82 = 96906.141
    assert totals.vat == d("306869.45")  # 1841216.68 × 20 / 120 = 306869.4466…
    assert totals.total == d("1841216.68")


def test_every_item_is_there_with_its_hours_rate_description_and_person(read: EstimateRead) -> None:
    for section, (title, rows) in zip(read.estimate.sections, SECTIONS, strict=True):
        assert section.title == title
        found = [(item.title, item.role, item.quantity, item.rate, item.description) for item in section.items]
        assert found == [(name, who, Decimal(hours), Decimal(rate), about) for name, who, hours, rate, about in rows]
        assert {item.pricing for item in section.items} == {Pricing.HOURS}
        assert section.people == tuple(dict.fromkeys(row[1] for row in rows))


def test_there_are_sixty_items_with_ids_in_order(read: EstimateRead) -> None:
    items = [item.id for section in read.estimate.sections for item in section.items]
    assert items == [f"i{number}" for number in range(1, 61)]
    assert [section.id for section in read.estimate.sections] == [f"s{number}" for number in range(1, 8)]


def test_discount_and_tax_are_understood(read: EstimateRead) -> None:
    assert read.estimate.discount == Discount(percent=d("5"), reason="постоянному клиенту")
    assert read.estimate.vat == Vat(mode=VatMode.INCLUDED, rate=d("20"))


def test_people_come_in_the_order_of_their_work(read: EstimateRead) -> None:
    assert read.people == ("Анна Ким", "Ольга Сорокина", "Дарья Мень", "Пётр Лаптев", "Иван Жук")


def test_nothing_is_complained_about_but_a_guessed_encoding(read: EstimateRead) -> None:
    assert set(codes(read)) <= {"table-encoding-guessed"}


@pytest.mark.parametrize("name", SAVED[:4])
def test_the_currency_is_known_where_the_encoding_has_its_sign(name: str) -> None:
    assert read_estimate(FILES / name).currency == "RUB"
