"""Cuts text into atoms (what stands between spaces) and gaps (the spaces), and tells where an atom may be broken."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.text.breakitems import Inner
from app.text.breakplaces import places
from app.text.coverage import INVISIBLE
from app.text.ink import NBSP, Fragment, Gap, Ink
from app.text.style import Span

_TOKEN = re.compile("[ \u00a0\n]+|[^ \u00a0\n]+")
_SPACES = " \u00a0\n"
_EXACT = 48
"""Atoms of more letters take the widths of their parts from the shaped whole: shaping each part would be quadratic."""


@dataclass(slots=True, eq=False)
class Atom:
    """Text without spaces: fragments of one ink each, their widths in points, and the gap that follows.

    `trail` is the tracking after the last cluster, which a line end does not show. `gap` is None after the last atom
    of a line.
    """

    fragments: list[Fragment]
    width: float
    trail: float
    gap: Gap | None = None
    cuts: list[tuple[int, float]] | None = None

    @property
    def size(self) -> float:
        """Type size of the first fragment in points."""
        return self.fragments[0][0].size

    @property
    def text(self) -> str:
        """The source characters, with soft hyphens and other invisible ones."""
        return "".join([text for _, text, _ in self.fragments])

    @property
    def capitals(self) -> bool:
        """Whether capitals are how the text is set, not how it was typed."""
        return self.fragments[0][0].upper


def atomize(spans: Sequence[Span], inks: Sequence[Ink]) -> list[list[Atom]]:
    """Cut the spans into atoms, one list for each line that the writer ended with a newline.

    Spaces at the ends of such lines are dropped; of several spaces in a row one stays, a no-break one if there is any.
    """
    lines: list[list[Atom]] = [[]]
    atom: Atom | None = None
    for span, ink in zip(spans, inks, strict=True):
        for token in _TOKEN.findall(span.text.upper() if ink.upper else span.text):
            if token[0] in _SPACES:
                atom = None
                if token == " ":
                    _space(lines[-1], ink.gap)
                elif "\n" in token:
                    lines.extend([] for _ in range(token.count("\n")))
                else:
                    _space(lines[-1], ink.fixed_gap if NBSP in token else ink.gap)
                continue
            fragment, width = ink.word(token)
            if atom is None:
                atom = Atom([fragment], width, ink.tracking)
                lines[-1].append(atom)
            else:
                atom.fragments.append(fragment)
                atom.width += width
                atom.trail = ink.tracking
    for atoms in lines:
        if atoms:
            atoms[-1].gap = None
    return lines


def _space(atoms: list[Atom], gap: Gap) -> None:
    """Put a gap after the last atom; of two gaps, the one that forbids a break."""
    if atoms:
        known = atoms[-1].gap
        atoms[-1].gap = gap if known is None or gap.penalty > known.penalty else known


def slices(atom: Atom, start: int, end: int, hyphen: bool) -> list[Fragment]:
    """Return the fragments of a part of the atom, shaped anew; `hyphen` adds a hyphen that stands for no text."""
    if start == 0 and end < 0 and not hyphen:
        return atom.fragments
    found: list[Fragment] = []
    place = 0
    stop = end if end >= 0 else sum(len(text) for _, text, _ in atom.fragments)
    for ink, text, _ in atom.fragments:
        part = text[max(0, start - place) : max(0, stop - place)]
        place += len(text)
        if part:
            found.append((ink, part, ink.shaper.shape(part)))
    if hyphen and found:
        ink, part, _ = found[-1]
        found[-1] = (ink, part, ink.shaper.shape(part, hyphen=True))
    return found


def fragments_width(fragments: Sequence[Fragment]) -> float:
    """Width in points, with the tracking after every cluster."""
    return sum([ink.width(shaped) for ink, _, shaped in fragments])


def inner_breaks(atom: Atom, hyphenate: bool) -> Sequence[Inner]:
    """Return the places where the atom may be broken, with the widths before (hyphen included) and after, in points."""
    if len(atom.fragments) > 1:
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
    cuts = _cuts(atom)
    places = [place for place, _ in cuts]
    ink = atom.fragments[-1][0]
    hyphen_width = ink.width(ink.shaper.shape("", hyphen=True))

    def measure(offset: int, hyphen: bool) -> tuple[float, float]:
        before = cuts[max(0, bisect_right(places, offset) - 1)][1]
        return before + (hyphen_width if hyphen else 0.0) - ink.tracking, atom.width - before

    return measure


def cut(atom: Atom, start: int, room: float) -> Inner | None:
    """Break an atom that nothing else can break: as many clusters from `start` as fit into `room` points, at least one.

    A place to hyphenate is taken where one fits, even if hyphenation is off. None if there is only one cluster left.
    """
    cuts = _cuts(atom)
    first = bisect_right(cuts, start, key=lambda place: place[0])
    if first >= len(cuts) - 1:
        return None
    base = cuts[first - 1][1]
    if cuts[-1][0] <= _EXACT:
        for place in reversed(inner_breaks(atom, hyphenate=True)):
            if place.offset > start and place.before - base <= room:
                return place
    fitting = bisect_right(cuts, base + room + atom.trail, lo=first, key=lambda place: place[1]) - 1
    offset, width = cuts[min(max(first, fitting), len(cuts) - 2)]
    return Inner(offset, width - atom.trail, atom.width - width, penalty=0.0, hyphen=False)


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
