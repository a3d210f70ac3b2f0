"""A section of the estimate, set: all that does not depend on where on the pages it will stand."""

from dataclasses import dataclass
from functools import partial

from app.layout.area import Area
from app.layout.blocks import Block
from app.layout.estimate_heading import Heading, heading
from app.layout.estimate_rows import Row, Table, item_rows, subtotal, table_head
from app.layout.scene import Scene
from app.model.estimate import EstimateSection
from app.model.people import Person
from app.totals import SectionTotal


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """The set pieces of a section. Only the same object is equal, so that what was made from it is easily found again."""

    section: EstimateSection
    number: int
    heading: Heading
    head_row: Block
    rows: tuple[Row, ...]
    subtotal: Block

    @property
    def blocks(self) -> list[Block]:
        """Return the rows and the subtotal, from the top."""
        return [*(block for row in self.rows for block in row.blocks), self.subtotal]

    def printed(self, begun: int) -> Row | None:
        """Return the last row of which the amount is among the first `begun` of `blocks`: it stands in a row's first block."""
        done: Row | None = None
        first = 0
        for row in self.rows:
            if first >= begun:
                break
            done = row
            first += len(row.blocks)
        return done


def set_part(scene: Scene, part: EstimateSection, total: SectionTotal, number: int, table: Table, area: Area) -> Part:
    """Set a section, or return it as it was set before. `area` is one of the equal areas that it will stand in."""
    made_from = (part, total, number, area, people(scene, part), *table.facts(scene))
    return scene.setter.remember(("part", part.id), made_from, partial(_set_part, scene, part, total, number, table, area))


def people(scene: Scene, part: EstimateSection) -> tuple[tuple[Person, bool], ...]:
    """Return who works on a section, and of whom there is a photograph."""
    members = [person for person in map(scene.proposal.person, part.people) if person]
    return tuple([(person, bool(person.photo and scene.sizes.size(person.photo.file))) for person in members])


def _set_part(scene: Scene, part: EstimateSection, total: SectionTotal, number: int, table: Table, area: Area) -> Part:
    remember, name, facts = scene.setter.remember, part.id, table.facts(scene)
    opened_by = (part.title, part.description, part.roles, people(scene, part), number, area)
    sums = (total.hours, total.amount, *facts)
    return Part(
        part,
        number,
        remember(("heading", name), opened_by, partial(heading, scene, part, number, area)),
        remember(("head", name), facts, partial(table_head, scene, part, table)),
        tuple(item_rows(scene, part, total, table)),
        remember(("subtotal", name), sums, partial(subtotal, scene, part, total, table)),
    )
