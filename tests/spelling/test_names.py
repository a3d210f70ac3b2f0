"""Names are right in every case of theirs."""

import pytest

from app.spelling.names import forms_of


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Илья Корсаков", "ильи илье ильёй илью корсакова корсакову корсаковым корсакове корсаковы"),
        ("Марта Лозинская", "марты марте мартой лозинской лозинскую лозинская"),
        ("Студия «Полдень»", "полдень студии студию"),
        ("Anna Levina", "anna levina levina's anna's"),
        ("Дарья Тихая", "дарьи дарье дарьей дарью тихой тихую"),
    ],
)
def test_names_are_known_in_every_case(name: str, said: str) -> None:
    assert set(said.split()) <= forms_of([name])


def test_nothing_else_is_known() -> None:
    assert forms_of([]) == frozenset()
    assert "предложений" not in forms_of(["Илья Корсаков", "Ян"])
    assert all(len(word) > 1 for word in forms_of(["Яя", "Ия", "Ли"]))
