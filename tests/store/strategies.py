"""Proposals of every shape, for properties that hold for all of them."""

import datetime
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from app.model.block import Block, BlockKind, BlockStatus, BlockVersion, Variant
from app.model.brief import Answer, Brief
from app.model.client import Client, Contact, Studio
from app.model.clientcard import ClientCard
from app.model.estimate import (
    Contingency,
    Detail,
    Discount,
    Estimate,
    EstimateSection,
    LineItem,
    Period,
    Pricing,
    Surcharge,
    Vat,
    VatMode,
)
from app.model.exchange import Exchange
from app.model.internal import Internal
from app.model.notation import parse
from app.model.package import Package
from app.model.payment import Payment
from app.model.people import Person
from app.model.picture import Picture
from app.model.proposal import LANGUAGES, Proposal
from app.model.rate import Rate
from app.model.ratecard import CardUsed
from app.model.reference import Origin, Permission, Reference
from app.model.rounding import Rounding, RoundingScope, RoundingStep
from app.model.sections import (
    Acceptance,
    Cover,
    EstimatePages,
    Figure,
    Letter,
    References,
    Story,
    Team,
    Terms,
)
from app.model.signoff import Approval, Limit, SignedItem, SignOff, Waiver
from app.model.spread import Spread
from app.model.status import Status, StatusChange

words = st.text(max_size=12)
notes = words.map(Internal)
flags = st.booleans()
money = st.decimals(0, Decimal("9999999"), places=2)
percents = st.decimals(0, 100, places=1)
days = st.dates(datetime.date(1970, 1, 1), datetime.date(2999, 12, 31))
day_texts = st.one_of(st.just(""), days.map(datetime.date.isoformat))
rich = st.lists(st.text(max_size=20), max_size=3).map(lambda lines: parse("\n\n".join(lines)))
fractions = st.floats(0, 1)
names = st.text("abcdefгджз-_ ", min_size=1, max_size=8)
files = st.text("abcxyz-_", min_size=1, max_size=8).map(lambda name: f"media/{name}-.jpg")


def many(element: st.SearchStrategy[Any], size: int = 3) -> st.SearchStrategy[Any]:
    return st.lists(element, max_size=size).map(tuple)


def siblings(element: st.SearchStrategy[Any], size: int = 3) -> st.SearchStrategy[Any]:
    return st.lists(element, max_size=size, unique_by=lambda item: item.id).map(tuple)


pictures = st.builds(
    Picture, file=files, alt=words, caption=words, credit=words, focus_x=fractions, focus_y=fractions, zoom=st.floats(1, 4)
)
people = st.builds(
    Person,
    id=names,
    name=words,
    role=words,
    about=words,
    photo=st.none() | pictures,
    email=words,
    phone=words,
    languages=many(words),
    left_on=day_texts,
    note=notes,
)
references = st.builds(
    Reference,
    id=names,
    title=words,
    origin=st.sampled_from(Origin),
    client=words,
    why=words,
    pictures=many(pictures, 2),
    tags=many(words, 2),
    permission=st.sampled_from(Permission),
    permission_until=day_texts,
    note=notes,
)
stories = st.builds(
    Story,
    id=names,
    kicker=words,
    title=words,
    text=rich,
    pictures=many(pictures, 2),
    figures=many(st.builds(Figure, value=words, label=words), 2),
    quote=words,
    block=words,
    block_version=st.integers(0, 99),
    hidden=flags,
)
sections = st.one_of(
    st.builds(Cover, id=names, kicker=words, picture=st.none() | pictures, hidden=flags),
    st.builds(Letter, id=names, greeting=words, text=rich, signer=words, hidden=flags),
    stories,
    st.builds(EstimatePages, id=names, title=words, detail=st.sampled_from(Detail), show_hours=flags, hidden=flags),
    st.builds(Team, id=names, members=many(words), hidden=flags),
    st.builds(References, id=names, items=siblings(references, 2), hidden=flags),
    st.builds(Terms, id=names, text=rich),
    st.builds(Acceptance, id=names, text=rich),
)


def inside(value: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return value.map(Internal)


discounts = st.builds(Discount, percent=percents, amount=money, reason=words)
spreads = st.builds(Spread, lowest=money, likely=money, highest=money)
signatures = st.builds(
    SignOff,
    by=words,
    at=words,
    hours=money,
    items=siblings(st.builds(SignedItem, id=names, title=words, hours=money, scope=words)),
    digest=words,
)
items = st.builds(
    LineItem,
    id=names,
    title=words,
    pricing=st.sampled_from(Pricing),
    quantity=money,
    unit=words,
    rate=st.none() | money,
    role=words,
    hours=st.none() | money,
    optional=flags,
    chosen=flags,
    note=notes,
    people=money,
    period=st.sampled_from(Period),
    alternative=words,
    packages=many(words),
    discount=discounts,
    vat=st.none() | percents,
    spread=inside(st.none() | spreads),
    cost=inside(st.none() | money),
    actual=inside(st.none() | money),
)
estimate_sections = st.builds(
    EstimateSection,
    id=names,
    title=words,
    level=st.sampled_from([1, 2]),
    people=many(words),
    items=siblings(items),
    discount=discounts,
    signed=inside(st.none() | signatures),
    waiver=inside(st.none() | st.builds(Waiver, by=words, at=words, reason=words, state=words)),
    note=notes,
)
currencies = st.sampled_from(["RUB", "EUR", "USD", "KZT", "JPY"])
rates = st.builds(
    Rate, id=words.filter(bool), amount=money, title=words, currency=st.just("") | currencies, locked=flags,
    cost=inside(st.none() | money),
)  # fmt: skip
estimates = st.builds(
    Estimate,
    sections=siblings(estimate_sections),
    rates=siblings(rates),
    surcharges=siblings(st.builds(Surcharge, id=names, title=words, percent=percents, amount=money, section=words)),
    contingency=st.builds(Contingency, percent=percents, reason=words),
    discount=discounts,
    rounding=st.builds(Rounding, step=st.sampled_from(RoundingStep), scope=st.sampled_from(RoundingScope)),
    packages=siblings(st.builds(Package, id=names, title=words, text=words)),
    package=words,
    payments=siblings(st.builds(Payment, id=names, title=words, date=st.none() | days, percent=percents, amount=money)),
    exchanges=many(st.builds(Exchange, currency=currencies, rate=money, date=days, source=words)),
    equivalent=st.just("") | currencies,
    rate_card=st.builds(CardUsed, id=words, title=words, valid_until=st.none() | days, locked=flags),
    approvals=inside(many(st.builds(Approval, limit=st.sampled_from(Limit), value=percents, by=words, at=words, reason=words))),
    vat=st.builds(Vat, mode=st.sampled_from(VatMode), rate=percents, reason=words),
    hours_a_day=st.decimals(1, 24, places=1),
    hours_a_month=st.decimals(1, 744, places=1),
)
clients = st.builds(
    Client, id=words, name=words, language=st.sampled_from(["", *LANGUAGES]), currency=st.sampled_from(["", "RUB", "EUR"])
)
briefs = st.builds(
    Brief,
    source=words,
    currency=st.just("") | currencies,
    language=st.sampled_from(["", *LANGUAGES]),
    budget=st.none() | money,
    wishes=words,
    answers=many(st.builds(Answer, question=words, answer=words)),
    open=many(words),
)
proposals = st.builds(
    Proposal,
    id=words,
    number=words,
    title=words,
    language=st.sampled_from(LANGUAGES),
    currency=st.sampled_from(["RUB", "EUR", "USD", "KZT", "JPY"]),
    date=days,
    valid_until=st.none() | days,
    studio=st.builds(Studio, name=words, phone=words),
    client=clients,
    contact=st.builds(Contact, name=words),
    manager=words,
    brief=inside(st.none() | briefs),
    revision=st.integers(1, 99),
    status=st.sampled_from(Status),
    history=inside(many(st.builds(StatusChange, status=st.sampled_from(Status), revision=st.integers(1, 9), at=words, by=words))),
    archived=flags,
    people=siblings(people),
    sections=siblings(sections, 4),
    estimate=estimates,
)
variants = st.lists(
    st.builds(Variant, language=st.sampled_from(LANGUAGES), story=stories), max_size=2, unique_by=lambda one: one.language
).map(tuple)
blocks = st.builds(
    Block,
    id=names,
    name=words,
    kind=st.sampled_from(BlockKind),
    status=st.sampled_from(BlockStatus),
    service=words,
    owner=words,
    tags=many(words),
    version=st.integers(1, 99),
    variants=variants,
    history=many(st.builds(BlockVersion, number=st.integers(1, 9), at=words, by=words, note=words, variants=variants), 2),
)
client_cards = st.builds(
    ClientCard,
    id=names,
    client=clients,
    contacts=many(st.builds(Contact, name=words, role=words, email=words, phone=words)),
    rate_card=words,
    tags=many(words),
    note=inside(words),
)
