"""Proposals of every shape, for properties that hold for all of them."""

import datetime
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from app.model.block import Block, BlockStatus
from app.model.client import Client, Contact, Studio
from app.model.estimate import (
    Detail,
    Discount,
    Estimate,
    EstimateSection,
    LineItem,
    Pricing,
    Rate,
    Vat,
    VatMode,
)
from app.model.internal import Internal
from app.model.notation import parse
from app.model.people import Person
from app.model.picture import Picture
from app.model.proposal import LANGUAGES, Proposal
from app.model.reference import Origin, Permission, Reference
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


pictures = st.builds(Picture, file=files, alt=words, caption=words, credit=words, focus_x=fractions, focus_y=fractions)
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
)
estimates = st.builds(
    Estimate,
    sections=siblings(st.builds(EstimateSection, id=names, title=words, people=many(words), items=siblings(items), note=notes)),
    rates=siblings(st.builds(Rate, id=words.filter(bool), amount=money, title=words)),
    discount=st.builds(Discount, percent=percents, amount=money, reason=words),
    vat=st.builds(Vat, mode=st.sampled_from(VatMode), rate=percents, reason=words),
    hours_a_day=st.decimals(1, 24, places=1),
)
clients = st.builds(
    Client, id=words, name=words, language=st.sampled_from(["", *LANGUAGES]), currency=st.sampled_from(["", "RUB", "EUR"])
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
    people=siblings(people),
    sections=siblings(sections, 4),
    estimate=estimates,
)
blocks = st.builds(
    Block,
    id=names,
    name=words,
    language=st.sampled_from(LANGUAGES),
    status=st.sampled_from(BlockStatus),
    tags=many(words),
    version=st.integers(1, 99),
    story=stories,
)
