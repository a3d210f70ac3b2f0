"""Fields of a client's card: they have an undo of their own, because no proposal is edited in them."""

import datetime
import zoneinfo
from functools import cache

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCompleter, QLineEdit, QPlainTextEdit, QWidget

from widgets.fields.text import PlainLine, TextField
from widgets.look.parts import column, label
from widgets.words import tr, tr_plural

MINUTE = 60_000


def keeps_undo(event: QEvent) -> bool:
    """Tell whether this is the question if a field wants Ctrl+Z for itself; here every one does."""
    return (
        event.type() is QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo))
    )


class OwnLine(PlainLine):
    """One line of text that undoes its own typing."""

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Z."""
        if keeps_undo(event):
            event.accept()
            return True
        return QLineEdit.event(self, event)


class OwnText(TextField):
    """Several lines of text that undo their own typing."""

    def __init__(self, placeholder: str = "", lines: int = 2) -> None:
        super().__init__(placeholder, lines)
        self.setUndoRedoEnabled(True)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Z."""
        if keeps_undo(event):
            event.accept()
            return True
        return QPlainTextEdit.event(self, event)


class ZoneField(QWidget):
    """A time zone with its name completed, and what time it is there. `edited` tells that it was typed in."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line = OwnLine(tr("Europe/London"))
        completer = QCompleter(zones(), self.line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line.setCompleter(completer)
        completer.activated.connect(self._typed)
        self.line.textEdited.connect(self._typed)
        self.setFocusProxy(self.line)
        self.told = label("", "small", wrap=True)
        box = column(self, gap=4)
        box.addWidget(self.line)
        box.addWidget(self.told)
        self._clock = QTimer(self, interval=MINUTE)
        self._clock.timeout.connect(self._tell)
        self._clock.start()

    def setAccessibleName(self, name: str) -> None:
        """Give the line the name."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def text(self) -> str:
        """Return the time zone as it is typed."""
        return self.line.text().strip()

    def setText(self, text: str) -> None:
        """Show a time zone."""
        self.line.setText(text)
        self._tell()

    def _typed(self, _text: str) -> None:
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        self.told.setText(time_there(self.text(), datetime.datetime.now(datetime.UTC)))
        self.told.setVisible(bool(self.told.text()))


@cache
def zones() -> list[str]:
    """Return the names of all time zones that the system knows."""
    return sorted(zoneinfo.available_timezones())


def time_there(zone: str, now: datetime.datetime) -> str:
    """Say what time it is in a zone, and how far that is from here; nothing where no such zone is known."""
    if not zone:
        return ""
    try:
        there = now.astimezone(zoneinfo.ZoneInfo(zone))
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return tr("No such time zone is known; write it like Europe/London.")
    here = now.astimezone()
    apart = round(((there.utcoffset() or _NONE) - (here.utcoffset() or _NONE)).total_seconds() / 3600)
    clock = tr("It is {time} there now", time=f"{there:%H:%M}")
    if not apart:
        return f"{clock}, " + tr("as here")
    if apart > 0:
        return f"{clock}, " + tr_plural("{n} hour ahead of us", "{n} hours ahead of us", apart)
    return f"{clock}, " + tr_plural("{n} hour behind us", "{n} hours behind us", -apart)


_NONE = datetime.timedelta()
