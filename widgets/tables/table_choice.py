"""How somebody wants the estimate as a table, remembered from one time to the next."""

import json
from dataclasses import asdict, dataclass, replace
from enum import StrEnum

from app.exchange.view import View
from app.model.estimate import Detail

SEMICOLON, COMMA = ";", ","


class TableKind(StrEnum):
    """The formats; their values are the suffixes of files."""

    XLSX = ".xlsx"
    CSV = ".csv"
    TSV = ".tsv"


@dataclass(frozen=True)
class TableChoice:
    """The format, what is shown, for CSV the sign between cells, and whether to open the file afterwards."""

    kind: TableKind = TableKind.XLSX
    detail: Detail = Detail.DETAILED
    show_hours: bool = True
    payments: bool = True
    delimiter: str = SEMICOLON
    opens: bool = False

    @property
    def view(self) -> View:
        """What is shown. Totals alone have no hours to hide."""
        return View(detail=self.detail, show_hours=self.show_hours, payments=self.payments)

    @property
    def sign(self) -> str:
        """The sign between cells; empty for a workbook."""
        return {TableKind.XLSX: "", TableKind.CSV: self.delimiter, TableKind.TSV: "\t"}[self.kind]

    def remembered(self) -> bytes:
        """Return it as what the window remembers."""
        return json.dumps(asdict(self)).encode()


def recalled(kept: bytes, view: View) -> TableChoice:
    """Return what was chosen last; where nothing was, or it makes no sense, a workbook of what the proposal's pages show."""
    usual = TableChoice(detail=view.detail, show_hours=view.show_hours, payments=view.payments)
    try:
        found = json.loads(kept)
        delimiter = found["delimiter"] if found["delimiter"] in (SEMICOLON, COMMA) else SEMICOLON
        return replace(
            usual,
            kind=TableKind(found["kind"]),
            detail=Detail(found["detail"]),
            show_hours=bool(found["show_hours"]),
            payments=bool(found["payments"]),
            delimiter=delimiter,
            opens=bool(found["opens"]),
        )
    except (ValueError, KeyError, TypeError):
        return usual
