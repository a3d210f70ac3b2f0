"""A newer version of a block is offered with what differs; somebody's own words are never lost by it."""

from dataclasses import replace

import pytest

from app.blocks.inserting import insert_block
from app.blocks.newer import Offer, keep_mine, newer_in_use, outdated, retired_in_use, take_newer, take_untouched
from app.blocks.versions import approved, retired, revised
from app.blocks.worddiff import new_text, old_text
from app.model.block import Block, BlockKind, Variant
from app.model.notation import parse
from app.model.proposal import Proposal
from app.model.sections import Story, Terms
from app.problems import Severity
from tests.blocks.samples import ENGLISH, LATER, RUSSIAN, block, proposal, story

SHORTER = Variant(language="ru", story=story("Мы рисуем шрифты и знаки."))


def newer(base: Block | None = None) -> Block:
    return approved(revised(base or block(), (SHORTER, ENGLISH), "Oleg", LATER))


def here(**changes: object) -> Proposal:
    """A proposal with the first version of the block, changed by hand where something is told."""
    found = insert_block(proposal(), block()).proposal
    changed = replace(found.sections[-1], **changes)  # type: ignore[arg-type]
    return replace(found, sections=(*found.sections[:-1], changed))


def offer(given: Proposal, of: Block | None = None) -> Offer:
    (found,) = outdated(given, (of or newer(),))
    return found


def last(given: Proposal) -> Story:
    made = given.sections[-1]
    assert isinstance(made, Story)
    return made


def test_a_newer_version_is_offered_with_what_differs() -> None:
    found = offer(here())
    assert (found.had, found.version, found.language, found.changed_by_hand) == (1, 2, "ru", False)
    words = next(one.stretches for one in found.diff if one.field == "text")
    assert (old_text(words), new_text(words)) == ("Мы рисуем знаки.", "Мы рисуем шрифты и знаки.")


def test_taking_it_keeps_the_place_and_is_not_offered_again() -> None:
    given = here(hidden=True)
    changed = take_newer(given, offer(given))
    assert (last(changed).id, last(changed).hidden) == (last(given).id, True)
    assert (last(changed).text.text, last(changed).block_version) == ("Мы рисуем шрифты и знаки.", 2)
    assert outdated(changed, (newer(),)) == ()
    assert changed.sections[:-1] == given.sections[:-1]


def test_own_words_are_told_and_can_be_kept() -> None:
    given = here(text=parse("Мы рисуем плакаты."))
    found = offer(given)
    assert found.changed_by_hand
    assert new_text(found.mine[0].stretches) == "Мы рисуем плакаты."
    kept = keep_mine(given, found)
    assert (last(kept).text.text, last(kept).block_version) == ("Мы рисуем плакаты.", 2)
    assert outdated(kept, (newer(),)) == ()


def test_what_nobody_touched_can_be_taken_alone() -> None:
    both = Variant(language="ru", story=story("Мы рисуем шрифты.", title="Цель"))
    given = here(text=parse("Мы рисуем плакаты."))
    changed = take_untouched(given, offer(given, approved(revised(block(), (both,), "Oleg", LATER))))
    assert (last(changed).title, last(changed).text.text) == ("Цель", "Мы рисуем плакаты.")


def test_a_version_that_nobody_remembers_counts_as_changed_by_hand() -> None:
    """Better one question too many than words that are gone."""
    forgotten = replace(newer(), history=())
    found = offer(here(), forgotten)
    assert (found.base, found.changed_by_hand) == (None, True)
    assert take_untouched(here(), found) == keep_mine(here(), found)
    assert found.diff


def test_a_moved_point_of_a_picture_is_changed_by_hand_too() -> None:
    assert offer(here(pictures=(replace(RUSSIAN.story.pictures[0], focus_x=0.1),))).changed_by_hand


@pytest.mark.parametrize(
    "other",
    [
        revised(block(), (SHORTER,), "Oleg", LATER),
        retired(newer()),
        approved(revised(block(), (RUSSIAN, replace(ENGLISH, story=story("Shorter."))), "Oleg", LATER)),
        block(),
        block(block_id="b2"),
    ],
    ids=["not approved", "retired", "another language", "the same version", "another block"],
)
def test_there_is_nothing_to_offer(other: Block) -> None:
    assert outdated(here(), (other,)) == ()


def test_who_wrote_the_same_already_is_not_asked() -> None:
    assert outdated(here(text=SHORTER.story.text, pictures=()), (newer(),)) == ()


def test_a_text_in_another_language_is_offered_in_that_language() -> None:
    given = insert_block(proposal(), block(), "en").proposal
    other = approved(revised(block(), (RUSSIAN, Variant(language="en", story=story("We draw."))), "Oleg", LATER))
    assert offer(given, other).language == "en"


def test_terms_are_offered_too() -> None:
    """Their block has pictures that a page of terms cannot hold: that is no change by hand."""
    terms = block(kind=BlockKind.TERMS)
    given = insert_block(proposal(), terms).proposal
    found = offer(given, newer(terms))
    assert not found.changed_by_hand
    made = take_newer(given, found).sections[-1]
    assert isinstance(made, Terms)
    assert (made.text.text, made.block_version) == ("Мы рисуем шрифты и знаки.", 2)


def test_a_section_that_is_gone_meanwhile_raises() -> None:
    with pytest.raises(KeyError):
        take_newer(proposal(), offer(here()))


def test_a_retired_block_in_use_is_told_unless_it_is_hidden() -> None:
    (told,) = retired_in_use(here(), (retired(block()),))
    assert (told.code, told.where) == ("block-retired-in-use", f"sections/{last(here()).id}")
    assert retired_in_use(here(hidden=True), (retired(block()),)) == ()
    assert retired_in_use(here(), (block(),)) == ()


def test_a_newer_version_in_use_is_told_quietly_unless_it_is_hidden() -> None:
    (told,) = newer_in_use(here(), (newer(block()),))
    assert (told.code, told.where, told.severity) == ("block-newer", f"sections/{last(here()).id}", Severity.INFO)
    assert (told.fact("had"), told.fact("version")) == ("1", "2")
    assert newer_in_use(here(hidden=True), (newer(block()),)) == ()
    assert newer_in_use(here(), (block(), retired(newer(block())))) == ()
