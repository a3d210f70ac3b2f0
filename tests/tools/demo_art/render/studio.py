"""What every rendered picture of the demo shares: shapes, materials, light, camera, and the way to a JPEG file.

The scripts of this folder draw the demo's still lifes with Blender as a Python module (`bpy` 4.2, Pillow); neither is
needed to run or test the program. Each script is run alone: `python cover_kurs.py OUT.jpg [--preview]`.
"""

import argparse
import math
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import bpy
import numpy as np
from mathutils import Vector
from PIL import Image, ImageFilter

Vec = tuple[float, float, float]


def linear(colour: str) -> tuple[float, float, float, float]:
    """Turn `#rrggbb` (sRGB) into the renderer's linear light (IEC 61966-2-1)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return r, g, b, 1.0


def empty_scene() -> None:
    """Start from nothing."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    world = bpy.data.worlds.new("world")
    world.use_nodes = True
    bpy.context.scene.world = world


def sky(colour: str, strength: float) -> None:
    """One colour of light from everywhere."""
    node = bpy.context.scene.world.node_tree.nodes["Background"]
    node.inputs["Color"].default_value = linear(colour)
    node.inputs["Strength"].default_value = strength


def material(colour: str, roughness: float = 0.7, **inputs: float) -> bpy.types.Material:
    """Make a plain material; further inputs of the Principled shader by name with `_` for a space."""
    made = bpy.data.materials.new(colour)
    made.use_nodes = True
    shader = made.node_tree.nodes["Principled BSDF"]
    shader.inputs["Base Color"].default_value = linear(colour)
    shader.inputs["Roughness"].default_value = roughness
    for name, value in inputs.items():
        shader.inputs[name.replace("_", " ")].default_value = value
    return made


def grainy(made: bpy.types.Material, scale: float, depth: float, detail: float = 6.0) -> bpy.types.Material:
    """Give a material a fine uneven surface: `depth` metres of noise with features of 1/`scale` metres."""
    tree = made.node_tree
    place = tree.nodes.new("ShaderNodeNewGeometry")
    noise = tree.nodes.new("ShaderNodeTexNoise")
    noise.inputs["Scale"].default_value = scale
    noise.inputs["Detail"].default_value = detail
    bump = tree.nodes.new("ShaderNodeBump")
    bump.inputs["Distance"].default_value = depth
    tree.links.new(place.outputs["Position"], noise.inputs["Vector"])
    tree.links.new(noise.outputs["Fac"], bump.inputs["Height"])
    tree.links.new(bump.outputs["Normal"], tree.nodes["Principled BSDF"].inputs["Normal"])
    return made


def mottled(made: bpy.types.Material, colour: str, scale: float, stretch: Vec = (1, 1, 1)) -> bpy.types.Material:
    """Let a second colour show through in soft patches."""
    tree = made.node_tree
    shader = tree.nodes["Principled BSDF"]
    first = tuple(shader.inputs["Base Color"].default_value)
    place = tree.nodes.new("ShaderNodeNewGeometry")
    mapping = tree.nodes.new("ShaderNodeMapping")
    mapping.inputs["Scale"].default_value = stretch
    noise = tree.nodes.new("ShaderNodeTexNoise")
    noise.inputs["Scale"].default_value = scale
    noise.inputs["Detail"].default_value = 8
    ramp = tree.nodes.new("ShaderNodeValToRGB")
    ramp.color_ramp.elements[0].position, ramp.color_ramp.elements[1].position = 0.35, 0.68
    ramp.color_ramp.elements[0].color, ramp.color_ramp.elements[1].color = first, linear(colour)
    tree.links.new(place.outputs["Position"], mapping.inputs["Vector"])
    tree.links.new(mapping.outputs["Vector"], noise.inputs["Vector"])
    tree.links.new(noise.outputs["Fac"], ramp.inputs["Fac"])
    tree.links.new(ramp.outputs["Color"], shader.inputs["Base Color"])
    return made


def printed(picture: Image.Image, roughness: float = 0.55, **inputs: float) -> bpy.types.Material:
    """Make a material out of a drawing, laid over the UV square of the shape that wears it."""
    made = material("#ffffff", roughness, **inputs)
    with tempfile.NamedTemporaryFile(suffix=".png", delete=False) as file:
        picture.convert("RGB").save(file, "PNG")
    node = made.node_tree.nodes.new("ShaderNodeTexImage")
    node.image = bpy.data.images.load(file.name)
    node.image.pack()
    Path(file.name).unlink()
    made.node_tree.links.new(node.outputs["Color"], made.node_tree.nodes["Principled BSDF"].inputs["Base Color"])
    return made


def mesh(
    points: Sequence[Vec], faces: Iterable[Sequence[int]], made: bpy.types.Material, smooth: bool = False
) -> bpy.types.Object:
    """Put a shape into the scene."""
    data = bpy.data.meshes.new("mesh")
    data.from_pydata(list(points), [], [list(face) for face in faces])
    data.materials.append(made)
    if smooth:
        data.shade_smooth()
    thing = bpy.data.objects.new("thing", data)
    bpy.context.scene.collection.objects.link(thing)
    return thing


def soften(thing: bpy.types.Object, radius: float, segments: int = 3) -> bpy.types.Object:
    """Round the edges, as nothing real is perfectly sharp."""
    bevel = thing.modifiers.new("bevel", "BEVEL")
    bevel.width, bevel.segments, bevel.limit_method = radius, segments, "ANGLE"
    return thing


def place(thing: bpy.types.Object, at: Vec, turn: float = 0.0, tilt: Vec = (0, 0, 0)) -> bpy.types.Object:
    """Move a shape and turn it by degrees around the upright axis (`tilt`: further degrees around x, y, z)."""
    thing.location = at
    thing.rotation_euler = [math.radians(a) for a in (tilt[0], tilt[1], tilt[2] + turn)]
    return thing


def box(size: Vec, made: bpy.types.Material, at: Vec = (0, 0, 0), turn: float = 0.0, bevel: float = 0.0) -> bpy.types.Object:
    """Put a box that stands on `at`, the centre of its foot."""
    x, y, z = size[0] / 2, size[1] / 2, size[2]
    points = [(sx * x, sy * y, h) for h in (0, z) for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    faces = [(3, 2, 1, 0), (4, 5, 6, 7), (0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7)]
    thing = place(mesh(points, faces, made), at, turn)
    return soften(thing, bevel) if bevel else thing


def sheet(
    width: float, height: float, made: bpy.types.Material, bend: Callable[[float, float], float] | None = None
) -> bpy.types.Object:
    """Put a sheet with UV corners; `bend` gives the height at a point of the unit square."""
    n = 24 if bend else 1
    bend = bend or (lambda u, v: 0.0)
    grid = [(i / n, j / n) for j in range(n + 1) for i in range(n + 1)]
    points = [((u - 0.5) * width, (v - 0.5) * height, bend(u, v)) for u, v in grid]
    quads = [
        (j * (n + 1) + i, j * (n + 1) + i + 1, (j + 1) * (n + 1) + i + 1, (j + 1) * (n + 1) + i)
        for j in range(n)
        for i in range(n)
    ]
    thing = mesh(points, quads, made, smooth=True)
    uv = thing.data.uv_layers.new()
    for loop in thing.data.loops:
        uv.data[loop.index].uv = grid[loop.vertex_index]
    return thing


def lathe(
    profile: Sequence[tuple[float, float]], made: bpy.types.Material, steps: int = 96, smooth: bool = True
) -> bpy.types.Object:
    """Turn a profile of (radius, height) points around the upright axis; UV runs round and up."""
    turns = [2 * math.pi * k / steps for k in range(steps + 1)]
    points = [(r * math.cos(a), r * math.sin(a), z) for r, z in profile for a in turns]
    row = steps + 1
    faces = [
        (j * row + k, j * row + k + 1, (j + 1) * row + k + 1, (j + 1) * row + k)
        for j in range(len(profile) - 1)
        for k in range(steps)
    ]
    thing = mesh(points, faces, made, smooth)
    low, high = profile[0][1], profile[-1][1]
    uv = thing.data.uv_layers.new()
    for loop in thing.data.loops:
        at = loop.vertex_index
        uv.data[loop.index].uv = ((at % row) / steps, (points[at][2] - low) / ((high - low) or 1))
    return thing


def ball(radius: float, made: bpy.types.Material, at: Vec, steps: int = 96) -> bpy.types.Object:
    """Put a sphere around `at`."""
    half = steps // 2
    profile = [(radius * math.sin(math.pi * k / half), -radius * math.cos(math.pi * k / half)) for k in range(half + 1)]
    return place(lathe(profile, made, steps), at)


def prism(outline: Sequence[tuple[float, float]], depth: float, made: bpy.types.Material, bevel: float = 0.0) -> bpy.types.Object:
    """Raise a flat outline (x, y; counter-clockwise) to a height of `depth`."""
    n = len(outline)
    points = [(x, y, z) for z in (0, depth) for x, y in outline]
    sides = [(k, (k + 1) % n, n + (k + 1) % n, n + k) for k in range(n)]
    thing = mesh(points, [tuple(reversed(range(n))), tuple(range(n, 2 * n)), *sides], made)
    return soften(thing, bevel) if bevel else thing


def sun(towards: Vec, strength: float, colour: str = "#ffffff", spread: float = 0.5, glossy: bool = True) -> None:
    """Parallel light that travels `towards`; `spread` in degrees makes its shadows soft; `glossy`: seen in mirrors."""
    lamp = bpy.data.lights.new("sun", "SUN")
    lamp.energy, lamp.angle, lamp.color = strength, math.radians(spread), linear(colour)[:3]
    thing = bpy.data.objects.new("sun", lamp)
    thing.rotation_euler = Vector(towards).to_track_quat("-Z", "Y").to_euler()
    thing.visible_glossy = glossy
    bpy.context.scene.collection.objects.link(thing)


def window_light(at: Vec, target: Vec, size: tuple[float, float], power: float, colour: str = "#ffffff") -> None:
    """A soft rectangle of light, like a window with a blind."""
    lamp = bpy.data.lights.new("area", "AREA")
    lamp.shape, lamp.size, lamp.size_y = "RECTANGLE", *size
    lamp.energy, lamp.color = power, linear(colour)[:3]
    thing = bpy.data.objects.new("area", lamp)
    thing.location = at
    thing.rotation_euler = (Vector(target) - Vector(at)).to_track_quat("-Z", "Y").to_euler()
    bpy.context.scene.collection.objects.link(thing)


def camera(
    at: Vec, target: Vec, lens: float, focus: Vec | None = None, fstop: float = 0.0, shift: tuple[float, float] = (0, 0)
) -> None:
    """Look from `at` to `target` with a lens in mm (on the longer side of 36 mm); `fstop` above 0 blurs what is off the focus."""
    data = bpy.data.cameras.new("camera")
    data.lens, (data.shift_x, data.shift_y) = lens, shift
    data.clip_end = 5000
    if fstop:
        data.dof.use_dof, data.dof.aperture_fstop = True, fstop
        view = (Vector(target) - Vector(at)).normalized()
        data.dof.focus_distance = (Vector(focus or target) - Vector(at)).dot(view)
    thing = bpy.data.objects.new("camera", data)
    thing.location = at
    thing.rotation_euler = (Vector(target) - Vector(at)).to_track_quat("-Z", "Y").to_euler()
    bpy.context.scene.collection.objects.link(thing)
    bpy.context.scene.camera = thing


def render(
    size: tuple[int, int], samples: int = 96, look: str = "AgX - Medium High Contrast", exposure: float = 0.0, scale: float = 1.0
) -> None:
    """Render the scene to the JPEG file that the command line names; `--preview` makes it small and quick.

    `scale` below 1 renders fewer pixels and enlarges them: no loss where a shallow focus leaves little that is sharp.
    """
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--preview", action="store_true")
    parser.add_argument("--grain", type=float, default=1.0)
    wanted = parser.parse_args()
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    scene.render.resolution_x, scene.render.resolution_y = size
    scene.render.resolution_percentage = round(45_000 / max(size)) if wanted.preview else round(100 * scale)
    cycles = scene.cycles
    cycles.device, cycles.samples = "CPU", 24 if wanted.preview else samples
    cycles.use_adaptive_sampling, cycles.adaptive_threshold = True, 0.02
    cycles.use_denoising, cycles.denoiser = True, "OPENIMAGEDENOISE"
    cycles.max_bounces = cycles.diffuse_bounces = cycles.glossy_bounces = 6
    cycles.denoising_prefilter = "FAST"
    cycles.sample_clamp_indirect = 8
    scene.view_settings.view_transform = "AgX" if look.startswith("AgX") else "Standard"
    scene.view_settings.look = look
    scene.view_settings.exposure = exposure
    scene.render.image_settings.file_format, scene.render.image_settings.color_depth = "PNG", "16"
    with tempfile.TemporaryDirectory() as folder:
        scene.render.filepath = str(Path(folder) / "picture.png")
        bpy.ops.render.render(write_still=True)
        picture = Image.open(scene.render.filepath).convert("RGB")
    if not wanted.preview:
        picture = picture.resize(size, Image.Resampling.LANCZOS)
    wanted.out.parent.mkdir(parents=True, exist_ok=True)
    filmed(picture, wanted.grain).save(wanted.out, quality=88, optimize=True, progressive=True, subsampling=2)


def filmed(picture: Image.Image, grain: float) -> Image.Image:
    """Add what a lens and a film add: a breath of glow around the lights, a darker corner, fine grain."""
    values = np.asarray(picture, dtype=np.float32)
    glow = np.asarray(picture.filter(ImageFilter.GaussianBlur(max(picture.size) / 60)), dtype=np.float32)
    values = 255 - (255 - values) * (255 - 0.05 * np.clip(glow - 110, 0, None)) / 255
    height, width = values.shape[:2]
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j].astype(np.float32)
    values *= (1 - 0.07 * np.clip(x * x + y * y - 0.5, 0, 2))[..., None]
    noise = np.random.default_rng(7).normal(0, 1.6 * grain, (height, width, 1)).astype(np.float32)
    return Image.fromarray(np.clip(values + noise, 0, 255).astype(np.uint8))
