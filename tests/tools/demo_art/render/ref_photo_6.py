"""The third volume of an almanac: one copy standing, two lying, a pear beside them."""

import math
from pathlib import Path

import studio
from PIL import Image, ImageDraw, ImageFont

studio.empty_scene()
FONTS = Path(__file__).parents[4] / "assets" / "fonts"
BLUE, ROSE, CREAM = "#20407a", "#eeb7a6", "#f4ecdd"


def cover():
    """Draw the cover: waves of a field, the title in its middle."""
    page = Image.new("RGB", (1120, 1500), ROSE)
    draw = ImageDraw.Draw(page)
    for k in range(26):
        y = 40 + 60 * k
        crest = [(x, y + 46 * math.sin(x / 150 + 0.42 * k) * math.cos(0.16 * k)) for x in range(-20, 1160, 10)]
        draw.line(crest, BLUE, 15 + 9 * (k % 3), joint="curve")
    draw.ellipse((260, 440, 860, 1040), CREAM)
    name = ImageFont.truetype(str(FONTS / "cormorant" / "Cormorant_700Bold.ttf"), 210)
    draw.text((560, 690), "TOM", BLUE, name, anchor="mm")
    draw.text((560, 880), "3", BLUE, name, anchor="mm")
    return page


def book(at, turn, tilt=(0, 0, 0), front=None, colour=BLUE, size=(0.165, 0.221), thick=0.022):
    """A hard-cover book whose back lies on `at`: boards, a block of pages, a rounded spine on the left."""
    board, paper = studio.material(colour, 0.6), studio.grainy(studio.material("#f3ecdf", 0.9), 2500, 0.0002)
    width, height = size
    holder = studio.bpy.data.objects.new("book", None)
    studio.bpy.context.scene.collection.objects.link(holder)
    parts = [studio.box((width, height, 0.0025), board, (0, 0, z), bevel=0.0006) for z in (0, thick - 0.0025)]
    parts.append(studio.box((width - 0.006, height - 0.008, thick - 0.005), paper, (-0.002, 0, 0.0025)))
    parts.append(studio.box((0.004, height, thick), board, (-width / 2, 0, 0), bevel=0.0016))
    if front:
        face = studio.sheet(width - 0.002, height - 0.002, studio.printed(front, 0.5))
        face.location = (0.001, 0, thick + 0.0002)
        parts.append(face)
    for part in parts:
        part.parent = holder
    studio.place(holder, at, turn, tilt)


LINEN = studio.grainy(studio.material("#d8cdb9", 0.95), 1400, 0.0006)
WALL = studio.mottled(studio.grainy(studio.material("#b9c3c4", 0.95), 20, 0.003), "#aab5b8", 1.5)
studio.box((4, 2.4, 0.04), LINEN, (0, 0.3, -0.04))
studio.box((6, 0.1, 3), WALL, (0, 0.62, -0.2))
book((0.085, 0.02, 0.0), 14, colour=ROSE)
book((0.075, 0.012, 0.0225), -6, colour=BLUE, front=cover())
book((-0.135, 0.085, 0.1075), 16, (74, 0, 0), cover(), ROSE)
pear = [
    (0, 0.0),
    (0.018, 0.002),
    (0.030, 0.013),
    (0.034, 0.030),
    (0.029, 0.048),
    (0.019, 0.062),
    (0.014, 0.074),
    (0.008, 0.083),
    (0, 0.085),
]
fruit = studio.lathe(pear, studio.mottled(studio.grainy(studio.material("#c9b04a", 0.4), 500, 0.0002), "#b5682f", 22))
fruit.modifiers.new("smooth", "SUBSURF").render_levels = 2
studio.place(fruit, (0.012, -0.135, 0.0), 0, (6, -5, 0))
stalk = studio.lathe([(0.0016, 0.082), (0.0011, 0.104)], studio.material("#4a3626", 0.8), 10)
studio.place(stalk, (0.012, -0.135, 0.0), 0, (6, 3, 0))
studio.sky("#cfdbe6", 0.36)
studio.sun((0.66, 0.52, -0.48), 3.7, "#ffe0ba", 0.8)
studio.camera((0.02, -0.80, 0.34), (-0.008, 0.03, 0.085), 58, focus=(0.0, 0.0, 0.08), fstop=2.8)
studio.render((1800, 1200), samples=14, scale=0.7, exposure=0.2)
