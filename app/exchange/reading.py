"""An estimate from a spreadsheet of any kind: one of ours is read exactly, any other as people make them."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.exchange import flat, hidden
from app.intake.cells import Table
from app.intake.estimate import EstimateRead, read_estimate_table
from app.intake.table import read_table
from app.model.estimate import EstimateSection, LineItem
from app.model.mapping import TableMapping

if TYPE_CHECKING:
    from app.exchange.own import Own


def read_estimate(path: Path, *, language: str = "ru", mappings: Iterable[TableMapping] = ()) -> EstimateRead:
    """Read an estimate from XLSX, XLS, ODS, CSV or TSV, as `app.intake.estimate` does; a table of ours comes back exactly.

    `mappings` are those that were remembered.
    """
    table = read_table(path)
    found = own_in(table)
    return read_estimate_table(table, language=language, mappings=mappings) if found is None else as_read(found)


def own_in(table: Table) -> "Own | None":
    """Return the estimate in a table of ours, None for any other table, which costs no time."""
    if not (hidden.is_ours(table) or flat.is_ours(table)):
        return None
    from app.exchange.own import own_of

    return own_of(table)


def as_read(own: "Own") -> EstimateRead:
    """Return a table of ours as any other estimate is read: with the names of people, who have no ids in another proposal."""
    people = dict.fromkeys(person for part in own.estimate.sections for person in part.people)
    names = {person: own.names.get(person, person) for person in people}

    def item(one: LineItem) -> LineItem:
        return replace(one, role=names.get(one.role, one.role))

    def section(one: EstimateSection) -> EstimateSection:
        return replace(one, people=tuple(names[each] for each in one.people), items=tuple(map(item, one.items)))

    estimate = replace(
        own.estimate,
        sections=tuple(map(section, own.estimate.sections)),
        rates=tuple(replace(rate, id=names.get(rate.id, rate.id)) for rate in own.estimate.rates),
    )
    return EstimateRead(estimate, currency=own.currency, people=tuple(names.values()), problems=own.problems)
