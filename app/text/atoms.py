"""Cuts text into atoms (what stands between spaces) and gaps (the spaces), and tells where an atom may be broken."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from app.text.breakitems import NO_BREAK, Inner
from app.text.coverage import INVISIBLE
from app.text.hyphenation import breaks_in
from app.text.ink import Ink
from app.text.shaping import Shaped
from app.text.style import Caps, Span

Fragment: TypeAlias = tuple[Ink, str, Shaped]
"""Text of one ink, without spaces, and its shape."""

NBSP = "\u00a0"
_TOKEN = re.compile("[ \u00a0\n]+|[^ \u00a0\n]+")
_EXACT = 48
"""Atoms of more letters take the widths of their parts from the shaped whole: shaping each part would be quadratic."""


@dataclass(slots=True)
class Atom:
    """Text without spaces: fragments of one ink each, their widths in points, and the gap that follows.

    `trail` is the tracking after the last cluster, which a line end does not show. `gap` is None after the last atom
    of a line; its text is empty where a line may break without a space.
    """

    fragments: list[Fragment]
    width: float = 0.0
    trail: float = 0.0
    gap: "Gap | None" = None
    inner: "Sequence[Inner] | None" = None
    cuts: "list[tuple[int, float]] | None" = None
    capitals: bool = False

    @property
    def size(self) -> float:
        """Type size of the first fragment in points."""
        return self.fragments[0][0].size

    @property
    def text(self) -> str:
        """The source characters, with soft hyphens and other invisible ones."""
        return "".join(text for _, text, _ in self.fragments)


@dataclass(slots=True)
class Gap:
    """A word space in an ink. `penalty` is NO_BREAK for a no-break space."""

    ink: Ink
    text: str
    penalty: float = 0.0
    width: float = field(init=False)

    def __post_init__(self) -> None:
        self.width = self.ink.space_width


def atomize(spans: Sequence[Span], inks: Sequence[Ink]) -> list[list[Atom]]:
    """Cut the spans into atoms, one list for each line that the writer ended with a newline.

    Spaces at the ends of such lines are dropped; of several spaces in a row one stays, a no-break one if there is any.
    """
    lines: list[list[Atom]] = [[]]
    glued = False
    for span, ink in zip(spans, inks, strict=True):
        text = span.text.upper() if span.style.caps is Caps.UPPER else span.text
        for token in _TOKEN.findall(text):
            atoms = lines[-1]
            if token[0] not in " \u00a0\n":
                if not glued:
                    atoms.append(Atom([], capitals=span.style.caps is Caps.UPPER))
                _add(atoms[-1], ink, token)
                glued = True
                continue
            glued = False
            if "\n" in token:
                lines.extend([] for _ in range(token.count("\n")))
            elif atoms:
                _space(atoms[-1], ink, token)
    for atoms in lines:
        if atoms:
            atoms[-1].gap = None
    return lines


def _add(atom: Atom, ink: Ink, text: str) -> None:
    shaped = ink.shaper.shape(text)
    atom.fragments.append((ink, text, shaped))
    atom.width += shaped.width * ink.size + shaped.clusters * ink.tracking
    atom.trail = ink.tracking


def _space(atom: Atom, ink: Ink, token: str) -> None:
    fixed = NBSP in token
    if atom.gap is None:
        atom.gap = Gap(ink, NBSP if fixed else " ", NO_BREAK if fixed else 0.0)
    elif fixed:
        atom.gap = Gap(atom.gap.ink, NBSP, NO_BREAK)


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
    if atom.inner is not None:
        return atom.inner
    if len(atom.fragments) == 1:
        ink, text, _ = atom.fragments[0]
        key = (text, ink.size, ink.tracking, hyphenate, atom.capitals)
        atom.inner = ink.shaper.breaks.get(key) or ink.shaper.breaks.put(key, _inner_breaks(atom, hyphenate))
    else:
        atom.inner = _inner_breaks(atom, hyphenate)
    return atom.inner


def _inner_breaks(atom: Atom, hyphenate: bool) -> tuple[Inner, ...]:
    text = atom.text
    measure = _exact_measure(atom) if len(text) <= _EXACT else _prefix_measure(atom)
    return tuple(
        [
            Inner(place.offset, *measure(place.offset, place.hyphen), penalty=place.penalty, hyphen=place.hyphen)
            for place in breaks_in(text, hyphenate=hyphenate, capitals=atom.capitals)
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

    None if there is only one cluster left.
    """
    cuts = _cuts(atom)
    first = bisect_right(cuts, start, key=lambda place: place[0])
    if first >= len(cuts) - 1:
        return None
    limit = cuts[first - 1][1] + room + atom.trail
    fitting = bisect_right(cuts, limit, lo=first, key=lambda place: place[1]) - 1
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
