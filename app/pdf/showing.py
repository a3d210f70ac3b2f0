"""Positioned glyphs as the operators that show them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import normalize

from app.pdf.fonts import Coded, FontUse
from app.pdf.numbers import number, utf16
from app.text.glyphs import Glyph, GlyphRun

LOOSE = 0.03
"""How far off in points a letter may stand before the pen is moved for it: a hundredth of a millimetre."""
WIDE = 45
"""Thousandths of an em between letters from which on readers of the text would take the gap for a space."""
TOLD = "/Span <</ActualText "
_INSIDE = re.compile(f"{TOLD}<[0-9A-F]+>>> BDC |EMC ")
_MARK = re.compile(r"^/\w+ <<(/MCID \d+)>> BDC$", re.MULTILINE)


def tell_outside(code: str, text: str) -> str:
    """Return marked content that tells what all of it stands for, and nothing within it once more.

    Poppler loses its way in marked content within marked content of the structure.
    """
    return _MARK.sub(rf"/Span <<\1/ActualText {utf16(text)}>> BDC", _INSIDE.sub("", code), count=1)


def _clusters(glyphs: tuple[Glyph, ...]) -> Iterator[tuple[Glyph, ...]]:
    """Split glyphs into those that stand for one text together: the first carries it, the others carry none."""
    start = 0
    for place, glyph in enumerate(glyphs):
        if glyph.text and place > start:
            yield glyphs[start:place]
            start = place
    if start < len(glyphs):
        yield glyphs[start:]


def spread(text: str, count: int) -> tuple[str, ...]:
    """Deal the text of a cluster out to its glyphs, for viewers that know nothing of /ActualText.

    A letter and its accent get their own characters, composed or not; else the first glyph stands for everything.
    """
    for form in (text, normalize("NFD", text)):
        if len(form) == count:
            return tuple(form)
    return (text, *[""] * (count - 1))


class _Showing:
    """The TJ operators of one run, in the making."""

    def __init__(self, size: float) -> None:
        self.code: list[str] = []
        self._unit = size / 1000
        self._pen = 0.0
        self._rise = 0.0
        self._array: list[str] = []
        self._hex: list[str] = []

    def glyph(self, glyph: Glyph, code: str, width: int) -> None:
        """Show a glyph where it belongs. The pen follows the rounded adjustments, so that errors do not add up."""
        if glyph.dy != self._rise:
            self.rise(glyph.dy)
        gap = round((self._pen - glyph.x - glyph.dx) / self._unit)
        if gap:
            self._close_hex()
            self._array.append(str(gap))
            self._pen -= gap * self._unit
        self._hex.append(code)
        self._pen += width * self._unit

    def rise(self, height: float) -> None:
        """Lift the following glyphs above the baseline of the run."""
        self.close()
        self.code.append(f"{number(height)} Ts ")
        self._rise = height

    def close(self) -> None:
        """End the operator that is being written."""
        self._close_hex()
        if self._array:
            self.code.append(f"[{''.join(self._array)}]TJ ")
            self._array = []

    def _close_hex(self) -> None:
        if self._hex:
            self._array.append(f"<{''.join(self._hex)}>")
            self._hex = []


@dataclass(slots=True)
class _Shown:
    """A run that was shown, and from the second time on the operators that showed it, in which face and with which codes.
    `served` is the use of the face that has these codes for certain.

    Most runs are shown once in the life of a program, and noting their codes takes as long as showing them.
    """

    run: GlyphRun
    face: str = ""
    operators: str = ""
    coded: tuple[Coded, ...] = ()
    served: int = 0


MOST_SHOWN = 40_000
_shown: dict[int, _Shown] = {}
"""By the identity of runs, which layout keeps where nothing has changed: they are painted again at every export and edit."""
_alike: dict[Coded, Coded] = {}
"""One object for equal codes."""


def show(run: GlyphRun, use: FontUse) -> str:
    """Return the operators that show the glyphs of a run."""
    if not run.glyphs or run.size <= 0:
        return ""
    before = _shown.get(id(run))
    again = before is not None and before.run is run
    if before is not None and again:
        if before.served == use.serial:
            return before.operators
        if before.face == use.face.key and use.has(before.coded):
            before.served = use.serial
            return before.operators
    operators = _show_simple(run, use)
    if not operators:
        return _show_clusters(run, use)
    if len(_shown) >= MOST_SHOWN:
        _shown.clear()
        _alike.clear()
    _shown[id(run)] = _Shown(run, use.face.key, operators, _coded(run, use), use.serial) if again else _Shown(run)
    return operators


def _coded(run: GlyphRun, use: FontUse) -> tuple[Coded, ...]:
    """Return the codes of a run that was shown, each once and in the order of their first use."""
    pairs = dict.fromkeys((glyph.gid, glyph.text) for glyph in run.glyphs)
    coded = ((*pair, found[0]) for pair in pairs if (found := use.code(*pair)))
    return tuple(_alike.setdefault(one, one) for one in coded)


def _show_simple(run: GlyphRun, use: FontUse) -> str:
    """Show a run whose glyphs all stand on the baseline and for their own text, not far apart, as nearly all do; else nothing."""
    per_point = 1000 / run.size
    loose = LOOSE * per_point
    pen, before = 0.0, ""
    array: list[str] = []
    codes: list[str] = []
    for gid, x, _, text, dx, dy in run.glyphs:
        found = use.code(gid, text)
        if found is None or dy:
            return ""
        off = pen - (x + dx) * per_point
        gap = 0 if -loose < off < loose else round(off)
        if gap:
            if gap <= -WIDE and codes and not (text.isspace() or before.isspace()):
                return ""
            if codes:
                array.append(f"<{''.join(codes)}>")
            array.append(str(gap))
            codes = []
        codes.append(found[0])
        pen += found[1] - gap
        before = text
    if not array:
        return f"<{''.join(codes)}>Tj"
    return f"[{''.join(array)}<{''.join(codes)}>]TJ"


def _show_clusters(run: GlyphRun, use: FontUse) -> str:
    """Show a run with what it stands for beside those of its glyphs that do not say it, and beside words that are set wide."""
    showing = _Showing(run.size)
    for piece in _words(run.glyphs) if _is_wide(run, use) else _clusters(run.glyphs):
        first = piece[0]
        found = use.code(first.gid, first.text)
        if len(piece) == 1 and found:
            showing.glyph(first, *found)
            continue
        showing.close()
        showing.code.append(f"{TOLD}{utf16(''.join([glyph.text for glyph in piece]))}>> BDC ")
        for cluster in _clusters(piece):
            for glyph, meaning in zip(cluster, spread(cluster[0].text, len(cluster)), strict=True):
                showing.glyph(glyph, *(use.code(glyph.gid, meaning) or use.plain(glyph.gid)))
        showing.close()
        showing.code.append("EMC ")
    if showing._rise:
        showing.rise(0)
    showing.close()
    return "".join(showing.code)


def _words(glyphs: tuple[Glyph, ...]) -> Iterator[tuple[Glyph, ...]]:
    """Split glyphs into words and the spaces between them."""
    start = 0
    for place, glyph in enumerate(glyphs):
        if glyph.text.isspace():
            if place > start:
                yield glyphs[start:place]
            yield glyphs[place : place + 1]
            start = place + 1
    if start < len(glyphs):
        yield glyphs[start:]


def _is_wide(run: GlyphRun, use: FontUse) -> bool:
    """Tell whether letters of a word stand so far apart that readers of the text would see spaces between them."""
    per_point = 1000 / run.size
    return any(
        (after.x - glyph.x) * per_point - use.width(glyph.gid) >= WIDE and not (glyph.text.isspace() or after.text.isspace())
        for glyph, after in pairwise(run.glyphs)
    )
