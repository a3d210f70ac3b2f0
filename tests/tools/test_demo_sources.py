"""The demo that ships is whole: its sources, spreadsheets and pictures belong together."""

import json
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from PIL import Image

from app.intake.estimate import read_estimate
from app.store.source import read_source
from app.totals import totals
from tests.tools.demo_estimate import CURRENCIES, DEMO, LANGUAGES, SUM, TITLE, estimate, table, write_book
from tests.tools.demo_sources import LONGEST, named

languages = pytest.mark.parametrize("language", LANGUAGES)


def sums(found):
    """What the totals say, without the ids of their rows."""
    rows = [[(item.hours, item.rate, item.amount, item.counted) for item in section.items] for section in found.sections]
    return found.hours, found.subtotal, found.discount, found.vat, found.total, found.optional, rows


@languages
def test_the_source_reads_without_a_single_problem(language):
    read = read_source(DEMO / language)
    assert read.problems == ()
    assert read.proposal is not None
    assert [section.id for section in read.proposal.sections][:4] == ["cover", "contents", "letter", "task"]


@languages
def test_the_spreadsheet_is_understood_and_comes_to_the_total_that_it_prints(language):
    index = LANGUAGES.index(language)
    read = read_estimate(DEMO / language / "estimate.xlsx", language=language)
    assert read.problems == ()
    found = totals(read.estimate, CURRENCIES[index])
    assert sums(found) == sums(totals(estimate(table(), index), CURRENCIES[index]))
    page = load_workbook(DEMO / language / "estimate.xlsx", data_only=True).active
    printed = [row[9].value for row in page.iter_rows() if row[1].value == table()["grand"][index]]
    assert [Decimal(str(value)) for value in printed] == [found.total]


@languages
def test_the_spreadsheet_is_the_one_that_its_rows_give(language):
    written = write_book(table(), LANGUAGES.index(language))
    assert written == (DEMO / language / "estimate.xlsx").read_bytes()


@languages
def test_every_formula_in_the_spreadsheet_has_its_value_beside_it(language):
    file = DEMO / language / "estimate.xlsx"
    formulas, values = load_workbook(file).active, load_workbook(file, data_only=True).active
    cells = [cell.coordinate for row in formulas.iter_rows() for cell in row if str(cell.value).startswith("=")]
    assert len(cells) > 40
    assert [cell for cell in cells if not isinstance(values[cell].value, int | float)] == []
    assert {cell[0] for cell in cells} == {SUM, "E"}
    assert formulas[f"{TITLE}3"].value


@languages
def test_everybody_in_the_spreadsheet_is_somebody_of_the_proposal(language):
    proposal = read_source(DEMO / language).proposal
    assert proposal is not None
    people = read_estimate(DEMO / language / "estimate.xlsx", language=language).people
    assert set(people) <= {person.name for person in proposal.people}
    assert 6 <= len(people) <= 8


@languages
def test_the_pictures_are_no_larger_than_print_needs_and_tell_nothing_else(language):
    source = json.loads((DEMO / language / "proposal.json").read_text(encoding="utf-8"))
    files = sorted(set(named(source)))
    assert len(files) == len({path.name for path in (DEMO / language / "pictures").iterdir()})
    for file in files:
        with Image.open(DEMO / language / file) as picture:
            assert picture.format == "JPEG"
            assert picture.mode == "RGB"
            assert max(picture.size) <= LONGEST[file.rsplit("/", 1)[-1].split("-")[0]]
            assert not picture.getexif()
            assert "icc_profile" not in picture.info
