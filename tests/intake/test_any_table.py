"""Whatever stands in a table, it is read or something is told; nothing breaks, and no money appears from nowhere."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from app.intake.csvfile import read_csv
from app.intake.estimate import read_estimate_table
from app.intake.headingwords import WORDS
from app.model.limits import unfit
from app.totals import totals

words = st.sampled_from([word for phrases in WORDS.values() for word in phrases])
others = st.sampled_from(
    ["Дизайн", "QA", "Разработка, 2000 ₽/ч", "Приоритет", "Сумма с НДС", "Часы мин", "Часы макс", "Янв", "Фев", "Месяц 1", ""]
)
headings = st.lists(words | others, min_size=2, max_size=8)
titles = st.sampled_from(
    [
        *("Логотип", "1.1", "1. Сайт", "Этап 1", "Вариант А", "Вариант Б: синий", "Лого (вариант 2)", "Опции", "Пакет «Старт»"),
        *("Итого", "Итого с НДС", "НДС 20%", "в т. ч. НДС", "Скидка 10%", "Срочность 20%", "Резерв 5 %", "Ставка", "Стоимость"),
        *("Аванс 50 %", "Остаток", "График платежей", "Поддержка (ежемесячно)", "Ежемесячно", "- пункт", "Примечание: да"),
    ]
)
figures = st.sampled_from(
    [
        *("8", "8–12", "1:30", "8ч", "10%", "-5", "0", "1 234,50", "2 чел.-мес", "50 000 ₽/мес", "100 в год", "$5", "12 тыс."),
        *(
            "1_000",
            "NaN",
            "=A1*2",
            "#REF!",
            "01.05.2024",
            "бесплатно",
            "да",
            "шт",
            "чел.-мес",
            "Анна Ким, Пётр Лаптев",
            "9999999999",
        ),
    ]
)
rows = st.lists(st.lists(titles | figures | st.just(""), min_size=1, max_size=8), max_size=12)


@given(headings, rows, st.sampled_from(["", "Смета", "Цены в евро"]))
@settings(max_examples=150, deadline=None)
def test_any_table_is_read_or_told(head: list[str], below: list[list[str]], above: str) -> None:
    lines = [above, ";".join(head), *(";".join(row) for row in below)]
    read = read_estimate_table(read_csv("\n".join(lines).encode(), "a.csv"))
    estimate = read.estimate
    assert estimate.sections or read.problems
    assert not list(unfit(estimate))
    sums = totals(estimate, read.currency or "RUB")
    assert all(total >= 0 for total in (sums.total, sums.hours, sums.optional))
    ids = [item.id for section in estimate.sections for item in section.items]
    assert len(set(ids)) == len(ids)
    assert all(section.level in {1, 2} for section in estimate.sections)
    assert not estimate.sections or estimate.sections[0].level == 1


shares = st.lists(st.integers(1, 9), min_size=1, max_size=4)


@given(shares, st.integers(1, 400), st.integers(1, 9000))
def test_a_plan_of_payments_comes_to_the_total(drawn: list[int], hours: int, rate: int) -> None:
    """Amounts that a sheet has computed from its total leave nothing over."""
    whole = hours * rate
    parts = [Decimal(whole) * share / sum(drawn) for share in drawn]
    amounts = [part.quantize(Decimal("0.01")) for part in parts[:-1]]
    amounts.append(whole - sum(amounts, Decimal(0)))
    lines = ["Работа;Часы;Ставка;Сумма", f"Дело;{hours};{rate};{whole}", f"Итого;;;{whole}"]
    lines += [f"{number}-й платёж;;;{amount}" for number, amount in enumerate(amounts, start=1)]
    read = read_estimate_table(read_csv("\n".join(lines).encode(), "a.csv"))
    assert totals(read.estimate, "RUB").unplanned == 0
    assert len(read.estimate.payments) == len(drawn)
    assert not read.problems
