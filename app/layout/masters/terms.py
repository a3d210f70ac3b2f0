"""Terms: small type in columns, clause by clause."""

from app.layout.blocks import Block
from app.layout.flow import Filled, balanced
from app.layout.heads import head, side_head
from app.layout.scene import Scene, Sheet
from app.model.sections import Terms


def terms(scene: Scene, section: Terms) -> list[Sheet]:
    """Lay out the clauses in as many columns as fill the page best."""
    grid = scene.grid
    most = int(scene.brand.masters["terms"].number("columns", 2))
    sheet = Sheet(scene, section.id)
    if scene.brand.masters["terms"].variant == "side":
        return _side(sheet, section, most)
    y = head(sheet, f"sections/{section.id}", section.kicker, section.title or scene.words("Terms"), "", lines=2) + grid.step
    sheets = [sheet]
    count, filled, rest = _best(scene, section, grid.bottom - y, most)
    while True:
        width, gap = _column(scene, count)
        for i, column in enumerate(filled):
            column.draw(sheets[-1].items, grid.left + i * (width + gap), y)
        if not rest:
            return sheets
        sheets.append(Sheet(scene, section.id))
        y = grid.top
        filled, rest = balanced(rest, grid.bottom - y, count, grid.step)


def _side(sheet: Sheet, section: Terms, count: int) -> list[Sheet]:
    """The head at the left of a lying page, the clauses in columns at its right."""
    scene, sheets = sheet.scene, [sheet]
    origin = f"sections/{section.id}"
    title = section.title or scene.words("Terms")
    area = side_head(sheet, origin, section.kicker, title, "", columns=4)
    gap = area.gutter * 1.5
    width = (area.width - (count - 1) * gap) / count
    rest = tuple(scene.setter.rich("terms", section.text, width, f"{origin}/text", heading="terms-heading"))
    while True:
        filled, rest = balanced(rest, area.height, count, area.step)
        for i, column in enumerate(filled):
            column.draw(sheets[-1].items, area.x + i * (width + gap), area.y)
        if not rest:
            return sheets
        sheets.append(Sheet(scene, section.id))
        side_head(sheets[-1], origin, section.kicker, title, "", columns=4, bookmark=False, style="section-title")


def _column(scene: Scene, count: int) -> tuple[float, float]:
    gap = scene.grid.gutter * 1.5
    return (scene.grid.measure - (count - 1) * gap) / count, gap


def _style(scene: Scene, section: Terms, room: float) -> str:
    """Return small type, unless all clauses fit the page in the letter's larger type and are read more easily there."""
    blocks = scene.setter.rich("letter", section.text, _column(scene, 2)[0], heading="portrait-name")
    _, rest = balanced(blocks, room, 2, scene.grid.step)
    return "terms" if rest else "letter"


def _best(scene: Scene, section: Terms, room: float, most: int) -> tuple[int, tuple[Filled, ...], tuple[Block, ...]]:
    """Return columns, what stands in them and what is left: the most columns, unless two thirds of the page stayed empty."""
    best = None
    style = _style(scene, section, room)
    heading = "terms-heading" if style == "terms" else "portrait-name"
    most = most if style == "terms" else 2
    for count in range(most, 1, -1):
        width, _ = _column(scene, count)
        blocks = scene.setter.rich(style, section.text, width, f"sections/{section.id}/text", heading=heading)
        filled, rest = balanced(blocks, room, count, scene.grid.step)
        if rest and best:
            break
        best = (count, filled, rest)
        if max((column.used for column in filled), default=0.0) > room * 0.55:
            break
    if best is None:
        blocks = scene.setter.rich(style, section.text, scene.grid.measure, f"sections/{section.id}/text", heading=heading)
        filled, rest = balanced(blocks, room, 1, scene.grid.step)
        best = (1, filled, rest)
    return best
