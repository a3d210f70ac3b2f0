"""What comes from the library into a proposal, and what stays there."""

from dataclasses import replace
from decimal import Decimal

import pytest

from app.blocks.inserting import insert_block, only
from app.blocks.keeping import block_of, linked, next_version
from app.blocks.records import insert_person, insert_reference, use_client
from app.blocks.versions import approved, retired
from app.model.block import Block, BlockKind, Variant
from app.model.client import Client, Contact
from app.model.clientcard import ClientCard
from app.model.estimate import Estimate, EstimateSection, LineItem
from app.model.internal import Internal
from app.model.notation import parse
from app.model.people import Person
from app.model.picture import Picture
from app.model.rate import Rate
from app.model.ratecard import RateCard
from app.model.reference import Permission, Reference
from app.model.sections import Acceptance, BackCover, Cover, References, Story, Terms
from app.problems import Severity
from app.store.codec import encode
from app.wording import worded
from tests.blocks.samples import ENGLISH, LATER, NOON, RUSSIAN, block, proposal
from tests.edits.checks import assert_ids_unique

CANARY = "CANARY-7f3"
ANNA = Person(
    id="anna",
    name="Анна",
    photo=Picture(file="media/a.jpg"),
    rates=Internal((Rate(id="anna", amount=Decimal(5000), title=CANARY, cost=Internal(Decimal(3000))),)),
    note=Internal(CANARY),
)
WORK = Reference(id="sea", title="Море", permission=Permission.GRANTED, permission_until="2027-01-01", note=Internal(CANARY))
CARD = ClientCard(
    id="c1",
    client=Client(id="harbour", name="Гавань", language="en", currency="EUR"),
    contacts=(Contact(name="Дарья"), Contact(name="Пётр")),
    rate_card="r1",
    note=Internal(CANARY),
)
RATES = RateCard(id="r1", currency="EUR", rates=(Rate(id="Designer", amount=Decimal(90)),))
PRICED = Estimate(sections=(EstimateSection(id="s1", items=(LineItem(id="i1", title="Знак"),)),))


def test_a_block_becomes_a_story_in_the_proposals_language() -> None:
    found = insert_block(proposal(), block())
    made = found.proposal.sections[-1]
    assert found.problems == ()
    assert isinstance(made, Story)
    assert (made.id, made.title, made.block, made.block_version) == (found.id, "Миссия", "b1", 1)
    assert made.pictures == RUSSIAN.story.pictures
    assert_ids_unique(found.proposal)
    english = insert_block(proposal(language="en"), block()).proposal.sections[-1]
    assert isinstance(english, Story)
    assert english.title == "Mission"


def test_a_block_stands_where_it_was_put() -> None:
    assert insert_block(proposal(), block(), after="cover").proposal.sections[1].id == "story-2"
    assert insert_block(proposal(), block(), index=0).proposal.sections[0].id == "story-2"
    with pytest.raises(KeyError):
        insert_block(proposal(), block(), after="nowhere")


def test_what_is_put_nowhere_stands_before_the_closing_pages() -> None:
    closing = (Cover(id="cover"), BackCover(id="middle"), Story(id="s"), Acceptance(id="sign"), BackCover(id="back"))
    given = proposal(sections=closing)
    assert [one.id for one in insert_block(given, block()).proposal.sections][3:] == ["story", "sign", "back"]
    assert [one.id for one in insert_reference(given, WORK).proposal.sections][3:] == ["references", "sign", "back"]


def test_terms_become_a_page_of_terms() -> None:
    made = insert_block(proposal(), block(kind=BlockKind.TERMS)).proposal.sections[-1]
    assert isinstance(made, Terms)
    assert (made.title, made.text, made.block, made.block_version) == ("Миссия", RUSSIAN.story.text, "b1", 1)


def test_a_language_that_a_block_does_not_have_is_told() -> None:
    found = insert_block(proposal(), block(ENGLISH))
    assert [one.code for one in found.problems] == ["block-other-language"]
    assert "нет текста на языке «ru»" in worded(found.problems[0], "ru")
    made = found.proposal.sections[-1]
    assert isinstance(made, Story)
    assert made.title == "Mission"


def test_a_draft_is_inserted_with_a_warning_and_a_retired_block_not_at_all() -> None:
    draft = block_of(Story(id="s", title="x"), "x", "ru", "Anna", NOON)
    assert [(one.code, one.severity) for one in insert_block(proposal(), draft).problems] == [("block-draft", Severity.WARNING)]
    for wrong, code in ((retired(block()), "block-retired"), (approved(Block(id="e", name="e")), "block-empty")):
        found = insert_block(proposal(), wrong)
        assert [(one.code, one.severity) for one in found.problems] == [(code, Severity.ERROR)]
        assert found.proposal == proposal()


def test_only_what_is_inserted_is_carried() -> None:
    """The pictures of other languages and of old versions stay in the library."""
    narrow = only(block(), "en")
    assert (narrow.variants, narrow.history) == ((ENGLISH,), ())
    assert insert_block(proposal(language="en"), narrow) == insert_block(proposal(language="en"), block())


def test_nothing_that_only_insiders_see_comes_along() -> None:
    """Rates, costs and notes stay in the library."""
    changed = insert_person(proposal(), ANNA).proposal
    changed = insert_reference(changed, WORK).proposal
    changed = use_client(changed, CARD, rates=RATES).proposal
    assert CANARY not in str(encode(changed))
    assert changed.people[0].rates == Internal(())
    assert (changed.people[0].id, changed.people[0].photo) == ("anna", ANNA.photo)


def test_somebody_who_is_there_already_stays_as_they_are() -> None:
    here = proposal(people=(Person(id="anna", name="Анна", role="Здесь иначе"),))
    found = insert_person(here, ANNA)
    assert (found.proposal, found.id) == (here, "anna")
    assert [(one.code, one.severity) for one in found.problems] == [("person-there-already", Severity.INFO)]


def test_a_reference_goes_into_the_gallery_that_is_seen() -> None:
    galleries = (References(id="old", hidden=True), References(id="works"))
    found = insert_reference(proposal(sections=galleries), WORK)
    assert found.id == "sea"
    old, works = found.proposal.sections
    assert isinstance(old, References)
    assert isinstance(works, References)
    assert (old.items, [one.permission_until for one in works.items]) == ((), ["2027-01-01"])
    again = insert_reference(found.proposal, WORK)
    assert (again.proposal, [one.code for one in again.problems]) == (found.proposal, ["reference-there-already"])
    with pytest.raises(KeyError):
        insert_reference(found.proposal, WORK, "nowhere")


def test_without_a_gallery_there_is_a_new_one() -> None:
    made = insert_reference(proposal(), WORK).proposal.sections[-1]
    assert isinstance(made, References)
    assert len(made.items) == 1


def test_an_id_that_cannot_stand_in_a_path_is_replaced() -> None:
    assert insert_person(proposal(), replace(ANNA, id="a/b")).id == "p1"
    assert insert_reference(proposal(), replace(WORK, id="a/b")).id == "r1"


def test_a_client_brings_contact_language_currency_and_rates() -> None:
    changed = use_client(proposal(), CARD, rates=RATES).proposal
    assert (changed.client.id, changed.client.name, changed.contact.name) == ("c1", "Гавань", "Дарья")
    assert (changed.language, changed.currency) == ("en", "EUR")
    assert changed.estimate.rate_card.id == "r1"
    assert use_client(proposal(), CARD, Contact(name="Пётр")).proposal.contact.name == "Пётр"
    other = use_client(proposal(), CARD, rates=replace(RATES, id="r9")).proposal
    assert other.estimate.rate_card.id == "", "rates that were not agreed with the client are not taken"


def test_prices_never_change_their_currency_by_themselves() -> None:
    found = use_client(proposal(estimate=PRICED), CARD)
    assert (found.proposal.currency, found.proposal.language, found.proposal.client.name) == ("RUB", "ru", "Гавань")
    assert [one.code for one in found.problems] == ["client-language-differs", "client-currency-differs"]


def test_a_story_is_kept_as_a_block_and_as_its_next_version() -> None:
    inserted = insert_block(proposal(), block(RUSSIAN))
    section = inserted.proposal.sections[-1]
    assert isinstance(section, Story)
    assert next_version(block(RUSSIAN), section, "ru", "Oleg", LATER) == block(RUSSIAN), "nothing was changed"
    edited = replace(section, text=parse("Мы рисуем шрифты."))
    changed = next_version(block(), edited, "ru", "Oleg", LATER, "из предложения")
    assert changed.version == 2
    assert changed.variant("en") == block().variant("en"), "the other language stays"
    own = linked(inserted.proposal, section.id, changed).sections[-1]
    assert isinstance(own, Story)
    assert (own.block, own.block_version) == ("b1", 2)
    with pytest.raises(KeyError):
        linked(proposal(), "nowhere", changed)


def test_a_new_block_has_no_trace_of_the_proposal() -> None:
    made = block_of(replace(RUSSIAN.story, id="x", hidden=True, block="old"), "Миссия", "ru", "Anna", NOON, BlockKind.MISSION)
    assert made.variants == (Variant(language="ru", story=RUSSIAN.story),)
    assert (made.id, made.kind) == ("", BlockKind.MISSION)


def test_terms_are_kept_as_terms() -> None:
    made = block_of(Terms(id="t", title="Условия", text=parse("# Цена")), "Условия", "ru", "Anna", NOON)
    assert made.kind is BlockKind.TERMS
    assert block_of(Story(id="s"), "x", "ru", "Anna", NOON, BlockKind.TERMS).kind is BlockKind.TEXT
