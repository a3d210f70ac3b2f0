"""Works on lying pages of their own: the words in a column at the left, or at the foot of a pair, the pictures to the edges."""

from dataclasses import replace

from app.layout.blocks import Block
from app.layout.box import Box
from app.layout.calm import calmest, protect, zone_of
from app.layout.flow import balanced, fill
from app.layout.frames import Clear, bare, framed
from app.layout.frames import seen as wanted
from app.layout.grid import TWELFTHS
from app.layout.page import Item, LinkItem, RuleItem, TextItem
from app.layout.scene import Scene, Sheet
from app.layout.works import comparison, mosaic
from app.layout.works.calmness import is_calm
from app.layout.works.foot import continued, foot
from app.layout.works.legend import Note
from app.layout.works.notes import notes
from app.layout.works.shots import Part, Work, parts
from app.layout.works.texts import about, centring, is_long, seen, title, where, whose
from app.model.picture import Frame
from app.model.reference import Display

WORDS = 4
"""Twelfths of the page that the words take, and"""
MOST_WORDS, WIDEST_WORDS = 5, 7
"""those that text and title take at most beside pictures that are not wide."""
NEARLY = 0.95
"""So much of a picture's width is seen at least where words take more of the page."""
WHOLE = 0.62
"""A picture fills the page if at least so much of it is seen then."""
LEAST_WIDE = 1.05
"""Pictures of a pair that are wider than this stand over words at the foot."""
FOOT, MOST_FOOT, WHOLE_WORDS = 0.36, 0.46, 0.6
"""The part of the type area's height that words may take below pictures, more of it if they are complete then, and on one."""


def lying_pages(scene: Scene, section: str, work: Work) -> list[Sheet]:
    """Lay out a work on pages of its own."""
    if not work.shown:
        return _plain(scene, section, work)
    sheets: list[Sheet] = []
    for i, part in enumerate(parts(work)):
        sheet = Sheet(scene, section)
        if not i:
            sheet.bookmark(work.reference.title, 1)
        sheets.append(sheet)
        sheets.extend(_page(sheet, work, part, told=i == 0))
    return sheets


def _plain(scene: Scene, section: str, work: Work) -> list[Sheet]:
    """A work without a picture: its words alone, large."""
    grid = scene.grid
    sheet = Sheet(scene, section)
    sheet.bookmark(work.reference.title, 1)
    words = foot(scene, work, [], grid.bottom - grid.top)
    y = grid.down(max(grid.bottom - words.height - 2 * grid.step, grid.top))
    if y - grid.top > 2 * grid.step:
        sheet.add(RuleItem(grid.left, y - grid.step, grid.x(2), y - grid.step, 3.0, scene.brand.color("line")))
    words.draw(sheet, y)
    return [sheet, *continued(scene, section, words)]


def beside_head(sheet: Sheet, work: Work) -> bool:
    """Draw a work right of the section's head, if there is room for its words below the head and all of it fits."""
    scene, grid = sheet.scene, sheet.scene.grid
    pages = parts(work)
    if len(pages) != 1 or not work.shown:
        return False
    below = max((item.y for item in sheet.items if isinstance(item, TextItem)), default=grid.top)
    room = grid.bottom - grid.down(below + 2 * grid.step)
    width, found = grid.span(5) - grid.gutter, notes(scene, pages[0])
    for large in (True, False):
        filled = fill(_column(scene, work, found, width, room, large=large), room)
        if not filled.rest:
            break
    else:
        return False
    sheet.bookmark(work.reference.title, 1)
    head = list(sheet.items)
    sheet.items.clear()
    _pictures(sheet, work, pages[0], _side_zone(scene, 5))
    sheet.add(*head)
    filled.draw(sheet.items, grid.left, grid.down(grid.bottom - filled.used))
    return True


def _page(sheet: Sheet, work: Work, part: Part, *, told: bool) -> list[Sheet]:
    """Draw one page of a work and return those on which its words go on."""
    scene = sheet.scene
    # A work of a gallery, alone among others, has its words beside it like these.
    if part.display is Display.SPREAD and not work.in_gallery and _fills(scene, part):
        more = _whole(sheet, work, part, told=told)
        if more is not None:
            return more
    if part.display is Display.BEFORE_AFTER and min(wanted(scene, one.picture) for one in part.shown) > LEAST_WIDE:
        return _over_foot(sheet, work, part)
    grid = scene.grid
    found, columns = notes(scene, part), _beside(scene, part)
    width, wide = grid.span(min(columns, MOST_WORDS)) - grid.gutter, grid.span(columns) - grid.gutter
    column = _words_column(scene, work, found, width, wide) if told else list[Block](seen(scene, found, width))
    _pictures(sheet, work, part, _side_zone(scene, columns))
    return _words(sheet, column, split=told)


def _beside(scene: Scene, part: Part) -> int:
    """Return how many twelfths the words have: more beside a picture that is not wide enough for the others."""
    grid, page, one = scene.grid, scene.brand.page, part.shown[0].picture
    if part.display is not Display.SPREAD or one.frame is not Frame.NONE:
        return WORDS
    least = scene.aspect(one.file) * (page.height + page.bleed - grid.top) * NEARLY
    fitting = [columns for columns in range(WORDS, WIDEST_WORDS + 1) if page.width + page.bleed - grid.x(columns) >= least]
    return max(fitting, default=WORDS)


def words_beside(sheet: Sheet, work: Work, part: Part, *, told: bool) -> tuple[Box, list[Sheet]]:
    """Draw the words of a page in the left twelfths; return the place between the margins that is left for its pictures, and the
    pages on which words go on.
    """
    scene, grid = sheet.scene, sheet.scene.grid
    found, width = notes(scene, part), grid.span(WORDS) - grid.gutter
    column = _words_column(scene, work, found, width) if told else list[Block](seen(scene, found, width))
    more = _words(sheet, column, split=told)
    x = grid.x(WORDS) + grid.gutter
    return Box(x, grid.top, grid.right - x, grid.bottom - grid.top), more


def _words_column(scene: Scene, work: Work, found: list[Note], width: float, wide: float = 0.0) -> list[Block]:
    """Return the words as a column that goes on overleaf only where it is too long in small type, too."""
    room = scene.grid.bottom - scene.grid.top
    tried = [_column(scene, work, found, width, room, large=large, wide=wide) for large in (True, False)]
    return next((blocks for blocks in tried if not fill(blocks, room - scene.grid.step).rest), tried[0])


def _words(sheet: Sheet, column: list[Block], *, split: bool) -> list[Sheet]:
    """Draw the words in the left twelfths: the title at the head, everything else at the foot. What is too long goes on."""
    scene, grid = sheet.scene, sheet.scene.grid
    top = grid.top
    if split and column:
        top = grid.down(sheet.place(column[0], grid.left - 1, top) + grid.step)
        column = column[1:]
    filled = fill(column, grid.bottom - top)
    filled.draw(sheet.items, grid.left, max(grid.down(grid.bottom - filled.used), top))
    sheets: list[Sheet] = []
    rest = filled.rest
    while rest:
        more = Sheet(scene, sheet.section)
        found, rest = balanced(rest, grid.bottom - grid.top, TWELFTHS // WORDS, grid.step)
        for i, one in enumerate(found):
            one.draw(more.items, grid.x(i * WORDS), grid.top)
        sheets.append(more)
    return sheets


def _column(
    scene: Scene, work: Work, found: list[Note], width: float, room: float, *, large: bool = True, color: str = "",
    wide: float = 0.0,
) -> list[Block]:  # fmt: skip
    """Return title, why, facts and captions as a column; the title may be wider."""
    step = scene.grid.step
    heading = title(scene, work, wide or width, room * (0.6 if large else 0.25), lines=3, color=color)
    why = about(scene, work, width, large=large, color=color, centred=bool(centring(scene)))
    centred = bool(centring(scene))
    style = "kicker" if centred else "caption"
    facts = [
        *whose(scene, work, width, color=color, style=style),
        *where(scene, work, width, large=large, color=color, centred=centred),
    ]
    rest = [*((facts, why) if is_long(work) else (why, facts)), seen(scene, found, width, color=color, centred=centred)]
    blocks: list[Block] = [heading]
    for group in filter(None, rest):
        blocks += [replace(group[0], before=step), *group[1:]]
    return blocks


def _side_zone(scene: Scene, columns: int) -> Box:
    """Return the place of pictures right of the words: to the edges of the page."""
    grid, page = scene.grid, scene.brand.page
    x = grid.x(columns)
    return Box(x, -page.bleed, page.width + page.bleed - x, page.height + 2 * page.bleed)


def _pictures(sheet: Sheet, work: Work, part: Part, zone: Box) -> None:
    """Draw the pictures of a part in a zone that reaches the page's edges. Photographs keep below the running header."""
    scene, reference = sheet.scene, work.reference
    grid = scene.grid
    below = Box(zone.x, grid.top, zone.width, zone.bottom - grid.top)
    if part.display is Display.MOSAIC:
        tiles = mosaic.tiling(scene, part, below.width, below.height)
        mosaic.draw(sheet, work, part, tiles, below.right - tiles.width, below.y)
    elif part.display is Display.BEFORE_AFTER:
        place = comparison.pair(scene, part, below.width, below.height)
        comparison.draw(sheet, work, part, place, below.x, below.y, named_below=False)
    else:
        _single(sheet, work, part, below if part.shown[0].picture.frame is Frame.NONE else zone)
    if reference.link:
        sheet.add(LinkItem(below.x, below.y, below.width, below.height, url=reference.link))


def _single(sheet: Sheet, work: Work, part: Part, zone: Box) -> None:
    """Draw one picture; devices keep off the running header."""
    scene, one = sheet.scene, part.shown[0]
    b, grid = scene.brand.page.bleed, scene.grid
    clear = Clear(0.0, grid.top - grid.step + b, b, scene.brand.page.height - grid.bottom + b)
    sheet.add(
        *framed(
            scene, one.picture, zone.x, zone.y, zone.width, zone.height, one.origin, alt=work.reference.title,
            link=work.reference.link, beside=work.beside if part.first == 0 else (), clear=clear,
        )
    )  # fmt: skip


def _fills(scene: Scene, part: Part) -> bool:
    """Tell whether a picture fills a lying page without losing much."""
    page, picture = scene.brand.page, part.shown[0].picture
    share = scene.aspect(picture.file) / (page.width / page.height)
    return picture.frame is Frame.NONE and min(share, 1 / share) >= WHOLE


def _whole(sheet: Sheet, work: Work, part: Part, *, told: bool) -> list[Sheet] | None:
    """A picture from edge to edge with the words in its calmer lower corner; nothing is drawn where neither is calm."""
    scene, grid, page = sheet.scene, sheet.scene.grid, sheet.scene.brand.page
    b, one = page.bleed, part.shown[0]
    box = Box(-b, -b, page.width + 2 * b, page.height + 2 * b)
    picture = bare(scene, one.picture, box, one.origin, alt=work.reference.title)
    width, found, room = grid.span(5), notes(scene, part), (grid.bottom - grid.top) * WHOLE_WORDS
    filled = fill(_column(scene, work, found, width, room, color="on-picture") if told else seen(scene, found, width), room)
    corners: list[list[Item]] = [[], []]
    for x, items in zip((grid.left, grid.x(7)), corners, strict=True):
        filled.draw(items, x, grid.down(grid.bottom - filled.used))
    over = corners[calmest(scene, picture, [(zone_of(items),) for items in corners], "on-picture")]
    if filled.rest or not is_calm(scene, picture, zone_of(over)):
        return None
    sheet.chrome = "on-picture"
    sheet.add(picture)
    protect(sheet, picture, (grid.left, 0.0, grid.right, grid.top - grid.step), "on-picture")
    protect(sheet, picture, zone_of(over), "on-picture")
    sheet.add(*over)
    if work.reference.link:
        sheet.add(LinkItem(-b, grid.top, page.width + 2 * b, grid.bottom - grid.top, url=work.reference.link))
    return []


def _over_foot(sheet: Sheet, work: Work, part: Part) -> list[Sheet]:
    """Two wide pictures beside each other from edge to edge, the words at the foot."""
    scene, grid, page = sheet.scene, sheet.scene.grid, sheet.scene.brand.page
    height = grid.bottom - grid.top
    words = foot(scene, work, notes(scene, part), height * FOOT, most=height * MOST_FOOT, beside=True)
    b = page.bleed
    bottom = grid.down(grid.bottom - words.height - 2 * grid.step)
    place = comparison.pair(scene, part, page.width + 2 * b, bottom - grid.top)
    comparison.draw(sheet, work, part, place, -b, grid.top, named_below=False)
    words.draw(sheet, max(grid.down(grid.bottom - words.height), grid.down(grid.top + place.height + grid.step)))
    if work.reference.link:
        sheet.add(LinkItem(-b, grid.top, page.width + 2 * b, place.height, url=work.reference.link))
    return continued(scene, sheet.section, words)
