"""A table of ours comes back as what went out; what people have changed in it is what they see."""

import datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.exchange.fields import public
from app.exchange.flat import text_table
from app.exchange.own import Own, own_of
from app.exchange.view import WHOLE, View, shown
from app.exchange.workbook import workbook
from app.intake.csvfile import read_csv
from app.intake.workbook import read_workbook
from app.model.estimate import Detail, Estimate
from app.model.people import Person
from app.model.proposal import Proposal
from tests.exchange.estimates import estimates

PEOPLE = (Person(id="p1", name="Анна Ким"), Person(id="p2", name="Олег Гаврилин"))
VIEWS = [WHOLE, View(show_hours=False), View(detail=Detail.SECTIONS), View(detail=Detail.TOTALS), View(payments=False)]


def proposal(estimate: Estimate, language: str = "ru", currency: str = "RUB") -> Proposal:
    return Proposal(
        date=datetime.date(2026, 11, 22), title="Смета", language=language, currency=currency, estimate=estimate, people=PEOPLE
    )


def back(data: bytes) -> Own:
    table = read_workbook(data, "table.xlsx") if data.startswith(b"PK") else read_csv(data, "table.csv")
    found = own_of(table)
    assert found is not None
    return found


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(estimates, st.sampled_from(["ru", "en"]), st.sampled_from(["RUB", "EUR", "JPY"]))
def test_a_workbook_comes_back_as_it_went_out(estimate: Estimate, language: str, currency: str) -> None:
    found = back(workbook(proposal(estimate, language, currency), WHOLE))
    assert found.problems == ()
    assert (found.estimate, found.currency, found.language, found.view) == (public(estimate), currency, language, WHOLE)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(estimates, st.sampled_from(["ru", "en"]), st.sampled_from(["", ";", ",", "\t"]))
def test_a_text_table_comes_back_as_it_went_out(estimate: Estimate, language: str, delimiter: str) -> None:
    found = back(text_table(proposal(estimate, language), WHOLE, delimiter))
    assert found.problems == ()
    assert (found.estimate, found.currency, found.language, found.view) == (public(estimate), "RUB", language, WHOLE)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(estimates, st.sampled_from(VIEWS))
def test_every_view_comes_back_as_what_it_shows(estimate: Estimate, view: View) -> None:
    seen = shown(estimate, "RUB", view)
    for data in (workbook(proposal(estimate), view), text_table(proposal(estimate), view)):
        found = back(data)
        assert (found.estimate, found.view) == (seen.estimate, view)
