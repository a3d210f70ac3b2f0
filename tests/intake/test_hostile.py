"""Broken and hostile files are refused by name, quickly, with nothing read twice and nothing blown up."""

import io
import random
import zipfile
from pathlib import Path

import pytest

from app.intake import gridsheet
from app.intake.estimate import read_estimate
from app.intake.table import MOST_FILE_BYTES
from app.problems import stops
from tests.intake.helpers import FILES, codes, items, rezip, xlsx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def workbook(tmp_path: Path) -> bytes:
    return xlsx(tmp_path / "ok.xlsx", [["Работа", "Часы", "Ставка"], ["Лого", 8, 100]]).read_bytes()


def told(tmp_path: Path, data: bytes, name: str = "a.xlsx") -> list[str]:
    """Read bytes as a file; whatever is told, an error is among it."""
    path = tmp_path / name
    path.write_bytes(data)
    read = read_estimate(path)
    assert stops(read.problems)
    assert all(found.where.startswith(name) for found in read.problems)
    return codes(read)


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "a.xlsx", "table-empty-file"),
        (b" \r\n ", "a.csv", "table-empty-file"),
        (b"\xef\xbb\xbf\r\n<html><body><table><tr><td>1</td></tr></table></body></html>", "a.xls", "table-html"),
        (b"<!DOCTYPE html>\n<table></table>", "a.xls", "table-html"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', "a.xls", "table-xml"),
        (b"%PDF-1.7\n1 0 obj", "a.xlsx", "table-not-a-table"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a.csv", "table-not-a-table"),
        (random.Random(1).randbytes(4000), "a.csv", "table-not-a-table"),
        (b"PK\x03\x04" + bytes(100), "a.xlsx", "table-damaged"),
        (OLE + bytes(4000), "a.xls", "table-not-a-table"),
        (
            OLE + bytes(500) + "Workbook".encode("utf-16-le") + bytes(4000),
            "a.xls",
            "table-damaged",
        ),
    ],
)
def test_what_is_no_spreadsheet_is_named(tmp_path: Path, data: bytes, name: str, code: str) -> None:
    assert told(tmp_path, data, name) == [code]


@pytest.mark.parametrize("name", ["protected.xlsx", "protected.ods", "protected.xls"])
def test_a_password_is_named_in_every_format(name: str) -> None:
    read = read_estimate(FILES / name)
    assert codes(read) == ["table-password"]
    assert stops(read.problems)


def test_a_document_or_a_binary_workbook_is_named(tmp_path: Path) -> None:
    for part, code in (("word/document.xml", "table-not-a-table"), ("xl/workbook.bin", "table-xlsb")):
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as package:
            package.writestr(part, "x")
        assert told(tmp_path, made.getvalue()) == [code]


def test_an_old_workbook_whose_sectors_go_in_a_circle_is_damaged(tmp_path: Path) -> None:
    """Found by damaging files at random: xlrd would follow them until the memory is full."""
    assert told(tmp_path, (FILES / "circle.xls").read_bytes(), "a.xls") == ["table-damaged"]


def test_a_truncated_workbook_is_damaged(tmp_path: Path, workbook: bytes) -> None:
    assert told(tmp_path, workbook[:-200]) == ["table-damaged"]
    assert told(tmp_path, workbook[: len(workbook) // 2]) == ["table-damaged"]
    assert told(tmp_path, rezip(workbook, SHEET, lambda part: part[: len(part) // 2])) == ["table-damaged"]


def test_a_sheet_that_is_missing_is_told(tmp_path: Path, workbook: bytes) -> None:
    broken = rezip(workbook, "xl/_rels/workbook.xml.rels", lambda part: part.replace(b"sheet1", b"sheet9"))
    assert told(tmp_path, broken) == ["table-sheet-damaged"]


def test_a_bomb_is_refused_unopened(tmp_path: Path, workbook: bytes) -> None:
    bomb = rezip(workbook, SHEET, lambda part: part + b" " * 40_000_000)
    assert len(bomb) < 100_000
    assert told(tmp_path, bomb) == ["table-bomb"]


def test_a_package_that_lies_about_its_sizes_unpacks_no_further(tmp_path: Path, workbook: bytes) -> None:
    """The directory says ten bytes: only ten are read, and the part is broken XML then."""
    bomb = bytearray(rezip(workbook, SHEET, lambda part: part + b" " * 40_000_000))
    with zipfile.ZipFile(io.BytesIO(bytes(bomb))) as package:
        size = package.getinfo(SHEET).file_size
    lying = bytes(bomb).replace(size.to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert told(tmp_path, lying) == ["table-damaged"]


def test_a_package_of_very_many_parts_is_refused(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for number in range(6_000):
            package.writestr(f"xl/{number}.xml", "")
        package.writestr("xl/workbook.xml", "<workbook/>")
    assert told(tmp_path, made.getvalue()) == ["table-bomb"]


@pytest.mark.parametrize(
    ("saved", "part"),
    [
        ("smeta.xlsx", SHEET),
        ("smeta.xlsx", "xl/styles.xml"),
        ("smeta.xlsx", "xl/workbook.xml"),
        ("smeta.xlsx", "xl/sharedStrings.xml"),
        ("smeta.ods", "content.xml"),
    ],
)
def test_entities_are_refused(tmp_path: Path, saved: str, part: str) -> None:
    laughs = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    evil = rezip((FILES / saved).read_bytes(), part, lambda xml: laughs + xml[xml.index(b"<", 10) :])
    assert told(tmp_path, evil, saved) == ["table-entities"]


def test_a_filled_cell_in_the_last_corner_eats_no_memory(tmp_path: Path, workbook: bytes) -> None:
    corner = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    assert told(tmp_path, rezip(workbook, SHEET, lambda part: part.replace(b"</sheetData>", corner))) == ["table-sheet-too-wide"]


def test_a_merge_over_the_whole_sheet_does_no_harm(tmp_path: Path, workbook: bytes) -> None:
    merge = b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    path = tmp_path / "a.xlsx"
    path.write_bytes(rezip(workbook, SHEET, lambda part: part.replace(b"</sheetData>", merge)))
    assert len(items(read_estimate(path))) == 1


def test_a_cell_repeated_a_milliard_times_is_refused(tmp_path: Path) -> None:
    saved = (FILES / "smeta.ods").read_bytes()
    repeated = b'table:number-columns-repeated="900000000" office:value-type="float"'
    many = rezip(saved, "content.xml", lambda part: part.replace(b'office:value-type="float"', repeated, 1))
    assert told(tmp_path, many, "a.ods") == ["table-sheet-too-wide"]


def test_millions_of_cells_are_counted_before_they_are_read(tmp_path: Path, workbook: bytes) -> None:
    rows = b"".join(b"<row>" + b"<c><v>%d</v></c>" % (number * 7919 % 100_000) * 60 + b"</row>" for number in range(17_000))
    crowd = rezip(workbook, SHEET, lambda part: part.replace(b"</sheetData>", rows + b"</sheetData>"))
    assert told(tmp_path, crowd) == ["table-too-large"]


def test_rows_beyond_the_cap_are_cut_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cap is lowered from 100,000 here to be quick."""
    assert gridsheet.MOST_ROWS == 100_000
    monkeypatch.setattr(gridsheet, "MOST_ROWS", 50)
    assert told(tmp_path, ("Работа;Часы;Ставка\n" + "Лого;8;1\n" * 60).encode(), "a.csv") == ["table-too-many-rows"]


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.truncate(MOST_FILE_BYTES + 1)
    assert codes(read_estimate(path)) == ["table-too-large"]


def test_a_cell_of_a_megabyte_and_a_row_of_a_million_cells_do_no_harm(tmp_path: Path) -> None:
    text = f"Работа;Часы;Ставка\n{'а' * 1_000_000};8;100\n{';' * 1_000_000}\nЛого;8;100\n"
    path = tmp_path / "a.csv"
    path.write_text(text, "utf-8")
    assert [len(item.title) for item in items(read_estimate(path))] == [32767, 4]


@pytest.mark.parametrize("name", ["smeta.xlsx", "smeta.ods", "smeta.xls", "smeta-cp1251.csv"])
@pytest.mark.parametrize("seed", range(8))
def test_random_damage_is_told_or_harmless(tmp_path: Path, name: str, seed: int) -> None:
    dice = random.Random(seed)
    data = bytearray((FILES / name).read_bytes())
    for _ in range(dice.randrange(1, 12)):
        data[dice.randrange(len(data))] = dice.randrange(256)
    path = tmp_path / name
    path.write_bytes(data[: dice.choice([len(data), dice.randrange(1, len(data))])])
    read = read_estimate(path)
    assert read.estimate.sections or stops(read.problems)
