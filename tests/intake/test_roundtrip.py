"""An estimate written as a table, with its columns in any order, is read as the same estimate."""

import csv as standard
import io
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.intake.clipboard import read_pasted
from app.intake.csvfile import read_csv
from app.intake.estimate import EstimateRead, read_estimate, read_estimate_table
from app.intake.headingwords import WORDS, Field
from app.model.estimate import Estimate, EstimateSection, LineItem, Pricing
from app.totals import totals
from tests.intake.helpers import codes, xlsx

NOUNS = (
    "Логотип",
    "Главная страница",
    "Каталог товаров",
    "Личный кабинет",
    "Обмен с 1С",
    "Вёрстка писем",
    "3D-модель",
    "A/B-проверка",
)
SOME = settings(max_examples=40, deadline=None)
TITLES = ("Дизайн", "Разработка и запуск", "Поддержка", "Analytics", "Этап 2")
FIELDS = (Field.SECTION, Field.TITLE, Field.DESCRIPTION, Field.WHO, Field.HOURS, Field.RATE, Field.SUM)

Drawn = list[tuple[str, list[LineItem]]]

hours = st.decimals(min_value=Decimal("0.25"), max_value=400, places=2)
rates = st.decimals(min_value=1, max_value=20_000, places=2)
items = st.builds(
    lambda number, title, about, who, quantity, rate: LineItem(
        id=f"i{number}", title=title, description=about, quantity=quantity, rate=rate, role=who
    ),
    st.just(0),
    st.sampled_from(NOUNS),
    st.sampled_from(["", "два варианта", "срок; условия", "с тестами, без вёрстки"]),
    st.sampled_from(["Анна Ким", "Пётр Лаптев"]),
    hours,
    rates,
)
sections = st.lists(
    st.tuples(st.sampled_from(TITLES), st.lists(items, min_size=1, max_size=4)),
    min_size=1,
    max_size=4,
    unique_by=lambda pair: pair[0],
)
headings = st.fixed_dictionaries({field: st.sampled_from([word for word in WORDS[field] if len(word) > 2]) for field in FIELDS})


@dataclass(frozen=True)
class Written:
    """An estimate and the cells that it was written in."""

    estimate: Estimate
    rows: list[list[str]]


@st.composite
def written(draw: st.DrawFn) -> Written:
    """Draw an estimate, the words for its columns, their order, the decimal mark and the sign of money."""
    drawn = draw(sections)
    words, order = draw(headings), draw(st.permutations(FIELDS))
    mark, sign = draw(st.sampled_from(",.")), draw(st.sampled_from(["", " ₽"]))
    rows = [[words[field].upper() if draw(st.booleans()) else words[field].capitalize() for field in order]]
    made, count = [], 0
    for number, (title, drawn_items) in enumerate(drawn, start=1):
        kept = []
        for item in drawn_items:
            count += 1
            kept.append(LineItem(**{**{name: getattr(item, name) for name in LineItem.__slots__}, "id": f"i{count}"}))
            rows.append([cell(field, title, item, mark, sign) for field in order])
        people = tuple(dict.fromkeys(item.role for item in kept))
        made.append(EstimateSection(id=f"s{number}", title=title, people=people, items=tuple(kept)))
    return Written(Estimate(sections=tuple(made)), rows)


def cell(field: Field, section: str, item: LineItem, mark: str, sign: str) -> str:
    assert item.rate is not None
    money = {Field.RATE: item.rate, Field.SUM: (item.rate * item.quantity).quantize(Decimal("0.0001"))}
    if field in money:
        return f"{money[field]:f}".replace(".", mark) + sign
    texts = {Field.SECTION: section, Field.TITLE: item.title, Field.DESCRIPTION: item.description, Field.WHO: item.role}
    return texts[field] if field in texts else f"{item.quantity:f}".replace(".", mark)


def same(read: EstimateRead, estimate: Estimate) -> None:
    assert not set(codes(read)) - {"cell-number-ambiguous"}, read.problems
    assert read.estimate.sections == estimate.sections
    assert totals(read.estimate, "RUB") == totals(estimate, "RUB")


@given(written(), st.sampled_from([";", "\t"]), st.sampled_from(["utf-8-sig", "utf-16", "cp1251"]))
@SOME
def test_csv_with_columns_in_any_order_gives_the_same_estimate(table: Written, delimiter: str, encoding: str) -> None:
    text = io.StringIO()
    standard.writer(text, delimiter=delimiter).writerows(table.rows)
    read = read_estimate_table(read_csv(text.getvalue().encode(encoding, "ignore"), "a.csv"))
    assert read.estimate.sections == table.estimate.sections
    assert totals(read.estimate, "RUB") == totals(table.estimate, "RUB")


@given(written())
@SOME
def test_pasted_cells_give_the_same_estimate(table: Written) -> None:
    same(read_pasted("\n".join("\t".join(row) for row in table.rows)), table.estimate)


@given(table=written())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_workbook_gives_the_same_estimate(tmp_path: Path, table: Written) -> None:
    same(read_estimate(xlsx(tmp_path / "a.xlsx", table.rows)), table.estimate)


@given(sections, st.booleans())
@SOME
def test_sections_and_totals_in_rows_of_their_own_give_the_same_sums(drawn: Drawn, grand: bool) -> None:
    lines, whole = ["Работа;Часы;Ставка;Сумма"], Decimal(0)
    for title, drawn_items in drawn:
        amounts = [((item.rate or Decimal(0)) * item.quantity).quantize(Decimal("0.01"), "ROUND_HALF_UP") for item in drawn_items]
        rows = [f"{item.title};{item.quantity};{item.rate};{amount}" for item, amount in zip(drawn_items, amounts, strict=True)]
        lines += [title, *rows, f"Итого по разделу;{sum(item.quantity for item in drawn_items)};;{sum(amounts)}"]
        whole += sum(amounts)
    lines += [f"Итого;;;{whole}"] if grand else []
    read = read_estimate_table(read_csv("\n".join(lines).encode(), "a.csv"))
    assert totals(read.estimate, "RUB").total == whole
    assert [len(section.items) for section in read.estimate.sections] == [len(drawn_items) for _, drawn_items in drawn]
    assert not codes(read)


@pytest.mark.parametrize(
    ("pricing", "row"),
    [
        (Pricing.HOURS, "8;;;;;;2500;"),
        (Pricing.DAYS, ";2;;;;;20000;"),
        (Pricing.MONTHS, ";;3;2;;;300000;"),
        (Pricing.QUANTITY, ";;;;3;шт;100;"),
        (Pricing.FIXED, ";;;;;;;5000"),
    ],
)
def test_every_way_of_pricing_can_be_written_in_a_table(pricing: Pricing, row: str) -> None:
    head = "Работа;Часы;Дни;Месяцев;Человек;Кол-во;Ед.;Ставка;Сумма"
    read = read_estimate_table(read_csv(f"{head}\nДело;{row}\n".encode(), "a.csv"))
    (item,) = read.estimate.sections[0].items
    assert item.pricing is pricing
    assert not codes(read)


def test_there_is_a_row_for_every_way_of_pricing() -> None:
    marks = test_every_way_of_pricing_can_be_written_in_a_table.pytestmark  # type: ignore[attr-defined]
    assert {pricing for pricing, _ in marks[0].args[1]} == set(Pricing)
