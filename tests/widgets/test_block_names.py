"""Blocks in lists: called in the language of the window, told by their kind and by how they begin."""

from pytestqt.qtbot import QtBot

from app.model.block import Block, BlockKind, BlockStatus, Variant
from app.model.notation import parse
from app.model.sections import Figure, Story
from app.store.workspace import Workspace
from tests.widgets.library_parts import entered
from widgets import words
from widgets.application import House
from widgets.desk import Desk
from widgets.finding import Question
from widgets.library.glimpses import Glimpse, first_words
from widgets.library.records import name_of, own_name

RU = Variant(language="ru", story=Story(id="s", title="Чтобы место узнавали", lead="Мы рисуем города."))
EN = Variant(language="en", story=Story(id="s", title="Known by its face", lead="We draw cities.", text=parse("And rivers.")))


def block(*variants: Variant, name: str = "Миссия") -> Block:
    return Block(
        id="m", name=name, kind=BlockKind.MISSION, status=BlockStatus.APPROVED, owner="Anna Levina", variants=variants
    )  # fmt: skip


def test_a_block_is_called_in_the_language_of_the_window_where_it_has_that_text() -> None:
    assert name_of(block(RU, EN)) == "Known by its face"
    assert name_of(block(RU)) == "Миссия"
    assert name_of(block(RU, EN, name="Mission")) == "Mission"
    words.use("ru")
    assert name_of(block(RU, EN)) == "Миссия"
    assert name_of(block(RU, EN, name="Mission")) == "Чтобы место узнавали"
    assert own_name(block(RU, EN, name="Mission")) == "Mission"


def test_a_block_begins_with_what_its_name_does_not_say() -> None:
    assert first_words(block(RU, EN), "en", "Known by its face") == "We draw cities. — And rivers."
    assert first_words(block(RU, EN), "ru") == "Чтобы место узнавали — Мы рисуем города."
    assert first_words(block(RU), "en") == "Чтобы место узнавали — Мы рисуем города."
    figures = Variant(language="en", story=Story(id="s", figures=(Figure(value="12", label="people"),)))
    assert first_words(block(figures), "en") == "12 people"
    assert not first_words(block(), "en")


def test_a_list_tells_the_kind_of_a_block_and_its_first_words_not_whose_it_is(desk: Desk, qtbot: QtBot) -> None:
    assert not desk.workspace.library.blocks.put(block(RU, EN)).problems
    found: list[Glimpse] = []
    desk.finding.updated.connect(lambda: desk.finding.blocks(Question("", ("block",)), "en", found.extend))
    desk.finding.blocks(Question("", ("block",)), "en", found.extend)
    qtbot.waitUntil(lambda: bool(found), timeout=15000)
    assert found[0] == Glimpse("m", "Known by its face", "Mission · We draw cities. — And rivers.")
    found.clear()
    desk.finding.blocks(Question("levina", ("block",)), "en", found.extend)
    qtbot.waitUntil(lambda: bool(found), timeout=15000)
    assert "Levina" not in found[0].below
    desk.finding.stop()


def test_the_search_of_everything_calls_blocks_alike(desk: Desk, qtbot: QtBot) -> None:
    assert not desk.workspace.library.blocks.put(block(RU, EN)).problems
    found: list[str] = []

    def ask() -> None:
        desk.finding.ask(Question("миссия"), lambda hits: found.extend(hit.title for hit in hits))

    desk.finding.updated.connect(ask)
    ask()
    qtbot.waitUntil(lambda: bool(found), timeout=15000)
    assert found[0] == "Known by its face"
    desk.finding.stop()


def test_cards_are_called_anew_when_the_window_speaks_another_language(workspace: Workspace, house: House, qtbot: QtBot) -> None:
    assert not workspace.library.blocks.put(block(RU, EN)).problems
    place = entered(qtbot, house, 1)
    assert place.model.cards[0].name == "Known by its face"
    words.use("ru")
    place.keeper.read()
    qtbot.waitUntil(lambda: place.keeper.catalogue.cards[place.model.cards[0].mark].name == "Миссия", timeout=5000)
