"""Lines of positioned glyphs on a page, so that what is copied from it is what was typed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import cos, radians, sin
from unicodedata import normalize

from app.layout.page import Tag, TextItem
from app.pdf.fonts import FontCabinet, FontUse
from app.pdf.ink import Ink
from app.pdf.links import Links, run_box
from app.pdf.marks import NO_LINK, Marks
from app.pdf.numbers import number, numbers, utf16
from app.text.glyphs import Glyph, GlyphRun, Line

LOOSE = 0.03
"""How far off in points a letter may stand before the pen is moved for it: a hundredth of a millimetre."""
SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class TextTools:
    """What painting text needs beside the pen."""

    cabinet: FontCabinet
    links: Links
    marks: Marks


def paint_text(item: TextItem, ink: Ink, tools: TextTools, space_after: bool = False) -> None:
    """Paint a line; a turned one in its own coordinates. `space_after` ends it with a space for those who read it aloud."""
    ink.opacity(item.opacity)
    if not item.angle:
        _paint_line(item, ink, tools, (item.x, ink.up(item.y)), space_after)
        return
    turn = radians(item.angle)
    with ink.kept():
        ink.write(f"{numbers((cos(turn), sin(turn), -sin(turn), cos(turn)), 5)} {numbers((item.x, ink.up(item.y)))} cm")
        _paint_line(item, ink, tools, (0, 0), space_after)


def _paint_line(item: TextItem, ink: Ink, tools: TextTools, start: tuple[float, float], space_after: bool) -> None:
    """Paint the runs of a line whose column starts at x on baseline y, both in the coordinates of the page's content."""
    left, base = start[0] + item.line.x, start[1]
    runs, hyphen = split_hyphen(item.line)
    pen = _Pen(ink, tools.cabinet)
    ink.write("BT")
    for first, last in _linked(runs):
        _begin(item, first, last, ink, tools)
        for run in runs[first:last]:
            pen.run(run, left + run.x, base + run.rise)
        if space_after and last == len(runs):
            pen.space()
        _end(item, ink, tools)
    if hyphen is not None:
        _mark(item, ink, tools, actual=SOFT_HYPHEN)
        pen.run(hyphen, left + hyphen.x, base + hyphen.rise)
        _end(item, ink, tools)
    ink.write("ET")
    if any(run.underline for run in item.line.runs):
        tools.marks.artifact(ink.write)
        for run in item.line.runs:
            if run.underline:
                _underline(run, left + run.x, base + run.rise, ink, tools.cabinet.use(run.face))


def _begin(item: TextItem, first: int, last: int, ink: Ink, tools: TextTools) -> None:
    """Mark a stretch of runs that share a link or have none."""
    address, link = item.line.runs[first].link, None
    if address:
        link = tools.links.outside(address, run_box(item, first, last, ink), ink, item.origin)
    _mark(item, ink, tools, link=NO_LINK if link is None else link)


def _mark(item: TextItem, ink: Ink, tools: TextTools, *, link: int = NO_LINK, actual: str = "") -> None:
    if item.tag is not Tag.ARTIFACT:
        tools.marks.begin(ink.write, item.tag.value, item.group, link=link, actual=actual)


def _end(item: TextItem, ink: Ink, tools: TextTools) -> None:
    if item.tag is not Tag.ARTIFACT:
        tools.marks.end(ink.write)


def split_hyphen(line: Line) -> tuple[tuple[GlyphRun, ...], GlyphRun | None]:
    """Take the hyphen off a line that ends within a word: it stands for no text.

    In the page it is a plain `-` all the same, because viewers look for just that at a line's end when they put words
    together for searching and copying; the structure tree says that it is a soft hyphen.
    """
    last = line.runs[-1] if line.runs else None
    if not line.joined or last is None or not last.glyphs or last.glyphs[-1].text or last.glyphs[-1].advance <= 0:
        return line.runs, None
    *glyphs, sign = last.glyphs
    hyphen = replace(last, x=last.x + sign.x, glyphs=(replace(sign, x=0.0, text="-"),))
    return (*line.runs[:-1], replace(last, glyphs=tuple(glyphs))), hyphen


def _linked(runs: tuple[GlyphRun, ...]) -> Iterator[tuple[int, int]]:
    """Split runs where their link changes."""
    start = 0
    for place, run in enumerate(runs):
        if place > start and run.link != runs[start].link:
            yield start, place
            start = place
    if runs:
        yield start, len(runs)


class _Pen:
    """Shows runs within one text object, moving from the last run to the next."""

    def __init__(self, ink: Ink, cabinet: FontCabinet) -> None:
        self._ink = ink
        self._cabinet = cabinet
        self._x = self._y = 0.0
        self._use: FontUse | None = None

    def run(self, run: GlyphRun, x: float, y: float) -> None:
        """Show a run at x, y."""
        self._use = use = self._cabinet.use(run.face)
        self._ink.fill(run.color)
        self._ink.font(use.resource, run.size)
        x, y = round(x, 2), round(y, 2)
        self._ink.write(f"{numbers((x - self._x, y - self._y))} Td")
        self._ink.write(show(run, use))
        self._x, self._y = x, y

    def space(self) -> None:
        """Show a space after the last run, if its face has one."""
        gid = self._use.face.font.get_nominal_glyph(0x20) if self._use else None
        found = self._use.code(gid, " ") if self._use and gid else None
        if found:
            self._ink.write(f"<{found[0]}>Tj")


def _underline(run: GlyphRun, x: float, y: float, ink: Ink, use: FontUse) -> None:
    scale = run.size / use.face.upem
    weight = max(use.face.underline_thickness * scale, 0.25)
    top = y + use.face.underline_position * scale
    ink.fill(run.color)
    ink.write(f"{numbers((x, top - weight, run.width, weight))} re f")


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


def show(run: GlyphRun, use: FontUse) -> str:
    """Return the operators that show the glyphs of a run."""
    return _show_simple(run, use) or _show_clusters(run, use)


def _show_simple(run: GlyphRun, use: FontUse) -> str:
    """Show a run whose glyphs all stand on the baseline and for their own text, as nearly all do; else return nothing."""
    per_point = 1000 / run.size
    loose = LOOSE * per_point
    pen = 0.0
    array: list[str] = []
    codes: list[str] = []
    for glyph in run.glyphs:
        found = use.code(glyph.gid, glyph.text)
        if found is None or glyph.dy:
            return ""
        off = pen - (glyph.x + glyph.dx) * per_point
        gap = 0 if -loose < off < loose else round(off)
        if gap:
            if codes:
                array.append(f"<{''.join(codes)}>")
            array.append(str(gap))
            codes = []
        codes.append(found[0])
        pen += found[1] - gap
    if not array:
        return f"<{''.join(codes)}>Tj"
    return f"[{''.join(array)}<{''.join(codes)}>]TJ"


def _show_clusters(run: GlyphRun, use: FontUse) -> str:
    showing = _Showing(run.size)
    for cluster in _clusters(run.glyphs):
        first = cluster[0]
        found = use.code(first.gid, first.text)
        if len(cluster) == 1 and found:
            showing.glyph(first, *found)
            continue
        showing.close()
        showing.code.append(f"/Span <</ActualText {utf16(first.text)}>> BDC ")
        for glyph, meaning in zip(cluster, spread(first.text, len(cluster)), strict=True):
            showing.glyph(glyph, *(use.code(glyph.gid, meaning) or use.plain(glyph.gid)))
        showing.close()
        showing.code.append("EMC ")
    if showing._rise:
        showing.rise(0)
    showing.close()
    return "".join(showing.code)
