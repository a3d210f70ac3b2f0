"""The versions of a block: every text it ever had, by whom, when and why."""

import datetime
from collections.abc import Iterable
from dataclasses import replace

from app.model.block import Block, BlockKind, BlockStatus, BlockVersion, Variant
from app.model.proposal import LANGUAGES
from app.model.sections import Story

STORY_ID = "story"
"""The id of the story inside every variant: one that is inserted gets an id of its proposal."""


def new_block(name: str, kind: BlockKind, variants: Iterable[Variant], by: str, at: datetime.datetime, note: str = "") -> Block:
    """Return a draft of a block in its first version; the library gives it an id."""
    kept = tidied(variants)
    first = BlockVersion(number=1, at=moment(at), by=by, note=note, variants=kept)
    return Block(id="", name=name, kind=kind, owner=by, variants=kept, history=(first,))


def revised(block: Block, variants: Iterable[Variant], by: str, at: datetime.datetime, note: str = "") -> Block:
    """Return a block with other texts as its next version; the same block where nothing has changed.

    What was approved was the text before, so the new version is a draft; a retired block stays retired. Edits of the name,
    the owner, the service and the tags are no versions: they are made with `dataclasses.replace`.
    """
    kept = tidied(variants)
    if kept == tidied(block.variants):
        return block
    past = with_present(block).history
    version = max(block.version, *(one.number for one in past)) + 1
    step = BlockVersion(number=version, at=moment(at), by=by, note=note, variants=kept)
    status = BlockStatus.RETIRED if block.status is BlockStatus.RETIRED else BlockStatus.DRAFT
    return replace(block, version=version, variants=kept, history=(*past, step), status=status)


def restored(block: Block, number: int, by: str, at: datetime.datetime, note: str = "") -> Block:
    """Return a block whose next version has the texts of an earlier one. Raises KeyError for a version that is not known."""
    earlier = version_of(block, number)
    if earlier is None:
        raise KeyError(number)
    return revised(block, earlier.variants, by, at, note)


def approved(block: Block) -> Block:
    """Return a block that may be used as it is now."""
    return replace(block, status=BlockStatus.APPROVED)


def retired(block: Block) -> Block:
    """Return a block that is not to be used any more; proposals that hold its text keep it."""
    return replace(block, status=BlockStatus.RETIRED)


def version_of(block: Block, number: int) -> BlockVersion | None:
    """Return a version of a block, None where the block does not remember it."""
    return next((one for one in with_present(block).history if one.number == number), None)


def with_present(block: Block) -> Block:
    """Return a block whose history holds the present version too: blocks of older files have none."""
    if any(one.number == block.version for one in block.history):
        return block
    present = BlockVersion(number=block.version, variants=tidied(block.variants))
    return replace(block, history=tuple(sorted((*block.history, present), key=lambda one: one.number)))


def tidied(variants: Iterable[Variant]) -> tuple[Variant, ...]:
    """Return variants in the order of the languages, one for each (the last one counts), without traces of a proposal."""
    found = {one.language: replace(one, story=_bare(one)) for one in variants}
    return tuple(found[language] for language in sorted(found, key=_order))


def moment(at: datetime.datetime) -> str:
    """Return a moment as files hold it: UTC, to the second. Raises ValueError for one without a zone."""
    if at.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return at.astimezone(datetime.UTC).isoformat(timespec="seconds")


def _bare(variant: Variant) -> Story:
    return replace(variant.story, id=STORY_ID, block="", block_version=0, hidden=False)


def _order(language: str) -> tuple[int, str]:
    return (LANGUAGES.index(language) if language in LANGUAGES else len(LANGUAGES), language)
