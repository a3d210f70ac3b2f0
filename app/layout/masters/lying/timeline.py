"""The timeline of a lying document: the head and the duration at the left, bars on tracks at the right."""

import math
from collections.abc import Sequence
from itertools import product

from app.layout.area import Area
from app.layout.blocks import TextBlock
from app.layout.estimate_rows import CAP_HEIGHT
from app.layout.gantt import LABEL_GAP, Chart, axis_labels, bar, crew_faces, point, tick_lines
from app.layout.heads import side_head
from app.layout.page import BoxItem, Item, Tag, TextItem
from app.layout.phase_rows import Row, divided, loosened, shared, text, title, when_line
from app.layout.scene import Scene, Sheet
from app.model.sections import Timeline

HEAD_COLUMNS = 4
AXIS = 2
"""Baseline steps of the axis above the rows."""
TRACK = 1.4
"""Height of a track in baseline steps, at least, and"""
HIGHEST_TRACK = 5.4
"""at most, in a timeline with few phases."""
TRACK_GAP = 0.5
"""Distance of title and track in baseline steps."""
HANGING = 0.2
"""How far a comma reaches below its line, as a part of the type size."""
HIGHEST_ROW = 12
"""Baseline steps to which rows grow where there are few."""
HEADS = (
    ("title", "lead"), ("greeting", "lead"), ("greeting", "letter"), ("section-title", "lead"), ("section-title", "letter"),
    ("section-title", "section-text"),
)  # fmt: skip
"""Styles of title and leading sentence, the largest first; of the smallest what does not fit is cut off."""


def screen(scene: Scene, section: Timeline) -> list[Sheet]:
    """Lay out the timeline, on further pages with its title small at the side."""
    grid = scene.grid
    area = Area.of(grid, HEAD_COLUMNS, 12 - HEAD_COLUMNS)
    chart = Chart.of(scene, section, area.x, area.width)
    room = area.height - AXIS * grid.step
    rows = [part for phase_row in track_rows(chart) for part in divided(phase_row, room, grid.step)]
    sheets: list[Sheet] = []
    origin = f"sections/{section.id}"
    name = section.title or scene.words("Timeline")
    pages = [loosened(shown, room, grid.step, HIGHEST_ROW * grid.step, room) for shown in shared(rows, room, room)]
    height = _track(pages, grid.step)
    for shown in pages:
        sheet = Sheet(scene, section.id)
        if sheets:
            side_head(sheet, origin, section.kicker, name, "", columns=HEAD_COLUMNS, bookmark=False, style="section-title")
        else:
            made_from = (chart.calendar, section.kicker, name, section.lead)
            sheet.add(*scene.setter.remember("side", made_from, lambda: _side(chart, name)))
            sheet.bookmark(name)
        draw_tracks(sheet, chart, shown, area.y, height)
        sheets.append(sheet)
    return sheets


def track_rows(chart: Chart) -> list[Row]:
    """Return rows of a title over the track and the text below it."""
    step = chart.scene.grid.step
    rows = []
    for phase in chart.section.phases:
        words = [title(chart, phase, chart.width - when_line(chart, phase).width - 2 * LABEL_GAP)]
        body = text(chart, phase, chart.width * 0.8)
        if body:
            words.append(body)
        height = sum(block.height for block in words) + (TRACK + TRACK_GAP + 1) * step
        rows.append(Row(phase, tuple(words), chart.scene.grid.steps(height)))
    return rows


def _side(chart: Chart, name: str) -> list[Item]:
    """Return the head at the left, and below it the duration at the foot. A long head is set smaller, to leave room for it."""
    scene, grid, section = chart.scene, chart.scene.grid, chart.section
    width = grid.span(HEAD_COLUMNS) - grid.gutter
    origin = f"sections/{section.id}"
    totals = [_total(chart, width, dated=dated) for dated in (True, False)]
    for total, (style, lead) in product(totals, HEADS):
        top = grid.bottom - sum(block.height + block.before for block in total)
        tried = Sheet(scene, section.id)
        side_head(tried, origin, section.kicker, name, "", columns=HEAD_COLUMNS, style=style)
        y = max(item.y for item in tried.items if isinstance(item, TextItem)) + 2 * grid.step
        token = scene.setter.token(lead)
        most = max(int((top - grid.step - y) / scene.setter.leading(token, token.size)), 1)
        words = scene.setter.text(lead, section.lead, width, origin=f"{origin}/lead")
        if len(words.lines) <= most:
            break
    else:
        words = scene.setter.text(lead, section.lead, width, origin=f"{origin}/lead", max_lines=most)
    if section.lead:
        tried.place(words, grid.left, y)
    for block in total:
        top = tried.place(block, grid.left, top + block.before)
    return tried.items


def _total(chart: Chart, width: float, *, dated: bool) -> list[TextBlock]:
    """Return the duration, and if it is to be `dated` its days where they are known."""
    scene, setter, origin = chart.scene, chart.scene.setter, f"sections/{chart.section.id}"
    weeks, whole = chart.calendar.weeks, chart.calendar.whole(scene.words)
    blocks = []
    if weeks:
        number = setter.headline("sum", scene.words.number(weeks), width, 1, tag=Tag.P, origin=f"{origin}/phases")
        unit = setter.token("lead")
        # The comma of a large figure hangs below its row.
        hangs = number.lines[0].runs[0].size * HANGING - (setter.leading(unit, unit.size) - unit.size * CAP_HEIGHT)
        blocks.append(number)
        below = max(math.ceil(hangs / scene.grid.step * 2), 0) / 2 * scene.grid.step
        blocks.append(setter.text("lead", scene.words.plural("week", "weeks", weeks), width, before=below))
    if whole and dated:
        blocks.append(setter.text("figure-label", whole, width, origin=f"{origin}/begins", before=0.5 * scene.grid.step))
    return blocks


def _track(pages: Sequence[Sequence[Row]], step: float) -> float:
    """Return the height of a track, the same on all pages: what the row with the least room to spare has for it."""
    free = min(row.height - row.words_height for rows in pages for row in rows)
    return min(max(int(free / step - TRACK_GAP - 1 - TRACK + 1e-6) + TRACK, TRACK), HIGHEST_TRACK) * step


def draw_tracks(sheet: Sheet, chart: Chart, rows: Sequence[Row], y: float, height: float) -> None:
    """Draw the axis below `y` and rows below it, their tracks so high."""
    step = chart.scene.grid.step
    sheet.add(*axis_labels(chart, y + step))
    y += AXIS * step
    for row in rows:
        _row(sheet, chart, row, y, height)
        y += row.height


def _row(sheet: Sheet, chart: Chart, row: Row, y: float, height: float) -> None:
    scene, step = chart.scene, chart.scene.grid.step
    words = list(row.words)
    if not row.continues:
        name = words.pop(0)
        time = when_line(chart, row.phase)
        sheet.place(name, chart.x, y)
        sheet.add(TextItem(chart.right - time.width, y + step, time, chart.origin(row.phase, "start")))
        y += name.height + TRACK_GAP * step
        radius = height / 2
        sheet.add(BoxItem(chart.x, y, chart.width, height, fill=scene.brand.color("wash"), radius=radius if chart.round else 0.0))
        sheet.add(*tick_lines(chart, y, y + height, "soft")[1:])
        if row.phase.weeks:
            sheet.add(*bar(chart, row.phase, y, height))
            sheet.add(*crew_faces(chart, row.phase, y + height / 2, height - 4))
        else:
            sheet.add(*point(chart, row.phase, y + height / 2, height * 0.7, "wash"))
        y = scene.grid.down(y + height)
    for block in words:
        y = sheet.place(block, chart.x, y)
