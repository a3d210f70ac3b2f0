"""The library's place in tests: filled, entered, waited for."""

from pytestqt.qtbot import QtBot

from app.model.block import Block, BlockKind, BlockStatus, BlockVersion, Variant
from app.model.notation import parse
from app.model.people import Person
from app.model.reference import Permission, Reference
from app.model.sections import Story
from app.store.workspace import Workspace
from widgets.application import House
from widgets.library.records import Mark
from widgets.places.library.place import LibraryPlace

VALUES, ANNA, MUSEUM = Mark("block", "values"), Mark("person", "anna-l"), Mark("reference", "museum-l")


def block(text: str = "We say what we do.", **changes: object) -> Block:
    """An approved block in English, with its version."""
    variants = (Variant(language="en", story=Story(id="story", title="What we value", text=parse(text))),)
    first = BlockVersion(number=1, at="2026-11-01T10:00:00+00:00", by="anna", variants=variants)
    made = Block(
        id="values", name="Values", kind=BlockKind.VALUES, status=BlockStatus.APPROVED, tags=("culture",),
        variants=variants, history=(first,),
    )  # fmt: skip
    return Block(**{name: changes.get(name, getattr(made, name)) for name in made.__dataclass_fields__})


def fill(workspace: Workspace) -> None:
    """A block, a person, a work."""
    library = workspace.library
    library.blocks.put(block())
    library.people.put(Person(id="anna-l", name="Anna Levina", role="Producer"))
    library.references.put(Reference(id="museum-l", title="River museum", permission=Permission.REFUSED, tags=("signs",)))


def entered(qtbot: QtBot, house: House, count: int = 3) -> LibraryPlace:
    """Go to the library and wait until its cards are there."""
    house.window.go("library")
    assert house.window.stage is not None
    place = house.window.stage.place("library")
    assert isinstance(place, LibraryPlace)
    qtbot.waitUntil(lambda: place.keeper.is_read and place.model.rowCount() == count, timeout=5000)
    return place


def settled(qtbot: QtBot, place: LibraryPlace) -> None:
    """Wait until everything is kept."""
    place.keeper.flush()
    qtbot.waitUntil(lambda: not place.keeper.busy, timeout=5000)
