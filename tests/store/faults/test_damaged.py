"""Whatever bit flips and wherever a file ends: the user is told, and what verifies is kept."""

from pathlib import Path

from tests.store.faults.flipping import damage, prepare


def test_no_damage_is_silent_and_nothing_is_made_up(tmp_path: Path) -> None:
    (tmp_path / "good").mkdir()
    prepare(tmp_path / "good", 60, 20)
    found = damage(tmp_path / "good", tmp_path / "work", 80)
    assert (found.told, found.silent, found.wrong) == (80, 0, 0), found
    assert found.whole >= 40, "damage of the file itself costs nothing"
