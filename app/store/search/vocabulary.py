"""Every word that the index has seen: its forms, and the words that somebody may have meant."""

import sqlite3

from app.store.search.file import DamagedError

_MOST = 6
"""Words that may have been meant by one."""


class Vocabulary:
    """The words of one file. They are never forgotten: one that stands nowhere any more is found nowhere."""

    def __init__(self) -> None:
        self._last = 0
        self._forms: dict[str, list[str]] = {}
        self._whole: dict[int, list[str]] = {}
        self._heads: dict[int, list[str]] = {}

    def learn(self, connection: sqlite3.Connection) -> None:
        """Read the words that are new since the last time."""
        rows = connection.execute("SELECT id, word, stem FROM words WHERE id > ? ORDER BY id", (self._last,)).fetchall()
        if rows:
            self._last = rows[-1][0]
            self._heads.clear()
        for _, word, its_stem in rows:
            if not isinstance(word, str) or not isinstance(its_stem, str):
                raise DamagedError
            self._forms.setdefault(its_stem, []).append(word)
            self._whole.setdefault(len(word), []).append(word)

    def forms(self, its_stem: str) -> tuple[str, ...]:
        """Return the words that have a stem."""
        return tuple(self._forms.get(its_stem, ()))

    def meant(self, word: str) -> tuple[str, ...]:
        """Return the words that differ from one by so few letters that it may be a slip, the nearest first."""
        most = slips(word)
        choices = [known for length in range(len(word) - most, len(word) + most + 1) for known in self._whole.get(length, ())]
        return _nearest(word, choices, most)

    def begun(self, word: str) -> tuple[str, ...]:
        """Return beginnings of words that may have been meant by one that is still being typed."""
        most = slips(word)
        lengths = range(len(word) - (1 if len(word) > 5 else 0), len(word) + 2)
        return _nearest(word, [head for length in lengths for head in self._heads_of(length)], most)

    def _heads_of(self, length: int) -> list[str]:
        known = self._heads.get(length)
        if known is None:
            longer = (words for size, words in self._whole.items() if size > length)
            known = self._heads[length] = list({word[:length] for words in longer for word in words})
        return known


def slips(word: str) -> int:
    """Return how many letters of a word may be wrong, missing, too many or swapped; a number is meant as typed."""
    if len(word) < 4 or not word.isalpha():
        return 0
    return 1 if len(word) < 8 else 2


def _nearest(word: str, choices: list[str], most: int) -> tuple[str, ...]:
    if not most:
        return ()
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(word, choices, scorer=OSA.distance, score_cutoff=most, limit=_MOST + 1)
    return tuple(near for near, _, _ in found if near != word)[:_MOST]
