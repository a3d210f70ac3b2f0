"""A record on the bench: wrapped into a throw-away proposal, so that forms, undo and pages are those of the editor."""

import datetime
from dataclasses import dataclass, replace

from app.blocks.content import content, holder, holding
from app.blocks.drafting import note_of, noted, written
from app.model.block import Block, BlockKind, BlockStatus, Variant
from app.model.client import Studio
from app.model.people import Person
from app.model.proposal import Proposal
from app.model.reference import Reference
from app.model.sections import References, Section, Team
from widgets.library.records import Mark, Record, mark_of

RECORD = "record"
"""The path of the record itself; texts of a block are sections whose ids are their languages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench(Proposal):
    """The record, and the texts of a block as sections. `remark` says what has changed in a version that is being written."""

    record: Record | None = None
    remark: str = ""

    @property
    def mark(self) -> Mark | None:
        """Which record lies here."""
        return mark_of(self.record) if self.record is not None else None


@dataclass(frozen=True)
class Setting:
    """In what a record is shown: the brandbook, the language, the studio."""

    brandbook: str
    language: str
    studio: Studio = Studio()


def bench_of(record: Record | None, setting: Setting) -> Bench:
    """Lay a record on the bench."""
    empty = Bench(
        id=record.id if record else "",
        date=datetime.date.today(),
        language=setting.language,
        brandbook=setting.brandbook,
        studio=setting.studio,
        record=record,
    )
    if not isinstance(record, Block):
        return empty
    remark = note_of(record) if record.status is BlockStatus.DRAFT else ""
    return replace(empty, sections=texts_of(record.variants, record.kind), remark=remark)


def texts_of(variants: tuple[Variant, ...], kind: BlockKind) -> tuple[Section, ...]:
    """Return the texts of a block as sections."""
    return tuple(replace(holding(one.story, kind, "", 0), id=one.language) for one in variants)


def tended(before: Bench, after: Bench) -> Bench:
    """Return what an edit makes of a bench: a text that was approved becomes a draft, and fits the kind of its block."""
    old, new = before.record, after.record
    if not isinstance(old, Block) or not isinstance(new, Block):
        return after
    if (old.kind is BlockKind.TERMS) is not (new.kind is BlockKind.TERMS):
        texts = tuple(_fitting(one, new.kind) for one in after.sections)
        after = replace(after, sections=texts)
    if old.status is BlockStatus.APPROVED is new.status and before.sections != after.sections:
        after = replace(after, record=replace(new, status=BlockStatus.DRAFT), remark="")
    return after


def kept(base: Record, bench: Bench, by: str, at: datetime.datetime) -> Record:
    """Return the record as it is to be kept; `base` is how the library has it now."""
    record = bench.record
    if not isinstance(base, Block) or not isinstance(record, Block):
        assert record is not None
        return record
    variants = (Variant(language=one.id, story=content(text)) for one in bench.sections if (text := holder(one)) is not None)
    block = written(base, variants, by, at)
    block = replace(
        block, name=record.name, kind=record.kind, service=record.service, owner=record.owner, tags=record.tags,
        status=record.status,
    )  # fmt: skip
    if block.status is BlockStatus.DRAFT and note_of(block) != bench.remark:
        block = noted(block, bench.remark)
    return block


def page_of(record: Record, setting: Setting) -> Bench | None:
    """Return what is laid out to show a record as a page, None where there is nothing to show."""
    empty = bench_of(None, setting)
    if isinstance(record, Block):
        variant = record.variant(setting.language) or next(iter(record.variants), None)
        if variant is None:
            return None
        return replace(empty, language=variant.language, sections=texts_of((variant,), record.kind))
    if isinstance(record, Person):
        team = Team(id="team", members=(record.id,), featured=record.id)
        return replace(empty, people=(record,), sections=(team,))
    assert isinstance(record, Reference)
    return replace(empty, sections=(References(id="works", items=(record,)),))


def _fitting(section: Section, kind: BlockKind) -> Section:
    text = holder(section)
    return section if text is None else replace(holding(content(text), kind, "", 0), id=section.id)
