"""Sets a line of one look in one go: a figure, a name, a heading. Most lines are such, and every digit typed changes several.

What comes of it is what `app.text.setting` makes, glyph for glyph, but without the atoms, gaps and rows on the way there.
"""

from collections.abc import Iterable
from itertools import accumulate, repeat
from typing import NamedTuple

from app.text.atoms import SPACES, TOKEN
from app.text.glyphs import GlyphRun
from app.text.ink import NBSP, Fragment, Ink
from app.text.runs import make_glyphs

_SLIP = 1e-6
"""So many points from the end of a column it depends on how widths are added up whether a line fits."""


class Straight(NamedTuple):
    """A line of one run, and its first and last fragment."""

    run: GlyphRun
    first: Fragment
    last: Fragment


def straight(text: str, ink: Ink, room: float = float("inf")) -> Straight | None:
    """Set a clean text without newlines as one line from x = 0 that certainly has room in so many points. None where it has not,
    and for a text of several faces, of shifted glyphs or of characters that no face has: then the other way must be gone.
    """
    space = ink.space.pieces[0]
    face, scale = space.face, space.scale
    # The tracking after the last letter is no part of the line; where it is negative, the line is wider than its words.
    end = room - _SLIP + min(ink.tracking, 0.0)
    words: list[tuple[Fragment, str]] = []
    width, before = 0.0, ""
    for token in TOKEN.findall(text.upper() if ink.upper else text):
        if token[0] in SPACES:
            # Spaces before the first word are no part of the line.
            before = (NBSP if NBSP in token else " ") if words else ""
            continue
        fragment, wide = ink.word(token)
        pieces = fragment[2].pieces
        if len(pieces) != 1 or fragment[2].missing:
            return None
        if pieces[0].face != face or pieces[0].scale != scale or pieces[0].shifts:
            return None
        width += wide + ink.gap.width if before else wide
        if width > end:
            return None
        words.append((fragment, before))
    return Straight(_run(words, ink), words[0][0], words[-1][0]) if words else None


def _run(words: list[tuple[Fragment, str]], ink: Ink) -> GlyphRun:
    """Put words side by side, with the spaces before them."""
    size, tracking, gap = ink.size, ink.tracking / ink.size, ink.gap.width / ink.size
    space = ink.space.pieces[0]
    gids: list[int] = []
    ems: list[float] = []
    texts: list[str] = []
    for (_, _, shaped), before in words:
        if before:
            gids.append(space.gids[0])
            ems.append(gap)
            texts.append(before)
        piece = shaped.pieces[0]
        gids += piece.gids
        texts += piece.texts
        if tracking:
            tails: Iterable[int] = piece.tails or repeat(1)
            ems += [advance + tracking * tail for advance, tail in zip(piece.advances, tails, strict=False)]
        else:
            ems += piece.advances
    ems[-1] -= tracking
    advances = [advance * size for advance in ems]
    xs = list(accumulate(advances, initial=0.0))
    glyphs = make_glyphs(gids, xs, advances, texts, repeat(0.0), repeat(0.0))
    return GlyphRun(
        space.face, size * space.scale, ink.color, 0.0, xs[-1], glyphs, "".join(texts), ink.rise, ink.link, ink.underline
    )  # fmt: skip
