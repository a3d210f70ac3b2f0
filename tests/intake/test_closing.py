"""What stands under the items: discount, VAT and totals become terms of the estimate, never items."""

from pathlib import Path

import pytest

from app.intake.estimate import EstimateRead, read_estimate
from app.model.estimate import Discount, Vat, VatMode
from app.problems import stops
from tests.intake.helpers import codes, d, items, only, read_csv, sums, xlsx

HEAD = "Работа;Часы;Ставка;Сумма\nЛого;8;1000;8000\nСайт;2;1000;2000\n"


def closed(tmp_path: Path, below: str) -> EstimateRead:
    read = read_csv(tmp_path, HEAD + below)
    assert [item.title for item in items(read)] == ["Лого", "Сайт"]
    return read


@pytest.mark.parametrize(
    ("row", "discount"),
    [
        ("Скидка 10%;;;-1000", Discount(percent=d("10"))),
        ("Скидка 10 %;;;1 000,00 ₽", Discount(percent=d("10"))),
        ("Скидка 10%", Discount(percent=d("10"))),
        ("Скидка;;10%;-1000", Discount(percent=d("10"))),
        ("Скидка, %;;;10", Discount(percent=d("10"))),
        ("Скидка постоянному клиенту 7,5%", Discount(percent=d("7.5"), reason="постоянному клиенту")),
        ("Скидка за объём;;;-1500", Discount(amount=d("1500"), reason="за объём")),
        ("Discount 5%", Discount(percent=d("5"))),
        ("Early-bird discount;;;500", Discount(amount=d("500"), reason="Early-bird discount")),
        ("Скидка: 500 ₽", Discount(amount=d("500"), reason="500 ₽")),
        ("Скидка 0%", Discount()),
    ],
)
def test_a_discount_is_of_the_whole(tmp_path: Path, row: str, discount: Discount) -> None:
    read = closed(tmp_path, f"{row}\n")
    found = read.estimate.discount
    assert (found.percent, found.amount) == (discount.percent, discount.amount)
    assert not codes(read)


def test_a_discount_says_what_it_is_for(tmp_path: Path) -> None:
    assert closed(tmp_path, "Скидка за объём (5%)\n").estimate.discount.reason == "за объём"
    assert closed(tmp_path, "Скидка 5%\n").estimate.discount.reason == ""


def test_a_percentage_cell_of_a_workbook_is_read_as_it_is_shown(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    rows = [["Работа", "Часы", "Ставка", "Сумма"], ["Лого", 8, 1000, 8000], ["Скидка", None, 0.1, -800]]
    path = xlsx(tmp_path / "a.xlsx", rows)
    book = load_workbook(path)
    book["Смета"]["C3"].number_format = "0%"
    book.save(path)
    assert read_estimate(path).estimate.discount.percent == 10


@pytest.mark.parametrize("row", ["Скидка 120%", "Скидка;;;-20000"])
def test_a_discount_of_more_than_everything_is_refused(tmp_path: Path, row: str) -> None:
    read = closed(tmp_path, f"{row}\n")
    assert read.estimate.discount == Discount()
    assert codes(read) == ["estimate-discount-too-large"]
    assert stops(read.problems)


def test_a_discount_whose_amount_is_not_its_percentage_is_told(tmp_path: Path) -> None:
    read = closed(tmp_path, "Скидка 10%;;;-900\n")
    found = only(read, "estimate-discount-differs")
    assert (found.fact("written"), found.fact("computed")) == ("900", "1000.00")
    assert read.estimate.discount.percent == 10


def test_two_discounts_become_one_amount(tmp_path: Path) -> None:
    read = closed(tmp_path, "Скидка за объём 10%\nСкидка за предоплату;;;-500\n")
    assert read.estimate.discount == Discount(amount=d("1500.00"), reason="за объём; за предоплату")
    assert codes(read) == ["estimate-discounts-joined"]


def test_a_discount_between_sections_is_of_the_section_above_it(tmp_path: Path) -> None:
    text = "Работа;Часы;Ставка\nДизайн\nЛого;8;1000\nСкидка за объём 10%\nКод\nСайт;2;1000\n"
    read = read_csv(tmp_path, text)
    assert read.estimate.discount == Discount()
    assert read.estimate.sections[0].discount == Discount(percent=d("10"), reason="за объём")
    assert sums(read).total == d("9200.00")  # 8000 − 800 + 2000
    assert not codes(read)


def test_a_discount_between_sections_may_show_that_it_is_of_all_above_it(tmp_path: Path) -> None:
    head = "Работа;Часы;Ставка;Сумма\nДизайн\nЛого;8;1000;8000\nКод\nСайт;2;1000;2000\n"
    read = read_csv(tmp_path, head + "Скидка 10%;;;-1000\nОпции\nВидео;1;1000;1000\n")
    assert read.estimate.discount == Discount(percent=d("10"))
    assert sums(read).total == d("9000.00")


def test_a_discount_without_a_number_is_told(tmp_path: Path) -> None:
    assert codes(closed(tmp_path, "Скидка по договорённости\n")) == ["estimate-discount-unread"]


@pytest.mark.parametrize(
    ("below", "vat"),
    [
        ("в т. ч. НДС 20 %;;;1666,67", Vat(mode=VatMode.INCLUDED, rate=d("20"))),
        ("В том числе НДС 20%", Vat(mode=VatMode.INCLUDED, rate=d("20"))),
        ("НДС 20%;;;1666,67", Vat(mode=VatMode.INCLUDED, rate=d("20"))),
        ("НДС 20%;;;2000", Vat(mode=VatMode.ADDED, rate=d("20"))),
        ("НДС 20% сверху", Vat(mode=VatMode.ADDED, rate=d("20"))),
        ("Итого;10;;10000\nНДС 20%;;;2000\nИтого с НДС;;;12000", Vat(mode=VatMode.ADDED, rate=d("20"))),
        ("НДС 20%\nИтого с НДС;;;12000", Vat(mode=VatMode.ADDED, rate=d("20"))),
        ("НДС;;;2200", Vat(mode=VatMode.ADDED, rate=d("22"))),
        ("VAT 20%;;;2,000.00", Vat(mode=VatMode.ADDED, rate=d("20"))),
        ("incl. VAT 19%", Vat(mode=VatMode.INCLUDED, rate=d("19"))),
        ("Итого с НДС 20%;;;10000", Vat(mode=VatMode.INCLUDED, rate=d("20"))),
        ("Итого, в т.ч. НДС 20%;;;10000", Vat(mode=VatMode.INCLUDED, rate=d("20"))),
        ("без НДС", Vat(reason="без НДС")),
        ("НДС не облагается (УСН, ст. 346.11 НК РФ)", Vat(reason="НДС не облагается (УСН, ст. 346.11 НК РФ)")),
        ("* Цены указаны без НДС", Vat(reason="Цены указаны без НДС")),
        ("VAT exempt", Vat(reason="VAT exempt")),
    ],
)
def test_vat_is_understood_by_its_words_and_amounts(tmp_path: Path, below: str, vat: Vat) -> None:
    read = closed(tmp_path, f"{below}\n")
    assert read.estimate.vat == vat
    assert set(codes(read)) <= {"estimate-note-left-out"}


def test_vat_without_any_sign_counts_as_added_and_that_is_told(tmp_path: Path) -> None:
    read = closed(tmp_path, "НДС 20%\n")
    assert read.estimate.vat == Vat(mode=VatMode.ADDED, rate=d("20"))
    assert codes(read) == ["estimate-vat-assumed-added"]


def test_vat_without_a_rate_is_told_and_not_set(tmp_path: Path) -> None:
    read = closed(tmp_path, "включая НДС\n")
    assert read.estimate.vat == Vat()
    assert codes(read) == ["estimate-vat-unclear"]


def test_a_wrong_amount_of_vat_is_told(tmp_path: Path) -> None:
    assert codes(closed(tmp_path, "в т. ч. НДС 20%;;;1500\n")) == ["estimate-vat-differs"]


def test_what_stands_above_the_table_may_speak_of_vat(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "НДС не облагается;;\nРабота;Часы;Ставка\nЛого;8;100\n")
    assert read.estimate.vat == Vat(reason="НДС не облагается")


def test_of_sums_with_and_without_vat_those_without_are_taken(tmp_path: Path) -> None:
    text = "Работа;Сумма без НДС;Сумма с НДС\nЛого;1000;1200\nИтого;1000;1200\nНДС 20%;200\n"
    read = read_csv(tmp_path, text)
    assert sums(read).subtotal == d("1000.00")
    assert read.estimate.vat == Vat(mode=VatMode.ADDED, rate=d("20"))


def test_a_whole_ending_adds_up(tmp_path: Path) -> None:
    below = "Итого;10;;10000\nСкидка 10%;;;-1000\nИтого со скидкой;;;9000\nНДС 20%;;;1800\nВсего к оплате;;;10800\n"
    read = closed(tmp_path, below)
    assert (sums(read).discount, sums(read).vat, sums(read).total) == (d("1000.00"), d("1800.00"), d("10800.00"))
    assert not codes(read)


def test_a_total_that_does_not_add_up_is_told_with_both_numbers(tmp_path: Path) -> None:
    found = only(closed(tmp_path, "Итого;10;;10000\nСкидка 10%\nВсего к оплате;;;9500\n"), "estimate-total-differs")
    assert (found.where, found.fact("written"), found.fact("computed")) == ("смета.csv › D6", "9500", "9000.00")


def test_a_total_may_share_its_cell_with_its_number(tmp_path: Path) -> None:
    assert not codes(closed(tmp_path, "Итого: 10 000 ₽\n"))
    assert codes(closed(tmp_path, "Итого: 11 000 ₽\n")) == ["estimate-total-differs"]
    assert codes(closed(tmp_path, "Итого часов: 11\n")) == ["estimate-hours-differ"]


def test_remarks_below_are_left_out_and_told(tmp_path: Path) -> None:
    read = closed(tmp_path, "Итого;10;;10000\nСрок действия предложения 14 дней.\n")
    assert only(read, "estimate-note-left-out").where == "смета.csv › A5"


def test_vat_in_a_column_of_its_own_is_added(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Работа;Кол-во;Цена;Сумма;НДС 20%;Всего с НДС\nА;2;1000;2000;400;2400\nИтого;;;2000;400;2400\n")
    assert (read.estimate.vat, sums(read).total) == (Vat(mode=VatMode.ADDED, rate=d("20")), d("2400.00"))
    included = read_csv(tmp_path, "Работа;Кол-во;Цена;Сумма;в т.ч. НДС\nА;2;1200;2400;400\n")
    assert (included.estimate.vat, sums(included).total) == (Vat(mode=VatMode.INCLUDED, rate=d("20")), d("2400.00"))


def test_sums_that_are_said_to_be_with_vat_include_it(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Работа;Сумма с НДС\nА;2400\nНДС 20%;400\n")
    assert read.estimate.vat == Vat(mode=VatMode.INCLUDED, rate=d("20"))
