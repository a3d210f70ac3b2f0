"""Which of two lists' titles mean the same thing, although somebody has reworded them."""

from collections.abc import Sequence

SAME = 100.0
ALIKE = 80.0
"""Per cent of likeness from which two titles are taken for one that was reworded (indel ratio of rapidfuzz)."""


def plain(title: str) -> str:
    """Return a title without what does not make it another one: case, spaces, ё."""
    return " ".join(title.casefold().replace("ё", "е").split())


def matched(old: Sequence[str], new: Sequence[str], least: float = ALIKE) -> dict[int, int]:
    """Return for places in `new` the places in `old` that they come from, each used once; the likest pairs go first.

    Of equal titles the first is matched with the first. Empty titles match nothing but each other.
    """
    olds, news = [plain(title) for title in old], [plain(title) for title in new]
    found = _equal(olds, news)
    rest = [i for i in range(len(olds)) if i not in set(found.values())]
    open_places = [i for i in range(len(news)) if i not in found]
    if least < SAME and rest and open_places:
        found |= _alike(olds, news, rest, open_places, least)
    return found


def _equal(olds: Sequence[str], news: Sequence[str]) -> dict[int, int]:
    places: dict[str, list[int]] = {}
    for i, title in enumerate(olds):
        places.setdefault(title, []).append(i)
    found = {}
    for i, title in enumerate(news):
        if places.get(title):
            found[i] = places[title].pop(0)
    return found


def _alike(olds: Sequence[str], news: Sequence[str], rest: Sequence[int], places: Sequence[int], least: float) -> dict[int, int]:
    from rapidfuzz import fuzz, process

    choices = {i: olds[i] for i in rest if olds[i]}
    pairs = [
        (score, i, place)
        for place in places
        if news[place]
        for _, score, i in process.extract(news[place], choices, scorer=fuzz.ratio, score_cutoff=least, limit=5)
    ]
    found: dict[int, int] = {}
    for _, i, place in sorted(pairs, key=lambda pair: (-pair[0], pair[2], pair[1])):
        if place not in found and i not in found.values():
            found[place] = i
    return found
