"""Every problem that is told about work on a proposal has its words in both languages."""

import re
from pathlib import Path

from app.wordings.work import WORDINGS, WORDINGS_RU

ROOM = Path(__file__).resolve().parents[3] / "app" / "store" / "work"
SOURCES = "\n".join(path.read_text("utf-8") for path in ROOM.glob("*.py"))
CODES = set(re.findall(r'"((?:work|version)-[a-z-]+)"', SOURCES))


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def test_both_languages_know_the_same_codes_with_the_same_facts() -> None:
    assert list(WORDINGS) == list(WORDINGS_RU)
    for code, words in WORDINGS.items():
        assert placeholders(words) == placeholders(WORDINGS_RU[code]), code


def test_every_code_has_words_and_no_words_are_left_of_one_that_is_gone() -> None:
    assert set(WORDINGS) == CODES
    assert len(CODES) > 10
