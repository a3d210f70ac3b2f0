"""What the texts of a row say of its item: title, description, role, note, whether it is optional, how often it is due."""

import re

from app.intake import rowwords
from app.intake.columnset import ColumnMap
from app.intake.figures import FigureReader
from app.intake.headingwords import Field
from app.intake.people import names_in
from app.intake.recurrence import period_in_cell, period_in_title
from app.intake.rowkinds import KnownRow
from app.model.estimate import LineItem, Period
from app.model.internal import Internal
from app.problems import Severity

_YES = {
    *("да", "yes", "y", "true", "+", "x", "х", "v", "✓", "✔", "☑", "1"),
    *("опция", "опционально", "optional", "option", "по желанию", "доп", "доп.", "дополнительно"),
}
_OPTION = r"опция|опционально|опциональн(?:ый|ая|ое)|по желанию|optional|option"
_OPTIONAL = re.compile(rf"[(\[](?:{_OPTION})[)\]]|^(?:{_OPTION})\s*[:—–-]|[,;—–-]\s*(?:{_OPTION})\.?$", re.IGNORECASE)

_DUE = {Period.MONTH: "estimate-due-monthly", Period.YEAR: "estimate-due-yearly"}


class ItemTexts:
    """Reads the texts of the rows of one sheet. `numbered` tells that titles begin with numbers that are no part of them."""

    def __init__(self, columns: ColumnMap, reader: FigureReader, numbered: bool) -> None:
        self._columns = columns
        self._reader = reader
        self._numbered = numbered

    def read(self, known: KnownRow) -> LineItem:
        """Return an item with the texts of a row and nothing else; it has no id yet."""
        if not known.text:
            self._reader.tell("estimate-no-title", known.row.number, 1)
        names = names_in(self._text(known, Field.WHO))
        title = rowwords.without_numbering(known.text, self._numbered)
        description = self._text(known, Field.DESCRIPTION)
        return LineItem(
            id="",
            title=title,
            description="" if description == known.text else description,
            role=self._text(known, Field.ROLE) or (names[0] if names else ""),
            period=self._period(known, title),
            optional=self._is_optional(known, title),
            note=Internal(self._text(known, Field.NOTE)),
        )

    def _text(self, known: KnownRow, field: Field) -> str:
        cell = known.row.cell(self._columns.column(field))
        return cell.text if cell else ""

    def _period(self, known: KnownRow, title: str) -> Period:
        cell = known.row.cell(self._columns.column(Field.PERIOD))
        if cell and cell.text:
            period = period_in_cell(cell.text)
            if period is None:
                self._reader.tell("estimate-period-unknown", known.row.number, cell.column, text=cell.text[:60])
            return period or Period.ONCE
        period = period_in_title(title)
        if period:
            facts = {"title": title[:60]}
            self._reader.tell(_DUE[period], known.row.number, known.column, Severity.INFO, **facts)
        return period or Period.ONCE

    def _is_optional(self, known: KnownRow, title: str) -> bool:
        cell = known.row.cell(self._columns.column(Field.OPTIONAL))
        said = cell is not None and (cell.value is True or rowwords.plain(cell.text) in _YES)
        return said or _OPTIONAL.search(title) is not None
