"""Cuts text into atoms (what stands between spaces) and gaps (the spaces)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.text.ink import NBSP, Fragment, Gap, Ink
from app.text.style import Span

# A no-break space inside a number belongs to it: it must not stretch with the word spaces.
TOKEN = re.compile("(?:[^ \u00a0\n]|(?<=[0-9])\u00a0(?=[0-9₽€$£%]))+|[ \u00a0\n]+")
SPACES = " \u00a0\n"


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
        for token in TOKEN.findall(span.text.upper() if ink.upper else span.text):
            if token[0] in SPACES:
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
