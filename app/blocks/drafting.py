"""Writing on a block over some time: what one person writes in one go is one version, however often it is kept."""

import datetime
from collections.abc import Iterable
from dataclasses import replace

from app.blocks.versions import moment, revised, tidied, version_of, with_present
from app.model.block import Block, BlockStatus, BlockVersion, Variant


def written(block: Block, variants: Iterable[Variant], by: str, at: datetime.datetime, note: str = "") -> Block:
    """Return a block with other texts; the same block where nothing has changed.

    A text that was approved is never changed: the new one is the next version, a draft. So is a text of somebody else.
    One's own draft is written on in its version.
    """
    kept = tidied(variants)
    if kept == tidied(block.variants):
        return block
    present = version_of(block, block.version)
    own = block.status is BlockStatus.DRAFT and present is not None and present.by in ("", by)
    if not own:
        return revised(block, kept, by, at, note)
    return _amended(with_present(block), kept, by, at, note)


def noted(block: Block, note: str) -> Block:
    """Return a block whose present version says what has changed in it."""
    block = with_present(block)
    history = tuple(replace(one, note=note) if one.number == block.version else one for one in block.history)
    return replace(block, history=history)


def note_of(block: Block) -> str:
    """Return what the present version says of itself."""
    present = version_of(block, block.version)
    return present.note if present else ""


def _amended(block: Block, kept: tuple[Variant, ...], by: str, at: datetime.datetime, note: str) -> Block:
    def changed(one: BlockVersion) -> BlockVersion:
        if one.number != block.version:
            return one
        return replace(one, at=moment(at), by=by, note=note or one.note, variants=kept)

    return replace(block, variants=kept, history=tuple(changed(one) for one in block.history))
