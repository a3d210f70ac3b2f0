"""What somebody typed, as questions to the index of words, the best answers first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.store.search.seal import STEM, facet
from app.store.search.vocabulary import Vocabulary
from app.store.search.words import clean, folded, stem, words_of

_MOST_WORDS = 12
"""Words of a search that count: what is longer was pasted by mistake."""

_TOLD = "{title tags}"
_ANYWHERE = "{title tags body hidden}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """The words that must all be found. `open` tells that the last one may go on: it is still being typed."""

    words: tuple[str, ...]
    open: bool = False

    def questions(self) -> Iterator[str]:
        """Yield what to ask: in titles and tags before anywhere, words as typed before their forms before beginnings."""
        exact = [f'"{word}"' for word in self.words]
        forms = [f"({' OR '.join(_phrases((word,)))})" for word in self.words]
        begun = [*forms[:-1], self._forms(len(forms) - 1)]
        asked = dict.fromkeys(" AND ".join(one) for one in (exact, forms, begun))
        for columns in (_TOLD, _ANYWHERE):
            for one in asked:
                yield f"{columns} : ({one})"

    def alone(self, place: int) -> str:
        """Return what asks for one of the words alone, in any of its forms."""
        return f"{_ANYWHERE} : ({self._forms(place)})"

    def forgiving(self, vocabulary: Vocabulary, places: Iterable[int]) -> Iterator[str]:
        """Yield what also finds words that may have been meant by those at some places."""
        groups = [self._meant(i, vocabulary) if i in places else self._forms(i) for i in range(len(self.words))]
        for columns in (_TOLD, _ANYWHERE):
            yield f"{columns} : ({' AND '.join(groups)})"

    def is_open(self, place: int) -> bool:
        """Tell whether a word may go on."""
        return self.open and place == len(self.words) - 1

    def _forms(self, place: int) -> str:
        word = self.words[place]
        return f"({' OR '.join(_phrases((word,), (word,) if self.is_open(place) else ()))})"

    def _meant(self, place: int, vocabulary: Vocabulary) -> str:
        word = self.words[place]
        heads = (word, *vocabulary.begun(word)) if self.is_open(place) else ()
        return f"({' OR '.join(_phrases((word, *vocabulary.meant(word)), heads))})"


def _phrases(words: tuple[str, ...], heads: tuple[str, ...] = ()) -> list[str]:
    """Return what finds words with all their forms, and words that begin in some way."""
    whole = [phrase for word in words for phrase in (f'"{word}"', f'"{STEM}{stem(word)}"')]
    return list(dict.fromkeys([*whole, *(f'"{head}"*' for head in heads)]))


@dataclass(frozen=True, slots=True)
class Filters:
    """What a record must have: one of the kinds, one of the statuses, one of the languages or none at all, and every tag."""

    kinds: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()

    def question(self) -> str:
        """Return what to ask for them, empty when everything will do."""
        languages = (*self.languages, "") if self.languages else ()
        groups = [
            [facet(name, one) for one in some] for name, some in (("k", self.kinds), ("l", languages), ("s", self.statuses))
        ]
        groups += [[facet("t", tag)] for tag in self.tags]
        asked = " AND ".join(f"({' OR '.join(group)})" for group in groups if group)
        return f"facets : ({asked})" if asked else ""


def wanted(text: str) -> Wanted | None:
    """Return what a text asks for, None when it has no words. A space after the last word ends it."""
    words = tuple(words_of(text))[:_MOST_WORDS]
    return Wanted(words, folded(clean(text))[-1:].isalnum()) if words else None
