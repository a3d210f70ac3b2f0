"""A table that this program has written stands in a proposal's folder as its estimate, or becomes a draft."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from app.exchange.view import WHOLE
from app.exchange.workbook import workbook
from app.model.estimate import Contingency, Discount, Estimate, EstimateSection, LineItem, Vat, VatMode
from app.model.payment import Payment
from app.sources import open_proposal
from tests.exchange.test_own import proposal

ESTIMATE = Estimate(
    sections=(
        EstimateSection(
            id="s1",
            title="Дизайн",
            people=("p2",),
            items=(LineItem(id="i1", title="Главная", quantity=Decimal(10), rate=Decimal(4000)),),
        ),
    ),
    contingency=Contingency(percent=Decimal(10)),
    discount=Discount(percent=Decimal(5)),
    vat=Vat(mode=VatMode.ADDED, rate=Decimal(20)),
    payments=(Payment(id="y1", percent=Decimal(100)),),
)


def test_a_draft_of_it_knows_everything_that_the_table_knows(tmp_path: Path) -> None:
    path = tmp_path / "смета.xlsx"
    path.write_bytes(workbook(proposal(ESTIMATE), WHOLE))
    found = open_proposal(str(path)).proposal
    assert found is not None
    assert [person.name for person in found.people] == ["Олег Гаврилин"]
    assert replace(found.estimate, sections=()) == replace(ESTIMATE, sections=())
    assert found.estimate.sections[0].people == (found.people[0].id,)


def test_what_the_source_gives_itself_goes_before_the_table(tmp_path: Path) -> None:
    (tmp_path / "table.xlsx").write_bytes(workbook(proposal(ESTIMATE), WHOLE))
    own = {
        "schema": 1,
        "date": "2026-11-22",
        "currency": "RUB",
        "people": [{"id": "oleg", "name": "Олег Гаврилин"}],
        "estimate_file": "table.xlsx",
        "estimate": {"discount": {"percent": "7"}, "payments": []},
    }
    (tmp_path / "proposal.json").write_text(json.dumps(own, ensure_ascii=False), "utf-8")
    opened = open_proposal(str(tmp_path))
    assert opened.proposal is not None, opened.problems
    found = opened.proposal.estimate
    assert (found.discount, found.payments) == (Discount(percent=Decimal(7)), ())
    assert (found.vat, found.contingency) == (ESTIMATE.vat, ESTIMATE.contingency)
    assert found.sections[0].people == ("oleg",)
