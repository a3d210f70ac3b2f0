"""A block remembers every text it had; what is no text makes no version."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.blocks.versions import approved, new_block, restored, retired, revised, version_of, with_present
from app.model.block import Block, BlockKind, BlockStatus, Variant
from tests.blocks.samples import ENGLISH, LATER, NOON, RUSSIAN, block, story

texts = st.lists(st.sampled_from(["раз", "два", "три"]), max_size=8)
OTHER = Variant(language="ru", story=story("Мы рисуем шрифты."))


def test_a_new_block_is_a_draft_in_its_first_version() -> None:
    made = new_block("Миссия", BlockKind.MISSION, (RUSSIAN,), "Anna", NOON, "с сайта")
    assert (made.version, made.status, made.owner) == (1, BlockStatus.DRAFT, "Anna")
    assert [(one.number, one.at, one.by, one.note) for one in made.history] == [
        (1, "2026-10-14T12:00:00+00:00", "Anna", "с сайта")
    ]


def test_another_text_is_the_next_version_and_waits_for_approval() -> None:
    changed = revised(block(), (OTHER, ENGLISH), "Oleg", LATER, "короче")
    assert (changed.version, changed.status) == (2, BlockStatus.DRAFT)
    assert [(one.number, one.by, one.note) for one in changed.history] == [(1, "Anna", ""), (2, "Oleg", "короче")]
    assert changed.history[-1].variants == changed.variants
    assert version_of(changed, 1) == block().history[0]


def test_the_same_text_is_no_version() -> None:
    one = block()
    assert revised(one, one.variants, "Oleg", LATER) is one
    assert revised(one, (ENGLISH, RUSSIAN), "Oleg", LATER) is one, "the order of languages tells nothing"
    traced = replace(RUSSIAN, story=replace(RUSSIAN.story, id="x", block="b1", block_version=1, hidden=True))
    assert revised(one, (traced, ENGLISH), "Oleg", LATER) is one, "where a text was inserted tells nothing"


def test_status_and_name_make_no_version() -> None:
    one = block()
    assert [changed.version for changed in (approved(one), retired(one), replace(one, name="Цель"))] == [1, 1, 1]
    assert (approved(one).status, retired(one).status) == (BlockStatus.APPROVED, BlockStatus.RETIRED)


def test_a_retired_block_stays_retired_whatever_is_written() -> None:
    assert revised(retired(block()), (OTHER,), "Oleg", LATER).status is BlockStatus.RETIRED


def test_an_older_text_comes_back_as_a_new_version() -> None:
    changed = revised(block(), (OTHER,), "Oleg", LATER)
    back = restored(changed, 1, "Vera", LATER)
    assert (back.version, back.variants) == (3, block().variants)
    assert len(back.history) == 3
    with pytest.raises(KeyError):
        restored(changed, 9, "Vera", LATER)


def test_a_block_of_an_older_library_keeps_the_text_it_had() -> None:
    """It has a version but no history."""
    old = Block(id="b1", name="Миссия", version=4, variants=(RUSSIAN,))
    changed = revised(old, (OTHER,), "Oleg", LATER)
    assert [one.number for one in changed.history] == [4, 5]
    assert changed.history[0].variants == (RUSSIAN,)
    assert with_present(changed) is changed


def test_of_two_texts_in_one_language_the_last_counts() -> None:
    assert revised(block(), (OTHER, RUSSIAN, ENGLISH), "Oleg", LATER) == block()


def test_a_moment_needs_its_zone() -> None:
    with pytest.raises(ValueError, match="zone"):
        revised(block(), (OTHER,), "Oleg", datetime.datetime(2026, 1, 1))


@given(texts)
def test_every_text_that_was_kept_can_be_had_again(written: list[str]) -> None:
    one = block()
    for text in written:
        one = revised(one, (Variant(language="ru", story=story(text)),), "Oleg", LATER)
    assert [step.number for step in one.history] == list(range(1, one.version + 1))
    assert one.history[-1].variants == one.variants
    for step in one.history:
        assert restored(one, step.number, "Vera", LATER).variants == step.variants
