"""Terms: small type in columns, clause by clause."""

from app.layout.area import Area
from app.layout.blocks import Block
from app.layout.company import in_columns, leadings
from app.layout.flow import Filled, balanced
from app.layout.heads import head, side_head
from app.layout.scene import Scene, Sheet
from app.model.sections import Terms

HEADINGS = {"letter": "portrait-name", "terms": "terms-heading"}
"""Styles of the clauses' headings by that of the clauses."""
FEW = 0.62
"""Clauses that take no more than this part of their page may stand at its foot."""
LEAST_LAST = 0.5
"""The last of several pages is filled to such a part, or it is saved if tighter lines can do that."""
NARROWEST, NARROWEST_LARGE = 14.0, 12.0
"""Columns are so many ems wide at least, if the page is, and those in larger type."""


def terms(scene: Scene, section: Terms) -> list[Sheet]:
    """Lay out the clauses in as many columns as fill the page best."""
    grid = scene.grid
    most = max(int(scene.brand.masters["terms"].number("columns", 2)), 1)
    sheet = Sheet(scene, section.id)
    if scene.brand.masters["terms"].variant == "side":
        return _side(sheet, section, most)
    y = head(sheet, f"sections/{section.id}", section.kicker, section.title or scene.words("Terms"), "", lines=2) + grid.step
    sheets = [sheet]
    count, filled, rest = _best(scene, section, grid.bottom - y, most)
    width, gap = _column(scene, count)
    pages = [filled]
    if rest:
        pages = _pages(scene, section, grid.bottom - y, count)
    else:
        y = _stand(scene, y, max((column.used for column in filled), default=0.0))
    for page, columns in enumerate(pages):
        if page:
            sheets.append(Sheet(scene, section.id))
            y = grid.top
        for i, column in enumerate(columns):
            column.draw(sheets[-1].items, grid.left + i * (width + gap), y)
    return sheets


def _pages(scene: Scene, section: Terms, room: float, count: int) -> list[tuple[Filled, ...]]:
    """Fill the pages of clauses that take several, of which the first has `room`: tighter where that saves a last page that would
    be nearly empty.
    """
    grid = scene.grid
    width, _ = _column(scene, count)
    whole = grid.bottom - grid.top
    loosest: list[tuple[Filled, ...]] = []
    for leading in leadings(scene, "terms"):
        text = scene.setter.rich(
            "terms", section.text, width, f"sections/{section.id}/text", heading=HEADINGS["terms"], leading=leading
        )
        rest: tuple[Block, ...] = tuple(text)
        pages: list[tuple[Filled, ...]] = []
        while rest:
            filled, rest = balanced(rest, whole if pages else room, count, grid.step)
            pages.append(filled)
        loosest = loosest or pages
        if len(pages) < len(loosest):
            return pages
        if max(column.used for column in loosest[-1]) > LEAST_LAST * whole:
            break
    return loosest


def _stand(scene: Scene, y: float, used: float) -> float:
    """Return where a few clauses begin: in brands whose short texts stand at the foot, down there."""
    grid = scene.grid
    if scene.brand.masters["terms"].text("stand", "head") != "foot" or used > FEW * (grid.bottom - y):
        return y
    return max(y, grid.down(grid.bottom - used - grid.step + 1e-3))


def _side(sheet: Sheet, section: Terms, count: int) -> list[Sheet]:
    """The head at the left of a lying page, the clauses in columns at its right."""
    scene, sheets = sheet.scene, [sheet]
    origin = f"sections/{section.id}"
    title = section.title or scene.words("Terms")
    area = side_head(sheet, origin, section.kicker, title, "", columns=4)
    large = _large(scene, section, area)
    style, count = ("letter", 2) if large else ("terms", _most(scene, area.width, count))
    heading = HEADINGS[style]
    gap = area.gutter * 1.5
    width = (area.width - (count - 1) * gap) / count

    def text(leading: float) -> list[Block]:
        return scene.setter.rich(style, section.text, width, f"{origin}/text", heading=heading, leading=leading)

    for page, columns in enumerate(in_columns(scene, style, text, area.height, count)):
        if page:
            sheets.append(Sheet(scene, section.id))
            side_head(sheets[-1], origin, section.kicker, title, "", columns=4, bookmark=False, style="section-title")
        for i, column in enumerate(columns):
            column.draw(sheets[-1].items, area.x + i * (width + gap), area.y)
    return sheets


def _most(scene: Scene, whole: float, wanted: int) -> int:
    """Return how many columns a width has room for."""
    gap, narrowest = scene.grid.gutter * 1.5, NARROWEST * scene.setter.token("terms").size
    return max(min(wanted, int((whole + gap) // (narrowest + gap))), 1)


def _column(scene: Scene, count: int) -> tuple[float, float]:
    gap = scene.grid.gutter * 1.5
    return (scene.grid.measure - (count - 1) * gap) / count, gap


def _large(scene: Scene, section: Terms, area: Area) -> float:
    """Return the leading in points with which all clauses fit an area in the letter's larger type, in two columns, where they
    are read more easily; 0 where they do not.
    """
    width = (area.width - area.gutter * 1.5) / 2
    token = scene.setter.token("letter")
    if width < NARROWEST_LARGE * token.size:
        return 0.0
    least = scene.setter.least("letter", section.text, width) / scene.setter.leading(token, token.size)
    for leading in leadings(scene, "letter"):
        if least * leading <= 2 * area.height:
            blocks = scene.setter.rich("letter", section.text, width, heading=HEADINGS["letter"], leading=leading)
            if not balanced(blocks, area.height, 2, area.step)[1]:
                return leading
    return 0.0


def _best(scene: Scene, section: Terms, room: float, most: int) -> tuple[int, tuple[Filled, ...], tuple[Block, ...]]:
    """Return columns, what stands in them and what is left: the most columns, unless two thirds of the page stayed empty."""
    best = None
    large = _large(scene, section, Area.of(scene.grid, top=scene.grid.bottom - room))
    style, most = ("letter", 2) if large else ("terms", _most(scene, scene.grid.measure, most))
    heading = HEADINGS[style]
    for count in range(most, 1, -1):
        width, _ = _column(scene, count)
        blocks = scene.setter.rich(style, section.text, width, f"sections/{section.id}/text", heading=heading, leading=large)
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
