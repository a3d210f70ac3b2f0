"""A quiet harbour at dawn: still water, a lighthouse on its mole, two boats, mist. The upper half is sky."""

import math
import random

import bpy
import studio

random.seed(4)
studio.empty_scene()


def dawn():
    """A sky that is warm and bright where the sun is about to rise, and cool above."""
    tree = bpy.context.scene.world.node_tree
    new, join = tree.nodes.new, tree.links.new
    direction = new("ShaderNodeTexCoord").outputs["Generated"]
    split = new("ShaderNodeSeparateXYZ")
    join(direction, split.inputs[0])
    ramp = new("ShaderNodeValToRGB")
    join(split.outputs["Z"], ramp.inputs[0])
    stops = ((0.0, "#f0c3a6"), (0.05, "#ecc9b5"), (0.15, "#dccbcb"), (0.34, "#9fb9cd"), (0.8, "#5f8bb0"))
    while len(ramp.color_ramp.elements) < len(stops):
        ramp.color_ramp.elements.new(0.5)
    for element, (at, colour) in zip(ramp.color_ramp.elements, stops, strict=True):
        element.position, element.color = at, studio.linear(colour)
    near = new("ShaderNodeVectorMath")
    near.operation = "DOT_PRODUCT"
    join(direction, near.inputs[0])
    near.inputs[1].default_value = SUN
    light = ramp.outputs["Color"]
    for edge, colour, strength in ((0.90, "#f6bd93", 0.55), (0.982, "#ffdcb8", 0.6), (0.9985, "#fff1de", 0.75)):
        glow, warm = new("ShaderNodeMapRange"), new("ShaderNodeMix")
        glow.interpolation_type = "SMOOTHERSTEP"
        join(near.outputs["Value"], glow.inputs["Value"])
        glow.inputs["From Min"].default_value, glow.inputs["To Max"].default_value = edge, strength
        warm.data_type = "RGBA"
        join(glow.outputs["Result"], warm.inputs["Factor"])
        join(light, warm.inputs["A"])
        warm.inputs["B"].default_value = studio.linear(colour)
        light = warm.outputs["Result"]
    join(light, tree.nodes["Background"].inputs["Color"])


def misty(made, thickness):
    """Let a material fade into the light of the horizon with its distance in metres."""
    tree = made.node_tree
    new, join = tree.nodes.new, tree.links.new
    out = tree.nodes["Material Output"]
    shader = out.inputs["Surface"].links[0].from_socket
    depth = new("ShaderNodeCameraData").outputs["View Distance"]
    ratio, fade, rest = new("ShaderNodeMath"), new("ShaderNodeMath"), new("ShaderNodeMath")
    ratio.operation, fade.operation, rest.operation = "DIVIDE", "EXPONENT", "SUBTRACT"
    join(depth, ratio.inputs[0])
    ratio.inputs[1].default_value = -thickness
    join(ratio.outputs[0], fade.inputs[0])
    rest.inputs[0].default_value = 1
    join(fade.outputs[0], rest.inputs[1])
    air = new("ShaderNodeEmission")
    air.inputs["Color"].default_value = studio.linear("#edc4a9")
    mix = new("ShaderNodeMixShader")
    join(rest.outputs[0], mix.inputs[0])
    join(shader, mix.inputs[1])
    join(air.outputs[0], mix.inputs[2])
    join(mix.outputs[0], out.inputs["Surface"])
    return made


def water():
    """Deep, still water: long swell with small ripples on it."""
    made = studio.material("#16313c", 0.06, Specular_IOR_Level=0.5)
    tree = made.node_tree
    new, join = tree.nodes.new, tree.links.new
    place = new("ShaderNodeNewGeometry")
    height = None
    for scale, stretch, depth in ((0.05, (0.35, 1, 1), 0.55), (0.35, (0.5, 1, 1), 0.10), (2.2, (0.6, 1, 1), 0.014)):
        mapping, noise, bump = new("ShaderNodeMapping"), new("ShaderNodeTexNoise"), new("ShaderNodeBump")
        mapping.inputs["Scale"].default_value = stretch
        noise.inputs["Scale"].default_value, noise.inputs["Detail"].default_value = scale, 2
        bump.inputs["Distance"].default_value = depth
        join(place.outputs["Position"], mapping.inputs["Vector"])
        join(mapping.outputs["Vector"], noise.inputs["Vector"])
        join(noise.outputs["Fac"], bump.inputs["Height"])
        if height:
            join(height, bump.inputs["Normal"])
        height = bump.outputs["Normal"]
    join(height, tree.nodes["Principled BSDF"].inputs["Normal"])
    return misty(made, 900)


def hills(distance, height, seed, colour, left, right):
    """A far shore: a flat silhouette with a soft ridge."""
    rough = random.Random(seed)
    waves = [(rough.uniform(0.4, 4), rough.uniform(0, 7), rough.uniform(0.2, 1)) for _ in range(9)]
    n = 160
    ridge = []
    for k in range(n + 1):
        t = k / n
        swell = sum(a / f * math.sin(6 * f * t + p) for f, p, a in waves) / 6
        ridge.append((left + (right - left) * t, max(0.6, height * math.sin(math.pi * min(1, t * 1.02)) ** 0.8 * (0.75 + swell))))
    shore = studio.prism([(left, -1), (right, -1), *reversed(ridge)], 1, misty(studio.material(colour, 1), 420))
    studio.place(shore, (0, distance, 0), tilt=(90, 0, 0))


def lighthouse(at):
    """A white tower with a red band, a gallery and a lit lantern."""
    white, red = misty(studio.material("#f1ece3", 0.7), 700), misty(studio.material("#b4442c", 0.7), 700)
    dark = misty(studio.material("#2b3238", 0.6), 700)
    lamp = studio.material("#ffd9a0", 0.4, Emission_Strength=6)
    lamp.node_tree.nodes["Principled BSDF"].inputs["Emission Color"].default_value = studio.linear("#ffc477")
    x, y, z = at
    studio.lathe([(0, 0), (1.75, 0), (1.7, 0.6), (1.5, 4.0)], white).location = at
    studio.lathe([(1.5, 4.0), (1.36, 6.6)], red).location = at
    studio.lathe([(1.36, 6.6), (1.2, 9.6), (0, 9.6)], white).location = at
    studio.lathe([(0, 9.4), (1.75, 9.6), (1.75, 9.8), (0, 9.8)], dark, smooth=False).location = at
    studio.lathe([(0.72, 9.8), (0.72, 11.2)], lamp).location = at
    studio.lathe([(1.0, 11.2), (0.9, 11.45), (0, 12.4)], red).location = at
    for k in range(12):
        a = 2 * math.pi * k / 12
        studio.box((0.05, 0.05, 0.9), dark, (x + 1.65 * math.cos(a), y + 1.65 * math.sin(a), z + 9.8))
    studio.lathe([(1.62, 10.66), (1.68, 10.66), (1.68, 10.72), (1.62, 10.72)], dark, smooth=False).location = at


def mole(start, end, width, height):
    """A breakwater: a flat top and tumbled stones along its foot."""
    stone = misty(studio.grainy(studio.material("#6b6a68", 0.95), 3, 0.05), 700)
    (x0, y0), (x1, y1) = start, end
    length, turn = math.hypot(x1 - x0, y1 - y0), math.degrees(math.atan2(y1 - y0, x1 - x0))
    studio.box((length, width, height + 1), stone, ((x0 + x1) / 2, (y0 + y1) / 2, -1), turn)
    for _ in range(420):
        t, side, size = random.random(), random.choice((-1, 1)), random.uniform(0.5, 1.3)
        off = side * (width / 2 + random.uniform(0, 1.5))
        x = x0 + (x1 - x0) * t - off * math.sin(math.radians(turn))
        y = y0 + (y1 - y0) * t + off * math.cos(math.radians(turn))
        rock = studio.box((size, size * 0.8, size * 0.8), stone, bevel=0.12)
        studio.place(
            rock, (x, y, random.uniform(-0.6, 0.5)), random.uniform(0, 360), (random.uniform(-30, 30), random.uniform(-30, 30), 0)
        )


def boat(at, turn, length, colour, mast):
    """A moored sailing boat with its sail furled along the boom."""
    hull = misty(studio.material(colour, 0.45), 700)
    wood, sail = misty(studio.material("#7a5a3c", 0.6), 700), misty(studio.material("#eee6d8", 0.8), 700)
    rows, n = [], 24
    for low, wide in ((-0.25, 0.55), (0.15, 0.9), (0.62, 1.0)):
        for k in range(n + 1):
            t = k / n
            beam = wide * length * 0.16 * (math.sin(math.pi * (0.12 + 0.88 * t)) ** 0.7 if t < 1 else 0)
            rows.append((length * (t - 0.5) * (0.9 + 0.1 * low), beam, low + 0.28 * (2 * t - 0.8) ** 2 * (low > 0.3)))
    port = [(x, -y, z) for x, y, z in rows]
    faces = [
        (j * (n + 1) + k, j * (n + 1) + k + 1, (j + 1) * (n + 1) + k + 1, (j + 1) * (n + 1) + k)
        for j in range(2)
        for k in range(n)
    ]
    parts = [studio.mesh(rows, faces, hull, True), studio.mesh(port, faces, hull, True)]
    deck = [rows[2 * (n + 1) + k] for k in range(n + 1)] + [port[2 * (n + 1) + k] for k in range(n, -1, -1)]
    parts.append(studio.mesh([(x, y, z - 0.08) for x, y, z in deck], [range(len(deck))], wood))
    for end in (rows, port):
        parts.append(
            studio.mesh(
                [end[0], end[n + 1], end[2 * (n + 1)], *[(p[0], 0, p[2]) for p in (end[2 * n + 2], end[n + 1], end[0])]],
                [range(6)],
                hull,
            )
        )
    parts.append(studio.box((length * 0.3, length * 0.17, 0.5), sail, (-0.02 * length, 0, 0.55), bevel=0.08))
    parts.append(studio.lathe([(0.06, 0.5), (0.035, mast)], wood, 12))
    parts[-1].location = (length * 0.12, 0, 0)
    boom = studio.lathe([(0.02, 0), (0.16, 0.3), (0.12, length * 0.36), (0.02, length * 0.42)], sail, 16)
    studio.place(boom, (length * 0.12, 0, 1.55), tilt=(0, -90, 0))
    parts.append(boom)
    for foot in (length * 0.465, -length * 0.46):
        rope = math.hypot(foot - length * 0.12, mast - 0.8)
        stay = studio.lathe([(0.012, 0), (0.012, rope)], wood, 6)
        studio.place(stay, (foot, 0, 0.7), tilt=(0, math.degrees(math.atan2(length * 0.12 - foot, mast - 0.8)), 0))
        parts.append(stay)
    holder = bpy.data.objects.new("boat", None)
    bpy.context.scene.collection.objects.link(holder)
    for part in parts:
        part.parent = holder
    studio.place(holder, at, turn, (random.uniform(-2, 2), 0, 0))


def jetty(at, count, turn):
    """A wooden landing stage on posts."""
    wood = misty(studio.grainy(studio.material("#5d5248", 0.9), 8, 0.01), 700)
    holder = bpy.data.objects.new("jetty", None)
    bpy.context.scene.collection.objects.link(holder)
    for k in range(count * 6):
        plank = studio.box(
            (2.1 + random.uniform(-0.04, 0.04), 0.24, 0.06),
            wood,
            (random.uniform(-0.02, 0.02), k * 0.27, 0.85),
            random.uniform(-0.6, 0.6),
        )
        plank.parent = holder
    for k in range(count):
        for side in (-0.95, 0.95):
            post = studio.lathe([(0.11, -1), (0.11, 1.0 + 0.7 * (k % 2)), (0, 1.0 + 0.7 * (k % 2))], wood, 16, smooth=False)
            post.location = (side, k * 1.62 + 0.6, 0)
            post.parent = holder
    studio.place(holder, at, turn)


SUN = (-0.125, 0.988, 0.085)
dawn()
studio.sheet(6000, 6000, water()).location = (0, 2800, 0)
hills(900, 62, 3, "#5b6f7c", -330, 250)
hills(620, 34, 8, "#4b616c", 20, 420)
hills(420, 15, 5, "#40545c", -330, -60)
mole((62, 118), (11, 104), 4.2, 1.6)
lighthouse((13.4, 104.6, 1.6))
boat((-6.8, 46, 0), 158, 7.2, "#e9e4da", 9.5)
boat((1.6, 66, 0), 28, 6.2, "#2f4a56", 8.2)
boat((-13.5, 92, 0), 170, 6.8, "#d9d2c5", 9.0)
jetty((7.4, 8.6, 0), 12, 14)
studio.sun((-SUN[0], -SUN[1], -0.075), 0.55, "#ffb27c", 5, glossy=False)
studio.camera((1.4, -4, 3.3), (0.4, 60, 3.3), 44, shift=(0, 0.10))
studio.render((2100, 2970), samples=16, scale=0.75, look="None")
