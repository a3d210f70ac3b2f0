"""Hours that were spent come from the exports of trackers and stand beside those of the estimate."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from app.exchange.actuals import Spent, read_actuals
from app.exchange.spent import compare_hours, likeness, match, suggest, with_actuals
from app.exchange.spentwords import span
from app.model.estimate import Estimate, EstimateSection, LineItem, Pricing
from app.model.internal import Internal
from app.model.signoff import SignedItem, SignOff


def d(text: str | float) -> Decimal:
    return Decimal(str(text))


def read(folder: Path, text: str, encoding: str = "utf-8") -> list[tuple[str, str, Decimal]]:
    path = folder / "export.csv"
    path.write_bytes(text.encode(encoding))
    found = read_actuals(path)
    assert not [one for one in found.problems if one.severity != "info"], found.problems
    return [(row.task, row.who, row.hours) for row in found.rows]


def test_jira_exports_seconds(tmp_path: Path) -> None:
    text = (
        "Issue Type,Issue key,Summary,Assignee,Σ Time Spent,Time Spent\n"
        "Task,A-1,Вёрстка главной,Олег,34200,27000\nSub-task,A-2,Меню,Олег,7200,7200\nTask,A-3,Пусто,Олег,,\n"
    )
    assert read(tmp_path, text) == [("Вёрстка главной", "Олег", d("7.5")), ("Меню", "Олег", d(2))]
    assert [one.code for one in read_actuals(tmp_path / "export.csv").problems] == ["spent-in-seconds"]


def test_toggl_names_the_work_in_the_description_where_there_is_no_task(tmp_path: Path) -> None:
    text = (
        'User,Email,Client,Project,Task,Description,Start date,Duration\n"Анна","a@x",К,П,,Дизайн карточки,2026-11-01,01:30:00\n'
    )
    assert read(tmp_path, text) == [("Дизайн карточки", "Анна", d("1.5"))]


def test_asana_and_russian_headings_in_cp1251(tmp_path: Path) -> None:
    text = "Название задачи;Исполнитель;Затраченное время (мин)\nАналитика;Марта;90\nИтого;;90\n"
    assert read(tmp_path, text, "cp1251") == [("Аналитика", "Марта", d("1.5"))]


@pytest.mark.parametrize(
    ("cell", "hours"),
    [
        ("1,5", "1.5"), ("1.5", "1.5"), ("1:30", "1.5"), ("1h 30m", "1.5"), ("1ч 30м", "1.5"), ("90m", "1.5"), ("2d 4h", "20"),
        ("1w", "40"), ("8 ч", "8"), ("45 мин", "0.75"), ("1 week, 2 days", "56"), ("0,25", "0.25"), ("1 234,5", "1234.5"),
    ],
)  # fmt: skip
def test_hours_are_read_as_people_write_them(tmp_path: Path, cell: str, hours: str) -> None:
    assert read(tmp_path, f"Task;Hours\nВёрстка;{cell}\nДизайн;2,5\n")[0][2] == d(hours)


def test_a_workbook_with_time_cells(tmp_path: Path) -> None:
    import datetime

    book = Workbook()
    assert book.active is not None
    for row in (
        ["Отчёт за ноябрь"],
        ["Задача", "Сотрудник", "Часы"],
        ["Дизайн", "Анна", datetime.timedelta(hours=30)],
        ["Код", "Олег", 2],
    ):
        book.active.append(row)
    book.save(tmp_path / "t.xlsx")
    found = read_actuals(tmp_path / "t.xlsx")
    assert [(row.task, row.hours) for row in found.rows] == [("Дизайн", 30), ("Код", 2)]


@pytest.mark.parametrize("cell", ["много", "-3", "8–12", "1/2/2026", "5 шт"])
def test_what_is_no_time_is_told_with_its_cell(tmp_path: Path, cell: str) -> None:
    path = tmp_path / "export.csv"
    path.write_text(f"Task,Hours\nВёрстка,{cell}\nДизайн,2\n", "utf-8")
    found = read_actuals(path)
    assert [row.task for row in found.rows] == ["Дизайн"]
    assert [(one.code, one.where) for one in found.problems] == [("spent-hours-unread", "export.csv › B2")]


def test_a_table_without_hours_says_what_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text("Name,Colour\nA,red\n", "utf-8")
    assert [one.code for one in read_actuals(path).problems] == ["spent-no-columns"]
    assert [one.code for one in read_actuals(tmp_path / "none.csv").problems] == ["table-unreadable"]


def test_spans_know_weeks_and_days() -> None:
    assert (span("1d 1h 30m"), span("2w"), span("x"), span("")) == (d("9.5"), d(80), None, None)


def item(name: str, title: str, hours: float, **values: object) -> LineItem:
    return LineItem(id=name, title=title, quantity=d(hours), **values)  # type: ignore[arg-type]


SIGNED = SignOff(by="Олег", at="2026-01-01T00:00:00Z", hours=d(30), items=(SignedItem(id="i1", hours=d(20)),))
ESTIMATE = Estimate(
    sections=(
        EstimateSection(
            id="s1",
            title="Дизайн",
            people=("p1",),
            items=(item("i1", "Дизайн главной страницы", 16), item("i2", "Дизайн карточки товара", 10)),
            signed=Internal(SIGNED),
        ),
        EstimateSection(
            id="s2",
            title="Разработка",
            people=("p2",),
            items=(
                item("i1", "Вёрстка главной страницы", 24),
                item("i2", "Тестирование", 8),
                LineItem(id="i3", title="Шрифт", pricing=Pricing.FIXED, rate=d(9000)),
            ),
        ),
    )
)


def test_tasks_find_their_items_however_they_are_worded() -> None:
    rows = [
        Spent("[SITE-4] Верстка главной страницы", "Олег", d(20)),
        Spent("главной страницы дизайн", "Анна", d(12)),
        Spent("Дизайн карточки товаров", "Анна", d(11)),
        Spent("ДИЗАЙН КАРТОЧКИ ТОВАРА", "Анна", d("1.5")),
        Spent("Совещание", "Олег", d(3), "e.csv › B5"),
        Spent("Совещание", "Анна", d(2), "e.csv › B6"),
    ]
    found = match(ESTIMATE, rows)
    assert [key for _, key in found.rows] == ["s2/i1", "s1/i1", "s1/i2", "s1/i2", "", ""]
    assert found.hours == {"s2/i1": 20, "s1/i1": 12, "s1/i2": d("12.5")}
    assert [(one.where, one.fact("task"), one.fact("hours")) for one in found.problems] == [("e.csv › B5", "Совещание", "5")]


def test_of_two_equal_titles_the_one_whose_people_did_it_is_meant() -> None:
    parts = tuple(replace(part, items=(item("i1", "Правки", 5),)) for part in ESTIMATE.sections)
    rows = [Spent("Правки", "Олег Гаврилин", d(1)), Spent("Правки", "Анна Ким", d(2))]
    found = match(replace(ESTIMATE, sections=parts), rows, {"p1": "Анна Ким", "p2": "Олег Гаврилин"})
    assert [key for _, key in found.rows] == ["s2/i1", "s1/i1"]


def test_a_short_title_is_not_found_in_every_longer_task() -> None:
    assert likeness("Дизайн карточки товара", "Дизайн") < 78
    assert likeness("Тестирование", "тестирование") == 100


def test_planned_signed_and_spent_stand_side_by_side_and_the_difference_adds_up() -> None:
    lines = compare_hours(with_actuals(ESTIMATE, {"s1/i1": d(20), "s1/i2": d(7)}))
    assert [(line.key, line.planned, line.signed, line.actual, line.difference) for line in lines] == [
        ("s1", 26, 30, 27, 1),
        ("s1/i1", 16, 20, 20, 4),
        ("s1/i2", 10, None, 7, -3),
        ("s2", 32, None, None, None),
        ("s2/i1", 24, None, None, None),
        ("s2/i2", 8, None, None, None),
        ("s2/i3", 0, None, None, None),
    ]


def test_hours_of_an_earlier_import_stay_where_the_new_one_says_nothing() -> None:
    first = with_actuals(ESTIMATE, {"s1/i1": d(20)})
    second = with_actuals(first, {"s2/i1": d(30)})
    assert [one.actual.value for part in second.sections for one in part.items] == [20, None, 30, None, None]
    assert with_actuals(second, {}) == second


def test_the_next_estimate_is_told_what_such_work_took() -> None:
    """Landing pages took 1.25, 1.5 and 3 times the plan: the median is 1.5, so that 16 h become 24."""
    earlier = [
        Estimate(sections=(EstimateSection(id="s", items=(item("i", title, 10, actual=Internal(d(spent))),)),))
        for title, spent in [
            ("Дизайн главной страницы", 15),
            ("дизайн главной страницы", 12.5),
            ("Дизайн главной страниц", 30),
            ("Логотип", 90),
        ]
    ]
    found = suggest(ESTIMATE, earlier)
    assert [(one.key, one.planned, one.factor, one.hours, one.count) for one in found] == [("s1/i1", 16, d("1.5"), 24, 3)]


def test_nothing_is_suggested_from_work_without_hours() -> None:
    assert suggest(ESTIMATE, [ESTIMATE]) == ()
