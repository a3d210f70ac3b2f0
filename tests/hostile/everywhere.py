"""A proposal whose texts are a stranger's: its title, letter, line item and caption, and wherever else people type."""

import datetime
from decimal import Decimal
from pathlib import Path

from PIL import Image

from app.model.client import Client, Contact, Studio
from app.model.estimate import Estimate, EstimateSection, LineItem
from app.model.people import Person
from app.model.picture import Picture
from app.model.proposal import Proposal
from app.model.richtext import Paragraph, RichText, Run
from app.model.sections import Contents, Cover, EstimatePages, Figure, Letter, Story, Team, Terms


def strange(text: str) -> Proposal:
    """Return a proposal that says nothing but this."""
    rich = RichText((Paragraph((Run(text),)),))
    shown = Picture(file="a.png", alt=text, caption=text, credit=text)
    figures = (Figure(value=text, label=text),)
    item = LineItem(id="i", title=text, description=text, quantity=Decimal(3), rate=Decimal(5000))
    return Proposal(
        number="1",
        title=text,
        subtitle=text,
        language="en",
        currency="EUR",
        date=datetime.date(2026, 11, 21),
        studio=Studio(name=text),
        client=Client(name=text),
        contact=Contact(name=text, role=text),
        people=(Person(id="p", name=text, role=text, about=text),),
        manager="p",
        sections=(
            Cover(id="c"),
            Contents(id="n"),
            Letter(id="l", title=text, greeting=text, text=rich),
            Story(
                id="s",
                kicker=text,
                title=text,
                lead=text,
                text=rich,
                pictures=(shown,),
                figures=figures,
                quote=text,
            ),
            EstimatePages(id="e", title=text, lead=text),
            Team(id="t", title=text, lead=text),
            Terms(id="a", title=text, text=rich),
        ),
        estimate=Estimate(sections=(EstimateSection(id="s", title=text, description=text, people=("p",), items=(item,)),)),
    )


def picture(folder: Path) -> None:
    """Draw the picture that is named."""
    Image.new("RGB", (60, 40), "#336699").save(folder / "a.png")
