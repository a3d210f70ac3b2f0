"""A ferry company's application: two telephones on dark stone, low evening light."""

from pathlib import Path

import studio
from PIL import Image, ImageDraw, ImageFont

studio.empty_scene()
FONTS = Path(__file__).parents[4] / "assets" / "fonts"
NIGHT, FOAM, SIGNAL = "#10263a", "#eef2ef", "#ff6a3d"


def font(weight, size):
    """Return a font of the interface."""
    return ImageFont.truetype(str(FONTS / "inter-tight" / f"InterTight_{weight}.ttf"), size)


def ticket():
    """Draw the screen of a ticket: a line over the sea, the time huge."""
    page = Image.new("RGB", (900, 1900), NIGHT)
    draw = ImageDraw.Draw(page)
    draw.text((80, 170), "KOMETA", FOAM, font("900Black", 92))
    draw.ellipse((740, 190, 810, 260), SIGNAL)
    draw.line((110, 480, 110, 900), FOAM, 8)
    for y, name in ((480, "07:40"), (900, "08:25")):
        draw.ellipse((86, y - 24, 134, y + 24), NIGHT, FOAM, 8)
        draw.text((200, y), name, FOAM, font("800ExtraBold", 150), anchor="lm")
    draw.rounded_rectangle((80, 1080, 820, 1760), 50, FOAM)
    for k in range(11):
        for j in range(11):
            if (k * 7 + j * 11 + k * j * 5 + (k ^ j)) % 5 < 2 or (k in (0, 2) and j < 3):
                draw.rectangle((175 + 50 * k, 1145 + 50 * j, 224 + 50 * k, 1194 + 50 * j), NIGHT)
    return page


def timetable():
    """Draw the screen of a timetable: a row for every boat, the next one lit."""
    page = Image.new("RGB", (900, 1900), FOAM)
    draw = ImageDraw.Draw(page)
    draw.rectangle((0, 0, 900, 560), SIGNAL)
    for k in range(9):
        draw.arc((-200 + 40 * k, 250 + 34 * k, 1100 - 40 * k, 900), 190, 350, "#ffffff", 6)
    draw.text((80, 160), "12 min", "#ffffff", font("900Black", 170))
    for k, (leaves, arrives) in enumerate(
        (("07:40", "08:25"), ("08:10", "08:55"), ("08:40", "09:25"), ("09:30", "10:15"), ("10:20", "11:05"))
    ):
        y = 720 + 220 * k
        if k == 0:
            draw.rounded_rectangle((40, y - 95, 860, y + 95), 40, NIGHT)
        ink = FOAM if k == 0 else NIGHT
        draw.text((90, y), leaves, ink, font("800ExtraBold", 92), anchor="lm")
        draw.text((810, y), arrives, "#8fa3ad", font("500Medium", 76), anchor="rm")
        draw.line((400, y, 530, y), SIGNAL, 8)
    return page


def rounded_off(picture):
    """Return a screen with the black glass around it, its corners round."""
    whole = Image.new("RGB", (picture.width + 40, picture.height + 40), "#0b0d10")
    mask = Image.new("L", picture.size, 0)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, picture.width - 1, picture.height - 1), 95, 255)
    whole.paste(picture, (20, 20), mask)
    return whole


def telephone(picture, at, turn, tilt=0.0):
    """Put a telephone with its foot towards the viewer."""
    body = studio.prism(studio.rounded(0.072, 0.150, 0.011), 0.008, studio.material("#24272b", 0.3, Metallic=0.6), 0.0012)
    glass = studio.glowing(studio.printed(rounded_off(picture), 0.1), 0.6)
    screen = studio.sheet(0.0685, 0.1445, glass)
    studio.place(body, at, turn, (tilt, 0, 0))
    lift = studio.Vector((0, 0, 0.00815))
    lift.rotate(body.rotation_euler)
    studio.place(screen, tuple(studio.Vector(at) + lift), turn, (tilt, 0, 0))


SLATE = studio.mottled(studio.grainy(studio.material("#2c3a44", 0.6), 60, 0.0016), "#22303a", 9)
studio.box((4, 3, 0.04), SLATE, (0, 0.4, -0.04))
studio.box(
    (0.20, 0.17, 0.022),
    studio.mottled(studio.grainy(studio.material("#3b4a54", 0.65), 80, 0.001), "#30404b", 12),
    (-0.075, 0.06, 0),
    12,
    bevel=0.003,
)
telephone(timetable(), (-0.058, 0.045, 0.0225), 17)
telephone(ticket(), (0.083, 0.012, 0.0008), -11)
studio.sky("#9fb6cc", 0.5)
studio.sun((-0.70, 0.34, -0.42), 4.2, "#ffcf9e", 1.2)
studio.window_light((0.5, 0.9, 0.7), (0, 0, 0), (0.9, 0.5), 5, "#cfe3ff")
studio.camera((0.03, -0.30, 0.33), (0.014, 0.022, 0.008), 50, focus=(0.05, 0.0, 0.01), fstop=2.2)
studio.render((1800, 1200), samples=14, scale=0.7, exposure=0.2)
