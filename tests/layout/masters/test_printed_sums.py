"""Whoever adds up what is printed of an estimate comes to what is printed below: in every column, for every period."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.layout.page import Document, TextItem
from app.model.estimate import Detail, Estimate, EstimateSection, LineItem, Period, Pricing
from app.model.money import round_to
from app.model.proposal import Proposal
from app.totals import SectionTotal, Standing, Totals, totals
from tests.layout.checks import text_stands_apart, text_stays_on_the_page
from tests.layout.masters.estimates import BRANDS, composer, estimate_alone, item, lay_out, lines, with_parts
from tests.totals.estimates import currencies, estimates, examples

COMPOSERS = {(brand, language): composer(brand, language) for brand in BRANDS for language in ("ru", "en")}
OFTEN = {"в месяц": Period.MONTH, "a month": Period.MONTH, "в год": Period.YEAR, "a year": Period.YEAR}
NOTHING = Decimal(0)
Sums = dict[Period, Decimal]


def number(printed: str, language: str) -> Decimal:
    """Return the number that is printed, below zero where a minus is."""
    plain = printed.replace(",", "") if language == "en" else printed.replace(",", ".")
    found = re.sub(r"[^\d.]", "", plain).rstrip(".")
    return -Decimal(found) if "\N{MINUS SIGN}" in printed else Decimal(found)


class Printed:
    """What stands on the pages, by the cells that it stands in."""

    def __init__(self, document: Document, language: str) -> None:
        self.language = language
        self.cells: dict[str, list[TextItem]] = defaultdict(list)
        for page in document.pages:
            for line in lines(page):
                if line.tag != "Artifact":
                    self.cells[line.group].append(line)

    def text(self, group: str) -> str:
        """Return the text of a cell."""
        return " ".join(line.line.text for line in self.cells[group]).replace("\N{NO-BREAK SPACE}", " ")

    def amount(self, group: str) -> Decimal | None:
        """Return the one number of a cell of sums, None where it is not printed."""
        found = [line.line.text for line in self.cells[group] if any(sign.isdecimal() for sign in line.line.text)]
        assert len(found) <= 1, (group, found)
        return number(found[0], self.language) if found else None

    def item(self, origin: str) -> tuple[Decimal, Period]:
        """Return an item's amount, and how often it says that this is due."""
        cells = {line.origin.removeprefix(f"{origin}/"): line.line.text for line in self.cells[f"{origin}#3"]}
        amount = NOTHING if cells["rate"] == "—" else number(cells["rate"], self.language)
        often = cells.get("period", "").replace("\N{NO-BREAK SPACE}", " ")
        return amount, OFTEN.get(often, Period.ONCE)

    def sums(self, root: str, what: str, column: int = 3) -> Sums:
        """Return the printed sums of a section by their periods."""
        found = {}
        for period in Period:
            amount = self.amount(f"{root}#{what}#{column}" if period is Period.ONCE else f"{root}#{what}-{period.value}#{column}")
            if amount is not None:
                found[period] = amount
        return found


def added(parts: Iterable[Sums]) -> Sums:
    """Add sums up by their periods."""
    whole: Sums = defaultdict(Decimal)
    for part in parts:
        for period, amount in part.items():
            whole[period] += amount
    return {period: amount for period, amount in whole.items() if amount}


def hours_printed(printed: Printed, origin: str, one: LineItem, estimate: Estimate) -> Decimal:
    """Return the hours that are printed of an item, or those that its printed volume stands for."""
    language = printed.language
    for line in (*printed.cells[f"{origin}#0"], *printed.cells[f"{origin}#1"]):
        if line.origin == f"{origin}/hours":
            return number(line.line.text, language)
    volume = printed.text(f"{origin}#1")
    if volume in ("—", "") or one.pricing is Pricing.QUANTITY:
        return NOTHING
    count, *people = (number(part, language) for part in volume.split("×"))
    of_one = {Pricing.DAYS: estimate.hours_a_day, Pricing.MONTHS: estimate.hours_a_month}.get(one.pricing, Decimal(1))
    return round_to(count * (people[0] if people else 1) * of_one, 2)


def readable(estimate: Estimate) -> Estimate:
    """Return an estimate whose hours can be told from its printed volumes, which have two decimals."""

    def of(one: LineItem) -> LineItem:
        return replace(one, title=f"Position {one.id}", quantity=round_to(one.quantity, 2), unit="x")

    parts = (
        replace(part, title=f"Part {part.id}", items=tuple(of(one) for one in part.items)) for part in estimate.sections
    )  # fmt: skip
    return replace(estimate, sections=tuple(parts))


def own_sums(printed: Printed, part: EstimateSection, total: SectionTotal, estimate: Estimate) -> tuple[Sums, Sums]:
    """Return the money and the hours that the printed items of a section come to, by period."""
    money: Sums = defaultdict(Decimal)
    hours: Sums = defaultdict(Decimal)
    for one, sums in zip(part.items, total.items, strict=True):
        origin = f"estimate/sections/{part.id}/items/{one.id}"
        if sums.standing is Standing.ELSEWHERE:
            assert f"{origin}#3" not in printed.cells
            continue
        amount, period = printed.item(origin)
        assert period is one.period or not sums.priced
        if sums.counted:
            money[one.period] += amount
            hours[one.period] += hours_printed(printed, origin, one, estimate)
    return dict(money), dict(hours)


def check_section(printed: Printed, part: EstimateSection, own: list[Sums], below: list[Sums]) -> None:
    """What a section prints of its items and of the sections below it, less what it takes off, is its printed sum."""
    root = f"estimate/sections/{part.id}"
    gathered = added([*own, *below])
    base, off = printed.sums(root, "base"), printed.sums(root, "discount")
    for period, amount in base.items():
        assert amount == gathered.get(period, NOTHING)
    assert set(base) == set(off)
    assert added([gathered, off]) == added([printed.sums(root, "sum")])


def check_whole(printed: Printed, found: Totals) -> None:
    """The printed sums of level 1 are the subtotals."""
    whole = added(printed.sums(f"estimate/sections/{total.id}", "sum") for total in found.tops)
    assert whole == {due.period: due.subtotal for due in found.periods if due.subtotal}


def stands_well(document: Document) -> None:
    """Fail where a line of the tables or cards stands on another one or runs off its page."""
    __tracebackhide__ = True
    root = "estimate/sections/"
    pages = tuple(
        replace(page, items=tuple(one for one in lines(page) if (one.group or one.origin).startswith(root)))
        for page in document.pages
    )
    text_stands_apart(replace(document, pages=pages))
    text_stays_on_the_page(replace(document, pages=pages))


def laid(proposal: Proposal) -> Document:
    return lay_out(proposal, COMPOSERS[proposal.brandbook, proposal.language])


@pytest.mark.parametrize("brand", BRANDS)
@examples(25)
@given(estimate=estimates.map(readable), currency=currencies, language=st.sampled_from(["ru", "en"]))
def test_printed_items_add_up_to_printed_sums(brand: str, estimate: Estimate, currency: str, language: str) -> None:
    proposal = replace(estimate_alone(brand, language, people=0), estimate=estimate, currency=currency)
    found, document = totals(estimate, currency), laid(proposal)
    printed = Printed(document, language)
    for part, total in zip(estimate.sections, found.sections, strict=True):
        root = f"estimate/sections/{part.id}"
        money, hours = own_sums(printed, part, total, estimate)
        below = [one.id for one in found.sections if one.parent == part.id]
        sums = [printed.sums(f"estimate/sections/{one}", "sum") for one in below]
        times = [printed.sums(f"estimate/sections/{one}", "sum", 1) for one in below]
        check_section(printed, part, [money], sums)
        assert added([hours, *times]) == added([printed.sums(root, "sum", 1)])
    check_whole(printed, found)
    stands_well(document)


@pytest.mark.parametrize("brand", BRANDS)
@examples(25)
@given(estimate=estimates.map(readable), currency=currencies, language=st.sampled_from(["ru", "en"]))
def test_without_the_items_sections_add_up_as_well(brand: str, estimate: Estimate, currency: str, language: str) -> None:
    proposal = estimate_alone(brand, language, people=0, detail=Detail.SECTIONS)
    proposal = replace(proposal, estimate=estimate, currency=currency)
    found, document = totals(estimate, currency), laid(proposal)
    printed = Printed(document, language)
    for part, total in zip(estimate.sections, found.sections, strict=True):
        children = [f"estimate/sections/{one.id}" for one in found.sections if one.parent == part.id]
        below = [one for one in children if printed.sums(one, "sum")]
        own = printed.sums(f"estimate/sections/{part.id}", "own")
        if below:
            check_section(printed, part, [own], [printed.sums(one, "sum") for one in below])
        else:
            assert not own
            kept = {portion.period: portion.amount for portion in total.portions if portion.amount}
            assert added([printed.sums(f"estimate/sections/{part.id}", "sum")]) == kept
    check_whole(printed, found)
    stands_well(document)


def long_section() -> EstimateSection:
    """Return a section over many pages with something of everything among its items."""
    kinds: list[dict[str, Any]] = [
        {},
        {"period": Period.MONTH},
        {"optional": True},
        {"pricing": Pricing.MONTHS, "people": Decimal(2), "rate": Decimal(90000)},
        {"period": Period.YEAR, "vat": Decimal(10)},
        {"alternative": "one"},
    ]
    rows = [item(i, **kinds[i % len(kinds)], description="Why it is done. " * (i % 4 * 5)) for i in range(90)]
    return EstimateSection(id="s", title="Everything", items=tuple(rows))


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("level", [1, 2])
def test_what_is_carried_forward_is_what_stood_on_the_pages_before(brand: str, level: int) -> None:
    """Also for what is due every month or year, and in a section of level 2 without what the others come to."""
    part = replace(long_section(), level=level)
    before = EstimateSection(id="first", title="First", items=(item(0, rate=Decimal(77)), item(1, rate=Decimal(7))))
    proposal = with_parts(estimate_alone(brand, "en", people=0), before, part)
    found = totals(proposal.estimate, proposal.currency).section("s")
    counted = {f"estimate/sections/s/items/{one.id}#3": one.period for one in found.items if one.counted}
    stood: Sums = defaultdict(Decimal)
    carried = set()
    for page in laid(proposal).pages:
        for line in sorted(lines(page), key=lambda one: (one.x > page.width / 2 and page.width > page.height, one.y)):
            again = re.fullmatch(r"estimate/sections/s#carried(?:-(month|year))?#3", line.group)
            if again:
                period = Period(again[1]) if again[1] else Period.ONCE
                assert number(line.line.text, "en") == stood[period]
                carried.add(period)
            elif line.group in counted and line.origin.endswith("/rate"):
                stood[counted[line.group]] += number(line.line.text, "en")
    assert carried == set(Period)


@pytest.mark.parametrize("brand", BRANDS)
def test_cards_of_level_2_are_not_carried_forward_a_second_time(brand: str) -> None:
    parts = [
        EstimateSection(id=f"s{i}", title=f"Part {i}", level=1 + bool(i % 3), items=(item(0, rate=Decimal(100 + i)), item(1)))
        for i in range(36)
    ]
    proposal = with_parts(estimate_alone(brand, "en", people=0, detail=Detail.SECTIONS), *parts)
    tops = {f"estimate/sections/s{i}#sum#3" for i in range(0, 36, 3)}
    stood, checked = NOTHING, 0
    for page in laid(proposal).pages:
        cards = [line for line in lines(page) if line.group in tops]
        for line in lines(page):
            if line.group == "total#carried#2" and cards:
                assert number(line.line.text, "en") == stood
                checked += 1
        stood += sum(number(line.line.text, "en") for line in cards)
    assert checked >= 1
