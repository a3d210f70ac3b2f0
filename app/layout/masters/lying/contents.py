"""Contents of a lying document: tiles large enough for a finger, the head and the facts beside them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.layout.area import Area
from app.layout.blocks import TextBlock
from app.layout.contents_rows import facts
from app.layout.estimate_rows import CAP_HEIGHT
from app.layout.heads import side_head
from app.layout.page import BoxItem, LinkItem, RuleItem, Tag, TextItem
from app.layout.scene import Entry, Scene, Sheet
from app.model.sections import Contents

HEAD_COLUMNS = 4
ARRANGEMENTS = ((1, 2), (1, 3), (2, 2), (2, 3), (2, 4), (3, 3), (2, 5), (3, 4), (2, 7), (2, 8))
"""Columns and rows of tiles on a page, the roomiest first."""
FLAT = 5
"""In tiles of so many baseline steps or fewer, number and title stand beside each other and are read column by column."""
FLAT_ROWS = 7
"""So many rows make tiles flat."""
GAP = 0.5
"""Distance of tiles, in baseline steps."""
NUMBER_ROOM = 3.5
"""Baseline steps that the number takes above a title."""
ALIKE = 0.8
"""This part of the titles at least stands in one size; longer ones may be smaller."""
RADIUS = 5.0


@dataclass(frozen=True, slots=True)
class _Tiles:
    """Tiles of one page: how many, how large in points (`pitch` from one row to the next), the type size of the titles."""

    columns: int
    rows: int
    width: float
    pitch: float
    step: float
    number: float
    size: float = 0.0

    @property
    def flat(self) -> bool:
        """Tell whether number and title stand beside each other."""
        return self.pitch <= FLAT * self.step

    @property
    def style(self) -> str:
        """Return the style of the titles."""
        return "contents-part" if self.flat else "contents-entry"

    @property
    def height(self) -> float:
        """Return the height of a tile."""
        return self.pitch - GAP * self.step

    @property
    def text_x(self) -> float:
        """Return where titles begin, from the tile's left edge."""
        return self.step + (self.number + self.step if self.flat else 0.0)

    @property
    def text_width(self) -> float:
        """Return the width that titles have."""
        return self.width - self.text_x - self.step

    @property
    def text_height(self) -> float:
        """Return the height that titles have."""
        return self.height - (0.5 if self.flat else NUMBER_ROOM) * self.step

    def place(self, index: int, count: int) -> tuple[float, float]:
        """Return where a tile of so many on the page stands, from the first one's corner."""
        column, row = divmod(index, -(-count // self.columns)) if self.flat else divmod(index, self.columns)[::-1]
        return column * (self.width + GAP * self.step), row * self.pitch


def tiles(scene: Scene, section: Contents) -> list[Sheet]:
    """Lay out the entries as tiles, on as many pages as they take."""
    sheets: list[Sheet] = []
    area = Area.of(scene.grid, HEAD_COLUMNS, 12 - HEAD_COLUMNS)
    tile = _arrangement(scene, section, area)
    for shown in _shares(scene.entries, tile.columns * tile.rows):
        sheet = Sheet(scene, section.id)
        title = section.title or scene.words("Contents")
        style = "section-title" if sheets else "title"
        side_head(
            sheet, f"sections/{section.id}", section.kicker, title, "", columns=HEAD_COLUMNS, bookmark=not sheets, style=style
        )
        if not sheets:
            side_facts(sheet)
        for i, entry in enumerate(shown):
            x, y = tile.place(i, len(shown))
            _tile(sheet, section, entry, tile, (area.x + x, area.y + y))
        sheets.append(sheet)
    return sheets


def _shares(entries: Sequence[Entry], most: int) -> list[Sequence[Entry]]:
    """Divide entries among as few pages as hold so many each, evenly."""
    pages = max(-(-len(entries) // most), 1)
    share = -(-len(entries) // pages)
    return [entries[i * share : (i + 1) * share] for i in range(pages)]


def _arrangement(scene: Scene, section: Contents, area: Area) -> _Tiles:
    """Return the largest tiles that hold the entries on the fewest pages; larger ones on more pages, where a title needs them."""
    densest = max(columns * rows for columns, rows in ARRANGEMENTS)
    share = len(_shares(scene.entries, densest)[0])
    enough = [choice for choice in ARRANGEMENTS if choice[0] * choice[1] >= share]
    roomier = [choice for choice in reversed(ARRANGEMENTS) if choice not in enough]
    for choice in (*enough, *roomier):
        tile = _sized(scene, area, choice, share)
        own = [_own_size(scene, section, entry, tile) for entry in scene.entries]
        if all(own):
            sizes = sorted(own, reverse=True)
            return replace(tile, size=sizes[min(int(len(sizes) * ALIKE), len(sizes) - 1)] if sizes else 0.0)
    tile = _sized(scene, area, ARRANGEMENTS[0], share)
    return replace(tile, size=_sizes(scene, tile)[-1])


def _sized(scene: Scene, area: Area, choice: tuple[int, int], share: int) -> _Tiles:
    """Return tiles of an arrangement; flat ones are no more rows than so many entries take."""
    columns, rows = choice
    flat = rows >= FLAT_ROWS
    rows = min(rows, -(-share // columns)) if flat else rows
    width = (area.width - GAP * area.step * (columns - 1)) / columns
    # Rows stand on half baseline steps, as display type does.
    pitch = int((area.height + GAP * area.step) / area.step / rows * 2) / 2 * area.step
    pitch = min(pitch, FLAT * area.step) if flat else pitch
    number = max((scene.setter.line("contents-page", entry.label).width for entry in scene.entries), default=0.0)
    return _Tiles(columns, rows, width, pitch, area.step, number)


def _sizes(scene: Scene, tile: _Tiles) -> tuple[float, ...]:
    token = scene.setter.token(tile.style)
    return (token.size, *token.sizes)


def _own_size(scene: Scene, section: Contents, entry: Entry, tile: _Tiles) -> float:
    """Return the largest size in which a title fits its tile: a word is broken in the smallest alone. 0 where none fits."""

    def make() -> float:
        sizes = _sizes(scene, tile)
        for size in sizes:
            block = _title(scene, section, entry, replace(tile, size=size))
            broken = size != sizes[-1] and any(line.joined for line in block.lines)
            inside = all(line.width <= tile.text_width + 0.01 for line in block.lines)
            if not broken and inside and block.height <= tile.text_height:
                return size
        return 0.0

    name = ("fit", tile.columns, tile.rows, entry.section)
    return scene.setter.remember(name, (entry.title, tile.text_width, tile.text_height), make)


def _title(scene: Scene, section: Contents, entry: Entry, tile: _Tiles, color: str = "", lines: int = 0) -> TextBlock:
    return scene.setter.text(
        tile.style, entry.title, tile.text_width, size=tile.size, origin=f"sections/{entry.section}/title", tag=Tag.TOCI,
        group=f"sections/{section.id}/entries/{entry.section}", color=color, balance=True, max_lines=lines,
    )  # fmt: skip


def _tile(sheet: Sheet, section: Contents, entry: Entry, tile: _Tiles, place: tuple[float, float]) -> None:
    """Draw a tile. Where the contents have parts, the tiles that open one shine."""
    scene, (x, y) = sheet.scene, place
    shines = not entry.level and any(other.level for other in scene.entries)
    ink = "on-accent" if shines else ""
    fill = scene.brand.color("accent" if shines else "wash")
    sheet.add(BoxItem(x, y, tile.width, tile.height, fill=fill, radius=RADIUS))
    own = _own_size(scene, section, entry, tile) or tile.size
    tile = replace(tile, size=min(own, tile.size))
    leading = scene.setter.leading(scene.setter.token(tile.style), tile.size)
    title = _title(scene, section, entry, tile, ink, max(int(tile.text_height / leading), 1))
    token = scene.setter.token("contents-page")
    size = token.size if tile.flat else max(token.size, tile.size)
    number = scene.setter.line("contents-page", entry.label, color=ink, size=size)
    group = f"sections/{section.id}/entries/{entry.section}"
    if tile.flat:
        number_y = y + (tile.height + size * CAP_HEIGHT) / 2
        # The middle of the lines is that of the tile; a line's letters stand in the lower part of its row.
        bottom = y + (tile.height + title.height) / 2 - (leading - tile.size * CAP_HEIGHT) / 2
    else:
        number_y = y + tile.step + size * CAP_HEIGHT
        bottom = y + tile.pitch - 1.5 * tile.step
    sheet.add(TextItem(x + tile.step, number_y, number, f"sections/{entry.section}/title", Tag.TOCI, group))
    sheet.place(title, x + tile.text_x, bottom - title.height)
    sheet.add(LinkItem(x, y, tile.width, tile.height, page=entry.page))


def side_facts(sheet: Sheet) -> None:
    """Draw for whom the proposal is, its number and its date at the foot of the left side."""
    scene, grid = sheet.scene, sheet.scene.grid
    area = Area.of(grid, 0, HEAD_COLUMNS)
    width = area.width - 2 * area.gutter
    blocks = [
        scene.setter.text("cell" if i else "cell-strong", text, width, origin=origin)
        for i, (text, origin) in enumerate(facts(scene))
        if text
    ]
    y = area.bottom - sum(block.height for block in blocks)
    sheet.add(
        RuleItem(
            area.x, y - 0.5 * area.step, area.x + width, y - 0.5 * area.step, scene.brand.hairline, scene.brand.color("soft")
        )
    )
    for block in blocks:
        y = sheet.place(block, area.x, y)
