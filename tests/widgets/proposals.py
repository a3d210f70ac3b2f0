"""A proposal for tests of the window, small, with every kind of section."""

import datetime
from decimal import Decimal

from app.model.client import Client, Contact, Studio
from app.model.estimate import Estimate, EstimateSection, LineItem, Pricing
from app.model.internal import Internal
from app.model.notation import parse
from app.model.people import Person
from app.model.proposal import Proposal
from app.model.rate import Rate
from app.model.reference import Reference
from app.model.sections import (
    Acceptance,
    BackCover,
    Contents,
    Cover,
    EstimatePages,
    Figure,
    Letter,
    Opener,
    Phase,
    References,
    Story,
    Team,
    Terms,
    Timeline,
)

SECRET = "SECRET-NOTE"
PAGES = 12
"""How many sections the proposal has: each is a page of the test press."""


def small() -> Proposal:
    """Two parts of an estimate: 40 h × 100 + 10 h × 200 (rate of a role) = 6000; 500 fixed."""
    design = EstimateSection(
        id="design",
        title="Design",
        people=("anna",),
        items=(
            LineItem(
                id="layout", title="Layout", quantity=Decimal(40), rate=Decimal(100), role="Designer", note=Internal(SECRET)
            ),
            LineItem(id="icons", title="Icons", quantity=Decimal(10), role="Lead"),
        ),
    )
    launch = EstimateSection(
        id="launch",
        title="Launch",
        items=(LineItem(id="party", title="Party", pricing=Pricing.FIXED, rate=Decimal(500)),),
    )
    return Proposal(
        id="p-1",
        number="B-7",
        title="Quiet Harbour",
        subtitle="A brand by the sea",
        language="en",
        currency="EUR",
        date=datetime.date(2026, 11, 21),
        studio=Studio(name="Noon"),
        client=Client(name="Harbour Homes"),
        contact=Contact(name="Dasha"),
        manager="anna",
        people=(Person(id="anna", name="Anna Levina", role="Producer"), Person(id="ilya", name="Ilya Korsakov")),
        estimate=Estimate(sections=(design, launch), rates=(Rate(id="Lead", amount=Decimal(200)),)),
        sections=(
            Cover(id="cover", kicker="Proposal"),
            Letter(id="letter", greeting="Dear Dasha,", text=parse("We took the first train.")),
            Story(
                id="story",
                title="The task",
                text=parse("# Who buys\n\nPeople."),
                note=parse("An aside."),
                figures=(Figure(value="412"),),
            ),
            EstimatePages(id="estimate", title="Hours and money"),
            Team(id="team", title="Who will do it"),
            References(id="references", title="Works", items=(Reference(id="museum", title="Museum"),)),
            Opener(id="opener", number="3", title="The way there", lead="Step by step."),
            Contents(id="contents", title="What is inside"),
            Timeline(id="timeline", title="When", phases=(Phase(id="draw", title="Drawing", text="Sketches", part="design"),)),
            BackCover(id="back-cover", title="Any questions?", link="https://noon.example"),
            Terms(id="terms", title="Terms", text=parse("Half in advance.")),
            Acceptance(id="acceptance", title="Agreed"),
        ),
    )
