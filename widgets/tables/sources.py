"""Where a table comes from: a file, or cells on the clipboard."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from widgets.words import tr

if TYPE_CHECKING:
    from app.intake.cells import Table

LARGEST = 20_000_000
_LEAST_ROWS, _LEAST_COLUMNS = 2, 2


@dataclass(frozen=True)
class TableSource:
    """A file, or what was pasted: its cells as text, and as HTML where there is any."""

    file: Path | None = None
    text: str = ""
    html: str = ""

    @property
    def name(self) -> str:
        """What it is called for people."""
        return self.file.name if self.file else tr("Pasted table")

    def read(self) -> "Table":
        """Read it, in the worker. Nothing is raised: what is wrong is among the table's problems."""
        if self.file is not None:
            from app.intake.table import read_table

            return read_table(self.file)
        from app.intake.clipboard import pasted_table

        return pasted_table(self.text, self.html)


def pasted(data: QMimeData | None) -> TableSource | None:
    """Return the table on the clipboard; None where there is none: a few words are no table."""
    if data is None:
        return None
    html = data.html() if data.hasHtml() else ""
    text = data.text() if data.hasText() else ""
    if len(text) > LARGEST or len(html) > LARGEST:
        return None
    lines = [line for line in text.splitlines() if line.strip()]
    wide = sum(line.count("\t") + 1 >= _LEAST_COLUMNS for line in lines)
    if wide < _LEAST_ROWS:
        return None
    return TableSource(text=text, html=html if "<table" in html.lower() else "")
