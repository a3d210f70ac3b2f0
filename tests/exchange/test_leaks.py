"""What a client must not see is in no byte of a table, whatever it is written as."""

import io
import re
import zipfile
from dataclasses import replace
from decimal import Decimal

import pytest

from app.exchange.flat import text_table
from app.exchange.view import WHOLE, View
from app.exchange.workbook import workbook
from app.model.brief import Brief
from app.model.estimate import Detail, Estimate, EstimateSection, LineItem, Pricing
from app.model.internal import Internal
from app.model.people import Person
from app.model.proposal import Proposal
from app.model.rate import Rate
from tests.exchange.estimates import CANARY, made
from tests.exchange.test_own import PEOPLE, VIEWS, proposal

SECRET_FIGURES = ("77.707", "88.808", "66.606", "999.9", "77,707", "88,808", "66,606", "999,9", "1.25", "2.25", "3.75")


def texts_of(data: bytes) -> str:
    """Return everything that a file says, unpacked."""
    if not data.startswith(b"PK"):
        return data.decode("utf-8-sig")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [package.read(name).decode("utf-8", "replace") for name in package.namelist()]
    plain = "\n".join(parts)
    return plain + re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), plain)


def written(each: Proposal, view: View) -> str:
    return texts_of(workbook(each, view)) + texts_of(text_table(each, view))


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("seed", range(6))
def test_nothing_internal_is_in_a_table(seed: int, view: View) -> None:
    people = tuple(replace(person, note=Internal(CANARY), email="secret@example.com") for person in PEOPLE)
    each = replace(proposal(made(seed, 5)), people=people, brief=Internal(Brief(service=CANARY)))
    found = written(each, view)
    assert "CANARY" not in found
    assert "КАНАРЕЙКА" not in found
    assert "secret@example.com" not in found
    assert "x" in found


def test_internal_figures_are_in_no_table() -> None:
    item = LineItem(
        id="i1",
        title="Дизайн",
        quantity=Decimal(10),
        role="designer",
        cost=Internal(Decimal("88.808")),
        actual=Internal(Decimal("77.707")),
    )
    rates = (Rate(id="designer", amount=Decimal(4000), cost=Internal(Decimal("999.9"))),)
    found = written(proposal(Estimate(sections=(EstimateSection(id="s1", items=(item,)),), rates=rates)), WHOLE)
    assert "4000" in found
    assert not [figure for figure in SECRET_FIGURES[:8] if figure in found]


HOURLY = Estimate(
    sections=(
        EstimateSection(
            id="s1",
            title="Разработка",
            items=(
                LineItem(id="i1", title="СЕКРЕТНАЯ ПОЗИЦИЯ", quantity=Decimal("137.25"), role="designer"),
                LineItem(id="i2", title="Ещё позиция", pricing=Pricing.FIXED, rate=Decimal(5000), hours=Decimal("246.75")),
            ),
        ),
    ),
    rates=(Rate(id="designer", amount=Decimal("4321.09"), title="СЕКРЕТНАЯ РОЛЬ"),),
    hours_a_day=Decimal("7.125"),
)


def test_hidden_hours_are_not_there_nor_what_they_could_be_computed_from() -> None:
    found = written(proposal(HOURLY), View(show_hours=False))
    assert "СЕКРЕТНАЯ ПОЗИЦИЯ" in found
    for secret in ("137.25", "137,25", "246.75", "246,75", "384", "4321", "7.125", "СЕКРЕТНАЯ РОЛЬ", "designer"):
        assert secret not in found, secret


@pytest.mark.parametrize("hours", [True, False])
def test_items_are_not_there_by_section(hours: bool) -> None:
    found = written(proposal(HOURLY), View(detail=Detail.SECTIONS, show_hours=hours))
    assert "Разработка" in found
    for secret in ("СЕКРЕТНАЯ", "Ещё позиция", "137.25", "4321", "designer"):
        assert secret not in found, secret
    assert ("384" in found) is hours


def test_sections_are_not_there_in_totals_alone() -> None:
    found = written(proposal(HOURLY), View(detail=Detail.TOTALS))
    for secret in ("Разработка", "СЕКРЕТНАЯ", "137.25", "4321"):
        assert secret not in found, secret


def test_people_who_do_not_work_on_what_is_shown_are_not_named() -> None:
    others = (*PEOPLE, Person(id="p9", name="Посторонний Человек"))
    assert "Посторонний" not in written(replace(proposal(HOURLY), people=others), WHOLE)


@pytest.mark.parametrize("text", ["=1+1", "+7 495 123-45-67", "-5", "@SUM(A1)", "\tx", "＝1", '=HYPERLINK("http://x")'])
def test_a_text_that_looks_like_a_formula_is_none(text: str) -> None:
    estimate = Estimate(sections=(EstimateSection(id="s1", title=text, items=(LineItem(id="i1", title=text, unit=text),)),))
    each = replace(proposal(estimate), title=text)
    lines = text_table(each, WHOLE).decode("utf-8-sig").splitlines()
    cells = [cell.strip('"') for line in lines for cell in line.split(";")]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "＝"))]
    with zipfile.ZipFile(io.BytesIO(workbook(each, WHOLE))) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    assert "HYPERLINK" not in sheet
    assert "<f>1+1" not in sheet


def test_negative_numbers_of_a_text_table_stay_numbers() -> None:
    estimate = Estimate(sections=(EstimateSection(id="s1", items=(LineItem(id="i1", rate=Decimal("-12.5")),)),))
    assert ";-12,5;" in text_table(proposal(estimate), WHOLE).decode("utf-8-sig")
