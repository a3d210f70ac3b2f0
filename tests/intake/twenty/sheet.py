"""A spreadsheet of the twenty: how it is made, and what must be read in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from app.intake.estimate import EstimateRead
from app.model.estimate import EstimateSection, LineItem, Period

Rows = Sequence[Sequence[object]]
Dress = Callable[[Worksheet], None]


@dataclass(frozen=True)
class Sheet:
    """One spreadsheet.

    It is text in an `encoding`, or rows that openpyxl writes and `dress` finishes; `saved` is the format that LibreOffice
    saves these in, empty for none. `outline` is what must be read, `total` the sheet's own total (once), `hours` its hours,
    `problems` what is told: code and cell, in order.
    """

    name: str
    outline: str
    total: str
    hours: str = "0"
    rows: Rows = ()
    dress: Dress | None = None
    saved: str = ""
    text: str = ""
    encoding: str = ""
    problems: tuple[tuple[str, str], ...] = ()
    terms: dict[str, str] = field(default_factory=dict)

    def write(self, folder: Path) -> Path:
        """Write the file that people would have made."""
        if self.encoding:
            path = folder / f"{self.name}.csv"
            path.write_bytes(self.text.encode(self.encoding))
            return path
        book = Workbook()
        page = book.active
        assert isinstance(page, Worksheet)
        page.title = "Смета"
        for row in self.rows:
            page.append(list(row))
        if self.dress:
            self.dress(page)
        path = folder / f"{self.name}.xlsx"
        book.save(path)
        return path


def outline(read: EstimateRead) -> str:
    """Return the sections and items of an estimate, one a line, with everything that is not usual about them."""
    return "\n".join(line for section in read.estimate.sections for line in _section(section))


def _section(section: EstimateSection) -> list[str]:
    off = section.discount
    told = f" −{off.percent}%" if off.percent else f" −{off.amount}" if off.amount else ""
    head = f"{'#' * section.level} {section.title}{told}".rstrip()
    people = f" [{', '.join((*section.people, *section.roles))}]" if section.people or section.roles else ""
    return [head + people, *map(_item, section.items)]


def _item(item: LineItem) -> str:
    staff = f"{item.people} × " if item.people != 1 else ""
    rate = item.rate if item.rate is not None else "?"
    parts = [f"{item.title}: {staff}{item.quantity} {item.unit or item.pricing.value} × {rate}"]
    parts += [item.role] if item.role else []
    parts += [f"{item.hours} h"] if item.hours is not None else []
    parts += [f"every {item.period.value}"] if item.period is not Period.ONCE else []
    parts += ["option"] if item.optional else []
    parts += [f"or {item.alternative}"] if item.alternative else []
    parts += [f"in {','.join(item.packages)}"] if item.packages else []
    off = item.discount
    parts += [f"−{off.percent}%"] if off.percent else [f"−{off.amount}"] if off.amount else []
    parts += [f"VAT {item.vat}"] if item.vat is not None else []
    if (spread := item.spread.value) is not None:
        parts.append(f"{spread.lowest}–{spread.likely}–{spread.highest}")
    parts += [f"({item.note.value})"] if item.note.value else []
    return "- " + "; ".join(parts)
