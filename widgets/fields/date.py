"""A field for a date: typed in any usual way, or picked in a calendar."""

import datetime
import re

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QMenu, QToolButton, QWidget, QWidgetAction

from widgets.fields.text import PlainLine
from widgets.look.look import Look
from widgets.look.parts import row, tool
from widgets.words import date as written
from widgets.words import language, tr

_NUMBERS = re.compile(r"(\d{4}|\d{1,2})[.\-/ ](\d{1,2})[.\-/ ](\d{4}|\d{1,2})")
_LATER = re.compile(r"\+\s*(\d{1,4})")


def read_date(text: str, start: datetime.date) -> datetime.date | None:
    """Read `14.10.2026`, `2026-10-14`, `14.10.26` or `+14` (so many days after `start`); None for anything else."""
    if later := _LATER.fullmatch(text.strip()):
        return start + datetime.timedelta(days=int(later[1]))
    match = _NUMBERS.fullmatch(text.strip())
    if match is None:
        return None
    first, month, last = int(match[1]), int(match[2]), int(match[3])
    year, day = (first, last) if len(match[1]) == 4 else (last, first)
    if len(match[1]) < 4 and len(match[3]) < 2:
        return None
    try:
        return datetime.date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


class DateField(QWidget):
    """A date, or none where `optional`, written long or short by its `style`. `edited` brings a date or None."""

    edited = Signal(object)

    def __init__(self, look: Look, *, optional: bool = False, style: str = "long", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._optional, self._style = look, optional, style
        self._value: datetime.date | None = None
        self.line = PlainLine(tr("none") if optional else "")
        self.line.editingFinished.connect(self._finished)
        self.setFocusProxy(self.line)
        box = row(self, gap=4)
        box.addWidget(self.line, 1)
        box.addWidget(tool(look, "calendar", tr("Pick a day"), self._pick))

    def setAccessibleName(self, name: str) -> None:
        """Name the line where the cursor is."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def show_value(self, value: datetime.date | None) -> None:
        """Show a date."""
        self._value = value
        self.line.show_start(self._shown())
        self.line.mark("")

    def _shown(self) -> str:
        return written(self._value, self._style) if self._value else ""

    def _finished(self) -> None:
        typed = self.line.text().strip()
        if typed == self._shown():
            self.line.mark("")
            return
        value = read_date(typed, self._value or datetime.date.today())
        if value is None and (typed or not self._optional):
            self.line.mark(tr("Type a date such as 31.12.2026, or +14 for two weeks later."))
            return
        self._take(value)

    def _take(self, value: datetime.date | None) -> None:
        self.show_value(value)
        self.edited.emit(value)

    def _pick(self) -> None:
        menu = QMenu(self)
        calendar = QCalendarWidget()
        calendar.setLocale(QLocale(language()))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        quiet = QTextCharFormat()
        quiet.setForeground(self._look.color("tertiary"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, quiet)
        for name, icon in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
            button = calendar.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setIcon(self._look.icon(icon))
        shown = self._value or datetime.date.today()
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        calendar.clicked.connect(menu.close)
        calendar.clicked.connect(lambda day: self._take(datetime.date(day.year(), day.month(), day.day())))
        menu.exec(self.mapToGlobal(self.rect().bottomLeft()))
