"""A field for a day that is kept as ISO text, empty for none."""

import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from widgets.fields.date import DateField
from widgets.look.look import Look
from widgets.look.parts import row


class DayField(QWidget):
    """`edited` brings the text: `2026-12-31`, or an empty one."""

    edited = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.date = DateField(look, optional=True)
        self.setFocusProxy(self.date)
        row(self).addWidget(self.date)
        self.date.edited.connect(lambda day: self.edited.emit(day.isoformat() if day else ""))

    def setAccessibleName(self, name: str) -> None:
        """Name the line where the cursor is."""
        super().setAccessibleName(name)
        self.date.line.setAccessibleName(name)

    def show_value(self, value: str) -> None:
        """Show a day; a text that is none is shown as none."""
        try:
            self.date.show_value(datetime.date.fromisoformat(value) if value else None)
        except ValueError:
            self.date.show_value(None)
