"""The studio's own words: kept beside the library, shared, and never lost by somebody else's addition."""

from pathlib import Path

from app.store.disk import Disk
from app.store.wordlist import FILE_NAME, add_word, read_words


def test_a_word_is_added_once_and_found_again_in_any_case(tmp_path: Path) -> None:
    assert read_words(tmp_path / "library", Disk()).words == frozenset()
    add_word(tmp_path / "library", "Блесна", Disk())
    told = add_word(tmp_path / "library", "блесна", Disk())
    assert not told.problems
    assert read_words(tmp_path / "library", Disk()).words == told.words == {"блесна"}


def test_words_that_others_have_added_stay(tmp_path: Path) -> None:
    add_word(tmp_path, "гавань", Disk())
    assert add_word(tmp_path, "причал", Disk()).words == {"гавань", "причал"}


def test_a_file_written_by_hand_is_read(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes("\ufeff# наши слова\r\n\r\nГавань \n\xff".encode("utf-8") + b"\xfe\n" + b"x" * 100)
    assert "гавань" in read_words(tmp_path, Disk()).words


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    assert [one.severity.value for one in read_words(tmp_path, Disk()).problems] == ["error"]
    assert add_word(tmp_path, "слово", Disk()).problems
