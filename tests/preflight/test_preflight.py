"""What must not leave the house, and what may."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from app.brand.tokens import Rules
from app.edits.fields import set_value
from app.edits.signing import approve_limit, sign_section, waive_change
from app.model.estimate import Detail, Discount, Estimate, EstimateSection, LineItem, Period, Pricing, Surcharge, Vat, VatMode
from app.model.exchange import Exchange
from app.model.internal import Internal
from app.model.package import Package
from app.model.payment import Payment
from app.model.people import Person
from app.model.picture import Picture
from app.model.proposal import Proposal
from app.model.rate import Rate
from app.model.ratecard import CardUsed
from app.model.reference import Permission, Reference
from app.model.sections import EstimatePages, Phase, References, Team, Timeline
from app.model.signoff import Limit
from app.model.spread import Spread
from app.preflight import preflight
from app.problems import Problem, Severity
from app.totals import totals
from app.wording import worded

NOON = datetime.datetime(2026, 10, 14, 12, 0, tzinfo=datetime.UTC)
TODAY = datetime.date(2026, 10, 14)
S1 = "estimate/sections/s1"
I1 = f"{S1}/items/i1"

USUAL = Rules()

Change = Callable[[Proposal], Proposal]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of the proposal with Anna's photo."""
    (tmp_path / "anna.jpg").write_bytes(b"picture")
    return tmp_path


def good() -> Proposal:
    """A proposal that may leave: 120 h × 100, signed by nobody and needing nobody."""
    design = EstimateSection(
        id="s1",
        title="Design",
        people=("anna",),
        items=(LineItem(id="i1", title="Layout", quantity=Decimal(120), role="Designer"),),
    )
    return Proposal(
        date=TODAY,
        valid_until=TODAY + datetime.timedelta(days=14),
        manager="anna",
        people=(
            Person(id="anna", name="Anna", photo=Picture(file="anna.jpg")),
            Person(id="oleg", name="Oleg", left_on="2026-10-01"),
        ),
        sections=(EstimatePages(id="estimate"),),
        estimate=Estimate(
            sections=(design,),
            rates=(Rate(id="Designer", amount=Decimal(100), cost=Internal(Decimal(60))),),
            vat=Vat(mode=VatMode.ADDED, rate=Decimal(20)),
        ),
    )


def found(proposal: Proposal, folder: Path, rules: Rules = USUAL, today: datetime.date = TODAY) -> tuple[Problem, ...]:
    return preflight(proposal, totals(proposal.estimate, proposal.currency), rules, today, folder)


def told(problems: tuple[Problem, ...]) -> list[tuple[str, str, Severity]]:
    return [(one.code, one.where, one.severity) for one in problems]


def to(path: str, value: object) -> Change:
    """Return an edit that puts a value somewhere."""
    return lambda proposal: set_value(proposal, path, value)


def with_items(proposal: Proposal, *items: LineItem) -> Proposal:
    """Put items into the first section without asking whether an edit would: files and programs may hold anything."""
    section = replace(proposal.estimate.sections[0], items=items)
    return replace(proposal, estimate=replace(proposal.estimate, sections=(section, *proposal.estimate.sections[1:])))


def estimate(**values: object) -> Change:
    """Return an edit of fields of the estimate."""
    return lambda proposal: replace(proposal, estimate=replace(proposal.estimate, **values))  # type: ignore[arg-type]


def item(**values: object) -> Change:
    """Return an edit of fields of the first item."""

    def change(proposal: Proposal) -> Proposal:
        section = proposal.estimate.sections[0]
        changed = replace(section.items[0], **values)  # type: ignore[arg-type]
        return with_items(proposal, changed, *section.items[1:])

    return change


def more(**values: object) -> Change:
    """Return an edit that adds another item of 10 h × 50."""

    def change(proposal: Proposal) -> Proposal:
        known = {"id": "i2", "title": "Icons", "quantity": Decimal(10), "rate": Decimal(50), **values}
        return with_items(proposal, *proposal.estimate.sections[0].items, LineItem(**known))  # type: ignore[arg-type]

    return change


def with_section(level: int, *, holds: bool = False) -> Change:
    """Return an edit that adds a section without work; with `holds` the first one gives it all of its own."""

    def change(proposal: Proposal) -> Proposal:
        (first,) = proposal.estimate.sections
        second = replace(first, id="s2", title="Icons", level=level, items=first.items if holds else ())
        first = replace(first, items=()) if holds else first
        return replace(proposal, estimate=replace(proposal.estimate, sections=(first, second)))

    return change


def all_of(*changes: Change) -> Change:
    def change(proposal: Proposal) -> Proposal:
        for one in changes:
            proposal = one(proposal)
        return proposal

    return change


def signed(proposal: Proposal) -> Proposal:
    return sign_section(proposal, "s1", "Vera", NOON)


def waived(proposal: Proposal) -> Proposal:
    return waive_change(proposal, "s1", "Oleg", NOON, "Agreed")


def forged(proposal: Proposal) -> Proposal:
    signature = proposal.estimate.sections[0].signed.value
    assert signature is not None
    return set_value(proposal, f"{S1}/signed", Internal(replace(signature, by="Somebody Else")))


def spread(lowest: int, likely: int, highest: int) -> Change:
    return item(spread=Internal(Spread(lowest=Decimal(lowest), likely=Decimal(likely), highest=Decimal(highest))))


def timeline(part: str, *, hidden: bool = False) -> Change:
    phase = Phase(id="f1", title="Drawing", part=part)
    return lambda proposal: replace(proposal, sections=(Timeline(id="plan", phases=(phase,), hidden=hidden),))


def gallery(permission: Permission, until: str = "", *, hidden: bool = False) -> Change:
    """A gallery with one work. The offer stands until 28 October."""
    work = Reference(id="r1", title="Harbour", permission=permission, permission_until=until)
    return lambda proposal: replace(proposal, sections=(References(id="works", items=(work,), hidden=hidden),))


PERMISSION = "sections/works/items/r1/permission"
FEWER = item(quantity=Decimal(96))
YESTERDAY = TODAY - datetime.timedelta(days=1)
EURO = Rate(id="Designer", amount=Decimal(100), currency="EUR")
FROZEN = Exchange(currency="EUR", rate=Decimal(100), date=TODAY)
E, W, N = Severity.ERROR, Severity.WARNING, Severity.INFO

FINE: dict[str, Change] = {
    "as it is": lambda proposal: proposal,
    "a work whose permission lasts as long as the offer": gallery(Permission.GRANTED, "2026-10-28"),
    "a refused work in a hidden gallery": gallery(Permission.REFUSED, hidden=True),
    "signed": signed,
    "signed, then more hours": all_of(signed, item(quantity=Decimal(130))),
    "the last day of the offer": to("valid_until", TODAY),
    "an offer without end": to("valid_until", None),
    "an equivalent with its rate": estimate(exchanges=(FROZEN,), equivalent="EUR"),
    "a foreign rate with its exchange": estimate(rates=(EURO,), exchanges=(FROZEN,)),
    "a foreign rate that prices nothing": all_of(estimate(rates=(EURO,)), item(rate=Decimal(5))),
    "a locked rate that is kept": all_of(
        estimate(rates=(Rate(id="Designer", amount=Decimal(100), locked=True),)), item(rate=Decimal("100.00"))
    ),
    "a price of its own beside a free rate": item(rate=Decimal(90)),
    "a whole price beside a locked rate": all_of(
        estimate(rates=(Rate(id="Designer", amount=Decimal(100), locked=True),)),
        item(pricing=Pricing.FIXED, rate=Decimal(9000), quantity=Decimal(1)),
    ),
    "a card that holds on the day": estimate(rate_card=CardUsed(id="c1", valid_until=TODAY)),
    "one alternative of two": all_of(item(alternative="a", chosen=True), more(alternative="a")),
    "alternatives of two packages": all_of(
        item(alternative="a", chosen=True, packages=("k1",)),
        more(alternative="a", chosen=True, packages=("k2",)),
        estimate(packages=(Package(id="k1"), Package(id="k2"))),
    ),
    "payments that sum to the total": estimate(
        payments=(Payment(id="t1", percent=Decimal(50)), Payment(id="t2", percent=Decimal(50)))
    ),
    "somebody who left and whom nobody sees": to("people/oleg/photo", None),
    "a phase that carries out a section": timeline("s1"),
    "a phase that nobody sees": timeline("gone", hidden=True),
    "a spread that the hours keep": spread(100, 110, 200),
    "a section without work that nobody sees": all_of(with_section(level=1), to("sections/estimate/detail", Detail.TOTALS)),
    "an estimate that nobody sees": all_of(estimate(sections=()), to("sections/estimate/hidden", True)),
    "work for nothing once, and paid every month": all_of(item(rate=Decimal(0)), more(period=Period.MONTH)),
    "a section that others belong to": with_section(level=2, holds=True),
    "a discount up to the limit": estimate(discount=Discount(percent=Decimal("15.04"))),
}


@pytest.mark.parametrize("change", FINE.values(), ids=FINE.keys())
def test_what_may_leave(change: Change, folder: Path) -> None:
    assert told(found(change(good()), folder)) == []


STOPPED: dict[str, tuple[Change, str, str, Severity]] = {
    "hours lowered after signing": (all_of(signed, FEWER), "sign-off-changed", S1, E),
    "hours lowered and let pass": (all_of(signed, FEWER, waived), "sign-off-waived", S1, N),
    "lowered again after that": (
        all_of(signed, FEWER, waived, item(quantity=Decimal(90))), "sign-off-changed", S1, E
    ),
    "an item added after signing": (all_of(signed, more()), "sign-off-changed", S1, E),
    "another scope after signing": (all_of(signed, item(title="Pages")), "sign-off-scope", S1, E),
    "a signature changed by hand": (all_of(signed, forged), "signature-tampered", S1, E),
    "a spread out of order": (spread(100, 90, 110), "spread-not-ordered", f"{I1}/spread", W),
    "fewer hours than the lowest": (spread(121, 130, 140), "hours-below-lowest", I1, E),
    "fewer hours than the lowest, but signed": (all_of(spread(121, 130, 140), signed), "hours-below-lowest", I1, W),
    "too much discount": (estimate(discount=Discount(percent=Decimal("15.05"))), "discount-beyond-limit", "estimate", E),
    "an item's discount above 100 %": (
        all_of(more(optional=True, discount=Discount(percent=Decimal(120)))),
        "discount-above-hundred", f"{S1}/items/i2/discount", E,
    ),
    "an item's discount above its price": (
        all_of(more(optional=True, discount=Discount(amount=Decimal(501)))),
        "discount-above-price", f"{S1}/items/i2/discount", E,
    ),
    "an item without a price": (more(rate=None), "item-without-price", f"{S1}/items/i2/rate", E),
    "work for nothing": (item(rate=Decimal(0)), "estimate-nothing", "estimate", W),
    "an estimate without any work": (estimate(sections=()), "estimate-nothing", "estimate", W),
    "nothing but options": (item(optional=True), "estimate-nothing", "estimate", W),
    "a section without work": (with_section(level=1), "section-empty", "estimate/sections/s2", W),
    "a part of a section without work": (with_section(level=2), "section-empty", "estimate/sections/s2", W),
    "work without a name": (more(title=" "), "item-untitled", f"{S1}/items/i2/title", W),
    "payments below the total": (
        estimate(payments=(Payment(id="t1", percent=Decimal(90)),)), "payments-too-little", "estimate/payments", E
    ),
    "payments above the total": (
        estimate(payments=(Payment(id="t1", amount=Decimal(99999)),)), "payments-too-much", "estimate/payments", E
    ),
    "an equivalent without its rate": (estimate(equivalent="EUR"), "equivalent-without-rate", "estimate/equivalent", E),
    "a foreign rate without its exchange": (estimate(rates=(EURO,)), "rate-without-exchange", "estimate/rates/Designer", E),
    "a card of yesterday": (
        estimate(rate_card=CardUsed(id="c1", title="2026", valid_until=YESTERDAY)), "rates-stale", "estimate/rate_card", E
    ),
    "a locked rate that is not kept": (
        all_of(estimate(rates=(Rate(id="Designer", amount=Decimal(100), locked=True),)), item(rate=Decimal(90))),
        "rate-locked", f"{I1}/rate", E,
    ),
    "a rate of a locked card for a day": (
        all_of(estimate(rate_card=CardUsed(id="c1", locked=True)), item(pricing=Pricing.DAYS, rate=Decimal(700))),
        "rate-locked", f"{I1}/rate", E,
    ),
    "two alternatives": (
        all_of(item(alternative="a", chosen=True), more(alternative="a", chosen=True)), "alternatives-chosen", S1, E
    ),
    "an empty package": (
        all_of(estimate(packages=(Package(id="k1"), Package(id="k2", title="Large"))), item(packages=("k1",))),
        "package-empty", "estimate/packages/k2", E,
    ),
    "a package that there is not": (
        all_of(estimate(packages=(Package(id="k1"),)), more(packages=("k1", "k9"))),
        "package-unknown", f"{S1}/items/i2/packages", E,
    ),
    "a chosen package that there is not": (estimate(package="k9"), "package-chosen-unknown", "estimate/package", E),
    "a surcharge of a section that is gone": (
        estimate(surcharges=(Surcharge(id="u1", percent=Decimal(5), section="s9"),)), "surcharge-lost", "estimate/surcharges/u1",
        E,
    ),
    "a phase of a section that is gone": (timeline("s9"), "phase-lost", "sections/plan/phases/f1", W),
    "an offer that ends before it begins": (to("valid_until", YESTERDAY), "offer-ends-before", "valid_until", E),
    "an offer that has expired": (
        all_of(to("date", YESTERDAY - datetime.timedelta(days=9)), to("valid_until", YESTERDAY)), "offer-expired", "valid_until",
        W,
    ),
    "no VAT and no reason": (estimate(vat=Vat(reason=" ")), "vat-exempt-unexplained", "estimate/vat", W),
    "a manager who left": (to("manager", "oleg"), "person-left", "people/oleg", E),
    "a team with somebody who left": (
        to("sections", (Team(id="team", members=("oleg",)),)), "person-left", "people/oleg", E
    ),
    "a work that may not be shown": (gallery(Permission.REFUSED), "reference-refused", PERMISSION, E),
    "a work whose permission has run out": (gallery(Permission.GRANTED, "2026-10-13"), "reference-expired", PERMISSION, E),
    "a work whose permission ends before the offer": (
        gallery(Permission.GRANTED, "2026-10-14"), "reference-expires", PERMISSION, W
    ),
    "a work that somebody has yet to allow": (gallery(Permission.ASKED), "reference-asked", PERMISSION, W),
    "no photo": (to("people/anna/photo", None), "person-without-photo", "people/anna", W),
    "a photo that is not there": (to("people/anna/photo", Picture(file="x.jpg")), "picture-missing", "people/anna/photo/file", W),
    "nobody's id": (to(f"{S1}/people", ("anna", "ivan")), "person-unknown", f"{S1}/people", W),
    "work that nobody does": (to(f"{S1}/people", ()), "section-without-people", S1, N),
}  # fmt: skip


@pytest.mark.parametrize(("change", "code", "where", "severity"), STOPPED.values(), ids=STOPPED.keys())
def test_what_is_told_and_whether_it_stops(change: Change, code: str, where: str, severity: Severity, folder: Path) -> None:
    """Each is told once, at its place, and nothing else with it."""
    assert told(found(change(good()), folder)) == [(code, where, severity)]


def test_the_hours_before_and_after_are_told_with_the_section(folder: Path) -> None:
    problem = found(all_of(signed, FEWER)(good()), folder)[0]
    assert "“Design” was changed after sign-off by Vera: 120 → 96 h (Layout: 120 → 96)." in worded(problem)
    assert "изменено после подписи (Vera): 120 → 96 ч" in worded(problem, "ru")


def test_a_house_that_wants_signatures_wants_every_section_with_work_signed(folder: Path) -> None:
    rules = Rules(sign_off="required")
    bare = replace(good().estimate.sections[0], id="s2", items=())
    proposal = set_value(good(), "estimate/sections", (*good().estimate.sections, bare))
    empty = ("section-empty", "estimate/sections/s2", W)
    assert told(found(proposal, folder, rules)) == [("sign-off-missing", S1, E), empty]
    assert told(found(signed(proposal), folder, rules)) == [empty]


def test_a_discount_beyond_the_limit_waits_for_the_lead(folder: Path) -> None:
    proposal = estimate(discount=Discount(percent=Decimal(20)))(good())
    assert found(proposal, folder, Rules(discount_limit=20.0)) == ()
    agreed = approve_limit(proposal, Limit.DISCOUNT, Decimal(20), "Lead", NOON, "Pilot")
    assert told(found(agreed, folder)) == [("discount-approved", "estimate", N)]
    worse = estimate(discount=Discount(percent=Decimal(21)))(agreed)
    assert told(found(worse, folder)) == [("discount-beyond-limit", "estimate", E)]


def test_a_margin_below_the_floor_waits_for_the_lead(folder: Path) -> None:
    """100 an hour, 60 of cost: 40 %."""
    assert found(good(), folder, Rules(margin_floor=40.0)) == ()
    rules = Rules(margin_floor=45.0)
    assert told(found(good(), folder, rules)) == [("margin-below-floor", "estimate", E)]
    agreed = approve_limit(good(), Limit.MARGIN, Decimal(40), "Lead", NOON, "Pilot")
    assert told(found(agreed, folder, rules)) == [("margin-approved", "estimate", N)]
    lower = estimate(discount=Discount(percent=Decimal(10)))(agreed)
    assert told(found(lower, folder, rules)) == [("margin-below-floor", "estimate", E)]


def test_work_for_nothing_is_below_every_floor(folder: Path) -> None:
    rules = Rules(margin_floor=-99.0, discount_limit=100.0)
    given_away = estimate(discount=Discount(percent=Decimal(100)))(good())
    assert told(found(given_away, folder, rules)) == [("margin-below-floor", "estimate", E)]


def test_a_margin_that_cannot_be_known_is_said_where_there_is_a_floor(folder: Path) -> None:
    proposal = more()(good())
    assert found(proposal, folder) == ()
    assert told(found(proposal, folder, Rules(margin_floor=10.0))) == [("margin-unknown", "estimate", W)]


def test_photos_are_not_looked_for_where_no_folder_is_told() -> None:
    proposal = to("people/anna/photo", Picture(file="x.jpg"))(good())
    assert preflight(proposal, totals(proposal.estimate, "RUB"), Rules(), TODAY) == ()


@pytest.mark.parametrize("name", ["a\0b.jpg", "x" * 5000])
def test_a_name_that_no_disk_takes_is_a_missing_picture(name: str, folder: Path) -> None:
    proposal = to("people/anna/photo", Picture(file=name))(good())
    assert [one.code for one in found(proposal, folder)] == ["picture-missing"]


def test_a_day_of_leaving_that_is_no_day_stops_nobody(folder: Path) -> None:
    assert found(to("people/anna/left_on", "soon")(good()), folder) == ()
    assert found(to("people/anna/left_on", TODAY.isoformat())(good()), folder) == ()
