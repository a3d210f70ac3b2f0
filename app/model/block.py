"""Reusable blocks: the studio's memory of what it says well."""

from dataclasses import dataclass
from enum import StrEnum

from app.model.sections import Story


class BlockKind(StrEnum):
    """What a block is for. A block of terms becomes a page of terms, every other kind a story."""

    TEXT = "text"
    PICTURE = "picture"
    QUOTE = "quote"
    NUMBERS = "numbers"
    CASE = "case"
    MISSION = "mission"
    VALUES = "values"
    PRINCIPLES = "principles"
    GOALS = "goals"
    VISION = "vision"
    TERMS = "terms"


class BlockStatus(StrEnum):
    """Whether a block may be used."""

    DRAFT = "draft"
    APPROVED = "approved"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A block in one language. Inserting it copies `story` with the block's id and version."""

    language: str = "ru"
    story: Story


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockVersion:
    """An earlier or the present state of a block: who made it, when (a moment, ISO 8601, UTC) and what has changed."""

    number: int = 1
    at: str = ""
    by: str = ""
    note: str = ""
    variants: tuple[Variant, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A reusable piece of a proposal in one or more languages.

    `service` is what the studio sells that it belongs to, empty for all. `owner` is who answers for it. `version` grows with
    every change of `variants`; `history` holds every version, the present one included, the oldest first.
    """

    id: str
    name: str
    kind: BlockKind = BlockKind.TEXT
    service: str = ""
    status: BlockStatus = BlockStatus.DRAFT
    owner: str = ""
    tags: tuple[str, ...] = ()
    version: int = 1
    variants: tuple[Variant, ...] = ()
    history: tuple[BlockVersion, ...] = ()

    def variant(self, language: str) -> Variant | None:
        """Return the block in a language, None where it has not been written."""
        return next((variant for variant in self.variants if variant.language == language), None)
