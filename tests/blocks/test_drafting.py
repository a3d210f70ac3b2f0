"""Writing on a block: what one person writes is one version, what was approved stays as it was."""

import datetime

from app.blocks.drafting import note_of, noted, written
from app.blocks.versions import approved, new_block, version_of
from app.model.block import BlockStatus, Variant
from app.model.sections import Story

NOON = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)


def told(text: str) -> tuple[Variant, ...]:
    return (Variant(language="en", story=Story(id="story", title=text)),)


def test_a_draft_is_written_on_in_its_version_by_the_one_who_began_it() -> None:
    block = new_block("Values", "values", told("One"), "anna", NOON)  # type: ignore[arg-type]
    changed = written(written(block, told("Two"), "anna", NOON), told("Three"), "anna", NOON)
    assert changed.version == 1
    assert [one.variants for one in changed.history] == [told("Three")]


def test_somebody_else_s_draft_is_not_overwritten() -> None:
    block = new_block("Values", "values", told("One"), "anna", NOON)  # type: ignore[arg-type]
    changed = written(block, told("Two"), "gleb", NOON)
    assert changed.version == 2
    assert version_of(changed, 1) is not None
    assert version_of(changed, 1).variants == told("One")  # type: ignore[union-attr]


def test_an_approved_text_stays_and_the_next_version_is_a_draft_with_a_note() -> None:
    block = approved(new_block("Values", "values", told("One"), "anna", NOON))  # type: ignore[arg-type]
    changed = written(block, told("Two"), "anna", NOON, "shorter")
    again = written(changed, told("Three"), "anna", NOON)
    assert (again.version, again.status) == (2, BlockStatus.DRAFT)
    assert version_of(again, 1).variants == told("One")  # type: ignore[union-attr]
    assert note_of(again) == "shorter"
    assert note_of(noted(again, "much shorter")) == "much shorter"


def test_nothing_is_a_version_where_nothing_has_changed() -> None:
    block = approved(new_block("Values", "values", told("One"), "anna", NOON))  # type: ignore[arg-type]
    assert written(block, told("One"), "gleb", NOON) is block
