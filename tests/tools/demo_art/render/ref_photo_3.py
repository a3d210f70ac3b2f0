"""A concert season's posters on a sunlit wall, with the shadow of a tree."""

import math
import random
from pathlib import Path

import studio
from PIL import Image, ImageDraw, ImageFont

random.seed(9)
studio.empty_scene()
FONTS = Path(__file__).parents[4] / "assets" / "fonts"
INK, PAPER = "#171717", "#f4efe4"


def poster(ground, ink, kind, date):
    """Draw one of the series: a rhythm of one shape, the name across."""
    page = Image.new("RGB", (1000, 1414), ground)
    draw = ImageDraw.Draw(page)
    for k in range(8):
        for j in range(8):
            x, y, size = 80 + 105 * k, 80 + 105 * j, 18 + 78 * abs(math.sin(0.55 * k + 0.8 * j * kind))
            box = (x + 50 - size / 2, y + 50 - size / 2, x + 50 + size / 2, y + 50 + size / 2)
            (draw.ellipse if kind == 1 else draw.rectangle)((*box[:2], *box[2:]), ink) if kind < 3 else draw.pieslice(
                box, 90 * ((k + j) % 4), 90 * ((k + j) % 4) + 180, ink
            )
    name = ImageFont.truetype(str(FONTS / "inter-tight" / "InterTight_900Black.ttf"), 268)
    small = ImageFont.truetype(str(FONTS / "inter-tight" / "InterTight_800ExtraBold.ttf"), 88)
    draw.text((72, 1255), "TAKT", ink, name, anchor="ls")
    draw.text((80, 1356), date, ink, small, anchor="ls")
    draw.text((925, 1356), "19:00", ink, small, anchor="rs")
    return page


WALL = studio.mottled(studio.grainy(studio.material("#cfc8bd", 0.95), 7, 0.02, 10), "#bdb5a8", 1.6)
GROUND = studio.grainy(studio.material("#8d8a85", 0.9), 12, 0.01)
studio.box((20, 0.2, 8), WALL, (0, 0.1, 0))
studio.box((20, 8, 0.1), GROUND, (0, -4, -0.1))
studio.box((20, 0.06, 0.22), studio.material("#6f6b66", 0.9), (0, -0.03, 0))
series = (("#e4472b", PAPER, 1, "14.10"), (PAPER, INK, 2, "21.10"), ("#1f4e8c", PAPER, 3, "28.10"), ("#f2b632", INK, 1, "04.11"))
for n, (ground, ink, kind, date) in enumerate(series):
    sheet = studio.sheet(
        0.84,
        1.188,
        studio.printed(poster(ground, ink, kind, date), 0.75),
        lambda u, v: 0.004 * math.sin(9 * u + 2) + 0.003 * math.sin(7 * v),
    )
    studio.place(sheet, (-1.47 + 0.98 * n, -0.012, 1.5), 0, (90, 0, 0))
bench = studio.material("#8a6444", 0.6)
for k in range(4):
    studio.box((1.7, 0.09, 0.04), bench, (1.0, -0.62 - 0.11 * k, 0.43), bevel=0.006)
for x in (0.35, 1.65):
    studio.box((0.06, 0.42, 0.43), studio.material("#2a2a2a", 0.5), (x, -0.78, 0))
LIGHT = (0.66, 0.62, -0.42)
for _ in range(420):
    t, spread = random.random(), random.gauss(0, 0.34)
    at = (-3.9 + 1.5 * t + spread * 0.5, -3.0 + random.gauss(0, 0.15), 2.7 + 1.2 * t + random.gauss(0, 0.36))
    leaf = studio.sheet(0.09, 0.05, GROUND)
    studio.place(leaf, at, random.uniform(0, 360), (random.uniform(-60, 60), random.uniform(-60, 60), 0))
studio.sky("#bcd0e6", 0.42)
studio.sun(LIGHT, 3.9, "#ffe3c0", 0.6)
studio.camera((-0.95, -4.6, 1.28), (0.12, 0, 1.17), 40, focus=(0, 0, 1.4), fstop=2.8)
studio.render((1800, 1200), samples=14, scale=0.7, exposure=0.1)
