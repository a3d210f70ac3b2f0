"""A white cardboard model of a seaside quarter in low sun, seen close, with a shallow depth of field."""

import math
import random

import studio

random.seed(11)
studio.empty_scene()

CARD = studio.grainy(studio.material("#f4f1ea", 0.85), 260, 0.0006)
KRAFT = studio.mottled(studio.grainy(studio.material("#b98d62", 0.9), 320, 0.0006), "#a87b50", 40)
DARK = studio.material("#3a3d40", 0.5)
ACCENT = studio.grainy(studio.material("#d9603c", 0.8), 260, 0.0006)
WALL = studio.material("#d9d3c8", 0.9)
SEA = studio.material("#a9c3c9", 0.12, Specular_IOR_Level=0.6)
FOAM = studio.grainy(studio.material("#dfe0d2", 0.95), 420, 0.004)
MOSS = studio.grainy(studio.material("#9fae8c", 0.95), 420, 0.005)
STOREY = 0.11


def windows(width, storeys, made_at, turn, depth):
    """Rows of dark openings on the two long sides of a house."""
    count = max(2, round(width / 0.11))
    for floor in range(storeys):
        for k in range(count):
            x = (k + 0.5) / count * width - width / 2
            for side in (-1, 1):
                off = side * depth / 2
                a = math.radians(turn)
                at = (made_at[0] + x * math.cos(a) - off * math.sin(a), made_at[1] + x * math.sin(a) + off * math.cos(a))
                studio.box((0.042, 0.004, 0.062), DARK, (*at, made_at[2] + floor * STOREY + 0.026), turn)


def house(at, width, storeys, turn=0.0, depth=0.34, made=CARD, pitched=True):
    """One house: walls, floor lines cut into the card, windows, a gable roof."""
    height = storeys * STOREY
    studio.box((width, depth, height), made, at, turn, bevel=0.004)
    windows(width, storeys, at, turn, depth)
    if pitched:
        half, eave = depth / 2 + 0.012, 0.0
        gable = [(-half, eave), (half, eave), (0, 0.15)]
        roof = studio.prism(gable, width + 0.02, made, 0.003)
        a = math.radians(turn)
        foot = (at[0] + (width / 2 + 0.01) * math.cos(a), at[1] + (width / 2 + 0.01) * math.sin(a), at[2] + height)
        studio.place(roof, foot, 0, (90, 0, turn - 90))
    else:
        studio.box((width + 0.02, depth + 0.02, 0.02), made, (*at[:2], at[2] + height), turn, bevel=0.003)


def tree(at, size):
    """A ball of foam on a wire."""
    made = random.choice((FOAM, MOSS, MOSS))
    studio.lathe([(0.007, 0), (0.005, size * 1.1)], KRAFT, 8).location = at
    crown = studio.ball(size * 0.55, made, (at[0], at[1], at[2] + size * 1.3), 28)
    crown.scale = (1, random.uniform(0.9, 1.1), random.uniform(0.95, 1.25))


def yard(centre, width, depth, storeys, accent=False):
    """A courtyard block: four wings of uneven height around trees."""
    x, y = centre
    for k, (dx, dy, length, turn) in enumerate(
        ((0, -depth / 2, width, 0), (0, depth / 2, width, 0), (-width / 2, 0, depth - 0.36, 90), (width / 2, 0, depth - 0.36, 90))
    ):
        made = ACCENT if accent and k == 0 else CARD
        house((x + dx, y + dy, 0), length if turn else length + 0.34, storeys[k], turn, made=made, pitched=k % 2 == 0)
    for _ in range(9):
        tree((x + random.uniform(-0.32, 0.32) * width, y + random.uniform(-0.28, 0.28) * depth, 0), random.uniform(0.1, 0.17))


studio.box((40, 14, 0.06), WALL, (0, 0, -0.16))
studio.box((60, 0.2, 12), WALL, (0, 7.5, -0.2))
studio.box((7.4, 5.6, 0.1), CARD, (0.4, 1.35, -0.1), bevel=0.006)
studio.box((7.4, 2.0, 0.055), SEA, (0.4, -2.42, -0.1), bevel=0.004)
studio.box((7.4, 0.2, 0.03), KRAFT, (0.4, -1.36, 0), bevel=0.003)
for k in range(2):
    studio.box((0.2, 1.1, 0.02), KRAFT, (-0.4 + 2.3 * k, -1.9, -0.03), bevel=0.003)
yard((-1.75, 0.0), 1.5, 1.25, (3, 4, 3, 4))
yard((0.35, 0.05), 1.45, 1.3, (4, 5, 4, 3), accent=True)
yard((2.35, 0.15), 1.35, 1.4, (3, 5, 4, 4))
yard((-1.5, 2.0), 1.7, 1.3, (5, 6, 5, 5))
yard((0.7, 2.1), 1.5, 1.3, (6, 5, 6, 5))
yard((2.7, 2.2), 1.3, 1.3, (5, 6, 5, 5))
house((1.37, 1.05, 0), 0.46, 12, 0, 0.46, pitched=False)
for k in range(26):
    tree((-2.9 + 0.24 * k + random.uniform(-0.05, 0.05), -1.14 + random.uniform(-0.06, 0.06), 0), random.uniform(0.1, 0.16))
for k in range(9):
    tree((-0.72 + random.uniform(-0.06, 0.06), -0.7 + 0.42 * k, 0), random.uniform(0.11, 0.17))
studio.box((0.1, 0.34, 0.05), CARD, (0.9, -2.35, -0.045), 24, bevel=0.02)
studio.box((0.1, 0.3, 0.05), ACCENT, (-1.5, -2.1, -0.045), -62, bevel=0.02)

studio.sky("#cfdcea", 0.34)
studio.sun((0.80, 0.34, -0.40), 4.3, "#ffdcb4", 1.0)
studio.camera((-1.9, -5.3, 2.35), (0.35, 0.1, 0.32), 50, focus=(0.2, -0.6, 0.3), fstop=0.14)
studio.render((2400, 1600), samples=20, scale=0.8, exposure=0.55)
