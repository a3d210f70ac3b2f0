"""Cuts a text that may not take more lines: what fits, and an ellipsis."""

from collections.abc import Sequence

from app.text.atombreaks import cut
from app.text.atoms import Atom, fragments_width, slices
from app.text.breakitems import Break
from app.text.ink import Fragment
from app.text.setting import Row, row

ELLIPSIS = "…"
_LOOSE_ENDS = " \u00a0,.:;!?-–—(«„“\u00ad"


def shorten(atoms: Sequence[Atom], start: Break | None, room: float) -> Row:
    """Return the last line: the atoms after `start`, as many as fit into `room` points with an ellipsis after them.

    An empty line stays empty.
    """
    first, offset = 0, 0
    if start is not None:
        first, offset = (start.atom, start.inner.offset) if start.inner else (start.atom + 1, 0)
    whole = row(atoms[first:], offset)
    kept: list[Sequence[Fragment]] = list(whole.parts)
    if not kept:
        return whole
    width = sum(fragments_width(part) for part in kept) + sum(gap.width for gap in whole.gaps)
    while True:
        ending = _with_ellipsis(kept[-1])
        if width - fragments_width(kept[-1]) + fragments_width(ending) <= room or len(kept) == 1:
            break
        width -= fragments_width(kept.pop()) + whole.gaps[len(kept) - 1].width
    if len(kept) == 1 and width - fragments_width(kept[-1]) + fragments_width(_with_ellipsis(kept[-1])) > room:
        kept = [_cut_to(atoms[first], offset, room)]
    kept[-1] = _with_ellipsis(kept[-1])
    gaps = whole.gaps[: len(kept) - 1]
    trail = kept[-1][-1][0].tracking
    total = sum(fragments_width(part) for part in kept) + sum(gap.width for gap in gaps)
    return Row(kept, gaps, total - trail, continues=offset > 0)


def _with_ellipsis(fragments: Sequence[Fragment]) -> list[Fragment]:
    ink, text, _ = fragments[-1]
    text = (text.rstrip(_LOOSE_ENDS) or text[:0]) + ELLIPSIS
    return [*fragments[:-1], (ink, text, ink.shaper.shape(text))]


def _cut_to(atom: Atom, offset: int, room: float) -> Sequence[Fragment]:
    ink = atom.fragments[-1][0]
    place = cut(atom, offset, room - ink.width(ink.shaper.shape(ELLIPSIS)))
    return slices(atom, offset, place.offset, False) if place else slices(atom, offset, -1, False)
