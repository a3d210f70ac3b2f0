"""Shares as a fine ring: the money outside, the hours as a thread inside, the total in the middle."""

import math
from collections.abc import Iterator, Sequence
from functools import partial

from app.layout.arcs import at, band
from app.layout.blocks import Block
from app.layout.estimate_rows import CAP_HEIGHT
from app.layout.page import Item, PathItem, Tag, TextItem
from app.layout.scene import Scene
from app.layout.summary.closing import total_text
from app.layout.summary.legend import THREAD_COLOR
from app.layout.summary.shares import Share
from app.layout.summary.tones import tints
from app.text.style import Align

THICK = 0.115
"""Thickness of the ring of money, in radii."""
THREAD = 0.02
"""Thickness of the ring of hours."""
BETWEEN = 0.04
"""Distance of the two."""
GAP = 1.4
"""Points between two parts of a ring."""
LABEL = 10.0
"""Points from the ring to the numbers around it."""
AROUND = 2
"""Baseline steps above and below the ring for the numbers."""
INSIDE = 0.8
"""The part of the inner diameter that type may take."""


def ring_block(scene: Scene, found: Sequence[Share], diameter: float) -> Block:
    """Return the ring in the middle of the measure, with room for the numbers around it."""
    made_from = (tuple(found), total_text(scene), diameter)
    return scene.setter.remember("ring", made_from, partial(_ring, scene, found, diameter))


def _ring(scene: Scene, found: Sequence[Share], diameter: float) -> Block:
    brand, setter, step = scene.brand, scene.setter, scene.grid.step
    radius = diameter / 2
    inner = radius * (1 - THICK)
    thread = inner - radius * BETWEEN
    hours = any(share.of_hours for share in found)
    room = 2 * INSIDE * (thread - radius * THREAD if hours else inner)
    label = setter.text("share-label", scene.words("Project total"), room, tag=Tag.P, align=Align.CENTER)
    value = setter.headline("share-total", total_text(scene), room, 1, origin="estimate", tag=Tag.P, align="center")
    middle, down = scene.grid.measure / 2, AROUND * step + radius
    # Type stands on the grid: its top is the whole step nearest to where it would be in the middle.
    top = round((down - (label.height + value.height) / 2) / step) * step
    tones = tints(brand, len(found))

    def draw(out: list[Item], x: float, y: float) -> None:
        cx, cy = x + middle, y + down
        for share, start, end in parts(found, [share.of_money for share in found], radius):
            path = band(cx, cy, radius, inner, start, end)
            out.append(PathItem(path, fill=tones[share.rank], origin=share.origin))
        for share, start, end in parts(found, [share.of_hours for share in found], thread):
            path = band(cx, cy, thread, thread - radius * THREAD, start, end)
            out.append(PathItem(path, fill=brand.color(THREAD_COLOR), origin=share.origin))
        out.extend(_numbers(scene, found, cx, cy, radius))
        label.draw(out, cx - room / 2, y + top)
        value.draw(out, cx - room / 2, y + top + label.height)

    return Block(scene.grid.steps(2 * down), draw)


def parts(found: Sequence[Share], of: Sequence[float], radius: float) -> Iterator[tuple[Share, float, float]]:
    """Yield the angles where each share's part of a ring begins and ends, the gaps between them left out."""
    shown = sum(1 for part in of if part)
    gap = GAP / radius if shown > 1 else 0.0
    angle = 0.0
    for share, part in zip(found, of, strict=True):
        if part:
            end = angle + part * 2 * math.pi
            # A part thinner than two gaps keeps half of itself.
            trim = min(gap / 2, part * math.pi / 2)
            yield share, angle + trim, end - trim
            angle = end


def _numbers(scene: Scene, found: Sequence[Share], cx: float, cy: float, radius: float) -> Iterator[TextItem]:
    """Yield the numbers around the ring; where parts are thin, some stand further out, and what still has no room is left to
    the list, which is in the same order.
    """
    taken: list[tuple[float, float, float]] = []
    for share, start, end in parts(found, [share.of_money for share in found], radius):
        line = scene.setter.line("share-number", share.number, size=_number_size(scene))
        size = line.runs[0].size
        for out in (LABEL, LABEL + size * 1.1):
            x, y = at(cx, cy, radius + out, (start + end) / 2)
            if all(
                math.hypot(x - other_x, y - other_y) > (line.width + other) / 2 + size * 0.5 for other_x, other_y, other in taken
            ):
                taken.append((x, y, line.width))
                yield TextItem(x - line.width / 2, y + size * CAP_HEIGHT / 2, line, f"{share.origin}/title", Tag.ARTIFACT)
                break


def _number_size(scene: Scene) -> float:
    token = scene.setter.token("share-number")
    return min(token.size, scene.grid.step)
