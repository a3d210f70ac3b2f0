"""A block's text as a section of a proposal and back: what of it belongs to the block, and what to the proposal."""

from dataclasses import replace
from typing import TypeAlias

from app.blocks.versions import STORY_ID
from app.model.block import Block, BlockKind, Variant
from app.model.sections import Section, Story, Terms

Holder: TypeAlias = Story | Terms
"""The sections that can hold a block."""


def section_of(block: Block, variant: Variant, version: int = 0) -> Holder:
    """Return the section that a block becomes, with its id and version (the present one where none is told); `id` is empty."""
    return holding(variant.story, block.kind, block.id, version or block.version)


def holding(story: Story, kind: BlockKind, block_id: str, version: int) -> Holder:
    """Return a section without an id that holds a story of a block."""
    if kind is BlockKind.TERMS:
        return Terms(id="", kicker=story.kicker, title=story.title, text=story.text, block=block_id, block_version=version)
    return replace(story, id="", block=block_id, block_version=version, hidden=False)


def content(section: Holder) -> Story:
    """Return what of a section belongs to the block: everything that a reader sees."""
    if isinstance(section, Terms):
        return Story(id=STORY_ID, kicker=section.kicker, title=section.title, text=section.text)
    return replace(section, id=STORY_ID, block="", block_version=0, hidden=False)


def kept_content(story: Story, kind: type[Holder]) -> Story:
    """Return what of a block's story a section of a kind can hold: terms have no pictures, figures and quotes."""
    return content(Terms(id="", kicker=story.kicker, title=story.title, text=story.text) if kind is Terms else story)


def with_content(section: Holder, story: Story, version: int) -> Holder:
    """Return a section with other content of its block; its id and whether it is hidden stay."""
    if isinstance(section, Terms):
        return replace(section, kicker=story.kicker, title=story.title, text=story.text, block_version=version)
    return replace(story, id=section.id, hidden=section.hidden, block=section.block, block_version=version)


def holder(section: Section) -> Holder | None:
    """Return a section that can hold a block, None for every other."""
    return section if isinstance(section, Story | Terms) else None
