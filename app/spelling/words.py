"""Which words of a text are looked up, and in which language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 40
"""Letters; what is longer is no word that somebody can spell."""
_SKIPPED = re.compile(
    r"\{\{?[^{}\s]*\}\}?"  # merge fields
    r"|\]\((?:https?://|mailto:|tel:)[^\s()]*\)"
    r"|(?:https?://|www\.)\S+"
    r"|\S+@\S+\.\S+"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:ru|рф|com|org|net|io|eu|de|uk|pdf|xlsx|docx|jpg|png)\b(?:/\S*)?"
)
_WORD = re.compile(r"[^\W_]+(?:['’\u00ad\u0301][^\W_]+)*")
_CYRILLIC = re.compile(r"[а-яё]+(?:['’][а-яё]+)*", re.IGNORECASE)
_LATIN = re.compile(r"[a-z]+(?:'[a-z]+)*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """A word that is looked up: from `start` to `end` of a text, `plain` as the dictionaries have it, and its language."""

    start: int
    end: int
    plain: str
    language: str


def words_in(text: str) -> Iterator[Word]:
    """Yield the words of a text that a dictionary can know.

    Links, addresses, merge fields, words with figures, abbreviations in capitals, mixtures of alphabets and single letters are
    passed over.
    """
    skipped = [match.span() for match in _SKIPPED.finditer(text)] if _may_skip(text) else []
    at = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        while at < len(skipped) and skipped[at][1] <= start:
            at += 1
        if at < len(skipped) and skipped[at][0] < end:
            continue
        plain = _plain(match[0])
        language = language_of(plain)
        if language and 1 < len(plain) <= LONGEST and not _is_abbreviation(plain):
            yield Word(start, end, plain, language)


def language_of(plain: str) -> str:
    """Return the language of a word by its letters: "ru" or "en"; empty for a mixture and for every other alphabet."""
    if _CYRILLIC.fullmatch(plain):
        return "ru"
    return "en" if _LATIN.fullmatch(plain) else ""


def _plain(word: str) -> str:
    """Take out what only shows how a word is said or broken."""
    return word.replace("\u00ad", "").replace("\u0301", "").replace("’", "'")


def _may_skip(text: str) -> bool:
    return any(sign in text for sign in "{.@:")


def _is_abbreviation(plain: str) -> bool:
    """Tell whether a word is in capitals, or has them inside (`iPhone`, `KPIs`)."""
    return any(sign.isupper() for sign in plain[1:])
