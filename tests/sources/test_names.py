"""An estimate's names find the proposal's people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.people import Person
from app.sources.names import find_people, sounds

ANNA = Person(id="anna", name="Анна Орлова")
OTHER_ANNA = Person(id="anna2", name="Анна Ким")
DMITRY = Person(id="dmitry", name="Dmitry Kuznetsov")
PETR = Person(id="petr", name="Пётр Ильич Щукин")
PEOPLE = (ANNA, OTHER_ANNA, DMITRY, PETR)


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Анна Орлова", ANNA),
        ("орлова анна", ANNA),
        ("Орлова", ANNA),
        ("Орлова А.", ANNA),
        ("А. Орлова", ANNA),
        ("Anna Orlova", ANNA),
        ("Дмитрий", DMITRY),
        ("Дмитрий Кузнецов", DMITRY),
        ("Dmitriy", DMITRY),
        ("Кузнецов Д", DMITRY),
        ("Петр Щукин", PETR),
        ("Pyotr Shchukin", PETR),
        ("Щукин П.И.", PETR),
    ],
)
def test_a_name_in_full_or_in_part_in_either_alphabet(name: str, person: Person) -> None:
    assert find_people(name, PEOPLE) == (person,)


@pytest.mark.parametrize("name", ["Мария", "Анна Щукина", "А.", "", "—", "42", "Дизайнер", "Анна Анна"])
def test_nobody_is_called_so(name: str) -> None:
    assert find_people(name, PEOPLE) == ()


def test_a_name_that_fits_two_people_means_both() -> None:
    assert find_people("Анна", PEOPLE) == (ANNA, OTHER_ANNA)


def test_somebody_called_exactly_so_wins() -> None:
    short = Person(id="a", name="Анна")
    assert find_people("Анна", (*PEOPLE, short)) == (short,)


@pytest.mark.parametrize(
    "spellings",
    [
        ("Юлия", "Yulia", "Julia", "Yuliya", "Iuliia"),
        ("Алексей", "Alexey", "Aleksei", "Alexei"),
        ("Михаил", "Mikhail", "Mihail"),
        ("Фёдор", "Федор", "Fyodor", "Fedor"),
        ("Татьяна", "Tatyana", "Tatiana"),
        ("Наталья", "Natalia", "Natalya"),
    ],
)
def test_spellings_of_one_name_sound_the_same(spellings: tuple[str, ...]) -> None:
    assert len({sounds(spelling) for spelling in spellings}) == 1


@given(st.text(max_size=30), st.lists(st.text(max_size=20), max_size=4))
def test_any_text_may_stand_for_a_name(name: str, names: list[str]) -> None:
    people = [Person(id=str(n), name=text) for n, text in enumerate(names)]
    assert set(find_people(name, people)) <= set(people)
