"""People change the visible cells of a table of ours, and what they see is what comes back."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from app.exchange.fields import public
from app.exchange.flat import text_table
from app.exchange.own import Own, read_own
from app.exchange.view import WHOLE
from app.exchange.workbook import filled, workbook
from app.model.client import Client
from app.model.estimate import (
    Contingency,
    Discount,
    Estimate,
    EstimateSection,
    LineItem,
    Period,
    Pricing,
    Surcharge,
    Vat,
    VatMode,
)
from app.model.package import Package
from app.model.payment import Payment
from app.model.rate import Rate
from tests.exchange.test_own import proposal


def d(text: str | int) -> Decimal:
    return Decimal(text)


ESTIMATE = Estimate(
    sections=(
        EstimateSection(
            id="s1",
            title="Дизайн",
            people=("p1",),
            items=(
                LineItem(id="i1", title="Главная", quantity=d(10), role="designer", description="Макет"),
                LineItem(id="i2", title="Карточка", quantity=d("7.333"), rate=d("3333.333")),
                LineItem(
                    id="i3", title="Иконки", pricing=Pricing.QUANTITY, unit="шт.", quantity=d(40), rate=d(500), optional=True
                ),
            ),
            discount=Discount(percent=d(5), reason="серия"),
        ),
        EstimateSection(
            id="s2",
            title="Поддержка",
            items=(
                LineItem(id="i1", title="Дежурства", pricing=Pricing.DAYS, quantity=d(2), role="designer", packages=("k2",)),
                LineItem(id="i2", title="Хостинг", pricing=Pricing.FIXED, rate=d(900), period=Period.MONTH),
            ),
        ),
    ),
    rates=(Rate(id="designer", amount=d(4000), title="Дизайнер"),),
    surcharges=(Surcharge(id="u1", title="Срочность", percent=d(15)),),
    contingency=Contingency(percent=d(10)),
    discount=Discount(amount=d(1000)),
    vat=Vat(mode=VatMode.ADDED, rate=d(20)),
    packages=(Package(id="k1", title="Основа"), Package(id="k2", title="Полный")),
    payments=(Payment(id="y1", title="Аванс", percent=d(50)), Payment(id="y2", title="Остаток")),
)
BOOK = filled(proposal(ESTIMATE), WHOLE)


def cell(key: str, column: str) -> str:
    """Return the name of a cell by the key of its row."""
    kind, _, name = key.partition(":")
    return BOOK.at(4 if kind == "package" else BOOK.plan.row(kind, name), column)


def edited(folder: Path, edit: Callable[[Worksheet], None]) -> Own:
    path = folder / "table.xlsx"
    path.write_bytes(workbook(proposal(ESTIMATE), WHOLE))
    book = load_workbook(path)
    edit(book.worksheets[0])
    book.save(path)
    found = read_own(path)
    assert found is not None
    return found


def item(estimate: Estimate, section: str, name: str) -> LineItem:
    part = next(one for one in estimate.sections if one.id == section)
    return next(one for one in part.items if one.id == name)


@pytest.mark.parametrize(
    ("key", "column", "value", "field", "expected"),
    [
        ("item:s1/i1", "title", "Главная страница", "title", "Главная страница"),
        ("item:s1/i1", "description", None, "description", ""),
        ("item:s1/i1", "quantity", 12.5, "quantity", d("12.5")),
        ("item:s1/i1", "quantity", "12,5", "quantity", d("12.5")),
        ("item:s1/i1", "quantity", "12 ч", "quantity", d(12)),
        ("item:s1/i1", "rate", 4500, "rate", d(4500)),
        ("item:s1/i1", "role", "Стажёр", "role", "Стажёр"),
        ("item:s1/i2", "role", "Дизайнер", "role", "designer"),
        ("item:s1/i2", "rate", None, "rate", None),
        ("item:s1/i2", "unit", "дн.", "pricing", Pricing.DAYS),
        ("item:s1/i2", "unit", "мес.", "pricing", Pricing.MONTHS),
        ("item:s1/i3", "unit", "набор", "unit", "набор"),
        ("item:s1/i3", "hours", 6, "hours", d(6)),
        ("item:s1/i3", "chosen", 1, "chosen", True),
        ("item:s1/i3", "counted", 1, "chosen", True),
        ("item:s1/i2", "counted", 0, "optional", True),
        ("item:s2/i1", "package:k1", 1, "packages", ("k2", "k1")),
        ("item:s2/i2", "package:k1", 0, "packages", ("k2",)),
        ("item:s2/i1", "hours", 11, "hours", d(11)),
    ],
)
def test_a_changed_cell_of_an_item_wins(
    tmp_path: Path, key: str, column: str, value: object, field: str, expected: object
) -> None:
    found = edited(tmp_path, lambda sheet: sheet.__setitem__(cell(key, column), value))
    section, name = key.removeprefix("item:").split("/")
    assert getattr(item(found.estimate, section, name), field) == expected
    assert found.problems == ()
    others = [one for part in found.estimate.sections for one in part.items if (part.id, one.id) != (section, name)]
    assert all(one in [was for part in ESTIMATE.sections for was in part.items] for one in others)


@pytest.mark.parametrize(
    ("key", "column", "value", "expected"),
    [
        ("surcharge:u1", "rate", 20, replace(ESTIMATE, surcharges=(replace(ESTIMATE.surcharges[0], percent=d(20)),))),
        ("contingency:", "rate", 5, replace(ESTIMATE, contingency=Contingency(percent=d(5)))),
        ("discount:", "rate", 2500, replace(ESTIMATE, discount=Discount(amount=d(2500)))),
        ("vat:0", "rate", 22, replace(ESTIMATE, vat=Vat(mode=VatMode.ADDED, rate=d(22)))),
        ("rate:designer", "rate", 4200, replace(ESTIMATE, rates=(replace(ESTIMATE.rates[0], amount=d(4200)),))),
        ("hours-a-day:", "rate", 7, replace(ESTIMATE, hours_a_day=d(7))),
        ("package:", "rate", 2, replace(ESTIMATE, package="k2")),
        (
            "payment:y1",
            "rate",
            40,
            replace(ESTIMATE, payments=(replace(ESTIMATE.payments[0], percent=d(40)), ESTIMATE.payments[1])),
        ),
    ],
)
def test_a_changed_cell_below_the_sections_wins(tmp_path: Path, key: str, column: str, value: object, expected: Estimate) -> None:
    found = edited(tmp_path, lambda sheet: sheet.__setitem__(cell(key, column), value))
    assert (found.estimate, found.problems) == (expected, ())


def test_a_percentage_typed_into_a_percent_cell_is_that_percentage(tmp_path: Path) -> None:
    def edit(sheet: Worksheet) -> None:
        sheet[cell("section-discount:s1", "rate")].value = 0.12
        sheet[cell("section-discount:s1", "rate")].number_format = "0%"

    assert edited(tmp_path, edit).estimate.sections[0].discount == Discount(percent=d(12), reason="серия")


def test_rows_may_be_deleted_moved_typed_and_copied(tmp_path: Path) -> None:
    def edit(sheet: Worksheet) -> None:
        places = {str(sheet.cell(row, 1).value): row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value}
        names = {str(sheet.cell(1, column).value): column for column in range(1, sheet.max_column + 1)}
        first = places["item:s1/i1"]
        copied = [sheet.cell(first, column).value for column in range(1, sheet.max_column + 1)]
        sheet.insert_rows(places["item:s2/i1"], 2)
        row = places["item:s2/i1"]
        for column, value in enumerate(copied, 1):
            sheet.cell(row, column).value = value
        sheet.cell(row, names["quantity"]).value = 3
        sheet.cell(row + 1, names["title"]).value = "Бэкапы"
        sheet.cell(row + 1, names["unit"]).value = "ч"
        sheet.cell(row + 1, names["quantity"]).value = 4
        sheet.cell(row + 1, names["rate"]).value = 1500
        sheet.delete_rows(places["item:s1/i3"])

    found = edited(tmp_path, edit)
    first, second = found.estimate.sections
    assert [one.title for one in first.items] == ["Главная", "Карточка"]
    assert [(one.id, one.title, one.quantity) for one in second.items] == [
        ("i4", "Главная", 3),
        ("i5", "Бэкапы", 4),
        ("i1", "Дежурства", 2),
        ("i2", "Хостинг", 1),
    ]
    assert (second.items[1].pricing, second.items[1].rate) == (Pricing.HOURS, 1500)
    assert second.items[0].role == "designer"


def test_a_row_that_was_cut_and_pasted_keeps_its_id(tmp_path: Path) -> None:
    def edit(sheet: Worksheet) -> None:
        places = {str(sheet.cell(row, 1).value): row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value}
        row = [sheet.cell(places["item:s1/i2"], column).value for column in range(1, sheet.max_column + 1)]
        sheet.delete_rows(places["item:s1/i2"])
        sheet.insert_rows(places["item:s2/i2"])
        for column, value in enumerate(row, 1):
            sheet.cell(places["item:s2/i2"], column).value = value

    found = edited(tmp_path, edit)
    moved = next(one for one in found.estimate.sections[1].items if one.title == "Карточка")
    assert moved.quantity == d("7.333")
    assert [one.title for one in found.estimate.sections[0].items] == ["Главная", "Иконки"]


def test_a_deleted_surcharge_discount_and_reserve_are_gone(tmp_path: Path) -> None:
    def edit(sheet: Worksheet) -> None:
        gone = ("surcharge:u1", "contingency:", "discount:", "section-discount:s1", "payment:y2")
        for row in reversed(range(1, sheet.max_row + 1)):
            if sheet.cell(row, 1).value in gone:
                sheet.delete_rows(row)

    found = edited(tmp_path, edit).estimate
    assert (found.surcharges, found.contingency, found.discount) == ((), Contingency(), Discount())
    assert (found.sections[0].discount, [one.id for one in found.payments]) == (Discount(), ["y1"])


@pytest.mark.parametrize("value", ["много", -5, "1e400", "=#REF!"])
def test_a_cell_that_cannot_be_read_keeps_what_was_there_and_is_named(tmp_path: Path, value: object) -> None:
    name = cell("item:s1/i2", "quantity")
    found = edited(tmp_path, lambda sheet: sheet.__setitem__(name, value))
    assert item(found.estimate, "s1", "i2").quantity == d("7.333")
    if not str(value).startswith("="):
        assert [(one.code, one.where) for one in found.problems] == [("own-cell-unread", f"table.xlsx › Смета › {name}")]


def test_an_amount_that_the_numbers_do_not_make_is_told(tmp_path: Path) -> None:
    name = cell("item:s1/i2", "amount")
    found = edited(tmp_path, lambda sheet: sheet.__setitem__(name, 99))
    assert [(one.code, one.fact("found"), one.fact("computed")) for one in found.problems] == [
        ("own-amount-differs", "99", "24443.33")
    ]
    assert found.estimate == public(ESTIMATE)


def test_columns_may_be_inserted_and_deleted(tmp_path: Path) -> None:
    def edit(sheet: Worksheet) -> None:
        sheet.insert_cols(3)
        sheet["C8"] = "согласовано"
        names = {str(sheet.cell(1, column).value): column for column in range(1, sheet.max_column + 1)}
        sheet.delete_cols(names["description"])

    assert edited(tmp_path, edit).estimate == public(ESTIMATE)


def test_names_of_people_may_be_changed(tmp_path: Path) -> None:
    found = edited(tmp_path, lambda sheet: sheet.__setitem__(cell("section:s1", "role"), "Анна Ким, верстальщик"))
    assert (found.estimate.sections[0].people, found.estimate.sections[0].roles) == (("p1",), ("верстальщик",))


def test_a_text_table_that_somebody_has_edited(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    text = text_table(proposal(ESTIMATE), WHOLE).decode("utf-8-sig")
    lines = text.replace("Карточка", "Карточка товара").splitlines()
    names = lines[0].split(";")
    new = ["" for _ in names]
    for name, value in {"title": "Бэкапы", "quantity": "4", "rate": "1500,50", "pricing": "hours"}.items():
        new[names.index(name)] = value
    place = next(i for i, line in enumerate(lines) if "Иконки" in line)
    path.write_text("\n".join([*lines[:place], ";".join(new), *lines[place + 1 :]]), "cp1251")
    found = read_own(path)
    assert found is not None
    assert [(one.id, one.title) for one in found.estimate.sections[0].items] == [
        ("i1", "Главная"),
        ("i2", "Карточка товара"),
        ("i3", "Бэкапы"),
    ]
    assert found.estimate.sections[0].items[2].rate == d("1500.50")


def test_a_table_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("blesna;id;version\ntable;;7\nsection;s1;\n", "utf-8")
    found = read_own(path)
    assert found is not None
    assert ([one.code for one in found.problems], found.estimate) == (["own-table-newer"], Estimate())


def test_any_other_table_is_none_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("Работа;Часы;Ставка\nМакет;5;3000\n", "utf-8")
    assert read_own(path) is None
    assert read_own(tmp_path / "nothing.xlsx") is None


def test_a_client_with_a_name_like_a_formula_is_a_text(tmp_path: Path) -> None:
    path = tmp_path / "table.xlsx"
    path.write_bytes(workbook(replace(proposal(ESTIMATE), client=Client(name='=HYPERLINK("http://x")'), title="+1"), WHOLE))
    sheet = load_workbook(path).worksheets[0]
    texts = [one for row in sheet.iter_rows(max_row=4) for one in row if isinstance(one.value, str)]
    assert all(one.data_type == "s" for one in texts)
    assert next(one for one in texts if one.value.startswith("=HYPER")).quotePrefix
