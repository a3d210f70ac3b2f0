"""A stack of freshly printed magazines by the window, very close, with a shallow depth of field."""

import math
import random

import studio
from PIL import Image, ImageDraw

random.seed(21)
studio.empty_scene()


def edges(colour):
    """Paper seen from its cut side: fine uneven lines, one over the other."""
    made = studio.material(colour, 0.9)
    tree = made.node_tree
    new, join = tree.nodes.new, tree.links.new
    place, mapping, noise, ramp, bump = (
        new(f"ShaderNode{n}") for n in ("NewGeometry", "Mapping", "TexNoise", "ValToRGB", "Bump")
    )
    mapping.inputs["Scale"].default_value = (6, 6, 5200)
    noise.inputs["Scale"].default_value, noise.inputs["Detail"].default_value = 1, 3
    ramp.color_ramp.elements[0].position, ramp.color_ramp.elements[1].position = 0.3, 0.62
    ramp.color_ramp.elements[0].color, ramp.color_ramp.elements[1].color = studio.linear("#b7aa98"), studio.linear(colour)
    bump.inputs["Distance"].default_value = 0.0003
    join(place.outputs["Position"], mapping.inputs["Vector"])
    join(mapping.outputs["Vector"], noise.inputs["Vector"])
    join(noise.outputs["Fac"], ramp.inputs["Fac"])
    join(noise.outputs["Fac"], bump.inputs["Height"])
    shader = tree.nodes["Principled BSDF"]
    join(ramp.outputs["Color"], shader.inputs["Base Color"])
    join(bump.outputs["Normal"], shader.inputs["Normal"])
    return made


def folded(width, thick, inset):
    """The outline of a folded booklet from its foot: round at the back, a slanted cut at the front."""
    r = thick / 2 - inset
    back = [(-r * math.sin(math.pi * k / 16), thick / 2 + r * math.cos(math.pi * k / 16)) for k in range(17)]
    front = [(width - inset * 2, inset), (width - inset * 2 + r * 0.25, thick / 2), (width - inset * 2, thick - inset)]
    return [*back, *front]


def magazine(z, thick, colour, at, turn, size=(0.215, 0.29)):
    """One magazine lying with its cut edge to the right and its foot to the viewer."""
    cover = studio.material(colour, 0.35, Coat_Weight=0.15)
    width, height = size
    block = studio.prism(folded(width, thick, 0.0006), height - 0.001, PAGES)
    shell_outline = folded(width, thick, 0.0)
    back = shell_outline[:17]
    inner = [
        (x + 0.0005 * math.cos(math.pi * (k / 16 - 0.5)), zz - 0.0005 * math.sin(math.pi * (0.5 - k / 16)))
        for k, (x, zz) in enumerate(back)
    ]
    shell = [(width, thick), *back, (width, 0.0), (width, 0.0005), *reversed(inner), (width, thick - 0.0005)]
    wrap = studio.prism(shell, height, cover)
    a = math.radians(turn)
    for part, depth in ((block, height / 2 - 0.0005), (wrap, height / 2)):
        dx, dy = -width / 2, depth
        studio.place(
            part, (at[0] + dx * math.cos(a) - dy * math.sin(a), at[1] + dx * math.sin(a) + dy * math.cos(a), z), 0, (90, 0, turn)
        )


def front_page():
    """The cover on top: a sun over the sea, two words of black."""
    page = Image.new("RGB", (1075, 1450), "#efe6d6")
    draw = ImageDraw.Draw(page)
    draw.ellipse((300, 430, 1000, 1130), "#e2552b")
    draw.rectangle((0, 900, 1075, 1450), "#efe6d6")
    for k in range(11):
        y = 925 + 46 * k
        draw.rectangle((300 - 30 * k, y, 1000 + 20 * k, y + 9 + k), "#26323a")
    draw.rectangle((80, 90, 760, 190), "#26323a")
    draw.rectangle((80, 230, 300, 246), "#26323a")
    draw.rectangle((860, 90, 995, 106), "#e2552b")
    return page


PAGES = edges("#f6f1e6")
TABLE = studio.grainy(studio.material("#d8cfc2", 0.75), 120, 0.0008)
studio.box((4, 4, 0.04), TABLE, (0, 0, -0.04))
studio.box((6, 0.1, 4), studio.material("#d8cdbf", 0.95), (0, 1.9, 0))
stack = (
    (0.0125, "#26323a", 4), (0.0085, "#e9e1d2", -5), (0.0105, "#7d2230", 2), (0.0075, "#8fa7a3", -9),
    (0.0120, "#f0e9dc", 6), (0.0090, "#e2552b", -3), (0.0080, "#2f4a56", 8), (0.0110, "#efe6d6", -4),
)  # fmt: skip
level = 0.0
for thick, colour, turn in stack:
    shift = (random.uniform(-0.006, 0.006), random.uniform(-0.008, 0.008))
    magazine(level, thick, colour, shift, turn)
    level += thick + 0.0002
top = studio.sheet(
    0.215, 0.29, studio.printed(front_page(), 0.35, Coat_Weight=0.15), lambda u, v: 0.030 * max(0, u - 0.35) ** 2.2
)
studio.place(top, (shift[0] + 0.0005, shift[1], level + 0.0004), turn)
under = studio.sheet(0.214, 0.288, studio.material("#faf6ee", 0.7), lambda u, v: 0.016 * max(0, u - 0.35) ** 2.2)
studio.place(under, (shift[0] + 0.0005, shift[1], level + 0.0001), turn)

studio.sky("#d5dde6", 0.36)
studio.sun((0.72, 0.40, -0.42), 2.6, "#ffdfbd", 1.5)
studio.window_light((-1.3, -0.5, 0.9), (0, 0, 0.05), (0.9, 1.2), 9, "#fff2e2")
studio.camera((0.37, -0.44, 0.225), (0.036, -0.04, 0.058), 64, focus=(0.10, -0.15, 0.06), fstop=3.2)
studio.render((1600, 2000), samples=20, exposure=0.6, scale=0.65)
