"""`table`, `diff` and `actuals`: the estimate goes out as a spreadsheet, and what people did with it comes back."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.model.estimate import Detail
from tests.end2end.running import blesna, inside

SOURCE = {
    "schema": 1,
    "id": "kp",
    "title": "Сайт",
    "date": "2026-11-22",
    "language": "ru",
    "people": [{"id": "p1", "name": "Анна Ким"}],
    "estimate": {
        "rates": [{"id": "p1", "amount": "4000", "cost": "1500"}],
        "sections": [
            {
                "id": "s1",
                "title": "Дизайн",
                "people": ["p1"],
                "items": [
                    {"id": "i1", "title": "Главная", "quantity": "10", "role": "p1", "note": "втайне"},
                    {"id": "i2", "title": "Карточка", "quantity": "6", "role": "p1"},
                ],
            }
        ],
    },
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a proposal."""
    made = tmp_path / "proposal"
    made.mkdir()
    (made / "proposal.json").write_text(json.dumps(SOURCE, ensure_ascii=False), "utf-8")
    return made


def items(folder: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads((folder / "proposal.json").read_text("utf-8"))["estimate"]["sections"][0]["items"]
    return found


def edited(path: Path, **values: object) -> None:
    """Type values into the row of the first item."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    names = {cell.value: cell.column for cell in sheet[1]}
    row = next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == "item:s1/i1")
    for name, value in values.items():
        sheet.cell(row, names[name]).value = value
    book.save(path)


def test_an_estimate_goes_out_and_what_was_changed_comes_back(folder: Path, tmp_path: Path) -> None:
    table = tmp_path / "смета.xlsx"
    done = blesna("table", folder, table, "--lang", "ru")
    assert (done.code, done.out.strip()) == (0, str(table))
    edited(table, title="Главная страница", quantity=12)
    listed = inside("diff", folder, table, "--lang", "ru")
    assert listed.out.splitlines() == [
        "1  изменено  Дизайн › Главная  Название: Главная → Главная страница",
        "2  изменено  Дизайн › Главная  Кол-во: 10 → 12",
    ]
    assert items(folder)[0]["title"] == "Главная"
    assert inside("diff", folder, table, "--apply", "2").code == 0
    assert (items(folder)[0]["title"], items(folder)[0]["quantity"], items(folder)[0]["note"]) == ("Главная", "12", "втайне")
    assert inside("diff", folder, table, "--apply", "all").code == 0
    assert items(folder)[0]["title"] == "Главная страница"
    assert inside("diff", folder, table, "--lang", "ru").err.strip() == "Ничего не изменилось."


@pytest.mark.parametrize("name", ["t.xlsx", "t.csv", "t.tsv"])
def test_every_kind_of_table_is_opened_again_as_an_estimate(folder: Path, tmp_path: Path, name: str) -> None:
    assert inside("table", folder, tmp_path / name).code == 0
    done = inside("estimate", tmp_path / name, "--json")
    assert (done.code, json.loads(done.out)["total"]) == (0, "64000.00")
    assert json.loads(done.out)["sections"][0]["people"] == ["Анна Ким"]


def test_a_view_is_chosen(folder: Path, tmp_path: Path) -> None:
    for view in Detail:
        assert inside("table", folder, tmp_path / "t.csv", "--view", view.value, "--hide-hours").code == 0
        text = (tmp_path / "t.csv").read_text("utf-8-sig")
        assert ("Главная" in text, "Дизайн" in text) == (view is Detail.DETAILED, view is not Detail.TOTALS)
        assert "4000" not in text.replace("40000", "").replace("24000", "").replace("64000", "")


def test_nobodys_spreadsheet_is_overwritten(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "own.csv"
    other.write_text("Работа;Часы\nМоё;5\n", "utf-8")
    done = inside("table", folder, other)
    assert (done.code, other.read_text("utf-8")) == (1, "Работа;Часы\nМоё;5\n")
    assert inside("table", folder, tmp_path / "t.xlsx").code == inside("table", folder, tmp_path / "t.xlsx").code == 0
    assert inside("table", folder, tmp_path).code == 2
    assert inside("table", folder, tmp_path / "t.doc").code == 2


def test_changes_that_are_not_there_are_refused(folder: Path, tmp_path: Path) -> None:
    table = tmp_path / "t.xlsx"
    inside("table", folder, table)
    edited(table, quantity=12)
    done = inside("diff", folder, table, "--apply", "1,7", "--lang", "en")
    assert (done.code, items(folder)[0]["quantity"]) == (1, "10")
    assert "There is no change 7." in done.err


def test_a_proposal_that_is_only_an_estimate_cannot_keep_changes(folder: Path, tmp_path: Path) -> None:
    table = tmp_path / "t.xlsx"
    inside("table", folder, table)
    newer = tmp_path / "newer.csv"
    newer.write_text("Работа;Часы;Ставка\nДизайн;;\nГлавная;11;4000\n", "utf-8")
    done = inside("diff", table, newer, "--apply", "all", "--lang", "en")
    assert done.code == 1
    assert "Import it first" in done.err


def test_spent_hours_stand_beside_the_planned_ones_and_are_kept(folder: Path, tmp_path: Path) -> None:
    export = tmp_path / "jira.csv"
    export.write_text("Summary,Assignee,Time Spent\nГлавная,Анна Ким,45000\nСозвоны,Анна Ким,3600\n", "utf-8")
    done = inside("actuals", folder, export, "--lang", "ru", "--keep")
    assert done.code == 0
    assert [line.split() for line in done.out.splitlines()] == [
        ["Работы", "План", "Подписано", "Факт", "Разница"],
        ["Дизайн", "16", "—", "12,5", "2,5"],
        ["Главная", "10", "—", "12,5", "2,5"],
        ["Карточка", "6", "—", "—", "—"],
    ]
    assert "«Созвоны» (1 ч)" in done.err
    assert items(folder)[0]["actual"] == "12.5"
    assert inside("table", folder, tmp_path / "t.csv").code == 0
    assert "12,5" not in (tmp_path / "t.csv").read_text("utf-8-sig")


def test_an_export_that_is_none_says_so(folder: Path, tmp_path: Path) -> None:
    assert inside("actuals", folder, tmp_path / "none.csv").code == 1
    assert inside("diff", folder, tmp_path / "none.csv").code == 1
    assert inside("table", tmp_path / "none", tmp_path / "t.xlsx").code == 1
