"""Tables of ours are known again and read exactly; what people have changed in them since is taken from what they see."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.exchange.flat import read_flat
from app.exchange.hidden import MARK, SHEET, read_hidden
from app.exchange.overlay import page_of
from app.exchange.records import VERSION, Meta, Record, estimate_of
from app.exchange.revised import revised
from app.exchange.view import View
from app.intake.cells import Table
from app.intake.table import read_table
from app.model.estimate import Detail, Estimate
from app.problems import Problem, Severity, error


@dataclass(frozen=True, slots=True)
class Own:
    """An estimate as a table of ours holds it. `view` is what the table shows; `names` are those of people and roles by id;
    `proposal` is the id of the proposal that it is of.
    """

    estimate: Estimate
    currency: str
    language: str
    view: View
    names: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    proposal: str = ""


def read_own(path: Path) -> Own | None:
    """Read a spreadsheet that this program has written, in whatever format somebody has saved it since; None for any other."""
    return own_of(read_table(path))


def own_of(table: Table) -> Own | None:
    """Return the estimate in a table of ours, None for any other table."""
    about = _about(table)
    hidden = read_hidden(table)
    if hidden is not None:
        meta, records = hidden
        if meta.version > VERSION:
            return _newer(table, meta)
        estimate, problems = _revised(table, meta, records)
        return _own(estimate, meta, (*about, *problems))
    flat = read_flat(table)
    if flat is None:
        return None
    meta, records, found = flat
    if meta.version > VERSION:
        return _newer(table, meta)
    return _own(estimate_of(records), meta, (*about, *found))


def _revised(table: Table, meta: Meta, records: list[Record]) -> tuple[Estimate, tuple[Problem, ...]]:
    """Return the estimate of the records with what was changed on the visible sheet; totals alone are not to be changed."""
    whole = estimate_of(records)
    page = page_of(table.name, tuple(sheet for sheet in table.sheets if sheet.name != SHEET), MARK)
    return (whole, ()) if page is None or meta.view.detail is Detail.TOTALS else revised(whole, meta, page)


def _own(estimate: Estimate, meta: Meta, problems: tuple[Problem, ...]) -> Own:
    return Own(estimate, meta.currency, meta.language, meta.view, meta.names, problems, meta.proposal)


def _about(table: Table) -> tuple[Problem, ...]:
    """Return what is wrong with the file itself. That rows and columns are hidden is our own doing."""
    ours = ("table-hidden-rows", "table-hidden-columns")
    return tuple(found for found in table.problems if found.severity is not Severity.INFO and found.code not in ours)


def _newer(table: Table, meta: Meta) -> Own:
    told = error("own-table-newer", table.name, found=meta.version, known=VERSION)
    return _own(Estimate(), meta, (told,))
