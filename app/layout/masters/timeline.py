"""The timeline: phases as bars over weeks, what each of them is, and how long all of it takes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.layout.clear import CLEAR
from app.layout.estimate_rows import CAP_HEIGHT
from app.layout.gantt import Chart, axis_labels, bar, crew_faces, figure, figures, point, point_label, tick_lines
from app.layout.heads import head
from app.layout.masters.lying.timeline import TRACK, draw_tracks, screen, track_rows
from app.layout.page import Item, RuleItem, Tag, TextItem
from app.layout.phase_rows import Row, divided, loosened, shared, text, title, when, when_line
from app.layout.scene import Scene, Sheet
from app.model.sections import Timeline
from app.text.clearance import least_leading

LABELS, THREAD_LABELS = 4, 5
"""Twelfths that the words take at the left of the bars, and at the left of threads."""
AXIS, THREAD_AXIS = 2, 2
"""Baseline steps of the axis above the rows."""
LEAST_ROW, LEAST_POINT_ROW, HIGHEST_ROW, TRACK_ROW = 4, 3, 14, 9
"""Baseline steps of a phase's row and of a milestone's at least, and how many a short timeline's rows grow to, those on tracks
too.
"""
LEADS = ("lead", "letter")
"""Styles of the leading sentence, the larger first."""
THREAD_ROW, THREAD_POINT_ROW, THREAD_AIR = 5, 3, 3
"""Baseline steps of a thread's row and of a milestone's at least, and how many are added to them where there is room."""
THREAD_FACE, RING = 1.75, 4.0
"""Diameter of the faces on a thread in baseline steps, and the room around them in points."""
THREAD_SINK = 0.3
"""The part of the room left over that a short timeline has above its axis."""
BEAD = 2.0
"""Half the length of a tick on a thread, in points."""
POINT = 13.0
"""Size of a milestone's mark in points at most."""

NARROWEST = 11.0
"""The words beside bars have a column of so many ems at least."""
ROUND = 2.2
"""Bars with round ends are no higher than so many baseline steps."""

DrawRows = Callable[[Sheet, Sequence[Row], float], None]


def timeline(scene: Scene, section: Timeline) -> list[Sheet]:
    """Lay out the timeline in the brand's variant. Without phases there is nothing to show."""
    if not section.phases:
        return []
    match scene.brand.masters["timeline"].variant:
        case "screen" if scene.grid.lying:
            return screen(scene, section)
        case "threads":
            return _threads(scene, section)
        case variant:
            return _bars(scene, section, tracks=variant == "screen")


@dataclass(frozen=True, slots=True)
class _Way:
    """How a variant fills its pages: steps of the axis, of a row at most, and of air at most; the part of what is still left
    that a lone page has above the axis; and how rows are drawn.
    """

    axis: int
    highest: int
    air: int
    sink: float
    draw: DrawRows


def _pages(chart: Chart, sheets: list[Sheet], rows: Sequence[Row], y: float, way: _Way) -> list[Sheet]:
    """Share the rows among pages, the first of them below `y` on the last sheet, and draw them, each page with its axis."""
    grid = chart.scene.grid
    axis = way.axis * grid.step
    other = grid.bottom - grid.top - axis
    whole = [part for row in rows for part in divided(row, other, grid.step)]
    if whole[0].height > grid.bottom - y - axis:
        y = _next(sheets)
    pages = shared(whole, grid.bottom - y - axis, other)
    for i, shown in enumerate(pages):
        if i:
            y = _next(sheets)
        room = grid.bottom - y - axis
        loose = loosened(shown, room, grid.step, way.highest * grid.step, way.air * grid.step)
        if len(pages) == 1:
            y = grid.down(y + (room - sum(row.height for row in loose)) * way.sink)
        way.draw(sheets[-1], loose, y)
    return sheets


def _next(sheets: list[Sheet]) -> float:
    """Begin another page and return its top."""
    sheets.append(Sheet(sheets[-1].scene, sheets[-1].section))
    return sheets[-1].scene.grid.top


def _total(chart: Chart, sheets: list[Sheet], y: float, style: str, draw: Callable[[Sheet, Chart, float], float]) -> float:
    """Draw the duration below `y`, or on another page where it does not fit; return the y below it, with air."""
    scene = chart.scene
    made_from = (chart.calendar, chart.section.lead, y)
    items, bottom = scene.setter.remember(("total", style), made_from, lambda: _drawn(chart, y, draw))
    if bottom > scene.grid.bottom:
        items, bottom = _drawn(chart, _next(sheets), draw)
    sheets[-1].add(*items)
    return bottom + scene.grid.step


def _drawn(chart: Chart, y: float, draw: Callable[[Sheet, Chart, float], float]) -> tuple[list[Item], float]:
    """Return what is drawn below `y`, and the y below it."""
    sheet = Sheet(chart.scene, chart.section.id)
    bottom = draw(sheet, chart, y)
    return sheet.items, bottom


def _bars(scene: Scene, section: Timeline, *, tracks: bool) -> list[Sheet]:
    """Words at the left, heavy bars with their weeks at the right, over hairlines; or bars on `tracks` below their words, also
    where there is little room beside the words. The leading sentence is set smaller where that saves a page.
    """
    tried = [_bars_below(scene, section, LEADS[0], tracks)]
    if len(tried[0]) > 1:
        tried.append(_bars_below(scene, section, LEADS[1], tracks))
    return min(tried, key=len)


def _bars_below(scene: Scene, section: Timeline, lead: str, tracks: bool) -> list[Sheet]:
    """Lay out the rows below head, duration and leading sentence, in a style."""
    grid = scene.grid
    sheet = Sheet(scene, section.id)
    y = head(sheet, f"sections/{section.id}", section.kicker, section.title or scene.words("Timeline"), "", lines=2)
    chart = Chart.of(scene, section, grid.x(LABELS), grid.span(12 - LABELS))
    sheets = [sheet]
    y = _total(chart, sheets, y, lead, lambda page, drawn, top: _total_beside(page, drawn, top, lead))
    width = grid.span(LABELS) - grid.gutter
    if tracks or width < NARROWEST * scene.setter.token("phase-title").size:
        chart = Chart.of(scene, section, grid.left, grid.measure)
        height = TRACK * grid.step
        way = _Way(AXIS, TRACK_ROW, TRACK_ROW, 0.0, lambda page, shown, top: draw_tracks(page, chart, shown, top, height))
        return _pages(chart, sheets, track_rows(chart), y, way)
    rows = [_worded(chart, width, index) for index in range(len(section.phases))]
    way = _Way(AXIS, HIGHEST_ROW, HIGHEST_ROW, 0.0, lambda page, shown, top: _bar_rows(page, chart, shown, top))
    return _pages(chart, sheets, rows, y, way)


def _worded(chart: Chart, width: float, index: int) -> Row:
    """Return a row whose words are title, time and text, below each other."""
    phase, step = chart.section.phases[index], chart.scene.grid.step
    # A milestone has its day beside its mark.
    time = when(chart, phase, width) if phase.weeks else None
    parts = (title(chart, phase, width), time, text(chart, phase, width))
    words = tuple(part for part in parts if part)
    return Row(
        phase, words, max(sum(part.height for part in words) + step, (LEAST_ROW if phase.weeks else LEAST_POINT_ROW) * step)
    )


def _total_beside(sheet: Sheet, chart: Chart, y: float, style: str) -> float:
    """Draw the weeks of the whole as a figure at the left and the leading sentence, in a style, at its right; return the y below
    both.
    """
    scene, grid, setter = sheet.scene, sheet.scene.grid, sheet.scene.setter
    lead, weeks = setter.token(style), chart.calendar.weeks
    bottom = y
    if weeks:
        width = grid.span(LABELS) - grid.gutter
        number = setter.headline(
            "sum", scene.words.number(weeks), width, 1, tag=Tag.P, origin=f"sections/{chart.section.id}/phases"
        )
        size = number.lines[0].runs[0].size
        # The tops of the figure and of the sentence beside it are level.
        top = y + setter.leading(lead, lead.size) - lead.size * CAP_HEIGHT - (number.height - size * CAP_HEIGHT)
        unit = setter.text("lead", scene.words.plural("week", "weeks", weeks), width)
        below = grid.down(sheet.place(number, grid.left - size * 0.03, top))
        # The comma of a half week hangs over the unit.
        apart = least_leading((number.lines[0], unit.lines[0]), setter.book) + CLEAR * grid.step
        near = below + unit.leading - (top + number.height) < apart
        bottom = sheet.place(unit, grid.left, below + grid.step * near)
    x, width, right = grid.x(LABELS), grid.span(12 - LABELS), y
    if chart.section.lead:
        block = setter.text(style, chart.section.lead, width, origin=f"sections/{chart.section.id}/lead")
        right = sheet.place(block, x, y) + grid.step
    whole = chart.calendar.whole(scene.words)
    if whole:
        small = "phase-when" if chart.section.lead else "lead"
        right = sheet.place(setter.text(small, whole, width, origin=f"sections/{chart.section.id}/begins"), x, right)
    return grid.down(max(bottom, right))


def _bar_rows(sheet: Sheet, chart: Chart, rows: Sequence[Row], y: float) -> None:
    scene, grid, brand = sheet.scene, sheet.scene.grid, sheet.scene.brand
    sheet.add(*axis_labels(chart, y + grid.step))
    y += AXIS * grid.step
    bottom = y + sum(row.height for row in rows)
    sheet.add(*tick_lines(chart, y, bottom, "soft"))
    pad = grid.step - _cap(scene)
    height = min((row.height for row in rows if row.phase.weeks and not row.continues), default=LEAST_ROW * grid.step) - 2 * pad
    height = min(height, ROUND * grid.step) if chart.round else height
    size = figures(chart, height)
    for i, row in enumerate(rows):
        sheet.add(RuleItem(grid.left, y, grid.right, y, brand.hairline * (1 if i else 2.5), brand.color("soft" if i else "line")))
        top = y
        for block in row.words:
            top = sheet.place(block, grid.left, top)
        if not row.continues:
            _bar(sheet, chart, row, y, height, size)
        y += row.height
    sheet.add(RuleItem(grid.left, y, grid.right, y, brand.hairline, brand.color("line")))


def _cap(scene: Scene) -> float:
    """Return the height of capitals in a phase's title."""
    return scene.setter.token("phase-title").size * CAP_HEIGHT


def _bar(sheet: Sheet, chart: Chart, row: Row, y: float, height: float, size: float) -> None:
    """Draw the bar of a row with its weeks and its people, level with the title's capitals; or its milestone beside the title."""
    step, cap = sheet.scene.grid.step, _cap(sheet.scene)
    if row.phase.weeks:
        top = y + step - cap
        middle = top + height / 2
        sheet.add(*bar(chart, row.phase, top, height), *figure(chart, row.phase, middle, size))
        sheet.add(*crew_faces(chart, row.phase, middle, min(height, 2.5 * step)))
    else:
        middle = y + step - cap / 2
        sheet.add(*point(chart, row.phase, middle, POINT, "paper"), *point_label(chart, row.phase, middle, POINT))


def _threads(scene: Scene, section: Timeline) -> list[Sheet]:
    """A centred head with the duration; titles at the left, slender bars on gold threads at the right."""
    grid = scene.grid
    sheet = Sheet(scene, section.id)
    chart = Chart.of(scene, section, grid.x(THREAD_LABELS), grid.span(12 - THREAD_LABELS))
    y = head(sheet, f"sections/{section.id}", section.kicker, section.title or scene.words("Timeline"), section.lead, lines=2)
    sheets = [sheet]
    # The figure's own leading is air enough below a leading sentence.
    y = _total(chart, sheets, y - grid.step * bool(section.lead), "", _total_centred)
    rows = []
    for phase in section.phases:
        parts = (title(chart, phase, chart.x - grid.left - grid.gutter), text(chart, phase, chart.x - grid.left - grid.gutter))
        words = tuple(part for part in parts if part)
        least = THREAD_ROW if phase.weeks else THREAD_POINT_ROW
        rows.append(Row(phase, words, max(sum(part.height for part in words) + grid.step, least * grid.step)))
    # Faces keep clear of the axis, also where titles are so small that their threads run near it.
    reach = (THREAD_FACE - 1) * grid.step / 2 + 1.5 * RING
    axis = THREAD_AXIS + any(row.phase.weeks and _middle(chart, row) < reach for row in rows)
    way = _Way(axis, grid.rows, THREAD_AIR, THREAD_SINK, lambda page, shown, top: _thread_rows(page, chart, shown, top, axis))
    return _pages(chart, sheets, rows, y, way)


def _total_centred(sheet: Sheet, chart: Chart, y: float) -> float:
    """Draw the duration in the middle, and the days below it; return the y below."""
    scene, grid, setter = sheet.scene, sheet.scene.grid, sheet.scene.setter
    origin = f"sections/{chart.section.id}"
    if chart.calendar.weeks:
        weeks = scene.words.weeks(chart.calendar.weeks)
        y = sheet.place(setter.headline("sum", weeks, grid.measure, 1, tag=Tag.P, origin=f"{origin}/phases"), grid.left, y)
    whole = chart.calendar.whole(scene.words)
    if whole:
        block = setter.text("figure-label", whole, grid.measure, origin=f"{origin}/begins")
        y = sheet.place(block, grid.left, y + grid.step)
    return y


def _thread_rows(sheet: Sheet, chart: Chart, rows: Sequence[Row], y: float, axis: int) -> None:
    grid, brand = sheet.scene.grid, sheet.scene.brand
    sheet.add(*axis_labels(chart, y + grid.step))
    rule = y + 1.5 * grid.step
    sheet.add(RuleItem(chart.x, rule, chart.right, rule, brand.hairline, brand.color("line")))
    sheet.add(*tick_lines(chart, rule, rule + 2 * BEAD, "line"))
    y += axis * grid.step
    for row in rows:
        top = y
        for block in row.words:
            top = sheet.place(block, grid.left, top)
        if not row.continues:
            _thread(sheet, chart, row, y)
        y += row.height


def _middle(chart: Chart, row: Row) -> float:
    """Return how far below a row's top its thread runs: through the middle of the first line of its title."""
    name = row.words[0]
    return name.height - (len(name.lines) - 1) * name.leading - 0.25 * chart.scene.setter.token("phase-title").size


def _thread(sheet: Sheet, chart: Chart, row: Row, y: float) -> None:
    """Draw a slender bar level with the first line of its title, and when it is below its beginning."""
    grid = sheet.scene.grid
    middle = y + _middle(chart, row)
    sheet.add(RuleItem(chart.x, middle, chart.right, middle, sheet.scene.brand.hairline, sheet.scene.brand.color("line")))
    sheet.add(*tick_lines(chart, middle - BEAD, middle + BEAD, "line"))
    if row.phase.weeks:
        height = 0.5 * grid.step
        reach = THREAD_FACE * grid.step
        sheet.add(*bar(chart, row.phase, middle - height / 2, height))
        sheet.add(*crew_faces(chart, row.phase, middle, reach, inside=False))
    else:
        # A milestone has no faces: its day stands nearer, within its low row.
        reach = min(POINT, grid.step)
        sheet.add(*point(chart, row.phase, middle, reach, "paper"))
    line = when_line(chart, row.phase)
    cap = sheet.scene.setter.token("phase-when").size * CAP_HEIGHT
    left, _ = chart.bar(row.phase)
    gap = RING if row.phase.weeks else RING - 1
    # Below a bar from its beginning on, below a milestone in the middle of it.
    x = max(min(left - (0.0 if row.phase.weeks else line.width / 2), chart.right - line.width), chart.x)
    sheet.add(TextItem(x, grid.down(middle + reach / 2 + gap + cap), line, chart.origin(row.phase, "start")))
