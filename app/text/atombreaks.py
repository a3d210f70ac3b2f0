"""Where an atom may be broken, and how wide its parts are then. Lengths are points."""

from bisect import bisect_right
from collections.abc import Callable, Sequence

from app.text.atoms import Atom, fragments_width, slices
from app.text.breakitems import Inner
from app.text.breakplaces import places
from app.text.coverage import INVISIBLE

_EXACT = 48
"""Atoms of more letters take the widths of their parts from the shaped whole: shaping each part would be quadratic."""


def inner_breaks(atom: Atom, hyphenate: bool) -> Sequence[Inner]:
    """Return the places where the atom may be broken, with the widths before (hyphen included) and after, in points."""
    if len(atom.fragments) > 1 or len(atom.fragments[0][1]) > _EXACT:
        return _inner_breaks(atom, hyphenate)
    ink, text, _ = atom.fragments[0]
    key = (text, ink.size, ink.tracking, hyphenate, atom.capitals)
    found = ink.shaper.breaks.get(key)
    return found if found is not None else ink.shaper.breaks.put(key, _inner_breaks(atom, hyphenate))


def _inner_breaks(atom: Atom, hyphenate: bool) -> tuple[Inner, ...]:
    text = atom.text
    measure = _exact_measure(atom) if len(text) <= _EXACT else _prefix_measure(atom)
    return tuple(
        [
            Inner(place.offset, *measure(place.offset, place.hyphen), penalty=place.penalty, hyphen=place.hyphen)
            for place in places(text, words=hyphenate, capitals=atom.capitals)
        ]
    )


def _exact_measure(atom: Atom) -> Callable[[int, bool], tuple[float, float]]:
    def measure(offset: int, hyphen: bool) -> tuple[float, float]:
        before = slices(atom, 0, offset, hyphen)
        after = slices(atom, offset, -1, False)
        trail = before[-1][0].tracking if before else 0.0
        return fragments_width(before) - trail, fragments_width(after)

    return measure


def _prefix_measure(atom: Atom) -> Callable[[int, bool], tuple[float, float]]:
    """The last letter before a break is shaped by itself: it has no kern there, and may have a hyphen."""
    cuts = _cuts(atom)
    offsets = [offset for offset, _ in cuts]

    def measure(offset: int, hyphen: bool) -> tuple[float, float]:
        index = max(1, bisect_right(offsets, offset) - 1)
        letter = slices(atom, cuts[index - 1][0], offset, hyphen)
        return cuts[index - 1][1] + fragments_width(letter) - atom.trail, atom.width - cuts[index][1]

    return measure


def cut(atom: Atom, start: int, room: float) -> Inner | None:
    """Break an atom that nothing else can break: as many clusters from `start` as fit into `room` points, at least one.

    A place to hyphenate is taken where one fits, even if hyphenation is off. None if there is only one cluster left.
    """
    cuts = _cuts(atom)
    first = bisect_right(cuts, start, key=_offset)
    if first >= len(cuts) - 1:
        return None
    if cuts[-1][0] <= _EXACT:
        for place in reversed(inner_breaks(atom, hyphenate=True)):
            if place.offset > start and _part_width(atom, start, place.offset, place.hyphen) <= room:
                return place
    limit = cuts[first - 1][1] + room + atom.trail
    index = min(max(first, bisect_right(cuts, limit, lo=first, key=_width) - 1), len(cuts) - 2)
    while index > first and _part_width(atom, start, cuts[index][0], False) > room:
        index -= 1
    offset, width = cuts[index]
    short = cuts[-1][0] - offset <= _EXACT
    after = fragments_width(slices(atom, offset, -1, False)) if short else atom.width - width
    return Inner(offset, width - atom.trail, after, penalty=0.0, hyphen=False)


def _part_width(atom: Atom, start: int, end: int, hyphen: bool) -> float:
    part = slices(atom, start, end, hyphen)
    return fragments_width(part) - (part[-1][0].tracking if part else 0.0)


def _offset(place: tuple[int, float]) -> int:
    return place[0]


def _width(place: tuple[int, float]) -> float:
    return place[1]


def _cuts(atom: Atom) -> list[tuple[int, float]]:
    """(offset in the text, width up to there in points) of every cluster's end, from (0, 0)."""
    if atom.cuts is None:
        atom.cuts = [(0, 0.0)]
        offset, width = 0, 0.0
        for ink, text, shaped in atom.fragments:
            seen = 0
            for piece in shaped.pieces:
                tails = piece.tails or (1,) * len(piece.gids)
                for advance, source, tail in zip(piece.advances, piece.texts, tails, strict=True):
                    seen += _consumed(text, seen, source)
                    width += advance * ink.size + tail * ink.tracking
                    if tail:
                        atom.cuts.append((offset + seen, width))
            offset += len(text)
        atom.cuts[-1] = (offset, atom.width)
    return atom.cuts


def _consumed(text: str, seen: int, source: str) -> int:
    """How many characters of the text a glyph's source takes, with the invisible ones before it."""
    count = 0
    while seen + count < len(text) and text[seen + count] in INVISIBLE:
        count += 1
    return count + len(source)
