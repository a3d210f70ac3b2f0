"""A section of the estimate without its items: number, title and scope, who will do it, hours and money."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from app.layout.area import Area
from app.layout.blocks import Block, TextBlock
from app.layout.clipped import MOST_LETTERS
from app.layout.estimate_card_sums import Figures, figures, way_rows
from app.layout.estimate_groups import Group, Numbered
from app.layout.estimate_heading import SCOPE_AIR, face_diameter
from app.layout.estimate_part import people
from app.layout.estimate_rows import CAP_HEIGHT
from app.layout.face_row import face_row, row_width
from app.layout.faces import NAME_GAP, beside_name, role_only, vacant
from app.layout.indent import Indented, indented
from app.layout.page import Item, RuleItem, Tag, TextItem
from app.layout.scene import Scene
from app.model.estimate import EstimateSection
from app.model.people import Person
from app.model.sections import EstimatePages

NUMBER = 3
"""Twelfths of the area that a large number takes, and"""
NARROW_NUMBER = 2
"""those that it takes in a narrow area, and"""
SMALL_NUMBER = 1
"""those that a small one does."""
SUM = 3
"""Twelfths for the sum, where it stands beside the title."""
WIDE = 450.0
"""An area of so many points has room for the sum beside the title; in narrower ones it stands below."""
FACE = 2.6
"""Diameter of photographs in narrow cards, in baseline steps."""
MOST_FACES = 4
HOURS_BELOW = 1.5
"""Baseline steps from the money to the hours below it."""
SMALL_FACE = 1.7
"""Diameter of photographs in small cards, in baseline steps."""
SMALL_TITLE = 0.75
"""Titles of small cards are no larger than this part of their style's size."""
MOST_LINES = 5
"""A scope of more lines stands below, over the whole width, and may break over pages."""
ABREAST = 3
"""So many people at most stand beside each other."""


@dataclass(frozen=True, slots=True)
class Cards:
    """How the sections of an estimate are shown. `small` ones are for estimates of many sections, and for those of level 2, which
    stand `below` others.
    """

    scene: Scene
    section: EstimatePages
    area: Area
    small: bool
    decimals: bool
    below: bool = False

    @property
    def inset(self) -> float:
        """Return where titles begin, from the area's left edge."""
        number = SMALL_NUMBER if self.small else NUMBER if self.area.width >= WIDE else NARROW_NUMBER
        return self.area.col(number) - self.area.x

    @property
    def beside(self) -> bool:
        """Tell whether the sum stands beside the title."""
        return self.small or self.area.width >= WIDE


def card(cards: Cards, group: Group) -> tuple[Block, ...]:
    """Return the blocks of a section and of those that belong to it, each bound together; a `Card` begins each of them."""
    scene, section = cards.scene, cards.section
    team = tuple(people(scene, one.part) for one in group.all)
    made_from = (group, team, cards.area, cards.small, cards.decimals, section.show_hours, scene.proposal.currency)
    return scene.setter.remember(("card", group.top.part.id), made_from, partial(_group, cards, group))


def _group(cards: Cards, group: Group) -> tuple[Block, ...]:
    blocks = _one(cards, group.top, gathers=bool(group.below))
    for one in group.below:
        blocks += _below(cards, one)
    place = cards.inset, cards.area.width - cards.inset
    way = way_rows(cards.scene, group.top.part, group.top.total, place, cards.decimals, gathers=bool(group.below))
    blocks = _bound([*blocks, *way], len(blocks) - 1)
    return (*blocks[:-1], replace(blocks[-1], keep=False))


def _bound(blocks: list[Block], last: int) -> list[Block]:
    """Bind the last of a card's blocks to what follows; texts that may break over pages are not bound."""
    bound = last < len(blocks) - 1 and not isinstance(blocks[last], Indented)
    return [*blocks[:last], replace(blocks[last], keep=bound), *blocks[last + 1 :]]


def _below(cards: Cards, one: Numbered) -> list[Block]:
    """Return the card of a section of level 2, smaller and standing in."""
    by = cards.inset
    area = replace(cards.area, x=cards.area.x + by, width=cards.area.width - by)
    inner = replace(cards, area=area, small=True, below=True)
    blocks = _one(inner, one, gathers=False)
    way = way_rows(cards.scene, one.part, one.total, (inner.inset, area.width - inner.inset), cards.decimals, gathers=False)
    way = [*way[:-1], replace(way[-1], keep=False)] if way else []
    return [_shifted(block, by) for block in _bound([*blocks, *way], len(blocks) - 1)]


def _shifted(block: Block, by: float) -> Block:
    if isinstance(block, Indented) and block.text:
        return replace(indented(block.text, block.by + by), before=block.before, keep=block.keep)

    def draw(out: list[Item], x: float, y: float) -> None:
        block.draw(out, x + by, y)

    if isinstance(block, Card):
        return Card(block.height, draw, block.before, block.keep, one=block.one)
    return Block(block.height, draw, block.before, block.keep)


def _one(cards: Cards, one: Numbered, *, gathers: bool) -> list[Block]:
    scene, part = cards.scene, one.part
    style = "cell-strong" if cards.below else "section-sum"
    sums = figures(scene, cards.section, part, one.total, style, _sum_size(cards, style), cards.decimals)
    aside = max(cards.area.span(SUM), sums.money[0].width) + cards.area.gutter if cards.beside else 0.0
    words = _words(cards, part, aside)
    if cards.small:
        blocks = [_small(cards, one, words, sums), *words.long, *_names(cards, part, aside)]
    elif cards.beside:
        blocks = [_top(cards, one, words, sums), *words.long, *_people(cards, part)]
    else:
        blocks = [_top(cards, one, words, sums), *words.long, _foot(cards, part, sums)]
    first = blocks[0]
    blocks[0] = Card(first.height, first.draw, cards.area.step, one=one)
    last = len(blocks) - 1
    return [replace(block, keep=(i < last or gathers) and not isinstance(block, Indented)) for i, block in enumerate(blocks)]


@dataclass(frozen=True, slots=True, eq=False)
class Card(Block):
    """The first block of a section."""

    one: Numbered | None = None


@dataclass(frozen=True, slots=True)
class _Words:
    """A section's title and scope; `long` are those of them that are too long to stand in one piece."""

    title: TextBlock
    scope: TextBlock | None
    long: tuple[Indented, ...]


def _words(cards: Cards, part: EstimateSection, aside: float) -> _Words:
    """Set title and scope, in the room that the sum leaves beside them."""
    setter, area = cards.scene.setter, cards.area
    origin = f"estimate/sections/{part.id}"
    room = area.width - cards.inset
    count = len(people(cards.scene, part)) if cards.small else 0
    width = room - aside - (row_width(min(count, MOST_FACES), SMALL_FACE * area.step) + area.gutter if count else 0.0)
    long: list[Indented] = []
    if len(part.title) > MOST_LETTERS:
        title = setter.text("item-title", part.title, room, origin=f"{origin}/title", tag=Tag.H2)
        long.append(indented(title, cards.inset))
    short = "" if long else part.title
    if cards.small:
        title = setter.text(
            "share-title", short, width, origin=f"{origin}/title", tag=Tag.H2, size=_title_size(cards, short, width)
        )
    else:
        title = setter.headline("section-title", short, width, 2, origin=f"{origin}/title", tag=Tag.H2)
    scope = None
    if part.description:
        scope = setter.text("section-text", part.description, width, origin=f"{origin}/description")
        if len(scope.lines) > MOST_LINES:
            wide = setter.text("section-text", part.description, room, origin=f"{origin}/description")
            long.append(indented(wide, cards.inset))
            scope = None
    return _Words(title, scope, tuple(long))


def _title_size(cards: Cards, title: str, width: float) -> float:
    """Return the largest type in which the title of a small card stands on one line, the smallest there is where none does."""
    setter = cards.scene.setter
    token = setter.token("share-title")
    if cards.below:
        return token.sizes[-1] if token.sizes else token.size
    sizes = [size for size in (token.size, *token.sizes) if size <= SMALL_TITLE * token.size] or [token.size]
    return next((size for size in sizes if setter.line("share-title", title, size=size).width <= width), sizes[-1])


def _sum_size(cards: Cards, style: str) -> float:
    token = cards.scene.setter.token(style)
    return token.size * 0.78 if cards.small and not cards.below else token.size


def _top(cards: Cards, one: Numbered, words: _Words, sums: Figures) -> Block:
    """Put a large number, title and scope under a rule, the sum beside the title where it has room there."""
    scene, area, step, part = cards.scene, cards.area, cards.area.step, one.part
    origin = f"estimate/sections/{part.id}"
    left, title, scope = cards.inset, words.title, words.scope
    first = step + title.height - (len(title.lines) - 1) * title.leading
    digit = scene.setter.line("section-number", one.number)
    # The tops of the number and of the title are level.
    number_y = first + (digit.runs[0].size - _size(title)) * CAP_HEIGHT
    below = SCOPE_AIR * step if scope and title.lines else 0.0
    height = max(step + title.height + below + (scope.height if scope else 0.0), number_y)
    weight, color = scene.brand.hairline * 2.5, scene.brand.color("line")

    def draw(out: list[Item], x: float, y: float) -> None:
        out.append(RuleItem(x, y, x + area.width, y, weight, color))
        out.append(TextItem(x - 2, y + number_y, digit, f"{origin}/title", Tag.ARTIFACT))
        title.draw(out, x + left, y + step)
        if scope:
            scope.draw(out, x + left, y + step + title.height + below)
        if cards.beside:
            out.extend(_sums(part, x + area.width, y + first, step, sums))

    least = first + _reach(sums, step) if cards.beside else 0.0
    return Block(scene.grid.steps(max(height, least)), draw)


def _small(cards: Cards, one: Numbered, words: _Words, sums: Figures) -> Block:
    """Put a small number, title and scope under a hairline, photographs between title and sum."""
    scene, setter, area, step, part = cards.scene, cards.scene.setter, cards.area, cards.area.step, one.part
    origin, left, title, scope = f"estimate/sections/{part.id}", cards.inset, words.title, words.scope
    members = [person for person, _ in people(scene, part)]
    faces, faces_width = face_row(scene, members, SMALL_FACE * step, MOST_FACES)
    aside = max(area.span(SUM), sums.money[0].width) + area.gutter
    first = step + title.height - (len(title.lines) - 1) * title.leading
    digit = setter.line("share-number", one.number, size=_size(title) or setter.token("share-title").size)
    weight, color = scene.brand.hairline, scene.brand.color("soft")
    middle = first - _size(title) * CAP_HEIGHT / 2

    def draw(out: list[Item], x: float, y: float) -> None:
        out.append(RuleItem(x, y, x + area.width, y, weight, color))
        out.append(TextItem(x, y + first, digit, f"{origin}/title", Tag.ARTIFACT))
        faces.draw(out, x + area.width - aside - faces_width, y + middle - SMALL_FACE * step / 2)
        title.draw(out, x + left, y + step)
        if scope:
            scope.draw(out, x + left, y + step + title.height)
        out.extend(_sums(part, x + area.width, y + first, step, sums))

    # One line of hours may reach beside the names below.
    least = first + _reach(sums, step) - HOURS_BELOW * step if len(sums.below) > 1 else 0.0
    return Block(scene.grid.steps(max(step + title.height + (scope.height if scope else 0.0), least)), draw)


def _names(cards: Cards, part: EstimateSection, aside: float) -> list[Block]:
    """Return the names of a small card's people, and the roles that nobody fills yet, in one line."""
    members, roles = [person for person, _ in people(cards.scene, part)], vacant(cards.scene, part)
    if not members and not roles:
        # The hours below the sum need the room.
        return [Block(cards.area.step, lambda out, x, y: None)]
    origin = f"people/{members[0].id}/name" if members else roles[0][1]
    names = ", ".join([*(person.name for person in members), *(role for role, _ in roles)])
    text = cards.scene.setter.text("person-role", names, cards.area.width - cards.inset - aside, origin=origin, color="ink")
    return [indented(text, cards.inset)]


def _size(title: TextBlock) -> float:
    return title.lines[0].runs[0].size if title.lines and title.lines[0].runs else 0.0


def _reach(sums: Figures, step: float) -> float:
    """Return how far the lines below the money reach."""
    return (HOURS_BELOW + len(sums.below) - 1) * step if sums.below else 0.0


def _sums(part: EstimateSection, right: float, baseline: float, step: float, sums: Figures) -> list[TextItem]:
    """Return the money on a baseline and what stands below it, flush right."""
    origin = f"estimate/sections/{part.id}"
    out = []
    for i, (line, group) in enumerate((sums.money, *sums.below)):
        down = (HOURS_BELOW + i - 1) * step if i else 0.0
        out.append(TextItem(right - line.width, baseline + down, line, origin, Tag.TD, group))
    return out


def _people(cards: Cards, part: EstimateSection) -> list[Block]:
    """Return rows of photographs with names, and of roles that nobody fills yet."""
    scene, area, step = cards.scene, cards.area, cards.area.step
    members, roles = [person for person, _ in people(scene, part)], vacant(scene, part)
    if not members and not roles:
        return []
    diameter = face_diameter(scene)
    room = area.width - cards.inset
    abreast = _abreast(scene, members, room, diameter)
    width = (room - (abreast - 1) * area.gutter) / abreast

    def blocks(least: float) -> list[Block]:
        return [
            *(beside_name(scene, person, width, diameter, least) for person in members),
            *(role_only(scene, role, width, diameter, origin, least) for role, origin in roles),
        ]

    # Photographs in a row are level, whatever stands beside them.
    tallest = max(block.height for block in blocks(0.0))
    level = blocks(tallest)
    return [_row(level[i : i + abreast], cards.inset, width + area.gutter, step) for i in range(0, len(level), abreast)]


def _row(blocks: Sequence[Block], inset: float, pitch: float, above: float) -> Block:
    def draw(out: list[Item], x: float, y: float) -> None:
        for i, block in enumerate(blocks):
            block.draw(out, x + inset + i * pitch, y + above)

    return Block(max(block.height for block in blocks) + above, draw)


def _abreast(scene: Scene, members: Sequence[Person], room: float, diameter: float) -> int:
    """Return how many people stand beside each other without a word of a name being broken."""
    words = [word for person in members for word in person.name.split()]
    widest = max((scene.setter.line("person-name", word).width for word in words), default=0.0)
    for count in range(ABREAST, 1, -1):
        if (room - (count - 1) * scene.grid.gutter) / count - diameter - scene.grid.gutter * NAME_GAP >= widest:
            return count
    return 1


def _foot(cards: Cards, part: EstimateSection, sums: Figures) -> Block:
    """Return the photographs and the names of a narrow card, its hours and its money at the right."""
    money, _ = sums.money
    scene, area, step, inset = cards.scene, cards.area, cards.area.step, cards.inset
    origin = f"estimate/sections/{part.id}"
    members = [person for person, _ in people(scene, part)]
    diameter = FACE * step
    faces, faces_width = face_row(scene, members, diameter, MOST_FACES)
    left = inset + (faces_width + area.gutter * 0.8 if members else 0.0)
    width = area.width - left - money.width - area.gutter
    lines = [(person.name, f"people/{person.id}/name") for person in members]
    lines += vacant(scene, part)
    names = [scene.setter.text("person-role", text, width, origin=path, hyphenate=False) for text, path in lines]
    tall = sum(name.height for name in names)
    height = max(scene.grid.steps(diameter), tall, 2 * step)
    under = (*sums.often, *sums.others)
    placed = [(*sums.money, 0), *((*one, 1 + i) for i, one in enumerate(under)), *((*one, -2) for one in sums.hours)]

    def draw(out: list[Item], x: float, y: float) -> None:
        top = y + step
        faces.draw(out, x + inset, top + (height - diameter) / 2)
        down = top + round((height - tall) / 2 / step) * step
        for name in names:
            name.draw(out, x + left, down)
            down += name.height
        right, base = x + area.width, top + height
        for line, group, under_base in placed:
            out.append(TextItem(right - line.width, base + under_base * step, line, origin, Tag.TD, group))

    return Block(height + (1 + len(under)) * step, draw)
