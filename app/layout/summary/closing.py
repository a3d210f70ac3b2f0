"""The total of a summary, and the way to it as a strip of figures."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from app.layout.blocks import Block, stack
from app.layout.estimate_columns import sum_decimals
from app.layout.page import Item, RuleItem, Tag
from app.layout.scene import Scene
from app.layout.summary.shares import facts
from app.model.sections import EstimatePages
from app.text.style import Align

Fact = tuple[str, str, str]


def total_text(scene: Scene) -> str:
    """Return what the client pays."""
    return scene.money(scene.totals.total, decimals=sum_decimals(scene))


def closing(scene: Scene, section: EstimatePages, width: float) -> Block:
    """Return label, total and the way to it, under a strong rule."""
    made_from = (total_text(scene), facts(scene, section))
    return scene.setter.remember(("closing", width), made_from, partial(_closing, scene, *made_from, width))


def _closing(scene: Scene, total: str, way: Sequence[Fact], width: float) -> Block:
    step, brand = scene.grid.step, scene.brand
    sum_, steps = headline(scene, total, width), _strip(scene, way, width)
    weight, color = brand.hairline * 2.5, brand.color("line")

    def draw(out: list[Item], x: float, y: float) -> None:
        out.append(RuleItem(x, y, x + width, y, weight, color))
        sum_.draw(out, x, y + step)
        steps.draw(out, x, y + 3 * step + sum_.height)

    return Block(3 * step + sum_.height + steps.height, draw)


def headline(scene: Scene, total: str, width: float) -> Block:
    """Return the label and the total, as large as the width allows."""
    label = scene.setter.text("share-label", scene.words("Project total"), width, tag=Tag.P)
    value = scene.setter.headline("share-total", total, width, 1, origin="estimate", tag=Tag.P)
    shift = 2 if scene.brand.styles["share-total"].align == "left" else 0

    def draw(out: list[Item], x: float, y: float) -> None:
        label.draw(out, x, y)
        value.draw(out, x - shift, y + label.height)

    return Block(label.height + value.height, draw)


def strip(scene: Scene, section: EstimatePages, width: float) -> Block:
    """Return the way to the total as figures beside each other, their words above them."""
    way = facts(scene, section)
    return scene.setter.remember(("strip", width), (way,), partial(_strip, scene, way, width))


def _strip(scene: Scene, way: Sequence[Fact], width: float) -> Block:
    gutter = scene.grid.gutter
    widths = _widths(scene, way, width - (len(way) - 1) * gutter)
    if len(way) > 1 and sum(widths) + (len(way) - 1) * gutter > width + 1e-3:
        return _lines(scene, way, width)
    return _line(scene, way, widths)


def _lines(scene: Scene, way: Sequence[Fact], width: float) -> Block:
    """Set figures on several lines, below each other in columns of one width."""
    gutter, needed = scene.grid.gutter, max(least for least, _ in map(partial(_needs, scene), way))
    most = max(min(int((width + gutter) / (needed + gutter)), len(way)), 1)
    lines = -(-len(way) // most)
    across = -(-len(way) // lines)
    cells = [(width - (across - 1) * gutter) / across] * across
    parted = [way[i : i + across] for i in range(0, len(way), across)]
    set_ = [_line(scene, part, cells[: len(part)]) for part in parted]
    return stack([block if not i else replace(block, before=scene.grid.step) for i, block in enumerate(set_)])


def _line(scene: Scene, way: Sequence[Fact], widths: Sequence[float]) -> Block:
    """Set figures beside each other, in cells of these widths."""
    setter, gutter = scene.setter, scene.grid.gutter
    align = Align(scene.brand.styles["share-note"].align)
    words = [setter.text("share-note", fact[0], cell, origin=fact[2]) for fact, cell in zip(way, widths, strict=True)]
    figures = [
        setter.text("share-amount", fact[1], cell, origin=fact[2], align=align) for fact, cell in zip(way, widths, strict=True)
    ]
    high = max((block.height for block in words), default=0.0)
    low = max((block.height for block in figures), default=0.0)

    def draw(out: list[Item], x: float, y: float) -> None:
        for name, figure, cell in zip(words, figures, widths, strict=True):
            name.draw(out, x, y + high - name.height)
            figure.draw(out, x, y + high)
            x += cell + gutter

    return Block(high + low, draw)


def _widths(scene: Scene, way: Sequence[Fact], room: float) -> list[float]:
    """Share a width among cells: what their figures and longest words need, and of the rest more for more words. Four cells or
    more take all of it, fewer stand as if they were four.
    """
    least, whole = zip(*(_needs(scene, fact) for fact in way), strict=True) if way else ((), ())
    centred = scene.brand.styles["share-note"].align == "center"
    free = max((room if centred else room * min(len(way) / 4, 1)) - sum(least), 0.0)
    wanted = [long - short for long, short in zip(whole, least, strict=True)]
    if sum(wanted) > free:
        return [short + free * want / sum(wanted) for short, want in zip(least, wanted, strict=True)]
    return [long + (free - sum(wanted)) / len(way) for long in whole]


def _needs(scene: Scene, fact: Fact) -> tuple[float, float]:
    """Return the least width of a cell, and that in which its words stand on one line."""
    name, figure, _ = fact
    longest = max((scene.setter.line("share-note", word).width for word in name.split()), default=0.0)
    least = max(scene.setter.line("share-amount", figure).width, longest) + 2
    return least, max(scene.setter.line("share-note", name).width, least)
