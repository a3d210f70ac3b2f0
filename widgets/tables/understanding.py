"""What is understood of a table. All of it runs in the worker; what comes of it is looked at, corrected and looked at again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.intake.cells import Table
from app.intake.estimate import EstimateRead
from app.intake.mapping import Preview, preview
from app.model.mapping import TableMapping
from app.problems import Problem
from app.store.library import Library
from app.totals import Totals, totals
from widgets.tables.sources import TableSource

if TYPE_CHECKING:
    from app.exchange.own import Own


@dataclass(frozen=True)
class Understood:
    """A table with the estimate in it.

    `preview` tells how it came about, so that it can be corrected; None for a table of ours, which needs no guess: `own` then
    holds it exactly. `sums` are in the table's currency, or in that of the proposal where the table names none.
    """

    table: Table
    read: EstimateRead
    sums: Totals
    preview: Preview | None = None
    own: "Own | None" = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with it."""
        return self.read.problems

    @property
    def found(self) -> bool:
        """Whether there is an estimate in it at all."""
        return bool(self.read.estimate.sections)


@dataclass(frozen=True)
class Ask:
    """How a table shall be understood: on one `sheet` alone where it is named, by a `mapping` where one was chosen. `anew` passes
    over what was remembered. `currency` is the proposal's.
    """

    language: str
    currency: str
    mapping: TableMapping | None = None
    sheet: str = ""
    anew: bool = False


def remembered(library: Library) -> tuple[TableMapping, ...]:
    """Return the mappings of earlier tables; none where the library cannot be read."""
    return tuple(one.value for one in library.mappings.all().records)


def first_look(source: TableSource, ask: Ask, mappings: Sequence[TableMapping]) -> Understood:
    """Read a table; one of ours is known again."""
    from app.exchange.reading import as_read, own_in

    table = source.read()
    own = own_in(table)
    if own is None:
        return understand(table, ask, mappings)
    read = as_read(own)
    return Understood(table, read, totals(read.estimate, read.currency or ask.currency), own=own)


def understand(table: Table, ask: Ask, mappings: Sequence[TableMapping] = ()) -> Understood:
    """Tell what is understood of a table that has been read."""
    whole = table
    if ask.sheet and ask.mapping is None:
        table = replace(table, sheets=tuple(sheet for sheet in table.sheets if sheet.name == ask.sheet))
    known = () if ask.anew else mappings
    seen = preview(table, ask.mapping, language=ask.language, mappings=known)
    sums = totals(seen.read.estimate, seen.read.currency or ask.currency)
    return Understood(whole, seen.read, sums, seen)
