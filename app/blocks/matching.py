"""Which elements of two sequences are the same ones: the way of patience, quick however long they are.

Elements that stand once in both are sure to belong together where their order is the same (Bram Cohen's patience diff);
between them the longest common subsequence is found, unless even that stretch is too long.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

_LARGEST = 25_000_000
"""Pairs of elements within which the longest common subsequence is looked for: 3 MB of its bit matrix."""

_DEEPEST = 6
"""How many times a stretch is divided by elements that are single in it; texts need two."""

_RUNS = (1, 3, 8)
"""How many elements in a row make an anchor of a long stretch: a text of few words has no single ones, but single runs."""

Span = tuple[int, int, int, int]


def matched(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Return the pairs of places at which both hold the same element, ascending in both."""
    names: dict[Hashable, int] = {}
    first = [names.setdefault(one, len(names)) for one in old]
    second = [names.setdefault(one, len(names)) for one in new]
    pairs: list[tuple[int, int]] = []
    waiting: list[tuple[Span, int]] = [((0, len(first), 0, len(second)), 0)]
    while waiting:
        span, depth = waiting.pop()
        span = _without_ends(first, second, span, pairs)
        low, high, start, end = span
        if low == high or start == end:
            continue
        small = (high - low) * (end - start) <= _LARGEST
        anchors = _best_anchors(first, second, span, (1,) if small else _RUNS) if depth < _DEEPEST else []
        if anchors:
            pairs.extend(anchors)
            waiting.extend((gap, depth + 1) for gap in _gaps(span, anchors))
        elif small:
            pairs.extend(_common(first, second, span))
    return sorted(pairs)


def _without_ends(first: list[int], second: list[int], span: Span, pairs: list[tuple[int, int]]) -> Span:
    """Match what is the same at both ends and return what is left between."""
    low, high, start, end = span
    while low < high and start < end and first[low] == second[start]:
        pairs.append((low, start))
        low, start = low + 1, start + 1
    while low < high and start < end and first[high - 1] == second[end - 1]:
        high, end = high - 1, end - 1
        pairs.append((high, end))
    return low, high, start, end


def _best_anchors(first: list[int], second: list[int], span: Span, sizes: Sequence[int]) -> list[tuple[int, int]]:
    return max((list(_anchors(first, second, span, size)) for size in sizes), key=len)


def _anchors(first: list[int], second: list[int], span: Span, size: int) -> Iterator[tuple[int, int]]:
    """Yield the beginnings of runs that are single on both sides, as many as stand in the same order."""
    low, high, start, end = span
    ours, theirs = _runs(first, low, high, size), _runs(second, start, end, size)
    single = {one for one, count in Counter(theirs).items() if count == 1}
    single &= {one for one, count in Counter(ours).items() if count == 1}
    there = {one: start + j for j, one in enumerate(theirs) if one in single}
    yield from _ascending([(low + i, there[one]) for i, one in enumerate(ours) if one in single])


def _runs(places: list[int], low: int, high: int, size: int) -> Sequence[Hashable]:
    part = places[low:high]
    return part if size == 1 else list(zip(*(part[k:] for k in range(size)), strict=False))


def _ascending(pairs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the longest run of pairs that ascends on both sides, by patience sorting."""
    tops: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for place, (_, target) in enumerate(pairs):
        pile = bisect_left(tops, target)
        before.append(places[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [target]
        places[pile : pile + 1] = [place]
    found: list[tuple[int, int]] = []
    place = places[-1] if places else -1
    while place >= 0:
        found.append(pairs[place])
        place = before[place]
    yield from reversed(found)


def _gaps(span: Span, anchors: list[tuple[int, int]]) -> Iterator[Span]:
    low, high, start, end = span
    for i, j in anchors:
        if i > low and j > start:
            yield low, i, start, j
        low, start = i + 1, j + 1
    if high > low and end > start:
        yield low, high, start, end


def _common(first: list[int], second: list[int], span: Span) -> Iterator[tuple[int, int]]:
    from rapidfuzz.distance import LCSseq

    low, high, start, end = span
    for step in LCSseq.opcodes(first[low:high], second[start:end]):
        if step.tag == "equal":
            for k in range(step.src_end - step.src_start):
                yield low + step.src_start + k, start + step.dest_start + k
