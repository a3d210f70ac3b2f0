"""The rows of a timeline: what is written about each phase, and how rows are shared among pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.layout.blocks import TextBlock
from app.layout.gantt import Chart
from app.layout.page import Tag
from app.model.sections import Phase
from app.text.glyphs import Line
from app.text.style import Align

TITLE_LINES = 3
"""So many lines of a title stand in its largest type; in its smallest it may take more, but"""
MOST_TITLE_LINES = 10
"""so many at most."""
PARTS = 40
"""Pages are left white at their foot in so many steps, to find what can be left on all of them."""
SEPARATOR = " · "


@dataclass(frozen=True, slots=True)
class Row:
    """A phase and its words. A row whose text is taller than a page goes on in another one, which `continues` it."""

    phase: Phase
    words: tuple[TextBlock, ...]
    height: float
    continues: bool = False

    @property
    def words_height(self) -> float:
        """Return the height of the words."""
        return sum(block.height for block in self.words)


def title(chart: Chart, phase: Phase, width: float) -> TextBlock:
    """Set a phase's title. One that goes on and on is cut off."""
    setter, origin = chart.scene.setter, chart.origin(phase, "title")

    def make() -> TextBlock:
        block = setter.headline("phase-title", phase.title, width, TITLE_LINES, origin=origin, tag=Tag.H3, align="left")
        if len(block.lines) <= MOST_TITLE_LINES:
            return block
        short = setter.token("phase-title").size
        return setter.text(
            "phase-title", phase.title, width, size=short, origin=origin, tag=Tag.H3, align=Align.LEFT, max_lines=MOST_TITLE_LINES
        )

    return setter.remember(("title", phase.id, width), (phase.title,), make)


def _when(chart: Chart, phase: Phase) -> str:
    """Return when a phase is, and how long it takes."""
    words = chart.scene.words

    def make() -> str:
        text = chart.calendar.when(phase, words)
        return f"{text}{SEPARATOR}{words.weeks(phase.weeks)}" if phase.weeks and phase.weeks != 1 else text

    return chart.scene.setter.remember(("when", phase.id), (chart.calendar, phase.start, phase.weeks), make)


def when(chart: Chart, phase: Phase, width: float) -> TextBlock:
    """Set when a phase is, and how long it takes: on a line of its own, where one line is too short for both."""
    setter, origin = chart.scene.setter, chart.origin(phase, "start")
    text = _when(chart, phase)
    if when_line(chart, phase).width > width:
        text = text.replace(SEPARATOR, "\n")

    def make() -> TextBlock:
        return setter.text("phase-when", text, width, origin=origin, hyphenate=False, align=Align.LEFT)

    return setter.remember(("time", phase.id, width), (text,), make)


def when_line(chart: Chart, phase: Phase) -> Line:
    """Set when a phase is, and how long it takes, on one line."""
    return chart.scene.setter.line("phase-when", _when(chart, phase))


def text(chart: Chart, phase: Phase, width: float) -> TextBlock | None:
    """Set a phase's text, if it has one."""
    if not phase.text.strip():
        return None
    setter, origin = chart.scene.setter, chart.origin(phase, "text")

    def make() -> TextBlock:
        return setter.text("phase-text", phase.text, width, origin=origin)

    return setter.remember(("text", phase.id, width), (phase.text,), make)


def divided(row: Row, room: float, least: float) -> list[Row]:
    """Return a row, or where it is taller than the room several rows that are not. `least` is the height of a row at least."""
    *others, last = row.words
    halves = last.split(room - (row.height - last.height)) if row.height > room + 1e-3 else None
    if not halves:
        return [row]
    rest = Row(row.phase, (halves[1],), max(halves[1].height + row.height - row.words_height, least), continues=True)
    first = replace(row, words=(*others, halves[0]), height=row.height - last.height + halves[0].height)
    return [first, *divided(rest, room, least)]


def shared(rows: Sequence[Row], first: float, other: float) -> list[list[Row]]:
    """Share rows among pages with so much room on the first one and on the others: on as few as they take, evenly."""
    pages = _filled(rows, first, other)
    for cut in range(1, PARTS):
        white = other * cut / PARTS
        tried = _filled(rows, first - white, other - white)
        if len(tried) > len(pages):
            break
        pages = tried
    return pages


def _filled(rows: Sequence[Row], first: float, other: float) -> list[list[Row]]:
    """Fill pages one after another, each with a row at least."""
    pages: list[list[Row]] = [[]]
    used = 0.0
    for row in rows:
        if pages[-1] and used + row.height > (first if len(pages) == 1 else other) + 1e-3:
            pages.append([])
            used = 0.0
        pages[-1].append(row)
        used += row.height
    return pages


def _height(rows: Sequence[Row]) -> float:
    return sum(row.height for row in rows)


def loosened(rows: Sequence[Row], room: float, step: float, most: float, more: float) -> list[Row]:
    """Spread what room is left over the rows in whole steps: to each row up to `more`, but to none that becomes higher than
    `most`.
    """
    each = min(int((room - _height(rows)) / step / max(len(rows), 1) + 1e-6) * step, more)
    return [replace(row, height=max(row.height, min(row.height + each, most))) for row in rows]
