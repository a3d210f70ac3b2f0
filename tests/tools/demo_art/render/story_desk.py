"""A designer's table by the window: paper prototypes, pencils, colour chips, a cup."""

import math
import random

import studio
from PIL import Image, ImageDraw

random.seed(5)
studio.empty_scene()

INK, ACCENT, SOFT = "#26323a", "#d9603c", "#d5d9d8"


def prototype(kind):
    """Draw one screen of a website as a wireframe."""
    page = Image.new("RGB", (1000, 1400), "#fbfaf6")
    draw = ImageDraw.Draw(page)
    draw.rectangle((70, 70, 210, 92), INK)
    for k in range(4):
        draw.rectangle((560 + 100 * k, 74, 625 + 100 * k, 86), "#9aa3a6")
    draw.line((70, 130, 930, 130), "#b9c0c1", 3)
    ((_hero, _plans, _map, _finder)[kind])(draw)
    for k in range(3):
        draw.rectangle((70 + 300 * k, 1270, 270 + 300 * k, 1280), SOFT)
    return page


def _lines(draw, x, y, widths, colour="#a9b1b3", step=30, thick=10):
    for k, width in enumerate(widths):
        draw.rectangle((x, y + step * k, x + width, y + step * k + thick), colour)


def _crossed(draw, frame, fill="#eceeec"):
    draw.rectangle(frame, fill, "#9aa3a6", 3)
    draw.line(frame, "#9aa3a6", 3)
    draw.line((frame[0], frame[3], frame[2], frame[1]), "#9aa3a6", 3)


def _hero(draw):
    _crossed(draw, (70, 170, 930, 690))
    _lines(draw, 70, 750, (620, 480), INK, 62, 36)
    _lines(draw, 70, 920, (520, 500, 540, 300))
    draw.rectangle((70, 1090, 330, 1160), ACCENT)


def _plans(draw):
    _lines(draw, 70, 180, (420,), INK, 62, 36)
    for k in range(6):
        x, y = 70 + 300 * (k % 3), 290 + 460 * (k // 3)
        draw.rectangle((x, y, x + 260, y + 300), "#ffffff", "#9aa3a6", 3)
        draw.line((x + 40, y + 50, x + 40, y + 250, x + 220, y + 250, x + 220, y + 50, x + 40, y + 50), INK, 7)
        draw.line((x + 40, y + 150, x + 130, y + 150, x + 130, y + 50), INK, 7)
        draw.arc((x + 130, y + 150, x + 200, y + 220), 180, 270, "#9aa3a6", 4)
        _lines(draw, x, y + 330, (190, 120))


def _map(draw):
    _lines(draw, 70, 180, (360,), INK, 62, 36)
    draw.rectangle((70, 280, 930, 1180), "#eef1ef", "#9aa3a6", 3)
    draw.polygon([(70, 900), (300, 820), (520, 880), (930, 760), (930, 1180), (70, 1180)], "#c9dade")
    for x, y, w, h in (
        (150, 360, 160, 120),
        (360, 340, 120, 190),
        (540, 400, 190, 110),
        (180, 560, 120, 170),
        (360, 600, 200, 110),
        (640, 580, 130, 150),
    ):
        draw.rectangle((x, y, x + w, y + h), "#ffffff", INK, 5)
    draw.rectangle((640, 580, 770, 730), ACCENT)
    draw.ellipse((640, 480, 700, 540), INK)


def _finder(draw):
    _lines(draw, 70, 180, (300,), INK, 62, 36)
    for k in range(4):
        draw.rounded_rectangle((70 + 220 * k, 270, 260 + 220 * k, 330), 30, "#ffffff", "#9aa3a6", 4)
    draw.line((70, 400, 930, 400), "#9aa3a6", 6)
    for x in (240, 690):
        draw.ellipse((x, 380, x + 40, 420), ACCENT)
    for k in range(7):
        y = 480 + 105 * k
        draw.rectangle((70, y, 160, y + 72), SOFT)
        _lines(draw, 200, y + 12, (260, 160))
        draw.rectangle((800, y + 12, 930, y + 24), INK)
        draw.line((70, y + 88, 930, y + 88), "#d5d9d8", 3)


def paper(picture, at, turn, size=(0.21, 0.297), curl=0.006):
    """A printed sheet, its corners lifted a little."""
    corner = random.choice((0, 1))
    thing = studio.sheet(*size, studio.printed(picture, 0.75), lambda u, v: curl * max(0, abs(u - corner) + v - 1.2) ** 2 * 12)
    studio.place(thing, at, turn)


def pencil(at, turn, colour, length=0.172):
    """A six-sided pencil with a sharpened end."""
    paint, wood, lead = studio.material(colour, 0.35), studio.material("#d9b184", 0.7), studio.material("#26282a", 0.4)
    parts = [
        studio.lathe([(0, 0), (0.0038, 0), (0.0038, length)], paint, 6, smooth=False),
        studio.lathe([(0.0038, length), (0.0012, length + 0.014)], wood, 24),
        studio.lathe([(0.0012, length + 0.014), (0.0002, length + 0.0195)], lead, 24),
    ]
    for part in parts:
        studio.place(part, at, 0, (0, 90, turn))


def cup(at):
    """A stoneware cup of black coffee on a saucer."""
    clay = studio.mottled(studio.grainy(studio.material("#ece7dd", 0.42), 900, 0.0002), "#ded6c8", 160)
    coffee = studio.material("#1d0f08", 0.05)
    outer = [(0.0, 0.006), (0.022, 0.006), (0.028, 0.010), (0.036, 0.030), (0.040, 0.058), (0.041, 0.074)]
    inner = [(0.0385, 0.0745), (0.0375, 0.058), (0.033, 0.030), (0.024, 0.013), (0, 0.012)]
    studio.lathe([*outer, (0.040, 0.0752), *inner], clay).location = at
    studio.lathe([(0, 0.062), (0.0379, 0.062)], coffee).location = at
    plate = [
        (0, 0.001),
        (0.035, 0.001),
        (0.062, 0.008),
        (0.074, 0.013),
        (0.0745, 0.0145),
        (0.060, 0.0105),
        (0.03, 0.005),
        (0, 0.005),
    ]
    studio.lathe(plate, clay).location = at
    ring = []
    for k in range(25):
        a = math.pi * (k / 24) - math.pi / 2
        ring.append((0.037 + 0.024 * math.cos(a), 0, 0.042 + 0.021 * math.sin(a)))
    points, faces, n = [], [], 14
    for j, (x, _, z) in enumerate(ring):
        a = math.pi * (j / 24) - math.pi / 2
        for k in range(n):
            b = 2 * math.pi * k / n
            out = 0.0042 * math.cos(b)
            points.append((x + out * math.cos(a), 0.0062 * math.sin(b), z + out * math.sin(a)))
        if j:
            faces += [((j - 1) * n + k, (j - 1) * n + (k + 1) % n, j * n + (k + 1) % n, j * n + k) for k in range(n)]
    studio.place(studio.mesh(points, faces, clay, smooth=True), at, -38)


def chips(at, turn, colours):
    """A fan of colour chips on a rivet."""
    for k, colour in enumerate(colours):
        chip = Image.new("RGB", (200, 560), "#fbfaf6")
        draw = ImageDraw.Draw(chip)
        draw.rectangle((0, 0, 200, 430), colour)
        _lines(draw, 20, 460, (90, 60), INK, 28, 9)
        card = studio.sheet(0.045, 0.126, studio.printed(chip, 0.5))
        a = math.radians(turn + 13 * k)
        studio.place(card, (at[0] - 0.055 * math.sin(a), at[1] + 0.055 * math.cos(a), at[2] + 0.0011 * k), turn + 13 * k)


def window(distance, towards):
    """A frame with bars between the sun and the table, and the leaves of a plant."""
    dark = studio.material("#777777", 1)
    back = [-c * distance for c in towards]
    turn = math.degrees(math.atan2(towards[1], towards[0])) + 90
    for x in (-0.62, 0, 0.62):
        a = math.radians(turn)
        studio.box((0.05, 0.03, 2.6), dark, (back[0] + x * math.cos(a), back[1] + x * math.sin(a), back[2] - 1.3), turn)
    for z in (-0.85, -0.28, 0.29):
        studio.box((1.6, 0.03, 0.05), dark, (back[0], back[1], back[2] + z), turn)


OAK = studio.mottled(studio.grainy(studio.material("#cdab83", 0.5), 260, 0.0003), "#b38d62", 9, (1.2, 26, 1))
studio.box((4, 3, 0.04), OAK, (0, 0.4, -0.04))
paper(prototype(0), (-0.135, 0.10, 0.0015), 8)
paper(prototype(3), (0.165, 0.285, 0.001), -7)
paper(prototype(2), (-0.345, 0.31, 0.001), 14)
paper(prototype(1), (0.075, 0.065, 0.003), -5)
studio.box((0.15, 0.21, 0.014), studio.grainy(studio.material("#2f4a56", 0.8), 900, 0.0002), (0.335, 0.09, 0), -18, bevel=0.003)
studio.box((0.145, 0.205, 0.010), studio.material("#f2ede2", 0.9), (0.337, 0.09, 0.002), -18)
pencil((0.30, 0.045, 0.0175), 62, "#d9603c")
pencil((0.222, 0.02, 0.0034), 84, "#26323a")
pencil((-0.25, -0.075, 0.0034), 14, "#d8b04a", 0.12)
cup((0.285, 0.375, 0.0))
chips((-0.30, 0.02, 0.001), -38, ("#e8dccb", "#d9b69a", "#d9603c", "#8f3b2c", "#7fa0a6", "#2f4a56", "#26323a"))
studio.box((0.32, 0.032, 0.0016), studio.material("#c9cccd", 0.28, Metallic=0.9), (-0.05, 0.315, 0.0), 31, bevel=0.0005)

LIGHT = (0.70, -0.52, -0.50)
window(2.2, LIGHT)
studio.sky("#cddbe8", 0.34)
studio.sun(LIGHT, 4.2, "#ffe3c2", 0.9)
studio.camera((0.03, -0.62, 0.56), (0.01, 0.165, 0.0), 42, focus=(0.06, 0.08, 0.0), fstop=1.3)
studio.render((2400, 1600), samples=32, exposure=0.45, scale=0.8)
