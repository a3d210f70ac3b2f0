"""Sections whose block has a newer version: what has changed, and taking it or leaving it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace

from app.blocks.content import Holder, content, holder, kept_content, with_content
from app.blocks.storydiff import FieldDiff, story_diff
from app.blocks.versions import tidied, version_of
from app.model.block import Block, BlockStatus, Variant
from app.model.path import get
from app.model.proposal import Proposal
from app.model.sections import Section, Story
from app.problems import Problem, Severity, problem


@dataclass(frozen=True, slots=True)
class Offer:
    """A newer approved version of the block that a section was copied from.

    `story` is the new text in the section's language; its pictures are those of the library until they were carried to the
    proposal. `diff` tells what differs from the version that was copied (from the section where the block does not
    remember that version any more), `mine` what was changed by hand since; nothing was where it is empty. `base` is the
    version that was copied, None where it is not remembered: whether something was changed by hand cannot be known then,
    and is assumed.
    """

    section: str
    block: str
    name: str
    had: int
    version: int
    language: str
    story: Story
    base: Story | None
    diff: tuple[FieldDiff, ...]
    mine: tuple[FieldDiff, ...] = ()

    @property
    def changed_by_hand(self) -> bool:
        """Tell whether taking the new version would cost somebody's own words."""
        return self.base is None or bool(self.mine)


def outdated(proposal: Proposal, blocks: Iterable[Block]) -> tuple[Offer, ...]:
    """Return an offer for every section whose block has a newer approved version with another text in its language."""
    known = {block.id: block for block in blocks if block.status is BlockStatus.APPROVED}
    return tuple(
        offer
        for section in _held(proposal)
        if section.block in known
        if (offer := _offer(section, known[section.block], proposal.language)) is not None
    )


def newer_in_use(proposal: Proposal, blocks: Iterable[Block]) -> tuple[Problem, ...]:
    """Tell every section that is seen and has an offer (see `outdated`)."""
    seen = {one.id for one in proposal.sections if not one.hidden}
    return tuple(
        problem("block-newer", f"sections/{one.section}", Severity.INFO, block=one.name, had=one.had, version=one.version)
        for one in outdated(proposal, blocks)
        if one.section in seen
    )


def retired_in_use(proposal: Proposal, blocks: Iterable[Block]) -> tuple[Problem, ...]:
    """Tell every section that stands on a block which is not to be used any more."""
    retired = {block.id: block for block in blocks if block.status is BlockStatus.RETIRED}
    return tuple(
        problem("block-retired-in-use", f"sections/{one.id}", block=retired[one.block].name)
        for one in _held(proposal)
        if one.block in retired and not one.hidden
    )


def take_newer(proposal: Proposal, offer: Offer) -> Proposal:
    """Put the newer version in place of the text; its id, its place and whether it is hidden stay. Raises KeyError."""
    return _changed(proposal, offer, offer.story)


def take_untouched(proposal: Proposal, offer: Offer) -> Proposal:
    """Take the fields of the newer version that nobody has changed by hand, and keep the others. Raises KeyError."""
    section = _section(proposal, offer)
    mine = content(section)
    if offer.base is None:
        return keep_mine(proposal, offer)
    same = {one.name for one in fields(Story) if getattr(mine, one.name) == getattr(offer.base, one.name)}
    taken = {name: getattr(offer.story, name) for name in same}
    return _changed(proposal, offer, replace(mine, **taken))


def keep_mine(proposal: Proposal, offer: Offer) -> Proposal:
    """Keep the text and remember that this version was seen: it is not offered again. Raises KeyError."""
    return _changed(proposal, offer, content(_section(proposal, offer)))


def _offer(section: Holder, block: Block, language: str) -> Offer | None:
    if section.block_version >= block.version:
        return None
    mine = content(section)
    earlier = version_of(block, section.block_version)
    base = _copied_from(section, earlier.variants if earlier else (), language)
    spoken = base.language if base else language
    newer = next((one for one in tidied(block.variants) if one.language == spoken), None)
    if newer is None:
        return None
    story = kept_content(newer.story, type(section))
    was = kept_content(base.story, type(section)) if base else None
    if story in (was, mine):
        return None
    return Offer(
        section=section.id,
        block=block.id,
        name=block.name,
        had=section.block_version,
        version=block.version,
        language=spoken,
        story=story,
        base=was,
        diff=story_diff(was or mine, story),
        mine=story_diff(was, mine) or _silent(was, mine) if was else (),
    )


def _silent(base: Story, mine: Story) -> tuple[FieldDiff, ...]:
    """Return something where two stories differ in what no word tells."""
    return () if base == mine else (FieldDiff("story", ()),)


def _copied_from(section: Holder, variants: Iterable[Variant], language: str) -> Variant | None:
    """Return which variant a section was copied from: the one it still equals, else that of the proposal's language."""
    found = tidied(variants)
    mine = content(section)
    equal = (one for one in found if kept_content(one.story, type(section)) == mine)
    spoken = (one for one in found if one.language == language)
    return next(equal, None) or next(spoken, None) or next(iter(found), None)


def _held(proposal: Proposal) -> Iterator[Holder]:
    for section in proposal.sections:
        found = holder(section)
        if found is not None and found.block:
            yield found


def _section(proposal: Proposal, offer: Offer) -> Holder:
    found = holder(get(proposal, f"sections/{offer.section}"))
    if found is None:
        raise KeyError(offer.section)
    return found


def _changed(proposal: Proposal, offer: Offer, story: Story) -> Proposal:
    changed: Section = with_content(_section(proposal, offer), story, offer.version)
    return replace(proposal, sections=tuple(changed if one.id == offer.section else one for one in proposal.sections))
