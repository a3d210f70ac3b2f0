"""An estimate from a spreadsheet comes into the proposal that names it."""

import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from app.intake.estimate import EstimateRead
from app.model.estimate import Discount, Estimate, EstimateSection, LineItem, Vat, VatMode
from app.model.payment import Payment
from app.model.people import Person
from app.model.proposal import Proposal
from app.model.rate import Rate
from app.problems import Severity
from app.sources.merging import given_in, merge

FILE = Path("смета.xlsx")
PEOPLE = (Person(id="anna", name="Анна Левина", role="Стратег"), Person(id="vera", name="Vera Sokolova", role="Дизайнер"))
OWN_VAT = Vat(mode=VatMode.ADDED, rate=Decimal(22))
FOUND_VAT = Vat(mode=VatMode.INCLUDED, rate=Decimal(20))


def proposal(**values: object) -> Proposal:
    return Proposal(date=datetime.date(2026, 11, 21), people=PEOPLE, **values)  # type: ignore[arg-type]


def read(*names: str, roles: tuple[str, ...] = (), role: str = "", currency: str = "", **values: object) -> EstimateRead:
    items = (LineItem(id="i1", title="Бриф", role=role),)
    section = EstimateSection(id="s1", title="Старт", people=names, roles=roles, items=items)
    return EstimateRead(Estimate(sections=(section,), **values), currency, names)  # type: ignore[arg-type]


def codes(problems: object) -> list[str]:
    return [found.code for found in problems]  # type: ignore[attr-defined]


def test_names_become_the_proposals_people_and_unknown_ones_roles_with_a_warning() -> None:
    merged, problems = merge(
        proposal(), read("Левина А.", "Вера Соколова", "Пётр Неизвестный", roles=("Юрист",)), frozenset(), FILE
    )
    section = merged.estimate.sections[0]
    assert section.people == ("anna", "vera")
    assert section.roles == ("Юрист", "Пётр Неизвестный")
    assert codes(problems) == ["estimate-person-unknown"]
    assert problems[0].fact("name") == "Пётр Неизвестный"
    assert problems[0].where == "estimate/sections/s1"


def test_a_role_of_somebody_is_a_role_without_a_warning() -> None:
    merged, problems = merge(proposal(), read("дизайнер"), frozenset(), FILE)
    assert (merged.estimate.sections[0].roles, problems) == (("дизайнер",), ())


def test_a_name_that_fits_two_people_is_told() -> None:
    both = proposal()
    both = Proposal(date=both.date, people=(*PEOPLE, Person(id="anna2", name="Анна Ким")))
    merged, problems = merge(both, read("Анна"), frozenset(), FILE)
    assert merged.estimate.sections[0].roles == ("Анна",)
    assert codes(problems) == ["estimate-person-unclear"]
    assert problems[0].fact("people") == "Анна Левина, Анна Ким"


def test_a_name_written_two_ways_is_one_person() -> None:
    merged, _ = merge(proposal(), read("Анна", "Anna Levina"), frozenset(), FILE)
    assert merged.estimate.sections[0].people == ("anna",)


def test_a_line_by_a_person_takes_that_persons_rate() -> None:
    own = Estimate(rates=(Rate(id="anna", amount=Decimal(9000)),))
    merged, _ = merge(proposal(estimate=own), read("Анна Левина", role="Анна Левина"), frozenset({"rates"}), FILE)
    assert merged.estimate.sections[0].items[0].role == "anna"
    assert merged.estimate.rates == own.rates


def test_rates_of_both_are_known_and_the_proposals_win() -> None:
    own = Estimate(rates=(Rate(id="Стратег", amount=Decimal(9000)),))
    found = (Rate(id="Стратег", amount=Decimal(1)), Rate(id="Vera Sokolova", amount=Decimal(5)))
    merged, _ = merge(proposal(estimate=own), read(rates=found), frozenset({"rates"}), FILE)
    assert {rate.id: rate.amount for rate in merged.estimate.rates} == {"Стратег": 9000, "vera": 5}


def test_what_the_proposal_gives_goes_before_what_the_spreadsheet_says() -> None:
    own = Estimate(vat=OWN_VAT, discount=Discount(percent=Decimal(5)), hours_a_day=Decimal(6))
    found = read(vat=FOUND_VAT, discount=Discount(amount=Decimal(100)), hours_a_day=Decimal(7))
    merged, _ = merge(proposal(estimate=own), found, frozenset({"vat", "discount", "hours_a_day"}), FILE)
    assert (merged.estimate.vat, merged.estimate.discount.percent, merged.estimate.hours_a_day) == (OWN_VAT, 5, 6)
    merged, _ = merge(proposal(estimate=own), found, frozenset(), FILE)
    assert (merged.estimate.vat, merged.estimate.discount.amount, merged.estimate.hours_a_day) == (FOUND_VAT, 100, 7)


def test_no_vat_given_in_so_many_words_is_no_vat() -> None:
    merged, _ = merge(proposal(estimate=Estimate(vat=Vat())), read(vat=FOUND_VAT), frozenset({"vat"}), FILE)
    assert merged.estimate.vat.mode is VatMode.EXEMPT


def test_sections_in_both_places_are_told() -> None:
    own = Estimate(sections=(EstimateSection(id="old", title="Старое"),))
    merged, problems = merge(proposal(estimate=own), read(), frozenset({"sections"}), FILE)
    assert [section.id for section in merged.estimate.sections] == ["s1"]
    assert codes(problems) == ["estimate-twice"]


@pytest.mark.parametrize(
    ("given", "found", "currency", "stops"),
    [
        ((), "EUR", "EUR", False),
        (("currency",), "EUR", "RUB", True),
        (("currency",), "RUB", "RUB", False),
        ((), "", "RUB", False),
    ],
)
def test_two_currencies_never_mix(given: tuple[str, ...], found: str, currency: str, stops: bool) -> None:
    merged, problems = merge(proposal(), read(currency=found), frozenset(given), FILE)
    assert merged.currency == currency
    assert [problem.severity for problem in problems] == ([Severity.ERROR] if stops else [])


def test_what_a_source_gives_is_seen_in_its_text(tmp_path: Path) -> None:
    (tmp_path / "proposal.json").write_text('{"currency": "RUB", "title": "x", "estimate": {"vat": {"mode": "exempt"}}}')
    assert given_in(tmp_path) == {"currency", "vat"}
    (tmp_path / "other.json").write_text('{"estimate": []}')
    assert given_in(tmp_path / "other.json") == frozenset()


def test_what_a_spreadsheet_says_nothing_about_stays_as_the_source_has_it() -> None:
    plan = (Payment(id="t1", title="Аванс", percent=Decimal(50)), Payment(id="t2", title="Сдача"))
    merged, problems = merge(proposal(estimate=Estimate(payments=plan)), read(), frozenset({"payments"}), FILE)
    assert (merged.estimate.payments, problems) == (plan, ())
    assert len(merged.estimate.sections) == 1
