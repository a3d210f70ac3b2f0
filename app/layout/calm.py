"""Type on pictures: where it stands most calmly, in which ink, and no more shade than it takes to be read."""

from collections.abc import Iterable, Sequence
from math import sqrt

from app.layout.contrast import READABLE, contrast, encoded, luminance
from app.layout.ground import Cell, Ground, Zone
from app.layout.light import Veil, needed_dark, needed_light, under
from app.layout.page import GradientItem, Item, PictureItem, TextItem, Treatment
from app.layout.scene import Scene, Sheet
from app.layout.shade import Need, weakest
from app.layout.tones import UNKNOWN
from app.problems import problem

AIM = READABLE + 0.2
"""What is aimed at: pictures are measured in cells and printed in pixels of eight bits."""
CALM = 0.25
"""Type stands on what it is read against: differences of sRGB values that are left beneath it at most."""
MATTERS = 0.12
"""A place is left for a calmer one only where that is calmer by so much."""
SUBJECT = 0.3
"""How much worse a place is that covers what the picture's owner marked as its subject."""
ENOUGH = 0.02
"""Opacities that cannot be told from none."""
AIR = 3.0
"""Points around type that are looked at and shaded as well."""


def zone_of(items: Iterable[Item]) -> Zone:
    """Return the rectangle that the lines among these items take, with some air."""
    lines = [item for item in items if isinstance(item, TextItem) and item.line.runs]
    if not lines:
        return (0.0, 0.0, 0.0, 0.0)
    sizes = [max(run.size for run in item.line.runs) for item in lines]
    return (
        min(item.x + item.line.x for item in lines) - AIR,
        min(item.y - size * 0.85 for item, size in zip(lines, sizes, strict=True)) - AIR,
        max(item.x + item.line.x + item.line.width for item in lines) + AIR,
        max(item.y + size * 0.28 for item, size in zip(lines, sizes, strict=True)) + AIR,
    )


def lines_of(items: Iterable[Item]) -> tuple[Zone, ...]:
    """Return a rectangle for every line among these items."""
    return tuple(zone_of((item,)) for item in items if isinstance(item, TextItem) and item.line.runs)


def ground(scene: Scene, picture: PictureItem) -> Ground:
    """Return what is known of the light of a picture on the page; of one that cannot be read, that it may be anything."""
    return Ground.of(picture, scene.sizes.size(picture.file) or (1, 1), scene.sizes.tones(picture.file) or UNKNOWN)


def protect(sheet: Sheet, picture: PictureItem, zone: Zone, ink: str) -> None:
    """Shade a picture as little as gives type of the palette role `ink` in a zone WCAG's 4.5 : 1 against what lies beneath it.

    Nothing is added where the picture, and what shades it already, is calm and dark enough. Call this after the picture and
    before the type are added. The picture is taken to be rectangular.
    """
    protect_all(sheet, picture, (zone,), ink)


def protect_all(sheet: Sheet, picture: PictureItem, zones: Sequence[Zone], ink: str) -> None:
    """Shade a picture for several places of type at once."""
    scene = sheet.scene
    color = shade_color(scene, picture, ink)
    seen = ground(scene, picture)
    made = weakest(seen.frame, _needs(sheet, picture, zones, ink, color), color, _subject(picture, seen))
    if made:
        sheet.add(made)


def calmest(scene: Scene, picture: PictureItem, places: Sequence[Sequence[Zone]], ink: str) -> int:
    """Return which of several places, each of one or more zones, disturbs type least and needs least shade.

    The first one is what the design wants: it is left only where that matters.
    """
    unrest = [_unrest(scene, picture, zones, ink) for zones in places]
    best = min(range(len(places)), key=lambda i: unrest[i])
    return best if unrest[0] - unrest[best] > MATTERS else 0


def best_ink(sheet: Sheet, picture: PictureItem, zones: Sequence[Zone], inks: Sequence[str]) -> str:
    """Return the palette role, or colour, in which type in these zones reads with least shade.

    The first role is what the design wants; one that no shade of the brand's makes readable on every picture is replaced and
    reported.
    """
    scene = sheet.scene
    usable = [ink for ink in inks if reaches(scene, picture, ink)]
    if not usable:
        # Every shade there can be is far enough from black or from white.
        usable = [ink for ink in ("#FFFFFF", "#000000") if reaches(scene, picture, ink)] or ["#FFFFFF"]
    shades = [_mean_need(sheet, picture, zones, ink) for ink in usable]
    best = min(range(len(usable)), key=lambda i: shades[i])
    taken = usable[best] if shades[0] - shades[best] > 2 * MATTERS else usable[0]
    if inks[0] not in usable:
        color, other = scene.brand.color(inks[0]), scene.brand.color(taken)
        scene.problems.append(problem("ink-on-picture", picture.origin, color=color, other=other))
    return taken


def reads(sheet: Sheet, picture: PictureItem, zones: Sequence[Zone], ink: str) -> bool:
    """Tell whether type in these zones can be read on the picture as it is shaded by now."""
    needs = _needs(sheet, picture, zones, ink, shade_color(sheet.scene, picture, ink))
    return all(need.share < ENOUGH for need in needs)


def reaches(scene: Scene, picture: PictureItem, ink: str) -> bool:
    """Tell whether the brand's shade makes this ink readable whatever the picture is like."""
    color = shade_color(scene, picture, ink)
    return _need(0.0, 1.0, luminance(scene.brand.color(ink)), color) <= 1


def weaker(scene: Scene, *inks: str) -> str:
    """Return the palette role that is nearest to the colour that pictures are shaded with: what it reads on, all read on."""
    colors = (luminance(scene.brand.color("paper")), luminance(scene.brand.color("ink")))
    first = luminance(scene.brand.color(inks[0]))
    shade = max(colors, key=lambda color: contrast(color, first))
    return min(inks, key=lambda ink: contrast(luminance(scene.brand.color(ink)), shade))


def bare(items: Iterable[Item]) -> PictureItem | None:
    """Return the photograph among what shows a picture, None where it is a screen in a device on a ground."""
    shown = list(items)
    return shown[0] if len(shown) == 1 and isinstance(shown[0], PictureItem) else None


def header_zone(scene: Scene, left: float = 0.0, right: float = 0.0) -> Zone:
    """Return where the running header stands, as far as it lies between two edges (the type area's, if not given)."""
    grid = scene.grid
    return max(left, grid.left), grid.top - 3 * grid.step, min(right or grid.right, grid.right), grid.top - grid.step


def shade_color(scene: Scene, picture: PictureItem, ink: str) -> str:
    """Return the colour that takes light from a picture for light ink, or gives light to it for dark ink: the darkest or the
    lightest of the brand's paper, its ink and the picture's own two colours.
    """
    colors = [scene.brand.color("paper"), scene.brand.color("ink")]
    if picture.treatment is Treatment.DUOTONE:
        colors.extend(picture.duotone)
    ordered = sorted(colors, key=luminance)
    light = luminance(scene.brand.color(ink))
    dark_first = contrast(light, luminance(ordered[0])) >= contrast(light, luminance(ordered[-1]))
    return ordered[0] if dark_first else ordered[-1]


def _needs(sheet: Sheet, picture: PictureItem, zones: Sequence[Zone], ink: str, color: str) -> list[Need]:
    """Return what every cell beneath the zones needs, over what shades the picture already."""
    light = luminance(sheet.scene.brand.color(ink))
    veils = _veils(sheet, picture)
    seen = ground(sheet.scene, picture)
    needs = []
    for zone in zones:
        for cell in seen.cells(zone):
            low, high, spread = under(cell.low, cell.high, cell.spread, veils, cell.zone)
            needs.append(Need(cell.zone, min(max(_need(low, high, light, color), _calming(spread)), 1.0)))
    return needs


def _need(low: float, high: float, light: float, color: str) -> float:
    """Return the opacity of a shade that makes ink of this luminance readable on a place of luminances from low to high."""
    if luminance(color) < light:
        return needed_dark(high, (light + 0.05) / AIM - 0.05, color)
    return needed_light(low, (light + 0.05) * AIM - 0.05, color)


def _calming(spread: float) -> float:
    """Return the opacity of a shade that makes a busy place calm enough for type to stand on."""
    return 1 - CALM / spread if spread > CALM else 0.0


def _mean_need(sheet: Sheet, picture: PictureItem, zones: Sequence[Zone], ink: str) -> float:
    needs = _needs(sheet, picture, zones, ink, shade_color(sheet.scene, picture, ink))
    return sum(need.share for need in needs) / len(needs) if needs else 0.0


def _veils(sheet: Sheet, picture: PictureItem) -> list[Veil]:
    """Return the gradients that lie on a picture already."""
    start = next((i for i, item in enumerate(sheet.items) if item is picture), len(sheet.items))
    return [Veil(item) for item in sheet.items[start:] if isinstance(item, GradientItem) and item.stops]


def _subject(picture: PictureItem, seen: Ground) -> tuple[float, float] | None:
    """Return where on the page the picture's marked subject is; a focus in the very middle was never marked."""
    if (picture.focus_x, picture.focus_y) == (0.5, 0.5):
        return None
    return seen.place(picture.focus_x, picture.focus_y)


def _unrest(scene: Scene, picture: PictureItem, zones: Sequence[Zone], ink: str) -> float:
    """Return how badly type would stand in these zones: the shade it needs, and the contrasts beneath it."""
    light, color = luminance(scene.brand.color(ink)), shade_color(scene, picture, ink)
    seen = ground(scene, picture)
    cells = [cell for zone in zones for cell in seen.cells(zone)]
    if not cells:
        return 0.0
    shares = (max(_need(cell.low, cell.high, light, color), _calming(cell.spread)) for cell in cells)
    need = sum(min(share, 1.0) for share in shares) / len(cells)
    subject = _subject(picture, seen)
    hidden = subject is not None and any(zone[0] <= subject[0] <= zone[2] and zone[1] <= subject[1] <= zone[3] for zone in zones)
    return need + _contrasts(cells) + SUBJECT * hidden


def _contrasts(cells: Sequence[Cell]) -> float:
    """Return how busy a picture is: differences within its cells and among them, in sRGB values, 0…1."""
    within = sum(encoded(cell.high) - encoded(cell.low) for cell in cells) / len(cells)
    middles = [encoded(cell.middle) for cell in cells]
    mean = sum(middles) / len(middles)
    return within + sqrt(sum((middle - mean) ** 2 for middle in middles) / len(middles))
