"""Asks the child process about words; may be used from one thread beside the window's."""

from collections.abc import Iterable, Iterator
from itertools import islice

from app.guard.child import Child

CHUNK = 400
"""Words of one question: an answer takes a few milliseconds, so that the first squiggles are there at once."""
SECONDS = 15.0
"""For the dictionaries to be read on a slow machine."""


class Speller:
    """Knows which words are wrong. No method raises: where the child cannot be asked, nothing is wrong."""

    def __init__(self, child: Child | None = None) -> None:
        self._child = child or Child(SECONDS)

    def verdicts(self, words: Iterable[str]) -> Iterator[dict[str, bool]]:
        """Yield, some at a time, whether words are right. Of words that could not be looked up nothing is said."""
        waiting = iter(words)
        while chunk := list(islice(waiting, CHUNK)):
            answer = self._child.ask("spelling", *chunk)
            if answer.end is not None:
                return
            wrong = set(answer.value)
            yield {word: word not in wrong for word in chunk}

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Return what may be meant by a wrong word, the likeliest first."""
        answer = self._child.ask("suggestions", word)
        return () if answer.end is not None else tuple(answer.value)

    def stop(self) -> None:
        """End the child process."""
        self._child.stop()
