"""A residential site on a laptop by the window: flats on a lit drawing of the house."""

import math
import random
from pathlib import Path

import studio
from PIL import Image, ImageDraw, ImageFont

random.seed(3)
studio.empty_scene()
FONTS = Path(__file__).parents[4] / "assets" / "fonts"
PINE, SAND, LAMP = "#22362f", "#f3ede2", "#f0a24a"


def website():
    """Draw the finder: the house with its windows, the flats that are free lit up, prices beside."""
    page = Image.new("RGB", (1920, 1240), SAND)
    draw = ImageDraw.Draw(page)
    big = ImageFont.truetype(str(FONTS / "cormorant" / "Cormorant_600SemiBold.ttf"), 250)
    text = ImageFont.truetype(str(FONTS / "inter" / "Inter_500Medium.ttf"), 34)
    draw.rectangle((0, 0, 1240, 1240), PINE)
    draw.ellipse((820, 110, 1010, 300), "#f6dfb4")
    for k in range(46):
        x, h = random.uniform(-40, 1240), random.uniform(160, 460)
        draw.polygon([(x, 1060), (x + h * 0.16, 1060 - h), (x + h * 0.32, 1060)], "#2d463d" if k % 2 else "#1b2c26")
    draw.rectangle((240, 420, 1000, 1080), "#dfd3bf")
    draw.rectangle((240, 400, 1000, 424), "#c7b79d")
    for floor in range(7):
        for k in range(9):
            lit = (floor * 5 + k * 3) % 7 in (1, 4)
            draw.rectangle((276 + 80 * k, 452 + 88 * floor, 322 + 80 * k, 512 + 88 * floor), LAMP if lit else "#6f7f78")
    draw.rectangle((0, 1080, 1240, 1240), "#1b2c26")
    draw.text((1320, 60), "17", PINE, big)
    for k in range(4):
        draw.rounded_rectangle((1320 + 140 * k, 400, 1440 + 140 * k, 460), 30, PINE if k == 1 else SAND, PINE, 3)
        draw.text((1380 + 140 * k, 430), str(k + 1), SAND if k == 1 else PINE, text, anchor="mm")
    for k, (area, price) in enumerate((("42,6", "9,8"), ("48,1", "11,2"), ("51,7", "11,9"), ("56,0", "12,4"), ("63,3", "14,1"))):
        y = 540 + 124 * k
        draw.rectangle((1320, y, 1410, y + 84), "#e3d7c4")
        draw.line((1335, y + 15, 1335, y + 68, 1394, y + 68, 1394, y + 15, 1335, y + 15), PINE, 4)
        draw.text((1450, y + 42), f"{area} m²", PINE, text, anchor="lm")
        draw.text((1850, y + 42), price, PINE, text, anchor="rm")
        draw.line((1320, y + 104, 1850, y + 104), "#d3c6b0", 2)
    return page


def laptop(at, turn):
    """An open laptop; its hinge is at `at`."""
    metal = studio.material("#b9bbbd", 0.32, Metallic=0.9)
    keys = studio.material("#2a2c2e", 0.5)
    glass = studio.glowing(studio.printed(website(), 0.12), 0.55)
    holder = studio.bpy.data.objects.new("laptop", None)
    studio.bpy.context.scene.collection.objects.link(holder)
    parts = [studio.box((0.31, 0.215, 0.011), metal, (0, -0.1075, 0), bevel=0.003)]
    for row in range(5):
        for k in range(14):
            parts.append(
                studio.box((0.0165, 0.0155, 0.0012), keys, (-0.1248 + 0.0192 * k, -0.036 - 0.0186 * row, 0.0108), bevel=0.0006)
            )
    parts.append(studio.box((0.115, 0.072, 0.0004), studio.material("#a9abad", 0.4, Metallic=0.8), (0, -0.168, 0.011)))
    lid = studio.box((0.31, 0.006, 0.205), metal, (0, 0, 0), bevel=0.002)
    frame = studio.sheet(0.304, 0.199, studio.material("#0d0e0f", 0.2))
    screen = studio.sheet(0.292, 0.1886, glass)
    lean = math.radians(-16)
    for part, out, up in ((lid, 0.0, 0.0), (frame, -0.0033, 0.1025), (screen, -0.0036, 0.1035)):
        y, z = out * math.cos(lean) - up * math.sin(lean), out * math.sin(lean) + up * math.cos(lean)
        studio.place(part, (0, y, 0.008 + z), 0, (math.degrees(lean) + (0 if part is lid else 90), 0, 0))
        parts.append(part)
    for part in parts:
        part.parent = holder
    studio.place(holder, at, turn)


OAK = studio.mottled(studio.grainy(studio.material("#8a6a4a", 0.5), 260, 0.0003), "#75573a", 9, (1.2, 26, 1))
studio.box((4, 1.6, 0.04), OAK, (0, 0.1, -0.04))
studio.box((6, 0.1, 3), studio.material("#c9c2b4", 0.95), (0, 1.3, -0.6))
laptop((0.0, 0.02, 0), -13)
vase = [
    (0, 0.0),
    (0.034, 0.0),
    (0.042, 0.02),
    (0.046, 0.06),
    (0.036, 0.10),
    (0.018, 0.125),
    (0.016, 0.15),
    (0.02, 0.158),
    (0.017, 0.158),
    (0.013, 0.15),
]
studio.lathe(vase, studio.grainy(studio.material("#ded6c7", 0.7), 300, 0.0005)).location = (0.275, 0.16, 0)
for _ in range(5):
    twig = studio.lathe([(0.0016, 0.12), (0.0010, 0.42)], studio.material("#5c4a35", 0.8), 8)
    lean_x, lean_y = random.uniform(-24, 24), random.uniform(-24, 24)
    studio.place(twig, (0.275, 0.16, 0.0), 0, (lean_x, lean_y, 0))
    for j in range(9):
        reach = studio.Vector((0, 0, 0.24 + 0.02 * j))
        reach.rotate(twig.rotation_euler)
        bud = studio.ball(0.0055, studio.material("#c7cdb0", 0.9), tuple(studio.Vector((0.275, 0.16, 0)) + reach), 12)
        bud.scale = (0.8, 0.8, 1.5)
studio.box((0.15, 0.21, 0.016), studio.material("#c2502e", 0.7), (-0.285, 0.06, 0), 22, bevel=0.002)
studio.box((0.145, 0.205, 0.012), studio.material("#efe8da", 0.9), (-0.283, 0.061, 0.002), 22)
studio.sky("#c9d6e4", 0.35)
studio.sun((0.74, 0.42, -0.40), 2.6, "#ffd9ad", 1.4)
studio.camera((-0.10, -0.70, 0.31), (0.012, -0.005, 0.082), 50, focus=(0.0, 0.0, 0.1), fstop=2.4)
studio.render((1800, 1200), samples=14, scale=0.7, exposure=0.5)
