"""Pictures as masters show them: bare, or a screen in its browser window or telephone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from app.brand.units import contrast
from app.layout.box import Box
from app.layout.devices import Device, bar_height, browser, phone, phone_aspect
from app.layout.faces import duotone
from app.layout.page import BoxItem, Item, PictureItem, Treatment
from app.layout.photo import photo
from app.layout.scene import Scene
from app.model.picture import Frame, Picture

NEAREST_WINDOW, WIDEST_WINDOW = 1.2, 2.1
"""Aspects between which a window shows a screen. A longer page is seen from its head."""
WINDOW_GIVE = 1.5
"""A window may be so much wider, for its height, than its screen, and show only the head of it."""
SIDE_LOSS = 0.9
"""A window may be so much narrower than its screen, which loses its sides then."""
LONGEST_PHONE, WIDEST_PHONE = 0.45, 0.75
"""Aspects of upright telephone screens. A longer page is seen from its head."""
MOST_PHONES = 5
SMALLER = 0.55
"""Telephones beside each other are at least so much of the height that one alone would have."""
BETWEEN = 0.2
"""The space between them, as a share of their shorter side at height 1."""
AIR = 0.075
"""Around a device on a ground, as a share of the ground's shorter side."""
MIDDLE = 0.5


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture and the path that leads to it in the proposal."""

    picture: Picture
    origin: str


@dataclass(frozen=True, slots=True)
class Clear:
    """Points at the sides of a picture's place that something else covers: devices keep out of them, photographs do not."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


NOTHING = Clear()


def host(link: str) -> str:
    """Return the host of a link as an address line shows it, or nothing where it has none."""
    try:
        found = urlsplit(link if "://" in link else f"//{link}").hostname or ""
    except ValueError:
        return ""
    return found.removeprefix("www.") if "." in found else ""


def seen(scene: Scene, picture: Picture, count: int = 1) -> float:
    """Return the aspect of the place that a picture wants: its own, or that of its device; `count` devices side by side."""
    aspect = scene.aspect(picture.file)
    if picture.frame is Frame.BROWSER:
        return 1 / (1 / _window_screen(aspect) + 0.05)
    if picture.frame is Frame.PHONE:
        alone = phone_aspect(_phone_screen(aspect))
        return min(max(alone * count * 1.25 + 0.25, 0.8), 2.0)
    return aspect


def framed(
    scene: Scene, picture: Picture, x: float, y: float, width: float, height: float, origin: str, *, alt: str = "",
    link: str = "", beside: Sequence[Shown] = (), clear: Clear = NOTHING, screen: float = 0.0, grounded: bool = False,
    treatment: Treatment = Treatment.NONE,
) -> list[Item]:  # fmt: skip
    """Return what shows a picture in a rectangle, never distorted.

    A picture without a frame fills it. A window fills it too where it can, else it stands on a ground in the brand's colour,
    as telephones always do and windows do when `grounded`; `beside` are further telephones of the same work. `link` is the
    work's, for the address line; `screen` an aspect for the screen other than the picture's own.
    """
    box = Box(x, y, width, height)
    if picture.frame is Frame.NONE or scene.sizes.size(picture.file) is None:
        return [bare(scene, picture, box, origin, alt=alt, treatment=treatment)]
    shown = [Shown(replace(picture, alt=picture.alt or alt), origin), *beside]
    room = _on_page(scene, box.inset(clear.left, clear.top, clear.right, clear.bottom))
    if picture.frame is Frame.PHONE:
        return [_ground(scene, box, origin), *_phones(scene, shown, room, screen)]
    aspect = screen or scene.aspect(picture.file)
    if not grounded and not _off_page(scene, box) and clear == NOTHING and _fills(aspect, box):
        return _in_device(scene, shown[0], browser(scene, box, host(link), origin))
    window = _window(aspect, _aired(room))
    return [_ground(scene, box, origin), *_in_device(scene, shown[0], browser(scene, window, host(link), origin))]


def bare(
    scene: Scene, picture: Picture, box: Box, origin: str, *, alt: str = "", treatment: Treatment = Treatment.NONE
) -> PictureItem:
    """Return a picture that fills a box, cropped around its focus, with the brand's corners."""
    item = photo(scene, picture, (box.x, box.y, box.width, box.height), origin, treatment=treatment, alt=alt)
    return replace(item, radius=scene.brand.pictures.radius)


def _in_device(scene: Scene, shown: Shown, device: Device) -> list[Item]:
    """Put a screen into its device. What does not fit is cut off at its foot, unless the picture has a focus of its own."""
    picture, screen = shown.picture, device.screen
    default = picture.focus_x == MIDDLE and picture.focus_y == MIDDLE
    item = PictureItem(
        screen.x, screen.y, screen.width, screen.height, picture.file, picture.focus_x, 0.0 if default else picture.focus_y,
        radius=device.radius, corners=device.corners, duotone=duotone(scene), alt=picture.alt, origin=shown.origin,
        zoom=picture.zoom,
    )  # fmt: skip
    return [*device.below, item, *device.above]


def ink_on_ground(scene: Scene) -> str:
    """Return the palette role that reads best on the ground behind devices."""
    brand = scene.brand
    ground = brand.color(brand.masters["references"].text("ground", "wash"))
    return max(("ink", "on-accent", "on-picture"), key=lambda role: contrast(brand.color(role), ground))


def _ground(scene: Scene, box: Box, origin: str) -> BoxItem:
    color = scene.brand.color(scene.brand.masters["references"].text("ground", "wash"))
    radius = 0.0 if _off_page(scene, box) else scene.brand.pictures.radius
    return BoxItem(box.x, box.y, box.width, box.height, fill=color, radius=radius, origin=origin)


def _off_page(scene: Scene, box: Box) -> bool:
    """Tell whether a box reaches an edge of the page."""
    page = scene.brand.page
    return box.x <= 0 or box.y <= 0 or box.right >= page.width or box.bottom >= page.height


def _on_page(scene: Scene, box: Box) -> Box:
    """Return the part of a box that is not cut off: devices stand in the middle of what is seen of their ground."""
    page = scene.brand.page
    left, top = max(box.x, 0.0), max(box.y, 0.0)
    return Box(left, top, max(min(box.right, page.width) - left, 0.0), max(min(box.bottom, page.height) - top, 0.0))


def _aired(room: Box) -> Box:
    air = AIR * min(room.width, room.height)
    return room.inset(air, air, air, air)


def _window_screen(aspect: float) -> float:
    """Return the aspect at which a window likes to show a screen."""
    return min(max(aspect, NEAREST_WINDOW), WIDEST_WINDOW)


def _screen_of(box: Box) -> float:
    """Return the aspect of the screen in a window that fills a box."""
    return box.width / max(box.height - bar_height(box.width), 1.0)


def _fills(aspect: float, box: Box) -> bool:
    """Tell whether a window as large as the box would show enough of a screen."""
    screen = _screen_of(box)
    return aspect * SIDE_LOSS <= screen <= max(aspect, NEAREST_WINDOW) * WINDOW_GIVE


def _window(aspect: float, room: Box) -> Box:
    """Return the largest window in a room that shows a screen well."""
    wanted = _window_screen(aspect)
    screen = min(max(_screen_of(room), wanted), wanted * WINDOW_GIVE * 0.85)
    width = min(room.width, room.height * screen)
    for _ in range(4):
        # The bar's height depends on the width; this settles at once, as the bar is thin.
        width = min(room.width, (room.height - bar_height(width)) * screen)
    height = width / screen + bar_height(width)
    return Box(room.x + (room.width - width) / 2, room.y + (room.height - height) / 2, width, height)


def _phone_screen(aspect: float) -> float:
    """Return the aspect of the screen of a telephone: upright, or lying for screens wider than high."""
    if aspect > 1:
        return 1 / min(max(1 / aspect, LONGEST_PHONE), WIDEST_PHONE)
    return min(max(aspect, LONGEST_PHONE), WIDEST_PHONE)


def _phones(scene: Scene, shown: Sequence[Shown], room: Box, screen: float) -> list[Item]:
    """Stand telephones beside each other: as many as can without getting much smaller, the first in any case."""
    room = _aired(room)
    screens = [_phone_screen(screen or scene.aspect(one.picture.file)) for one in shown[:MOST_PHONES]]
    bodies = [phone_aspect(one) for one in screens]
    space = BETWEEN * min(bodies[0], 1.0)
    alone = min(room.height, room.width / bodies[0])
    heights = [min(alone, room.width / (sum(bodies[:n]) + space * (n - 1))) for n in range(1, len(bodies) + 1)]
    count = max(n for n, height in enumerate(heights, 1) if height >= alone * SMALLER)
    height = heights[count - 1]
    x = room.x + (room.width - height * (sum(bodies[:count]) + space * (count - 1))) / 2
    y = room.y + (room.height - height) / 2
    items: list[Item] = []
    for one, aspect, body in zip(shown[:count], screens, bodies, strict=False):
        items += _in_device(scene, one, phone(scene, Box(x, y, height * body, height), aspect, one.origin))
        x += height * (body + space)
    return items
