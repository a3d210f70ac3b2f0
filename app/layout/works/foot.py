"""The words of a work at the foot of an upright page, and overleaf what is too long for it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.layout.blocks import Block
from app.layout.flow import Filled, fill
from app.layout.page import Item
from app.layout.scene import Scene, Sheet
from app.layout.works.legend import Note
from app.layout.works.shots import Work
from app.layout.works.texts import about, is_long, seen, title, where, whose


@dataclass(frozen=True, slots=True)
class Column:
    """Blocks that flow in a column from a place below the title."""

    x: float
    top: float
    filled: Filled


@dataclass(frozen=True, slots=True)
class Foot:
    """Words in their places below a y that is yet to be found; `height` is all that they take."""

    title: Block | None
    title_x: float
    columns: tuple[Column, ...]
    height: float
    dark: bool = False
    """Set in a colour for dark grounds."""

    @property
    def complete(self) -> bool:
        """Tell whether nothing goes on overleaf."""
        return not any(column.filled.rest for column in self.columns)

    def draw(self, sheet: Sheet, y: float) -> None:
        """Draw the words on a sheet."""
        self.draw_on(sheet.items, y)

    def draw_on(self, out: list[Item], y: float) -> None:
        """Draw the words with their top at y."""
        if self.title:
            self.title.draw(out, self.title_x, y)
        for column in self.columns:
            column.filled.draw(out, column.x, y + column.top)


def foot(
    scene: Scene, told: Work | None, notes: Sequence[Note], room: float, *, most: float = 0.0, color: str = "",
    beside: bool = False,
) -> Foot:  # fmt: skip
    """Set the words of a work in `room` points of height, or up to `most` where all of them fit into that; without `told` only
    what is seen on the pictures. What does not fit is set smaller before it goes on overleaf. `beside` puts the reason beside the
    title rather than below it, where brands do not centre everything.
    """

    def made(height: float, large: bool) -> Foot:
        if scene.brand.styles["title"].align == "center":
            return _centred(scene, told, notes, height, color, large)
        return _swiss(scene, told, notes, height, color, beside, large)

    words = made(room, True)
    for height, large in ((most, True), (room, False), (most, False)):
        if words.complete:
            break
        other = made(max(height, room), large)
        words = other if other.complete else words
    return words


def _swiss(scene: Scene, told: Work | None, notes: Sequence[Note], room: float, color: str, beside: bool, large: bool) -> Foot:
    """The title over the whole width; below it facts at the left and, large, why at the right."""
    grid = scene.grid
    narrow, wide = grid.span(4 if beside else 3), grid.span(8)
    if told is None:
        filled = fill(seen(scene, notes, wide, color=color), room)
        return Foot(None, 0.0, (Column(grid.x(4), 0.0, filled),), filled.used, bool(color))
    heading = title(scene, told, narrow if beside else grid.measure, room * (0.6 if large else 0.35), color=color)
    facts = [*whose(scene, told, narrow, color=color or "ink"), *where(scene, told, narrow, color=color, large=large)]
    reason = about(scene, told, wide, color=color, large=large)
    left = heading.height + grid.step
    right = left
    if beside:
        # Both begin on one line.
        first = heading.height - (len(heading.lines) - 1) * heading.leading
        right = max((first - reason[0].leading) // grid.step, 0.0) * grid.step if reason else 0.0
    if facts and reason and not beside:
        # The first lines of both columns stand on one line.
        left += grid.steps(max(reason[0].leading - facts[0].leading, 0.0))
    below = [*facts, *_apart(scene, seen(scene, notes, narrow, color=color))]
    columns = (
        Column(grid.left, left, fill(below, room - left)),
        Column(grid.x(4), right, fill(reason, room - right)),
    )
    height = max([heading.height, *(column.top + column.filled.used for column in columns)])
    return Foot(heading, grid.left - 2, columns, height, bool(color))


def _centred(scene: Scene, told: Work | None, notes: Sequence[Note], room: float, color: str, large: bool) -> Foot:
    """Everything in the middle, line by line: whose work it is, its title, why it is here, what is seen."""
    grid = scene.grid
    span = grid.span(10)
    seen_blocks = seen(scene, notes, span, color=color, centred=True)
    if told is None:
        filled = fill(seen_blocks, room)
        return Foot(None, 0.0, (Column(grid.x(1), 0.0, filled),), filled.used, bool(color))
    heading = title(scene, told, grid.measure, room * (0.55 if large else 0.35), color=color)
    why = about(scene, told, span, color=color, centred=True, large=large)
    facts = [*whose(scene, told, span, color=color, style="kicker"), *where(scene, told, span, centred=True, large=large)]
    first, second = (facts, why) if is_long(told) else (why, facts)
    blocks = [*first, *_apart(scene, second), *_apart(scene, seen_blocks)]
    top = heading.height + grid.step
    filled = fill(blocks, room - top)
    return Foot(heading, grid.left, (Column(grid.x(1), top, filled),), top + filled.used, bool(color))


def _apart(scene: Scene, blocks: Sequence[Block], steps: float = 1.0) -> list[Block]:
    """Put space above the first of some blocks."""
    return [replace(blocks[0], before=steps * scene.grid.step), *blocks[1:]] if blocks else []


def continued(scene: Scene, section: str, words: Foot) -> list[Sheet]:
    """Return the pages on which words go on that were too long for the foot."""
    sheets: list[Sheet] = []
    columns = [column for column in words.columns if column.filled.rest]
    while columns:
        sheet = Sheet(scene, section, chrome="on-plate" if words.dark else "ink")
        if words.dark:
            sheet.ground("plate")
        room = scene.grid.bottom - scene.grid.top
        columns = [Column(column.x, scene.grid.top, fill(column.filled.rest, room)) for column in columns]
        for column in columns:
            column.filled.draw(sheet.items, column.x, column.top)
        columns = [column for column in columns if column.filled.rest]
        sheets.append(sheet)
    return sheets
