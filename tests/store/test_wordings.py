"""Every problem that the store reports has its words in both languages."""

import re
from pathlib import Path

from app.wordings.store import WORDINGS, WORDINGS_RU

ROOM = Path(__file__).resolve().parents[2] / "app" / "store"
SOURCES = "\n".join(path.read_text("utf-8") for path in ROOM.glob("*.py"))
REPORTED = re.compile(
    r"""(?:error|problem|fail|warn|_none)\(\s*"([a-z0-9-]+)"|code(?:: str)? = "([a-z0-9-]+)"|code="([a-z-]+)\""""
)


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def test_both_languages_know_the_same_codes_with_the_same_facts() -> None:
    assert list(WORDINGS) == list(WORDINGS_RU)
    for code, words in WORDINGS.items():
        assert placeholders(words) == placeholders(WORDINGS_RU[code]), code


def test_every_code_in_the_source_has_words() -> None:
    found = {next(filter(None, match)) for match in REPORTED.findall(SOURCES)}
    assert len(found) > 25
    assert found <= set(WORDINGS)


def test_no_words_are_left_of_a_code_that_is_gone() -> None:
    assert [code for code in WORDINGS if f'"{code}"' not in SOURCES] == []
