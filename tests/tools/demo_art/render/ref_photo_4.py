"""A museum's signs: a huge number and an arrow on a concrete wall, light falling through an opening."""

from pathlib import Path

import bpy
import studio

studio.empty_scene()
FONTS = Path(__file__).parents[4] / "assets" / "fonts"


def letters(text, height, depth, made, at, turn=0.0):
    """Put solid letters on a wall that faces the camera."""
    curve = bpy.data.curves.new("letters", "FONT")
    curve.body, curve.size, curve.extrude, curve.bevel_depth = text, height, depth / 2, 0.003
    curve.font = bpy.data.fonts.load(str(FONTS / "inter-tight" / "InterTight_900Black.ttf"))
    curve.space_character = 0.94
    thing = bpy.data.objects.new("letters", curve)
    curve.materials.append(made)
    bpy.context.scene.collection.objects.link(thing)
    studio.place(thing, at, turn, (90, 0, 0))


CONCRETE = studio.mottled(studio.grainy(studio.material("#a9a59e", 0.9), 9, 0.012, 10), "#95918a", 1.1)
FLOOR = studio.mottled(studio.grainy(studio.material("#8b8882", 0.25), 14, 0.002), "#7c7974", 1.4)
YELLOW = studio.material("#f2c230", 0.5)
BLACK = studio.material("#1a1a1a", 0.45)
studio.box((16, 0.3, 6), CONCRETE, (0, 0.15, 0))
studio.box((16, 9, 0.2), FLOOR, (0, -4.2, -0.2))
for k in range(5):
    studio.box((0.012, 0.02, 6), studio.material("#77736c", 1), (-3.6 + 1.9 * k, -0.005, 0))
for x in (-2.65, -0.75, 1.15, 3.05):
    for z in (0.9, 2.9):
        hole = studio.lathe([(0, 0), (0.03, 0), (0.03, 0.012)], studio.material("#5e5b55", 1), 24)
        studio.place(hole, (x, -0.012, z), 0, (-90, 0, 0))
letters("3", 3.3, 0.10, YELLOW, (-2.75, -0.06, 0.35))
letters("ATOM", 0.62, 0.06, BLACK, (0.05, -0.05, 1.42))
arrow = [
    (0, -0.055),
    (1.55, -0.055),
    (1.2, -0.40),
    (1.36, -0.40),
    (1.76, 0),
    (1.36, 0.40),
    (1.2, 0.40),
    (1.55, 0.055),
    (0, 0.055),
]
studio.place(studio.prism(arrow, 0.06, YELLOW, 0.003), (0.1, -0.02, 0.92), 0, (90, 0, 0))
bench = studio.material("#3a3835", 0.5)
studio.box((2.2, 0.5, 0.10), CONCRETE, (2.9, -1.1, 0.36), bevel=0.01)
for x in (2.1, 3.7):
    studio.box((0.14, 0.42, 0.36), bench, (x, -1.1, 0))
roof = studio.material("#888888", 1)
studio.box((16, 3.6, 0.3), roof, (0, -1.6, 5.4))
beam = studio.box((9, 0.3, 0.9), roof)
studio.place(beam, (-3.4, -3.2, 2.3), 0, (0, -38, 0))
studio.sky("#c4d3e2", 1.0)
studio.sun((0.45, 0.72, -0.50), 4.3, "#ffe7c8", 0.5)
studio.camera((0.9, -7.2, 1.5), (0.25, 0, 1.62), 37, focus=(0, 0, 1.5), fstop=4)
studio.render((1800, 1200), samples=14, scale=0.7, exposure=0.35)
