"""Blocks, moments and a proposal for the tests of this room."""

import datetime
from dataclasses import replace

from app.blocks.versions import approved, new_block
from app.model.block import Block, BlockKind, Variant
from app.model.notation import parse
from app.model.picture import Picture
from app.model.proposal import Proposal
from app.model.sections import Cover, Figure, Story

NOON = datetime.datetime(2026, 10, 14, 12, 0, tzinfo=datetime.UTC)
LATER = NOON + datetime.timedelta(days=3)
DAY = datetime.date(2026, 10, 20)


def story(text: str = "Мы рисуем знаки.", **keys: object) -> Story:
    """The text of a mission."""
    return replace(Story(id="story", title="Миссия", text=parse(text)), **keys)  # type: ignore[arg-type]


RUSSIAN = Variant(language="ru", story=story(pictures=(Picture(file="media/a.jpg", alt="Море"),)))
ENGLISH = Variant(language="en", story=Story(id="story", title="Mission", text=parse("We draw signs.")))


def block(*variants: Variant, kind: BlockKind = BlockKind.MISSION, block_id: str = "b1") -> Block:
    """An approved block in its first version."""
    made = new_block("Миссия", kind, variants or (RUSSIAN, ENGLISH), "Anna", NOON)
    return approved(replace(made, id=block_id))


def proposal(**keys: object) -> Proposal:
    """A proposal with a cover and one story."""
    usual = Proposal(id="p", date=DAY, sections=(Cover(id="cover"), Story(id="story", title="Задача")))
    return replace(usual, **keys)  # type: ignore[arg-type]


FIGURES = (Figure(value="412", label="квартир"), Figure(value="24", label="недели"))
