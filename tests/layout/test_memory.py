"""What was set for a section is remembered: by name, and as long as it is of use."""

from app.layout.memory import Memory


class Workshop:
    """Makes things by way of a memory, and counts how often it had to."""

    def __init__(self) -> None:
        self.memory = Memory()
        self.made: list[object] = []

    def get(self, name: str, made_from: object) -> object:
        """Return the thing of that name."""

        def make() -> object:
            self.made.append(made_from)
            return [made_from]

        return self.memory.get(name, (made_from,), make)

    def round(self, **things: object) -> None:
        """Ask for some things, and sweep up."""
        for name, made_from in things.items():
            assert self.get(name, made_from) == [made_from]
        self.memory.sweep()


def test_the_same_is_made_once() -> None:
    shop = Workshop()
    shop.round(title=1)
    shop.round(title=1)
    assert shop.made == [1]


def test_undo_asks_for_what_there_was_before_and_redo_for_what_came_then() -> None:
    shop = Workshop()
    for wanted in (1, 2, 1, 2, 2, 1):
        shop.round(title=wanted)
    assert shop.made == [1, 2]


def test_no_more_than_two_states_are_kept() -> None:
    shop = Workshop()
    for wanted in (1, 2, 3, 1):
        shop.round(title=wanted)
    assert shop.made == [1, 2, 3, 1]


def test_what_is_of_no_use_any_more_is_forgotten() -> None:
    shop = Workshop()
    shop.round(title=1, lead=2)
    shop.round(title=1)
    assert len(shop.memory) == 1
    shop.round(title=1, lead=2)
    assert shop.made == [1, 2, 2]


def test_what_a_thing_was_made_of_is_not_made_again_with_it() -> None:
    memory, made = Memory(), []

    def inner(number: int) -> int:
        made.append(number)
        return number

    def outer() -> list[int]:
        return [memory.get(("inner", number), (number,), inner, number) for number in range(3)]

    for state in ("one", "another", "a third"):
        assert memory.get("outer", (state,), outer) == [0, 1, 2]
        memory.sweep()
    assert made == [0, 1, 2]


def test_what_had_a_name_in_the_last_layout_can_be_asked_for() -> None:
    shop = Workshop()
    assert shop.memory.latest("title") is None
    shop.round(title=1)
    assert shop.memory.latest("title") == [1]
    shop.round(lead=1)
    assert shop.memory.latest("title") is None


def test_what_a_thing_was_made_of_is_remembered_as_long_as_the_thing() -> None:
    memory, made = Memory(), []

    def inner() -> str:
        made.append("inner")
        return "inner"

    def outer() -> str:
        made.append("outer")
        return str(memory.get("inner", (), inner))

    for state in (1, 1, 2, 1):
        assert memory.get("outer", (state,), outer) == "inner"
        memory.sweep()
    assert made == ["outer", "inner", "outer"]
