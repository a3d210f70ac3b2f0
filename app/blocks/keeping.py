"""Keeping a section of a proposal in the library, as a new block or as the next version of the one it came from."""

import datetime
from dataclasses import replace

from app.blocks.content import Holder, content
from app.blocks.versions import new_block, revised
from app.model.block import Block, BlockKind, Variant
from app.model.proposal import Proposal
from app.model.sections import Section, Terms


def block_of(
    section: Holder, name: str, language: str, by: str, at: datetime.datetime, kind: BlockKind = BlockKind.TEXT
) -> Block:
    """Return a new block, a draft, with the content of a section in one language. The library gives it an id.

    Terms become a block of terms, whatever kind is told; nothing else can be one.
    """
    if isinstance(section, Terms) or kind is BlockKind.TERMS:
        kind = BlockKind.TERMS if isinstance(section, Terms) else BlockKind.TEXT
    return new_block(name, kind, (Variant(language=language, story=content(section)),), by, at)


def next_version(block: Block, section: Holder, language: str, by: str, at: datetime.datetime, note: str = "") -> Block:
    """Return a block whose text in one language is that of a section; the same block where it is that already.

    A block of terms that a story is kept in, or the other way round, keeps its kind.
    """
    others = tuple(one for one in block.variants if one.language != language)
    return revised(block, (*others, Variant(language=language, story=content(section))), by, at, note)


def linked(proposal: Proposal, section_id: str, block: Block) -> Proposal:
    """Return a proposal whose section says that it came from a block in its present version. Raises KeyError."""
    if all(one.id != section_id for one in proposal.sections):
        raise KeyError(section_id)
    return replace(proposal, sections=tuple(_linked(one, section_id, block) for one in proposal.sections))


def _linked(section: Section, section_id: str, block: Block) -> Section:
    if section.id == section_id and isinstance(section, Holder):
        return replace(section, block=block.id, block_version=block.version)
    return section
