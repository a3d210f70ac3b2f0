"""Packages side by side: what is in each, and what it costs. The recommended one stands on a ground of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.layout.blocks import Block, TextBlock
from app.layout.estimate_rows import RULE_AT
from app.layout.flow import Filled, fill
from app.layout.heads import head
from app.layout.package_rows import Compared, compared
from app.layout.page import BoxItem, Item, RuleItem, Tag, TextItem
from app.layout.scene import Scene, Sheet
from app.layout.total_notes import vat_note
from app.model.estimate import Period
from app.model.package import Package
from app.model.sections import Packages
from app.totals import PackageTotal, PeriodTotal

MOST = 4
"""So many packages stand side by side; more go on in a table of their own."""
LABELS = {1: 6, 2: 6, 3: 3, 4: 4}
"""Twelfths of the names at the left, by the number of packages. The rest of the page is theirs."""
PAD = 0.5
"""Steps of air at both sides of a recommended package's column."""
PRICES = (30.0, 26.0, 22.0, 19.0, 16.0, 13.5, 11.0, 9.0)
PRICE_RAISED = 0.35
"""Steps by which a price stands off the small lines below it."""
LOOSE_RULE_AT = 0.22
"""Where in the first step of a row with air its rule stands: as far from the words above as from those below."""
AIRS = (0, 1)
"""Steps of air that rows may have beside their usual one."""
EVEN = 3
"""Further pages are filled evenly, give or take so many rows."""
INSIDE, OUTSIDE = "•", "–"
DISC = 2.1
"""So many times as large as the text is the disc that says that something is in a package."""


@dataclass(frozen=True, slots=True)
class _Table:
    """The columns of one table: some of the packages, with the index of the first one."""

    scene: Scene
    section: Packages
    first: int
    packages: tuple[Package, ...]
    totals: tuple[PackageTotal, ...]

    @property
    def labels(self) -> int:
        """Return how many twelfths the names take."""
        return LABELS[len(self.packages)]

    @property
    def width(self) -> float:
        """Return the width of a package's column."""
        grid, count = self.scene.grid, len(self.packages)
        return (grid.span(12 - self.labels) - (count - 1) * grid.gutter) / count

    def x(self, column: int) -> float:
        """Return the left edge of a package's column from that of the table."""
        grid = self.scene.grid
        return grid.x(self.labels) - grid.left + column * (self.width + grid.gutter)

    @property
    def recommended(self) -> int:
        """Return which of the columns is recommended, −1 for none."""
        return next((i for i, package in enumerate(self.packages) if package.id == self.section.recommended), -1)


@dataclass(frozen=True, slots=True, eq=False)
class _Row(Block):
    """A row; `bare` is the same without the rule and the space above it."""

    bare: Block | None = None


def packages(scene: Scene, section: Packages) -> list[Sheet]:
    """Lay out the comparison; an estimate without packages has none."""
    listed = scene.proposal.estimate.packages
    if not listed:
        return []
    sheet = Sheet(scene, section.id)
    lines = 1 if scene.grid.lying else 2
    title = section.title or scene.words("Packages")
    y = head(sheet, f"sections/{section.id}", section.kicker, title, section.lead, lines=lines) + scene.grid.step
    sheets = [sheet]
    most = _most(scene)
    for first in range(0, len(listed), most):
        table = _Table(scene, section, first, listed[first : first + most], scene.totals.packages[first : first + most])
        if first:
            sheets.append(Sheet(scene, section.id))
            y = scene.grid.top
        _draw(table, sheets, y)
    return sheets


def _most(scene: Scene) -> int:
    """Return how many packages stand side by side so that their sums do."""
    sums = [scene.money(total.total, decimals=_decimals(scene)) for total in scene.totals.packages]
    widest = max(scene.setter.line("cell-strong", amount).width for amount in sums)
    for count in range(MOST, 1, -1):
        grid = scene.grid
        if (grid.span(12 - LABELS[count]) - (count - 1) * grid.gutter) / count >= widest:
            return count
    return 1


def _draw(table: _Table, sheets: list[Sheet], y: float) -> None:
    """Draw a table from `y` of the last sheet on, with as much air between its rows as takes no more pages."""
    grid = table.scene.grid
    tight, loose = (_pages(table, y, air) for air in AIRS)
    for number, (top, filled) in enumerate(loose if len(loose) <= len(tight) else tight):
        if number:
            sheets.append(Sheet(table.scene, table.section.id))
        if filled.placed:
            _ground(table, sheets[-1], top, filled)
            filled.draw(sheets[-1].items, grid.left, top)


def _pages(table: _Table, y: float, air: float) -> list[tuple[float, Filled]]:
    """Share the rows among pages, the heads again on every further one; return where each begins, and what stands there."""
    grid = table.scene.grid
    heads, again = _heads(table), _heads_again(table)
    left: Sequence[Block] = [*_rows(table, air), _sums(table)]
    pages: list[tuple[float, Filled]] = []
    prefix = heads
    slide = grid.lying and y + heads.height <= grid.bottom
    if slide and heads.height + sum(block.before + block.height for block in left) > grid.bottom - y:
        # A slide says one thing: first what the packages are and cost, then what is in them.
        y = max(y, grid.down(grid.bottom - heads.height - grid.step))
        pages.append((y, fill([heads], grid.bottom - y)))
        y, prefix = grid.top, again
    while left:
        room = _even(prefix, left, grid.bottom - y) if prefix is again else grid.bottom - y
        filled = fill([prefix, *left], room)
        if len(filled.placed) < 2 and y > grid.top:
            pages.append((y, fill((), room)))
        else:
            pages.append((y, filled))
            left, prefix = _opening(filled.rest), again
        y = grid.top
    return pages


def _opening(left: Sequence[Block]) -> Sequence[Block]:
    """Return what goes on below the heads of a further page, whose rule is the only one above its first row."""
    first = left[0] if left else None
    return (first.bare, *left[1:]) if isinstance(first, _Row) and first.bare else left


def _even(prefix: Block, left: Sequence[Block], room: float) -> float:
    """Return how much of each further page is used, so that the last one is not left with a row or two."""
    whole = sum(block.before + block.height for block in left)
    pages = -int(-whole // (room - prefix.height))
    return room if pages < 2 else min(room, whole / pages + prefix.height + EVEN * max(block.height for block in left))


def _ground(table: _Table, sheet: Sheet, y: float, filled: Filled) -> None:
    """Lay a pale ground under the recommended package."""
    column = table.recommended
    if column < 0:
        return
    grid, pad = table.scene.grid, PAD * table.scene.grid.step
    x = grid.left + table.x(column) - pad
    sheet.add(BoxItem(x, y - grid.step, table.width + 2 * pad, filled.used + 2 * grid.step, fill=table.scene.brand.color("wash")))


def _heads(table: _Table) -> Block:
    """Names, whom they are for, prices."""
    scene, step = table.scene, table.scene.grid.step
    width = table.width
    names = [
        scene.setter.headline("section-title", package.title, width, 2, origin=_path(package, "title"), tag=Tag.TH)
        for package in table.packages
    ]
    texts = [scene.setter.text("item-text", one.text, width, origin=_path(one, "text"), tag=Tag.TD) for one in table.packages]
    prices = _prices(table)
    name_height = max(block.height for block in names)
    text_y = step + name_height + step
    price_y = text_y + max(block.height for block in texts) + step
    label = scene.setter.line("kicker", scene.words("Recommended"), color="accent-text")
    weight, color = scene.brand.hairline * 3, scene.brand.color("line")

    def draw(out: list[Item], x: float, y: float) -> None:
        for i in range(len(table.packages)):
            left, group = x + table.x(i), f"packages#{table.first + i}"
            if i == table.recommended:
                out.append(TextItem(left, y + step, label, f"sections/{table.section.id}/recommended", Tag.TD, group))
            names[i].draw(out, left, y + step + name_height - names[i].height)
            texts[i].draw(out, left, y + text_y)
            for row, price in enumerate(prices[i]):
                raised = 0.0 if row else PRICE_RAISED * step
                price.draw(out, left, y + price_y - raised + sum(one.height for one in prices[i][:row]))
        bottom = y + height
        out.append(RuleItem(x, bottom, x + scene.grid.measure, bottom, weight, color))

    height = price_y + max(sum(one.height for one in column) for column in prices) + step
    return Block(height, draw, keep=True)


def _prices(table: _Table) -> list[list[TextBlock]]:
    """Return what each package costs: once, every month, every year; with its hours and the tax."""
    scene, width = table.scene, table.width
    size = _price_size(table)
    columns = []
    for total in table.totals:
        blocks: list[TextBlock] = []
        origin = f"estimate/packages/{total.id}"
        for i, period in enumerate(one for one in total.periods if one.total or one.period is Period.ONCE):
            if i == 0 and not period.total and len(total.periods) > 1:
                continue
            amount = _due(scene, period, plus=bool(blocks))
            if blocks:
                blocks.append(scene.setter.text("cell-strong", amount, width, origin=origin, tag=Tag.TD))
            else:
                blocks.append(scene.setter.text("share-percent", amount, width, origin=origin, tag=Tag.TD, size=size))
        hours = scene.words.hours(total.hours) if total.hours and table.section.show_hours else ""
        notes = [hours, vat_note(scene)]
        note = " · ".join(filter(None, notes))
        if note:
            blocks.append(scene.setter.text("item-text", note, width, origin=origin, tag=Tag.TD))
        columns.append(blocks)
    return columns


def _price_size(table: _Table) -> float:
    """Return the largest size at which every price stands on one line."""
    scene = table.scene
    texts = [scene.money(total.total, decimals=_decimals(scene)) for total in table.totals]
    own = scene.setter.token("share-percent").size
    for size in (one for one in PRICES if one <= own):
        if all(scene.setter.line("share-percent", text, size=size).width <= table.width for text in texts):
            return size
    return PRICES[-1]


def _due(scene: Scene, period: PeriodTotal, *, plus: bool) -> str:
    """Return an amount with how often it is due."""
    amount = scene.money(period.total, decimals=_decimals(scene))
    text = {
        Period.ONCE: amount,
        Period.MONTH: scene.words("{amount} a month", amount=amount),
        Period.YEAR: scene.words("{amount} a year", amount=amount),
    }[period.period]
    return f"+ {text}" if plus else text


def _decimals(scene: Scene) -> bool:
    """Tell whether any of the prices needs decimals; then all show them."""
    sums = [period.total for package in scene.totals.packages for period in package.periods]
    return any(amount != amount.to_integral_value() for amount in sums)


def _heads_again(table: _Table) -> Block:
    """The names alone, for further pages."""
    scene, step = table.scene, table.scene.grid.step
    names = [scene.setter.text("cell-strong", package.title, table.width, tag=Tag.ARTIFACT) for package in table.packages]
    height = max(block.height for block in names) + step
    weight, color = scene.brand.hairline * 3, scene.brand.color("line")

    def draw(out: list[Item], x: float, y: float) -> None:
        for i, name in enumerate(names):
            name.draw(out, x + table.x(i), y + height - step - name.height)
        out.append(RuleItem(x, y + height, x + scene.grid.measure, y + height, weight, color))

    return Block(height, draw, keep=True)


def _rows(table: _Table, air: float) -> Iterator[Block]:
    rows = compared(table.scene.proposal.estimate, table.section.detail)
    last = len(rows) - 1
    for i, row in enumerate(rows):
        heading = not row.item
        # A section's name stays with its first item, and no item is left alone at the foot of its list.
        begins = bool(row.item) and not rows[i - 1].item and i < last and bool(rows[i + 1].item)
        keep = (heading and not row.inside) or begins or i == last
        yield _row(table, row, i, keep, air)


def _row(table: _Table, row: Compared, number: int, keep: bool, air: float) -> Block:
    scene, step = table.scene, table.scene.grid.step
    group = f"packages#row{table.first}-{number}"
    heading = not row.item
    style = "item-title" if heading else "cell"
    width = table.x(0) - scene.grid.gutter
    name = scene.setter.text(style, row.name, width, origin=row.origin, tag=Tag.TD, group=f"{group}#0")
    inside = row.inside[table.first : table.first + len(table.packages)]
    partly = row.partly[table.first : table.first + len(table.packages)]
    disc = scene.setter.token("cell-strong").size * DISC
    yes = scene.setter.line("cell-strong", INSIDE, color="accent-text", size=disc)
    no = scene.setter.line("cell", OUTSIDE, color="muted")
    some = scene.setter.line("item-text", scene.words("partly"))
    marks = [yes if one else some if part else no for one, part in zip(inside, partly, strict=True)]
    hairline, color = scene.brand.hairline, scene.brand.color("line" if heading else "soft")
    rule_at = LOOSE_RULE_AT if air else RULE_AT

    def ruled(out: list[Item], x: float, y: float) -> None:
        out.append(RuleItem(x, y + step * rule_at, x + scene.grid.measure, y + step * rule_at, hairline, color))
        draw(out, x, y)

    def draw(out: list[Item], x: float, y: float) -> None:
        name.draw(out, x, y + step)
        for i, mark in enumerate(marks):
            # The larger disc hangs lower than a small one would, onto the middle of the small letters.
            drop = step * 0.22 if inside[i] else 0.0
            of = _path(table.packages[i], "id")
            out.append(TextItem(x + table.x(i), y + step * 2 + drop, mark, of, Tag.TD, f"{group}#{i + 1}"))

    bare = Block(name.height + step * (1 + air), draw, keep=keep)
    return _Row(bare.height, ruled, step if heading else 0.0, keep, bare) if number else bare


def _sums(table: _Table) -> Block:
    """What each package comes to, at the foot."""
    scene, step = table.scene, table.scene.grid.step
    origin = "estimate"
    name = scene.setter.line("cell-strong", scene.words("Total"))
    amounts = [scene.setter.line("cell-strong", scene.money(total.total, decimals=_decimals(scene))) for total in table.totals]
    weight, color = scene.brand.hairline * 3, scene.brand.color("line")

    def draw(out: list[Item], x: float, y: float) -> None:
        out.append(RuleItem(x, y + step * RULE_AT, x + scene.grid.measure, y + step * RULE_AT, weight, color))
        out.append(TextItem(x, y + step * 2, name, origin, Tag.TD, f"packages#sum{table.first}#0"))
        for i, amount in enumerate(amounts):
            left = x + table.x(i)
            out.append(TextItem(left, y + step * 2, amount, origin, Tag.TD, f"packages#sum{table.first}#{i + 1}"))

    return Block(2 * step, draw)


def _path(package: Package, field: str) -> str:
    return f"estimate/packages/{package.id}/{field}"
