"""Lines of positioned glyphs on a page, so that what is copied from it is what was typed."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from math import cos, radians, sin

from app.layout.page import Tag, TextItem
from app.pdf.fonts import FontCabinet, FontUse
from app.pdf.ink import Ink
from app.pdf.lineend import SOFT_HYPHEN, line_end
from app.pdf.links import Links, run_box
from app.pdf.marks import NO_LINK, Marks
from app.pdf.numbers import number, numbers
from app.pdf.showing import TOLD, show, tell_outside
from app.text.glyphs import GlyphRun


@dataclass(frozen=True, slots=True)
class TextTools:
    """What painting text needs beside the pen."""

    cabinet: FontCabinet
    links: Links
    marks: Marks


def paint_text(item: TextItem, ink: Ink, tools: TextTools) -> None:
    """Paint a line; a turned one in its own coordinates."""
    ink.opacity(item.opacity)
    paint = _paint_seen if ink.sheet.eye else _paint_line
    if not item.angle:
        paint(item, ink, tools, (item.x, ink.up(item.y)))
        return
    turn = radians(item.angle)
    with ink.kept():
        ink.write(f"{numbers((cos(turn), sin(turn), -sin(turn), cos(turn)), 5)} {numbers((item.x, ink.up(item.y)))} cm")
        paint(item, ink, tools, (0, 0))


def _paint_seen(item: TextItem, ink: Ink, tools: TextTools, start: tuple[float, float]) -> None:
    """Paint the runs of a line for the eye, which reads no marks and follows no links."""
    cabinet = tools.cabinet
    ink.write("BT")
    for run, code in cabinet.seen.get(item, ink.height) or cabinet.seen.put(item, ink.height, _strokes(item, cabinet, start)):
        ink.fill(run.color)
        ink.font(cabinet.use(run.face).resource, run.size)
        ink.write(code)
    ink.write("ET")
    for run in item.line.runs:
        if run.underline:
            _underline(run, start[0] + item.line.x + run.x, start[1] + run.rise, ink, cabinet.use(run.face))


def _strokes(item: TextItem, cabinet: FontCabinet, start: tuple[float, float]) -> tuple[tuple[GlyphRun, str], ...]:
    """Return the runs of a line with what moves the pen to each of them and shows it."""
    left, base = start[0] + item.line.x, start[1]
    runs, hyphen = line_end(item.line)
    place = 0.0, 0.0
    found = []
    for run in (*runs, hyphen) if hyphen else runs:
        x, y = round(left + run.x, 2), round(base + run.rise, 2)
        found.append((run, f"{number(x - place[0])} {number(y - place[1])} Td\n{show(run, cabinet.use(run.face))}"))
        place = x, y
    return tuple(found)


def _paint_line(item: TextItem, ink: Ink, tools: TextTools, start: tuple[float, float]) -> None:
    """Paint the runs of a line whose column starts at x on baseline y, both in the coordinates of the page's content.

    In a tagged document a space that nobody sees ends the line: a voice would run its last word into the next.
    """
    left, base = start[0] + item.line.x, start[1]
    runs, hyphen = line_end(item.line)
    group = item.group or f"#{len(tools.marks.all)}"
    spaced = tools.marks.enabled and item.tag is not Tag.ARTIFACT and not item.line.joined
    pen = _Pen(ink, tools.cabinet)
    ink.write("BT")
    for first, last in _linked(runs):
        begun = ink.sheet.place
        _begin(item, first, last, ink, tools, group)
        told = [pen.run(run, left + run.x, base + run.rise) for run in runs[first:last]]
        ends = spaced and last == len(runs)
        if ends:
            pen.space()
        _end(item, ink, tools)
        if any(told) and tools.marks.enabled and item.tag is not Tag.ARTIFACT:
            text = "".join([glyph.text for run in runs[first:last] for glyph in run.glyphs]) + " " * ends
            ink.sheet.rewrite(begun, partial(tell_outside, text=text))
    if hyphen is not None:
        _mark(item, ink, tools, group, actual=SOFT_HYPHEN)
        pen.run(hyphen, left + hyphen.x, base + hyphen.rise)
        _end(item, ink, tools)
    ink.write("ET")
    for run in item.line.runs:
        if run.underline:
            tools.marks.artifact(ink.write)
            _underline(run, left + run.x, base + run.rise, ink, tools.cabinet.use(run.face))


def _begin(item: TextItem, first: int, last: int, ink: Ink, tools: TextTools, group: str) -> None:
    """Mark a stretch of runs that share a link or have none."""
    address, link = item.line.runs[first].link, None
    if address:
        link = tools.links.outside(address, run_box(item, first, last, ink), ink, item.origin)
    _mark(item, ink, tools, group, link=NO_LINK if link is None else link)


def _mark(item: TextItem, ink: Ink, tools: TextTools, group: str, *, link: int = NO_LINK, actual: str = "") -> None:
    if item.tag is not Tag.ARTIFACT:
        tools.marks.begin(ink.write, item.tag.value, group, link=link, actual=actual)


def _end(item: TextItem, ink: Ink, tools: TextTools) -> None:
    if item.tag is not Tag.ARTIFACT:
        tools.marks.end(ink.write)


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

    def run(self, run: GlyphRun, x: float, y: float) -> bool:
        """Show a run at x, y, and return whether what it stands for is told beside its glyphs."""
        self._use = use = self._cabinet.use(run.face)
        self._ink.fill(run.color)
        self._ink.font(use.resource, run.size)
        x, y = round(x, 2), round(y, 2)
        shown = show(run, use)
        self._ink.write(f"{number(x - self._x)} {number(y - self._y)} Td\n{shown}")
        self._x, self._y = x, y
        return TOLD in shown

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
