"""Big numbers: one alone is huge, a few stand in a row, many make a list."""

from collections.abc import Iterator

from app.layout.blocks import Block, TextBlock
from app.layout.page import Item, RuleItem
from app.layout.scene import Scene
from app.model.sections import Figure, Story
from app.text.style import Align

ROW = 4
"""So many numbers stand in a row; more make a list."""
MOST_LABEL = 5
"""What a number says takes so many lines at most; on pages too narrow for that, more than two make a list."""
LIST_SHARE = 0.26
"""How much of a list's width its numbers have."""


def figure_blocks(scene: Scene, section: Story, *, width: float = 0.0) -> list[Block]:
    """Return the numbers of a story as blocks over the whole type area, a list over `width` points where that is given.

    A list may be divided between its rows.
    """
    figures = section.figures
    if not figures:
        return []
    if len(figures) > ROW or (len(figures) > 2 and not _has_words(scene, section)):
        return list(_list(scene, section, width or scene.grid.measure))
    return [_one(scene, section) if len(figures) == 1 else figure_row(scene, section)]


def _has_words(scene: Scene, section: Story) -> bool:
    """Tell whether a number of a row has room below it for what it says."""
    width = scene.grid.span(12 // len(section.figures)) - 2 * scene.grid.gutter
    labels = (scene.setter.text("figure-label", figure.label, width) for figure in section.figures)
    return all(len(label.lines) <= MOST_LABEL for label in labels)


def _one(scene: Scene, section: Story) -> Block:
    """A single number as the biggest thing on its page, what it says beside its foot or, in centred brands, beneath it."""
    grid, setter = scene.grid, scene.setter
    figure, origin = section.figures[0], f"sections/{section.id}/figures/0"
    centred = scene.brand.styles["figure-value"].align == "center"
    value = setter.headline("sum", figure.value, grid.span(12 if centred else 9), 1, origin=f"{origin}/value")
    room = grid.span(8) if centred else grid.measure - min(_widest(value) + grid.gutter * 2, grid.span(8))
    label = setter.text("figure-label" if centred else "lead", figure.label, room, origin=f"{origin}/label")
    if centred:
        height = value.height + label.height + grid.step

        def draw(out: list[Item], x: float, y: float) -> None:
            value.draw(out, x, y)
            label.draw(out, x + (grid.measure - room) / 2, y + value.height + 0.5 * grid.step)

    else:
        height = max(value.height, label.height) + 0.5 * grid.step

        def draw(out: list[Item], x: float, y: float) -> None:
            value.draw(out, x - 2, y)
            label.draw(out, x + grid.measure - room, y + max(value.height, label.height) - label.height)

    return Block(grid.steps(height), draw)


def _widest(block: TextBlock) -> float:
    return max((line.x + line.width for line in block.lines), default=0.0)


def common_size(scene: Scene, section: Story, width: float) -> float:
    """Return the largest size in which every number of a story has room on one line: beside each other all are of one size."""
    setter, token = scene.setter, scene.setter.token("figure-value")
    sizes = (token.size, *token.sizes)
    widest = max(setter.line("figure-value", figure.value, size=sizes[-1]).width for figure in section.figures) / sizes[-1]
    return next((size for size in sizes if widest * size <= width), sizes[-1])


def figure_row(scene: Scene, section: Story) -> Block:
    """Two to four big numbers in a row, all in one size, with what they say beneath."""
    grid, setter, brand = scene.grid, scene.setter, scene.brand
    figures = section.figures
    centred = brand.styles["figure-value"].align == "center"
    span = 12 // max(len(figures), 1)
    width = grid.span(span)
    inner = width - (grid.gutter if not centred else 2 * grid.gutter)
    size = common_size(scene, section, inner)
    origin = f"sections/{section.id}/figures"
    values = [
        setter.text(
            "figure-value", figure.value, inner, size=size, origin=f"{origin}/{i}/value", typograph=False, hyphenate=False
        )
        for i, figure in enumerate(figures)
    ]
    labels = [setter.text("figure-label", figure.label, inner, origin=f"{origin}/{i}/label") for i, figure in enumerate(figures)]
    top = max((value.height for value in values), default=0.0)
    height = grid.step + top + max((label.height for label in labels), default=0.0) + grid.step

    def draw(out: list[Item], x: float, y: float) -> None:
        line = brand.color("line")
        for i, (value, label) in enumerate(zip(values, labels, strict=True)):
            left = x + i * (width + grid.gutter)
            if centred:
                if i:
                    edge = left - grid.gutter / 2
                    out.append(RuleItem(edge, y + grid.step, edge, y + height - 0.5 * grid.step, brand.hairline, line))
                left += grid.gutter
            else:
                out.append(RuleItem(left, y, left + width, y, brand.hairline * 2.5, line))
            value.draw(out, left, y + top - value.height)
            label.draw(out, left, y + top + grid.step * 0.5)

    return Block(grid.steps(height), draw)


def _list(scene: Scene, section: Story, width: float) -> Iterator[Block]:
    """Numbers below each other, hairlines between them: the number at the left, what it says at the right."""
    for i, figure in enumerate(section.figures):
        yield _list_row(scene, f"sections/{section.id}/figures/{i}", figure, width, last=i == len(section.figures) - 1)


def _list_row(scene: Scene, origin: str, figure: Figure, width: float, *, last: bool) -> Block:
    grid, setter, brand = scene.grid, scene.setter, scene.brand
    left = width * LIST_SHARE
    value = setter.headline("section-sum", figure.value, left - grid.gutter, 2, origin=f"{origin}/value", align="left")
    label = setter.text("body", figure.label, min(width - left, grid.span(8)), origin=f"{origin}/label", align=Align.LEFT)
    first = value.leading if len(value.lines) == 1 else 0.0
    # The first line of what it says stands on the number's line.
    drop = max(grid.steps(first) - label.leading, 0.0)
    inner = max(value.height, label.height + drop)
    height = grid.steps(inner + grid.step)

    def draw(out: list[Item], x: float, y: float) -> None:
        line = brand.color("line")
        out.append(RuleItem(x, y, x + width, y, brand.hairline, line))
        if last:
            out.append(RuleItem(x, y + height, x + width, y + height, brand.hairline, line))
        value.draw(out, x, y + 0.25 * grid.step)
        label.draw(out, x + left, y + 0.25 * grid.step + drop)

    return Block(height, draw)
