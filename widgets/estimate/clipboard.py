"""Rows of the estimate on the clipboard: for spreadsheets as cells, for this window as they are.

What insiders noted is never put on the clipboard; rows that come back to this window bring it along all the same.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from app.intake.numbers import tidy
from app.model.estimate import EstimateSection, LineItem
from app.model.path import get
from app.problems import Problem
from app.totals import Totals
from widgets.estimate.rowdeeds import put_sections, real
from widgets.jobs import Jobs
from widgets.models.estimate_cells import Column, unit_words
from widgets.models.estimate_rows import GridRow, RowKind
from widgets.session import Session
from widgets.words import language

LARGEST = 2_000_000
_DANGEROUS = re.compile(r"[=+\-@\t\r]")


class RowClipboard(QObject):
    """Copies and pastes rows."""

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._copied: tuple[str, tuple[EstimateSection, ...]] = ("", ())

    def copy(self, rows: Sequence[GridRow]) -> None:
        """Put rows on the clipboard."""
        chosen = real(rows)
        sections = self._sections(chosen)
        if sections:
            text = as_cells(sections, self._session.totals)
            self._copied = (text, sections)
            QGuiApplication.clipboard().setText(text)

    def paste(self, row: GridRow, done: Callable[[list[GridRow]], None], told: Callable[[Sequence[Problem]], None]) -> None:
        """Put the rows of the clipboard below a row; `told` gets what could not be understood."""
        clipboard = QGuiApplication.clipboard()
        text = clipboard.text()
        if text and text == self._copied[0]:
            put_sections(self._session, row, self._copied[1], done)
            return
        data = clipboard.mimeData()
        html = data.html() if data is not None and data.hasHtml() else ""
        if not text.strip() or len(text) > LARGEST or len(html) > 5 * LARGEST:
            return
        spoken = language()

        def work(_: object) -> tuple[tuple[EstimateSection, ...], tuple[Problem, ...]]:
            from app.intake.clipboard import read_pasted

            read = read_pasted(text, html, language=spoken)
            return read.estimate.sections, read.problems

        def finish(found: tuple[tuple[EstimateSection, ...], tuple[Problem, ...]]) -> None:
            told(found[1])
            if found[0]:
                put_sections(self._session, row, found[0], done)

        self._jobs.start(work, finish, lambda error: told(()))

    def _sections(self, rows: Sequence[GridRow]) -> tuple[EstimateSection, ...]:
        """Return whole sections as they are, items in sections of those that they stand in."""
        found: list[EstimateSection] = []
        for row in rows:
            section: EstimateSection = get(self._session.proposal, f"estimate/sections/{row.section}")
            if row.kind is RowKind.SECTION:
                found.append(section)
                continue
            item: LineItem = get(self._session.proposal, row.path)
            if found and found[-1].id == section.id:
                found[-1] = replace(found[-1], items=(*found[-1].items, item))
            else:
                found.append(replace(section, items=(item,)))
        return tuple(found)


def as_cells(sections: Sequence[EstimateSection], totals: Totals) -> str:
    """Return rows as lines of cells with tabs between them, safe to paste into any spreadsheet."""
    lines = []
    for section in sections:
        if len(sections) > 1:
            lines.append(safe(section.title))
        lines += ["\t".join(_cells(item, section.id, totals)) for item in section.items]
    return "\n".join(lines)


def _cells(item: LineItem, section_id: str, totals: Totals) -> list[str]:
    total = totals.section(section_id).item(item.id)
    cells = {
        Column.TITLE: safe(item.title),
        Column.ROLE: safe(item.role),
        Column.QUANTITY: plain(item.quantity),
        Column.UNIT: safe(unit_words(item)),
        Column.RATE: plain(total.rate),
        Column.AMOUNT: plain(total.amount),
    }
    return [cells[column] for column in Column]


def safe(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    line = " ".join(text.split())
    return f"'{line}" if _DANGEROUS.match(line) else line


def plain(value: Decimal) -> str:
    """Return a number as spreadsheets in the language of the interface read it: without spaces between thousands."""
    figures = f"{tidy(value):f}"
    return figures.replace(".", ",") if language() == "ru" else figures
