"""Cells copied from a spreadsheet program and pasted: as text, or as the table in the HTML beside it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.clipboard import read_cells, read_pasted
from app.intake.htmltable import html_rows
from app.model.estimate import Pricing
from app.problems import stops
from tests.intake.helpers import codes, d, items, only, sums

LIBREOFFICE = """<!DOCTYPE html><html><head><style>td { color: red }</style><title>x</title></head><body>
<table cellspacing="0" border="0"><colgroup width="85"></colgroup>
<tr><td height="17" align="left"><b>Дизайн</b></td><td><br></td><td><br></td></tr>
<tr><td align="left">Логотип</td><td align="right" sdval="8.25" sdnum="1049;">8,3</td>
<td align="right" sdval="2500.4" sdnum="1049;0;# ##0 [$₽-419]">2&nbsp;500 ₽</td></tr>
<tr><td align="left">Созвон</td><td align="right" sdval="0.0625" sdnum="1049;0;HH:MM">01:30</td><td>2500</td></tr>
</table></body></html>"""

EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><!--StartFragment-->
<table><tr><td colspan=3 class=xl65 style='font-weight:700'>Дизайн</td></tr>
<tr><td>Логотип</td><td class=xl66 align=right>8,25</td><td class=xl67>2 500,00 ₽</td></tr>
<tr><td>Сайт и
  каталог</td><td align=right>4</td><td>2 500,00 ₽</td></tr>
</table><!--EndFragment--></body></html>"""

GOOGLE = """<google-sheets-html-origin><style type="text/css"></style><table><tbody>
<tr><td data-sheets-value="{&quot;1&quot;:2,&quot;2&quot;:&quot;Логотип&quot;}">Логотип</td>
<td data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:8.25}">8,3</td>
<td data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:2500}">р.2 500,00</td></tr></tbody></table>"""


def test_a_pasted_table_needs_no_headings() -> None:
    read = read_pasted("Дизайн\t8\t2500\t20000\nВёрстка\t10,5\t2 000 ₽\t21000\n")
    assert [(item.title, item.quantity, item.rate) for item in items(read)] == [
        ("Дизайн", d("8"), d("2500")),
        ("Вёрстка", d("10.5"), d("2000")),
    ]
    assert read.currency == "RUB"
    assert not codes(read)


def test_headings_are_used_when_they_are_pasted_too() -> None:
    read = read_pasted("Ставка\tРабота\tЧасы\n2500\tДизайн\t8\n")
    assert [(item.title, item.quantity, item.rate) for item in items(read)] == [("Дизайн", d("8"), d("2500"))]


@pytest.mark.parametrize(
    ("text", "pricing", "quantity", "rate"),
    [
        ("Дизайн\tглавная\t8\t2500\nКод\tвсё\t4\t2000", Pricing.HOURS, "8", "2500"),
        ("1\tДизайн\t8\t2500\n2\tКод\t4\t2000", Pricing.HOURS, "8", "2500"),
        ("1.1\tДизайн\t8\t2500\n1.2\tКод\t4\t2000", Pricing.HOURS, "8", "2500"),
        ("Дизайн\t2500\t8\t20000\nКод\t2000\t4\t8000", Pricing.HOURS, "8", "2500"),
        ("Дизайн\t20000\t8\t2500\nКод\t8000\t4\t2000", Pricing.HOURS, "8", "2500"),
        ("Дизайн\t2500 ₽\t8 ч\nКод\t2000 ₽\t4 ч", Pricing.HOURS, "8", "2500"),
        ("Баннер\tшт\t3\t1000\t3000\nПост\tшт\t2\t500\t1000", Pricing.QUANTITY, "3", "1000"),
        ("Тексты\tч\t8\t2500\nСъёмка\tдень\t2\t9000", Pricing.HOURS, "8", "2500"),
        ("Дизайн\t50000\nКод\t60000", Pricing.FIXED, "1", "50000"),
        ("Дизайн\t50 ₽\nКод\t60 ₽", Pricing.FIXED, "1", "50"),
    ],
)
def test_columns_are_guessed_by_what_they_hold(text: str, pricing: Pricing, quantity: str, rate: str) -> None:
    first = items(read_pasted(text))[0]
    assert (first.pricing, first.quantity, first.rate) == (pricing, d(quantity), d(rate))
    assert first.title in {"Дизайн", "Баннер", "Тексты"}


def test_hours_alone_wait_for_a_rate() -> None:
    read = read_pasted("Дизайн\t8\nКод\t12")
    assert [(item.quantity, item.rate) for item in items(read)] == [(d("8"), None), (d("12"), None)]
    assert set(codes(read)) == {"estimate-no-price"}


def test_a_list_of_titles_is_a_list_of_items() -> None:
    read = read_pasted("Дизайн\nВёрстка\nЗапуск\n")
    assert [item.title for item in items(read)] == ["Дизайн", "Вёрстка", "Запуск"]


def test_a_cell_with_lines_and_quotes_stays_one_cell() -> None:
    rows = read_cells('"Сайт ""Ромашка"""\t"главная\nи каталог"\t8\n')
    assert [cell.value for cell in rows[0].cells] == ['Сайт "Ромашка"', "главная\nи каталог", "8"]


def test_sections_and_totals_may_be_pasted_along() -> None:
    read = read_pasted("Дизайн\t\t\t\nЛого\t8\t100\t800\nИтого\t8\t\t800\nКод\t\t\t\nСайт\t2\t100\t200\nИтого\t10\t\t1000\n")
    assert [section.title for section in read.estimate.sections] == ["Дизайн", "Код"]
    assert sums(read).total == d("1000.00")
    assert not codes(read)


def test_problems_name_the_cell_within_what_was_pasted() -> None:
    assert only(read_pasted("Лого\t8–12\t100\nСайт\t2\t100\n"), "cell-hours-range").where == "B1"


def test_libreoffice_gives_the_numbers_behind_what_is_shown() -> None:
    read = read_pasted("что-то другое", LIBREOFFICE)
    (section,) = read.estimate.sections
    assert section.title == "Дизайн"
    assert [(item.title, item.quantity, item.rate) for item in section.items] == [
        ("Логотип", d("8.25"), d("2500.4")),
        ("Созвон", d("1.5"), d("2500")),
    ]
    assert read.currency == "RUB"


def test_excel_gives_merged_and_bold_cells() -> None:
    (title,) = read_cells("", EXCEL)[0].cells
    assert (title.bold, title.width) == (True, 3)
    read = read_pasted("", EXCEL)
    assert [section.title for section in read.estimate.sections] == ["Дизайн"]
    assert [(item.title, item.quantity) for item in items(read)] == [("Логотип", d("8.25")), ("Сайт и каталог", d("4"))]


def test_google_gives_the_numbers_behind_what_is_shown() -> None:
    assert [(item.quantity, item.rate) for item in items(read_pasted("", GOOGLE))] == [(d("8.25"), d("2500"))]


def test_html_without_a_table_leaves_the_text() -> None:
    assert [cell.value for cell in read_cells("Лого\t8", "<p>Лого 8</p>")[0].cells] == ["Лого", "8"]


def test_cells_over_several_rows_push_the_others_aside() -> None:
    rows = html_rows("<table><tr><td rowspan=2>а<td>б<tr><td>в<tr><td>г<td>д</table>")
    assert [[(cell.column, cell.value) for cell in row.cells] for row in rows] == [
        [(1, "а"), (2, "б")],
        [(2, "в")],
        [(1, "г"), (2, "д")],
    ]


@pytest.mark.parametrize("value", ["1e999", "NaN", "x", "-1e400"])
def test_a_number_behind_the_text_that_is_none_leaves_the_text(value: str) -> None:
    assert html_rows(f'<table><tr><td sdval="{value}">8</td></tr></table>')[0].cells[0].value == "8"


def test_hostile_html_does_no_harm() -> None:
    assert html_rows('<table><tr><td colspan="99999999999" rowspan="-5">а<td colspan=9999>б</table>')[0].cells[0].width == 1
    assert not html_rows("<table>" * 5000)
    assert html_rows("<table><tr><td><script>alert(1)</script><table><tr><td>внутри")[0].cells[0].value == "внутри"
    assert [cell.value for cell in html_rows("<table><tr><td>=1+1<td>#ССЫЛКА!")[0].cells] == ["=1+1", "#ССЫЛКА!"]
    assert codes(read_pasted("x" * 20_000_001)) == ["paste-too-large", "paste-no-cells"]


def test_nothing_pasted_is_told() -> None:
    assert codes(read_pasted("")) == ["paste-no-cells"]
    assert stops(read_pasted("\n\n").problems)


@given(st.text(max_size=300), st.text(alphabet="<>/tabledhr =\"'1аб&;-!", max_size=300))
def test_anything_pasted_is_read_or_refused(text: str, html: str) -> None:
    read = read_pasted(text, "<table>" + html)
    assert read.estimate.sections or read.problems


work = st.tuples(st.integers(1, 200), st.integers(500, 9000))


@given(st.lists(work, min_size=1, max_size=12), st.permutations(["title", "hours", "rate", "sum"]))
def test_any_order_of_columns_with_a_sum_is_understood(rows: list[tuple[int, int]], order: list[str]) -> None:
    """Where hours × rate = sum shows itself, the order of the columns does not matter."""
    lines = []
    for number, (hours, rate) in enumerate(rows):
        cells = {"title": f"Работа {'абвгдежзик'[number % 10]}", "hours": hours, "rate": rate, "sum": hours * rate}
        lines.append("\t".join(str(cells[name]) for name in order))
    read = read_pasted("\n".join(lines))
    assert sums(read).total == sum(Decimal(hours * rate) for hours, rate in rows)
