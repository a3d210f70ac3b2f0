"""A packshot: two tea caddies and a box on stone steps, in the light of a window with leaves before it."""

import math
import random
from pathlib import Path

import studio
from PIL import Image, ImageDraw, ImageFont

random.seed(2)
studio.empty_scene()
FONTS = Path(__file__).parents[4] / "assets" / "fonts"
SAGE, CREAM, CLAY, INK = "#7f9183", "#efe7d8", "#b9603f", "#2c3431"


def wrapper(radius, height, ground, ink, spot):
    """A label that runs once round a tin; its front is in the middle."""
    label = Image.new("RGB", (2400, round(2400 * height / (2 * math.pi * radius))), ground)
    middle = label.height / 2
    draw = ImageDraw.Draw(label)
    name = ImageFont.truetype(str(FONTS / "cormorant" / "Cormorant_600SemiBold.ttf"), 250)
    small = ImageFont.truetype(str(FONTS / "inter" / "Inter_500Medium.ttf"), 48)
    draw.ellipse((1085, middle - 300, 1315, middle - 70), spot)
    draw.text((1200, middle + 70), "О К А", ink, name, anchor="mm")
    draw.line((1140, middle + 205, 1260, middle + 205), ink, 5)
    draw.text((1200, middle + 270), "№ 4", ink, small, anchor="mm")
    return label


def tin(at, radius, height, ground, ink, spot, turn):
    """A caddy with a lid that overlaps a little."""
    body = studio.lathe([(radius, 0.004), (radius, height)], studio.printed(wrapper(radius, height, ground, ink, spot), 0.55))
    studio.place(body, at, turn)
    lid = studio.material(ground, 0.4)
    edge, top = radius + 0.0012, height + 0.026
    studio.lathe([(edge, height - 0.004), (edge, top - 0.003), (edge - 0.003, top), (0, top)], lid).location = at
    studio.lathe([(0, 0), (radius - 0.002, 0), (radius, 0.004)], lid).location = at


def front(size, ground, ink, spot):
    """The front of the box."""
    page = Image.new("RGB", size, ground)
    draw = ImageDraw.Draw(page)
    name = ImageFont.truetype(str(FONTS / "cormorant" / "Cormorant_600SemiBold.ttf"), 250)
    w, h = size
    draw.pieslice((w * 0.18, h * 0.42, w * 0.82, h * 0.42 + w * 0.64), 180, 360, spot)
    draw.text((w / 2, h * 0.20), "О К А", ink, name, anchor="mm")
    for k in range(5):
        y = h * 0.42 + w * 0.36 + k * 46
        draw.rectangle((w * 0.18, y, w * 0.82, y + 8), ink)
    return page


def leaf(at, turn, tilt, length):
    """A long leaf of the plant before the window."""
    points, n = [], 12
    for k in range(n + 1):
        t = k / n
        half = length * 0.13 * math.sin(math.pi * t) ** 0.8
        points += [(length * t, -half, -0.1 * length * t * t), (length * t, half, -0.1 * length * t * t)]
    quads = [(2 * k, 2 * k + 2, 2 * k + 3, 2 * k + 1) for k in range(n)]
    studio.place(studio.mesh(points, quads, studio.material("#4a5a4c", 0.6)), at, 0, (tilt, tilt, turn))


STONE = studio.mottled(studio.grainy(studio.material("#d9cfc0", 0.85), 90, 0.0012), "#c9bdac", 14)
WALL = studio.grainy(studio.material("#c9b8a3", 0.95), 24, 0.004)
studio.box((6, 4, 0.05), STONE, (0, 0.6, -0.05))
studio.box((6, 0.1, 3), WALL, (0, 0.55, 0))
studio.box((0.34, 0.26, 0.075), STONE, (0.01, 0.06, 0), 6, bevel=0.004)
studio.place(
    studio.lathe([(0, 0), (0.105, 0), (0.105, 0.032), (0.101, 0.036), (0, 0.036)], STONE, smooth=False), (0.265, -0.045, 0)
)
tin((-0.045, 0.05, 0.075), 0.043, 0.125, SAGE, CREAM, CREAM, 99)
tin((0.265, -0.045, 0.036), 0.043, 0.088, CREAM, INK, CLAY, 77)
package = studio.box((0.092, 0.058, 0.165), studio.material(CLAY, 0.6), (0.092, 0.075, 0.075), -9, bevel=0.0008)
face = studio.sheet(0.0915, 0.1645, studio.printed(front((920, 1650), CLAY, CREAM, CREAM), 0.6))
a = math.radians(-9)
studio.place(face, (0.092 + 0.0294 * math.sin(a), 0.075 - 0.0294 * math.cos(a), 0.075 + 0.0825), 0, (90, 0, -9))
for _ in range(26):
    pebble = studio.ball(
        random.uniform(0.0022, 0.0042), studio.material(random.choice(("#4d5a48", "#39443a", "#6a5a43")), 0.8), (0, 0, 0), 14
    )
    pebble.scale = (random.uniform(1.2, 2.6), 1, 0.8)
    studio.place(pebble, (-0.14 + random.gauss(0, 0.035), -0.105 + random.gauss(0, 0.018), 0.003), random.uniform(0, 360))
pebble = studio.ball(0.03, studio.mottled(studio.material("#8d8a80", 0.6), "#a39f93", 40), (-0.205, 0.0, 0.02))
pebble.scale = (1.25, 1, 0.7)

LIGHT = (0.62, 0.50, -0.46)
for k in range(17):
    t = k / 16
    leaf(
        (-1.25 + 0.18 * t, -0.98 + 0.10 * t, 0.72 + 0.52 * t),
        -70 + 165 * (k % 2) + random.uniform(-14, 14),
        random.uniform(-30, 20),
        0.30 - 0.1 * t,
    )
studio.sky("#d6dee6", 0.34)
studio.sun(LIGHT, 3.6, "#ffe2c0", 0.8)
studio.camera((0.05, -1.15, 0.28), (0.052, 0.05, 0.118), 68, focus=(0.02, 0.02, 0.13), fstop=2.8)
studio.render((2400, 1500), samples=16, exposure=0.35, scale=0.7)
