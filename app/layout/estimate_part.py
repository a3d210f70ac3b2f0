"""A section of the estimate with those that belong to it, set: all that does not depend on where on the pages it will stand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from app.layout.area import Area
from app.layout.blocks import Block
from app.layout.estimate_below import heading_below
from app.layout.estimate_entries import Entry, entries
from app.layout.estimate_groups import Group, Numbered
from app.layout.estimate_heading import Heading, heading
from app.layout.estimate_rows import Due, Row, Table, item_rows, table_head
from app.layout.estimate_sums import closing
from app.layout.scene import Scene
from app.model.estimate import EstimateSection
from app.model.people import Person
from app.totals.known import Known


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a part has got: in which section it is, which head its table has, and what its rows came to so far."""

    one: Numbered
    head_row: Block | None = None
    sums: tuple[Due, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """The set pieces of a section. Only the same object is equal, so that what was made from it is easily found again.

    `blocks` stand below the heading; `reached` tells for each number of them how far they have got.
    """

    group: Group
    heading: Heading
    blocks: tuple[Block, ...]
    reached: tuple[Reached, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Table:
    """The head and the rows of one section; `head_row` is missing where it only gathers others."""

    one: Numbered
    head_row: Block | None
    rows: tuple[Row, ...]


def set_part(scene: Scene, group: Group, table: Table, area: Area) -> Part:
    """Set a section, or return it as it was set before. `area` is one of the equal areas that it will stand in."""
    vat = scene.proposal.estimate.vat
    team = tuple([people(scene, one.part) for one in group.all])
    made_from = (group, area, team, vat.mode, vat.rate, *table.facts(scene))
    return scene.setter.remember(("part", group.top.part.id), made_from, partial(_set_part, scene, group, table, area))


def people(scene: Scene, part: EstimateSection) -> tuple[tuple[Person, bool], ...]:
    """Return who works on a section, and of whom there is a photograph."""
    known, size = _by_id(scene.proposal.people), scene.sizes.size
    members = [known[person] for person in part.people if person in known]
    return tuple([(person, bool(person.photo and size(person.photo.file))) for person in members])


def shown_people(scene: Scene) -> tuple[tuple[Person, bool], ...]:
    """Return everybody of the proposal, and of whom there is a photograph."""
    size = scene.sizes.size
    return tuple([(person, bool(person.photo and size(person.photo.file))) for person in scene.proposal.people])


def _first_by_id(people: tuple[Person, ...]) -> dict[str, Person]:
    return {person.id: person for person in reversed(people)}


_by_id = Known(_first_by_id)


def everybody(scene: Scene, group: Group) -> tuple[tuple[Person, bool], ...]:
    """Return who works on a section or, where it names nobody, on those that belong to it."""
    own = people(scene, group.top.part)
    if own or not group.below:
        return own
    return tuple({member[0].id: member for one in group.below for member in people(scene, one.part)}.values())


def _set_part(scene: Scene, group: Group, table: Table, area: Area) -> Part:
    top, below = group.top, group.below
    part = top.part
    opened_by = (part.title, part.description, part.roles, people(scene, part), top.number, area)
    opening = scene.setter.remember(("heading", part.id), opened_by, partial(heading, scene, part, top.number, area))
    gathered = _Gathered([], [Reached(top)])
    own = _table(scene, top, table, gathers=bool(below))
    gathered.add(own)
    if below:
        for one in below:
            gathered.add_below(scene, group, one, table)
        name = scene.words("Section {number} total", number=top.number)
    else:
        name = scene.words("Section total")
    gathered.close(_closing(scene, top, table, name, quiet=False), Reached(top) if below else gathered.reached[-1])
    return Part(group, opening, tuple(gathered.blocks), tuple(gathered.reached))


def _table(scene: Scene, one: Numbered, table: Table, *, gathers: bool) -> _Table:
    """Set the rows of one section."""
    vat = scene.proposal.estimate.vat
    made_from = (one, vat.mode, vat.rate, gathers, *table.facts(scene))
    return scene.setter.remember(("table", one.part.id), made_from, partial(_set_table, scene, one, table, gathers))


def _set_table(scene: Scene, one: Numbered, table: Table, gathers: bool) -> _Table:
    printed: Sequence[Entry] = entries(one.part.items, one.total.items, scene.proposal.estimate.vat)
    if gathers and not printed:
        return _Table(one, None, ())
    make = partial(table_head, scene, one.part, table)
    head_row = scene.setter.remember(("head", one.part.id), table.facts(scene), make)
    return _Table(one, head_row, tuple(item_rows(scene, one.part, printed, table)))


def _closing(scene: Scene, one: Numbered, table: Table, name: str, *, quiet: bool) -> Block:
    made_from = (one.total.portions, one.part.discount, name, *table.facts(scene))
    make = partial(closing, scene, one.part, one.total, table, name, quiet=quiet)
    return scene.setter.remember(("subtotal", one.part.id), made_from, make)


@dataclass(frozen=True, slots=True)
class _Gathered:
    """The blocks of a part as they are put below each other, and how far it has got after each number of them."""

    blocks: list[Block]
    reached: list[Reached]

    def add(self, own: _Table) -> None:
        """Add a head with its rows."""
        if own.head_row is None:
            return
        self.blocks.append(own.head_row)
        self.reached.append(Reached(own.one, own.head_row))
        for row in own.rows:
            # The amount stands in a row's first block.
            self.blocks.extend(row.blocks)
            self.reached.extend([Reached(own.one, own.head_row, row.sums)] * len(row.blocks))

    def add_below(self, scene: Scene, group: Group, one: Numbered, table: Table) -> None:
        """Add a section of level 2 with its sum, that of the last one bound to what follows."""
        part, width = one.part, table.columns.width
        made_from = (part.title, part.description, part.roles, people(scene, part), one.number, width)
        opening = scene.setter.remember(("below", part.id), made_from, partial(heading_below, scene, part, one.number, width))
        self.blocks.extend(opening)
        self.reached.extend([Reached(one)] * len(opening))
        self.add(_table(scene, one, table, gathers=False))
        name = scene.words("Section {number} total", number=one.number)
        sums = _closing(scene, one, table, name, quiet=True)
        self.close(replace(sums, keep=one is group.below[-1]), Reached(group.top))

    def close(self, block: Block, reached: Reached) -> None:
        """Add a sum."""
        self.blocks.append(block)
        self.reached.append(reached)
