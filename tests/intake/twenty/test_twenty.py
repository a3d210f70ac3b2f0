"""Spreadsheets as people make them are read right to the kopeck, or a problem names the cell."""

from decimal import Decimal
from pathlib import Path

import pytest

from app.intake.cells import letters, spot
from app.intake.estimate import EstimateRead, read_estimate
from app.model.estimate import Estimate
from app.totals import Totals, totals
from tests.intake.twenty.office import saved
from tests.intake.twenty.sheet import Sheet, outline
from tests.intake.twenty.texts import TEXTS
from tests.intake.twenty.workbooks import WORKBOOKS

SHEETS = (*WORKBOOKS, *TEXTS)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return every spreadsheet by its name."""
    folder = tmp_path_factory.mktemp("twenty")
    written = {sheet.name: sheet.write(folder) for sheet in SHEETS}
    return written | saved(((written[sheet.name], sheet.saved) for sheet in SHEETS if sheet.saved), folder)


@pytest.fixture(params=SHEETS, ids=lambda sheet: sheet.name)
def sheet(request: pytest.FixtureRequest) -> Sheet:
    found: Sheet = request.param
    return found


@pytest.fixture
def read(sheet: Sheet, files: dict[str, Path]) -> EstimateRead:
    return read_estimate(files[sheet.name])


def test_sections_and_items_are_those_of_the_sheet(sheet: Sheet, read: EstimateRead) -> None:
    assert outline(read) == sheet.outline


def test_the_total_is_that_of_the_sheet(sheet: Sheet, read: EstimateRead) -> None:
    sums = totals(read.estimate, read.currency or "RUB")
    assert (sums.total, sums.hours) == (Decimal(sheet.total), Decimal(sheet.hours))


def test_what_is_told_names_the_cell(sheet: Sheet, read: EstimateRead) -> None:
    assert sorted((found.code, _cell(found.where)) for found in read.problems) == sorted(sheet.problems)


def test_terms_are_those_of_the_sheet(sheet: Sheet, read: EstimateRead) -> None:
    sums = totals(read.estimate, read.currency or "RUB")
    assert _terms(read.estimate, read.currency, sums) == {"vat": "exempt 0", **sheet.terms}


def test_there_are_twenty_at_least() -> None:
    assert len({sheet.name for sheet in SHEETS}) >= 20
    assert {sheet.encoding for sheet in TEXTS} >= {"cp1251", "utf-8-sig", "utf-16"}
    assert {sheet.saved for sheet in WORKBOOKS} == {"", "xlsx", "ods", "xls"}


def _cell(where: str) -> str:
    row, column = spot(where)
    return f"{letters(column)}{row}" if row else ""


def _terms(estimate: Estimate, currency: str, sums: Totals) -> dict[str, str]:
    found = {
        "currency": currency,
        "discount": f"{sums.discount.normalize():f}" if sums.discount else "",
        "vat": f"{estimate.vat.mode.value} {estimate.vat.rate}",
        "optional": f"{sums.optional.normalize():f}" if sums.optional else "",
        "surcharges": ", ".join(f"{one.title} {one.percent or one.amount}" for one in estimate.surcharges),
        "contingency": f"{estimate.contingency.percent}" if estimate.contingency.percent else "",
        "payments": ", ".join(
            f"{one.title} {one.percent}%" if one.percent else f"{one.title} {one.amount:f}" for one in estimate.payments
        ),
        "packages": ", ".join(f"{one.title} {total.total}" for one, total in zip(estimate.packages, sums.packages, strict=True)),
    }
    found |= {total.period.value: f"{total.total.normalize():f}" for total in sums.recurring}
    return {name: text for name, text in found.items() if text}
