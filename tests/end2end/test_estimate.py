"""`main.py estimate`, and estimates that become PDFs at once."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from tests.end2end.running import ROOT, blesna, inside

TABLE = """Раздел;Работа;Описание;Кто;Часы;Ставка
Стратегия;Интервью;Пять разговоров;Анна Орлова;12,5;5 000
Стратегия;Отчёт;;Анна Орлова;8;5 000
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "смета.csv"
    path.write_text(TABLE, "utf-8")
    return path


def test_json_has_the_agreed_shape(table: Path) -> None:
    done = blesna("estimate", table, "--json")
    assert (done.code, done.err) == (0, "")
    found = json.loads(done.out)
    assert list(found) == ["currency", "hours", "subtotal", "discount", "vat", "total", "sections", "problems"]
    assert (found["hours"], found["total"], found["problems"]) == ("20.5", "102500.00", [])
    (section,) = found["sections"]
    assert (section["title"], section["people"], len(section["items"])) == ("Стратегия", ["Анна Орлова"], 2)
    assert section["items"][0] == {
        "title": "Интервью",
        "description": "Пять разговоров",
        "unit": "hours",
        "quantity": "12.5",
        "hours": "12.5",
        "rate": "5000",
        "total": "62500.00",
    }


def test_an_old_encoding_is_understood_and_told(table: Path) -> None:
    table.write_bytes(TABLE.encode("cp1251"))
    done = inside("estimate", table, "--json")
    assert done.code == 0
    found = json.loads(done.out)
    assert found["sections"][0]["title"] == "Стратегия"
    assert [problem["severity"] for problem in found["problems"]] == ["info"]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_sums_of_the_demonstration_add_up(language: str) -> None:
    done = inside("estimate", ROOT / "assets" / "demo" / language / "estimate.xlsx", "--json")
    assert done.code == 0
    found = json.loads(done.out)
    assert sum(Decimal(section["total"]) for section in found["sections"]) == Decimal(found["subtotal"])
    assert sum(Decimal(section["hours"]) for section in found["sections"]) == Decimal(found["hours"])


def test_the_table_is_for_people(table: Path) -> None:
    done = inside("estimate", table, "--lang", "ru")
    text = done.out.replace("\u00a0", " ")
    assert done.code == 0
    assert "Стратегия (Анна Орлова)" in text
    assert text.splitlines()[-1].split("  ")[0] == "Итого"
    assert text.splitlines()[-1].endswith("102 500")


def test_what_cannot_be_priced_is_said(tmp_path: Path) -> None:
    path = tmp_path / "estimate.csv"
    path.write_text("Work;Hours;Rate\nBrief;2;NaN\nDesign;1e999;50\n", "utf-8")
    done = inside("estimate", path, "--json")
    assert done.code == 1
    assert {found["severity"] for found in json.loads(done.out)["problems"]} >= {"error"}
    assert "estimate.csv" in done.err


@pytest.mark.parametrize("content", [b"", b"\x00" * 100, b"%PDF-1.4", b"PK\x03\x04", b"\xd0\xcf\x11\xe0 old"])
def test_a_file_that_is_no_estimate_is_told_and_json_stays_json(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "estimate.xlsx"
    path.write_bytes(content)
    done = inside("estimate", path, "--json")
    assert done.code == 1
    found = json.loads(done.out)
    assert (found["sections"], found["total"]) == ([], "0.00")
    assert found["problems"]


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    for path in (tmp_path / "нет.xlsx", tmp_path, "~nobody/x.csv"):
        done = inside("estimate", path)
        assert done.code == 1
        assert done.err.startswith("error: ")


def test_an_estimate_becomes_a_whole_pdf(table: Path, tmp_path: Path) -> None:
    done = inside("export", table, "-o", tmp_path / "draft.pdf")
    assert done.code == 0, done.err
    assert (tmp_path / "draft.pdf").read_bytes().startswith(b"%PDF")
