"""Puts shaped fragments and word spaces side by side, and makes glyph runs of them."""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import accumulate, repeat

from app.text.glyphs import Glyph, GlyphRun
from app.text.ink import Ink
from app.text.shaping import Shaped

_glyph = partial(tuple.__new__, Glyph)


def make_glyphs(*columns: Iterable[object]) -> tuple[Glyph, ...]:
    """Make glyphs of columns of gids, xs, advances, texts, dxs and dys.

    A paragraph has hundreds of glyphs. Made all together they never leave C, which takes half the time of calling their class.
    """
    return tuple(map(_glyph, zip(*columns, strict=False)))


class RunBuilder:
    """Collects one line from left to right; `missing` are the characters that no face has.

    `spread` are points added between all letters, beside the tracking of their ink.
    """

    def __init__(self, spread: float = 0.0) -> None:
        self.spread = spread
        self.x = 0.0
        self.missing = ""
        self._runs: list[GlyphRun] = []
        self._ink: Ink | None = None
        self._face = ""
        self._scale = 1.0
        self._gids: list[int] = []
        self._advances: list[float] = []
        self._texts: list[str] = []
        self._shifts: dict[int, tuple[float, float]] = {}

    def fragment(self, ink: Ink, shaped: Shaped) -> None:
        """Add shaped text."""
        tracking = (ink.tracking + self.spread) / ink.size
        for piece in shaped.pieces:
            if ink is not self._ink or piece.face != self._face or piece.scale != self._scale:
                self._open(ink, piece.face, piece.scale)
            if piece.shifts:
                self._shifts.update(enumerate(piece.shifts, len(self._gids)))
            self._gids.extend(piece.gids)
            self._texts.extend(piece.texts)
            if tracking:
                tails = piece.tails or repeat(1)
                self._advances.extend([advance + tracking * tail for advance, tail in zip(piece.advances, tails, strict=False)])
            else:
                self._advances.extend(piece.advances)
        self.missing += shaped.missing

    def space(self, ink: Ink, text: str, width: float) -> None:
        """Add a word space of a width in points."""
        piece = ink.space.pieces[0]
        if ink is not self._ink or piece.face != self._face or piece.scale != self._scale:
            self._open(ink, piece.face, piece.scale)
        self._gids.append(piece.gids[0])
        self._texts.append(text)
        self._advances.append(width / ink.size)

    def finish(self) -> tuple[GlyphRun, ...]:
        """Return the runs; the tracking after the last cluster is taken back."""
        if self._ink is not None and self._advances:
            self._advances[-1] -= (self._ink.tracking + self.spread) / self._ink.size
        self._close()
        return tuple(self._runs)

    def _open(self, ink: Ink, face: str, scale: float) -> None:
        self._close()
        self._ink, self._face, self._scale = ink, face, scale
        self._gids, self._advances, self._texts, self._shifts = [], [], [], {}

    def _close(self) -> None:
        ink = self._ink
        if ink is None or not self._gids:
            return
        advances = [advance * ink.size for advance in self._advances]
        xs: Sequence[float] = list(accumulate(advances, initial=0.0))
        dxs: Iterable[float] = repeat(0.0)
        dys: Iterable[float] = repeat(0.0)
        if self._shifts:
            shifts = [self._shifts.get(place, (0.0, 0.0)) for place in range(len(advances))]
            dxs, dys = [dx * ink.size for dx, _ in shifts], [dy * ink.size for _, dy in shifts]
        glyphs = make_glyphs(self._gids, xs, advances, self._texts, dxs, dys)
        width = xs[-1]
        run = GlyphRun(
            self._face, ink.size * self._scale, ink.color, self.x, width, glyphs, "".join(self._texts),
            ink.rise, ink.link, ink.underline,
        )  # fmt: skip
        self._runs.append(run)
        self.x += width
