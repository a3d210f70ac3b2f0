"""The page of the total: whoever adds up what is printed comes to what is printed below, and no label stands without its rows."""

import datetime
import re
from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.layout.page import Document, Page
from app.model.estimate import (
    Contingency,
    Detail,
    Discount,
    Estimate,
    EstimateSection,
    Period,
    Pricing,
    Surcharge,
    Vat,
    VatMode,
)
from app.model.exchange import Exchange
from app.model.money import minor_digits, round_to
from app.model.payment import Payment
from app.model.proposal import Proposal
from app.model.rounding import Rounding, RoundingScope, RoundingStep
from app.model.sections import Acceptance
from app.pipeline import Pipeline
from app.totals import Totals, totals
from tests.brandbooks import changed
from tests.layout.checks import size, text_stands_apart, text_stays_on_the_page
from tests.layout.masters.estimates import BRANDS, composer, estimate_alone, item, lay_out, lines, text
from tests.totals.estimates import currencies, estimates, examples

COMPOSERS = {(brand, language): composer(brand, language) for brand in BRANDS for language in ("ru", "en")}
NOTHING = Decimal(0)
HUNDRED = Decimal(100)
LABELS = {"Every month", "Every year", "Payments", "You may add"}
PAPERS = [("A4", "upright"), ("A5", "upright"), ("square", "upright"), ("A5", "lying"), ("16:9", "upright")]


def number(printed: str, language: str) -> Decimal:
    """Return the number that is printed, below zero where a minus is."""
    plain = printed.replace(",", "") if language == "en" else printed.replace(",", ".")
    found = Decimal(re.sub(r"[^\d.]", "", plain).rstrip("."))
    return -found if "\N{MINUS SIGN}" in printed else found


class Printed:
    """The rows of the total that stand on the pages: names and amounts, by their groups."""

    def __init__(self, document: Document, language: str) -> None:
        self.language = language
        self.names: dict[str, str] = defaultdict(str)
        self.amounts: dict[str, Decimal] = {}
        self.origins: dict[str, str] = {}
        for page in document.pages:
            for line in lines(page):
                group, _, cell = line.group.rpartition("#")
                if line.tag == "Artifact" or not re.match(r"(total|part|sum|month|year|payment|option)#", line.group):
                    continue
                if cell == "0":
                    self.names[group] += f" {line.line.text}".replace("\N{NO-BREAK SPACE}", " ")
                elif cell == "2":
                    assert group not in self.amounts, f"{group} is printed twice"
                    self.amounts[group], self.origins[group] = number(line.line.text, language), line.origin

    def rows(self, start: str) -> list[tuple[str, Decimal, str]]:
        """Return name, amount and origin of the rows whose groups begin so, in their order."""
        return [
            (self.names[group], amount, self.origins[group]) for group, amount in self.amounts.items() if group.startswith(start)
        ]

    def base(self, name: str) -> Decimal | None:
        """Return the base that the name of a tax tells, None where it tells none."""
        told = re.search(r"% (?:с|of) (\D{0,6}\d[\d\s,.]*)", name)
        return number(told.group(1), self.language) if told else None


def check_way(printed: Printed, start: str, estimate: Estimate, sections: Decimal | None, digits: int) -> Decimal:
    """Add a printed way up, step by step; return the printed total."""
    rows = printed.rows(start)
    way = [row for row in rows if not row[2].startswith("estimate/vat")]
    taxes = [row for row in rows if row[2].startswith("estimate/vat")]
    total = printed.amounts[f"{start}t"]
    added = estimate.vat.mode is VatMode.ADDED
    steps = [amount for _, amount, _ in way[:-1]]
    assert way[-1][1] == total
    if added:
        # The last step before the taxes is what they are of.
        net = steps.pop()
        assert total == net + sum((amount for _, amount, _ in taxes), NOTHING)
        if steps:
            assert sum(steps, NOTHING) == net
    elif steps:
        assert sum(steps, NOTHING) == total
    if sections is not None:
        assert sections == (steps[0] if steps else net if added else total)
    bases = [base for name, _, _ in taxes if (base := printed.base(name)) is not None]
    if bases:
        # Whoever adds up what the taxes are of comes to the sum, whatever is taxed at nothing too.
        assert sum(bases, NOTHING) == (net if added else total)
    for name, amount, _ in taxes:
        rate = number(re.findall(r"[\d.,]+(?= ?%)", name)[-1], printed.language)
        base = printed.base(name)
        base = base if base is not None else net if added else total
        of_it = base * rate / (HUNDRED if added else HUNDRED + rate)
        assert abs(round_to(of_it, digits) - amount) <= (0 if added else Decimal(10) ** -digits), name
    return total


def readable(estimate: Estimate) -> Estimate:
    """Return an estimate whose rates of tax can be told from how they are printed, with two decimals, and whose names have no
    digits.
    """
    parts = tuple(replace(part, title="Part") for part in estimate.sections)
    return replace(estimate, sections=parts)


def laid(proposal: Proposal) -> Document:
    return lay_out(proposal, COMPOSERS[proposal.brandbook, proposal.language])


@pytest.mark.parametrize("brand", BRANDS)
@examples(60)
@given(
    estimate=estimates.map(readable), currency=currencies, language=st.sampled_from(["ru", "en"]), detail=st.sampled_from(Detail)
)
def test_printed_sums_add_up_to_the_printed_total(
    brand: str, estimate: Estimate, currency: str, language: str, detail: Detail
) -> None:
    proposal = replace(estimate_alone(brand, language, people=0, detail=detail, in_words=True), currency=currency)
    proposal = replace(proposal, estimate=estimate)
    found, document = totals(estimate, currency), laid(proposal)
    printed, digits = Printed(document, language), minor_digits(currency)
    tops = printed.rows("total#")
    sections = sum((amount for _, amount, _ in tops), NOTHING) if tops else None
    assert check_way(printed, "sum#", estimate, sections, digits) == found.total
    for period in found.recurring:
        assert check_way(printed, f"{period.period.value}#", estimate, None, digits) == period.total
    paid = [amount for _, amount, _ in printed.rows("payment#")]
    assert len(paid) == len(found.payments)
    if paid:
        assert sum(paid, NOTHING) + found.unplanned == found.total
    check_parts(printed, found)
    text_stands_apart(document)
    text_stays_on_the_page(document)


def check_parts(printed: Printed, found: Totals) -> None:
    """Sections of level 2 that are printed have what they come to."""
    for group, amount in printed.amounts.items():
        if group.startswith("part#"):
            assert amount == found.section(group.removeprefix("part#")).amount


def whole(*, sections: int = 4, options: int = 2, payments: int = 3, monthly: bool = True, yearly: bool = False) -> Estimate:
    """Return an estimate with everything that a total can have."""
    parts = [
        EstimateSection(
            id=f"s{i}", title=f"Part {i}", level=2 if i == 1 else 1,
            items=(
                item(0, title="Work", vat=Decimal(10) if not i else None),
                *((item(1, title="Support", period=Period.MONTH),) if monthly and i == sections - 1 else ()),
                *((item(2, title="Licence", period=Period.YEAR),) if yearly and i == sections - 1 else ()),
                *(item(10 + k, title=f"Extra {k}", optional=True) for k in range(options if i == 0 else 0)),
            ),
        )
        for i in range(sections)
    ]  # fmt: skip
    plan = [Payment(id=f"t{i}", title=f"Payment {i}", percent=Decimal(100) / Decimal(8) * (i < 7)) for i in range(payments)]
    return Estimate(
        sections=tuple(parts),
        surcharges=(Surcharge(id="u", title="holidays", percent=Decimal(7)),),
        contingency=Contingency(percent=Decimal(5), reason="unknowns"),
        discount=Discount(percent=Decimal(10), reason="first project"),
        vat=Vat(mode=VatMode.ADDED, rate=Decimal(20)),
        exchanges=(Exchange(currency="USD", rate=Decimal("92.5134"), date=datetime.date(2026, 11, 20), source="Bank"),),
        equivalent="USD",
        payments=(replace(plan[0], date=datetime.date(2026, 12, 14)), *plan[1:]) if plan else (),
    )


def with_estimate(brand: str, estimate: Estimate, **shown: Any) -> Proposal:
    return replace(estimate_alone(brand, "en", people=0, **shown), estimate=estimate, currency="RUB")


def rows_of(page: Page) -> list[tuple[float, float, str]]:
    """Return where the labels and the rows of a page stand: x, y and what they belong to, from top to bottom in each column."""
    found: dict[tuple[str, str], tuple[float, float, str]] = {}
    for line in lines(page):
        kind, _, rest = line.group.partition("#")
        if kind in ("total", "sum", "month", "year", "payment", "option") and line.tag != "Artifact":
            found.setdefault((kind, rest.rpartition("#")[0]), (line.x, line.y, kind))
    return sorted(found.values(), key=lambda row: (row[0] > page.width * 0.45, row[1]))


CONTENTS = [
    whole(),
    whole(options=0, payments=0),
    whole(yearly=True),
    whole(monthly=False, options=1, payments=1),
    whole(sections=24, options=14, payments=9, yearly=True),
    whole(sections=70, options=40),
]


@pytest.mark.parametrize("paper", PAPERS, ids=str)
@pytest.mark.parametrize("brand", BRANDS)
def test_labels_stay_with_their_rows_on_every_paper(brand: str, paper: tuple[str, str], tmp_path: Path) -> None:
    own = Pipeline(brandbooks=(changed(tmp_path, brand, {"page": {"format": paper[0], "orientation": paper[1]}}),))
    for estimate in CONTENTS:
        for detail in (Detail.SECTIONS, Detail.TOTALS):
            document = own.lay_out(with_estimate(brand, estimate, detail=detail, in_words=True), tmp_path).document
            text_stands_apart(document)
            text_stays_on_the_page(document)
            for page in document.pages:
                check_labels(page)


def check_labels(page: Page) -> None:
    """A label has a row below it, and a row that goes on is not alone."""
    placed = rows_of(page)
    for line in lines(page):
        if line.line.text in LABELS and line.tag == "P":
            below = [row for row in placed if row[1] > line.y and abs(row[0] - line.x) < page.width * 0.2]
            assert below, line.line.text
    kinds = [kind for _, _, kind in placed]
    for kind in set(kinds) - {"total"}:
        whole_there = any(line.line.text in LABELS for line in lines(page)) or kind == "sum"
        assert kinds.count(kind) >= 2 or whole_there, kind


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_page_that_goes_on_repeats_the_sum_in_small(brand: str, language: str) -> None:
    proposal = replace(with_estimate(brand, CONTENTS[4], detail=Detail.TOTALS), language=language)
    first, *others = laid(proposal).pages
    large = max(size(line) for line in lines(first) if line.origin == "estimate")
    assert others
    for page in others:
        sums = [line for line in lines(page) if line.origin == "estimate" and line.tag == "Artifact"]
        assert len(sums) == 2
        assert max(map(size, sums)) < large / 2


@pytest.mark.parametrize("brand", BRANDS)
def test_everything_that_a_total_usually_has_takes_two_pages_at_most(brand: str) -> None:
    document = laid(with_estimate(brand, whole(), detail=Detail.TOTALS, in_words=True))
    assert len(document.pages) <= 2


@pytest.mark.parametrize("brand", BRANDS)
def test_the_sum_tells_what_recurs_the_words_and_the_other_currency_with_its_whole_rate(brand: str) -> None:
    estimate = replace(whole(), discount=Discount(), surcharges=(), contingency=Contingency(), vat=Vat())
    said = text(laid(with_estimate(brand, estimate, detail=Detail.TOTALS, in_words=True, lead="")).pages[0])
    assert "+ ₽10,000 a month" in said
    assert "Forty thousand roubles" in said
    assert "≈ $432.37" in said
    assert "at ₽92.5134 of 20 November 2026 (Bank)" in " ".join(said.split())


@pytest.mark.parametrize("brand", BRANDS)
def test_what_is_taxed_at_nothing_is_told_beside_the_other_taxes(brand: str) -> None:
    """A bookkeeper adds up the bases: 10,000 at 0 % and 30,000 at 20 % are the 40,000 before VAT."""
    estimate = replace(whole(monthly=False), discount=Discount(), surcharges=(), contingency=Contingency())
    free = replace(estimate.sections[0], items=(item(0, title="Export", vat=Decimal(0)),))
    estimate = replace(estimate, sections=(free, *estimate.sections[1:]))
    said = " ".join(text(laid(with_estimate(brand, estimate, detail=Detail.TOTALS, lead="")).pages[-1]).split())
    assert "VAT 0% of ₽10,000" in said
    assert "VAT 20% of ₽30,000" in said


@pytest.mark.parametrize("brand", BRANDS)
def test_a_surcharge_on_one_section_names_it(brand: str) -> None:
    """10 % of one section is not 10 % of the subtotal: the client must be able to check it."""
    urgent = Surcharge(id="u", title="urgency", percent=Decimal(10), section="s2")
    estimate = replace(whole(monthly=False), surcharges=(urgent,))

    def told(detail: Detail) -> str:
        return " ".join(
            " ".join(text(page).split()) for page in laid(with_estimate(brand, estimate, detail=detail, lead="")).pages
        )

    assert "Surcharge 10% on “Part 2” — urgency" in told(Detail.SECTIONS)
    assert "Surcharge 10% — urgency" in told(Detail.TOTALS)
    assert "Part 2" not in told(Detail.TOTALS)


@pytest.mark.parametrize("brand", BRANDS)
def test_hidden_hours_are_told_nowhere_on_the_total(brand: str) -> None:
    months = replace(item(0), pricing=Pricing.MONTHS, quantity=Decimal(2))
    estimate = replace(whole(), sections=(EstimateSection(id="s", title="Team", items=(months,)), *whole().sections[1:]))
    for shown in (True, False):
        proposal = with_estimate(brand, estimate, detail=Detail.TOTALS, show_hours=shown, lead="")
        said = "\n".join(text(page) for page in laid(proposal).pages)
        assert bool(re.search(r"\d h\b|person-month", said)) is shown


@pytest.mark.parametrize("brand", BRANDS)
def test_sections_of_the_second_level_stand_in_below_their_own_where_there_is_room(brand: str) -> None:
    estimate = replace(whole(options=0, payments=0, monthly=False), vat=Vat(), discount=Discount())
    pages = laid(with_estimate(brand, estimate, lead="")).pages
    rows = {line.group: line for page in pages for line in lines(page) if line.group.endswith("#0")}
    if "part#s1#0" in rows:
        assert rows["part#s1#0"].x > rows["total#s0#0"].x + 5
        assert size(rows["part#s1#0"]) < size(rows["total#s0#0"])


@pytest.mark.parametrize("brand", ["kurs", "salon"])
def test_a_page_that_the_last_section_leaves_empty_takes_the_total(brand: str) -> None:
    """Without the sums of sections where there is no room for them: they stand in the tables above."""
    below = set()
    for count in range(4, 40):
        parts = tuple(
            EstimateSection(id=f"s{i}", title=f"Part {i}", items=tuple(item(k) for k in range(2 if i else count)))
            for i in range(9)
        )  # fmt: skip
        last = laid(with_estimate(brand, Estimate(sections=parts), lead="")).pages[-1]
        groups = {line.group for line in lines(last)}
        if any(re.match(r"estimate/sections/s8/items/", group) for group in groups) and "sum#t#2" in groups:
            below.add("total#s0#2" in groups)
    assert below == {True, False}


@pytest.mark.parametrize("brand", BRANDS)
def test_who_signs_reads_what_is_due_once_and_what_every_month(brand: str) -> None:
    estimate = replace(whole(), discount=Discount(), surcharges=(), contingency=Contingency(), vat=Vat())
    page = Acceptance(id="acceptance", title="Yes")
    said = text(laid(replace(with_estimate(brand, estimate), sections=(page,))).pages[0])
    assert "₽40,000" in said
    assert "+ ₽10,000 a month" in said
    only = (replace(item(0), period=Period.MONTH),)
    estimate = Estimate(sections=(EstimateSection(id="s", items=only),))
    said = text(laid(replace(with_estimate(brand, estimate), sections=(page,))).pages[0])
    assert "₽10,000 a month" in " ".join(said.split())
    assert "₽0" not in said


@pytest.mark.parametrize("scope", RoundingScope)
@pytest.mark.parametrize("step", RoundingStep)
def test_how_amounts_are_rounded_is_said_where_it_is_not_as_usual(scope: RoundingScope, step: RoundingStep) -> None:
    estimate = replace(whole(), rounding=Rounding(step=step, scope=scope))
    said = " ".join(text(laid(with_estimate("kurs", estimate, detail=Detail.TOTALS)).pages[-1]).split())
    assert ("are rounded to" in said) is (step is not RoundingStep.MINOR)
    assert ("take their shares" in said) is (scope is RoundingScope.TOTAL)
    assert ("VAT is added exactly" in said) is (step is not RoundingStep.MINOR)


@pytest.mark.parametrize("brand", BRANDS)
def test_numbers_stand_below_a_name_that_they_leave_no_room(brand: str) -> None:
    """A million dinars a year with three decimals beside what recurs each month: the columns are narrow, the numbers wide."""
    once = EstimateSection(
        id="s", title="Part",
        items=(
            item(0, title="Work"),
            item(1, title="Support", period=Period.MONTH),
            item(2, title="Licence", period=Period.YEAR, quantity=Decimal("524.287"), rate=Decimal("1907.353")),
        ),
    )  # fmt: skip
    sums = Estimate(sections=(once,), payments=(Payment(id="t"),))
    proposal = replace(estimate_alone(brand, "ru", people=0, detail=Detail.TOTALS), estimate=sums, currency="KWD")
    document = lay_out(proposal, COMPOSERS[brand, "ru"])
    text_stands_apart(document)
    text_stays_on_the_page(document)


@pytest.mark.parametrize("brand", BRANDS)
def test_an_enormous_payment_stands_below_its_name(brand: str) -> None:
    """A ninth and eight ninths of thirty billion: long shares and long amounts in a narrow column."""
    work = (item(k, title="", rate=Decimal("1000000095968")) for k in range(3))
    once = EstimateSection(id="s", title="Part", items=(*work, item(3, title="", period=Period.MONTH)))
    plan = tuple(Payment(id=f"t{weight}", percent=Decimal(weight) * 100 / 9) for weight in (1, 8))
    sums = Estimate(sections=(once,), payments=plan, vat=Vat(mode=VatMode.ADDED, rate=Decimal(0)))
    asked = with_estimate(brand, sums, detail=Detail.SECTIONS, in_words=True)
    document = lay_out(replace(asked, language="ru"), COMPOSERS[brand, "ru"])
    text_stands_apart(document)
    text_stays_on_the_page(document)
