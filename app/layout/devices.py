"""Devices in which screens are seen, drawn in the tones of a brand: a browser window and a telephone."""

from dataclasses import dataclass

from app.layout.box import Box
from app.layout.faces import circle
from app.layout.mixing import is_dark, mix
from app.layout.page import BoxItem, Item, PathItem, ShadowItem, Tag, TextItem
from app.layout.scene import Scene

BAR = 0.042
"""Height of a window's bar, as a share of its width."""
LEAST_BAR, MOST_BAR = 7.0, 19.0
LEAST_TYPE = 4.8
"""An address smaller than this is left out: nobody could read it."""

BEZEL = 0.045
"""Width of a telephone's edge, as a share of the screen's shorter side."""
CORNER = 0.13
"""Radius of the screen's corners, as the same share."""


@dataclass(frozen=True, slots=True)
class Device:
    """What is painted beneath a screen and what on top of it, and where the screen is."""

    below: tuple[Item, ...]
    screen: Box
    above: tuple[Item, ...]
    radius: float
    corners: str = "all"


def bar_height(width: float) -> float:
    """Return the height of the bar of a window."""
    return min(max(width * BAR, LEAST_BAR), MOST_BAR)


def browser(scene: Scene, box: Box, host: str, origin: str) -> Device:
    """Draw a window that fills a box: its shadow, the bar with three dots, the address, and a hairline around everything."""
    brand = scene.brand
    paper, soft = brand.color("paper"), brand.color("soft")
    bar, radius = bar_height(box.width), min(max(box.width * 0.014, 3.0), 7.0)
    metal = mix(paper, brand.color("ink"), 0.11 if is_dark(brand) else 0.05)
    below: list[Item] = [
        _shadow(scene, box, radius),
        BoxItem(box.x, box.y, box.width, box.height, fill=metal, radius=radius, origin=origin),
        *_dots(scene, box, bar),
        *_address(scene, box, bar, host),
    ]
    edge = mix(soft, brand.color("ink"), 0.25) if is_dark(brand) else soft
    rule = BoxItem(box.x, box.y, box.width, box.height, stroke=edge, stroke_width=brand.hairline, radius=radius)
    screen = Box(box.x, box.y + bar, box.width, box.height - bar)
    return Device(tuple(below), screen, (rule,), radius, "foot")


def _dots(scene: Scene, box: Box, bar: float) -> list[Item]:
    """Three dots: the first in the accent; quiet brands draw them as rings."""
    brand = scene.brand
    radius = bar * 0.15
    items: list[Item] = []
    for i in range(3):
        path = circle(box.x + bar * (0.62 + 0.5 * i), box.y + bar / 2, radius)
        if brand.styles["title"].align == "center":
            items.append(PathItem(path, stroke=brand.color("line"), stroke_width=0.5))
        else:
            items.append(PathItem(path, fill=brand.color("accent" if i == 0 else "soft")))
    return items


def _address(scene: Scene, box: Box, bar: float, host: str) -> list[Item]:
    """The address line in the middle of the bar with the host, where it is large enough to be read."""
    brand, size = scene.brand, bar * 0.4
    height = bar * 0.6
    line = scene.setter.line("cell", host, color="muted", size=size) if host and size >= LEAST_TYPE else None
    width = min(max(box.width * 0.36, line.width + 2 * height if line else 0.0), box.width - bar * 5.2)
    if width < height * 2:
        return []
    x, y = box.x + (box.width - width) / 2, box.y + (bar - height) / 2
    items: list[Item] = [BoxItem(x, y, width, height, fill=brand.color("paper"), radius=height / 2)]
    if line and line.width <= width - height:
        items.append(TextItem(x + (width - line.width) / 2, box.y + bar / 2 + size * 0.34, line, "", Tag.ARTIFACT))
    return items


def phone_bezel(screen_aspect: float, height: float) -> float:
    """Return the width of the edge of a telephone that is `height` high, with its edge."""
    shorter = min(screen_aspect, 1.0)
    return height * BEZEL * shorter / (1 + 2 * BEZEL * shorter)


def phone_aspect(screen_aspect: float) -> float:
    """Return the aspect of a telephone whose screen has this one."""
    edge = 2 * BEZEL * min(screen_aspect, 1.0)
    return (screen_aspect + edge) / (1 + edge)


def phone(scene: Scene, box: Box, screen_aspect: float, origin: str) -> Device:
    """Draw a telephone that fills a box of `phone_aspect(screen_aspect)`: shadow, keys, body, and a speaker in its edge."""
    brand = scene.brand
    bezel = phone_bezel(screen_aspect, box.height)
    screen = box.inset(bezel, bezel, bezel, bezel)
    radius = min(screen.width, screen.height) * CORNER
    body, edge, hole = _metal(scene)
    below: list[Item] = [
        _shadow(scene, box, radius + bezel),
        *_keys(box, bezel, edge, upright=screen_aspect <= 1),
        BoxItem(
            box.x, box.y, box.width, box.height, fill=body, stroke=edge, stroke_width=max(bezel * 0.16, brand.hairline),
            radius=radius + bezel, origin=origin,
        ),
        _speaker(box, bezel, hole, upright=screen_aspect <= 1),
    ]  # fmt: skip
    rim = BoxItem(screen.x, screen.y, screen.width, screen.height, stroke=edge, stroke_width=brand.hairline, radius=radius)
    return Device(tuple(below), screen, (rim,), radius)


def _metal(scene: Scene) -> tuple[str, str, str]:
    """Return the colours of a telephone's body, its edge, and the slot of its speaker."""
    brand = scene.brand
    body = brand.color(brand.masters["references"].text("device", "ink"))
    if is_dark(brand):
        return mix(body, "#000000", 0.5), mix(brand.color("soft"), brand.color("ink"), 0.22), brand.color("soft")
    if body.upper() == brand.color("ink").upper():
        return body, mix(body, "#ffffff", 0.28), mix(body, "#ffffff", 0.3)
    return mix(body, "#ffffff", 0.6), mix(brand.color("soft"), brand.color("ink"), 0.12), brand.color("soft")


def _speaker(box: Box, bezel: float, color: str, *, upright: bool) -> BoxItem:
    """The slot of the speaker in the middle of the edge at the head, outside the screen, so that it hides nothing of it."""
    length, thick = min(box.width, box.height) * 0.16, bezel * 0.3
    if upright:
        return BoxItem(box.x + (box.width - length) / 2, box.y + (bezel - thick) / 2, length, thick, fill=color, radius=thick / 2)
    return BoxItem(box.x + (bezel - thick) / 2, box.y + (box.height - length) / 2, thick, length, fill=color, radius=thick / 2)


def _keys(box: Box, bezel: float, color: str, *, upright: bool) -> list[Item]:
    """The keys at the sides, barely standing out."""
    out = bezel * 0.32
    places = ((-1, 0.2, 0.07), (-1, 0.29, 0.07), (1, 0.25, 0.11))
    items: list[Item] = []
    for side, at, length in places:
        if upright:
            x = box.x - out if side < 0 else box.right - out
            items.append(BoxItem(x, box.y + box.height * at, 2 * out, box.height * length, fill=color, radius=out * 0.6))
        else:
            y = box.y - out if side > 0 else box.bottom - out
            items.append(BoxItem(box.x + box.width * at, y, box.width * length, 2 * out, fill=color, radius=out * 0.6))
    return items


def _shadow(scene: Scene, box: Box, radius: float) -> ShadowItem:
    """A soft shadow; darker on dark grounds, where it would not be seen otherwise."""
    blur = min(max(min(box.width, box.height) * 0.07, 6.0), 26.0)
    dark = is_dark(scene.brand)
    color = "#000000" if dark else mix(scene.brand.color("ink"), "#000000", 0.4)
    return ShadowItem(
        box.x, box.y, box.width, box.height, radius, blur=blur, dy=blur * 0.42, spread=-blur * 0.12, color=color,
        opacity=0.55 if dark else 0.26,
    )  # fmt: skip
