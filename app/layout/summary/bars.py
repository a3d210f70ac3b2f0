"""Shares as hard bars: a row for every section, as long as its money, with the hours as a thin line below."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from app.layout.blocks import Block, TextBlock
from app.layout.clipped import clipped
from app.layout.estimate_rows import CAP_HEIGHT
from app.layout.face_row import face_row, row_width
from app.layout.page import BoxItem, Item, RuleItem, Tag, TextItem
from app.layout.scene import Scene
from app.layout.summary.shares import Share
from app.model.people import Person

TITLES = {3: 9.6, 4: 11.0, 5: 15.0, 6: 18.0}
"""The largest type of a title in a row of so many baseline steps; taller rows have the style's own."""
FIGURES = 3
"""Twelfths at the right for the sums."""
MOST_FACES = 6
LEAST_PERCENT = 8.0
"""Type size of a percentage beside the thinnest bar."""
TALL = 8
"""Rows of so many steps or more also say what a section is about."""
LOW = 5
"""Rows of fewer steps are crowded: rule and photographs keep to less room."""


@dataclass(frozen=True, slots=True)
class _Sizes:
    """Lengths of a row in baseline steps, from its top: where the bars begin, how thick they are, and the photographs."""

    bars: float
    money: float
    hours: float
    face: float

    @classmethod
    def of(cls, height: int, title: float) -> "_Sizes":
        """Divide a height of which the title takes a part."""
        begin = title + (0.38 if height < LOW else 0.6)
        free = height - begin - (0.5 if height < LOW else 1.0)
        return cls(begin, min(0.66 * free, 3.0), min(0.18 * free, 0.5), 1.9 if height >= LOW else 1.25)


def bar_row(scene: Scene, share: Share, height: int, longest: tuple[float, float], crowd: float) -> Block:
    """Return the row of a section. `longest` are the largest parts of money and hours that any section has, `crowd` is the width
    of the longest row of photographs by their diameter.
    """
    made_from = (share, height, longest, crowd)
    return scene.setter.remember(("bar", share.part.id), made_from, partial(_bar_row, scene, share, height, longest, crowd))


def crowd_of(shares: Sequence[Share]) -> float:
    """Return the width of the longest row of photographs that any section has, by their diameter."""
    return row_width(max((min(len(share.people), MOST_FACES) for share in shares), default=0), 1.0)


def _bar_row(scene: Scene, share: Share, height: int, longest: tuple[float, float], crowd: float) -> Block:
    grid, setter, step, brand = scene.grid, scene.setter, scene.grid.step, scene.brand
    left, right = grid.x(1) - grid.left, grid.measure
    chart = grid.span(11 - FIGURES)
    people = [person for person, _ in share.people]
    title = _title(scene, share, chart - (face_room(people, height, step) + grid.gutter if people else 0.0), height)
    scope = _scope(scene, share, chart) if height >= TALL else None
    sizes = _Sizes.of(height, (title.height + (scope.height if scope else 0.0)) / step)
    faces, faces_width = face_row(scene, people, sizes.face * step, MOST_FACES)
    number = setter.line("share-number", share.number, size=_size(title))
    amount = setter.line("share-amount", share.amount)
    below_amount = share.often or share.hours
    hours = setter.line("share-hours", below_amount) if below_amount else None
    first = title.height - (len(title.lines) - 1) * title.leading
    bars, thick = sizes.bars * step, sizes.money * step
    cap = min(0.9 * thick, setter.token("share-percent").size * CAP_HEIGHT)
    percent = setter.line("share-percent", share.percent, size=max(cap / CAP_HEIGHT, LEAST_PERCENT))
    # Where photographs would be just above it, the longest bar and what is said of it end left of them.
    reserved = crowd * sizes.face * step + grid.gutter * 0.6 if crowd and height < TALL else 0.0
    room = chart - percent.width - grid.gutter - reserved
    length = max(room * share.of_money / longest[0], brand.hairline * 3) if longest[0] else 0.0
    worked = room * share.of_hours / longest[1] if longest[1] else 0.0
    fill, ink, line = brand.color("accent"), brand.color("ink"), brand.color("soft" if share.number != "1" else "line")
    rule_y = -0.3 * step if height < LOW else 0.0
    middle = first - _size(title) * CAP_HEIGHT / 2
    group = f"share#{share.part.id}"

    def draw(out: list[Item], x: float, y: float) -> None:
        out.append(RuleItem(x, y + rule_y, x + right, y + rule_y, brand.hairline, line))
        out.append(TextItem(x, y + first, number, f"{share.origin}/title", Tag.TD, f"{group}#0"))
        title.draw(out, x + left, y)
        if scope:
            scope.draw(out, x + left, y + title.height)
        faces.draw(out, x + left + chart - faces_width, y + middle - sizes.face * step / 2)
        out.append(TextItem(x + right - amount.width, y + first, amount, share.origin, Tag.TD, f"{group}#2"))
        if hours:
            out.append(TextItem(x + right - hours.width, y + first + step, hours, share.origin, Tag.TD, f"{group}#3"))
        if share.often:
            return
        out.append(BoxItem(x + left, y + bars, length, thick, fill=fill, origin=share.origin))
        percent_y = y + bars + thick / 2 + percent.runs[0].size * CAP_HEIGHT / 2
        out.append(
            TextItem(x + left + max(length, worked) + grid.gutter * 0.6, percent_y, percent, share.origin, Tag.TD, f"{group}#1")
        )
        if worked:
            below = y + bars + thick + max(0.1 * thick, 1.4)
            out.append(BoxItem(x + left, below, worked, sizes.hours * step, fill=ink, origin=share.origin))

    return Block(height * step, draw)


def _scope(scene: Scene, share: Share, width: float) -> TextBlock | None:
    if not share.part.description:
        return None
    origin = f"{share.origin}/description"
    return scene.setter.text("section-text", clipped(share.part.description), width * 0.86, origin=origin, max_lines=2)


def face_room(people: Sequence[Person], height: int, step: float) -> float:
    """Return about how wide the photographs of a row are."""
    return row_width(min(len(people), MOST_FACES), (1.25 if height < LOW else 1.9) * step)


def _size(title: TextBlock) -> float:
    return title.lines[0].runs[0].size if title.lines and title.lines[0].runs else 0.0


def _title(scene: Scene, share: Share, width: float, height: int) -> TextBlock:
    """Set the title as large as the row allows, on one line if any size of the style does it."""
    token = scene.setter.token("share-title")
    largest = TITLES.get(height, token.size) + 0.01
    sizes = [size for size in (token.size, *token.sizes) if size <= largest]
    sizes = sizes or [token.sizes[-1] if token.sizes else token.size]
    fitting = [size for size in sizes if scene.setter.line("share-title", share.title, size=size).width <= width]
    size = fitting[0] if fitting else sizes[-1]
    # A low row's single line takes a step, however far apart the style sets its lines.
    changes: dict[str, Any] = {"leading": scene.grid.step} if height < LOW else {}
    return scene.setter.text(
        "share-title", share.title, width, origin=f"{share.origin}/title", tag=Tag.TD, group=f"share#{share.part.id}#0",
        size=size, max_lines=2 if height > LOW else 1, **changes,
    )  # fmt: skip


def key(scene: Scene, hours: bool) -> Block:
    """Return what the bars mean: a square for money and a thin line for hours."""
    brand, step, setter = scene.brand, scene.grid.step, scene.setter
    money = setter.line("table-head", scene.words("Money"))
    time = setter.line("table-head", scene.words("Hours"))
    left = scene.grid.x(1) - scene.grid.left
    square = money.runs[0].size * CAP_HEIGHT if money.runs else step * 0.5

    def draw(out: list[Item], x: float, y: float) -> None:
        base, place = y + 2 * step, x + left
        out.append(BoxItem(place, base - square, square * 1.6, square, fill=brand.color("accent")))
        out.append(TextItem(place + square * 1.6 + 4, base, money, "", Tag.ARTIFACT))
        place += square * 1.6 + 4 + money.width + 16
        out.append(BoxItem(place, base - square * 0.65, square * 2.2, square * 0.3, fill=brand.color("ink")))
        out.append(TextItem(place + square * 2.2 + 4, base, time, "", Tag.ARTIFACT))

    return Block(3 * step, draw if hours else lambda out, x, y: None)
