"""Terms below and beside the items: payments, surcharges, a reserve, discounts and rates of VAT by row."""

import datetime
from pathlib import Path

import pytest

from app.intake.estimate import read_estimate
from app.model.estimate import Contingency, Discount, Surcharge, Vat, VatMode
from app.model.payment import Payment
from tests.intake.helpers import codes, d, items, only, read_csv, sums, xlsx

HEAD = "Работа;Часы;Ставка;Сумма\nЛого;8;1000;8000\nСайт;2;1000;2000\n"
TOTAL = "Итого;10;;10000\n"


def plan(tmp_path: Path, below: str) -> list[tuple[str, str, str]]:
    """Return title, per cents and amount of each payment; nothing is told and no item is lost."""
    read = read_csv(tmp_path, HEAD + below)
    assert [item.title for item in items(read)] == ["Лого", "Сайт"]
    assert not codes(read)
    return [(one.title, f"{one.percent}", f"{one.amount}") for one in read.estimate.payments]


@pytest.mark.parametrize(
    "below",
    [
        f"{TOTAL}Аванс 50 %;;;5000\nОстаток 50 %;;;5000\n",
        f"{TOTAL}Аванс 50%\nОстаток 50%\n",
        f"{TOTAL}Аванс;50%\nОстаток;50%\n",
        f"{TOTAL}\nГрафик платежей\nАванс;50%;;5000\nОстаток;50%;;5000\nИтого;100%;;10000\n",
        "Аванс 50 %;;;5000\nОстаток 50 %;;;5000\n",
        f"{TOTAL}Условия оплаты: аванс 50 %, остаток 50 %\n",
    ],
)
def test_payments_in_per_cents(tmp_path: Path, below: str) -> None:
    assert plan(tmp_path, below) == [("Аванс", "50", "0"), ("Остаток", "50", "0")]


def test_payments_in_money_and_what_is_left(tmp_path: Path) -> None:
    assert plan(tmp_path, f"{TOTAL}1-й платёж;;;3000\n2-й платёж;;;4000\nОстаток\n") == [
        ("1-й платёж", "0", "3000"),
        ("2-й платёж", "0", "4000"),
        ("Остаток", "0", "0"),
    ]


def test_payments_in_english_say_when_they_are_due(tmp_path: Path) -> None:
    table = "Task;Hours;Rate;Amount\nLogo;8;100;800\nTotal;8;;800\n"
    text = f"{table}Payment schedule\n30% upfront\n40% upon approval of the layouts\n30% on delivery\n"
    read = read_csv(tmp_path, text)
    assert [(one.title, one.percent) for one in read.estimate.payments] == [
        ("Upfront", d("30")),
        ("Upon approval of the layouts", d("40")),
        ("On delivery", d("30")),
    ]


def test_a_payment_may_have_a_date(tmp_path: Path) -> None:
    rows = [
        ["Работа", "Часы", "Ставка", "Сумма"],
        ["Лого", 10, 1000, 10000],
        ["Итого", None, None, 10000],
        ["Аванс", datetime.date(2026, 12, 1), 0.5, 5000],
        ["Остаток", "до 15.01.2027", 0.5, 5000],
    ]
    from openpyxl import load_workbook

    path = xlsx(tmp_path / "a.xlsx", rows)
    book = load_workbook(path)
    for cell in ("C4", "C5"):
        book["Смета"][cell].number_format = "0%"
    book.save(path)
    read = read_estimate(path)
    assert read.estimate.payments == (
        Payment(id="t1", title="Аванс", date=datetime.date(2026, 12, 1), percent=d("50")),
        Payment(id="t2", title="Остаток, до 15.01.2027", date=datetime.date(2027, 1, 15), percent=d("50")),
    )
    assert not codes(read)


def test_payments_that_do_not_come_to_the_total_are_told(tmp_path: Path) -> None:
    read = read_csv(tmp_path, f"{HEAD}{TOTAL}Аванс 50 %;;;5000\nОстаток 40 %;;;4000\n")
    found = only(read, "estimate-payments-differ")
    assert (found.where, found.fact("planned"), found.fact("total")) == ("смета.csv › D5", "9000.00", "10000.00")


def test_a_payment_that_is_not_its_per_cents_is_told(tmp_path: Path) -> None:
    read = read_csv(tmp_path, f"{HEAD}{TOTAL}Аванс 50 %;;;6000\nОстаток 50 %;;;5000\n")
    assert only(read, "estimate-payment-differs").where == "смета.csv › D5"


def test_a_payment_of_more_than_everything_is_told(tmp_path: Path) -> None:
    read = read_csv(tmp_path, f"{HEAD}{TOTAL}Аванс 150 %\nОстаток\n")
    assert only(read, "estimate-payment-too-large").where == "смета.csv › A5"


@pytest.mark.parametrize(
    "title", ["Платежи", "Оплата картой", "Платёжный модуль", "Предоплата заказа в корзине", "Balance sheet"]
)
def test_work_on_payments_is_no_payment(tmp_path: Path, title: str) -> None:
    """It has no per cents, and no total stands above it."""
    read = read_csv(tmp_path, f"Работа;Сумма\nЛого;8000\n{title};5000\nИтого;13000\n")
    assert [item.title for item in items(read)] == ["Лого", title]
    assert not read.estimate.payments
    timed = read_csv(tmp_path, f"{HEAD}{TOTAL}Опции\n{title};5;1000;5000\n")
    assert title in [item.title for item in items(timed)]


@pytest.mark.parametrize(
    ("row", "surcharge"),
    [
        ("Срочность 20 %;;;2000", Surcharge(id="u1", title="Срочность", percent=d("20"))),
        ("Наценка за срочность +20%", Surcharge(id="u1", title="Наценка за срочность", percent=d("20"))),
        ("Rush fee;;;2000", Surcharge(id="u1", title="Rush fee", amount=d("2000"))),
    ],
)
def test_a_surcharge_is_of_the_whole(tmp_path: Path, row: str, surcharge: Surcharge) -> None:
    read = read_csv(tmp_path, f"{HEAD}{row}\nИтого;10;;12000\nНДС 20%;;;2400\nВсего с НДС;;;14400\n")
    assert read.estimate.surcharges == (surcharge,)
    assert sums(read).total == d("14400.00")
    assert not codes(read)


def test_a_reserve_is_told_in_per_cents(tmp_path: Path) -> None:
    for row in ("Резерв на риски 10 %;;;1000", "Резерв на риски;;;1000", "Резерв на риски;;10%;1000"):
        read = read_csv(tmp_path, f"{HEAD}{row}\nИтого;10;;11000\n")
        assert read.estimate.contingency == Contingency(percent=d("10"), reason="Резерв на риски")
        assert (sums(read).total, codes(read)) == (d("11000.00"), [])


def test_a_surcharge_that_is_not_its_per_cents_is_told(tmp_path: Path) -> None:
    read = read_csv(tmp_path, f"{HEAD}Срочность 20 %;;;2500\n")
    found = only(read, "estimate-surcharge-differs")
    assert (found.where, found.fact("computed")) == ("смета.csv › D4", "2000.00")


@pytest.mark.parametrize(
    "below",
    [
        "Срочность 20 %;;;2000\nСкидка 10 %;;;-1200\nИтого;;;10800\n",
        "Скидка 10 %;;;-1200\nСрочность 20 %;;;2000\nИтого;;;10800\n",
    ],
)
def test_a_discount_of_items_and_surcharge_is_of_both(tmp_path: Path, below: str) -> None:
    read = read_csv(tmp_path, HEAD + below)
    assert (read.estimate.discount.percent, sums(read).total, codes(read)) == (d("10"), d("10800.00"), [])


@pytest.mark.parametrize(
    "title", ["Срочность доставки в корзине", "Риски и ограничения", "Буферизация видео", "Резервное копирование"]
)
def test_work_that_sounds_like_a_surcharge_is_work(tmp_path: Path, title: str) -> None:
    read = read_csv(tmp_path, f"{HEAD}{title};4;1000;4000\n")
    assert [item.title for item in items(read)][-1] == title


@pytest.mark.parametrize(
    ("row", "discount", "rate"),
    [
        ("8;1000;10%;7200", Discount(percent=d("10")), "1000"),
        ("8;1000;10;7200", Discount(percent=d("10")), "1000"),
        ("8;1000;800;7200", Discount(amount=d("800")), "1000"),
        ("8;1000;-10%;7200", Discount(percent=d("10")), "1000"),
        ("8;1000;50;7950", Discount(amount=d("50")), "1000"),  # the sum shows that it is money
        ("8;1000;10%;", Discount(percent=d("10")), "1000"),
        ("8;;10%;7200", Discount(percent=d("10")), "1000"),  # 7200 / 0.9 / 8
    ],
)
def test_the_discount_of_a_row_stays_one(tmp_path: Path, row: str, discount: Discount, rate: str) -> None:
    read = read_csv(tmp_path, f"Работа;Часы;Ставка;Скидка;Сумма\nЛого;{row}\n")
    (item,) = items(read)
    assert (item.discount, item.rate) == (discount, d(rate))
    assert sums(read).total == d("7950.00" if row.endswith("7950") else "7200.00")
    assert not codes(read)


def test_a_discount_that_its_sum_does_not_show_is_told(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Работа;Часы;Ставка;Скидка;Сумма\nЛого;8;1000;10%;7000\n")
    found = only(read, "estimate-sum-differs")
    assert (found.where, found.fact("computed")) == ("смета.csv › E2", "7200.00")


def test_a_discount_that_does_not_come_out_even_is_in_the_sum_already(tmp_path: Path) -> None:
    """100 / 0.93 is no price in kopecks."""
    read = read_csv(tmp_path, "Работа;Скидка;Сумма\nЛого;7%;100\n")
    assert (items(read)[0].rate, items(read)[0].discount) == (d("100"), Discount())
    assert only(read, "estimate-line-discount-in-sum").where == "смета.csv › B2"


def test_a_discount_of_a_row_of_more_than_everything_is_refused(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Работа;Часы;Ставка;Скидка;Сумма\nЛого;8;1000;120%;8000\n")
    assert items(read)[0].discount == Discount()
    assert only(read, "estimate-discount-too-large").where == "смета.csv › D2"


def test_rates_of_vat_by_row_stay_with_their_rows(tmp_path: Path) -> None:
    """8000 × 20 % + 1000 × 10 % = 1700 on top."""
    text = "Работа;Сумма;НДС, %\nЛого;8000;20\nКнига;1000;10\nЛицензия;500;0\nИтого с НДС;11200;\n"
    read = read_csv(tmp_path, text)
    assert read.estimate.vat.mode is VatMode.ADDED
    assert sums(read).total == d("11200.00")
    assert not codes(read)


def test_one_rate_of_vat_in_all_rows_is_that_of_the_estimate(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Работа;Сумма;Ставка НДС\nЛого;8000;20%\nКнига;2000;20%\nИтого с НДС;12000;\n")
    assert read.estimate.vat == Vat(mode=VatMode.ADDED, rate=d("20"))
    assert {item.vat for item in items(read)} == {None}
    assert not codes(read)


def test_a_hidden_column_gives_way_to_one_that_is_seen(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = xlsx(tmp_path / "a.xlsx", [["Работа", "Часы", "Ставка", "Ставка"], ["Лого", 8, 900, 1000]])
    book = load_workbook(path)
    book["Смета"].column_dimensions["C"].hidden = True
    book.save(path)
    read = read_estimate(path)
    assert items(read)[0].rate == 1000
    assert [(found.code, found.where) for found in read.problems] == [
        ("table-hidden-columns", "a.xlsx › Смета › C1"),
        ("column-repeated", "a.xlsx › Смета › C1"),
    ]
