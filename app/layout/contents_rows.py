"""The lines of a contents page: a title, the number of its page, and a place to click over the whole row."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from app.layout.blocks import Block, TextBlock
from app.layout.page import Item, LinkItem, RuleItem, Tag, TextItem
from app.layout.scene import Entry, Scene
from app.model.designation import designation
from app.text.glyphs import Line
from app.text.style import Align

WRAPPED = 1 / 3
"""The part of the titles that may take more than a line before all of them are set smaller."""
PART = 0.85
"""The size of a part's title at most, as a part of that of the entries."""
DOT, DOT_GAP = 0.7, 4.0
"""Size and distance of the leader's dots in points."""
PART_RULE = 0.62
"""How far below a part's row, in baseline steps, its rule stands, so that it is between the lines."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Where rows go: `width` of all of it, titles from `inset` on, the type size of titles,
    and the air above parts."""

    scene: Scene
    section: str
    width: float
    inset: float
    size: float
    air: float = 0.0

    def group(self, entry: Entry) -> str:
        """Return the name that joins the parts of a row in the document's structure."""
        return f"sections/{self.section}/entries/{entry.section}"

    def style(self, entry: Entry) -> tuple[str, float]:
        """Return the style of an entry's title and its size, 0 for the style's own; parts are smaller than entries."""
        if not entry.level:
            return "contents-entry", self.size
        least = PART * self.size
        return "contents-part", least if least < self.scene.setter.token("contents-part").size else 0.0

    def title(self, entry: Entry, width: float) -> TextBlock:
        """Set the title of an entry."""
        style, size = self.style(entry)
        setter = self.scene.setter
        made_from = (entry.title, style)
        return setter.remember(("title", entry.section, size, width), made_from, lambda: self._title(entry, width, style, size))

    def _title(self, entry: Entry, width: float, style: str, size: float) -> TextBlock:
        return self.scene.setter.text(
            style, entry.title, width, size=size, origin=f"sections/{entry.section}/title", tag=Tag.TOCI, group=self.group(entry),
            align=Align.LEFT, hyphenate=False, balance=True,
        )  # fmt: skip

    def number(self, entry: Entry, text: str) -> Line:
        """Set the number of an entry's page, as large as its title."""
        style, size = self.style(entry)
        return self.scene.setter.line("contents-page", text, size=size or self.scene.setter.token(style).size)

    def number_width(self, entries: Sequence[Entry]) -> float:
        """Return the width of the widest number of the entries."""
        return max((self.number(entry, entry.label).width for entry in entries), default=0.0)


def first_baseline(block: TextBlock) -> float:
    """Return how far below a block's top its first baseline lies."""
    return block.height - (len(block.lines) - 1) * block.leading


def row(rows: Rows, entry: Entry, height: float, draw: Callable[[list[Item], float, float], None]) -> Block:
    """Make a block of a row: what it draws, and the place to click over all of it. A heading stays with its first part."""

    def paint(out: list[Item], x: float, y: float) -> None:
        draw(out, x, y)
        out.append(LinkItem(x, y, rows.width, height, page=entry.page))

    return Block(height, paint)


def _opening(rows: Rows, entry: Entry, before_part: bool) -> float:
    """Return the air between an entry and its first part."""
    return rows.scene.grid.step if before_part and not entry.level else 0.0


def poster_row(rows: Rows, entry: Entry, digits: int, *, before_part: bool) -> Block:
    """A large number at the left, the title beside it. Numbers have so many digits at least. An entry has a rule above it, and
    air below if it stands `before_part`; there, a part has a rule below.
    """
    step, brand = rows.scene.grid.step, rows.scene.brand
    title = rows.title(entry, rows.width - rows.inset)
    number = rows.number(entry, entry.label.zfill(digits))
    # The units of all numbers of a size stand below each other.
    alike = [other for other in rows.scene.entries if other.level == entry.level]
    indent = max(rows.number(other, other.label.zfill(digits)).width for other in alike) - number.width
    top = step + rows.air if entry.level else 0.0
    height = top + title.height
    # Large letters have white at their left: it hangs into the margin, so that they stand below small ones.
    bearing = 0.0 if entry.level else rows.size * 0.05

    def draw(out: list[Item], x: float, y: float) -> None:
        if not entry.level:
            out.append(RuleItem(x, y, x + rows.width, y, brand.hairline * 2, brand.color("line")))
        elif before_part:
            below = y + height + PART_RULE * step + rows.air / 2
            out.append(RuleItem(x + rows.inset, below, x + rows.width, below, brand.hairline, brand.color("soft")))
        place = (x - bearing + indent, y + top + first_baseline(title), number)
        out.append(TextItem(*place, f"sections/{entry.section}/title", Tag.TOCI, rows.group(entry)))
        title.draw(out, x + rows.inset - bearing, y + top)

    return row(rows, entry, height + _opening(rows, entry, before_part), draw)


def leader_row(rows: Rows, entry: Entry, edge: float, *, before_part: bool) -> Block:
    """The title at the left, dots, and the number at the right. Titles leave `edge` points free at the right; one that stands
    `before_part` has air below.
    """
    brand = rows.scene.brand
    indent, top = (rows.inset, rows.air) if entry.level else (0.0, 0.0)
    title = rows.title(entry, rows.width - indent - edge)
    number = rows.number(entry, entry.label)
    last = title.lines[-1]

    def draw(out: list[Item], x: float, y: float) -> None:
        title.draw(out, x + indent, y + top)
        baseline, right = y + top + title.height, x + rows.width
        start = x + indent + last.x + last.width + DOT_GAP * 2
        # The dots are counted from the right, so that those of all rows stand below each other.
        end = right - edge + DOT_GAP * 3
        if end - start > DOT_GAP * 3:
            out.append(RuleItem(end, baseline - DOT, start, baseline - DOT, DOT, brand.color("line"), (DOT, DOT_GAP - DOT)))
        out.append(
            TextItem(right - number.width, baseline, number, f"sections/{entry.section}/title", Tag.TOCI, rows.group(entry))
        )

    return row(rows, entry, top + title.height + _opening(rows, entry, before_part), draw)


def facts(scene: Scene) -> Iterator[tuple[str, str]]:
    """Yield what the proposal is, with the origin of each: for whom, its number, its date."""
    proposal, words = scene.proposal, scene.words
    yield proposal.client.name, "client/name"
    yield designation(words, proposal), "number"
    yield words.date(proposal.date), "date"
