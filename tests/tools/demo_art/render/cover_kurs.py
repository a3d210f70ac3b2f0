"""The bold cover: arches within arches over stairs, and a ball, in hard sun. Its upper third stays empty for type."""

import math

import studio

studio.empty_scene()

PAPER = studio.grainy(studio.material("#f3f1ec", 0.9), 30, 0.004)
ORANGE = studio.grainy(studio.material("#ff4316", 0.8), 40, 0.003)
DEEP = studio.grainy(studio.material("#c42a0e", 0.8), 40, 0.003)
GREY = studio.grainy(studio.material("#c6c3bd", 0.9), 30, 0.004)


def bow(radius, spring, steps=72):
    """The points of a round head from right to left."""
    return [(radius * math.cos(math.pi * k / steps), spring + radius * math.sin(math.pi * k / steps)) for k in range(steps + 1)]


def arch(outer, inner, spring, depth, made, at):
    """A round-headed band that stands on the ground and faces the camera."""
    outline = [(inner, 0), (outer, 0), *bow(outer, spring), (-outer, 0), (-inner, 0), *reversed(bow(inner, spring))]
    band = studio.prism(outline, depth, made, 0.015)
    studio.place(band, at, tilt=(90, 0, 0))


def stairs(count, width, rise, run, made, at):
    """Steps that climb away from the camera."""
    for k in range(count):
        studio.box((width, run * (count - k), rise), made, (at[0], at[1] + run * (count + k) / 2, at[2] + rise * k), bevel=0.012)


studio.box((80, 60, 0.1), PAPER, (0, 0, -0.1))
studio.box((80, 0.2, 40), PAPER, (0, 9.0, 0))
arch(5.0, 3.75, 4.1, 2.6, ORANGE, (1.2, 8.8, 0))
arch(3.72, 2.55, 4.1, 1.7, GREY, (1.2, 8.8, 0))
arch(2.52, 1.45, 4.1, 0.8, DEEP, (1.2, 8.8, 0))
stairs(7, 2.9, 0.44, 0.62, PAPER, (1.2, 4.4, 0))
studio.box((1.9, 1.9, 2.5), GREY, (-3.6, 4.3, 0), bevel=0.02)
studio.ball(1.0, ORANGE, (-3.6, 4.3, 3.5))
studio.ball(0.55, PAPER, (3.6, 2.9, 0.55))

studio.sky("#dce6f5", 0.34)
studio.sun((-0.72, 0.62, -0.60), 3.05, "#fff9f0", 0.3)
studio.camera((0.15, -19, 5.6), (0.15, 3.0, 5.6), 54, shift=(0, 0.03))
studio.render((2100, 2970), samples=24, look="None", scale=0.8)
