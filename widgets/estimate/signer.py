"""Who signs at this desk: asked once, remembered."""

import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCompleter

from widgets.desk import Desk
from widgets.fields.text import PlainLine
from widgets.words import date, tr


class SignerField(PlainLine):
    """The name with which hours are signed and decisions are made. `wanted` says why it is asked for."""

    wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(tr("Your name"))
        self._settings = desk.settings
        self.setAccessibleName(tr("Your name"))
        self.setText(desk.settings.signer)
        completer = QCompleter([person.name for person in desk.session.proposal.people], self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(self._keep)
        self.setCompleter(completer)
        self.textEdited.connect(self._keep)

    def name(self) -> str:
        """Return the name; where there is none, ask for it and return an empty text."""
        name = self.text().strip()
        reason = "" if name else tr("Type your name: it stays beside what you sign.")
        self.mark(reason)
        self.wanted.emit(reason)
        if not name:
            self.setFocus()
        return name

    def showEvent(self, event: QShowEvent) -> None:
        """Show who has signed last."""
        super().showEvent(event)
        if not self.hasFocus():
            self.setText(self._settings.signer)

    def _keep(self) -> None:
        self._settings.signer = self.text().strip()
        self.mark("")
        self.wanted.emit("")


def now() -> datetime.datetime:
    """Return this moment."""
    return datetime.datetime.now(datetime.UTC)


def day_of(moment: str) -> str:
    """Return the day of a moment (ISO 8601) where one is; a moment that somebody has spoilt stays as it is."""
    try:
        return date(datetime.datetime.fromisoformat(moment).astimezone().date())
    except (ValueError, OverflowError, OSError):
        return moment
