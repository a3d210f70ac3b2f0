"""Turns atoms into the widths that line breaking works on, and chooses how each kind of paragraph is broken."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from app.text.atombreaks import cut, inner_breaks
from app.text.atoms import Atom, slices
from app.text.balance import narrowest, pieces
from app.text.breakitems import NO_BREAK, Break, Inner, Items, Measure
from app.text.hanging import hang_left, hang_right
from app.text.linebreak import Breaker
from app.text.style import Align
from app.text.ties import tied

_STRETCH = 0.5
_STRETCH_EMS = 0.16
_SHRINK = 0.2
_RAGGED_SHARE = 0.1
_RAGGED_EMS = 2.0
_HEADLINE_SHARE = 0.3
_RAGGED_HYPHEN = 40.0
_HEADLINE_HYPHEN = 3000.0
_LONGEST_BALANCED = 200


@dataclass(frozen=True, slots=True)
class Manner:
    """How atoms are broken: alignment, hyphenation, balance and hanging punctuation of the paragraph's style, and the language
    whose little words are kept with what follows, if any, be it on so many `further` lines; `tied` are their places.
    """

    align: Align
    hyphenate: bool
    balance: bool
    hang: bool
    little: str = ""
    further: int = 0
    tied: frozenset[int] = frozenset()


def break_atoms(atoms: Sequence[Atom], width: Callable[[int], float], settled: int, manner: Manner) -> list[Break]:
    """Return where lines end. `width(line)` is the width of each line in points; from line `settled` on all are equal."""
    if not atoms:
        return []
    if sum([atom.width + atom.gap.width if atom.gap else atom.width for atom in atoms]) <= width(0):
        return [Break(len(atoms) - 1)]
    found = _broken(atoms, width, settled, manner)
    places = tied(atoms, manner.little) if manner.little else frozenset()
    if places:
        manner = replace(manner, tied=places)
        narrow = min(width(line) for line in range(len(found)))
        if max(size - trail for size, _, trail in pieces(items(atoms, manner))) <= narrow:
            kept = _broken(atoms, width, settled, manner)
            return kept if len(kept) <= len(found) + manner.further else found
    return found


def _broken(atoms: Sequence[Atom], width: Callable[[int], float], settled: int, manner: Manner) -> list[Break]:
    if manner.balance and len(atoms) <= _LONGEST_BALANCED:
        return _balanced(atoms, width, settled, manner)
    ragged = 0.0
    if manner.align is not Align.JUSTIFY:
        ragged = max(_RAGGED_SHARE * width(settled), _RAGGED_EMS * atoms[0].size)
    return Breaker(items(atoms, manner), Measure(width, settled, ragged)).breaks()


def items(atoms: Sequence[Atom], manner: Manner) -> Items:
    """Return the widths of the atoms. Justified word spaces stretch by half of themselves (or 0.16 em) and shrink by a fifth."""
    justified = manner.align is Align.JUSTIFY and not manner.balance
    gaps = [atom.gap.width if atom.gap else 0.0 for atom in atoms]
    hang = manner.hang
    extra = 0.0 if justified else _HEADLINE_HYPHEN if manner.balance else _RAGGED_HYPHEN
    return Items(
        widths=[atom.width for atom in atoms],
        gaps=gaps,
        stretches=[_stretch(atom) for atom in atoms] if justified else [0.0] * len(gaps),
        shrinks=[gap * _SHRINK for gap in gaps] if justified else [0.0] * len(gaps),
        penalties=[atom.gap.penalty if atom.gap and place not in manner.tied else NO_BREAK for place, atom in enumerate(atoms)],
        trails=[atom.trail + hang_right(atom.fragments) for atom in atoms] if hang else [atom.trail for atom in atoms],
        leads=[hang_left(atom.fragments) for atom in atoms] if hang else [0.0] * len(gaps),
        inner=cache(lambda place: _inner(atoms[place], manner, extra)),
        cut=lambda place, offset, room: cut(atoms[place], offset, room),
    )


def _stretch(atom: Atom) -> float:
    return max(atom.gap.width * _STRETCH, atom.gap.ink.size * _STRETCH_EMS) if atom.gap else 0.0


def _inner(atom: Atom, manner: Manner, extra: float) -> Sequence[Inner]:
    found = inner_breaks(atom, manner.hyphenate)
    if not extra and not manner.hang:
        return found
    return [
        replace(
            place,
            penalty=place.penalty + (extra if place.hyphen else 0.0),
            before=place.before - (hang_right(slices(atom, 0, place.offset, place.hyphen), place.hyphen) if manner.hang else 0.0),
        )
        for place in found
    ]


def _balanced(atoms: Sequence[Atom], width: Callable[[int], float], settled: int, manner: Manner) -> list[Break]:
    """Break a headline into as few lines as it needs, about equally long, without hyphens where that can be."""
    widest = min(width(line) for line in range(min(settled, len(atoms)) + 1))
    whole = max(size - trail for size, _, trail in pieces(items(atoms, manner))) <= widest
    manner = replace(manner, hyphenate=manner.hyphenate and not whole)
    boxes = items(atoms, manner)
    target = narrowest(boxes, width) if whole else None
    room = width if target is None else (lambda line: min(width(line), target))
    ragged = _HEADLINE_SHARE * (target or widest)
    return Breaker(boxes, Measure(room, settled, ragged)).breaks()
