"""Reusable blocks: the studio's memory of what it says well."""

from dataclasses import dataclass
from enum import StrEnum

from app.model.sections import Story


class BlockStatus(StrEnum):
    """Whether a block may be used."""

    DRAFT = "draft"
    APPROVED = "approved"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A reusable text spread in one language. Inserting it copies `story` with the block's id and version."""

    id: str
    name: str
    language: str = "ru"
    status: BlockStatus = BlockStatus.DRAFT
    tags: tuple[str, ...] = ()
    version: int = 1
    story: Story
