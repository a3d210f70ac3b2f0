"""Copying a block of the library into a proposal.

The pictures keep their files: who calls this has carried them to the proposal before (`app.store.inserting.carried`).
"""

from dataclasses import dataclass, replace

from app.blocks.content import section_of
from app.edits.lists import position
from app.edits.sections import add_section, new_section
from app.model.block import Block, BlockStatus, Variant
from app.model.proposal import Proposal
from app.model.sections import Acceptance, BackCover, kind_of
from app.problems import Problem, error, problem


@dataclass(frozen=True, slots=True)
class Inserted:
    """A proposal with something of the library in it, the same one where the problems say why not.

    `id` is that of the new section, person or reference; of a client's card it is the card's.
    """

    proposal: Proposal
    id: str = ""
    problems: tuple[Problem, ...] = ()


def only(block: Block, language: str) -> Block:
    """Return a block with nothing but the text that a proposal in this language gets: what has to be carried into it."""
    variant = _variant(block, language)
    return replace(block, variants=(variant,) if variant else (), history=())


def insert_block(proposal: Proposal, block: Block, language: str = "", index: int | None = None, after: str = "") -> Inserted:
    """Copy a block into a proposal with its id and version, so that a newer version can be offered later.

    The text is that of `language`, of the proposal's where none is told; where the block has none, another one with a
    problem. It stands before `index`, or after the section named `after`, else last before the pages that close a proposal.
    Raises KeyError where there is no such section. A block without a text is not inserted, a retired one neither.
    """
    where = f"blocks/{block.id}"
    wanted = language or proposal.language
    variant = _variant(block, wanted)
    if block.status is BlockStatus.RETIRED:
        return Inserted(proposal, problems=(error("block-retired", where, block=block.name),))
    if variant is None:
        return Inserted(proposal, problems=(error("block-empty", where, block=block.name),))
    told = [] if variant.language == wanted else [
        problem("block-other-language", where, block=block.name, wanted=wanted, found=variant.language)
    ]  # fmt: skip
    if block.status is BlockStatus.DRAFT:
        told.append(problem("block-draft", where, block=block.name))
    section = section_of(block, variant)
    section = replace(section, id=new_section(proposal, kind_of(section)).id)
    place = position(proposal.sections, after) + 1 if after else index
    place = last_place(proposal) if place is None else place
    return Inserted(add_section(proposal, section, place), section.id, tuple(told))


def last_place(proposal: Proposal) -> int:
    """Return where something new stands by itself: last, but before the pages to sign and to close with."""
    place = len(proposal.sections)
    while place and isinstance(proposal.sections[place - 1], Acceptance | BackCover):
        place -= 1
    return place


def _variant(block: Block, language: str) -> Variant | None:
    return block.variant(language) or next(iter(block.variants), None)
