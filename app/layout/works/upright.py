"""Works on upright pages of their own: the pictures above, the words at the foot."""

from collections.abc import Sequence
from dataclasses import replace

from app.layout.box import Box
from app.layout.calm import protect, zone_of
from app.layout.frames import framed
from app.layout.frames import seen as wanted
from app.layout.page import BoxItem, Item, LinkItem, PictureItem, RuleItem
from app.layout.scene import Scene, Sheet
from app.layout.works import comparison, mosaic
from app.layout.works.calmness import is_calm
from app.layout.works.foot import Foot, continued, foot
from app.layout.works.legend import Note
from app.layout.works.notes import notes
from app.layout.works.shots import Part, Work, parts
from app.model.picture import Frame
from app.model.reference import Display

WHOLE = 0.6
"""A picture fills the page if at least so much of it is seen then."""
SPREAD_LOSS = 0.3
"""Else it stands above the words, and loses no more than this."""
LEAST_PHONES, EACH_PHONE = 0.9, 0.17
"""The place of telephones beside each other is at least so much wider than high, and so much more for each beside the first."""
FRAME_GAP = 5.0
"""Between a framed picture and the line around it, in points."""
WORDS, MOST_WORDS = 0.46, 0.62
"""The part of the page below a head that words may take at the foot, more of it if they are complete then; what is longer goes
on overleaf.
"""
LEAST, LEAST_STEPS = 0.42, 18
"""A work begins below the section's head only where so much of the type area, and so many steps of it, are free."""


def upright_pages(scene: Scene, section: str, work: Work, begun: Sheet | None = None, top: float = 0.0) -> list[Sheet]:
    """Lay out a work on pages of its own; `begun` is the section's first page with its head, which ends at `top`."""
    grid = scene.grid
    sheets: list[Sheet] = []
    top += grid.step if _framed(scene) else 0.0
    if begun and grid.bottom - top < max((grid.bottom - grid.top) * LEAST, LEAST_STEPS * grid.step):
        sheets.append(begun)
        begun = None
    if not work.shown:
        return [*sheets, *_plain(scene, section, work, begun, top)]
    for i, part in enumerate(parts(work)):
        sheet = begun if begun and not i else Sheet(scene, section, chrome="ink" if _framed(scene) else "")
        if not i:
            sheet.bookmark(work.reference.title, 1, 0.0 if sheet is not begun else top)
        sheets.append(sheet)
        if grid.lying and _framed(scene) and sheet is not begun:
            sheets.extend(_beside(sheet, work, part, told=i == 0))
            continue
        words = _page(sheet, work, part, top if sheet is begun else None, told=i == 0)
        sheets.extend(continued(scene, section, words))
    return sheets


def _beside(sheet: Sheet, work: Work, part: Part, *, told: bool) -> list[Sheet]:
    """Draw a lying page of a quiet brand, the words at the left of the pictures, and return those on which its words go on."""
    from app.layout.works.lying import words_beside

    zone, more = words_beside(sheet, work, part, told=told)
    pictures = Sheet(sheet.scene, sheet.section)
    bottom = _pictures(pictures, work, part, zone)
    down = sheet.scene.grid.steps((zone.bottom - bottom) * 0.5)
    _pictures(sheet, work, part, replace(zone, y=zone.y + down, height=zone.height - down) if down > 0 else zone)
    return more


def _plain(scene: Scene, section: str, work: Work, begun: Sheet | None, top: float) -> list[Sheet]:
    """A work without a picture: its words alone, large, on a page in the brand's colour where it has one to itself."""
    grid = scene.grid
    dark = begun is None and not _framed(scene)
    sheet = begun or Sheet(scene, section, chrome="on-plate" if dark else "ink")
    if dark:
        sheet.ground("plate")
    sheet.bookmark(work.reference.title, 1, top if begun else 0.0)
    begin = top if begun else grid.top
    words = foot(scene, work, [], grid.bottom - begin, color="on-plate" if dark else "")
    y = grid.down(begin + max(grid.bottom - begin - words.height, 0.0) * 0.42)
    if y - begin > 2 * grid.step:
        sheet.add(_opening_rule(scene, y - grid.step, dark=dark))
    words.draw(sheet, y)
    return [sheet, *continued(scene, section, words)]


def _opening_rule(scene: Scene, y: float, *, dark: bool) -> RuleItem:
    """The rule over words that have a page to themselves, as over quotations."""
    grid, color = scene.grid, scene.brand.color("plate-accent" if dark else "line")
    if not _framed(scene):
        return RuleItem(grid.left, y, grid.x(2), y, 4.0, color)
    middle = (grid.left + grid.right) / 2
    return RuleItem(middle - 40, y, middle + 40, y, 0.9, color)


def _framed(scene: Scene) -> bool:
    return scene.brand.masters["references"].variant != "bleed"


def _page(sheet: Sheet, work: Work, part: Part, top: float | None, *, told: bool) -> Foot:
    """Draw one page of a work and return its words. `top` is where a head ends; only the first page is `told` about the work."""
    scene = sheet.scene
    found = notes(scene, part)
    if part.display is Display.SPREAD and top is None and told and not _framed(scene) and _fills(scene, part):
        words = _whole(sheet, work, part, found)
        if words:
            return words
    grid = scene.grid
    begin = grid.top if top is None else top
    plate = part.display is Display.SPREAD and not _framed(scene) and top is None
    color = "on-plate" if plate else ""
    room = grid.bottom - begin
    words = foot(scene, work if told else None, found, room * WORDS, most=room * MOST_WORDS, color=color)
    zone = _zone(scene, top, words.height)
    bottom = _pictures(sheet, work, part, zone)
    y = grid.down(bottom + (1.6 if words.height else 0.0) * grid.step)
    if plate:
        page = scene.brand.page
        b = page.bleed
        box = BoxItem(-b, bottom, page.width + 2 * b, page.height + b - bottom, fill=scene.brand.color("plate"))
        sheet.items.insert(0, box)
    spare = grid.bottom - y - words.height
    words.draw(sheet, y + (_settled(scene, spare) if spare > 0 else 0.0))
    return words


def _settled(scene: Scene, spare: float) -> float:
    """Return how far the words move down where there is room: a third of it, in whole steps."""
    return int(spare * 0.34 / scene.grid.step) * scene.grid.step


def _zone(scene: Scene, top: float | None, words: float) -> Box:
    """Return the place of the pictures: from edge to edge, or in quiet brands between the margins."""
    grid, page = scene.grid, scene.brand.page
    foot_top = grid.down(grid.bottom - words - 1.6 * grid.step * bool(words) - grid.step + 1e-3)
    if _framed(scene):
        y = grid.top if top is None else top
        return Box(grid.left, y, grid.measure, (foot_top if words else grid.bottom) - y)
    b = page.bleed
    y = -b if top is None else top
    bottom = foot_top if words else page.height + b
    return Box(-b, y, page.width + 2 * b, bottom - y)


def _pictures(sheet: Sheet, work: Work, part: Part, zone: Box) -> float:
    """Draw the pictures of a part in a zone and return the y below them."""
    scene = sheet.scene
    if part.display is Display.MOSAIC:
        tiles = mosaic.tiling(scene, part, zone.width, zone.height)
        mosaic.draw(sheet, work, part, tiles, zone.x + (zone.width - tiles.width) / 2, zone.y)
        bottom = zone.y + tiles.height
    elif part.display is Display.BEFORE_AFTER:
        below = _framed(scene)
        place = comparison.pair(scene, part, zone.width, zone.height, foot=1.6 * scene.grid.step if below else 0.0)
        comparison.draw(sheet, work, part, place, zone.x, zone.y, named_below=below)
        bottom = zone.y + place.height
    else:
        box = _spread_box(scene, work, part, zone)
        sheet.add(*_shown(scene, work, part, box))
        bottom = box.bottom
        if _framed(scene) and part.shown[0].picture.frame is Frame.NONE:
            sheet.add(_line_around(scene, box))
            bottom += FRAME_GAP
    if work.reference.link:
        sheet.add(LinkItem(zone.x, zone.y, zone.width, bottom - zone.y, url=work.reference.link))
    return bottom


def _shown(scene: Scene, work: Work, part: Part, box: Box) -> list[Item]:
    one, reference = part.shown[0], work.reference
    beside = work.beside if part.first == 0 else ()
    return framed(
        scene, one.picture, box.x, box.y, box.width, box.height, one.origin, alt=reference.title, link=reference.link,
        beside=beside,
    )  # fmt: skip


def _line_around(scene: Scene, box: Box) -> BoxItem:
    """A hairline in the brand's line colour around a picture, a little away from it."""
    gap, brand = FRAME_GAP, scene.brand
    return BoxItem(
        box.x - gap, box.y - gap, box.width + 2 * gap, box.height + 2 * gap, stroke=brand.color("line"),
        stroke_width=brand.hairline,
    )  # fmt: skip


def _spread_box(scene: Scene, work: Work, part: Part, zone: Box) -> Box:
    """Return the place of a single picture: the zone, or a lower or narrower one where it would lose too much."""
    picture = part.shown[0].picture
    aspect = wanted(scene, picture)
    if picture.frame is Frame.PHONE and len(work.beside) > 0 and part.first == 0:
        return Box(zone.x, zone.y, zone.width, min(zone.height, zone.width / (LEAST_PHONES + EACH_PHONE * len(work.beside))))
    if picture.frame is Frame.BROWSER and _framed(scene):
        return Box(zone.x, zone.y, zone.width, min(zone.height, zone.width / aspect))
    if picture.frame is not Frame.NONE:
        return zone
    height = min(zone.height, zone.width / (aspect * (1 - SPREAD_LOSS)))
    width = zone.width
    if _framed(scene):
        width = min(width, height * aspect / (1 - 0.25))
    return Box(zone.x + (zone.width - width) / 2, zone.y, width, height)


def _fills(scene: Scene, part: Part) -> bool:
    """Tell whether a picture fills an upright page without losing much."""
    page, picture = scene.brand.page, part.shown[0].picture
    if picture.frame is not Frame.NONE:
        return False
    share = scene.aspect(picture.file) / (page.width / page.height)
    return min(share, 1 / share) >= WHOLE


def _whole(sheet: Sheet, work: Work, part: Part, found: Sequence[Note]) -> Foot | None:
    """A picture from edge to edge with the words over its calm foot; nothing is drawn where the foot is not calm."""
    scene, grid, page = sheet.scene, sheet.scene.grid, sheet.scene.brand.page
    b = page.bleed
    items = _shown(scene, work, part, Box(-b, -b, page.width + 2 * b, page.height + 2 * b))
    words = foot(scene, work, found, (grid.bottom - grid.top) * WORDS, color="on-picture")
    y = grid.down(grid.bottom - words.height)
    over: list[Item] = []
    words.draw_on(over, y)
    picture = items[0]
    assert isinstance(picture, PictureItem)
    if not is_calm(scene, picture, zone_of(over)):
        return None
    sheet.add(*items)
    protect(sheet, picture, zone_of(over), "on-picture")
    sheet.add(*over)
    if work.reference.link:
        sheet.add(LinkItem(-b, -b, page.width + 2 * b, y + b, url=work.reference.link))
    return words
