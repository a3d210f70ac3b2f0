"""What the client chooses from: options, alternatives, variants of the whole."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.variants import alternatives, variant_of_section
from app.problems import Severity
from tests.intake.helpers import codes, d, items, only, read_csv, sums


@pytest.mark.parametrize(
    "title",
    [
        "Видео (опция)",
        "Видео [опционально]",
        "Опция: видео",
        "Video (optional)",
        "Optional: video",
        "Видео — по желанию",
        "Видео, опция",
    ],
)
def test_a_title_may_say_that_it_is_optional(tmp_path: Path, title: str) -> None:
    read = read_csv(tmp_path, f"Работа;Сумма\nСайт;100\n{title};50\nИтого;100\n")
    assert [item.optional for item in items(read)] == [False, True]
    assert not codes(read)


@pytest.mark.parametrize("title", ["Опциональные поля формы", "Options page", "Настройка опций товара"])
def test_work_on_options_is_no_option(tmp_path: Path, title: str) -> None:
    assert not items(read_csv(tmp_path, f"Работа;Сумма\n{title};50\n"))[0].optional


def test_the_total_of_a_sheet_may_be_with_or_without_its_options(tmp_path: Path) -> None:
    for total in (100, 150):
        assert not codes(read_csv(tmp_path, f"Работа;Сумма;Опция\nСайт;100;\nВидео;50;да\nИтого;{total};\n"))


@pytest.mark.parametrize(
    ("first", "second", "group"),
    [
        ("Логотип (вариант А)", "Логотип (вариант Б)", "Логотип"),
        ("Логотип — вариант 1", "Логотип — вариант 2", "Логотип"),
        ("Вариант А: Тильда", "Вариант Б: Битрикс", "Вариант"),
        ("Вариант 1. Тильда", "Вариант 2. Битрикс", "Вариант"),
        ("Option A: Tilda", "Option B: Bitrix", "Option"),
        ("Site, variant A", "Site, variant B", "Site"),
    ],
)
def test_variants_of_an_item_exclude_each_other(tmp_path: Path, first: str, second: str, group: str) -> None:
    read = read_csv(tmp_path, f"Работа;Сумма\n{first};100\n{second};300\nТексты;50\nИтого;150\n".replace(", variant", " variant"))
    assert [item.alternative for item in items(read)] == [group, group, ""]
    assert sums(read).total == d("150.00")
    told = only(read, "estimate-alternatives")
    assert (told.where, told.severity) == ("смета.csv › A2", Severity.INFO)
    assert codes(read) == ["estimate-alternatives"]


def test_a_single_variant_excludes_nothing(tmp_path: Path) -> None:
    read = read_csv(tmp_path, "Работа;Сумма\nВариант А: Тильда;100\nТексты;50\nИтого;150\n")
    assert [item.alternative for item in items(read)] == ["", ""]
    assert not codes(read)


@pytest.mark.parametrize("cells", [("А", "Б"), ("Вариант 1", "Вариант 2"), ("Платформа", "Платформа")])
def test_a_column_of_alternatives_tells(tmp_path: Path, cells: tuple[str, str]) -> None:
    read = read_csv(tmp_path, f"Работа;Вариант;Сумма\nТильда;{cells[0]};100\nБитрикс;{cells[1]};300\nТексты;;50\nИтого;;150\n")
    first, second, other = (item.alternative for item in items(read))
    assert first == second != other == ""
    assert sums(read).total == 150


def test_sections_that_are_variants_become_packages(tmp_path: Path) -> None:
    text = (
        "Работа;Сумма\nОбщее\nАналитика;40\nВариант А. Тильда\nСборка;100\nИтого;100\nВариант Б. Битрикс\nСборка;100\nКод;250\n"
        "Итого;350\n"
    )
    read = read_csv(tmp_path, text)
    totals = sums(read)
    assert [package.title for package in read.estimate.packages] == ["Вариант А. Тильда", "Вариант Б. Битрикс"]
    assert [package.total for package in totals.packages] == [d("140.00"), d("390.00")]
    assert [item.packages for item in items(read)] == [(), ("k1",), ("k2",), ("k2",)]
    assert totals.total == d("140.00")
    assert codes(read) == ["estimate-variants-packages"]
    assert only(read, "estimate-variants-packages").where == "смета.csv › A4"


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Вариант А", "a"),
        ("Вариант A", "a"),  # the Latin letter
        ("Option 2: Bitrix", "2"),
        ("Пакет «Старт»", "старт"),
        ("Тариф Про", "про"),
        ("Package Basic", "basic"),
        ("Пакет документов на подпись и сдачу проекта заказчику", ""),
        ("Варианты логотипа", ""),
        ("Дизайн", ""),
    ],
)
def test_a_section_is_told_to_be_a_variant(title: str, label: str) -> None:
    assert variant_of_section(title) == label


def test_groups_of_the_same_letters_are_groups_of_their_own() -> None:
    titles = ["Вариант А: синий", "Вариант Б: красный", "Печать", "Вариант А: мат", "Вариант Б: глянец"]
    assert alternatives([(title, "") for title in titles]) == {0: "Вариант", 1: "Вариант", 3: "Вариант 2", 4: "Вариант 2"}


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Вариант А: x", "Вариант Б: y", "Лого (вариант 1)", "Лого (вариант 2)", "Дело"]),
            st.sampled_from(["", "А", "Б", "Группа"]),
        )
    )
)
def test_nothing_excludes_itself_alone(drawn: list[tuple[str, str]]) -> None:
    found = list(alternatives(drawn).values())
    assert all(found.count(group) > 1 for group in found)
