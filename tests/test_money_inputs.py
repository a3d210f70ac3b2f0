"""Numbers that no estimate can hold, through every door: a file, a spreadsheet, a typed cell, an edit.

A refused number changes nothing, says what and where, and takes no time: nobody counts to 10^999999.
"""

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from app.edits import estimate as edits
from app.edits.fields import set_value
from app.edits.payments import split
from app.edits.ratecards import set_exchange, use_card
from app.edits.surcharges import add_surcharge, set_contingency
from app.intake.estimate import read_estimate
from app.model.estimate import (
    Contingency,
    Discount,
    Estimate,
    EstimateSection,
    LineItem,
    Pricing,
    Surcharge,
    Vat,
    VatMode,
)
from app.model.exchange import Exchange
from app.model.internal import Internal
from app.model.limits import LIMITS, fits, unfit
from app.model.proposal import Proposal
from app.model.rate import Rate
from app.model.ratecard import RateCard
from app.problems import stops
from app.store.codec import decode, encode
from app.store.source import read_source
from app.totals import totals
from tests import samples
from tests.canary import model_classes
from widgets.models.arithmetic import BadInputError, calculate

DAY = samples.proposal().date
RATE = "estimate/sections/s1/items/i1/rate"
Door = Callable[[str, Path], Decimal | None]


def d(text: str) -> Decimal:
    return Decimal(text)


def simple(**values: Any) -> Proposal:
    """Return a proposal with one line of 100."""
    line = LineItem(id="i1", title="Logo", rate=d("100"))
    return Proposal(date=DAY, estimate=Estimate(sections=(EstimateSection(id="s1", items=(line,)),), **values))


def through_file(text: str, folder: Path) -> Decimal | None:
    """Write a number into a proposal's file and read that."""
    data = {"date": str(DAY), "estimate": {"sections": [{"items": [{"id": "i1", "title": "Logo", "rate": "RATE"}]}]}}
    (folder / "proposal.json").write_text(json.dumps(data).replace('"RATE"', text), "utf-8")
    read = read_source(folder)
    assert read.proposal is not None or stops(read.problems)
    rate = read.proposal.estimate.sections[0].items[0].rate if read.proposal else None
    if rate is None:
        assert "rate" in read.problems[0].where or read.proposal is None
    return rate


def through_spreadsheet(text: str, folder: Path) -> Decimal | None:
    """Put a number into a cell of a table."""
    (folder / "estimate.csv").write_text(f"Работа;Часы;Ставка\nЛого;1;{text}\n", "utf-8")
    read = read_estimate(folder / "estimate.csv")
    rate = read.estimate.sections[0].items[0].rate
    if rate is None:
        assert stops(read.problems)
        assert read.problems[0].where == "estimate.csv › C2"
    return rate


def through_cell(text: str, folder: Path) -> Decimal | None:
    """Type a number into the grid."""
    try:
        return calculate(text, "ru")
    except BadInputError as refused:
        assert refused.reason.msgid
        return None


def through_edit(text: str, folder: Path) -> Decimal | None:
    """Let a program set a number."""
    before = simple()
    try:
        after = set_value(before, RATE, Decimal(text))
    except ValueError:
        assert before == simple()
        return None
    return after.estimate.sections[0].items[0].rate


DOORS = {"file": through_file, "spreadsheet": through_spreadsheet, "cell": through_cell, "edit": through_edit}


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(
    "text", ["-5", "-0.01", "NaN", "Infinity", "-Infinity", "1e308", "1e999999", "10000000000000", "99999999999999.99"]
)
def test_what_no_price_can_be_is_refused_at_every_door(door: str, text: str, tmp_path: Path) -> None:
    assert DOORS[door](text, tmp_path) is None


@pytest.mark.parametrize("door", ["spreadsheet", "cell"])
@pytest.mark.parametrize("text", ["1_000", "0x10", "1e5", "٣", "1 23", "12..5"])
def test_what_is_no_number_is_refused_where_people_type(door: str, text: str, tmp_path: Path) -> None:
    assert DOORS[door](text, tmp_path) is None


@pytest.mark.parametrize("text", ['"1_000"', '"1 234,50"', '"NaN"', '"1e5"', '"-5"', "true", '""', "[5]", "{}"])
def test_what_is_no_number_is_refused_in_a_file(text: str, tmp_path: Path) -> None:
    assert through_file(text, tmp_path) is None


@pytest.mark.parametrize("door", ["spreadsheet", "cell"])
@pytest.mark.parametrize("text", ["1 234,50", "1\u00a0234,50", "1\u202f234,50", "1234,5", "1\u2009234,50"])
def test_thousands_may_be_apart_by_any_space(door: str, text: str, tmp_path: Path) -> None:
    assert DOORS[door](text, tmp_path) == d("1234.5")


@pytest.mark.parametrize("door", DOORS)
def test_two_and_675_thousandths_is_the_same_at_every_door_and_printed_as_2_68(door: str, tmp_path: Path) -> None:
    """Half a kopeck goes away from zero, once, when the line is summed; no binary 2.67499999 gets in."""
    text = "2,675" if door in ("spreadsheet", "cell") else "2.675"
    rate = DOORS[door](text, tmp_path)
    assert rate == d("2.675")
    proposal = set_value(simple(), RATE, rate)
    assert str(totals(proposal.estimate, "RUB").total) == "2.68"


def test_a_negative_price_is_refused_but_a_discount_is_one(tmp_path: Path) -> None:
    table = "Работа;Часы;Ставка;Сумма\nЛого;1;100;100\nСкидка;;;-30\n"
    (tmp_path / "estimate.csv").write_text(table, "utf-8")
    read = read_estimate(tmp_path / "estimate.csv")
    assert (read.estimate.discount.amount, stops(read.problems)) == (30, False)


@pytest.mark.parametrize("row", ["Скидка 150%;;;", "Скидка;;;-100,01", "Скидка 100,5 %;;;"])
def test_a_discount_of_more_than_everything_is_refused_in_a_spreadsheet(row: str, tmp_path: Path) -> None:
    (tmp_path / "estimate.csv").write_text(f"Работа;Часы;Ставка;Сумма\nЛого;1;100;100\n{row}\n", "utf-8")
    read = read_estimate(tmp_path / "estimate.csv")
    assert read.estimate.discount == Discount()
    assert [found.code for found in read.problems] == ["estimate-discount-too-large"]
    assert stops(read.problems)


@pytest.mark.parametrize("row", ["НДС 150%;;;150", "НДС 100%;;;", "НДС 100 %;;;100"])
def test_a_tax_of_everything_is_told_and_not_taken_from_a_spreadsheet(row: str, tmp_path: Path) -> None:
    (tmp_path / "estimate.csv").write_text(f"Работа;Часы;Ставка;Сумма\nЛого;1;100;100\n{row}\n", "utf-8")
    read = read_estimate(tmp_path / "estimate.csv")
    assert read.estimate.vat == Vat()
    assert [found.code for found in read.problems] == ["estimate-vat-unclear"]


@pytest.mark.parametrize(
    "table",
    [
        "Работа;Дни;Ставка в час\nЛого;9999999999999;5\n",
        "Работа;Дизайнер, ч;Разработчик, ч;Ставка\nЛого;9999999999999;9999999999999;5\n",
        "Работа;Часы;Сумма, тыс. руб.\nЛого;1;9999999999999\n",
        "Работа;Кол-во;Сумма\nЛого;0,0001;9999999999999\n",
    ],
)
def test_what_only_the_product_makes_too_large_is_refused_with_its_row(table: str, tmp_path: Path) -> None:
    """Each cell can be borne alone; a file with the product could not be opened again."""
    (tmp_path / "estimate.csv").write_text(table, "utf-8")
    read = read_estimate(tmp_path / "estimate.csv")
    wrong = next(found for found in read.problems if found.code == "cell-number-out-of-range")
    assert (wrong.where, stops(read.problems)) == ("estimate.csv › A2", True)
    assert list(unfit(read.estimate)) == []


@pytest.mark.parametrize("typed", ["150%", "-5", "1e9", "NaN"])
def test_a_file_with_an_impossible_discount_opens_without_it(typed: str, tmp_path: Path) -> None:
    text = typed.removesuffix("%")
    data = {"date": str(DAY), "estimate": {"discount": {"percent": "P", "reason": "friends"}}}
    (tmp_path / "proposal.json").write_text(json.dumps(data).replace('"P"', text), "utf-8")
    read = read_source(tmp_path)
    assert read.proposal is not None
    assert read.proposal.estimate.discount == Discount(reason="friends")
    assert [found.where for found in read.problems] == ["estimate.discount.percent"]


Edit = Callable[[Proposal, Decimal], Proposal]
EDITS: dict[str, Edit] = {
    "rate": lambda p, n: edits.set_rate(p, "designer", n),
    "discount percent": lambda p, n: edits.set_discount(p, Discount(percent=n)),
    "discount amount": lambda p, n: edits.set_discount(p, Discount(amount=n)),
    "vat": lambda p, n: edits.set_vat(p, Vat(mode=VatMode.ADDED, rate=n)),
    "contingency": lambda p, n: set_contingency(p, Contingency(percent=n)),
    "surcharge": lambda p, n: add_surcharge(p, Surcharge(id="", percent=n)),
    "payments": lambda p, n: split(p, [("Start", n), ("End", d("0"))]),
    "exchange": lambda p, n: set_exchange(p, Exchange(currency="EUR", rate=n, date=DAY)),
    "card": lambda p, n: use_card(p, RateCard(id="c1", rates=(Rate(id="dev", amount=n),))),
    "item": lambda p, n: edits.add_item(p, "s1", LineItem(id="", quantity=n)),
    "item's discount": lambda p, n: set_value(p, "estimate/sections/s1/items/i1/discount/percent", n),
    "section": lambda p, n: edits.add_section(p, EstimateSection(id="", items=(LineItem(id="i9", rate=n),))),
    "cost": lambda p, n: set_value(p, "estimate/sections/s1/items/i1/cost", Internal(n)),
    "hours a day": lambda p, n: set_value(p, "estimate/hours_a_day", n),
    "estimate": lambda p, n: edits.replace_estimate(p, Estimate(discount=Discount(amount=n))),
}


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("text", ["-0.01", "NaN", "sNaN", "Infinity", "1e308", "1e999999", "1e13"])
def test_no_edit_puts_in_what_no_file_may_hold(edit: str, text: str) -> None:
    with pytest.raises(ValueError, match="cannot be"):
        EDITS[edit](simple(), d(text))


@pytest.mark.parametrize("edit", ["discount percent", "item's discount", "vat", "contingency", "payments"])
def test_nothing_is_more_than_a_hundred_percent_of_itself(edit: str) -> None:
    with pytest.raises(ValueError, match="cannot be"):
        EDITS[edit](simple(), d("100.01"))
    assert EDITS[edit](simple(), d("100")) != simple()


def test_a_price_that_would_be_too_large_as_a_whole_is_refused() -> None:
    """10^7 hours of 10^7 are 10^14: as hours they can be borne, as a fixed price they cannot."""
    long = set_value(set_value(simple(), RATE, d("1e7")), "estimate/sections/s1/items/i1/quantity", d("1e7"))
    with pytest.raises(ValueError, match=r"LineItem\.rate cannot be"):
        edits.set_pricing(long, "s1", "i1", Pricing.FIXED)


def test_a_fixed_price_made_of_another_currency_is_converted_or_unknown() -> None:
    """10 h of a lead of 50 € at 90 ₽ are 45 000 ₽, not 500 of anything; without a rate of exchange nobody knows."""
    lead = Rate(id="lead", amount=d("50"), currency="EUR")
    line = LineItem(id="i1", quantity=d("10"), role="lead")
    euro = Exchange(currency="EUR", rate=d("90"), date=DAY)
    for exchanges, price in (((euro,), d("45000")), ((), None)):
        estimate = Estimate(sections=(EstimateSection(id="s1", items=(line,)),), rates=(lead,), exchanges=exchanges)
        before = replace(simple(), estimate=estimate)
        after = edits.set_pricing(before, "s1", "i1", Pricing.FIXED)
        assert after.estimate.sections[0].items[0].rate == price
        assert totals(after.estimate, "RUB").total == totals(before.estimate, "RUB").total


def test_currencies_are_never_mixed() -> None:
    """A line whose rate is in a currency that has no frozen rate of exchange is out of the sum and says so."""
    lines = (LineItem(id="i1", rate=d("100")), LineItem(id="i2", quantity=d("2"), role="lead"))
    lead = Rate(id="lead", amount=d("50"), currency="EUR")
    estimate = Estimate(sections=(EstimateSection(id="s1", items=lines),), rates=(lead,))
    found = totals(estimate, "RUB")
    assert (found.total, [row.priced for row in found.sections[0].items]) == (100, [True, False])
    frozen = replace(estimate, exchanges=(Exchange(currency="EUR", rate=d("90"), date=DAY),))
    assert totals(frozen, "RUB").total == 9100


def numbers_of_the_model() -> set[str]:
    return {
        f"{kind.__name__}.{name}"
        for kind in model_classes()
        for name, hint in get_type_hints(kind).items()
        if "Decimal" in str(hint) and "Limits" not in kind.__name__
    }


def test_every_number_of_the_model_has_declared_limits() -> None:
    assert numbers_of_the_model() == set(LIMITS)


@pytest.mark.parametrize(
    "text", ["-1", "0", "0.5", "1", "24", "100", "100.5", "520", "745", "1001", "1000000000000", "10000000000000", "NaN"]
)
def test_files_and_edits_agree_about_every_number(text: str) -> None:
    """What an edit lets in, a file can hold, and the other way round."""
    for kind in model_classes():
        for field in fields(kind) if is_dataclass(kind) else ():
            place = f"{kind.__name__}.{field.name}"
            if place in LIMITS:
                decoded = decode(kind, {**least(kind), field.name: text})
                refused = any(found.where == field.name for found in decoded.problems)
                assert refused != fits(d(text), LIMITS[place]), (place, text)


def least(kind: type) -> dict[str, Any]:
    """Return what a record must have to be read at all."""
    hints = get_type_hints(kind)
    known: dict[Any, Any] = {str: "a", Decimal: "1", type(DAY): str(DAY)}
    return {name: known[hint] for name, hint in hints.items() if hint in known}


def test_what_is_in_a_proposal_can_be_read_back() -> None:
    proposal = simple(discount=Discount(percent=d("100")), hours_a_day=d("24"))
    assert decode(Proposal, encode(proposal)).value == proposal
