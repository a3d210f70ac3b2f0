"""Proposals for the property tests: small, with every kind of section, ids unique among siblings."""

import datetime
from decimal import Decimal

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from app.model.estimate import Estimate, EstimateSection, LineItem
from app.model.people import Person
from app.model.picture import Picture
from app.model.proposal import Proposal
from app.model.rate import Rate
from app.model.reference import Reference
from app.model.sections import SECTION_KINDS, Cover, Figure, Letter, Phase, References, Section, Story, Team, Timeline

few = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""Two cores are shared by everybody; thirty proposals a property find what a hundred do."""

words = st.text("абвгд abc-«»&<", max_size=12)
halves = st.integers(0, 60).map(lambda count: Decimal(count) / 2)
numbers = st.decimals(min_value=0, max_value=1000, places=2)
ids = st.sampled_from(["a", "b", "c", "i1", "i2", "s1", "s2", "p1", "p2", "r1", "cover", "story", "story-2"])


def unique(count: int) -> st.SearchStrategy[list[str]]:
    return st.lists(ids, unique=True, max_size=count)


@st.composite
def line_items(draw: st.DrawFn) -> tuple[LineItem, ...]:
    return tuple(
        LineItem(id=i, title=draw(words), quantity=draw(numbers), rate=draw(st.none() | numbers)) for i in draw(unique(4))
    )


@st.composite
def estimates(draw: st.DrawFn, people: tuple[str, ...]) -> Estimate:
    some = st.lists(st.sampled_from(people), unique=True).map(tuple) if people else st.just(())
    return Estimate(
        sections=tuple(
            EstimateSection(
                id=i,
                title=draw(words),
                level=draw(st.sampled_from([1, 2])) if place else 1,
                people=draw(some),
                items=draw(line_items()),
            )
            for place, i in enumerate(draw(unique(4)))
        ),
        rates=tuple(Rate(id=i, amount=Decimal(5)) for i in draw(unique(2))),
    )


pictures = st.lists(words.map(lambda word: Picture(file=f"media/{word}.jpg")), max_size=3).map(tuple)


@st.composite
def phases(draw: st.DrawFn) -> tuple[Phase, ...]:
    part = st.sampled_from(["", "s1", "s2"])
    return tuple(Phase(id=i, title=draw(words), start=draw(halves), weeks=draw(halves), part=draw(part)) for i in draw(unique(3)))


@st.composite
def sections(draw: st.DrawFn, people: tuple[str, ...]) -> tuple[Section, ...]:
    found: list[Section] = []
    for i in draw(unique(5)):
        kind = draw(st.sampled_from(sorted(SECTION_KINDS)))
        found.append(_filled(draw, SECTION_KINDS[kind](id=i), people))
    return tuple(found)


def _filled(draw: st.DrawFn, section: Section, people: tuple[str, ...]) -> Section:
    match section:
        case Cover():
            return Cover(id=section.id, kicker=draw(words))
        case Story():
            figures = draw(st.lists(words.map(lambda word: Figure(value=word)), max_size=3).map(tuple))
            return Story(id=section.id, title=draw(words), pictures=draw(pictures), figures=figures)
        case References():
            works = tuple(Reference(id=i, title=draw(words), pictures=draw(pictures)) for i in draw(unique(3)))
            return References(id=section.id, items=works)
        case Team():
            return Team(id=section.id, members=people, featured=people[-1] if people else "")
        case Timeline():
            return Timeline(id=section.id, title=draw(words), phases=draw(phases()))
        case Letter():
            return Letter(id=section.id, signer=people[0] if people else "")
        case _:
            return section


@st.composite
def proposals(draw: st.DrawFn) -> Proposal:
    people = tuple(Person(id=i, name=draw(words)) for i in draw(unique(3)))
    known = tuple(person.id for person in people)
    return Proposal(
        title=draw(words),
        date=datetime.date(2026, 10, 14),
        manager=known[0] if known else "",
        people=people,
        sections=draw(sections(known)),
        estimate=draw(estimates(known)),
    )
