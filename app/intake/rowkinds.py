"""The kinds of rows under the headings of an estimate."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from app.intake.cells import Row

MERGED = 3
"""A text over so many columns or more is a title."""


class RowKind(StrEnum):
    """Kinds of rows. LONE is a text alone in its row, until it is settled what that is.

    ABOVE and HEADING are rows above the table and those of its headings; no reader of rows meets them.
    """

    ABOVE = "above"
    HEADING = "heading"
    ITEM = "item"
    SECTION = "section"
    DETAIL = "detail"
    TOTAL = "total"
    DISCOUNT = "discount"
    SURCHARGE = "surcharge"
    CONTINGENCY = "contingency"
    RATES = "rates"
    """The prices of an hour of the roles that head columns."""
    PAYMENT = "payment"
    VAT = "vat"
    NOTE = "note"
    SKIPPED = "skipped"
    LONE = "lone"


@dataclass(frozen=True, slots=True)
class KnownRow:
    """A row with its kind, the text that names it and the number before that (`1.2` as (1, 2))."""

    kind: RowKind
    row: Row
    text: str = ""
    number: tuple[int, ...] = ()
    bold: bool = False
    column: int = 1

    @property
    def indent(self) -> int:
        """How far its text is set in."""
        cell = self.row.cell(self.column)
        return cell.indent if cell else 0


def next_kind(known: Sequence[KnownRow], index: int) -> RowKind:
    """Return the kind of the row below that is not skipped, SKIPPED at the end."""
    for row in islice(known, index + 1, None):
        if row.kind is not RowKind.SKIPPED:
            return row.kind
    return RowKind.SKIPPED
